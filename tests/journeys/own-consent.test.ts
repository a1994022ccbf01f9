import { PEOPLE } from '../../local/people'
import type { Product } from '../../local/product'
import { formOf, linked, type Phone, post, refusalIn, relativeOf, sign, startStage, valueIn } from './stage'

let product: Product
beforeAll(async () => {
  product = await startStage()
})
afterAll(() => product.close())

const at = (moment: string) => post(`${product.url}/clock`, { now: moment })
const seen = async (phone: Phone, bindingId: string) =>
  valueIn(await phone.ask('bindings', 'get', { bindingId }))
const newest = async (phone: Phone) => valueIn(await phone.ask('records', 'inbox', {})).notices[0]

describe('a child who comes of age', () => {
  it('is asked for her own consent on her birthday, and gives it by her own letter', async () => {
    const father = await linked(product, 'o-hebei-chen-zhiqiang')
    const { person, relation } = relativeOf(father.person, PEOPLE, '陈雨桐')
    const created = valueIn(await father.ask('invitations', 'create', { relative: formOf(person, relation) }))
    for (const { letterId } of created.letters) valueIn(await sign(father, letterId))
    const { invitationId } = created
    const { bindingId } = valueIn(await father.ask('invitations', 'accept-for-child', { invitationId }))
    const child = await linked(product, person.openid ?? '')

    await at('2030-05-31T10:00:00+08:00')
    const early = await child.ask('bindings', 'prepare-own-consent', { bindingId })
    expect(refusalIn(early)).toMatchObject({
      code: 'not-allowed',
      facts: { reason: 'not-of-age', from: '2030-06-01' },
    })
    await at('2030-06-01T09:00:00+08:00')
    expect(await newest(child)).toMatchObject({ kind: 'own-consent-asked', bindingId })
    expect(await seen(father, bindingId)).toMatchObject({ state: 'active', awaitsOwnConsent: true })

    const { letterId } = valueIn(await child.ask('bindings', 'prepare-own-consent', { bindingId }))
    const unsigned = await child.ask('bindings', 'give-own-consent', { bindingId, letterId })
    expect(refusalIn(unsigned).code).toBe('letter-not-signed')
    valueIn(await sign(child, letterId))
    expect(refusalIn(await father.ask('bindings', 'give-own-consent', { bindingId, letterId })).code).toBe(
      'not-found',
    )
    valueIn(await child.ask('bindings', 'give-own-consent', { bindingId, letterId }))
    const { events, intact } = valueIn(await father.ask('bindings', 'history', { bindingId }))
    expect(events.slice(-2).map(({ kind }) => kind)).toEqual(['own-consent-asked', 'own-consent-given'])
    expect(intact).toBe(true)
    expect((await seen(child, bindingId)).awaitsOwnConsent).toBeUndefined()
    expect(await newest(father)).toMatchObject({ kind: 'own-consent-given' })
  })
})

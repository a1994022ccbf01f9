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

/** A child for whom her father signs, and both phones. */
async function childOf(openid: string, name: string) {
  const father = await linked(product, openid)
  const { person, relation } = relativeOf(father.person, PEOPLE, name)
  const created = valueIn(await father.ask('invitations', 'create', { relative: formOf(person, relation) }))
  for (const { letterId } of created.letters) valueIn(await sign(father, letterId))
  const { invitationId } = created
  const { bindingId } = valueIn(await father.ask('invitations', 'accept-for-child', { invitationId }))
  return { father, child: await linked(product, person.openid ?? ''), bindingId }
}

describe('a child who comes of age', () => {
  it('does not consent, and it ends without a review; until midnight she may take that back', async () => {
    const { father, child, bindingId } = await childOf('o-shaanxi-qin-ling', '秦悦')
    const early = await child.ask('bindings', 'decline-own-consent', { bindingId })
    expect(refusalIn(early)).toMatchObject({ facts: { reason: 'not-of-age', from: '2026-09-01' } })
    await at('2026-09-01T08:00:00+08:00')
    // 陕西 has an unbinding looked at; nobody has to prove to the bureau that she does not agree.
    const ended = await child.ask('bindings', 'decline-own-consent', { bindingId })
    expect(valueIn(ended)).toEqual({ state: 'ending', lastDay: '2026-09-01' })
    const twice = await child.ask('bindings', 'decline-own-consent', { bindingId })
    expect(refusalIn(twice).facts).toMatchObject({ reason: 'binding-ending' })
    expect(await newest(father)).toMatchObject({
      kind: 'unbinding-announced',
      facts: { lastDay: '2026-09-01', cause: 'own-consent-declined' },
    })
    expect((await seen(father, bindingId)).ending).toMatchObject({ mayUndo: false, by: 'relative' })
    expect((await seen(child, bindingId)).ending).toMatchObject({ mayUndo: true })
    expect((await seen(child, bindingId)).awaitsOwnConsent).toBeUndefined()

    const bindingIds = [bindingId]
    expect(refusalIn(await father.ask('bindings', 'undo-unbind', { bindingIds })).code).toBe('not-allowed')
    valueIn(await child.ask('bindings', 'undo-unbind', { bindingIds }))
    expect(await seen(child, bindingId)).toMatchObject({ state: 'active', awaitsOwnConsent: true })
    expect(refusalIn(await father.ask('bindings', 'decline-own-consent', { bindingId })).code).toBe(
      'not-found',
    )

    valueIn(await child.ask('bindings', 'decline-own-consent', { bindingId }))
    await at('2026-09-02T00:00:00+08:00')
    expect(await seen(father, bindingId)).toMatchObject({
      state: 'ended',
      endedBecause: 'own-consent-declined',
    })
    const { intact } = valueIn(await father.ask('bindings', 'history', { bindingId }))
    expect(intact).toBe(true)
  })

  it('is asked for her own consent on her birthday, and gives it by her own letter', async () => {
    const { father, child, bindingId } = await childOf('o-hebei-chen-zhiqiang', '陈雨桐')
    await at('2030-05-31T10:00:00+08:00')
    const early = await child.ask('bindings', 'prepare-own-consent', { bindingId })
    expect(refusalIn(early)).toMatchObject({
      code: 'not-allowed',
      facts: { reason: 'not-of-age', from: '2030-06-01' },
    })
    await at('2030-06-01T09:00:00+08:00')
    expect(await newest(child)).toMatchObject({ kind: 'own-consent-asked', bindingId })
    expect(await newest(father)).toMatchObject({ kind: 'own-consent-awaited', bindingId })
    // Nothing is done for a month: it goes on, and still waits for her.
    await at('2030-07-01T09:00:00+08:00')
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

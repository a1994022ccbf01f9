import { PEOPLE } from '../../local/people'
import type { Product } from '../../local/product'
import {
  acceptAs,
  formOf,
  invite,
  linked,
  type Phone,
  post,
  refusalIn,
  relativeOf,
  sign,
  startStage,
  valueIn,
} from './stage'

let product: Product
let policyholder: Phone
let father: Phone
let mother: Phone

beforeAll(async () => {
  product = await startStage()
  policyholder = await linked(product, 'o-hebei-wang-jianguo')
  father = await linked(product, openidOf('王德福'))
  mother = await linked(product, openidOf('张玉兰'))
})
afterAll(() => product.close())

function openidOf(name: string): string {
  const { person } = relativeOf(
    PEOPLE.find(({ openid }) => openid === 'o-hebei-wang-jianguo') as never,
    PEOPLE,
    name,
  )
  if (person.openid === null) throw new Error(`${name} has a phone`)
  return person.openid
}

async function bind(relative: Phone) {
  const { person, relation } = relativeOf(policyholder.person, PEOPLE, relative.person.name)
  const { token } = await invite(policyholder, person, relation)
  return valueIn(await acceptAs(relative, token)).bindingId
}

const clockTo = (now: string) => post(`${product.url}/clock`, { now })
const seen = async (phone: Phone, bindingId: string) =>
  valueIn(await phone.ask('bindings', 'get', { bindingId }))
const prepare = async (phone: Phone, bindingIds: string[], lastDay?: string) =>
  valueIn(await phone.ask('bindings', 'prepare-unbind', { bindingIds, ...(lastDay ? { lastDay } : {}) }))
const unbind = (phone: Phone, bindingIds: string[], letterId: string, more: Record<string, unknown> = {}) =>
  phone.ask('bindings', 'unbind', { bindingIds, letterId, reason: 'no-longer-needed', ...more })

describe('ending a binding', () => {
  let first: string
  let second: string

  it('asks for the signed notice, holds until midnight, and can be taken back until then', async () => {
    first = await bind(father)
    second = await bind(mother)
    const both = [first, second]
    const prepared = await prepare(policyholder, both)
    expect(prepared).toMatchObject({
      lastDay: '2025-11-05',
      endsAt: '2025-11-05T16:00:00.000Z',
      proofs: [],
      review: false,
    })
    expect(prepared.notice.text).toContain('王德福、张玉兰')
    expect((await prepare(policyholder, [second, first])).letterId).toBe(prepared.letterId)

    expect(refusalIn(await unbind(policyholder, both, prepared.letterId)).code).toBe('letter-not-signed')
    valueIn(await sign(policyholder, prepared.letterId))
    // What was signed is about both of them; with one alone it is not what was read.
    expect(refusalIn(await unbind(policyholder, [first], prepared.letterId)).code).toBe('letter-changed')
    const later = { lastDay: '2025-11-20' }
    expect(refusalIn(await unbind(policyholder, both, prepared.letterId, later)).code).toBe('letter-changed')
    expect(refusalIn(await unbind(father, [first], prepared.letterId)).code).toBe('not-found')

    expect(valueIn(await unbind(policyholder, both, prepared.letterId))).toEqual(
      [...both].sort().map((bindingId) => ({
        bindingId,
        state: 'ending',
        lastDay: '2025-11-05',
        endsAt: '2025-11-05T16:00:00.000Z',
      })),
    )
    expect(await seen(father, first)).toMatchObject({
      state: 'ending',
      ending: { by: 'policyholder', mayUndo: false },
    })
    expect(await seen(policyholder, first)).toMatchObject({ ending: { mayUndo: true } })
    expect(valueIn(await father.ask('records', 'inbox', {})).notices[0]).toMatchObject({
      kind: 'unbinding-announced',
      facts: { lastDay: '2025-11-05' },
    })

    expect(
      refusalIn(await father.ask('bindings', 'undo-unbind', { bindingIds: [first] })).facts,
    ).toMatchObject({
      reason: 'ended-by-other',
    })
    expect(valueIn(await policyholder.ask('bindings', 'undo-unbind', { bindingIds: [second] }))).toEqual([
      { bindingId: second, state: 'active' },
    ])
    expect(await seen(mother, second)).toMatchObject({ state: 'active' })
    expect((await seen(mother, second)).lastDay).toBeUndefined()
  })

  it('is over at 00:00 for every reader, and not to be taken back any more', async () => {
    await clockTo('2025-11-05T23:59:30+08:00')
    expect((await seen(father, first)).state).toBe('ending')
    const again = { relative: formOf(father.person, 'parent') }
    expect(refusalIn(await policyholder.ask('invitations', 'check', again)).code).toBe('rebind-too-early')
    await clockTo('2025-11-06T00:00:00+08:00')
    expect(await seen(father, first)).toMatchObject({ state: 'ended', endedBecause: 'unbound' })
    expect(
      refusalIn(await policyholder.ask('bindings', 'undo-unbind', { bindingIds: [first] })).facts,
    ).toMatchObject({
      reason: 'binding-ended',
    })
    const { events, intact } = valueIn(await father.ask('bindings', 'history', { bindingId: first }))
    expect(events.map(({ kind }) => kind)).toEqual(['bound', 'unbinding', 'ended'])
    expect(JSON.stringify(events)).not.toContain('no-longer-needed')
    expect(intact).toBe(true)
    // From the day after she may be bound again.
    valueIn(await policyholder.ask('invitations', 'check', again))
    expect(await bind(father)).not.toBe(first)
  })

  it('is the relative’s to ask for as well, with a later last day', async () => {
    const prepared = await prepare(mother, [second], '2025-11-30')
    expect(prepared.notice.text).toContain('我是张玉兰')
    valueIn(await sign(mother, prepared.letterId))
    const ended = await unbind(mother, [second], prepared.letterId, {
      lastDay: '2025-11-30',
      reason: 'other',
    })
    expect(valueIn(ended)).toMatchObject([{ state: 'ending', lastDay: '2025-11-30' }])
    expect(await seen(policyholder, second)).toMatchObject({
      lastDay: '2025-11-30',
      ending: { by: 'relative' },
    })
    const past = await mother.ask('bindings', 'prepare-unbind', {
      bindingIds: [second],
      lastDay: '2025-11-01',
    })
    expect(refusalIn(past).facts).toMatchObject({ reason: 'binding-ending' })
    await clockTo('2025-12-01T00:00:00+08:00')
    expect((await seen(policyholder, second)).state).toBe('ended')
  })

  it('happens once when both sides end it at the same moment, and undo never meets an end', async () => {
    const bindingId = await bind(mother)
    const [hers, his] = await Promise.all([prepare(mother, [bindingId]), prepare(policyholder, [bindingId])])
    valueIn(await sign(mother, hers.letterId))
    valueIn(await sign(policyholder, his.letterId))
    const answers = await Promise.all([
      unbind(mother, [bindingId], hers.letterId),
      unbind(policyholder, [bindingId], his.letterId),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const { events, intact } = valueIn(await mother.ask('bindings', 'history', { bindingId }))
    expect(events.filter(({ kind }) => kind === 'unbinding')).toHaveLength(1)
    expect(intact).toBe(true)
  })

  it('shows a third person nothing', async () => {
    const stranger = await linked(product, 'o-hebei-chen-zhiqiang')
    const asked = await stranger.ask('bindings', 'prepare-unbind', { bindingIds: [second] })
    expect(refusalIn(asked).code).toBe('not-found')
  })
})

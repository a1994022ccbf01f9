import { PEOPLE } from '../../local/people'
import type { Product } from '../../local/product'
import { HeldRequest } from './held-request'
import {
  acceptAs,
  invite,
  linked,
  type Phone,
  post,
  refusalIn,
  relativeOf,
  startStage,
  valueIn,
} from './stage'

let product: Product
let policyholder: Phone
let relative: Phone
let stranger: Phone
const held = new HeldRequest()

beforeAll(async () => {
  product = await startStage({ onDatabaseRequest: held.onDatabaseRequest })
  policyholder = await linked(product, 'o-hebei-zhao-mingyuan')
  relative = await linked(product, 'o-hebei-zhao-yongcheng')
  stranger = await linked(product, 'o-hebei-wang-jianguo')
})
afterAll(() => product.close())

async function bound(more: Record<string, unknown> = {}) {
  const { person, relation } = relativeOf(policyholder.person, PEOPLE, '赵永成')
  const { token } = await invite(policyholder, person, relation, more)
  return valueIn(await acceptAs(relative, token)).bindingId
}

async function activeBinding(): Promise<string> {
  const { asPolicyholder } = valueIn(await policyholder.ask('bindings', 'list', {}))
  const active = asPolicyholder.find(({ state }) => state === 'active')
  if (active === undefined) throw new Error('one binding is active')
  return active.bindingId
}

const stateFor = async (phone: Phone, bindingId: string) =>
  valueIn(await phone.ask('bindings', 'get', { bindingId }))
const inboxOf = async (phone: Phone) => valueIn(await phone.ask('records', 'inbox', {}))
const clockTo = (now: string) => post(`${product.url}/clock`, { now })

it('a binding is paused, limited, extended and over, and both sides see the same', async () => {
  const bindingId = await bound({ endDay: '2025-12-31', monthlyLimitFen: 300_00 })

  expect(valueIn(await policyholder.ask('bindings', 'pause', { bindingId }))).toEqual({ state: 'paused' })
  expect(await stateFor(relative, bindingId)).toMatchObject({ state: 'paused', paused: true })
  expect(refusalIn(await policyholder.ask('bindings', 'pause', { bindingId })).code).toBe('not-allowed')
  expect(refusalIn(await relative.ask('bindings', 'resume', { bindingId }))).toMatchObject({
    code: 'not-allowed',
    facts: { reason: 'other-sides-change' },
  })
  expect(valueIn(await policyholder.ask('bindings', 'resume', { bindingId }))).toEqual({ state: 'active' })
  expect((await stateFor(relative, bindingId)).paused).toBeUndefined()

  const limits = {
    bindingId,
    uses: ['hospital' as const],
    monthlyLimitFen: null,
    perSettlementLimitFen: 50_00,
  }
  expect(valueIn(await policyholder.ask('bindings', 'set-limits', limits))).toEqual({
    uses: ['hospital'],
    perSettlementLimitFen: 50_00,
  })
  expect(await stateFor(relative, bindingId)).toMatchObject({
    uses: ['hospital'],
    perSettlementLimitFen: 50_00,
  })
  expect((await stateFor(relative, bindingId)).monthlyLimitFen).toBeUndefined()
  // What both letters name stays, so that it can be set back.
  const { consentedUses } = await stateFor(policyholder, bindingId)
  expect(consentedUses).toEqual(['hospital', 'pharmacy', 'premium'])

  const later = { bindingId, endDay: '2026-06-30' }
  expect(valueIn(await relative.ask('bindings', 'propose-end-day', later))).toEqual({ agreed: false })
  expect((await stateFor(policyholder, bindingId)).lastDay).toBe('2025-12-31')
  expect(
    refusalIn(await relative.ask('bindings', 'answer-end-day', { ...later, agree: true })).facts,
  ).toMatchObject({
    reason: 'own-proposal',
  })
  const another = { bindingId, endDay: '2026-07-01', agree: true }
  expect(refusalIn(await policyholder.ask('bindings', 'answer-end-day', another)).facts).toMatchObject({
    reason: 'no-such-proposal',
  })
  expect(valueIn(await policyholder.ask('bindings', 'answer-end-day', { ...later, agree: true }))).toEqual({
    lastDay: '2026-06-30',
  })

  const told = await inboxOf(relative)
  expect(told.notices.map(({ kind }) => kind)).toEqual([
    'end-day-agreed',
    'limits-changed',
    'binding-resumed',
    'binding-paused',
  ])
  expect(told.unread).toBe(4)
  expect(told.notices[0]).toMatchObject({ bindingId, counterpart: { name: '赵**' }, read: false })
  const noticeIds = told.notices.map(({ noticeId }) => noticeId)
  expect(valueIn(await policyholder.ask('records', 'mark-read', { noticeIds }))).toEqual({ marked: 0 })
  expect(valueIn(await relative.ask('records', 'mark-read', { noticeIds }))).toEqual({ marked: 4 })
  expect((await inboxOf(relative)).unread).toBe(0)

  // On the last day it still holds; at 00:00 it is over, whether or not a timer has passed.
  await clockTo('2026-06-30T23:59:30+08:00')
  expect((await stateFor(relative, bindingId)).state).toBe('active')
  await clockTo('2026-07-01T00:00:00+08:00')
  for (const phone of [policyholder, relative]) {
    expect(await stateFor(phone, bindingId)).toMatchObject({ state: 'ended', endedBecause: 'end-day' })
  }
  const { events, intact } = valueIn(await relative.ask('bindings', 'history', { bindingId }))
  expect(events.map(({ kind }) => kind)).toEqual([
    ...['bound', 'paused', 'resumed', 'limits-set', 'end-day-proposed', 'end-day-agreed', 'ended'],
  ])
  expect(intact).toBe(true)
  for (const phone of [policyholder, relative]) {
    expect((await inboxOf(phone)).notices[0]).toMatchObject({
      kind: 'binding-ended',
      facts: { cause: 'end-day' },
    })
  }
})

it('shows and changes nothing for a third person', async () => {
  const bindingId = await bound()
  const asked = [
    await stranger.ask('bindings', 'get', { bindingId }),
    await stranger.ask('bindings', 'pause', { bindingId }),
    await stranger.ask('bindings', 'set-limits', { bindingId, uses: ['hospital'] }),
    await stranger.ask('bindings', 'propose-end-day', { bindingId, endDay: '2030-01-01' }),
    await stranger.ask('bindings', 'answer-end-day', { bindingId, endDay: null, agree: true }),
  ]
  expect(asked.map((answer) => refusalIn(answer).code)).toEqual(asked.map(() => 'not-found'))
  expect((await inboxOf(stranger)).notices).toEqual([])
  expect(valueIn(await policyholder.ask('bindings', 'history', { bindingId })).events).toHaveLength(1)
})

it('pages the inbox without a gap', async () => {
  const bindingId = await activeBinding()
  for (let turn = 0; turn < 11; turn += 1) {
    valueIn(await policyholder.ask('bindings', 'pause', { bindingId }))
    valueIn(await policyholder.ask('bindings', 'resume', { bindingId }))
  }
  const seen: string[] = []
  let cursor: string | undefined
  for (let pages = 0; pages < 5; pages += 1) {
    const page = valueIn(await relative.ask('records', 'inbox', cursor === undefined ? {} : { cursor }))
    seen.push(...page.notices.map(({ noticeId }) => noticeId))
    cursor = page.next
    if (cursor === undefined) break
  }
  expect(new Set(seen).size).toBe(seen.length)
  expect(seen.length).toBeGreaterThanOrEqual(22)
  expect([...seen].sort().reverse()).toEqual(seen)
})

it('shows a whole history also when something happens to the binding while it is read', async () => {
  const bindingId = await activeBinding()
  const before = valueIn(await relative.ask('bindings', 'history', { bindingId }))
  const torn = await held.during(
    'binding-events',
    () => relative.ask('bindings', 'history', { bindingId }),
    async () => valueIn(await policyholder.ask('bindings', 'pause', { bindingId })),
  )
  expect(valueIn(torn)).toEqual(before)
  expect(before.intact).toBe(true)
  valueIn(await policyholder.ask('bindings', 'resume', { bindingId }))
})

/** A policyholder of a family with two relatives who have joined. */
async function withTwo(openid: string, names: readonly [string, string]) {
  const giving = await linked(product, openid)
  const joined: { phone: Phone; bindingId: string }[] = []
  for (const name of names) {
    const { person, relation } = relativeOf(giving.person, PEOPLE, name)
    const { token } = await invite(giving, person, relation)
    const phone = await linked(product, person.openid ?? '')
    joined.push({ phone, bindingId: valueIn(await acceptAs(phone, token)).bindingId })
  }
  return { giving, joined }
}

const reasonOf = (answer: Parameters<typeof refusalIn>[0]) => refusalIn(answer).facts?.reason
const newestIn = async (phone: Phone) => (await inboxOf(phone)).notices[0]

it('a limit for all relatives together is set, lowered and taken away in 山东, and every side sees it', async () => {
  const { giving, joined } = await withTwo('o-shandong-kong-fanxing', ['宋晓燕', '孔庆山'])
  const set = (limitFen: number | null) => giving.ask('bindings', 'set-account-limit', { limitFen })
  const limitNow = async () => valueIn(await giving.ask('bindings', 'list', {})).accountLimit
  expect(await limitNow()).toEqual({})
  expect(reasonOf(await set(null))).toBe('nothing-to-change')
  for (const limitFen of [1_000_00, 300_00]) {
    expect(valueIn(await set(limitFen))).toEqual({ limitFen })
    expect(reasonOf(await set(limitFen))).toBe('nothing-to-change')
    expect(await limitNow()).toEqual({ limitFen })
    for (const { phone, bindingId } of joined) {
      expect(await stateFor(phone, bindingId)).toMatchObject({ accountLimitFen: limitFen })
      expect(await newestIn(phone)).toMatchObject({
        kind: 'limits-changed',
        bindingId,
        facts: { accountLimitFen: limitFen },
      })
    }
  }
  valueIn(await set(null))
  const [first] = joined
  const { events, intact } = valueIn(
    await giving.ask('bindings', 'history', { bindingId: first?.bindingId ?? '' }),
  )
  expect(events.slice(-3).map(({ facts }) => facts?.accountLimitFen)).toEqual([1_000_00, 300_00, null])
  expect(intact).toBe(true)
  expect((await stateFor(giving, first?.bindingId ?? '')).accountLimitFen).toBeUndefined()
})

it('the places are set in 陕西; whoever has moved is told, and a list that is not hers changes nothing', async () => {
  const { giving, joined } = await withTwo('o-shaanxi-qin-ling', ['白雪梅', '秦保国'])
  const [wife, father] = joined
  if (wife === undefined || father === undefined) throw new Error('two relatives')
  const set = (bindingIds: string[]) => giving.ask('bindings', 'set-order', { bindingIds })
  const order = async () => valueIn(await giving.ask('bindings', 'list', {})).order
  expect(await order()).toEqual([wife.bindingId, father.bindingId])
  valueIn(await set([father.bindingId, wife.bindingId]))
  expect(await order()).toEqual([father.bindingId, wife.bindingId])
  expect(await stateFor(father.phone, father.bindingId)).toMatchObject({ place: 1 })
  expect(await newestIn(father.phone)).toMatchObject({ kind: 'order-changed', facts: { place: 1 } })
  expect(await newestIn(wife.phone)).toMatchObject({ kind: 'order-changed', facts: { place: 2 } })

  expect(reasonOf(await set([wife.bindingId]))).toBe('order-changed')
  expect(reasonOf(await wife.phone.ask('bindings', 'set-order', { bindingIds: [wife.bindingId] }))).toBe(
    'no-order',
  )
  // The same order again moves nobody, so nobody is told twice.
  const before = (await inboxOf(wife.phone)).notices.length
  valueIn(await set([father.bindingId, wife.bindingId]))
  expect((await inboxOf(wife.phone)).notices).toHaveLength(before)
})

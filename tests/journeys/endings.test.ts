import { PEOPLE } from '../../local/people'
import type { Product } from '../../local/product'
import { NO_HISTORY } from '../../platform/history'
import type { BindingDocument } from '../../platform/store/collections'
import { addDays, type Day, day, dayOf, instantFromMilliseconds } from '../../shared/values/day'
import type { BindingId } from '../../shared/values/ids'
import { acceptAs, invite, linked, type Phone, post, relativeOf, startStage, valueIn } from './stage'
import { Intruder } from './stored'

const NONE = { enrolment: 'none', scheme: null } as const

let product: Product
let policyholder: Phone
let now = Date.parse('2025-11-05T10:00:00+08:00')

beforeAll(async () => {
  product = await startStage()
  policyholder = await linked(product, 'o-hebei-wang-jianguo')
})
afterAll(() => product.close())

async function bind(name: string, more: Record<string, unknown> = {}) {
  const { person, relation } = relativeOf(policyholder.person, PEOPLE, name)
  const phone = await linked(product, person.openid ?? '')
  const { token } = await invite(policyholder, person, relation, more)
  return { phone, person, bindingId: valueIn(await acceptAs(phone, token)).bindingId }
}

async function at(moment: string): Promise<void> {
  now = Date.parse(moment)
  await post(`${product.url}/clock`, { now: new Date(now).toISOString() })
}
const later = (hours: number) => at(new Date(now + hours * 3_600_000).toISOString())
const seen = async (phone: Phone, bindingId: string) =>
  valueIn(await phone.ask('bindings', 'get', { bindingId }))
const newest = async (phone: Phone) => valueIn(await phone.ask('records', 'inbox', {})).notices[0]

describe('endings that nobody taps', () => {
  it('follow a death that the insurer tells of, and both sides are told why', async () => {
    const { person, bindingId } = await bind('王德福')
    product.insurer.setDeath(person.idNumber, day('2025-11-03'))
    await later(1)
    expect(await seen(policyholder, bindingId)).toMatchObject({
      state: 'ended',
      endedBecause: 'relative-died',
      lastDay: '2025-11-03',
    })
    expect(await newest(policyholder)).toMatchObject({
      kind: 'binding-ended',
      facts: { cause: 'relative-died' },
    })
    const { events, intact } = valueIn(await policyholder.ask('bindings', 'history', { bindingId }))
    expect(events.at(-1)).toMatchObject({ kind: 'ended', by: 'system', facts: { cause: 'relative-died' } })
    expect(intact).toBe(true)
  })

  it('hold until midnight where the enrolment has just ended, and are not to be undone', async () => {
    const { phone, person, bindingId } = await bind('张玉兰')
    product.insurer.setEnrolment(person.idNumber, NONE)
    await later(1)
    const ending = await seen(policyholder, bindingId)
    expect(ending).toMatchObject({
      state: 'ending',
      ending: { cause: 'enrolment-ended', by: 'system', mayUndo: false },
    })
    await at(ending.ending?.endsAt ?? '')
    expect(await seen(phone, bindingId)).toMatchObject({ state: 'ended', endedBecause: 'enrolment-ended' })
  })

  it('do not follow a suspended enrolment, which can be paid up again', async () => {
    const { phone, person, bindingId } = await bind('王建军')
    product.insurer.setEnrolment(person.idNumber, { enrolment: 'suspended' })
    await later(1)
    expect((await seen(phone, bindingId)).state).toBe('active')
    product.insurer.setEnrolment(person.idNumber, { enrolment: 'active' })
    await later(1)
  })

  it('wait for the insurer where it does not answer, and come once it does', async () => {
    const { phone, person, bindingId } = await bind('王建梅')
    product.insurer.setEnrolment(person.idNumber, NONE)
    product.insurer.setFault({ kind: 'refuse' })
    await later(1)
    expect((await seen(policyholder, bindingId)).state).toBe('active')
    product.insurer.setFault(null)
    await later(1)
    expect((await seen(phone, bindingId)).state).toBe('ending')
  })

  it('are two where two share with each other, and each ends by itself', async () => {
    const there = await bind('李秀英')
    const { token } = await invite(there.phone, policyholder.person, 'spouse')
    const back = valueIn(await acceptAs(policyholder, token)).bindingId
    // She leaves the employee scheme: she can give no more, and may still receive.
    product.insurer.setEnrolment(there.person.idNumber, { enrolment: 'active', scheme: 'resident' })
    await later(1)
    expect(await seen(policyholder, back)).toMatchObject({ ending: { cause: 'policyholder-left-scheme' } })
    expect((await seen(policyholder, there.bindingId)).state).toBe('active')
  })
})

it('reminds both sides 30 and 3 days before an agreed end, once each', async () => {
  const last = '2026-03-10'
  const { phone, bindingId } = await bind('王守义', { endDay: last })
  const told = async () =>
    valueIn(await phone.ask('records', 'inbox', {})).notices.filter(
      ({ kind, bindingId: about }) => kind === 'end-day-near' && about === bindingId,
    )
  await at('2026-02-07T09:00:00+08:00')
  expect(await told()).toHaveLength(0)
  await at('2026-02-08T09:00:00+08:00')
  expect(await told()).toMatchObject([{ facts: { endDay: last, daysBefore: 30 } }])
  await at('2026-02-20T09:00:00+08:00')
  expect(await told()).toHaveLength(1)
  await at('2026-03-07T09:00:00+08:00')
  expect(await told()).toMatchObject([{ facts: { daysBefore: 3 } }, { facts: { daysBefore: 30 } }])
})

/** Its history begins anew, so that the copy's own end can be written into it. */
function copyOf(binding: BindingDocument, number: number, lastDay: Day): BindingDocument {
  const _id = `${binding._id.slice(0, -5)}${String(number).padStart(5, '0')}` as BindingId
  return { ...binding, _id, lastDay, endDay: lastDay, historyLength: 0, historyHash: NO_HISTORY }
}

it('writes down the ends of many bindings over several runs, each once, also when the timer fires twice', async () => {
  const intruder = new Intruder(product)
  const [model] = (await intruder.all('bindings')).filter(({ state }) => state === 'active')
  if (model === undefined) throw new Error('one binding is active')
  const many = 450
  const lastDay = addDays(dayOf(instantFromMilliseconds(product.clock.now())), -1)
  for (let from = 0; from < many; from += 50) {
    const page = Array.from({ length: 50 }, (_, index) => copyOf(model, from + index, lastDay))
    await Promise.all(page.map((binding) => intruder.write('bindings', binding)))
  }
  const run = async () => {
    const timer = { kind: 'timer', timerName: 'end-bindings' } as const
    const event = { Type: 'Timer', TriggerName: 'end-bindings' }
    const outcome = await product.cloudbase.invoke('clock', event, timer)
    if (outcome.kind !== 'reply') throw new Error(`the timer ended with ${outcome.kind}`)
    return (outcome.value as { value: { ended: number; more: boolean } }).value
  }
  // Two firings at the same moment share the work and write each end once.
  const [one, other] = await Promise.all([run(), run()])
  let ended = one.ended + other.ended
  for (let runs = 0; runs < 5; runs += 1) {
    const { ended: now, more } = await run()
    ended += now
    if (!more) break
  }
  expect(ended).toBe(many)
  expect((await run()).ended).toBe(0)
  const written = await intruder.read('bindings', copyOf(model, 7, lastDay)._id)
  expect(written).toMatchObject({ state: 'ended', endedBecause: 'end-day', historyLength: 1 })
}, 60_000)

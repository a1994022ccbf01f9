import { PEOPLE } from '../../local/people'
import type { Product } from '../../local/product'
import { day } from '../../shared/values/day'
import { acceptAs, invite, linked, type Phone, post, relativeOf, startStage, valueIn } from './stage'

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

import type { Product } from '../../local/product'
import { balanceOf, bindAdult, PASSWORD, payer, quoted } from './premium-family'
import { fire, type Phone, post, refusalIn, sign, startStage, valueIn } from './stage'
import { Intruder } from './stored'

/** A payment that is under way when a binding ends goes by what held when it was confirmed. */

const PRICE = 400_00

let product: Product
let policyholder: Phone
let mother: string
let sister: string

beforeAll(async () => {
  // Each timer fires when the test says so.
  product = await startStage({ timersRun: false })
  policyholder = await payer(product, 'o-hebei-wang-jianguo')
  mother = await bindAdult(product, policyholder, '张玉兰', 'parent')
  sister = await bindAdult(product, policyholder, '王建梅', 'sibling')
})
afterAll(() => product.close())

const clockTo = (now: string) => post(`${product.url}/clock`, { now })
const pay = (quoteId: string) => policyholder.ask('premiums', 'pay', { quoteId, password: PASSWORD })

it('is paid after midnight what was confirmed before it, and nothing is that was only quoted', async () => {
  const before = (await balanceOf(policyholder)) ?? 0
  await clockTo('2025-11-05T23:56:00+08:00')
  const [first, second] = [await quoted(policyholder, [mother]), await quoted(policyholder, [sister])]
  // The order is on its way, and no answer comes.
  product.insurer.setFault({ kind: 'refuse', operation: '/premiums/pay', times: 1 })
  const { paymentId, state } = valueIn(await pay(first.quoteId))
  expect(state).toBe('outcome-unknown')

  const bindingIds = [mother, sister]
  const { letterId } = valueIn(await policyholder.ask('bindings', 'prepare-unbind', { bindingIds }))
  valueIn(await sign(policyholder, letterId))
  const ending = await policyholder.ask('bindings', 'unbind', { bindingIds, letterId, reason: 'other' })
  expect(valueIn(ending).map((one) => one.state)).toEqual(['ending', 'ending'])

  await clockTo('2025-11-06T00:00:00+08:00')
  await fire(product, 'end-bindings')
  expect(valueIn(await policyholder.ask('bindings', 'get', { bindingId: mother })).state).toBe('ended')
  expect(refusalIn(await pay(second.quoteId)).code).toBe('not-allowed')

  await clockTo('2025-11-06T00:01:00+08:00')
  expect(await fire(product, 'settle-payments')).toMatchObject({ settled: 1, open: 0 })
  const paid = valueIn(await policyholder.ask('premiums', 'get', { paymentId }))
  expect(paid).toMatchObject({ state: 'paid', lines: [{ bindingId: mother, amountFen: PRICE }] })
  expect(await balanceOf(policyholder)).toBe(before - PRICE)
  expect(await new Intruder(product).all('premium-movements')).toHaveLength(1)

  // And what was paid while it held can be given back after it has ended.
  const { lineId = '' } = paid.lines[0] ?? {}
  const refund = { paymentId, lineId, reason: 'duplicate' as const }
  expect(valueIn(await policyholder.ask('premiums', 'refund', refund)).state).toBe('refunded')
  expect(await balanceOf(policyholder)).toBe(before)
})

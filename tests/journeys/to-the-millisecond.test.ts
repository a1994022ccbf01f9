import { ulid } from 'ulid'
import { executes as bindingsExecutes } from '../../cloudfunctions/bindings/execute'
import { executes as clockExecutes } from '../../cloudfunctions/clock/execute'
import { PEOPLE } from '../../local/people'
import type { Product } from '../../local/product'
import { createHandler, type Main } from '../../platform/handler'
import { bindings } from '../../shared/contract/bindings'
import { clock } from '../../shared/contract/clock'
import { addDays, day, dayOf, instant } from '../../shared/values/day'
import { callAs, portsOf } from './ports'
import { acceptAs, invite, linked, type Phone, relativeOf, sign, startStage, valueIn } from './stage'
import { Intruder } from './stored'

/** The moment of each call here stands still, which no clock of a machine does. */
const mockClock = { now: '2025-11-05T01:00:00.000Z' }
jest.mock('../../platform/clock', () => ({
  readClock: () => ({ now: instant(mockClock.now), today: dayOf(instant(mockClock.now)) }),
}))

const OPENID = 'o-hebei-zhao-mingyuan'

let product: Product
let intruder: Intruder
let policyholder: Phone
let bindingId: string
let letterId: string
let main: { readonly bindings: Main; readonly clock: Main }

beforeAll(async () => {
  product = await startStage({ timersRun: false })
  policyholder = await linked(product, OPENID)
  const { person, relation } = relativeOf(policyholder.person, PEOPLE, '赵永成')
  const relative = await linked(product, person.openid ?? '')
  const { token } = await invite(policyholder, person, relation)
  bindingId = valueIn(await acceptAs(relative, token)).bindingId
  const bindingIds = [bindingId]
  letterId = valueIn(await policyholder.ask('bindings', 'prepare-unbind', { bindingIds })).letterId
  valueIn(await sign(policyholder, letterId))
  intruder = new Intruder(product)
  const ports = portsOf(product)
  main = {
    bindings: createHandler(bindings, bindingsExecutes, ports),
    clock: createHandler(clock, clockExecutes, ports),
  }
})
beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => undefined)
  jest.spyOn(process.stdout, 'write').mockImplementation(() => true)
})
afterAll(() => product.close())

const ask = (action: string, input: object) =>
  callAs(OPENID, main.bindings, { action, requestId: ulid(), input })
const unbind = () => ask('unbind', { bindingIds: [bindingId], letterId, reason: 'other' })
const undo = () => ask('undo-unbind', { bindingIds: [bindingId] })
const state = () => ask('get', { bindingId })
const timer = () => callAs('timer', main.clock, { Type: 'Timer', TriggerName: 'end-bindings' })

const LAST_MILLISECOND = 'T23:59:59.999+08:00'
const MIDNIGHT = 'T00:00:00.000+08:00'

it('holds to the last millisecond of the day on which it is unbound, and can be taken back until then', async () => {
  mockClock.now = instant(`2025-11-05${LAST_MILLISECOND}`)
  expect(await unbind()).toMatchObject({ ok: true, value: [{ state: 'ending', lastDay: '2025-11-05' }] })
  expect(await state()).toMatchObject({ value: { state: 'ending', ending: { mayUndo: true } } })
  expect(await timer()).toMatchObject({ value: { ended: 0, more: false } })
  expect(await undo()).toMatchObject({ ok: true, value: [{ state: 'active' }] })

  // The notice that was read names the day before: what is confirmed a millisecond later is another end.
  mockClock.now = instant(`2025-11-06${MIDNIGHT}`)
  expect(await unbind()).toMatchObject({ ok: false, refusal: { code: 'letter-changed' } })

  mockClock.now = instant(`2025-11-05${LAST_MILLISECOND}`)
  expect(await unbind()).toMatchObject({ ok: true })
  mockClock.now = instant(`2025-11-06${MIDNIGHT}`)
  expect(await state()).toMatchObject({ value: { state: 'ended', endedBecause: 'unbound' } })
  expect(await undo()).toMatchObject({ ok: false, refusal: { facts: { reason: 'binding-ended' } } })
  expect(await timer()).toMatchObject({ value: { ended: 1, more: false } })
  expect(await timer()).toMatchObject({ value: { ended: 0, more: false } })
})

it.each(['2027-02-28', '2028-02-29', '2027-12-31'])(
  'holds to the last millisecond of %s, its agreed day',
  async (on) => {
    const last = day(on)
    const kept = await intruder.read('bindings', bindingId)
    await intruder.write('bindings', {
      ...kept,
      state: 'active',
      endDay: last,
      lastDay: last,
      ending: null,
      endedBecause: null,
    })
    mockClock.now = instant(`${last}${LAST_MILLISECOND}`)
    expect(await state()).toMatchObject({ value: { state: 'active', lastDay: last } })
    expect(await timer()).toMatchObject({ value: { ended: 0 } })
    mockClock.now = instant(`${addDays(last, 1)}${MIDNIGHT}`)
    expect(await state()).toMatchObject({ value: { state: 'ended', endedBecause: 'end-day' } })
    expect(await timer()).toMatchObject({ value: { ended: 1 } })
  },
)

import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import Database from 'libsql'
import type { RunningInsurer } from '../../../local/insurer'
import type { Fault } from '../../../local/insurer/faults'
import { createHttpInsurer } from '../../../platform/insurer/http-insurer'
import type { Insurer } from '../../../platform/insurer/port'
import type { SettlementLeg, SettlementOrder } from '../../../platform/insurer/settlement-orders'
import { addFen, fen } from '../../../shared/values/fen'
import { child, documentOf, father, KEY, mother, orderOf, post, startTestInsurer } from './stage'

let insurer: RunningInsurer
let directory: string
let port: Insurer
beforeEach(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'insurer-'))
  await open()
})
afterEach(async () => {
  await insurer.close()
  rmSync(directory, { recursive: true, force: true })
})
const open = async () => {
  insurer = await startTestInsurer({ directory })
  port = createHttpInsurer({ url: insurer.url, key: KEY, timeoutMs: 5_000 })
}

const shared = (holder: typeof father, amountFen: number): SettlementLeg => ({
  from: 'shared-account',
  holder: documentOf(holder),
  amountFen: fen(amountFen),
})
const cash = (amountFen: number): SettlementLeg => ({ from: 'cash', amountFen: fen(amountFen) })
/** The child's bill: her father's account, her mother's, and the rest in cash, unless said otherwise. */
const billOf = (more: Partial<SettlementOrder> = {}): SettlementOrder => ({
  orderId: randomUUID(),
  insured: documentOf(child),
  institutionId: 'H13009901301',
  kind: 'outpatient',
  legs: [shared(father, 50_00), shared(mother, 30_00), cash(6_00)],
  ...more,
})
const inAccount = async (person: typeof father) => (await port.accountOf(documentOf(person)))?.balanceFen ?? 0
const summed = () => addFen(...Object.values(insurer.totals()))

describe('a bill', () => {
  it('is taken from every account at once, and known by its id', async () => {
    const order = billOf()
    const before = [await inAccount(father), await inAccount(mother)] as const
    expect(await port.findSettlement(order.orderId)).toEqual({ outcome: 'not-received' })
    const answer = await port.settleBill(order)
    expect(answer).toMatchObject({
      outcome: 'settled',
      settlement: { orderId: order.orderId, amountFen: 86_00, sequence: expect.any(Number) },
    })
    expect(await port.settleBill(order)).toEqual(answer)
    expect([await inAccount(father), await inAccount(mother)]).toEqual([before[0] - 50_00, before[1] - 30_00])
    expect(insurer.totals().settlements).toBe(86_00)
    expect(summed()).toBe(0)
    expect(await port.findSettlement(order.orderId)).toEqual({ ...answer, reversal: null })
  })

  it('is taken from none where one of them has too little, and that answer stays', async () => {
    const order = billOf({ legs: [shared(mother, 30_00), shared(father, 100_000_00)] })
    const before = await inAccount(mother)
    const refused = { outcome: 'refused', refusal: { reason: 'balance-too-low', leg: 1 } }
    expect(await port.settleBill(order)).toEqual(refused)
    insurer.credit(father.idNumber, 'account', fen(200_000_00))
    expect(await port.settleBill(order)).toEqual(refused)
    expect(await inAccount(mother)).toBe(before)
    expect(insurer.totals().settlements).toBe(0)
  })

  it.each([
    ['a child, who has no account', [{ from: 'own-account', amountFen: fen(1_00) }], 'no-account'],
    ['nobody has opened a wallet', [{ from: 'wallet', amountFen: fen(1_00) }], 'no-account'],
    ['one account in two legs', [shared(father, 1_00), shared(father, 2_00)], 'no-account'],
    [
      'a holder whom nobody insures',
      [
        {
          from: 'shared-account',
          holder: { idType: '01', idNumber: '130099190001010011' },
          amountFen: fen(1),
        },
      ],
      'person-unknown',
    ],
  ] as const)('is refused: %s', async (_, legs, reason) => {
    expect(await port.settleBill(billOf({ legs: [...legs] as SettlementLeg[] }))).toMatchObject({
      outcome: 'refused',
      refusal: { reason },
    })
    expect(summed()).toBe(0)
  })

  it('has one id for one thing, a premium too', async () => {
    const order = billOf()
    await port.settleBill(order)
    const reused = { outcome: 'refused', refusal: { reason: 'request-reused' } }
    expect(await port.settleBill({ ...order, kind: 'inpatient' })).toEqual(reused)
    expect(await port.payPremium(orderOf({ orderId: order.orderId }))).toEqual(reused)
    const premium = orderOf()
    await port.payPremium(premium)
    expect(await port.settleBill(billOf({ orderId: premium.orderId }))).toEqual(reused)
    expect(await port.findSettlement(premium.orderId)).toEqual({ outcome: 'not-received' })
  })

  it('that was shut out before it arrived moves nothing', async () => {
    const order = billOf()
    const cancelled = { outcome: 'refused', refusal: { reason: 'cancelled' } }
    expect(await port.cancelSettlement(order.orderId)).toEqual(cancelled)
    expect(await port.settleBill(order)).toEqual(cancelled)
    const arrived = billOf()
    const answer = await port.settleBill(arrived)
    expect(await port.cancelSettlement(arrived.orderId)).toEqual(answer)
  })

  it('goes back whole, once, to where each part came from', async () => {
    const order = billOf()
    const before = [await inAccount(father), await inAccount(mother)]
    await port.settleBill(order)
    const reversal = { reversalId: `${order.orderId}-r`, orderId: order.orderId }
    const answer = await port.reverseSettlement(reversal)
    expect(answer).toMatchObject({ outcome: 'settled', reversal: { ...reversal, amountFen: 86_00 } })
    expect(await port.reverseSettlement(reversal)).toEqual(answer)
    expect(await port.reverseSettlement({ ...reversal, reversalId: randomUUID() })).toEqual({
      outcome: 'refused',
      refusal: { reason: 'already-reversed' },
    })
    expect([await inAccount(father), await inAccount(mother)]).toEqual(before)
    expect(insurer.totals()).toMatchObject({ settlements: 0, outside: 0 })
    const unknown = await port.reverseSettlement({ reversalId: randomUUID(), orderId: randomUUID() })
    expect(unknown).toEqual({ outcome: 'refused', refusal: { reason: 'settlement-unknown' } })
  })

  it('stands in the statement between the premiums, with its parts and without a person', async () => {
    const order = billOf()
    await port.payPremium(orderOf())
    await port.settleBill(order)
    await port.reverseSettlement({ reversalId: `${order.orderId}-r`, orderId: order.orderId })
    const { lines } = await port.statement({ afterSequence: 0, limit: 500 })
    const legs = [
      { from: 'shared-account', amountFen: 50_00 },
      { from: 'shared-account', amountFen: 30_00 },
      { from: 'cash', amountFen: 6_00 },
    ]
    expect(lines.map(({ kind }) => kind)).toEqual(['premium', 'settlement', 'settlement-reversal'])
    expect(lines[1]).toMatchObject({ id: order.orderId, orderId: order.orderId, amountFen: 86_00, legs })
    expect(lines[2]).toMatchObject({ id: `${order.orderId}-r`, orderId: order.orderId, legs })
    expect(JSON.stringify(lines)).not.toContain(father.idNumber)
  })

  it.each([
    ['no legs', { legs: [] }],
    ['a leg of nothing', { legs: [cash(0)] }],
    ['half a fen', { legs: [{ from: 'cash', amountFen: 0.5 }] }],
    ['a holder of her own account', { legs: [{ ...shared(father, 1), from: 'own-account' }] }],
    ['another kind', { kind: 'massage' }],
  ])('is wrong: %s', async (_, more) => {
    expect((await post(insurer.url, '/settlements/settle', { ...billOf(), ...more })).status).toBe(400)
  })
})

it('opens a file from before there were settlements, and keeps what is in it', async () => {
  await port.payPremium(orderOf())
  const before = await inAccount(father)
  await insurer.close()
  const file = new Database(path.join(directory, 'insurer.sqlite'))
  file.pragma('writable_schema = ON')
  const narrow = file.prepare("UPDATE sqlite_master SET sql = replace(sql, ?, '') WHERE type = 'table'")
  for (const kind of [", 'settlement', 'settlement-reversal'", ", 'settlements'"]) narrow.run(kind)
  file.pragma('writable_schema = RESET')
  for (const table of ['settlement_reversals', 'settlement_legs', 'settlements'])
    file.exec(`DROP TABLE ${table}`)
  file.exec("DROP TRIGGER entries_no_delete; DELETE FROM accounts WHERE kind = 'settlements'")
  expect(() => file.exec("INSERT INTO accounts VALUES (-1, 'settlements', NULL)")).toThrow(/CHECK/)
  file.close()
  await open()
  expect(await inAccount(father)).toBe(before)
  expect(await port.settleBill(billOf())).toMatchObject({ outcome: 'settled' })
  expect(await inAccount(father)).toBe(before - 50_00)
})

type Step =
  | { do: 'settle'; id: number; legs: readonly [number, number, number]; fault: Fault['kind'] | null }
  | { do: 'reverse'; id: number; fault: Fault['kind'] | null }
  | { do: 'cancel'; id: number }
  | { do: 'restart' }
const fault = fc.option(
  fc.constantFrom<Fault['kind']>('refuse', 'error', 'error-after', 'lost', 'duplicate', 'late'),
)
const part = fc.oneof(fc.constantFrom(0, 1, 30_00), fc.integer({ min: 0, max: 6_000_00 }))
const id = fc.nat(4)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('settle' as const), id, legs: fc.tuple(part, part, part), fault }),
  fc.record({ do: fc.constant('reverse' as const), id, fault }),
  fc.record({ do: fc.constant('cancel' as const), id }),
  fc.constant<Step>({ do: 'restart' }),
)

it('conserves every fen whatever fails: what an id was answered is what became of it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const prefix = randomUUID()
      for (const each of steps) {
        if (each.do === 'restart') {
          await insurer.close()
          await open()
          continue
        }
        const orderId = `${prefix}-${each.id}`
        if (each.do === 'cancel') {
          await port.cancelSettlement(orderId)
          continue
        }
        if (each.fault !== null) insurer.setFault({ kind: each.fault, times: 1, ms: 1 })
        if (each.do === 'reverse') await port.reverseSettlement({ reversalId: `${orderId}-r`, orderId })
        else {
          const [one, two, three] = each.legs
          const legs = [shared(father, one), shared(mother, two), cash(three)].filter(
            (leg) => leg.amountFen > 0,
          )
          if (legs.length > 0) await port.settleBill(billOf({ orderId, legs }))
        }
        insurer.setFault(null)
        expect(summed()).toBe(0)
      }
      const { lines } = await port.statement({ afterSequence: 0, limit: 500 })
      const owed = lines.reduce(
        (sum, { kind, amountFen }) =>
          sum + (kind === 'settlement' ? amountFen : kind === 'settlement-reversal' ? -amountFen : 0),
        0,
      )
      expect(insurer.totals().settlements).toBe(owed)
      for (const number of [0, 1, 2, 3, 4]) {
        const orderId = `${prefix}-${number}`
        const found = await port.findSettlement(orderId)
        const moved = lines.filter((line) => line.orderId === orderId).map(({ kind }) => kind)
        if (found.outcome !== 'settled') expect(moved).toEqual([])
        else if (found.reversal === null) expect(moved).toEqual(['settlement'])
        else expect(moved).toEqual(['settlement', 'settlement-reversal'])
      }
    }),
    { numRuns: 15 },
  )
}, 60_000)

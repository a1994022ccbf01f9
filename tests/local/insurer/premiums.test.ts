import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Database from 'libsql'
import type { RunningInsurer } from '../../../local/insurer'
import { PEOPLE, personNamed } from '../../../local/people'
import { day } from '../../../shared/values/day'
import { addFen, fen, subtractFen } from '../../../shared/values/fen'
import { child, DEMO_NOW, documentOf, father, mother, orderOf, post, startTestInsurer } from './stage'

let insurer: RunningInsurer
let directory: string
beforeEach(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'insurer-'))
  insurer = await startTestInsurer({ directory })
})
afterEach(async () => {
  await insurer.close()
  rmSync(directory, { recursive: true, force: true })
})

const ask = async (where: string, body: unknown): Promise<unknown> => {
  const answer = await post(insurer.url, where, body)
  expect(answer.status).toBe(200)
  return answer.body
}
const balance = async (person = father): Promise<unknown> =>
  ((await ask('/accounts/balance', documentOf(person))) as { balanceFen: unknown }).balanceFen
const refusedFor = (reason: string, more: object = {}) => ({
  outcome: 'refused',
  refusal: { reason, ...more },
})
const at = new Date(DEMO_NOW).toISOString()

describe('a premium', () => {
  it('is debited and registered, and known by its id', async () => {
    const order = orderOf()
    const payment = {
      orderId: order.orderId,
      premiumYear: 2026,
      tier: 'standard',
      amountFen: 40_000,
      from: 'account',
      sequence: expect.any(Number),
      settledAt: at,
    }
    expect(await ask('/premiums/find', { orderId: order.orderId })).toEqual({ outcome: 'not-received' })
    expect(await ask('/premiums/pay', order)).toEqual({ outcome: 'settled', payment })
    expect(await balance()).toBe((father.balanceFen ?? 0) - 40_000)
    expect(await ask('/premiums/find', { orderId: order.orderId })).toEqual({
      outcome: 'settled',
      payment,
      reversal: null,
    })
    const status = (payer: typeof father) =>
      ask('/premiums/status', {
        insured: order.insured,
        premiumYear: 2026,
        payer: documentOf(payer),
      })
    expect(await status(father)).toEqual({
      paid: { by: 'payer', paidOn: '2025-11-05', orderId: order.orderId, amountFen: 40_000 },
      waiver: null,
    })
    expect(await status(mother)).toEqual({
      paid: { by: 'somebody-else', paidOn: '2025-11-05' },
      waiver: null,
    })
  })

  it('is taken from the years before where the order says so, and nothing else is', async () => {
    const people = PEOPLE.map((each) =>
      each.idNumber === father.idNumber
        ? { ...each, thisYearsFen: subtractFen(fen(500_000), fen(70_000)) }
        : each,
    )
    const other = await startTestInsurer({ people })
    const sent = async (where: string, body: unknown) => (await post(other.url, where, body)).body
    const account = () => sent('/accounts/balance', documentOf(father))
    try {
      expect(await account()).toEqual({ balanceFen: 500_000, priorYearsFen: 70_000 })
      const order = orderOf({ part: 'prior-years' })
      expect(await sent('/premiums/pay', order)).toMatchObject({ outcome: 'settled' })
      expect(await account()).toEqual({ balanceFen: 460_000, priorYearsFen: 30_000 })
      const next = { premiumYear: 2025, part: 'prior-years' } as const
      expect(await sent('/premiums/pay', orderOf(next))).toEqual(
        refusedFor('balance-too-low', { balanceFen: 30_000 }),
      )
      const { orderId } = order
      await sent('/premiums/reverse', { reversalId: 'back', orderId, reason: 'other' })
      expect(await account()).toEqual({ balanceFen: 500_000, priorYearsFen: 70_000 })
    } finally {
      await other.close()
    }
  })

  it('has the same answer under the same id, and none under it for anything else', async () => {
    const order = orderOf()
    const first = await ask('/premiums/pay', order)
    expect(await ask('/premiums/pay', order)).toEqual(first)
    expect(await ask('/premiums/pay', Object.fromEntries(Object.entries(order).reverse()))).toEqual(first)
    for (const more of [
      { amountFen: fen(1) },
      { premiumYear: 2025 },
      { payer: documentOf(mother) },
      { insured: documentOf(personNamed('周凯')) },
      { tier: 'other' },
      { from: 'wallet' as const },
    ]) {
      expect(await ask('/premiums/pay', { ...order, ...more })).toEqual(refusedFor('request-reused'))
    }
    expect(await balance()).toBe((father.balanceFen ?? 0) - 40_000)
  })

  it('keeps a refusal under its id, also when it would be granted now', async () => {
    const order = orderOf({ amountFen: fen((father.balanceFen ?? 0) + 1) })
    const refusal = refusedFor('balance-too-low', { balanceFen: father.balanceFen })
    expect(await ask('/premiums/pay', order)).toEqual(refusal)
    insurer.credit(father.idNumber, 'account', fen(1))
    expect(await ask('/premiums/pay', order)).toEqual(refusal)
    expect(await ask('/premiums/find', { orderId: order.orderId })).toEqual(refusal)
    expect(await ask('/premiums/pay', { ...order, orderId: 'another' })).toMatchObject({ outcome: 'settled' })
    expect(await balance()).toBe(0)
  })

  it('is refused where it cannot be paid', async () => {
    const cases: [Parameters<typeof orderOf>[0], string][] = [
      [{ insured: documentOf(personNamed('周凯')) }, 'person-unknown'],
      [{ payer: { idType: '01', idNumber: '110101200001010000' } }, 'person-unknown'],
      [{ insured: documentOf(mother) }, 'not-resident-scheme'],
      [{ payer: documentOf(child) }, 'no-account'],
      [{ from: 'wallet' }, 'no-account'],
    ]
    for (const [more, reason] of cases) {
      expect(await ask('/premiums/pay', orderOf(more))).toEqual(refusedFor(reason))
    }
    expect(insurer.totals().premiums).toBe(0)
  })

  it('comes from the wallet where it is told so', async () => {
    insurer.credit(father.idNumber, 'wallet', fen(40_001))
    expect(await ask('/premiums/pay', orderOf({ from: 'wallet' }))).toMatchObject({ outcome: 'settled' })
    expect(await balance()).toBe(father.balanceFen)
    expect(insurer.totals().wallet).toBe(1)
  })

  it('is paid by one of two parents who pay at the same moment', async () => {
    const orders = [father, mother, father, mother].map((payer) => orderOf({ payer: documentOf(payer) }))
    const answers = (await Promise.all(orders.map((order) => ask('/premiums/pay', order)))) as {
      outcome: string
      refusal?: { reason: string }
    }[]
    const outcomes = answers.map(({ outcome, refusal }) => refusal?.reason ?? outcome)
    expect(outcomes.sort()).toEqual(['already-paid', 'already-paid', 'already-paid', 'settled'])
    expect(insurer.totals().premiums).toBe(40_000)
  })

  it('that was paid at a counter is paid by somebody else, and nobody reverses it from here', async () => {
    insurer.payOutside(child.idNumber, 2026, fen(40_000))
    expect(await ask('/premiums/pay', orderOf())).toEqual(
      refusedFor('already-paid', { paid: { by: 'somebody-else', paidOn: '2025-11-05' } }),
    )
    expect(() => insurer.payOutside(child.idNumber, 2026, fen(40_000))).toThrow('this premium is paid')
    expect(await ask('/statement', { afterSequence: 0, limit: 10 })).toEqual({ lines: [], next: null })
  })

  it('of a waived person says her category', async () => {
    insurer.setWaiver(child.idNumber, 2026, '特困供养')
    const asked = { insured: documentOf(child), premiumYear: 2026, payer: documentOf(father) }
    expect(await ask('/premiums/status', asked)).toEqual({ paid: null, waiver: '特困供养' })
    expect(await ask('/premiums/status', { ...asked, premiumYear: 2025 })).toEqual({
      paid: null,
      waiver: null,
    })
    insurer.setWaiver(child.idNumber, 2026, null)
    expect(await ask('/premiums/status', asked)).toEqual({ paid: null, waiver: null })
  })
})

describe('an order that is cancelled', () => {
  it('can no longer arrive', async () => {
    const order = orderOf()
    expect(await ask('/premiums/cancel', { orderId: order.orderId })).toEqual(refusedFor('cancelled'))
    expect(await ask('/premiums/pay', order)).toEqual(refusedFor('cancelled'))
    expect(await ask('/premiums/find', { orderId: order.orderId })).toEqual(refusedFor('cancelled'))
    expect(await ask('/premiums/cancel', { orderId: order.orderId })).toEqual(refusedFor('cancelled'))
    expect(await balance()).toBe(father.balanceFen)
  })

  it('stays as it is where it had arrived', async () => {
    const order = orderOf()
    const paid = await ask('/premiums/pay', order)
    expect(await ask('/premiums/cancel', { orderId: order.orderId })).toEqual(paid)
    expect(insurer.totals().premiums).toBe(40_000)
  })
})

describe('a reversal', () => {
  it('goes back to the account from which the money came, once', async () => {
    const order = orderOf()
    await ask('/premiums/pay', order)
    const asked = { reversalId: 'r-1', orderId: order.orderId, reason: 'duplicate' }
    const reversal = {
      reversalId: 'r-1',
      orderId: order.orderId,
      amountFen: 40_000,
      to: 'account',
      sequence: expect.any(Number),
      settledAt: at,
    }
    expect(await ask('/premiums/reverse', asked)).toEqual({ outcome: 'settled', reversal })
    expect(await ask('/premiums/reverse', asked)).toEqual({ outcome: 'settled', reversal })
    expect(await ask('/premiums/reverse', { ...asked, reason: 'died' })).toEqual(refusedFor('request-reused'))
    expect(await ask('/premiums/reverse', { ...asked, reversalId: 'r-2' })).toEqual(
      refusedFor('already-reversed'),
    )
    expect(await ask('/premiums/find', { orderId: order.orderId })).toMatchObject({
      outcome: 'settled',
      reversal,
    })
    expect(await balance()).toBe(father.balanceFen)
    // The year is free again, and the mother may pay it.
    expect(await ask('/premiums/pay', orderOf({ payer: documentOf(mother) }))).toMatchObject({
      outcome: 'settled',
    })
  })

  it('reaches the account of one who has died or changed the scheme since', async () => {
    const order = orderOf()
    await ask('/premiums/pay', order)
    insurer.setDeath(father.idNumber, day('2025-11-04'))
    const asked = { reversalId: 'r-1', orderId: order.orderId, reason: 'died' }
    expect(await ask('/premiums/reverse', asked)).toMatchObject({ outcome: 'settled' })
    expect(insurer.totals().premiums).toBe(0)
  })

  it('of a payment that was refused, or of none, is refused', async () => {
    const refused = orderOf({ payer: documentOf(child) })
    await ask('/premiums/pay', refused)
    for (const [reversalId, orderId] of [
      ['r-1', refused.orderId],
      ['r-2', 'nothing'],
    ]) {
      expect(await ask('/premiums/reverse', { reversalId, orderId, reason: 'other' })).toEqual(
        refusedFor('payment-unknown'),
      )
    }
  })

  it('takes no id that a payment has, nor a payment that of a reversal', async () => {
    const order = orderOf()
    await ask('/premiums/pay', order)
    const asked = { reversalId: order.orderId, orderId: order.orderId, reason: 'other' }
    expect(await ask('/premiums/reverse', asked)).toEqual(refusedFor('request-reused'))
    await ask('/premiums/reverse', { ...asked, reversalId: 'r-1' })
    expect(await ask('/premiums/pay', orderOf({ orderId: 'r-1' }))).toEqual(refusedFor('request-reused'))
    expect(await ask('/premiums/find', { orderId: 'r-1' })).toEqual({ outcome: 'not-received' })
  })
})

describe('the statement', () => {
  it('lists in pages what callers asked for, and names nobody', async () => {
    const ids: string[] = []
    for (const premiumYear of [2024, 2025, 2026]) {
      const order = orderOf({ premiumYear })
      ids.push(order.orderId)
      await ask('/premiums/pay', order)
    }
    await ask('/premiums/reverse', { reversalId: 'r-1', orderId: ids[1], reason: 'other' })
    const seen: { kind: string; id: string; orderId: string; premiumYear: number }[] = []
    let after: number | null = 0
    while (after !== null) {
      const page = (await ask('/statement', { afterSequence: after, limit: 2 })) as {
        lines: typeof seen
        next: number | null
      }
      expect(page.lines).toHaveLength(2)
      seen.push(...page.lines)
      after = page.next
    }
    expect(seen.map(({ kind, id, orderId, premiumYear }) => [kind, id, orderId, premiumYear])).toEqual([
      ['premium', ids[0], ids[0], 2024],
      ['premium', ids[1], ids[1], 2025],
      ['premium', ids[2], ids[2], 2026],
      ['reversal', 'r-1', ids[1], 2025],
    ])
    expect(JSON.stringify(seen)).not.toContain(child.idNumber)
    const within = (from: string, until: string) =>
      ask('/statement', { afterSequence: 0, from, until, limit: 10 })
    expect(await within(at, '2025-11-05T09:00:00.001+08:00')).toMatchObject({ lines: { length: 4 } })
    expect(await within('2025-11-01T00:00:00Z', at)).toEqual({ lines: [], next: null })
  })
})

describe('the feed of changes', () => {
  it('tells each change once, as things stood then', async () => {
    const area = { code: '370100', name: '济南市' }
    insurer.setEnrolment(father.idNumber, { enrolment: 'active' })
    insurer.setEnrolment(father.idNumber, { enrolment: 'suspended' })
    insurer.setEnrolment(father.idNumber, { enrolment: 'active', poolingArea: area, regionCode: '370000' })
    insurer.setEnrolment(father.idNumber, { enrolment: 'active', scheme: 'resident' })
    insurer.setEnrolment(mother.idNumber, { enrolment: 'none' })
    insurer.setDeath(father.idNumber, day('2025-11-04'))
    const page = (await ask('/changes', { afterSequence: 0, limit: 100 })) as {
      changes: {
        sequence: number
        kind: string
        enrolment: string
        document: object
        diedOn: string | null
      }[]
    }
    expect(
      page.changes.map(({ sequence, kind, enrolment, diedOn }) => [sequence, kind, enrolment, diedOn]),
    ).toEqual([
      [1, 'enrolment-changed', 'suspended', null],
      [2, 'moved', 'active', null],
      [3, 'enrolment-changed', 'active', null],
      [4, 'scheme-changed', 'active', null],
      [5, 'enrolment-ended', 'none', null],
      [6, 'died', 'none', '2025-11-04'],
    ])
    expect(page.changes[1]).toMatchObject({
      document: documentOf(father),
      poolingArea: area,
      regionCode: '370000',
    })
    expect(await ask('/changes', { afterSequence: 4, limit: 1 })).toEqual({
      changes: [page.changes[4]],
      next: 5,
    })
    expect(await ask('/changes', { afterSequence: 5, limit: 1 })).toEqual({
      changes: [page.changes[5]],
      next: null,
    })
    expect(await ask('/persons/find', documentOf(father))).toEqual({ person: null })
  })
})

describe('the file', () => {
  const open = () => {
    const database = new Database(path.join(directory, 'insurer.sqlite'))
    database.pragma('foreign_keys = ON')
    database.pragma('recursive_triggers = ON')
    return database
  }

  it('holds every balance as opening entries, and all accounts together are zero', () => {
    const held = addFen(...PEOPLE.map(({ balanceFen }) => balanceFen ?? fen(0)))
    const others = { wallet: 0, premiums: 0, settlements: 0, outside: 0 }
    expect(insurer.totals()).toEqual({ account: held, opening: -held, ...others })
  })

  it('refuses whatever would break the ledger', async () => {
    await ask('/premiums/pay', orderOf())
    await ask('/premiums/pay', orderOf({ premiumYear: 2025 }))
    await insurer.close()
    const database = open()
    const tables = ['movements', 'entries', 'orders', 'premiums']
    for (const table of tables) {
      const column = { movements: 'at', entries: 'amount_fen', orders: 'at', premiums: 'tier' }[table]
      expect(() => database.exec(`UPDATE ${table} SET ${column} = 1`)).toThrow('only ever added to')
      expect(() => database.exec(`DELETE FROM ${table}`)).toThrow('only ever added to')
    }
    expect(() =>
      database.exec("INSERT OR REPLACE INTO movements VALUES (1, 'credit', NULL, 'then')"),
    ).toThrow('only ever added to')
    expect(() => database.exec('INSERT INTO entries VALUES (1, 3, 5)')).toThrow('no further entry')
    expect(() => database.exec("INSERT INTO movements VALUES (900, 'credit', NULL, 'then')")).toThrow(
      'sum to zero',
    )
    const uneven = 'BEGIN; INSERT INTO entries VALUES (900, 1, 5), (900, 3, -4)'
    database.exec(uneven)
    expect(() => database.exec("INSERT INTO movements VALUES (900, 'credit', NULL, 'then')")).toThrow(
      'sum to zero',
    )
    expect(() => database.exec('COMMIT')).toThrow('FOREIGN KEY')
    database.exec('ROLLBACK')
    expect(() => database.exec('INSERT INTO entries VALUES (900, 4, -900000000)')).toThrow('overdrawn')
    database.close()
    insurer = await startTestInsurer({ directory })
  })

  it('from before the ledger keeps its balances, as opening entries', async () => {
    await insurer.close()
    const database = open()
    database.exec(`
      DROP TABLE settlement_reversals; DROP TABLE settlement_legs; DROP TABLE settlements;
      DROP TABLE orders; DROP TABLE reversals; DROP TABLE premiums; DROP TABLE entries; DROP TABLE movements;
      DROP TABLE accounts;
      CREATE TABLE accounts (person INTEGER PRIMARY KEY REFERENCES persons (person), balance_fen INTEGER NOT NULL) STRICT;
      INSERT INTO accounts SELECT person, 700 + person FROM persons WHERE scheme = 'employee';`)
    const { person } = database
      .prepare('SELECT person FROM persons WHERE id_number = ?')
      .get(father.idNumber) as { person: number }
    database.close()
    insurer = await startTestInsurer({ directory })
    expect(await balance()).toBe(700 + person)
    expect(addFen(...Object.values(insurer.totals()))).toBe(0)
    await insurer.close()
    insurer = await startTestInsurer({ directory })
    expect(await balance()).toBe(700 + person)
  })
})

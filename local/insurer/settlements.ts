import type Database from 'libsql'
import type {
  FoundSettlement,
  ReversedSettlement,
  SettledLeg,
  SettlementAnswer,
  SettlementOrder,
  SettlementRefusal,
  SettlementReversalAnswer,
  SettlementReversalOrder,
} from '../../platform/insurer/settlement-orders'
import type { Instant } from '../../shared/values/day'
import { addFen, type Fen, fen } from '../../shared/values/fen'
import type { Entry, Ledger } from './ledger'
import type { Orders } from './orders'
import type { Register, Registered } from './register'
import { OUTSIDE_ACCOUNT, SETTLEMENTS_ACCOUNT } from './tables'

const LEGS = 'SELECT source, account, amount_fen FROM settlement_legs WHERE order_id = ? ORDER BY leg'

export interface Settlements {
  settle(order: SettlementOrder): SettlementAnswer
  find(orderId: string): FoundSettlement
  cancel(orderId: string): SettlementAnswer
  reverse(order: SettlementReversalOrder): SettlementReversalAnswer
}

interface LegRow {
  readonly source: SettledLeg['from']
  readonly account: number
  readonly amount_fen: number
}

interface Source {
  readonly account: number
  /** Whether somebody owns it, so that it can be empty. */
  readonly owned: boolean
}

const refused = (refusal: SettlementRefusal): SettlementAnswer => ({ outcome: 'refused', refusal })
const CANCELLED = refused({ reason: 'cancelled' })
const REUSED = refused({ reason: 'request-reused' })
const REVERSAL_REUSED: SettlementReversalAnswer = {
  outcome: 'refused',
  refusal: { reason: 'request-reused' },
}

/**
 * The register of settlements over the ledger. All legs of a bill are entries of one movement, so that they are taken
 * together or not at all; what was paid in cash comes from outside, and the institutions are owed the whole.
 */
export function openSettlements(
  database: Database.Database,
  ledger: Ledger,
  register: Register,
  orders: Orders,
): Settlements {
  const add = database.prepare('INSERT INTO settlements VALUES (?, ?, ?, ?, ?, ?, ?)')
  const addLeg = database.prepare('INSERT INTO settlement_legs VALUES (?, ?, ?, ?, ?)')
  const addReversal = database.prepare('INSERT INTO settlement_reversals VALUES (?, ?, ?, ?)')
  const settled = database.prepare('SELECT amount_fen FROM settlements WHERE order_id = ?')
  const legRows = database.prepare(LEGS)
  const reversalOf = database.prepare('SELECT reversal_id FROM settlement_reversals WHERE order_id = ?')
  const legsOf = (orderId: string) => legRows.all(orderId) as LegRow[]

  /** The account that a leg names, or null where there is none or it may not be spent from. */
  const sourceOf = (leg: SettlementOrder['legs'][number], insured: Registered): Source | null => {
    if (leg.from === 'cash') return { account: OUTSIDE_ACCOUNT, owned: false }
    const holder = leg.from === 'shared-account' ? register.registered(leg.holder) : insured
    if (holder === null) return null
    const kind = leg.from === 'wallet' ? 'wallet' : 'account'
    // Who went over to the resident scheme keeps the account in the ledger, but may no longer pay from it.
    if (kind === 'account' && holder.scheme !== 'employee') return null
    const account = ledger.accountOf(holder.person, kind)
    return account === null ? null : { account, owned: true }
  }

  const take = (order: SettlementOrder, at: Instant): SettlementAnswer => {
    const insured = register.registered(order.insured)
    if (insured === null) return refused({ reason: 'person-unknown' })
    const entries: Entry[] = []
    for (const [place, leg] of order.legs.entries()) {
      if (leg.from === 'shared-account' && register.registered(leg.holder) === null) {
        return refused({ reason: 'person-unknown' })
      }
      const source = sourceOf(leg, insured)
      const again = source?.owned === true && entries.some(({ account }) => account === source.account)
      if (source === null || again) return refused({ reason: 'no-account', leg: place })
      if (source.owned && ledger.balanceOf(source.account) < leg.amountFen) {
        return refused({ reason: 'balance-too-low', leg: place })
      }
      entries.push({ account: source.account, amountFen: fen(-leg.amountFen) })
    }
    const { orderId, institutionId, kind } = order
    const amountFen = addFen(...order.legs.map((leg) => leg.amountFen))
    const credit = { account: SETTLEMENTS_ACCOUNT, amountFen }
    const sequence = ledger.post('settlement', orderId, [...entries, credit], at)
    add.run(orderId, sequence, insured.person, institutionId, kind, amountFen, at)
    for (const [place, leg] of order.legs.entries()) {
      addLeg.run(orderId, place, leg.from, entries[place]?.account, leg.amountFen)
    }
    const legs = order.legs.map(({ from, amountFen: part }) => ({ from, amountFen: part }))
    return { outcome: 'settled', settlement: { orderId, amountFen, legs, sequence, settledAt: at } }
  }

  const giveBack = (order: SettlementReversalOrder, at: Instant): SettlementReversalAnswer => {
    const { reversalId, orderId } = order
    const known = settled.get(orderId) as { amount_fen: number } | undefined
    if (known === undefined) return { outcome: 'refused', refusal: { reason: 'settlement-unknown' } }
    if (reversalOf.get(orderId) !== undefined) {
      return { outcome: 'refused', refusal: { reason: 'already-reversed' } }
    }
    const rows = legsOf(orderId)
    const amountFen = fen(known.amount_fen)
    const back = rows.map(({ account, amount_fen }) => ({ account, amountFen: fen(amount_fen) }))
    const debit = { account: SETTLEMENTS_ACCOUNT, amountFen: fen(-amountFen) }
    const sequence = ledger.post('settlement-reversal', reversalId, [...back, debit], at)
    addReversal.run(orderId, reversalId, sequence, at)
    const legs = rows.map(settledLeg)
    return {
      outcome: 'settled',
      reversal: { reversalId, orderId, amountFen, legs, sequence, settledAt: at },
    }
  }

  const settle = (order: SettlementOrder) =>
    orders.once(
      { id: order.orderId, kind: 'settlement', asked: order, reused: REUSED, cancelled: CANCELLED },
      (at) => take(order, at),
    )
  const cancel = (id: string) =>
    orders.shutOut({ id, kind: 'settlement', reused: REUSED, cancelled: CANCELLED })
  const reverse = (order: SettlementReversalOrder) =>
    orders.once<SettlementReversalAnswer>(
      {
        id: order.reversalId,
        kind: 'settlement-reversal',
        asked: order,
        reused: REVERSAL_REUSED,
        cancelled: REVERSAL_REUSED,
      },
      (at) => giveBack(order, at),
    )
  /** The reversal of a settlement, from the answer that it was given. */
  const reversalFor = (orderId: string): ReversedSettlement | null => {
    const row = reversalOf.get(orderId) as { reversal_id: string } | undefined
    if (row === undefined) return null
    const answer = orders.answerOf(row.reversal_id, 'settlement-reversal') as SettlementReversalAnswer | null
    return answer?.outcome === 'settled' ? answer.reversal : null
  }

  const settleWhole = database.transaction(settle)
  const cancelWhole = database.transaction(cancel)
  const reverseWhole = database.transaction(reverse)
  return {
    settle: (order) => settleWhole.immediate(order),
    cancel: (orderId) => cancelWhole.immediate(orderId),
    reverse: (order) => reverseWhole.immediate(order),
    find(orderId) {
      const answer = orders.answerOf(orderId, 'settlement') as SettlementAnswer | null
      if (answer === null) return { outcome: 'not-received' }
      return answer.outcome === 'refused' ? answer : { ...answer, reversal: reversalFor(orderId) }
    },
  }
}

/** The legs of a settlement as the statement and a reversal tell them. */
export function settledLegsOf(database: Database.Database): (orderId: string) => readonly SettledLeg[] {
  const rows = database.prepare(LEGS)
  return (orderId) => (rows.all(orderId) as LegRow[]).map(settledLeg)
}

function settledLeg({ source, amount_fen }: LegRow): { from: SettledLeg['from']; amountFen: Fen } {
  return { from: source, amountFen: fen(amount_fen) }
}

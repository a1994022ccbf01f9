import type Database from 'libsql'
import type {
  FoundPayment,
  MoneySource,
  PaidPremium,
  PaymentAnswer,
  PaymentRefusal,
  PremiumOrder,
  PremiumStatus,
  ReversalAnswer,
  ReversalOrder,
  SettledReversal,
} from '../../platform/insurer/port'
import { dayOf, type Instant, instantFromMilliseconds } from '../../shared/values/day'
import { type Fen, fen } from '../../shared/values/fen'
import type { IdDocument } from '../../shared/values/id-document'
import { type Ledger, transfer } from './ledger'
import type { Orders } from './orders'
import { type Register, yearBegan } from './register'
import { OUTSIDE_ACCOUNT, PREMIUMS_ACCOUNT } from './tables'

interface PremiumRow {
  readonly order_id: string
  readonly payer: number | null
  readonly amount_fen: number
  readonly paid_from: MoneySource | 'outside'
  readonly at: Instant
}

export interface Premiums {
  pay(order: PremiumOrder): PaymentAnswer
  find(orderId: string): FoundPayment
  cancel(orderId: string): PaymentAnswer
  reverse(order: ReversalOrder): ReversalAnswer
  status(insured: IdDocument, premiumYear: number, payer: IdDocument): PremiumStatus
  /**
   * Registers a premium that was paid past the product, at a counter or with the tax office.
   *
   * @throws Error where the premium of that year is paid
   */
  registerOutside(insured: number, premiumYear: number, amountFen: Fen): void
}

const CANCELLED = refused({ reason: 'cancelled' })
const REUSED = refused({ reason: 'request-reused' })
const REVERSAL_REUSED: ReversalAnswer = { outcome: 'refused', refusal: { reason: 'request-reused' } }

/**
 * The register of premiums over the ledger. A request that moves money is one transaction: the answer is kept under the
 * caller's id together with what it did, so that the same request later has the same answer, also when it was refused.
 */
export function openPremiums(
  database: Database.Database,
  ledger: Ledger,
  register: Register,
  orders: Orders,
  now: () => number,
): Premiums {
  const addPremium = database.prepare('INSERT INTO premiums VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const addReversal = database.prepare('INSERT INTO reversals VALUES (?, ?, ?, ?, ?)')
  const standing = database.prepare(
    `SELECT * FROM premiums WHERE insured = ? AND premium_year = ?
       AND order_id NOT IN (SELECT order_id FROM reversals)`,
  )
  const premiumOf = database.prepare('SELECT * FROM premiums WHERE order_id = ?')
  const reversalOf = database.prepare('SELECT reversal_id FROM reversals WHERE order_id = ?')
  const moment = () => instantFromMilliseconds(now())

  const paidPremium = (person: number, premiumYear: number, payer: number | null): PaidPremium | null => {
    const row = standing.get(person, premiumYear) as PremiumRow | undefined
    if (row === undefined) return null
    const paidOn = dayOf(row.at)
    return row.payer !== null && row.payer === payer
      ? { by: 'payer', paidOn, orderId: row.order_id, amountFen: fen(row.amount_fen) }
      : { by: 'somebody-else', paidOn }
  }

  const settle = (order: PremiumOrder, at: Instant): PaymentAnswer => {
    const payer = register.registered(order.payer)
    const insured = register.registered(order.insured)
    if (payer === null || insured === null) return refused({ reason: 'person-unknown' })
    const paid = paidPremium(insured.person, order.premiumYear, payer.person)
    if (paid !== null) return refused({ reason: 'already-paid', paid })
    if (insured.scheme !== 'resident') return refused({ reason: 'not-resident-scheme' })
    // Who went over to the resident scheme keeps the account in the ledger, but may no longer pay from it.
    const account =
      order.from === 'account' && payer.scheme !== 'employee'
        ? null
        : ledger.accountOf(payer.person, order.from)
    if (account === null) return refused({ reason: 'no-account' })
    const balanceFen =
      order.part === 'prior-years' ? ledger.priorYearsOf(account, yearBegan(at)) : ledger.balanceOf(account)
    if (balanceFen < order.amountFen) return refused({ reason: 'balance-too-low', balanceFen })

    const { orderId, premiumYear, tier, amountFen, from } = order
    const sequence = ledger.post('premium', orderId, transfer(account, PREMIUMS_ACCOUNT, amountFen), at)
    addPremium.run(orderId, sequence, payer.person, insured.person, premiumYear, tier, amountFen, from, at)
    return {
      outcome: 'settled',
      payment: { orderId, premiumYear, tier, amountFen, from, sequence, settledAt: at },
    }
  }

  const pay = (order: PremiumOrder) =>
    orders.once(
      { id: order.orderId, kind: 'payment', asked: order, reused: REUSED, cancelled: CANCELLED },
      (at) => settle(order, at),
    )

  const cancel = (id: string) => orders.shutOut({ id, kind: 'payment', reused: REUSED, cancelled: CANCELLED })

  const giveBack = (order: ReversalOrder, at: Instant): ReversalAnswer => {
    const premium = premiumOf.get(order.orderId) as PremiumRow | undefined
    if (premium === undefined || premium.payer === null || premium.paid_from === 'outside') {
      return { outcome: 'refused', refusal: { reason: 'payment-unknown' } }
    }
    if (reversalOf.get(order.orderId) !== undefined) {
      return { outcome: 'refused', refusal: { reason: 'already-reversed' } }
    }
    const { reversalId, orderId, reason } = order
    const amountFen = fen(premium.amount_fen)
    const to = premium.paid_from
    const account = ledger.openAccount(premium.payer, to)
    const sequence = ledger.post('reversal', reversalId, transfer(PREMIUMS_ACCOUNT, account, amountFen), at)
    addReversal.run(orderId, reversalId, sequence, reason, at)
    return { outcome: 'settled', reversal: { reversalId, orderId, amountFen, to, sequence, settledAt: at } }
  }

  const reverse = (order: ReversalOrder) =>
    orders.once(
      {
        id: order.reversalId,
        kind: 'reversal',
        asked: order,
        reused: REVERSAL_REUSED,
        cancelled: REVERSAL_REUSED,
      },
      (at) => giveBack(order, at),
    )

  const registerOutside = (insured: number, premiumYear: number, amountFen: Fen): void => {
    const at = moment()
    const sequence = ledger.post('premium', null, transfer(OUTSIDE_ACCOUNT, PREMIUMS_ACCOUNT, amountFen), at)
    // A colon is in no id of a caller, so that none can reach or meet this one.
    addPremium.run(`outside:${sequence}`, sequence, null, insured, premiumYear, '', amountFen, 'outside', at)
  }

  /** The reversal of a payment, from the answer that it was given. */
  const reversalFor = (orderId: string): SettledReversal | null => {
    const row = reversalOf.get(orderId) as { reversal_id: string } | undefined
    if (row === undefined) return null
    const answer = orders.answerOf(row.reversal_id, 'reversal') as ReversalAnswer | null
    return answer?.outcome === 'settled' ? answer.reversal : null
  }

  const payWhole = database.transaction(pay)
  const cancelWhole = database.transaction(cancel)
  const reverseWhole = database.transaction(reverse)
  const registerWhole = database.transaction(registerOutside)
  return {
    pay: (order) => payWhole.immediate(order),
    cancel: (orderId) => cancelWhole.immediate(orderId),
    reverse: (order) => reverseWhole.immediate(order),
    registerOutside: (insured, premiumYear, amountFen) => {
      registerWhole.immediate(insured, premiumYear, amountFen)
    },

    find(orderId) {
      const answer = orders.answerOf(orderId, 'payment') as PaymentAnswer | null
      if (answer === null) return { outcome: 'not-received' }
      return answer.outcome === 'refused' ? answer : { ...answer, reversal: reversalFor(orderId) }
    },

    status(insured, premiumYear, payer) {
      const person = register.registered(insured)
      if (person === null) return { paid: null, waiver: null }
      const asking = register.registered(payer)
      return {
        paid: paidPremium(person.person, premiumYear, asking?.person ?? null),
        waiver: register.waiverOf(person.person, premiumYear),
      }
    },
  }
}

function refused(refusal: PaymentRefusal): PaymentAnswer {
  return { outcome: 'refused', refusal }
}

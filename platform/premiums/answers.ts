import type { Refusal } from '../../shared/values/refusal'
import type {
  FoundPayment,
  PaymentAnswer,
  PaymentRefusal,
  ReversalAnswer,
  SettledPremium,
  SettledReversal,
  Unanswered,
} from '../insurer/port'
import type { PremiumLine } from '../store/premium-collections'

/** What the insurer said about one line: about its order, or about the reversal of it. */
export type LineAnswer =
  | {
      readonly lineId: string
      readonly of: 'order'
      readonly answer: PaymentAnswer | FoundPayment | Unanswered
    }
  | { readonly lineId: string; readonly of: 'reversal'; readonly answer: ReversalAnswer | Unanswered }

export interface Applied {
  readonly lines: readonly PremiumLine[]
  /** What this answer settled, and no earlier one. */
  readonly paid: readonly { readonly line: PremiumLine; readonly payment: SettledPremium }[]
  readonly failed: readonly PremiumLine[]
  readonly refunded: readonly { readonly line: PremiumLine; readonly reversal: SettledReversal }[]
}

export function isOrderOpen({ state }: Pick<PremiumLine, 'state'>): boolean {
  return state === 'waiting' || state === 'unknown'
}

export function isOpen(line: PremiumLine): boolean {
  return isOrderOpen(line) || line.refund?.state === 'open'
}

/** Takes in what was answered. A line that has its final answer keeps it, whatever comes later or twice. */
export function applyAnswers(lines: readonly PremiumLine[], answers: readonly LineAnswer[]): Applied {
  const paid: { line: PremiumLine; payment: SettledPremium }[] = []
  const failed: PremiumLine[] = []
  const refunded: { line: PremiumLine; reversal: SettledReversal }[] = []
  const after = lines.map((line) =>
    answers
      .filter(({ lineId }) => lineId === line.lineId)
      .reduce((current: PremiumLine, given) => {
        if (given.of === 'order') {
          const next = afterOrder(current, given.answer)
          if (next !== current && next.state === 'failed') failed.push(next)
          if (next !== current && next.state === 'paid' && given.answer.outcome === 'settled') {
            paid.push({ line: next, payment: given.answer.payment })
          }
          return next
        }
        const next = afterReversal(current, given.answer)
        if (next !== current && given.answer.outcome === 'settled') {
          refunded.push({ line: next, reversal: given.answer.reversal })
        }
        return next
      }, line),
  )
  return { lines: after, paid, failed, refunded }
}

function afterOrder(line: PremiumLine, answer: PaymentAnswer | FoundPayment | Unanswered): PremiumLine {
  if (!isOrderOpen(line)) return line
  switch (answer.outcome) {
    case 'settled':
      return { ...line, state: 'paid', settledAt: answer.payment.settledAt }
    case 'refused':
      return { ...line, state: 'failed', refusal: refusalOf(answer.refusal, line) }
    case 'unknown':
      return line.state === 'unknown' ? line : { ...line, state: 'unknown' }
    // Nothing arrived so far; whether something is still under way is as it was before.
    case 'not-received':
    case 'not-sent':
      return line
  }
}

function afterReversal(line: PremiumLine, answer: ReversalAnswer | Unanswered): PremiumLine {
  const { refund } = line
  if (refund?.state !== 'open') return line
  if (answer.outcome === 'settled') {
    return { ...line, refund: { ...refund, state: 'refunded', refundedAt: answer.reversal.settledAt } }
  }
  return answer.outcome === 'refused' ? { ...line, refund: { ...refund, state: 'refused' } } : line
}

function refusalOf(refusal: PaymentRefusal, line: PremiumLine): Refusal {
  switch (refusal.reason) {
    case 'already-paid':
      return { code: 'already-paid', facts: { paidOn: refusal.paid.paidOn, by: refusal.paid.by } }
    case 'balance-too-low':
      return {
        code: 'balance-too-low',
        facts: { neededFen: line.amountFen, balanceFen: refusal.balanceFen },
      }
    case 'not-resident-scheme':
      return { code: 'not-resident-scheme', facts: {} }
    case 'no-account':
      return { code: 'not-employee-scheme', facts: {} }
    case 'cancelled':
      return { code: 'not-allowed', facts: { reason: 'order-cancelled' } }
    case 'person-unknown':
    case 'request-reused':
      return { code: 'not-allowed', facts: { reason: 'order-refused' } }
  }
}

export type PaymentState = 'paid' | 'processing' | 'outcome-unknown' | 'failed' | 'partly-paid' | 'refunded'

/** The whole of a payment: what is not known comes first, and what was not paid is never called paid. */
export function paymentState(lines: readonly Pick<PremiumLine, 'state' | 'refund'>[]): PaymentState {
  if (lines.some(({ state }) => state === 'unknown')) return 'outcome-unknown'
  if (lines.some(({ state }) => state === 'waiting')) return 'processing'
  const paid = lines.filter(({ state }) => state === 'paid')
  if (paid.length === 0) return 'failed'
  if (paid.every(({ refund }) => refund?.state === 'refunded')) return 'refunded'
  return paid.length === lines.length ? 'paid' : 'partly-paid'
}

import type { Refusal } from '../../shared/values/refusal'
import type { Unanswered } from '../insurer/port'
import type {
  FoundSettlement,
  ReversedSettlement,
  SettledSettlement,
  SettlementAnswer,
  SettlementRefusal,
  SettlementReversalAnswer,
} from '../insurer/settlement-orders'
import type { SettlementDocument } from '../store/settlement-collections'

/** What the insurer said about an order, or about the reversal of it. */
export type AnswerGiven =
  | {
      readonly of: 'order'
      readonly orderId: string
      readonly answer: SettlementAnswer | FoundSettlement | Unanswered
    }
  | { readonly of: 'reversal'; readonly answer: SettlementReversalAnswer | Unanswered }

export interface Applied {
  readonly fields: Pick<SettlementDocument, 'state' | 'refusal' | 'settledAt' | 'reversal' | 'open'>
  /** What this answer brought to an end, and no earlier one. */
  readonly settled: SettledSettlement | null
  readonly failed: boolean
  readonly reversed: ReversedSettlement | null
}

type Kept = Pick<SettlementDocument, 'orderId' | 'state' | 'refusal' | 'settledAt' | 'reversal' | 'open'>

export function isOrderOpen({ state }: Pick<SettlementDocument, 'state'>): boolean {
  return state === 'waiting' || state === 'unknown'
}

/** Takes in what was answered. What has its final answer keeps it, whatever comes later, twice or about another order. */
export function applyAnswer(kept: Kept, given: AnswerGiven): Applied {
  const { state, refusal, settledAt, reversal } = kept
  const after = { state, refusal, settledAt, reversal }
  if (given.of === 'order') {
    if (!isOrderOpen(kept) || given.orderId !== kept.orderId) return applied(after)
    const { answer } = given
    switch (answer.outcome) {
      case 'settled': {
        const settled = { ...after, state: 'settled', settledAt: answer.settlement.settledAt } as const
        return applied(settled, { settled: answer.settlement })
      }
      case 'refused':
        return applied({ ...after, state: 'failed', refusal: refusalOf(answer.refusal) }, { failed: true })
      case 'unknown':
        return applied({ ...after, state: 'unknown' })
      // Nothing arrived so far; whether something is still under way is as it was before.
      case 'not-received':
      case 'not-sent':
        return applied(after)
    }
  }
  if (reversal?.state !== 'open') return applied(after)
  const { answer } = given
  if (answer.outcome === 'settled') {
    const reversed = { ...reversal, state: 'reversed', reversedAt: answer.reversal.settledAt } as const
    return applied({ ...after, reversal: reversed }, { reversed: answer.reversal })
  }
  if (answer.outcome !== 'refused') return applied(after)
  return applied({ ...after, reversal: { ...reversal, state: 'refused' } })
}

function applied(
  fields: Omit<Applied['fields'], 'open'>,
  happened: Partial<Omit<Applied, 'fields'>> = {},
): Applied {
  const open = isOrderOpen(fields) || fields.reversal?.state === 'open'
  return { fields: { ...fields, open }, settled: null, failed: false, reversed: null, ...happened }
}

/** An account was used since it was asked about: the bill is divided anew, and nobody hears of it. */
const ACCOUNTS_CHANGED = 'accounts-changed'

function refusalOf(refusal: SettlementRefusal): Refusal {
  switch (refusal.reason) {
    case 'balance-too-low':
    case 'no-account':
      return { code: 'not-allowed', facts: { reason: ACCOUNTS_CHANGED } }
    case 'cancelled':
      return { code: 'not-allowed', facts: { reason: 'settlement-cancelled' } }
    case 'person-unknown':
    case 'request-reused':
      return { code: 'not-allowed', facts: { reason: 'settlement-refused' } }
  }
}

/** Whether it came to nothing only because an account has less than was counted on. */
export function isDividedAnew({ state, refusal }: Pick<SettlementDocument, 'state' | 'refusal'>): boolean {
  return state === 'failed' && refusal?.facts?.reason === ACCOUNTS_CHANGED
}

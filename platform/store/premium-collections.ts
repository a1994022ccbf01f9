import type { DifferenceSettled } from '../../shared/contract/reviews'
import type { Day, Instant } from '../../shared/values/day'
import type { Fen } from '../../shared/values/fen'
import type { BindingId, PaymentId, PersonId, QuoteId } from '../../shared/values/ids'
import type { Refusal, RuleCited } from '../../shared/values/refusal'
import type { MoneySource, ReversalReason } from '../insurer/port'

/** What one relative's premium of a year costs, as it was told. */
export interface QuotedLine {
  /** Also the id of the order at the insurer, made before anything is paid. */
  readonly lineId: string
  readonly bindingId: BindingId
  readonly tier: string
  readonly tierTitle: string
  /** The tier and what is collected together with it. */
  readonly amountFen: Fen
  readonly extras: readonly { readonly title: string; readonly amountFen: Fen }[]
  /** Where only what is left from the years before may pay; missing where the whole account may. */
  readonly part?: 'prior-years'
  /** The region whose price it is: where the relative is insured. */
  readonly regionCode: string
  /** Her pooling area, for a rule that is known of one city; null where nobody says. */
  readonly poolingAreaCode: string | null
  readonly benefitFrom: Day | null
  /** The rules by which the price and the window were found. */
  readonly basis: readonly RuleCited[]
}

/** What was told to a person, for a quarter of an hour. No name and no ID number in it. */
export interface QuoteDocument {
  readonly _id: QuoteId
  readonly personId: PersonId
  readonly premiumYear: number
  readonly from: MoneySource
  readonly lines: readonly QuotedLine[]
  readonly totalFen: Fen
  readonly expiresAt: Instant
}

/**
 * `waiting`: confirmed, and not known to have been sent. `unknown`: sent, and no usable answer came. Both are settled
 * by asking again under the same id.
 */
export type LineState = 'waiting' | 'unknown' | 'paid' | 'failed'

export interface PremiumRefund {
  /** The id of the reversal at the insurer. */
  readonly reversalId: string
  readonly reason: string
  readonly reversalReason: ReversalReason
  readonly askedAt: Instant
  readonly state: 'open' | 'refunded' | 'refused'
  readonly refundedAt: Instant | null
}

export interface PremiumLine extends QuotedLine {
  readonly relativeId: PersonId
  readonly guardianId: PersonId | null
  readonly state: LineState
  /** Why it was not paid; null unless it failed. */
  readonly refusal: Refusal | null
  /** The insurer's own moment. */
  readonly settledAt: Instant | null
  readonly refund: PremiumRefund | null
}

/** One confirmed payment. It is written before the insurer is asked; each line is an order of its own. */
export interface PaymentDocument {
  readonly _id: PaymentId
  readonly personId: PersonId
  readonly quoteId: QuoteId
  readonly premiumYear: number
  readonly from: MoneySource
  readonly lines: readonly PremiumLine[]
  readonly totalFen: Fen
  readonly createdAt: Instant
  /** The moment and the id: payments are listed by it, the newest first. */
  readonly orderKey: string
  /** Everybody who may see it or a line of it. */
  readonly people: readonly PersonId[]
  /** Whose premium of which year each line is: the ID index and the year. */
  readonly inFlightKeys: readonly string[]
  /** Those of them that have no final answer. */
  readonly inFlight: readonly string[]
  /** Whether an order or a reversal has no final answer. */
  readonly open: boolean
  readonly asked: number
  /** When a timer asks again. */
  readonly askAt: Instant
}

/** One movement of money that the insurer confirmed, append-only. `_id` is the id of the order or of the reversal. */
export interface PremiumMovementDocument {
  readonly _id: string
  readonly kind: 'premium' | 'reversal'
  readonly paymentId: PaymentId
  readonly orderId: string
  readonly premiumYear: number
  readonly amountFen: Fen
  /** What is taken from one is given to the other; a reversal is the way back. */
  readonly debit: MoneySource | 'premiums'
  readonly credit: MoneySource | 'premiums'
  readonly sequence: number
  /** The insurer's own moment, by which its statement is cut too. */
  readonly at: Instant
}

/** A difference between our records and the insurer's statement, for the desk. `_id` is the kind and the movement. */
export interface ReconciliationDocument {
  readonly _id: string
  readonly difference: 'missing-here' | 'missing-there' | 'not-the-same'
  readonly movementId: string
  readonly hereFen: Fen | null
  readonly thereFen: Fen | null
  readonly foundAt: Instant
  /** Null while it is open; `by` is the staff's id, or null where a later run found that both say the same. */
  readonly settled: {
    readonly at: Instant
    readonly by: string | null
    readonly how: DifferenceSettled
  } | null
  /** Whether it is open: by it the desk's list is found. */
  readonly open: boolean
}

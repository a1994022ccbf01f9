import type { Instant } from '../../shared/values/day'
import type { Fen } from '../../shared/values/fen'
import type { IdDocument } from '../../shared/values/id-document'

/** What a bill is for. No diagnosis and no medicine: the insurer's own claims system keeps those. */
export type SettlementKind = 'outpatient' | 'inpatient' | 'pharmacy'

/** One part of a bill. The accounts are personal accounts; the wallet is that of the person who is treated. */
export type SettlementLeg =
  | { readonly from: 'own-account' | 'wallet' | 'cash'; readonly amountFen: Fen }
  | { readonly from: 'shared-account'; readonly holder: IdDocument; readonly amountFen: Fen }

/** One person's bill at a designated institution, taken from several accounts in one commit of the insurer. */
export interface SettlementOrder {
  /** The caller's own id, made and kept before the order is sent. Up to 64 letters, digits and hyphens. */
  readonly orderId: string
  /** Who is treated. */
  readonly insured: IdDocument
  readonly institutionId: string
  readonly kind: SettlementKind
  /** What they add up to is the bill. Above zero each; no account stands in two of them. */
  readonly legs: readonly SettlementLeg[]
}

/** A leg as it is told afterwards: whose account it was, the caller knows from the order. */
export interface SettledLeg {
  readonly from: SettlementLeg['from']
  readonly amountFen: Fen
}

/** A bill that the insurer settled: all of its legs. */
export interface SettledSettlement {
  readonly orderId: string
  readonly amountFen: Fen
  readonly legs: readonly SettledLeg[]
  /** The number of the movement in the insurer's statement. */
  readonly sequence: number
  readonly settledAt: Instant
}

export type SettlementRefusal =
  /**
   * `leg` is the place of the leg in the order, from 0. `balance-too-low`: somebody has used that account since it was
   * asked about. `no-account`: there is none of that kind, or it stands in a leg before.
   */
  | { readonly reason: 'balance-too-low' | 'no-account'; readonly leg: number }
  /** Who is treated, or a holder, is not insured here. */
  | { readonly reason: 'person-unknown' }
  /** The id was used before, for something else. Nothing became of this request. */
  | { readonly reason: 'request-reused' }
  /** The caller gave the order up before it arrived. */
  | { readonly reason: 'cancelled' }

export type SettlementAnswer =
  | { readonly outcome: 'settled'; readonly settlement: SettledSettlement }
  | { readonly outcome: 'refused'; readonly refusal: SettlementRefusal }

/** What the insurer knows of an order by its id. */
export type FoundSettlement =
  | {
      readonly outcome: 'settled'
      readonly settlement: SettledSettlement
      /** Null where the settlement stands. */
      readonly reversal: ReversedSettlement | null
    }
  | { readonly outcome: 'refused'; readonly refusal: SettlementRefusal }
  /** No such order has arrived so far. One that is still under way may yet: only `cancelSettlement` shuts it out. */
  | { readonly outcome: 'not-received' }

export interface SettlementReversalOrder {
  /** The caller's own id of the reversal. */
  readonly reversalId: string
  /** The settlement that is reversed, whole. */
  readonly orderId: string
}

/** A settlement whose every leg went back to where it came from. */
export interface ReversedSettlement {
  readonly reversalId: string
  readonly orderId: string
  readonly amountFen: Fen
  readonly legs: readonly SettledLeg[]
  readonly sequence: number
  readonly settledAt: Instant
}

export type SettlementReversalAnswer =
  | { readonly outcome: 'settled'; readonly reversal: ReversedSettlement }
  | {
      readonly outcome: 'refused'
      readonly refusal: { readonly reason: 'request-reused' | 'settlement-unknown' | 'already-reversed' }
    }

/** One settlement or its reversal in the statement. It names no person: the caller's own id leads to her. */
export interface SettlementStatementLine {
  readonly sequence: number
  readonly at: Instant
  readonly kind: 'settlement' | 'settlement-reversal'
  /** The caller's id of the order or of the reversal. */
  readonly id: string
  /** The id of the order: for a reversal that of the settlement it reverses. */
  readonly orderId: string
  readonly amountFen: Fen
  readonly legs: readonly SettledLeg[]
}

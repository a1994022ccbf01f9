import type { Instant } from '../../shared/values/day'
import type { Fen } from '../../shared/values/fen'
import type { BindingId, PersonId, SettlementId } from '../../shared/values/ids'
import type { Refusal } from '../../shared/values/refusal'
import type { SettledLeg, SettlementKind } from '../insurer/settlement-orders'

/** A designated hospital or pharmacy. `_id` is its code; the operator keeps this list (docs/operating.md). */
export interface InstitutionDocument {
  readonly _id: string
  readonly kind: 'hospital' | 'pharmacy'
  readonly name: string
  readonly poolingArea: { readonly code: string; readonly name: string }
  /** Hex of the SM2 point with which it signs its requests; null for one that calls as a user of the platform. */
  readonly publicKey: string | null
  /** False once it is designated no longer; it stays, so that old settlements keep a name. */
  readonly active: boolean
}

/** A signed request of an institution that was let in, so that nobody sends it again. `_id` is the institution and the nonce. */
export interface InstitutionNonceDocument {
  readonly _id: string
  /** Until then the same request would still be in time. */
  readonly expiresAt: Instant
}

/** One part of a bill, and whose money it is. */
export interface SettlementLineKept {
  readonly from: 'own-account' | 'binding' | 'wallet' | 'cash'
  /** Of a line from a binding; null else. */
  readonly bindingId: BindingId | null
  readonly policyholderId: PersonId | null
  readonly amountFen: Fen
}

export interface SettlementReversalKept {
  readonly reversalId: string
  readonly askedAt: Instant
  readonly state: 'open' | 'reversed' | 'refused'
  readonly reversedAt: Instant | null
}

/** One bill at an institution. It is written before the insurer is asked. No name, no ID number and no diagnosis in it. */
export interface SettlementDocument {
  readonly _id: SettlementId
  readonly institutionId: string
  readonly institutionKind: InstitutionDocument['kind']
  readonly kind: SettlementKind
  /** Who is treated, and who showed the code. */
  readonly relativeId: PersonId
  readonly shownById: PersonId
  readonly billFen: Fen
  /** The order at the insurer. A bill that has to be divided anew gets another one, and the one before has failed. */
  readonly orderId: string
  readonly orderNumber: number
  readonly lines: readonly SettlementLineKept[]
  /** `waiting`: not known to have been sent. `unknown`: sent, and no usable answer came. */
  readonly state: 'waiting' | 'unknown' | 'settled' | 'failed'
  /** Why it came to nothing; null unless it failed. */
  readonly refusal: Refusal | null
  /** The insurer's own moment. */
  readonly settledAt: Instant | null
  readonly reversal: SettlementReversalKept | null
  /** The month in which it counts against limits, YYYY-MM. */
  readonly month: string
  readonly createdAt: Instant
  /** The moment and the id: settlements are listed by it, the newest first. */
  readonly orderKey: string
  /** Everybody who may see it or a line of it. */
  readonly people: readonly PersonId[]
  /** The bindings by which it was paid. */
  readonly bindingIds: readonly BindingId[]
  /** Whether the order or the reversal has no final answer. */
  readonly open: boolean
  readonly asked: number
  /** When a timer asks again. */
  readonly askAt: Instant
}

/** One movement of money that the insurer confirmed, append-only. `_id` is the id of the order or of the reversal. */
export interface SettlementMovementDocument {
  readonly _id: string
  readonly kind: 'settlement' | 'settlement-reversal'
  readonly settlementId: SettlementId
  readonly orderId: string
  readonly amountFen: Fen
  /** What was taken from each and given to the institution; a reversal is the way back. */
  readonly legs: readonly SettledLeg[]
  readonly sequence: number
  /** The insurer's own moment, by which its statement is cut too. */
  readonly at: Instant
}

import type { ReviewKind, ReviewState, Side, UnbindReason } from '../../shared/rules/binding-changes'
import type { Day, Instant } from '../../shared/values/day'
import type { BindingId, PersonId, ProofId, ReviewId } from '../../shared/values/ids'
import type { ProofType } from '../../shared/values/proof-file'
import type { Sealed } from '../keys/sealing'

/** Somebody who works at the bureau. `_id` is the account's id; the operator keeps this list (docs/operating.md). */
export interface StaffDocument {
  readonly _id: string
  readonly name: string
  readonly role: 'reviewer' | 'clerk'
  /** The region whose cases she sees; null for every region. */
  readonly regionCode: string | null
  /** False once the account is closed; it stays, so that old decisions keep a name. */
  readonly active: boolean
}

/** A proof as what it belongs to names it. */
export interface ProofNamed {
  readonly proofId: ProofId
  readonly contentType: ProofType
  readonly bytes: number
}

/** A household register, a birth or marriage certificate. It lies sealed in the file storage; here stands where. */
export interface ProofDocument extends Omit<ProofNamed, 'proofId'> {
  readonly _id: ProofId
  readonly fileId: string
  /** The upload that it was taken from, until that is removed. */
  readonly uploadFileId: string | null
  readonly ownerId: PersonId
  readonly takenAt: Instant
  /** The last day on which it is kept; null while somebody is still to look at it. */
  readonly keptUntil: Day | null
}

/** What a reviewer decided, and why. The opinion may name people, so it is sealed. */
export interface ReviewDecision {
  readonly round: number
  readonly decision: 'approved' | 'rejected'
  readonly staffId: string
  readonly at: Instant
  /** Null once somebody in the case has closed her account and was erased: it may name her. */
  readonly sealedOpinion: Sealed | null
  /** Who had proposed it, where this decision takes the place of the one before; null for a first decision. */
  readonly proposedBy: string | null
}

/** An application on which the bureau decides: to bind, or to end bindings under one signed notice. */
export interface ReviewDocument {
  readonly _id: ReviewId
  readonly kind: ReviewKind
  readonly bindingIds: readonly BindingId[]
  readonly regionCode: string
  readonly applicantId: PersonId
  readonly by: Side
  readonly state: ReviewState
  /** It is handed in for the first, second … time. */
  readonly round: number
  readonly submittedAt: Instant
  /** Its place in the queue: the moment of handing in, and its id. */
  readonly queuePlace: string
  /** The documents that the region asks for. */
  readonly proofsAsked: readonly string[]
  readonly proofs: readonly (ProofNamed & { readonly round: number })[]
  /** For an unbinding; null too once the one who gave it was erased. */
  readonly reason: UnbindReason | null
  readonly wishedLastDay: Day | null
  readonly decisions: readonly ReviewDecision[]
  /** A reversal that one reviewer proposes and another has to confirm. */
  readonly reversal: { readonly staffId: string; readonly at: Instant; readonly sealedOpinion: Sealed } | null
  readonly hasReversal: boolean
  readonly decidedAt: Instant | null
  /** Until when its proofs are there, it may be handed in again, and its decision can be reversed. */
  readonly proofsKeptUntil: Day | null
}

import type { Day } from '../values/day'
import type { IdDocument } from '../values/id-document'
import type { Refusal, RuleCited } from '../values/refusal'
import type { EnrolmentState, Relation, Scheme, Use } from '../values/relation'
import type { Result } from '../values/result'

/** Who accepts, and for whom. Below the guardian's age a guardian signs for the child. */
export type Acceptance = 'by-relative' | 'by-guardian' | 'in-person'
export type Signer = 'policyholder' | 'guardian' | 'relative'
export type SigningMode = 'handwritten' | 'tick' | 'typed'

/** What the insurer says of a person's enrolment, as far as a rule asks for it. */
export interface EnrolmentFacts {
  readonly scheme: Scheme | null
  readonly enrolment: EnrolmentState
  readonly regionCode: string | null
  readonly poolingAreaCode: string | null
}

/** What is known when a policyholder fills in the form: her own side and what she writes. */
export interface InviteFacts {
  readonly policyholder: EnrolmentFacts & { readonly document: IdDocument; readonly birthDay: Day | null }
  readonly relative: { readonly document: IdDocument; readonly birthDay: Day | null }
  readonly relation: Relation
  /** The policyholder's bindings that are in force, in review or ending. Pending invitations are not among them. */
  readonly bound: readonly { readonly relation: Relation }[]
  readonly startDay?: Day
  readonly endDay?: Day
  readonly today: Day
}

/** What is known when the relative accepts: both sides. */
export interface JoinFacts extends InviteFacts {
  readonly relativeEnrolment: EnrolmentFacts
  /** How many policyholders share with this relative already. */
  readonly policyholdersOfRelative: number
}

export interface InviteAllowed {
  /** Places left under the cap; null where no cap is published. */
  readonly placesLeft: number | null
  readonly effectiveFrom: Day
  readonly uses: readonly Use[]
  /** Proofs that the region asks for with this relation; empty where it asks for none. */
  readonly proofs: readonly string[]
  readonly review: boolean
  /** Every rule that spoke, with its value and source. */
  readonly rules: readonly RuleCited[]
  /** Chinese sentences about what is not published here or is our own reading. */
  readonly remarks: readonly string[]
}

export type MayInvite = (facts: InviteFacts) => Result<InviteAllowed, Refusal>
export type MayJoin = (facts: JoinFacts) => Result<InviteAllowed, Refusal>

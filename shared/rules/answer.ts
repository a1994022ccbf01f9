import type { Day } from '../values/day'
import type { IdDocument, Sex } from '../values/id-document'
import type { Refusal, RuleCited } from '../values/refusal'
import type { EnrolmentState, Relation, Scheme, Use } from '../values/relation'
import type { Result } from '../values/result'
import type { FlowValues } from './parameters/definitions/flow'

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
  /**
   * The policyholder's bindings that are in force, in review or ending. Pending invitations are not among them. The sex
   * is asked for where a region counts fathers and mothers apart; where it is missing she may be either.
   */
  readonly bound: readonly { readonly relation: Relation; readonly sex?: Sex | null }[]
  /** Whether the policyholder has set up her family; asked for where a region has that step (河南). */
  readonly familyEstablished?: boolean
  /** The last day of a binding that the two had before. */
  readonly boundUntil?: Day
  readonly startDay?: Day
  /** The last day on which the binding holds. */
  readonly endDay?: Day
  readonly today: Day
}

/** Who reads the refusal: it says 您 to her and names the others. */
export type SpokenTo = 'policyholder' | 'relative' | 'guardian'

/** What is known when the relative accepts: both sides. */
export interface JoinFacts extends InviteFacts {
  readonly relativeEnrolment: EnrolmentFacts
  /** How many policyholders share with this relative already. */
  readonly policyholdersOfRelative: number
  /** The same by where those policyholders are enrolled; asked for where a region counts them apart (安徽). */
  readonly policyholdersByArea?: Readonly<Record<'same-area' | 'cross-area' | 'cross-province', number>>
  /** Who hears the answer; the relative where it is missing. */
  readonly spokenTo?: SpokenTo
}

export interface InviteAllowed {
  /** Places left under the cap; null where no cap is published. */
  readonly placesLeft: number | null
  readonly effectiveFrom: Day
  readonly uses: readonly Use[]
  /** Proofs that the region asks for with this relation; empty where it asks for none. */
  readonly proofs: readonly string[]
  readonly review: boolean
  /** Who reviews; null where nobody does. */
  readonly reviewBy: 'agency' | null
  /** Every rule that spoke, with its value and source. */
  readonly rules: readonly RuleCited[]
  /** Chinese sentences about what is not published here or is our own reading. */
  readonly remarks: readonly string[]
}

export type MayInvite = (facts: InviteFacts) => Result<InviteAllowed, Refusal>
export type MayJoin = (facts: JoinFacts) => Result<InviteAllowed, Refusal>

/** What must be signed, by whom and how, and who accepts. */
export interface ConsentNeeded {
  readonly acceptance: Acceptance
  /** Who signs for a child: the policyholder for her own child, else a parent; null where no guardian is needed. */
  readonly guardian: 'policyholder' | 'parent' | null
  readonly letters: readonly LetterNeeded[]
  /** The notice that is read before the letter; null where the region has none. */
  readonly noticeTitle: string | null
  readonly rules: readonly RuleCited[]
  /** Chinese sentences about what is machine-written or our own reading. */
  readonly remarks: readonly string[]
}

export interface LetterNeeded<Purpose extends string = 'invite' | 'accept' | 'guardian'> {
  readonly signer: Signer
  readonly purpose: Purpose
  readonly mode: SigningMode
  /** What is to be typed; only where the mode is `typed`. */
  readonly sentence?: string
  /** Whether one tap may fill the sentence in. */
  readonly oneTap?: boolean
}

/** The words and steps that a region uses for its own business. */
export interface RegionWords {
  readonly regionCode: string
  readonly name: string
  readonly shortName: string
  /** The mini-program or app in which people of the region do this. */
  readonly system: string
  /** The menu, step by step; the last step is the invite label, where the region names one. */
  readonly entryPath: readonly string[]
  readonly entryLabel: string
  readonly pageTitle: string
  readonly inviteLabel: string
  /** Someone without any member is taken to the form at once. */
  readonly firstTimersGoStraightToForm: boolean
  /** What a person does after the entry, in order. */
  readonly steps: readonly string[]
  /** What the region's form asks for; empty where nobody says. */
  readonly formFields: FlowValues['form-fields']
  readonly otherPaths: FlowValues['other-paths']
  /** What else stands beside the binding on the region's page. */
  readonly besideBinding: FlowValues['beside-binding']
  /** The region's own steps of paying a relative's premium from the account; empty where nobody says. */
  readonly premiumFlow: readonly string[]
  /** The family is set up before anybody is added to it. */
  readonly familyEstablishedFirst: boolean
  /** The notice that is read first; null where nobody says that there is one. */
  readonly bindNoticeTitle: string | null
  /** What stands beside the box that is ticked. */
  readonly tickLabel: string
  readonly consentTitle: string
  readonly unbindLabel: string
  readonly recordsLabel: string
  readonly offlineDesk: string
}

/** What is known of one parameter, and how well. */
export interface ExplainedValue {
  /** Null where nothing is known. */
  readonly value: unknown
  readonly from?: Day
  readonly until?: Day
  readonly source: string
  readonly reliability: string
  readonly lastChecked: Day
  readonly ourReading: boolean
  /** Where the value was found; `none` where nothing is known. */
  readonly level: 'region' | 'national' | 'product' | 'none'
  /** Chinese: how the value is meant, or what happens where nothing is known. */
  readonly note?: string
}

/** One row of the list of rules, as anyone may read it. */
export interface ExplainedParameter extends ExplainedValue {
  readonly parameter: string
  readonly title: string
  readonly whenUnknown: 'refuse' | 'unrestricted' | 'product-default'
  readonly unit?: string
  /** The one pooling area in which the value holds; missing where it holds in the whole region. */
  readonly poolingArea?: { readonly code: string; readonly name: string }
  /** What holds in the rest of the region, where the value holds in one pooling area alone. */
  readonly elsewhere?: ExplainedValue
}

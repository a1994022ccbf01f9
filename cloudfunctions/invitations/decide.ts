import {
  type EnrolmentFacts,
  type InviteAllowed,
  invitationResendableUntil,
  inviteTermsRefused,
  mayInvite,
  type SpokenTo,
} from '../../shared/rules'
import { type Day, dayOf, type Instant } from '../../shared/values/day'
import type { Fen } from '../../shared/values/fen'
import { birthDayOf, type IdDocument, type Sex } from '../../shared/values/id-document'
import type { Refusal } from '../../shared/values/refusal'
import type { Relation, Use } from '../../shared/values/relation'
import { ok, type Result, refuse } from '../../shared/values/result'

export type StoredState = 'draft' | 'pending' | 'accepted' | 'in-review' | 'declined' | 'revoked' | 'expired'

export interface Timed {
  readonly state: StoredState
  readonly expiresAt: Instant
}

/** The state by the caller's own clock: an invitation is over at its end whether or not the timer has passed. */
export function stateAt(invitation: Timed, now: Instant): StoredState {
  const open = invitation.state === 'draft' || invitation.state === 'pending'
  return open && invitation.expiresAt <= now ? 'expired' : invitation.state
}

/** Why an invitation cannot be answered now, or null. Told to the inviter and the invited only. */
export function notAnswerable(invitation: Timed, now: Instant, spokenTo: SpokenTo): Refusal | null {
  const state = stateAt(invitation, now)
  if (state === 'pending') return null
  if (state === 'expired') {
    return { code: 'invitation-expired', facts: { expiresAt: invitation.expiresAt, spokenTo } }
  }
  // A draft was never sent: to the invited person it is not there yet, so this is for the inviter alone.
  if (state === 'draft') return { code: 'letter-not-signed', facts: { signer: 'policyholder', spokenTo } }
  return { code: 'invitation-closed', facts: { state, spokenTo } }
}

/** Why the inviter cannot take it back now, or null: a draft and a pending one can be taken back. */
export function notRevocable(invitation: Timed, now: Instant): Refusal | null {
  return stateAt(invitation, now) === 'draft' ? null : notAnswerable(invitation, now, 'policyholder')
}

/** Why it cannot be sent anew, or null: also one that has run out can, for some time after it was made. */
export function notResendable(
  invitation: Timed & { readonly signed: boolean; readonly createdAt: Instant; readonly regionCode: string },
  now: Instant,
): Refusal | null {
  const spokenTo: SpokenTo = 'policyholder'
  const state = stateAt(invitation, now)
  if (!invitation.signed) return { code: 'letter-not-signed', facts: { signer: 'policyholder', spokenTo } }
  if (state !== 'pending' && state !== 'expired') {
    return { code: 'invitation-closed', facts: { state, spokenTo } }
  }
  const madeOn = dayOf(invitation.createdAt)
  if (dayOf(now) > invitationResendableUntil({ regionCode: invitation.regionCode, madeOn })) {
    return { code: 'invitation-closed', facts: { state, reason: 'too-old', spokenTo } }
  }
  return null
}

export interface RosterFacts {
  readonly idIndex: string
  readonly relation: Relation
  readonly lastDay: Day | null
  readonly sex?: Sex | null
  readonly enrolledIn?: Pick<EnrolmentFacts, 'regionCode' | 'poolingAreaCode'>
}

/** The bindings that hold today; the last day counts. */
export function inForce<Entry extends RosterFacts>(roster: readonly Entry[], today: Day): Entry[] {
  return roster.filter((entry) => entry.lastDay === null || entry.lastDay >= today)
}

interface Side {
  readonly document: IdDocument
  readonly idIndex: string
  /** From the insurer where it knows her, else from the document. */
  readonly birthDay?: Day | null
}

export interface CreateFacts {
  readonly policyholder: Side & {
    readonly enrolment: EnrolmentFacts
    readonly roster: readonly RosterFacts[]
    /** In which region she has set up her family; missing where she has not. */
    readonly familyRegion?: string | undefined
  }
  readonly relative: Side
  readonly relation: Relation
  readonly startDay?: Day | undefined
  readonly endDay?: Day | undefined
  readonly uses?: readonly Use[] | undefined
  readonly proofFileIds?: readonly string[] | undefined
  readonly today: Day
}

/** Whether the policyholder may invite, as far as her own side and the form can tell. */
export function decideInvite(facts: CreateFacts): Result<InviteAllowed, Refusal> {
  const bound = inForce(facts.policyholder.roster, facts.today)
  const allowed = mayInvite(inviteFactsOf(facts, bound))
  if (!allowed.ok) return allowed
  const twice = boundWithoutEnd(bound, facts.relative.idIndex)
  if (twice !== null) return refuse({ code: 'already-bound', facts: { relation: twice.relation } })
  return ok(allowed.value)
}

/** The binding with this person on whose end nobody has agreed; one that ends may be followed by another. */
export function boundWithoutEnd<Entry extends RosterFacts>(
  bound: readonly Entry[],
  idIndex: string,
): Entry | null {
  return bound.find((entry) => entry.idIndex === idIndex && entry.lastDay === null) ?? null
}

/** The same, and what only the making asks for: uses that the region allows, and the proofs that it wants. */
export function decideCreate(facts: CreateFacts): Result<InviteAllowed, Refusal> {
  const allowed = decideInvite(facts)
  if (!allowed.ok) return allowed
  const bound = inForce(facts.policyholder.roster, facts.today)
  const refusal = inviteTermsRefused(
    {
      ...inviteFactsOf(facts, bound),
      uses: facts.uses ?? [],
      proofsGiven: (facts.proofFileIds ?? []).length,
    },
    allowed.value,
  )
  if (refusal !== null) return refuse(refusal)
  return allowed
}

/** The facts of an invitation as the rules ask for them. */
export function inviteFactsOf(facts: CreateFacts, bound: readonly RosterFacts[]) {
  const { policyholder, relative } = facts
  // The place that this relative has is the one that she would take again.
  const others = bound.filter((entry) => entry.idIndex !== relative.idIndex)
  const lastDays = bound.flatMap((entry) =>
    entry.idIndex === relative.idIndex && entry.lastDay !== null ? [entry.lastDay] : [],
  )
  const boundUntil = lastDays.sort().at(-1)
  return {
    policyholder: {
      ...policyholder.enrolment,
      document: policyholder.document,
      birthDay: policyholder.birthDay ?? birthDayOf(policyholder.document),
    },
    relative: { document: relative.document, birthDay: relative.birthDay ?? birthDayOf(relative.document) },
    relation: facts.relation,
    familyEstablished: policyholder.familyRegion === policyholder.enrolment.regionCode,
    bound: others.map(({ relation, sex }) => ({ relation, sex: sex ?? null })),
    ...(boundUntil === undefined ? {} : { boundUntil }),
    ...(facts.startDay === undefined ? {} : { startDay: facts.startDay }),
    ...(facts.endDay === undefined ? {} : { endDay: facts.endDay }),
    today: facts.today,
  }
}

/** Invitations that one policyholder may have open at once: our own figure, so that nobody is flooded with them. */
export const MOST_OPEN_INVITATIONS = 30

/** The same for a stranger's child, a child whom the register does not know and a wrong number. */
export const NOT_OWN_CHILD: Refusal = { code: 'not-allowed', facts: { reason: 'not-own-child-under-age' } }

interface StoredTerms {
  readonly uses: readonly Use[]
  readonly startDay: Day
  readonly endDay: Day | null
  readonly monthlyLimitFen: Fen | null
  readonly perSettlementLimitFen: Fen | null
}

/** Terms as the contract has them: what is open is missing, not null. */
export function termsReply(terms: StoredTerms) {
  return {
    uses: [...terms.uses],
    startDay: terms.startDay,
    ...(terms.endDay === null ? {} : { endDay: terms.endDay }),
    ...(terms.monthlyLimitFen === null ? {} : { monthlyLimitFen: terms.monthlyLimitFen }),
    ...(terms.perSettlementLimitFen === null ? {} : { perSettlementLimitFen: terms.perSettlementLimitFen }),
  }
}

/** A letter as the contract has it: whether it is signed, not by whom. */
export function letterReply<Letter extends { readonly signedByIndex: string | null }>({
  signedByIndex,
  ...letter
}: Letter) {
  return { ...letter, signed: signedByIndex !== null }
}

import {
  type Acceptance,
  bindingBegins,
  type EnrolmentFacts,
  type InviteAllowed,
  mayInvite,
  mayJoin,
} from '../../shared/rules'
import type { Day, Instant } from '../../shared/values/day'
import type { Fen } from '../../shared/values/fen'
import { birthDayOf, type IdDocument, sameName } from '../../shared/values/id-document'
import type { Refusal } from '../../shared/values/refusal'
import type { Relation, Use } from '../../shared/values/relation'
import { ok, type Result, refuse } from '../../shared/values/result'

export type StoredState = 'draft' | 'pending' | 'accepted' | 'in-review' | 'declined' | 'revoked' | 'expired'

interface Timed {
  readonly state: StoredState
  readonly expiresAt: Instant
}

/** The state by the caller's own clock: an invitation is over at its end whether or not the timer has passed. */
export function stateAt(invitation: Timed, now: Instant): StoredState {
  const open = invitation.state === 'draft' || invitation.state === 'pending'
  return open && invitation.expiresAt <= now ? 'expired' : invitation.state
}

/** Why an invitation cannot be answered now, or null. Told to the inviter and the invited only. */
export function notAnswerable(invitation: Timed, now: Instant): Refusal | null {
  const state = stateAt(invitation, now)
  if (state === 'pending') return null
  if (state === 'expired') return { code: 'invitation-expired', facts: { expiresAt: invitation.expiresAt } }
  // A draft was never sent: to the invited person it is not there yet, so this is for the inviter alone.
  if (state === 'draft') return { code: 'letter-not-signed', facts: { signer: 'policyholder' } }
  return { code: 'invitation-closed', facts: { state } }
}

/** Why the inviter cannot take it back now, or null: a draft and a pending one can be taken back. */
export function notRevocable(invitation: Timed, now: Instant): Refusal | null {
  return stateAt(invitation, now) === 'draft' ? null : notAnswerable(invitation, now)
}

/** Why it cannot be sent anew, or null: also one that has run out can. */
export function notResendable(
  invitation: Timed & { readonly signed: boolean },
  now: Instant,
): Refusal | null {
  const state = stateAt(invitation, now)
  if (!invitation.signed) return { code: 'letter-not-signed', facts: { signer: 'policyholder' } }
  if (state === 'pending' || state === 'expired') return null
  return { code: 'invitation-closed', facts: { state } }
}

export interface RosterFacts {
  readonly idIndex: string
  readonly relation: Relation
  readonly lastDay: Day | null
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
  const twice = bound.find((entry) => entry.idIndex === facts.relative.idIndex)
  if (twice !== undefined) return refuse({ code: 'already-bound', facts: { relation: twice.relation } })
  return ok(allowed.value)
}

/** The same, and what only the making asks for: uses that the region allows, and the proofs that it wants. */
export function decideCreate(facts: CreateFacts): Result<InviteAllowed, Refusal> {
  const allowed = decideInvite(facts)
  if (!allowed.ok) return allowed
  const refused = (facts.uses ?? []).filter((use) => !allowed.value.uses.includes(use))
  if (refused.length > 0) {
    return refuse({ code: 'use-not-allowed', facts: { uses: refused, allowed: allowed.value.uses } })
  }
  if (allowed.value.proofs.length > 0 && (facts.proofFileIds ?? []).length === 0) {
    return refuse({ code: 'proof-required', facts: { proofs: allowed.value.proofs } })
  }
  return allowed
}

export interface JoinFacts extends CreateFacts {
  readonly invitation: Timed & { readonly acceptance: Acceptance; readonly regionCode: string }
  /** The signer of each letter that is still unsigned. */
  readonly unsigned: readonly string[]
  /** The name that the policyholder wrote, and the one by which the relative is verified or registered. */
  readonly invitedName: string
  readonly relativeName: string
  readonly relativeEnrolment: EnrolmentFacts
  readonly relativeRoster: readonly RosterFacts[]
  readonly now: Instant
}

export interface Joining {
  readonly effectiveFrom: Day
  readonly review: boolean
}

/** What stands in the way of joining as things are now, the letters aside; null where nothing does. */
export function obstacle(facts: Omit<JoinFacts, 'unsigned'>): Refusal | null {
  const allowed = joinAllowed(facts)
  return allowed.ok ? null : allowed.refusal
}

/** Whether the relative joins now: everything is asked again, since days have passed since the invitation. */
export function decideJoin(facts: JoinFacts): Result<Joining, Refusal> {
  const closed = notAnswerable(facts.invitation, facts.now)
  if (closed !== null) return refuse(closed)
  const allowed = joinAllowed(facts)
  if (!allowed.ok) return allowed
  const [signer] = facts.unsigned
  if (signer !== undefined) return refuse({ code: 'letter-not-signed', facts: { signer } })
  const { effectiveFrom } = bindingBegins({
    regionCode: facts.invitation.regionCode,
    ...(facts.startDay === undefined ? {} : { startDay: facts.startDay }),
    acceptedOn: facts.today,
  })
  return ok({ effectiveFrom, review: allowed.value.review })
}

function joinAllowed(facts: Omit<JoinFacts, 'unsigned'>): Result<InviteAllowed, Refusal> {
  // The letters carry the name from the form; under somebody else's name they would be worth nothing.
  if (!sameName(facts.invitedName, facts.relativeName)) return refuse({ code: 'name-mismatch' })
  const bound = inForce(facts.policyholder.roster, facts.today)
  if (bound.some((entry) => entry.idIndex === facts.relative.idIndex)) {
    return refuse({ code: 'already-bound', facts: { relation: facts.relation } })
  }
  return mayJoin({
    // A start day that has passed while the invitation was under way is no mistake: it begins on acceptance.
    ...inviteFactsOf({ ...facts, startDay: laterOf(facts.startDay, facts.today) }, bound),
    relativeEnrolment: facts.relativeEnrolment,
    spokenTo: facts.invitation.acceptance === 'by-guardian' ? 'guardian' : 'relative',
    policyholdersOfRelative: inForce(facts.relativeRoster, facts.today).length,
  })
}

/** Whether a refusal lies on the relative's side. The inviter learns of such a one only that it could not be. */
export function isRelativeSide(refusal: Refusal): boolean {
  return refusal.code === 'name-mismatch' || refusal.facts?.side === 'relative'
}

function laterOf(startDay: Day | undefined, today: Day): Day {
  return startDay !== undefined && startDay > today ? startDay : today
}

function inviteFactsOf(facts: CreateFacts, bound: readonly RosterFacts[]) {
  const { policyholder, relative } = facts
  return {
    policyholder: {
      ...policyholder.enrolment,
      document: policyholder.document,
      birthDay: policyholder.birthDay ?? birthDayOf(policyholder.document),
    },
    relative: { document: relative.document, birthDay: relative.birthDay ?? birthDayOf(relative.document) },
    relation: facts.relation,
    bound: bound.map(({ relation }) => ({ relation })),
    ...(facts.startDay === undefined ? {} : { startDay: facts.startDay }),
    ...(facts.endDay === undefined ? {} : { endDay: facts.endDay }),
    today: facts.today,
  }
}

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

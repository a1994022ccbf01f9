import {
  type Acceptance,
  bindingBegins,
  consentNeeded,
  type Distance,
  distanceBetween,
  type EnrolmentFacts,
  type InviteAllowed,
  mayJoin,
  type SpokenTo,
} from '../../shared/rules'
import type { Day, Instant } from '../../shared/values/day'
import { birthDayOf, sameName } from '../../shared/values/id-document'
import type { Refusal } from '../../shared/values/refusal'
import { ok, type Result, refuse } from '../../shared/values/result'
import {
  boundWithoutEnd,
  type CreateFacts,
  inForce,
  inviteFactsOf,
  NOT_OWN_CHILD,
  notAnswerable,
  type RosterFacts,
  type Timed,
} from './decide'

export interface JoinFacts extends CreateFacts {
  readonly invitation: Timed & {
    readonly acceptance: Acceptance
    readonly guardian: 'policyholder' | 'parent' | null
    readonly regionCode: string
  }
  /** The signer of each letter that is still unsigned. */
  readonly unsigned: readonly string[]
  /** Whether the insurer's register names the policyholder as a parent of the relative. */
  readonly policyholderIsParent: boolean
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
  /** The documents that the region asks for, which the reviewer looks for. */
  readonly proofsAsked: readonly string[]
}

/** What stands in the way of joining as things are now, the letters aside; null where nothing does. */
export function obstacle(facts: Omit<JoinFacts, 'unsigned'>): Refusal | null {
  const allowed = joinAllowed(facts)
  return allowed.ok ? null : allowed.refusal
}

/** Whether the relative joins now: everything is asked again, since days have passed since the invitation. */
export function decideJoin(facts: JoinFacts): Result<Joining, Refusal> {
  const spokenTo = listenerOf(facts.invitation)
  const closed = notAnswerable(facts.invitation, facts.now, spokenTo)
  if (closed !== null) return refuse(closed)
  const allowed = joinAllowed(facts)
  if (!allowed.ok) return allowed
  const [signer] = facts.unsigned
  if (signer !== undefined) return refuse({ code: 'letter-not-signed', facts: { signer, spokenTo } })
  const { effectiveFrom } = bindingBegins({
    regionCode: facts.invitation.regionCode,
    ...(facts.startDay === undefined ? {} : { startDay: facts.startDay }),
    acceptedOn: facts.today,
  })
  const { review, proofs: proofsAsked } = allowed.value
  return ok({ effectiveFrom, review, proofsAsked })
}

function joinAllowed(facts: Omit<JoinFacts, 'unsigned'>): Result<InviteAllowed, Refusal> {
  const spokenTo = listenerOf(facts.invitation)
  // Before anything is said about a child: only a parent hears it, and everybody else the same in every case.
  if (facts.invitation.guardian === 'policyholder' && !facts.policyholderIsParent)
    return refuse(NOT_OWN_CHILD)
  const outdated = outdatedRefusal(facts, spokenTo)
  if (outdated !== null) return refuse(outdated)
  // The letters carry the name from the form; under somebody else's name they would be worth nothing.
  if (!sameName(facts.invitedName, facts.relativeName)) {
    return refuse({ code: 'name-mismatch', facts: { spokenTo } })
  }
  const bound = inForce(facts.policyholder.roster, facts.today)
  const twice = boundWithoutEnd(bound, facts.relative.idIndex)
  if (twice !== null) {
    return refuse({ code: 'already-bound', facts: { relation: twice.relation, spokenTo } })
  }
  // Whoever shares with her already; this policyholder's own binding with her is the one that would be followed.
  const others = inForce(facts.relativeRoster, facts.today).filter(
    (entry) => entry.idIndex !== facts.policyholder.idIndex,
  )
  return mayJoin({
    // A start day that has passed while the invitation was under way is no mistake: it begins on acceptance.
    ...inviteFactsOf({ ...facts, startDay: laterOf(facts.startDay, facts.today) }, bound),
    relativeEnrolment: facts.relativeEnrolment,
    spokenTo,
    policyholdersOfRelative: others.length,
    policyholdersByArea: policyholdersByArea(others, facts.relativeEnrolment),
  })
}

/** How many share with her from where; one of whom nobody knows where he was enrolled counts in none of the three. */
export function policyholdersByArea(
  roster: readonly RosterFacts[],
  relative: Pick<EnrolmentFacts, 'regionCode' | 'poolingAreaCode'>,
): Record<Distance, number> {
  const counted: Record<Distance, number> = { 'same-area': 0, 'cross-area': 0, 'cross-province': 0 }
  for (const { enrolledIn } of roster) {
    const distance = enrolledIn === undefined ? null : distanceBetween(enrolledIn, relative)
    if (distance !== null) counted[distance] += 1
  }
  return counted
}

/** Who hears an answer about joining: a policyholder who is the guardian is spoken to as the policyholder. */
function listenerOf({ guardian }: Pick<JoinFacts['invitation'], 'guardian'>): SpokenTo {
  if (guardian === 'policyholder') return 'policyholder'
  return guardian === 'parent' ? 'guardian' : 'relative'
}

/**
 * Whether the letters are still the ones that this binding needs: a child comes of age, a document says less about
 * age than the register, a policyholder moves to a region with other rules.
 */
function outdatedRefusal(facts: Omit<JoinFacts, 'unsigned'>, spokenTo: SpokenTo): Refusal | null {
  const { invitation } = facts
  const { regionCode } = facts.policyholder.enrolment
  if (regionCode !== null && regionCode !== invitation.regionCode) {
    const reason = 'region-changed'
    return { code: 'invitation-closed', facts: { state: invitation.state, reason, spokenTo } }
  }
  const needed = consentNeeded({
    regionCode: invitation.regionCode,
    poolingAreaCode: facts.policyholder.enrolment.poolingAreaCode,
    relation: facts.relation,
    relativeBirthDay: facts.relative.birthDay ?? birthDayOf(facts.relative.document),
    inPerson: invitation.acceptance === 'in-person',
    today: facts.today,
  })
  if (needed.acceptance === invitation.acceptance && needed.guardian === invitation.guardian) return null
  return { code: 'letter-changed', facts: { reason: 'consent-differs', spokenTo } }
}

/** Whether a refusal lies on the relative's side. The inviter learns of such a one only that it could not be. */
export function isRelativeSide(refusal: Refusal): boolean {
  return refusal.code === 'name-mismatch' || refusal.facts?.side === 'relative'
}

function laterOf(startDay: Day | undefined, today: Day): Day {
  return startDay !== undefined && startDay > today ? startDay : today
}

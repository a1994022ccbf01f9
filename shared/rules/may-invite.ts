import { remarkOnReviewOfProofs } from '../copy/remarks'
import type { Day } from '../values/day'
import { type IdDocument, idNumberProblem, sexOf } from '../values/id-document'
import type { Refusal } from '../values/refusal'
import type { Relation, Use } from '../values/relation'
import { ok, type Result, refuse } from '../values/result'
import type { EnrolmentFacts, InviteAllowed, InviteFacts, MayInvite, SpokenTo } from './answer'
import { bindingBegins, daysRefused } from './binding-days'
import { agesRefused } from './family-ages'
import { groundsOf, unknown } from './grounds'
import type { ParameterName, Region } from './parameters'
import { proofsFor, proofsMissing } from './proofs'
import { type Rule, readingOf, regionOf, ruleOf, settledRule } from './rule'
import { rebindFrom } from './unbinding'

/**
 * Whether a policyholder may invite this relative, from her own side and the form alone: nothing here asks for the
 * relative's insurance. The rules are those of the region in which the policyholder is enrolled.
 *
 * Refusals: `self`, `id-number-invalid`, `not-enrolled`, `not-employee-scheme`, `enrolment-suspended`, `rule-unknown`,
 * `family-not-established`, `relation-not-covered`, `age-relation-impossible`, `dates-invalid`, `rebind-too-early`,
 * `relation-cap-reached`, `member-cap-reached`.
 *
 * For `invitations.check` and, with `inviteTermsRefused`, for `invitations.create`.
 */
export const mayInvite: MayInvite = (facts) => inviteAllowed(facts, 'policyholder', false)

/** The policyholder's side of an invitation (`accepting: false`) and of its acceptance, said to whoever hears it. */
export function inviteAllowed(
  facts: InviteFacts,
  spokenTo: SpokenTo,
  accepting: boolean,
): Result<InviteAllowed, Refusal> {
  const refusal = documentRefused(facts, spokenTo) ?? enrolmentRefused(facts, spokenTo)
  if (refusal !== null) return refuse(refusal)
  const region = regionOf(facts.policyholder.regionCode)
  if (region === null) {
    return refuse({ code: 'rule-unknown', facts: { regionCode: facts.policyholder.regionCode, spokenTo } })
  }
  // Who may share at all is never guessed, whatever scheme she is in.
  if (ruleOf(region, 'policyholder-scheme', facts.today) === null) {
    return refuse(unknown(region, 'policyholder-scheme', spokenTo))
  }
  const stands =
    familyRefused(region, facts, spokenTo) ??
    relationRefused(region, facts, spokenTo) ??
    agesRefused(
      region,
      facts.relation,
      facts.policyholder.birthDay,
      facts.relative.birthDay,
      facts.today,
      spokenTo,
    ) ??
    daysRefused(region, facts, accepting, spokenTo) ??
    rebindRefused(region, facts, spokenTo) ??
    capRefused(region, facts, spokenTo)
  return stands === null ? ok(allowed(region, facts)) : refuse(stands)
}

/** One person may have a document of another type as well; that is found by the functions, which know the persons. */
export function sameDocument(one: IdDocument, other: IdDocument): boolean {
  return one.idType === other.idType && one.idNumber === other.idNumber
}

function documentRefused(facts: InviteFacts, spokenTo: SpokenTo): Refusal | null {
  if (sameDocument(facts.policyholder.document, facts.relative.document)) {
    return { code: 'self', facts: { spokenTo } }
  }
  const problem = idNumberProblem(facts.relative.document)
  if (problem !== null) return { code: 'id-number-invalid', facts: { problem, spokenTo } }
  const { birthDay } = facts.relative
  if (birthDay !== null && birthDay > facts.today) {
    return { code: 'id-number-invalid', facts: { problem: 'birth-day', spokenTo } }
  }
  return null
}

/**
 * What stands in the way of the policyholder's own insurance. To anybody else it is one and the same answer, without
 * the trouble's name, the scheme or the rule: her insurance is hers to tell.
 */
function enrolmentRefused(facts: InviteFacts, spokenTo: SpokenTo): Refusal | null {
  const refusal = policyholderRefused(facts.policyholder, facts.today)
  if (refusal === null || spokenTo === 'policyholder') return refusal
  return { code: 'not-allowed', facts: { reason: 'policyholder-cannot', side: 'policyholder', spokenTo } }
}

/** What stands in the way of the policyholder's own insurance, said to her. */
export function policyholderRefused(policyholder: EnrolmentFacts, today: Day): Refusal | null {
  const { scheme, enrolment, regionCode } = policyholder
  const region = regionOf(regionCode)
  const cite = (name: 'policyholder-scheme' | 'policyholder-standing') => {
    const rule = region === null ? null : ruleOf(region, name, today)
    return rule === null ? {} : { rule: rule.cited }
  }
  const who = { side: 'policyholder', spokenTo: 'policyholder' }
  if (enrolment === 'none' || scheme === null) {
    return { code: 'not-enrolled', facts: who, ...cite('policyholder-scheme') }
  }
  if (scheme !== 'employee') {
    return { code: 'not-employee-scheme', facts: { ...who, scheme }, ...cite('policyholder-scheme') }
  }
  if (enrolment === 'suspended') {
    return { code: 'enrolment-suspended', facts: who, ...cite('policyholder-standing') }
  }
  return null
}

function relationRefused(region: Region, facts: InviteFacts, spokenTo: SpokenTo): Refusal | null {
  const { relation, today } = facts
  const scope = ruleOf(region, 'relation-scope', today)
  if (scope === null) return unknown(region, 'relation-scope', spokenTo)
  if (scope.value.includes(relation) || !scope.mayBlock) return null
  return {
    code: 'relation-not-covered',
    facts: { relation, scope: scope.value, regionName: region.shortName, today, spokenTo },
    rule: scope.cited,
  }
}

/**
 * 河南: the family is set up before anybody is added to it. A caller that does not say is not asked. It is a step that
 * she takes here with one tap and nothing that bars her, so it is asked for even where machine-written text alone
 * names it.
 */
function familyRefused(region: Region, facts: InviteFacts, spokenTo: SpokenTo): Refusal | null {
  if (facts.familyEstablished !== false) return null
  const rule = ruleOf(region, 'family-established-first', facts.today)
  if (rule === null || !rule.mayAsk || !rule.value) return null
  return {
    code: 'family-not-established',
    facts: { regionName: region.shortName, spokenTo },
    rule: rule.cited,
  }
}

/** A binding of the two that has just been ended still holds on its last day, so a new one begins after it. */
function rebindRefused(region: Region, facts: InviteFacts, spokenTo: SpokenTo): Refusal | null {
  if (facts.boundUntil === undefined) return null
  const again = rebindFrom({ regionCode: region.regionCode, lastDay: facts.boundUntil, on: facts.today })
  const { effectiveFrom } = bindingBegins({
    regionCode: region.regionCode,
    acceptedOn: facts.today,
    ...(facts.startDay === undefined ? {} : { startDay: facts.startDay }),
  })
  if (effectiveFrom >= again.from) return null
  return { code: 'rebind-too-early', facts: { from: again.from, spokenTo }, rule: again.rule }
}

function capRefused(region: Region, facts: InviteFacts, spokenTo: SpokenTo): Refusal | null {
  const ofOneSex = parentOfOneSexRefused(region, facts, spokenTo)
  if (ofOneSex !== null) return ofOneSex
  const perRelation = relationCap(region, facts.relation, facts.today)
  const ofRelation = facts.bound.filter(({ relation }) => relation === facts.relation).length
  const who = { regionName: region.shortName, spokenTo }
  if (perRelation !== null && ofRelation >= perRelation.cap) {
    return {
      code: 'relation-cap-reached',
      facts: {
        ...who,
        relation: facts.relation,
        cap: perRelation.cap,
        bound: ofRelation,
        ...(perRelation.rule.cited.ourReading === true ? { ourReading: true } : {}),
      },
      rule: perRelation.rule.cited,
    }
  }
  const members = memberCap(region, facts.today)
  if (members !== null && facts.bound.length >= members.cap) {
    return {
      code: 'member-cap-reached',
      facts: { ...who, cap: members.cap, bound: facts.bound.length },
      rule: members.rule.cited,
    }
  }
  return null
}

/**
 * One father, one mother (山西, 大连). A bound parent whose sex nobody knows may be either, so such a parent stops
 * nobody: the cap of both together does.
 */
function parentOfOneSexRefused(region: Region, facts: InviteFacts, spokenTo: SpokenTo): Refusal | null {
  const sex = facts.relation === 'parent' ? sexOf(facts.relative.document) : null
  const rule = ruleOf(region, 'relation-caps', facts.today)
  if (sex === null || rule === null || !rule.mayBlock) return null
  const cap = rule.value[sex === 'male' ? 'father' : 'mother']
  const alike = facts.bound.filter((one) => one.relation === 'parent' && one.sex === sex).length
  if (cap === undefined || alike < cap) return null
  return {
    code: 'relation-cap-reached',
    facts: { regionName: region.shortName, spokenTo, relation: 'parent', sex, cap, bound: alike },
    rule: rule.cited,
  }
}

/**
 * The cap of one relation: the region's where it names the relation, else ours. A region that speaks of parents alone
 * has said nothing of the spouse.
 */
function relationCap(
  region: Region,
  relation: Relation,
  on: Day,
): { cap: number; rule: Rule<unknown> } | null {
  for (const rule of [ruleOf(region, 'relation-caps', on), readingOf('relation-caps')]) {
    const cap = rule?.value[relation]
    if (rule !== null && cap !== undefined) return rule.mayBlock ? { cap, rule } : null
  }
  return null
}

/** The cap that counts: a published number with better evidence than machine-written text. */
function memberCap(region: Region, on: Day): { cap: number; rule: Rule<number | 'unlimited'> } | null {
  const rule = ruleOf(region, 'member-cap', on)
  return rule?.mayBlock === true && rule.value !== 'unlimited' ? { cap: rule.value, rule } : null
}

function allowed(region: Region, facts: InviteFacts): InviteAllowed {
  const { today } = facts
  const begins = bindingBegins({
    regionCode: region.regionCode,
    acceptedOn: today,
    ...(facts.startDay === undefined ? {} : { startDay: facts.startDay }),
  })
  const members = memberCap(region, today)
  const proofs = proofsFor(region, 'proofs', {
    relation: facts.relation,
    birthDay: facts.relative.birthDay,
    today,
  })
  const review = ruleOf(region, 'review', today)
  // Nobody is asked for a paper that nobody looks at: where proofs are wanted and nothing is published about a review,
  // the agency looks at them. This is our reading.
  const lookedAt = review === null && proofs.asked.length > 0
  const reviewed = lookedAt || (review?.mayAsk === true && review.value)
  const names = lookedAt ? SPEAKING.filter((name) => name !== 'review') : SPEAKING
  const spoke = groundsOf(region, names, today)
  return {
    placesLeft: members === null ? null : members.cap - facts.bound.length,
    effectiveFrom: begins.effectiveFrom,
    uses: ruleOf(region, 'allowed-uses', today)?.value ?? [],
    proofs: proofs.asked,
    review: reviewed,
    reviewBy: reviewed ? settledRule(region, 'review-by', today).value : null,
    rules: spoke.rules,
    remarks: [
      ...spoke.remarks,
      ...(lookedAt ? [remarkOnReviewOfProofs(region.shortName)] : []),
      ...(proofs.unproven === null ? [] : [proofs.unproven]),
    ],
  }
}

/** The parameters that an allowed answer rests on, in the order in which a person reads them. */
const SPEAKING = [
  'policyholder-scheme',
  'relation-scope',
  'relation-caps',
  'member-cap',
  'proofs',
  'review',
  'bind-effective',
  'allowed-uses',
  'own-credential',
] as const satisfies readonly ParameterName[]

/**
 * What only the making of an invitation asks for: uses that the region allows, and the proofs that it wants. Null
 * where nothing is missing. Refusals: `use-not-allowed`, `proof-required`. For `invitations.create`.
 */
export function inviteTermsRefused(
  facts: InviteFacts & { readonly uses: readonly Use[]; readonly proofsGiven: number },
  allowed: InviteAllowed,
): Refusal | null {
  const region = regionOf(facts.policyholder.regionCode)
  if (region === null) return null
  const refused = facts.uses.filter((use) => !allowed.uses.includes(use))
  const uses = ruleOf(region, 'allowed-uses', facts.today)
  if (refused.length > 0) {
    return {
      code: 'use-not-allowed',
      facts: { uses: refused, allowed: allowed.uses },
      ...(uses === null ? {} : { rule: uses.cited }),
    }
  }
  const asked = { proofs: allowed.proofs, given: facts.proofsGiven, today: facts.today }
  return proofsMissing(region, 'proofs', asked, 'policyholder')
}

import { remarkOnReading, remarkOnUnknown, remarkOnUnproven } from '../copy/remarks'
import { ageOn, type Day } from '../values/day'
import { type IdDocument, idNumberProblem } from '../values/id-document'
import type { Refusal, RuleCited } from '../values/refusal'
import type { Relation } from '../values/relation'
import { ok, type Result, refuse } from '../values/result'
import type { InviteAllowed, InviteFacts, MayInvite, SpokenTo } from './answer'
import { bindingBegins, daysRefused } from './binding-days'
import { agesRefused } from './family-ages'
import type { ParameterName, Region } from './parameters'
import { type Rule, readingOf, regionOf, ruleOf } from './rule'

/** The age from which a relative counts as an adult for proofs, in full years. Ours: no source that is held names it. */
const ADULT_AGE = 18

/**
 * Whether a policyholder may invite this relative, from her own side and the form alone: nothing here asks for the
 * relative's insurance. The rules are those of the region in which the policyholder is enrolled.
 *
 * Refusals: `self`, `id-number-invalid`, `not-enrolled`, `not-employee-scheme`, `enrolment-suspended`, `rule-unknown`,
 * `relation-not-covered`, `age-relation-impossible`, `dates-invalid`, `relation-cap-reached`, `member-cap-reached`.
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
  const stands =
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
  const refusal = ownEnrolmentRefused(facts)
  if (refusal === null || spokenTo === 'policyholder') return refusal
  return { code: 'not-allowed', facts: { reason: 'policyholder-cannot', side: 'policyholder', spokenTo } }
}

function ownEnrolmentRefused(facts: InviteFacts): Refusal | null {
  const { scheme, enrolment, regionCode } = facts.policyholder
  const region = regionOf(regionCode)
  const cite = (name: 'policyholder-scheme' | 'policyholder-standing') => {
    const rule = region === null ? null : ruleOf(region, name, facts.today)
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

function capRefused(region: Region, facts: InviteFacts, spokenTo: SpokenTo): Refusal | null {
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
  const proofs = proofsAsked(region, facts)
  const review = ruleOf(region, 'review', today)
  const spoke: RuleCited[] = []
  const remarks: string[] = []
  for (const name of SPEAKING) {
    const rule = ruleOf(region, name, today)
    if (rule !== null) spoke.push(rule.cited)
    const remark =
      rule === null
        ? remarkOnUnknown(region.shortName, name)
        : rule.level === 'product'
          ? remarkOnReading(name)
          : null
    if (remark !== null) remarks.push(remark)
  }
  if (proofs.unproven !== null) remarks.push(proofs.unproven)
  return {
    placesLeft: members === null ? null : members.cap - facts.bound.length,
    effectiveFrom: begins.effectiveFrom,
    uses: ruleOf(region, 'allowed-uses', today)?.value ?? [],
    proofs: proofs.asked,
    review: review?.mayBlock === true && review.value,
    rules: spoke,
    remarks,
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

function proofsAsked(region: Region, facts: InviteFacts): { asked: string[]; unproven: string | null } {
  const rule = ruleOf(region, 'proofs', facts.today)
  if (rule === null) return { asked: [], unproven: null }
  const documents = rule.value
    .filter((proof) => proof.only !== 'window' && appliesTo(proof.relation, facts.relation))
    .filter(
      (proof) => proof.only === undefined || proof.only === ageGroup(facts.relative.birthDay, facts.today),
    )
    .flatMap((proof) => proof.documents)
  if (documents.length === 0 || rule.mayBlock) return { asked: documents, unproven: null }
  return { asked: [], unproven: remarkOnUnproven(region.shortName, `要交${documents.join('、')}`) }
}

function appliesTo(asked: Relation | 'any', relation: Relation): boolean {
  return asked === 'any' || asked === relation
}

function ageGroup(birthDay: Day | null, today: Day): 'minor' | 'adult' {
  return birthDay !== null && ageOn(birthDay, today) < ADULT_AGE ? 'minor' : 'adult'
}

/** A refusal because a rule without which nothing may be decided was not found. */
export function unknown(region: Region, parameter: ParameterName, spokenTo: SpokenTo): Refusal {
  return {
    code: 'rule-unknown',
    facts: { regionCode: region.regionCode, regionName: region.shortName, parameter, spokenTo },
  }
}

import type { BeyondFamily } from '../../shared/contract/rules'
import { openQuestion } from '../../shared/copy/open-questions'
import {
  consentNeeded,
  type EnrolmentFacts,
  type InviteAllowed,
  type JoinFacts,
  mayJoin,
  type SpokenTo,
} from '../../shared/rules'
import type { ParameterName, Region } from '../../shared/rules/parameters'
import { regionOf, ruleOf, settledRule } from '../../shared/rules/rule'
import { type Day, parseDay } from '../../shared/values/day'
import type { Refusal, RefusalCode, RuleCited } from '../../shared/values/refusal'
import { RELATIONS, type Relation, type Scheme } from '../../shared/values/relation'

/** What a person says of her family without naming anybody. */
export interface InviteQuestion {
  readonly regionCode: string
  readonly day: Day
  readonly relation: Relation | BeyondFamily
  readonly policyholder: { readonly scheme: Scheme | 'none'; readonly enrolment: 'active' | 'suspended' }
  readonly relative: {
    readonly scheme?: Scheme | 'none' | undefined
    readonly enrolment: 'active' | 'suspended'
    readonly area?: 'same' | 'other-area' | 'other-province' | undefined
    readonly age?: number | undefined
  }
  readonly already: {
    readonly members?: number | undefined
    readonly ofRelation?: number | undefined
    readonly policyholders?: number | undefined
  }
}

export interface OpenQuestion {
  readonly about: 'insurance' | 'area' | 'age' | 'policyholders'
  readonly message: string
  readonly rule?: RuleCited
}

export interface InviteAnswer {
  readonly allowed: boolean
  readonly reasons: Refusal[]
  readonly open: OpenQuestion[]
  readonly rules: RuleCited[]
  readonly remarks: string[]
  readonly terms?: {
    readonly acceptance: 'by-relative' | 'by-guardian'
    readonly placesLeft: number | null
    readonly effectiveFrom: Day
    readonly uses: string[]
    readonly proofs: string[]
    readonly review: boolean
  }
}

const SPOKEN_TO: SpokenTo = 'policyholder'

/**
 * Whether the relative could join, out of what the policyholder says alone. It asks the very question that an
 * acceptance asks, so that the answer given before and the decision taken later cannot differ.
 *
 * @throws Error for a region that is not held.
 */
export function decideMayInvite(question: InviteQuestion): InviteAnswer {
  const region = regionOf(question.regionCode)
  if (region === null) throw new Error('the region of the question is held')
  const { relation } = question
  if (!isFamily(relation)) return beyondFamily(region, relation, question.day)

  const { reasons, allowed } = everyReason(factsOf(question, relation))
  const open = openQuestions(region, question, relation)
  if (reasons.length > 0 || allowed === null) {
    return { allowed: false, reasons, open, rules: citedIn(reasons), remarks: [] }
  }
  const consent = consentNeeded({
    regionCode: region.regionCode,
    relation,
    relativeBirthDay: birthDayAt(question.relative.age, question.day),
    inPerson: false,
    today: question.day,
  })
  return {
    allowed: true,
    reasons,
    open,
    rules: [...allowed.rules, ...consent.rules],
    remarks: [...allowed.remarks],
    terms: {
      acceptance: consent.acceptance === 'by-guardian' ? 'by-guardian' : 'by-relative',
      placesLeft: question.already.members === undefined ? null : allowed.placesLeft,
      effectiveFrom: allowed.effectiveFrom,
      uses: [...allowed.uses],
      proofs: [...allowed.proofs],
      review: allowed.review,
    },
  }
}

function isFamily(relation: Relation | BeyondFamily): relation is Relation {
  return (RELATIONS as readonly string[]).includes(relation)
}

/** Who is none of the eight near relatives cannot be added; a spouse's parents can by the spouse. */
function beyondFamily(region: Region, relation: BeyondFamily, today: Day): InviteAnswer {
  const scope = ruleOf(region, 'relation-scope', today)
  const reason: Refusal = {
    code: 'relation-not-covered',
    facts: {
      beyond: relation,
      regionName: region.shortName,
      today,
      spokenTo: SPOKEN_TO,
      ...(scope === null ? {} : { scope: scope.value }),
    },
    ...(scope === null ? {} : { rule: scope.cited }),
  }
  return { allowed: false, reasons: [reason], open: [], rules: citedIn([reason]), remarks: [] }
}

/** How things would be without an obstacle: then the next one shows, until none is left. */
const MENDED: Partial<Record<RefusalCode, (facts: JoinFacts, side: unknown) => JoinFacts>> = {
  'not-enrolled': (facts, side) =>
    side === 'policyholder' ? ownInsuranceMended(facts) : insuranceMended(facts),
  'not-employee-scheme': ownInsuranceMended,
  'enrolment-suspended': (facts, side) =>
    side === 'policyholder' ? ownInsuranceMended(facts) : insuranceMended(facts),
  'outside-area': (facts) => ({
    ...facts,
    relativeEnrolment: {
      ...facts.relativeEnrolment,
      regionCode: facts.policyholder.regionCode,
      poolingAreaCode: facts.policyholder.poolingAreaCode,
    },
  }),
  'relation-cap-reached': (facts) => ({
    ...facts,
    bound: facts.bound.filter(({ relation }) => relation !== facts.relation),
  }),
  'member-cap-reached': (facts) => ({ ...facts, bound: [] }),
  'policyholder-cap-reached': (facts) => ({ ...facts, policyholdersOfRelative: 0 }),
}

function ownInsuranceMended(facts: JoinFacts): JoinFacts {
  return { ...facts, policyholder: { ...facts.policyholder, scheme: 'employee', enrolment: 'active' } }
}

function insuranceMended(facts: JoinFacts): JoinFacts {
  return {
    ...facts,
    relativeEnrolment: { ...facts.relativeEnrolment, scheme: 'resident', enrolment: 'active' },
  }
}

function everyReason(asked: JoinFacts): {
  readonly reasons: Refusal[]
  readonly allowed: InviteAllowed | null
} {
  const reasons: Refusal[] = []
  let facts = asked
  // Each obstacle is mended once, so there are no more rounds than kinds of obstacles on two sides.
  for (let round = 0; round <= 2 * Object.keys(MENDED).length; round++) {
    const answer = mayJoin(facts)
    if (answer.ok) return { reasons, allowed: answer.value }
    const { refusal } = answer
    const side = refusal.facts?.side
    const told = reasons.some(({ code, facts: known }) => code === refusal.code && known?.side === side)
    if (!told) reasons.push(asTold(refusal))
    const mend = MENDED[refusal.code]
    if (mend === undefined || told) break
    facts = mend(facts, side)
  }
  return { reasons, allowed: null }
}

/** A reason out of what she told us: no register was looked into, and a province that nobody named is not named. */
function asTold(refusal: Refusal): Refusal {
  const otherProvince = refusal.code === 'outside-area' && refusal.facts?.relativeRegion === null
  return { ...refusal, facts: { ...refusal.facts, told: true, ...(otherProvince ? { otherProvince } : {}) } }
}

// Codes of no place: a real one would say where somebody is insured, which nobody has said.
const AREA = 'own-area'
const OTHER_AREA = 'other-area'
const OTHER_PROVINCE = '990000'

function factsOf(question: InviteQuestion, relation: Relation): JoinFacts {
  const { regionCode, day, policyholder, relative, already } = question
  return {
    policyholder: {
      ...enrolmentOf(policyholder.scheme, policyholder.enrolment),
      regionCode,
      poolingAreaCode: AREA,
      // Nobody is named: two documents that differ stand for two people.
      document: { idType: '99', idNumber: 'POLICYHOLDER' },
      birthDay: null,
    },
    relative: {
      document: { idType: '99', idNumber: 'RELATIVE' },
      birthDay: birthDayAt(relative.age, day),
    },
    relativeEnrolment: {
      ...enrolmentOf(relative.scheme ?? 'resident', relative.enrolment),
      regionCode: relative.area === 'other-province' ? OTHER_PROVINCE : regionCode,
      poolingAreaCode: relative.area === undefined || relative.area === 'same' ? AREA : OTHER_AREA,
    },
    relation,
    bound: boundOf(already, relation),
    policyholdersOfRelative: already.policyholders ?? 0,
    today: day,
    spokenTo: SPOKEN_TO,
  }
}

function enrolmentOf(
  scheme: Scheme | 'none',
  enrolment: 'active' | 'suspended',
): Pick<EnrolmentFacts, 'scheme' | 'enrolment'> {
  return scheme === 'none' ? { scheme: null, enrolment: 'none' } : { scheme, enrolment }
}

/** Somebody who is this old today: which day of the year she was born does not matter. */
function birthDayAt(age: number | undefined, today: Day): Day | null {
  return age === undefined ? null : parseDay(`${Number(today.slice(0, 4)) - age}-01-01`)
}

function boundOf(already: InviteQuestion['already'], relation: Relation): { relation: Relation }[] {
  const ofRelation = already.ofRelation ?? 0
  const others = Math.max(0, (already.members ?? 0) - ofRelation)
  const another: Relation = relation === 'child' ? 'parent' : 'child'
  return [
    ...Array.from({ length: ofRelation }, () => ({ relation })),
    ...Array.from({ length: others }, () => ({ relation: another })),
  ]
}

/** Those who may be too young to sign for themselves. */
const MAY_BE_YOUNG: readonly Relation[] = [
  'child',
  'sibling',
  'grandchild-via-son',
  'grandchild-via-daughter',
]

function openQuestions(region: Region, question: InviteQuestion, relation: Relation): OpenQuestion[] {
  const { relative, already, day } = question
  const open: OpenQuestion[] = []
  const ask = (about: OpenQuestion['about'], parameter: ParameterName) => {
    const rule = ruleOf(region, parameter, day)
    if (rule?.mayBlock !== true || rule.value === 'unlimited') return
    open.push({ about, message: openQuestion(about, region.shortName, rule.value), rule: rule.cited })
  }
  if (relative.scheme === undefined) ask('insurance', 'relative-insured')
  if (relative.area === undefined) ask('area', 'pooling-scope')
  const cap = ruleOf(region, 'policyholder-cap', day)?.value
  // Where they are insured is not asked here, so a cap that counts by area stays a question.
  if (already.policyholders === undefined || (typeof cap === 'object' && already.policyholders > 0)) {
    ask('policyholders', 'policyholder-cap')
  }
  if (relative.age === undefined && MAY_BE_YOUNG.includes(relation)) {
    const { value, cited } = settledRule(region, 'guardian-age', day)
    open.push({ about: 'age', message: openQuestion('age', region.shortName, value), rule: cited })
  }
  return open
}

function citedIn(reasons: readonly Refusal[]): RuleCited[] {
  return reasons.flatMap(({ rule }) => (rule === undefined ? [] : [rule]))
}

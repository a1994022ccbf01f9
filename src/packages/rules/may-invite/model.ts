import { normaliseIdNumber } from '../../../../shared/values/id-document'
import { RELATIONS, type Relation } from '../../../../shared/values/relation'
import type { InputFor } from '../../../cloud/writes'
import { MAY_INVITE } from '../../../copy/rules'
import type { RegionsAndMe } from '../at-first'

export type AskedRelation = keyof typeof MAY_INVITE.relations
export type OwnInsurance = keyof typeof MAY_INVITE.owns
export type HerInsurance = keyof typeof MAY_INVITE.hersChoices
export type HerArea = keyof typeof MAY_INVITE.areas

/** The answers as they stand; what is null or empty is not answered yet. */
export interface Answers {
  readonly relation: AskedRelation | null
  readonly own: OwnInsurance | null
  readonly hers: HerInsurance | null
  readonly area: HerArea | null
  readonly age: string
  readonly members: string
  readonly ofRelation: string
  readonly policyholders: string
}

export const NO_ANSWERS: Answers = {
  relation: null,
  own: null,
  hers: null,
  area: null,
  age: '',
  members: '',
  ofRelation: '',
  policyholders: '',
}

export type Question = keyof Answers
/** Those that must be answered, in the order of the page. */
const NEEDED = ['relation', 'own', 'hers', 'area'] as const satisfies readonly Question[]
const COUNTS = ['members', 'ofRelation', 'policyholders'] as const satisfies readonly Question[]
const MOST = { age: 120, count: 99 } as const

/** What is known of the one who asks is answered already; she can answer otherwise. */
export function answersAtFirst({ person }: Pick<RegionsAndMe, 'person'>): Answers {
  return { ...NO_ANSWERS, own: person === null || person === undefined ? null : ownInsuranceOf(person) }
}

function ownInsuranceOf(person: NonNullable<RegionsAndMe['person']>): OwnInsurance {
  if (person.enrolment === 'none' || person.scheme === null) return 'none'
  if (person.scheme === 'resident') return 'resident'
  return person.enrolment === 'suspended' ? 'suspended' : 'employee'
}

/** Only beyond the family nothing else matters: the answer is known already. */
export function isBeyondFamily(relation: AskedRelation | null): boolean {
  return relation !== null && familyRelation(relation) === null
}

/** The relation with which the form of the invitation begins; null for who cannot be invited. */
export function familyRelation(relation: AskedRelation): Relation | null {
  return RELATIONS.find((one) => one === relation) ?? null
}

/** What is missing or no number, each with the sentence for it. Empty: the question can be asked. */
export function problemsIn(answers: Answers): Partial<Record<Question, string>> {
  const problems: Partial<Record<Question, string>> = {}
  const needed = isBeyondFamily(answers.relation) ? (['relation'] as const) : NEEDED
  for (const question of needed) {
    if (answers[question] === null) problems[question] = MAY_INVITE.missingOne
  }
  if (countOf(answers.age, MOST.age) === null) problems.age = MAY_INVITE.problems.age
  for (const question of COUNTS) {
    if (countOf(answers[question], MOST.count) === null) problems[question] = MAY_INVITE.problems.count
  }
  const [members, ofRelation] = [answers.members, answers.ofRelation].map((text) => countOf(text, MOST.count))
  if (typeof members === 'number' && typeof ofRelation === 'number' && ofRelation > members) {
    problems.ofRelation = MAY_INVITE.problems['more-than-all']
  }
  return problems
}

/** A whole number up to the most; undefined for an empty answer, null for anything else. */
function countOf(text: string, most: number): number | undefined | null {
  const plain = normaliseIdNumber(text)
  if (plain === '') return undefined
  if (!/^\d{1,3}$/.test(plain)) return null
  const count = Number(plain)
  return count <= most ? count : null
}

export type AskInput = InputFor<'rules', 'may-invite'>

/** The question as it is sent, or null while it cannot be. */
export function askInput(regionCode: string, answers: Answers): AskInput | null {
  const { relation, own, hers, area } = answers
  if (relation === null || Object.keys(problemsIn(answers)).length > 0) return null
  const count = (text: string) => countOf(text, MOST.count) ?? undefined
  const age = countOf(answers.age, MOST.age) ?? undefined
  const [members, ofRelation, policyholders] = COUNTS.map((question) => count(answers[question]))
  return {
    regionCode,
    relation,
    policyholder: {
      scheme: own === 'suspended' ? 'employee' : (own ?? 'employee'),
      enrolment: own === 'suspended' ? 'suspended' : 'active',
    },
    relative: {
      ...(hers === null || hers === 'unknown' || hers === 'suspended' ? {} : { scheme: hers }),
      ...(hers === 'suspended' ? { scheme: 'resident', enrolment: 'suspended' } : {}),
      ...(area === null || area === 'unknown' ? {} : { area }),
      ...(age === undefined ? {} : { age }),
    },
    already: {
      ...(members === undefined ? {} : { members }),
      ...(ofRelation === undefined ? {} : { ofRelation }),
      ...(policyholders === undefined ? {} : { policyholders }),
    },
  }
}

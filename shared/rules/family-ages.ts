import { ageOn, type Day } from '../values/day'
import type { Refusal } from '../values/refusal'
import type { Relation } from '../values/relation'
import type { SpokenTo } from './answer'
import type { Region } from './parameters'
import { type Rule, settledRule } from './rule'

/** +1: the relative is of an older generation; -1: of a younger one. */
const GENERATIONS: Readonly<Record<Relation, -2 | -1 | 0 | 1 | 2>> = {
  spouse: 0,
  parent: 1,
  child: -1,
  sibling: 0,
  'paternal-grandparent': 2,
  'maternal-grandparent': 2,
  'grandchild-via-son': -2,
  'grandchild-via-daughter': -2,
}

/**
 * Whether two birth days can belong to the relation. Our own reading, and a lenient one: it catches a relation that
 * was filled in the wrong way round or a wrong number, and lets step-parents and adoptive parents pass. Siblings may
 * be of any age. Where a birth day is not known, nothing is said.
 */
export function agesRefused(
  region: Region,
  relation: Relation,
  policyholderBirthDay: Day | null,
  relativeBirthDay: Day | null,
  today: Day,
  spokenTo: SpokenTo,
): Refusal | null {
  if (relation === 'spouse') {
    return spouseRefused(region, policyholderBirthDay, relativeBirthDay, today, spokenTo)
  }
  const generations = GENERATIONS[relation]
  if (generations === 0 || policyholderBirthDay === null || relativeBirthDay === null) return null
  const [older, younger] =
    generations > 0 ? [relativeBirthDay, policyholderBirthDay] : [policyholderBirthDay, relativeBirthDay]
  const name = Math.abs(generations) === 1 ? 'parent-age-gap' : 'grandparent-age-gap'
  const rule = settledRule(region, name, today)
  const gap = ageOn(older, younger)
  if (gap >= rule.value) return null
  return impossible(rule, {
    problem: generations > 0 ? 'relative-too-young' : 'relative-too-old',
    relation,
    gapYears: gap,
    leastGapYears: rule.value,
    spokenTo,
  })
}

function spouseRefused(
  region: Region,
  policyholderBirthDay: Day | null,
  relativeBirthDay: Day | null,
  today: Day,
  spokenTo: SpokenTo,
): Refusal | null {
  const rule = settledRule(region, 'spouse-age', today)
  for (const [who, birthDay] of [
    ['relative', relativeBirthDay],
    ['policyholder', policyholderBirthDay],
  ] as const) {
    if (birthDay === null) continue
    const age = ageOn(birthDay, today)
    if (age < rule.value) {
      return impossible(rule, {
        problem: 'spouse-too-young',
        relation: 'spouse',
        who,
        age,
        leastAge: rule.value,
        spokenTo,
      })
    }
  }
  return null
}

function impossible(rule: Rule<number>, facts: Readonly<Record<string, unknown>>): Refusal {
  return { code: 'age-relation-impossible', facts, rule: rule.cited }
}

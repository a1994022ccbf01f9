import type { SyntheticPerson } from '../../../local/people'
import { ageOn, type Day, daysBetween } from '../../../shared/values/day'
import { birthDayOf, idNumberProblem, sexOf } from '../../../shared/values/id-document'
import type { Relation } from '../../../shared/values/relation'

export function relative(people: readonly SyntheticPerson[], idNumber: string): SyntheticPerson {
  const found = people.find((person) => person.idNumber === idNumber)
  if (found === undefined) throw new Error('a relative is one of the people')
  return found
}

/** Everything that must hold of any list of synthetic people, declared or generated. */
export function expectConsistent(people: readonly SyntheticPerson[], today: Day): void {
  const byIdNumber = new Map(people.map((person) => [person.idNumber, person]))
  expect(byIdNumber.size).toBe(people.length)
  const openids = people.flatMap((person) => (person.openid === null ? [] : [person.openid]))
  expect(new Set(openids).size).toBe(openids.length)

  const problems = people.flatMap((person) => [
    ...documentProblems(person, today),
    ...enrolmentProblems(person),
    ...familyProblems(person, byIdNumber),
  ])
  expect(problems).toEqual([])
}

function documentProblems(person: SyntheticPerson, today: Day): string[] {
  const problems: string[] = []
  const problem = idNumberProblem(person)
  if (problem !== null) problems.push(`${person.name}: ${problem}`)
  if (daysBetween(person.birthDay, today) < 0) problems.push(`${person.name}: not born yet`)
  if (ageOn(person.birthDay, today) > 105) problems.push(`${person.name}: too old`)
  if (person.idType !== '01') return problems
  if (!/^\d{2}0099/.test(person.idNumber)) problems.push(`${person.name}: an address of somewhere`)
  if (birthDayOf(person) !== person.birthDay) problems.push(`${person.name}: another birth day`)
  if (sexOf(person) !== person.sex) problems.push(`${person.name}: another sex`)
  return problems
}

function enrolmentProblems(person: SyntheticPerson): string[] {
  const insured = person.scheme !== null
  const fitting =
    insured === (person.enrolment !== 'none') &&
    insured === (person.poolingArea !== null) &&
    insured === (person.regionCode !== null) &&
    (person.scheme === 'employee') === (person.balanceFen !== null) &&
    (person.balanceFen ?? 0) >= 0 &&
    (person.poolingArea === null ||
      (/^\d{4}00$/.test(person.poolingArea.code) &&
        // A city with rules of its own is its own region.
        [person.poolingArea.code, `${person.poolingArea.code.slice(0, 2)}0000`].includes(
          person.regionCode ?? '',
        )))
  return fitting ? [] : [`${person.name}: the enrolment contradicts itself`]
}

function familyProblems(person: SyntheticPerson, byIdNumber: ReadonlyMap<string, SyntheticPerson>): string[] {
  const seen = new Set<string>()
  const counts = { spouse: 0, father: 0, mother: 0 }
  return [
    ...person.family.flatMap(({ idNumber, relation }) => {
      const other = byIdNumber.get(idNumber)
      if (other === undefined) return [`${person.name}: an unknown relative`]
      if (other === person || seen.has(idNumber)) return [`${person.name}: listed twice or herself`]
      seen.add(idNumber)
      if (relation === 'spouse') counts.spouse += 1
      if (relation === 'parent') counts[other.sex === 'male' ? 'father' : 'mother'] += 1
      const back = other.family.find((one) => one.idNumber === person.idNumber)?.relation
      const ok = back !== undefined && isInverse(relation, back) && agesFit(person, relation, other)
      return ok ? [] : [`${person.name} → ${other.name}: ${relation}, ${back}`]
    }),
    ...Object.entries(counts).flatMap(([kind, count]) =>
      count > 1 ? [`${person.name}: ${count} × ${kind}`] : [],
    ),
  ]
}

function isInverse(relation: Relation, back: Relation): boolean {
  const inverse: Record<Relation, readonly Relation[]> = {
    spouse: ['spouse'],
    sibling: ['sibling'],
    parent: ['child'],
    child: ['parent'],
    'paternal-grandparent': ['grandchild-via-son'],
    'maternal-grandparent': ['grandchild-via-daughter'],
    'grandchild-via-son': ['paternal-grandparent'],
    'grandchild-via-daughter': ['maternal-grandparent'],
  }
  return inverse[relation].includes(back)
}

/** Full years between two people's births, the older one first. */
function yearsBetween(older: SyntheticPerson, younger: SyntheticPerson): number {
  return ageOn(older.birthDay, younger.birthDay)
}

function agesFit(person: SyntheticPerson, relation: Relation, other: SyntheticPerson): boolean {
  switch (relation) {
    case 'parent':
      return yearsBetween(other, person) >= 18 && yearsBetween(other, person) <= 50
    case 'child':
      return yearsBetween(person, other) >= 18 && yearsBetween(person, other) <= 50
    case 'paternal-grandparent':
    case 'maternal-grandparent':
      return yearsBetween(other, person) >= 36
    case 'grandchild-via-son':
    case 'grandchild-via-daughter':
      return yearsBetween(person, other) >= 36
    case 'spouse':
      return person.sex !== other.sex && Math.abs(yearsBetween(person, other)) <= 20
    case 'sibling':
      return Math.abs(yearsBetween(person, other)) <= 25
  }
}

import { day } from '../../shared/values/day'
import { fen } from '../../shared/values/fen'
import { area, regionCodeOf } from './areas'
import type { FamilyDeclared, PersonDeclared } from './declaration'
import { type Kin, nearRelatives } from './kinship'
import { SyntheticIdNumbers, type SyntheticPerson } from './person'

/**
 * The people of the declared families, with ID numbers, regions and relations.
 *
 * @throws Error when a declaration contradicts itself: a relative whom nobody declares, a name used twice, an account
 * outside the employee scheme.
 */
export function assemble(families: readonly FamilyDeclared[]): SyntheticPerson[] {
  const numbers = new SyntheticIdNumbers(0)
  return families.flatMap((family) => assembleFamily(family, numbers))
}

function assembleFamily(family: FamilyDeclared, numbers: SyntheticIdNumbers): SyntheticPerson[] {
  const places = new Map(family.people.map((person, index) => [person.name, index]))
  if (places.size !== family.people.length) throw new Error(`${family.family}: a name is used twice`)
  const place = (name: string | undefined): number | undefined => {
    if (name === undefined) return undefined
    const index = places.get(name)
    if (index === undefined) throw new Error(`${family.family}: nobody is called ${name}`)
    return index
  }
  const kin = family.people.map((person): Kin => {
    const father = place(person.father)
    const mother = place(person.mother)
    const spouse = place(person.spouse)
    return { sex: person.sex, father, mother, spouse }
  })
  const people = family.people.map((person) => withoutFamily(person, family, numbers))
  return nearRelatives(kin).map((relatives, index) => {
    const person = at(people, index)
    return {
      ...person,
      family: relatives.map(({ other, relation }) => ({ idNumber: at(people, other).idNumber, relation })),
    }
  })
}

function withoutFamily(
  person: PersonDeclared,
  family: FamilyDeclared,
  numbers: SyntheticIdNumbers,
): Omit<SyntheticPerson, 'family'> {
  if ((person.scheme === 'employee') !== (person.balanceFen !== undefined)) {
    throw new Error(`${person.name}: a personal account belongs to the employee scheme, and to it alone`)
  }
  const birthDay = day(person.born)
  // The region of the ID number is that of the family: a sister who moved keeps the number of her home.
  const home = regionCodeOf(area(family.area).code)
  const poolingArea = person.scheme === null ? null : area(person.area ?? family.area)
  return {
    openid: person.openid,
    name: person.name,
    idNumber: person.document?.idNumber ?? numbers.next(home, birthDay, person.sex),
    idType: person.document?.idType ?? '01',
    birthDay,
    sex: person.sex,
    scheme: person.scheme,
    poolingArea,
    regionCode: poolingArea === null ? null : regionCodeOf(poolingArea.code),
    enrolment: person.scheme === null ? 'none' : (person.enrolment ?? 'active'),
    balanceFen: person.balanceFen === undefined ? null : fen(person.balanceFen),
    note: person.note,
  }
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index]
  if (item === undefined) throw new RangeError(`no item at ${index}`)
  return item
}

import { ageOn, type Day, day } from '../../shared/values/day'
import { fen } from '../../shared/values/fen'
import type { Sex } from '../../shared/values/id-document'
import type { Scheme } from '../../shared/values/relation'
import { AREAS_OF_GENERATED_PEOPLE, regionCodeOf } from './areas'
import { type Kin, nearRelatives } from './kinship'
import { SyntheticIdNumbers, type SyntheticPerson } from './person'
import { type Draw, randomFrom } from './random'

// Ages are as of the demo's day.
const TODAY = day('2025-11-05')
const [TODAY_YEAR, TODAY_MONTH, TODAY_DATE] = [2025, 11, 5]
const DAY_MS = 24 * 60 * 60 * 1000

// The declared people use the low serials of a day, so that generated people never meet them.
const FIRST_SERIAL = 100

const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章']
const GIVEN = [...'安邦晨达恩芳光海嘉静凯兰明宁平庆然松涛文秀雅泽珍子若昊欣怡宇轩彤博瑞佳琳峰雪梅']

interface Place {
  readonly kin: Kin
  readonly youngest: number
  readonly oldest: number
}

// A family in the order in which it fills up: the head, the spouse, a child, the head's parents, and so on. A list cut
// short anywhere is still a family, whose missing members nobody names. Ages leave every two generations 18 years and
// more apart.
const PLACES: readonly Place[] = [
  { kin: { sex: 'male', spouse: 1, father: 3, mother: 4 }, youngest: 38, oldest: 46 },
  { kin: { sex: 'female' }, youngest: 37, oldest: 45 },
  { kin: { sex: 'female', father: 0, mother: 1 }, youngest: 0, oldest: 16 },
  { kin: { sex: 'male', spouse: 4, father: 7 }, youngest: 66, oldest: 72 },
  { kin: { sex: 'female' }, youngest: 65, oldest: 71 },
  { kin: { sex: 'male', father: 0, mother: 1 }, youngest: 1, oldest: 17 },
  { kin: { sex: 'female', father: 3, mother: 4 }, youngest: 33, oldest: 44 },
  { kin: { sex: 'male' }, youngest: 92, oldest: 96 },
]

/**
 * Families for benchmarks: the same count and seed always give the same people, on every machine.
 *
 * ID numbers are valid, one of a kind, and differ from those of the declared people. About one adult in fifty is
 * uninsured and one in fifty suspended; every small child and some elders have no phone.
 *
 * @throws RangeError when the count is not a whole number of zero or more.
 */
export function generatePeople(count: number, seed: number): SyntheticPerson[] {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError('a count of people is zero or more')
  const draw = randomFrom(seed)
  const numbers = new SyntheticIdNumbers(FIRST_SERIAL)
  const people: SyntheticPerson[] = []
  while (people.length < count) {
    const size = Math.min(draw.between(4, PLACES.length), count - people.length)
    people.push(...generateFamily(size, people.length, seed, draw, numbers))
  }
  return people
}

function generateFamily(
  size: number,
  before: number,
  seed: number,
  draw: Draw,
  numbers: SyntheticIdNumbers,
): SyntheticPerson[] {
  const poolingArea = draw.from(AREAS_OF_GENERATED_PEOPLE)
  const regionCode = regionCodeOf(poolingArea.code)
  const surname = draw.from(SURNAMES)
  const places = PLACES.slice(0, size)
  const members = places.map(({ kin, youngest, oldest }, index): Omit<SyntheticPerson, 'family'> => {
    const birthDay = birthDayBetween(youngest, oldest, draw)
    const age = ageOn(birthDay, TODAY)
    const scheme = schemeAt(age, draw)
    // The first of a family is always able to invite the others.
    const insured = index === 0 || age < 18 || !draw.chance(0.02)
    const suspended = index !== 0 && insured && draw.chance(0.02)
    const employee = insured && (index === 0 || scheme === 'employee')
    return {
      openid: hasPhone(age, index, draw) ? `o-generated-${seed}-${before + index + 1}` : null,
      name: nameOf(kin.sex, surname, index, draw),
      idNumber: numbers.next(regionCode, birthDay, kin.sex),
      idType: '01',
      birthDay,
      sex: kin.sex,
      scheme: insured ? (employee ? 'employee' : 'resident') : null,
      poolingArea: insured ? poolingArea : null,
      regionCode: insured ? regionCode : null,
      enrolment: insured ? (suspended ? 'suspended' : 'active') : 'none',
      balanceFen: employee ? fen(draw.between(0, 20_000_00)) : null,
      note: '生成的测试人员。',
    }
  })
  const kin = places.map((place) => place.kin)
  return nearRelatives(kin).map((relatives, index) => {
    const person = members[index]
    if (person === undefined) throw new RangeError('a family has as many relations as members')
    const family = relatives.flatMap(({ other, relation }) => {
      const relative = members[other]
      return relative === undefined ? [] : [{ idNumber: relative.idNumber, relation }]
    })
    return { ...person, family }
  })
}

/**
 * A birth day that makes a person at least `youngest` and at most `oldest` full years old on the demo's day. Counted
 * in milliseconds of UTC, because parsing days would take most of the time of a large list.
 */
function birthDayBetween(youngest: number, oldest: number, draw: Draw): Day {
  const earliest = Date.UTC(TODAY_YEAR - oldest - 1, TODAY_MONTH - 1, TODAY_DATE + 1)
  const latest = Date.UTC(TODAY_YEAR - youngest, TODAY_MONTH - 1, TODAY_DATE)
  const days = draw.between(0, (latest - earliest) / DAY_MS)
  return new Date(earliest + days * DAY_MS).toISOString().slice(0, 10) as Day
}

function schemeAt(age: number, draw: Draw): Scheme {
  if (age < 18) return 'resident'
  return draw.chance(0.5) ? 'employee' : 'resident'
}

function hasPhone(age: number, index: number, draw: Draw): boolean {
  if (index === 0) return true
  if (age < 8) return false
  return age < 60 || !draw.chance(0.2)
}

function nameOf(sex: Sex, surname: string, index: number, draw: Draw): string {
  // The wife and the mother keep names of their own.
  const ownName = sex === 'female' && (index === 1 || index === 4)
  const given = draw.from(GIVEN) + (draw.chance(0.7) ? draw.from(GIVEN) : '')
  return (ownName ? draw.from(SURNAMES) : surname) + given
}

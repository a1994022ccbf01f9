import type { SyntheticPerson } from '../../../local/people'
import { INSTITUTIONS, PEOPLE, personByOpenid, personNamed, STAFF } from '../../../local/people'
import { FAMILIES } from '../../../local/people/people'
import { regions } from '../../../shared/rules'
import { ageOn, day, daysBetween } from '../../../shared/values/day'
import type { Relation } from '../../../shared/values/relation'
import { expectConsistent, relative } from './consistency'

const TODAY = day('2025-11-05')
const ageOf = (person: SyntheticPerson): number => ageOn(person.birthDay, TODAY)
const relatives = (person: SyntheticPerson, relation: Relation): SyntheticPerson[] =>
  person.family.filter((one) => one.relation === relation).map((one) => relative(PEOPLE, one.idNumber))

describe('the synthetic people', () => {
  it('are at least 160 in at least 29 families', () => {
    expect(PEOPLE.length).toBeGreaterThanOrEqual(160)
    expect(FAMILIES.length).toBeGreaterThanOrEqual(29)
  })

  it('contradict themselves nowhere', () => {
    expectConsistent(PEOPLE, TODAY)
  })

  it('have names of one kind each, short readable openids, and a note in Chinese', () => {
    expect(new Set(PEOPLE.map((person) => person.name)).size).toBe(PEOPLE.length)
    for (const { openid, note } of PEOPLE) {
      if (openid !== null) expect(openid).toMatch(/^o-[a-z]+(-[a-z]+)+$/)
      expect(openid?.length ?? 0).toBeLessThanOrEqual(64)
      expect(note).toMatch(/^\p{Script=Han}.{1,58}。$/u)
    }
  })

  it('are found by openid and by name, and an unknown one is an error', () => {
    expect(personByOpenid('o-hebei-wang-jianguo')).toBe(personNamed('王建国'))
    expect(() => personByOpenid('o-nobody')).toThrow(RangeError)
    expect(() => personNamed('查无此人')).toThrow(RangeError)
  })

  it('have in every region that is held a policyholder with spouse, parent and child there', () => {
    for (const { regionCode } of regions()) {
      const policyholders = PEOPLE.filter(
        (person) =>
          person.regionCode === regionCode &&
          person.scheme === 'employee' &&
          person.enrolment === 'active' &&
          person.openid !== null &&
          (person.balanceFen ?? 0) > 0 &&
          (['spouse', 'parent', 'child'] as const).every((relation) =>
            relatives(person, relation).some(
              (one) => one.regionCode === regionCode && one.enrolment === 'active',
            ),
          ),
      )
      expect({ regionCode, some: policyholders.length > 0 }).toEqual({ regionCode, some: true })
    }
  })
})

describe('in 河北', () => {
  it('王建国 has exactly ten relatives, all adult, enrolled there and with a phone', () => {
    const policyholder = personByOpenid('o-hebei-wang-jianguo')
    expect(policyholder).toMatchObject({ regionCode: '130000', scheme: 'employee', enrolment: 'active' })
    expect(policyholder.family).toHaveLength(10)
    for (const { idNumber } of policyholder.family) {
      const one = relative(PEOPLE, idNumber)
      expect(ageOf(one)).toBeGreaterThanOrEqual(18)
      expect(one).toMatchObject({ regionCode: '130000', enrolment: 'active', openid: expect.any(String) })
    }
  })

  it('two employee-scheme parents have 5,000 yuan each and two resident-scheme children under 16', () => {
    const father = personByOpenid('o-hebei-chen-zhiqiang')
    const [mother] = relatives(father, 'spouse')
    if (mother === undefined) throw new Error('the father has a wife')
    for (const parent of [father, mother]) {
      expect(parent).toMatchObject({ scheme: 'employee', enrolment: 'active', balanceFen: 500_000 })
      expect(parent.openid).not.toBeNull()
    }
    const children = relatives(father, 'child')
    expect(children).toHaveLength(2)
    expect(children).toEqual(relatives(mother, 'child'))
    for (const child of children) {
      expect(ageOf(child)).toBeLessThan(16)
      expect(child).toMatchObject({ scheme: 'resident', enrolment: 'active', openid: expect.any(String) })
    }
  })

  it('has an uninsured cousin, who is also the child of a policyholder, and an uninsured sister', () => {
    const cousin = personByOpenid('o-hebei-zhou-kai')
    expect(cousin).toMatchObject({ scheme: null, enrolment: 'none', poolingArea: null, regionCode: null })
    const [aunt] = relatives(cousin, 'parent').filter((parent) => parent.scheme === 'employee')
    expect(aunt).toMatchObject({ regionCode: '130000', enrolment: 'active' })
    const nephew = personByOpenid('o-hebei-zhao-mingyuan')
    expect(nephew.family.map((one) => one.idNumber)).not.toContain(cousin.idNumber)
    expect(relatives(nephew, 'sibling').filter((one) => one.enrolment === 'none')).toHaveLength(1)
  })

  it('has a suspended brother and a sister who is enrolled in another province', () => {
    const policyholder = personByOpenid('o-hebei-zhao-mingyuan')
    const siblings = relatives(policyholder, 'sibling')
    const suspended = siblings.filter((one) => one.sex === 'male' && one.enrolment === 'suspended')
    const elsewhere = siblings.filter((one) => one.sex === 'female' && one.regionCode === '370000')
    expect(suspended.map((one) => one.openid)).toEqual(['o-hebei-zhao-minghui'])
    expect(elsewhere.map((one) => one.openid)).toEqual(['o-hebei-zhao-mingxia'])
    expect(elsewhere[0]?.idNumber.startsWith('130099')).toBe(true)
  })

  it('has spouses who can each be the policyholder of the other', () => {
    const husband = personByOpenid('o-hebei-sun-wei')
    const [wife] = relatives(husband, 'spouse')
    for (const one of [husband, wife]) {
      expect(one).toMatchObject({ scheme: 'employee', enrolment: 'active', regionCode: '130000' })
    }
  })
})

describe('in 西藏', () => {
  const policyholder = personByOpenid('o-xizang-zhaxi')

  it('扎西 has 8,000 yuan, a spouse, a sibling and a father in the resident scheme, with phones', () => {
    expect(policyholder).toMatchObject({ regionCode: '540000', scheme: 'employee', balanceFen: 800_000 })
    const [spouse] = relatives(policyholder, 'spouse')
    const [sibling] = relatives(policyholder, 'sibling')
    const father = relatives(policyholder, 'parent').find((one) => one.sex === 'male')
    for (const one of [spouse, sibling, father]) {
      expect(one).toMatchObject({ regionCode: '540000', enrolment: 'active', openid: expect.any(String) })
    }
    expect(father?.scheme).toBe('resident')
  })

  it('his mother and his newborn have no phone', () => {
    const mother = relatives(policyholder, 'parent').find((one) => one.sex === 'female')
    expect(mother).toMatchObject({ openid: null, enrolment: 'active' })
    const [newborn] = relatives(policyholder, 'child')
    if (newborn === undefined) throw new Error('he has a child')
    expect(newborn).toMatchObject({ openid: null, enrolment: 'active', scheme: 'resident' })
    const days = daysBetween(newborn.birthDay, TODAY)
    expect(days).toBeGreaterThan(6)
    expect(days).toBeLessThan(60)
  })
})

describe('elsewhere', () => {
  it('a name has a character outside the basic plane', () => {
    const rare = personByOpenid('o-anhui-wu-wei')
    expect([...rare.name]).toHaveLength(2)
    expect(rare.name).toHaveLength(3)
  })

  it('a spouse holds a 港澳 permit', () => {
    expect(personByOpenid('o-guangdong-chen-yongen')).toMatchObject({ idType: '04', enrolment: 'active' })
  })
})

describe('the offices', () => {
  it('are reviewers and clerks, each with an id that the platform takes', () => {
    expect(STAFF.filter((one) => one.role === 'reviewer')).toHaveLength(5)
    // A second pair of eyes for whatever one of them decides.
    expect(STAFF.filter((one) => one.role === 'reviewer' && one.regionCode === null)).toHaveLength(2)
    // Where nobody but a clerk knows who the signer is, another clerk looks at the document.
    expect(STAFF.filter((one) => one.role === 'clerk')).toHaveLength(2)
    expect(new Set(STAFF.map((one) => one.staffId)).size).toBe(STAFF.length)
    // CloudBase takes 4 to 32 characters as the id of a user of one's own.
    for (const { staffId } of STAFF) expect(`staff:${staffId}`.length).toBeLessThanOrEqual(32)
  })

  it('are a hospital and a pharmacy in every area where somebody is enrolled', () => {
    const ids = INSTITUTIONS.map((one) => one.institutionId)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) {
      expect(id).toMatch(/^[HP]\d{2}0099\d{5}$/)
      expect(`institution:${id}`.length).toBeLessThanOrEqual(32)
    }
    for (const { poolingArea } of PEOPLE) {
      if (poolingArea === null) continue
      const kinds = INSTITUTIONS.filter((one) => one.poolingArea.code === poolingArea.code)
      expect(kinds.map((one) => one.kind).sort()).toEqual(['hospital', 'pharmacy'])
    }
  })
})

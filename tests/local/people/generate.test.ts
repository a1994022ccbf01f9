import fc from 'fast-check'
import { generatePeople, PEOPLE } from '../../../local/people'
import { day } from '../../../shared/values/day'
import { expectConsistent } from './consistency'

const TODAY = day('2025-11-05')

describe('generatePeople', () => {
  it('gives as many consistent people as asked, whatever the seed', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(2 ** 31), (count, seed) => {
        const people = generatePeople(count, seed)
        expect(people).toHaveLength(count)
        expectConsistent(people, TODAY)
      }),
      { numRuns: 60 },
    )
  })

  it('gives the same people again for the same count and seed, and others for another seed', () => {
    expect(generatePeople(500, 7)).toEqual(generatePeople(500, 7))
    expect(generatePeople(500, 7)).not.toEqual(generatePeople(500, 8))
  })

  it('has not changed: a figure measured with these people can be compared with an earlier one', () => {
    const [first] = generatePeople(1, 1)
    expect(first).toMatchObject(FIRST_OF_SEED_ONE)
  })

  it('never gives an ID number or openid of the declared people', () => {
    const declared = new Set(PEOPLE.flatMap((person) => [person.idNumber, person.openid]))
    const met = generatePeople(20_000, 3).filter(
      (person) => declared.has(person.idNumber) || (person.openid !== null && declared.has(person.openid)),
    )
    expect(met).toEqual([])
  })

  it('begins every family with somebody who can invite, and has all states of enrolment', () => {
    const people = generatePeople(5_000, 11)
    expect(people[0]).toMatchObject({ scheme: 'employee', enrolment: 'active', openid: expect.any(String) })
    expect(new Set(people.map((person) => person.enrolment))).toEqual(
      new Set(['active', 'suspended', 'none']),
    )
    expect(people.some((person) => person.openid === null)).toBe(true)
  })

  it('gives 100,000 people, no number twice', () => {
    const people = generatePeople(100_000, 42)
    expect(new Set(people.map((person) => person.idNumber)).size).toBe(100_000)
  })

  it('refuses a count that is none', () => {
    for (const count of [-1, 1.5, Number.NaN]) expect(() => generatePeople(count, 1)).toThrow(RangeError)
  })
})

const FIRST_OF_SEED_ONE = {
  openid: 'o-generated-1-1',
  name: '吕凯怡',
  idNumber: '130099198709041019',
  regionCode: '130000',
  balanceFen: 851_594,
}

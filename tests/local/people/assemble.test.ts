import { assemble } from '../../../local/people/assemble'
import type { PersonDeclared } from '../../../local/people/declaration'
import { SyntheticIdNumbers } from '../../../local/people/person'
import { day } from '../../../shared/values/day'

const someone: PersonDeclared = {
  name: '甲',
  sex: 'female',
  born: '1990-01-01',
  openid: null,
  scheme: 'resident',
  note: '测试。',
}
const family = (...people: PersonDeclared[]) => [{ family: '一家', area: '石家庄市' as const, people }]

describe('assemble', () => {
  it('gives each person of one day and sex a number of her own', () => {
    const [one, two] = assemble(family(someone, { ...someone, name: '乙' }))
    expect(one?.idNumber).not.toBe(two?.idNumber)
    expect(one?.idNumber.slice(0, 14)).toBe('13009919900101')
  })

  it('refuses a name used twice, a relative whom nobody declares and a day that is none', () => {
    expect(() => assemble(family(someone, someone))).toThrow('twice')
    expect(() => assemble(family({ ...someone, mother: '丙' }))).toThrow('nobody is called 丙')
    expect(() => assemble(family({ ...someone, born: '1990-02-30' }))).toThrow(RangeError)
  })

  it('refuses an account outside the employee scheme, and an employee without one', () => {
    expect(() => assemble(family({ ...someone, balanceFen: 1 }))).toThrow('employee scheme')
    expect(() => assemble(family({ ...someone, scheme: 'employee' }))).toThrow('employee scheme')
  })
})

describe('SyntheticIdNumbers', () => {
  it('ends with an error when a day is full, instead of a second person with the same number', () => {
    const numbers = new SyntheticIdNumbers(994)
    const next = () => numbers.next('130000', day('1990-01-01'), 'male')
    const given = [next(), next(), next()]
    expect(given.map((number) => number.slice(14, 17))).toEqual(['995', '997', '999'])
    expect(next).toThrow(RangeError)
  })
})

import * as v from 'valibot'
import { rules } from '../../../../shared/contract/rules'
import {
  type Answers,
  answersAtFirst,
  askInput,
  familyRelation,
  isBeyondFamily,
  NO_ANSWERS,
  problemsIn,
} from '../../../../src/packages/rules/may-invite/model'

const ANSWERED: Answers = {
  ...NO_ANSWERS,
  relation: 'parent',
  own: 'employee',
  hers: 'resident',
  area: 'same',
}

describe('能不能加 TA', () => {
  it('asks for the four answers and for nothing else', () => {
    expect(Object.keys(problemsIn(NO_ANSWERS))).toEqual(['relation', 'own', 'hers', 'area'])
    expect(problemsIn(ANSWERED)).toEqual({})
  })

  it('asks no more where no near relative is meant', () => {
    const inLaw: Answers = { ...NO_ANSWERS, relation: 'parent-in-law' }
    expect(isBeyondFamily('parent-in-law')).toBe(true)
    expect(problemsIn(inLaw)).toEqual({})
    expect(familyRelation('parent-in-law')).toBeNull()
    expect(familyRelation('parent')).toBe('parent')
  })

  it.each<[Partial<Answers>, keyof Answers]>([
    [{ age: '121' }, 'age'],
    [{ age: '七十' }, 'age'],
    [{ age: '1.5' }, 'age'],
    [{ members: '-1' }, 'members'],
    [{ policyholders: '100' }, 'policyholders'],
    [{ members: '1', ofRelation: '2' }, 'ofRelation'],
  ])('finds the fault in %j', (changed, question) => {
    expect(Object.keys(problemsIn({ ...ANSWERED, ...changed }))).toEqual([question])
    expect(askInput('130000', { ...ANSWERED, ...changed })).toBeNull()
  })

  it.each<[Partial<Answers>, object]>([
    [
      {},
      {
        policyholder: { scheme: 'employee', enrolment: 'active' },
        relative: { scheme: 'resident', area: 'same' },
      },
    ],
    [{ own: 'suspended' }, { policyholder: { scheme: 'employee', enrolment: 'suspended' } }],
    [{ hers: 'suspended' }, { relative: { enrolment: 'suspended', area: 'same' } }],
    [{ hers: 'unknown', area: 'unknown' }, { relative: {} }],
    [{ age: ' ７０ ' }, { relative: { age: 70 } }],
    [{ members: '0', policyholders: '2' }, { already: { members: 0, policyholders: 2 } }],
  ])('sends %j as %j, as the contract has it', (changed, part) => {
    const input = askInput('130000', { ...ANSWERED, ...changed })
    expect(input).toMatchObject({ regionCode: '130000', relation: 'parent', ...part })
    expect(v.safeParse(rules.actions['may-invite'].input, input).success).toBe(true)
  })

  it('leaves out what she does not know', () => {
    const input = askInput('130000', { ...ANSWERED, hers: 'unknown', area: 'unknown' })
    expect(input?.relative).toEqual({})
    expect(input?.already).toEqual({})
  })

  it.each([
    [{ scheme: 'employee', enrolment: 'active' }, 'employee'],
    [{ scheme: 'employee', enrolment: 'suspended' }, 'suspended'],
    [{ scheme: 'resident', enrolment: 'active' }, 'resident'],
    [{ scheme: null, enrolment: 'none' }, 'none'],
  ] as const)('knows already that she is %j', (insured, own) => {
    const person = {
      name: '王*',
      idNumber: '1****',
      personId: '',
      poolingArea: null,
      regionCode: null,
      ...insured,
    }
    expect(answersAtFirst({ person: person as never }).own).toBe(own)
    expect(answersAtFirst({ person: null })).toEqual(NO_ANSWERS)
  })
})

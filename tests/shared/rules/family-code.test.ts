import { day } from '../../../shared/values/day'
import { documentOf, personOf, TODAY } from '../synthetic-people'
import { answerOf, familyCode, grantedOf, refusalOf } from './asking'

const child = personOf('2009-11-06', 3)
const sixteen = personOf('2009-11-05', 3)

/** National: five a calendar month over all channels, two holders of one person's code (2025), a child under 16 by a guardian. */
describe('who may hold a relative’s code', () => {
  it.each<[string, () => unknown, unknown]>([
    ['the fifth of a month', () => grantedOf(familyCode({ addedThisMonth: 4 })).leftThisMonth, 0],
    [
      'the sixth of a month',
      () => refusalOf(familyCode({ addedThisMonth: 5 })),
      expect.objectContaining({
        code: 'limit-reached',
        facts: { kind: 'family-codes-a-month', limit: 5, used: 5 },
      }),
    ],
    ['the second holder', () => answerOf(familyCode({ holdersOfRelative: 1 })), 'allowed'],
    [
      'the third holder',
      () => refusalOf(familyCode({ holdersOfRelative: 2 })),
      expect.objectContaining({ code: 'limit-reached', facts: { kind: 'family-code-holders', limit: 2 } }),
    ],
    [
      'a child of 15 by its guardian',
      () => grantedOf(familyCode({ relative: child })).confirmedBy,
      'guardian',
    ],
    [
      'on the birthday of 16 by itself',
      () => grantedOf(familyCode({ relative: sixteen })).confirmedBy,
      'relative',
    ],
    [
      'for the child a declaration and the household book or birth certificate',
      () => grantedOf(familyCode({ relative: child })).proofs,
      ['个人承诺书', '户口本或出生医学证明编号'],
    ],
    ['without them', () => answerOf(familyCode({ relative: child, proofsGiven: 0 })), 'proof-required'],
    ['with them', () => answerOf(familyCode({ relative: child, proofsGiven: 2 })), 'allowed'],
    ['for an adult nothing', () => grantedOf(familyCode()).proofs, []],
    ['the same once more', () => answerOf(familyCode({ held: true })), 'already-bound'],
    [
      'oneself',
      () => answerOf(familyCode({ relative: { document: documentOf('1980-06-01'), birthDay: null } })),
      'self',
    ],
    [
      'a wrong number',
      () => answerOf(familyCode({ relative: { document: { idType: '01', idNumber: '1' }, birthDay: null } })),
      'id-number-invalid',
    ],
    [
      'whose birth day nobody knows is taken for an adult',
      () =>
        grantedOf(
          familyCode({ relative: { document: { idType: '90', idNumber: 'B1234567' }, birthDay: null } }),
        ).confirmedBy,
      'relative',
    ],
  ])('%s', (_, ask, expected) => {
    expect(ask()).toEqual(expected)
  })

  it('never shares money, and says by which rules it speaks', () => {
    const answer = grantedOf(familyCode({ today: day(TODAY) }))
    expect(answer.sharesMoney).toBe(false)
    expect(answer.rules.map(({ parameter }) => parameter)).toContain('family-code-changes-a-month')
  })
})

import { refusalSentence } from '../../../shared/copy'
import { inviteTermsRefused } from '../../../shared/rules'
import { day } from '../../../shared/values/day'
import { documentOf, employeeIn, personOf, residentIn } from '../synthetic-people'
import {
  answerOf,
  grantedOf,
  invite,
  join,
  joinFacts,
  type RegionName,
  refusalOf,
  relationsOn,
} from './asking'

const father = { document: documentOf('1955-03-04', 1), birthDay: day('1955-03-04') }
const mother = { document: documentOf('1955-03-04', 2), birthDay: day('1955-03-04') }
const parent = (sex?: 'male' | 'female') => ({
  relation: 'parent' as const,
  ...(sex === undefined ? {} : { sex }),
})
const many = (count: number) => Array.from({ length: count }, () => ({ relation: 'child' as const }))

describe('one father and one mother (山西 2023, 大连)', () => {
  it.each<[RegionName, string, () => string, string]>([
    ['山西', 'a father first', () => answerOf(invite('山西', 'parent', { relative: father })), 'allowed'],
    [
      '山西',
      'a mother beside the father',
      () => answerOf(invite('山西', 'parent', { relative: mother, bound: [parent('male')] })),
      'allowed',
    ],
    [
      '山西',
      'a second father',
      () => answerOf(invite('山西', 'parent', { relative: father, bound: [parent('male')] })),
      'relation-cap-reached',
    ],
    [
      '山西',
      'a father beside a parent of whom nobody knows which',
      () => answerOf(invite('山西', 'parent', { relative: father, bound: [parent()] })),
      'allowed',
    ],
    [
      '山西',
      'a third parent, whoever the two are',
      () => answerOf(invite('山西', 'parent', { relative: father, bound: [parent(), parent()] })),
      'relation-cap-reached',
    ],
    [
      '山西',
      'as many children as there are',
      () => answerOf(invite('山西', 'child', { bound: many(9) })),
      'allowed',
    ],
    [
      '大连',
      'a second mother',
      () => answerOf(invite('大连', 'parent', { relative: mother, bound: [parent('female')] })),
      'relation-cap-reached',
    ],
    ['大连', 'a third child', () => answerOf(invite('大连', 'child', { bound: many(2) })), 'allowed'],
    [
      '大连',
      'a fourth child',
      () => answerOf(invite('大连', 'child', { bound: many(3) })),
      'relation-cap-reached',
    ],
    [
      '河北',
      'a second father, where nobody counts them',
      () => answerOf(invite('河北', 'parent', { relative: father, bound: [parent('male')] })),
      'allowed',
    ],
  ])('%s: %s', (_region, _case, ask, expected) => {
    expect(ask()).toBe(expected)
  })

  it('names the father in the facts', () => {
    const refusal = refusalOf(invite('山西', 'parent', { relative: father, bound: [parent('male')] }))
    expect(refusal.facts).toMatchObject({ relation: 'parent', sex: 'male', cap: 1, bound: 1 })
  })
})

describe('how many, region by region', () => {
  it.each<[RegionName, number, string]>([
    ['河北', 7, 'allowed'],
    ['河北', 8, 'member-cap-reached'],
    ['贵州', 30, 'allowed'],
    ['西藏', 30, 'allowed'],
  ])('%s with %i bound: %s', (region, count, expected) => {
    const bound = Array.from({ length: count }, () => ({ relation: 'sibling' as const }))
    expect(answerOf(invite(region, 'child', { bound }))).toBe(expected)
  })

  it.each<[RegionName, number, string]>([
    // 贵州 2022 and 山东: one policyholder for one relative. 深圳: several.
    ['贵州', 0, 'allowed'],
    ['贵州', 1, 'policyholder-cap-reached'],
    ['山东', 1, 'policyholder-cap-reached'],
    ['广东', 5, 'allowed'],
    ['西藏', 5, 'allowed'],
  ])('%s: somebody with %i policyholders already: %s', (region, policyholdersOfRelative, expected) => {
    expect(answerOf(join(region, 'spouse', { policyholdersOfRelative }))).toBe(expected)
  })
})

describe('where both are insured', () => {
  it.each<[string, () => string, string]>([
    [
      '大连: within the city',
      () =>
        answerOf(
          join('大连', 'child', { relativeEnrolment: residentIn('210200', { poolingAreaCode: '210200' }) }),
        ),
      'allowed',
    ],
    [
      '大连: not from 沈阳',
      () =>
        answerOf(
          join('大连', 'child', { relativeEnrolment: residentIn('210000', { poolingAreaCode: '210100' }) }),
        ),
      'outside-area',
    ],
    [
      '陕西 before 2024-05-22: one city',
      () =>
        answerOf(
          join('陕西', 'child', {
            today: day('2024-05-21'),
            relativeEnrolment: residentIn('610000', { poolingAreaCode: '610200' }),
          }),
        ),
      'outside-area',
    ],
    [
      '陕西 from 2024-05-22: the province',
      () =>
        answerOf(
          join('陕西', 'child', {
            today: day('2024-05-22'),
            relativeEnrolment: residentIn('610000', { poolingAreaCode: '610200' }),
          }),
        ),
      'allowed',
    ],
    [
      'two employees of one city',
      () => answerOf(join('大连', 'spouse', { relativeEnrolment: employeeIn('210200') })),
      'allowed',
    ],
  ])('%s', (_, ask, expected) => {
    expect(ask()).toBe(expected)
  })
})

describe('three kinds of relatives, then eight', () => {
  it.each<[RegionName, string, number]>([
    ['贵州', '2024-11-25', 3],
    ['贵州', '2024-11-26', 8],
    // 「2024-10」 at the latest, without a day.
    ['山东', '2024-10-30', 3],
    ['山东', '2024-10-31', 8],
    // A report of 2024-11-26 says that it came in the month before.
    ['四川', '2024-11-25', 3],
    ['浙江', '2024-11-25', 3],
    ['浙江', '2024-11-26', 8],
    ['湖北', '2024-09-30', 3],
    ['湖北', '2024-10-01', 8],
    ['大连', '2025-11-05', 3],
    ['安徽', '2024-12-08', 3],
    ['安徽', '2024-12-09', 8],
  ])('%s on %s: %i', (region, on, count) => {
    expect(relationsOn(region, on)).toHaveLength(count)
  })
})

describe('proofs to bind', () => {
  const terms = (region: RegionName, relation: 'spouse' | 'child' | 'parent', proofsGiven: number) => {
    const facts = joinFacts(region, relation)
    const allowed = grantedOf(invite(region, relation))
    return inviteTermsRefused({ ...facts, uses: allowed.uses, proofsGiven }, allowed)?.code ?? 'allowed'
  }
  it.each<[RegionName, 'spouse' | 'child' | 'parent', number, string]>([
    ['安徽', 'spouse', 0, 'proof-required'],
    ['安徽', 'spouse', 1, 'allowed'],
    ['大连', 'spouse', 0, 'proof-required'],
    ['大连', 'child', 0, 'proof-required'],
    ['大连', 'parent', 0, 'allowed'],
    ['西藏', 'spouse', 0, 'allowed'],
    ['河北', 'child', 0, 'allowed'],
  ])('%s, %s with %i uploaded: %s', (region, relation, given, expected) => {
    expect(terms(region, relation, given)).toBe(expected)
  })

  it.each<[RegionName, string, string]>([
    // Who cannot take a photo is sent where her papers are looked at otherwise.
    ['安徽', '安徽医保公共服务小程序', '当地医保窗口'],
    ['大连', '大连市医保局微信公众号', '当地医保窗口'],
  ])('%s: whoever has proofs to show is told where: %s, or %s', (region, system, desk) => {
    const facts = joinFacts(region, 'spouse')
    const allowed = grantedOf(invite(region, 'spouse'))
    const refusal = inviteTermsRefused({ ...facts, uses: allowed.uses, proofsGiven: 0 }, allowed)
    expect(refusal?.facts).toMatchObject({ system, desk })
    const sentence = refusal === null ? '' : refusalSentence(refusal)
    expect(sentence).toContain(system)
    expect(sentence).toContain(desk)
    expect(sentence).toContain('结婚证')
    expect(sentence).toMatch(/请拍清楚四个角/)
  })

  it.each<[RegionName, 'spouse' | 'parent', boolean]>([
    ['安徽', 'spouse', true],
    ['大连', 'spouse', true],
    ['大连', 'parent', false],
    ['河北', 'spouse', false],
    ['西藏', 'spouse', false],
  ])('%s, %s: looked at before it begins: %s', (region, relation, expected) => {
    const { review, reviewBy, remarks } = grantedOf(invite(region, relation))
    expect([review, reviewBy]).toEqual([expected, expected ? 'agency' : null])
    expect(remarks.some((remark) => remark.includes('由医保经办人员审核后生效'))).toBe(expected)
    // It would say the opposite of what happens.
    expect(expected && remarks.some((remark) => remark.includes('同意后直接办成'))).toBe(false)
  })

  it('大连: for a grown child nothing', () => {
    expect(grantedOf(invite('大连', 'child', { relative: personOf('2005-03-04', 2) })).proofs).toEqual([])
  })
})

describe('days', () => {
  it('江苏: the last day is another one than the first', () => {
    const on = { startDay: day('2025-11-05'), endDay: day('2025-11-05') }
    expect(refusalOf(invite('江苏', 'spouse', on)).facts?.problem).toBe('end-on-start')
    expect(answerOf(invite('江苏', 'spouse', { ...on, endDay: day('2025-11-06') }))).toBe('allowed')
    expect(answerOf(invite('西藏', 'spouse', on))).toBe('allowed')
  })
})

describe('which paper is asked for by age (大连)', () => {
  it.each([
    // 「未成年子女: 户口簿或出生医学证明; 成年子女不用材料」; that one is an adult from 18 on is our reading.
    ['2007-11-06', ['户口簿或出生医学证明']],
    ['2007-11-05', []],
    ['2002-01-01', []],
  ])('a child born on %s: %j', (born, proofs) => {
    const relative = personOf(born, 2)
    expect(grantedOf(invite('大连', 'child', { relative })).proofs).toEqual(proofs)
  })
})

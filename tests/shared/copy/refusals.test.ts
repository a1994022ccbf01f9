import * as fc from 'fast-check'
import { refusalSentence } from '../../../shared/copy'
import { mayInvite, mayJoin } from '../../../shared/rules'
import { day } from '../../../shared/values/day'
import { REFUSAL_CODES, type Refusal } from '../../../shared/values/refusal'
import { holds } from '../property'
import { employeeIn, personOf, residentIn, TODAY } from '../synthetic-people'

/** Names of facts that some refusal carries. */
const FACT_NAMES = [
  'side',
  'spokenTo',
  'cap',
  'bound',
  'relation',
  'scope',
  'problem',
  'reason',
  'state',
  'uses',
  'proofs',
  'limit',
  'limitFen',
  'floorFen',
  'neededFen',
  'balanceFen',
  'startDay',
  'endDay',
  'from',
  'until',
  'to',
  'outcome',
  'mode',
  'signer',
  'regionName',
  'policyholderRegion',
  'relativeRegion',
  'instead',
  'leastAge',
  'leastGapYears',
  'latest',
  'kind',
  'per',
  'of',
  'for',
  'who',
  'setBy',
  'sex',
  'distance',
  'premiumYear',
  'yearsKnown',
  'usableFen',
  'because',
  'titles',
  'reasons',
  'firstDate',
  'lastDate',
  'lastDay',
  'again',
  'months',
  'leftFen',
]

function expectSentence(sentence: string) {
  expect(sentence).toMatch(/。$/)
  expect(sentence).not.toMatch(/undefined|null|NaN|\[object|[a-z]{3,}|[,;:?!]/)
  // What is wrong, and what to do next: at least two sentences, none of them endless.
  expect(sentence.split('。').filter((part) => part !== '').length).toBeGreaterThanOrEqual(2)
  expect(sentence.length).toBeLessThanOrEqual(140)
}

describe('the sentence of a refusal', () => {
  it.each(REFUSAL_CODES)('%s says what is wrong and what to do, without any fact', (code) => {
    expectSentence(refusalSentence({ code }))
  })

  it('holds whatever the facts are', () => {
    const fact = fc.oneof(
      fc.anything(),
      fc.constantFrom('policyholder', 'relative', 'guardian', 'parent', 3, 200_000),
    )
    holds(
      fc.property(
        fc.constantFrom(...REFUSAL_CODES),
        fc.dictionary(fc.constantFrom(...FACT_NAMES), fact),
        (code, facts) => {
          const sentence = refusalSentence({ code, facts })
          expect(sentence).toMatch(/。$/)
          expect(sentence).not.toMatch(/undefined|NaN|\[object/)
        },
      ),
    )
  })

  it.each<[Refusal, RegExp]>([
    [
      {
        code: 'member-cap-reached',
        facts: { cap: 8, bound: 8, regionName: '河北', spokenTo: 'policyholder' },
      },
      /河北规定一个人最多添加8位家人.*您现在已有8位.*解除一位/,
    ],
    [
      { code: 'member-cap-reached', facts: { cap: 8, bound: 8, spokenTo: 'relative' } },
      /请让邀请人先解除一位/,
    ],
    [
      { code: 'relation-cap-reached', facts: { cap: 1, bound: 1, relation: 'spouse' } },
      /配偶最多添加1位，您现在已有1位/,
    ],
    [
      { code: 'balance-too-low', facts: { neededFen: 400_00, balanceFen: 12_05 } },
      /需要400元，账户里有12\.05元/,
    ],
    [{ code: 'outside-hours', facts: { from: '06:00', to: '22:00' } }, /每天06:00到22:00/],
    [{ code: 'transfer-amount-exceeded', facts: { limitFen: 2_000_00 } }, /每笔最多2,000元/],
    [{ code: 'id-number-invalid', facts: { problem: 'check-digit' } }, /有一位写错了/],
    [{ code: 'invitation-closed', facts: { state: 'declined' } }, /已经谢绝/],
    [{ code: 'letter-not-signed', facts: { signer: 'policyholder' } }, /授权人先读完并签好/],
    [{ code: 'proof-required', facts: { proofs: ['结婚证', '户口簿'] } }, /结婚证、户口簿/],
    [{ code: 'use-not-allowed', facts: { uses: ['premium'] } }, /交居民医保费/],
    [{ code: 'too-many-attempts', facts: { limit: 20 } }, /每天最多20次/],
  ])('%j', (refusal, said) => {
    expect(refusalSentence(refusal)).toMatch(said)
  })

  it('says 您 to the one who reads and names the other', () => {
    const who = (side: string, spokenTo: string) =>
      refusalSentence({ code: 'not-enrolled', facts: { side, spokenTo } })
    expect(who('relative', 'relative')).toContain('没有查到您的')
    expect(who('relative', 'guardian')).toContain('没有查到孩子的')
    expect(who('relative', 'policyholder')).toContain('没有查到这位家人的')
    expect(who('policyholder', 'policyholder')).toContain('没有查到您的')
  })

  it('does not tell a relative what is the matter with the policyholder’s insurance', () => {
    for (const code of ['not-enrolled', 'enrolment-suspended', 'not-employee-scheme'] as const) {
      const sentence = refusalSentence({ code, facts: { side: 'policyholder', spokenTo: 'relative' } })
      expect(sentence).not.toMatch(/暂停|没有查到|居民医保/)
    }
  })
})

describe('the sentences of what the rules refuse', () => {
  const policyholder = { ...employeeIn('130000'), ...personOf('1980-06-01') }
  const base = {
    policyholder,
    relative: personOf('1984-03-04', 2),
    relation: 'sibling',
    bound: [],
    today: TODAY,
  } as const
  const eight = Array.from({ length: 8 }, () => ({ relation: 'sibling' as const }))
  it.each([
    ['the ninth', mayInvite({ ...base, bound: eight }), /最多添加8位/],
    [
      'before 2024-11-26',
      mayInvite({ ...base, today: day('2024-06-01') }),
      /2024年6月1日.*兄弟姐妹.*可以添加的是配偶、父母、子女/,
    ],
    [
      'a mother too young',
      mayInvite({ ...base, relation: 'parent' }),
      /关系是父母，这位家人应当至少比您大10岁/,
    ],
    ['a child too old', mayInvite({ ...base, relation: 'child' }), /关系是子女，这位家人应当至少比您小10岁/],
    [
      'a spouse too young',
      mayInvite({ ...base, relation: 'spouse', relative: personOf('2015-01-01', 2) }),
      /还未满16周岁/,
    ],
    ['a start that has passed', mayInvite({ ...base, startDay: day('2025-11-04') }), /2025年11月4日已经过去/],
    ['a start too far', mayInvite({ ...base, startDay: day('2027-01-01') }), /最晚可以选2026年11月5日/],
    [
      'an unknown region',
      mayInvite({ ...base, policyholder: { ...policyholder, regionCode: '650000' } }),
      /12393/,
    ],
    [
      'another province',
      mayJoin({ ...base, relativeEnrolment: residentIn('510000'), policyholdersOfRelative: 0 }),
      /您在四川参保，邀请人在河北参保.*医保钱包/,
    ],
    [
      'a suspended relative',
      mayJoin({
        ...base,
        relativeEnrolment: residentIn('130000', { enrolment: 'suspended' }),
        policyholdersOfRelative: 0,
      }),
      /您的医保现在处于暂停状态/,
    ],
  ])('%s', (_, answer, said) => {
    if (answer.ok) throw new Error('not refused')
    const sentence = refusalSentence(answer.refusal)
    expect(sentence).toMatch(said)
    expectSentence(sentence)
  })
})

import {
  isPremiumWaived,
  premiumBenefit,
  premiumTier,
  premiumYearOffered,
  premiumYears,
} from '../../../shared/rules'
import { type Day, day } from '../../../shared/values/day'
import {
  answerOf,
  grantedOf,
  premium,
  REGION,
  type RegionName,
  refund,
  refusalOf,
  shared,
  yuan,
} from './asking'

const prices = (...asked: Parameters<typeof premium>) =>
  grantedOf(premium(...asked)).tiers.map(({ tier, amountFen }) => `${tier} ${amountFen / 100}`)

describe('what is to be paid', () => {
  it.each<[string, () => unknown, unknown]>([
    ['西藏 2026: two prices', () => prices('西藏', '2025-11-05', 2026), ['high 400', 'low 240']],
    ['西藏 2025: two prices', () => prices('西藏', '2024-11-05', 2025), ['high 400', 'low 220']],
    ['河北 2026: one price', () => prices('河北', '2025-11-05', 2026), ['standard 400']],
    [
      '河北 2025, 正定县: and 10 yuan for long-term care (machines alone say so; it is told)',
      () => grantedOf(premium('河北', '2024-11-05', 2025, { district: '正定县' })).extras,
      [{ title: '长期护理保险', amountFen: yuan(10) }],
    ],
    [
      '江西 2026: 400, students 200',
      () => prices('江西', '2025-11-05', 2026),
      ['standard 400', 'student 200'],
    ],
    [
      '江西: who is helped in part pays 80',
      () => prices('江西', '2025-11-05', 2026, { waiverGroup: '定额资助的人' }),
      ['waiver 80'],
    ],
    [
      '江西: who is helped in full pays nothing',
      () => grantedOf(premium('江西', '2025-11-05', 2026, { waiverGroup: '全额资助的人' })).state,
      'waived',
    ],
    [
      '江西: born from 2024-01-01, three years without a premium, to be confirmed each year',
      () => {
        const { state, confirmAs } = grantedOf(
          premium('江西', '2025-11-05', 2026, { birthDay: day('2024-01-01') }),
        )
        return [state, confirmAs]
      },
      ['waived', '新生儿免缴确认（江西智慧医保APP或赣服通）'],
    ],
    [
      '江西: born on the last day of 2023, she pays',
      () => grantedOf(premium('江西', '2025-11-05', 2026, { birthDay: day('2023-12-31') })).state,
      'unpaid',
    ],
    [
      '郑州 2026: 400, for the city alone, and no window is known, so nothing is paid',
      () => answerOf(premium('河南', '2025-11-05', 2026, { city: '郑州市' })),
      'rule-unknown',
    ],
    ['贵州 2025 after 2025-02-28: 1,070', () => prices('贵州', '2025-03-10', 2025), ['late 1070']],
    [
      'somebody of another region pays the price of the relative’s region',
      () => prices('河北', '2025-11-05', 2026, {}, { regionCode: REGION.西藏 }),
      ['standard 400'],
    ],
  ])('%s', (_, ask, expected) => {
    expect(ask()).toEqual(expected)
  })
})

describe('when it can be paid', () => {
  it.each<[RegionName, number, string, string]>([
    ['西藏', 2026, '2025-10-31', 'rule-unknown'],
    ['西藏', 2026, '2025-11-01', 'allowed'],
    ['西藏', 2026, '2026-01-31', 'allowed'],
    ['西藏', 2026, '2026-02-01', 'window-closed'],
    ['河北', 2026, '2025-10-20', 'allowed'],
    ['河北', 2026, '2026-02-28', 'allowed'],
    // 河北 says what holds afterwards: a time of waiting. So it can still be paid.
    ['河北', 2026, '2026-03-01', 'allowed'],
    ['江西', 2026, '2025-10-15', 'allowed'],
    ['江西', 2026, '2026-03-01', 'allowed'],
    ['河北', 2025, '2024-12-28', 'allowed'],
    ['河北', 2025, '2024-12-29', 'window-closed'],
    ['河北', 2025, '2024-10-26', 'window-closed'],
  ])('%s, the year %i, on %s: %s', (region, premiumYear, on, expected) => {
    expect(answerOf(premium(region, on, premiumYear))).toBe(expected)
  })

  it('says when the window was', () => {
    expect(refusalOf(premium('西藏', '2026-02-01', 2026))).toMatchObject({
      facts: { problem: 'over', from: '2025-11-01', until: '2026-01-31' },
      rule: { parameter: 'premium-window' },
    })
  })

  it('offers the year whose window is open, and lists the ones that are known', () => {
    expect(premiumYearOffered({ regionCode: REGION.西藏, today: day('2025-11-05') })).toBe(2026)
    expect(premiumYears({ regionCode: REGION.西藏, today: day('2025-11-05') })).toEqual([2026, 2025, 2024])
    expect(premiumYearOffered({ regionCode: '650000', today: day('2025-11-05') })).toBeNull()
  })
})

describe('of whom nothing is due', () => {
  it('nothing is closed after the window (江西, a newborn)', () => {
    const late = (birthDay: string) => premium('江西', '2025-12-01', 2025, { birthDay: day(birthDay) })
    expect(refusalOf(late('2000-01-01')).code).toBe('window-closed')
    expect(grantedOf(late('2025-11-20'))).toMatchObject({ state: 'waived', tiers: [] })
  })

  it('is told apart from a group that pays less', () => {
    const regionCode = '360000'
    const of = (relative: { birthDay: Day | null; waiverGroup?: string }) =>
      isPremiumWaived({ regionCode, relative, premiumYear: 2026, today: day('2025-11-05') })
    expect(of({ birthDay: null, waiverGroup: '全额资助的人' })).toBe(true)
    expect(of({ birthDay: null, waiverGroup: '定额资助的人' })).toBe(false)
    expect(of({ birthDay: null })).toBe(false)
  })
})

describe('a year that nobody has published', () => {
  it('is refused with what is known: the national floor and the years with figures', () => {
    expect(refusalOf(premium('贵州', '2025-11-05', 2026))).toMatchObject({
      code: 'rule-unknown',
      facts: { premiumYear: 2026, floorFen: yuan(400), yearsKnown: [2025, 2024] },
      rule: { parameter: 'premium-floor-fen' },
    })
    expect(refusalOf(premium('西藏', '2025-11-05', 2027)).facts).not.toHaveProperty('floorFen')
  })
})

describe('whose premium, and from whose account', () => {
  it.each<[string, () => unknown, unknown]>([
    ['paid already', () => answerOf(premium('西藏', '2025-11-05', 2026, { paid: true })), 'already-paid'],
    [
      'without any insurance and registration',
      () => answerOf(premium('西藏', '2025-11-05', 2026, { scheme: null, enrolment: 'none' })),
      'not-enrolled',
    ],
    [
      'registered for the first time',
      () =>
        answerOf(premium('西藏', '2025-11-05', 2026, { scheme: null, enrolment: 'none', registered: true })),
      'allowed',
    ],
    [
      '江西: the year before is a condition',
      () => refusalOf(premium('江西', '2025-11-05', 2026, { insuredLastYear: false })).facts?.reason,
      'not-insured-last-year',
    ],
    [
      '福建: newborns are said to be left out, by machines alone',
      () => answerOf(premium('福建', '2024-11-05', 2025, { city: '福州市', excludedAs: '新生儿' })),
      'allowed',
    ],
    [
      '山东 takes it in the tax office’s own mini-program',
      () => refusalOf(premium('山东', '2025-11-05', 2026)),
      expect.objectContaining({
        code: 'not-allowed',
        facts: {
          reason: 'paid-in-tax-app',
          regionName: '山东',
          steps: ['山东税务社保费缴纳小程序', '家庭共济缴费', '选择家人', '缴费'],
        },
        rule: expect.objectContaining({ parameter: 'premium-model', value: 'tax-app' }),
      }),
    ],
    [
      '湖北 pays back what was paid first',
      () => refusalOf(premium('湖北', '2025-11-05', 2026)).facts?.reason,
      'paid-first',
    ],
    [
      '山东: the account counts, not where the relative is insured',
      () => refusalOf(premium('河北', '2025-11-05', 2026, {}, { regionCode: REGION.山东 })).facts?.reason,
      'paid-in-tax-app',
    ],
    [
      '福建: machines alone say that the tax office takes it later',
      () => answerOf(premium('福建', '2024-11-05', 2025, { city: '福州市' })),
      'allowed',
    ],
    [
      'the binding does not allow premiums',
      () => refusalOf(premium('西藏', '2025-11-05', 2026, {}, { uses: ['hospital'] })),
      expect.objectContaining({
        code: 'use-not-allowed',
        facts: { uses: ['premium'], setBy: 'policyholder' },
      }),
    ],
    [
      'the binding is paused',
      () => refusalOf(premium('西藏', '2025-11-05', 2026, {}, { state: 'paused' })).facts?.because,
      'paused',
    ],
    [
      'the policyholder is suspended',
      () => answerOf(premium('西藏', '2025-11-05', 2026, {}, { policyholderActive: false })),
      'enrolment-suspended',
    ],
    [
      '西藏: an account that covers the lower price alone is enough to choose it',
      () => answerOf(premium('西藏', '2025-11-05', 2026, {}, { balanceFen: yuan(240) })),
      'allowed',
    ],
    [
      'one fen less is not',
      () => answerOf(premium('西藏', '2025-11-05', 2026, {}, { balanceFen: yuan(239.99) })),
      'balance-too-low',
    ],
    [
      'a limit for one visit does not hold for a premium',
      () => answerOf(premium('西藏', '2025-11-05', 2026, {}, { perSettlementLimitFen: yuan(10) })),
      'allowed',
    ],
    [
      '山西 keeps 1,000 yuan here too',
      () =>
        refusalOf(
          premium(
            '西藏',
            '2025-11-05',
            2026,
            {},
            shared('山西', 'A', 1_239.99, { effectiveFrom: day('2023-01-01') }),
          ),
        ).facts,
      expect.objectContaining({ usableFen: yuan(239.99), cut: 'floor', figureFen: yuan(1_000) }),
    ],
  ])('%s', (_, ask, expected) => {
    expect(ask()).toEqual(expected)
  })

  it('a tier is chosen among those there are', () => {
    const payable = grantedOf(premium('西藏', '2025-11-05', 2026))
    expect(grantedOf(premiumTier(payable, 'low')).amountFen).toBe(yuan(240))
    expect(answerOf(premiumTier(payable, undefined))).toBe('tier-unknown')
    expect(answerOf(premiumTier(payable, 'middle'))).toBe('tier-unknown')
    expect(grantedOf(premiumTier(grantedOf(premium('河北', '2025-11-05', 2026)), undefined)).tier).toBe(
      'standard',
    )
  })
})

describe('from when the cover holds', () => {
  it.each<[RegionName, number, string, string | null]>([
    ['河北', 2026, '2025-12-31', '2026-01-01'],
    ['河北', 2026, '2026-01-01', '2026-01-01'],
    ['河北', 2026, '2026-02-28', '2026-02-28'],
    // After that three months of waiting.
    ['河北', 2026, '2026-03-01', '2026-06-01'],
    ['河北', 2026, '2026-11-30', '2027-02-28'],
    ['江西', 2026, '2025-12-31', '2026-01-01'],
    // 江西: from the day after.
    ['江西', 2026, '2026-01-01', '2026-01-02'],
    ['江西', 2026, '2026-03-01', '2026-06-01'],
    // 贵州 2025: ninety days.
    ['贵州', 2025, '2025-03-01', '2025-05-30'],
    ['西藏', 2026, '2025-12-01', null],
  ])('%s, the year %i, paid on %s: %s', (region, premiumYear, paidOn, expected) => {
    const answer = premiumBenefit({
      regionCode: REGION[region],
      premiumYear,
      paidOn: day(paidOn),
      today: day(paidOn),
    })
    expect(answer.ok ? answer.value.benefitFrom : null).toBe(expected)
    if (!answer.ok) expect(answer.refusal.code).toBe('rule-unknown')
  })

  it('what is not known of the cover does not stop the payment', () => {
    expect(grantedOf(premium('西藏', '2025-12-01', 2026)).benefitFrom).toBeNull()
    expect(grantedOf(premium('河北', '2025-12-01', 2026)).benefitFrom).toBe('2026-01-01')
  })
})

describe('asking it back', () => {
  it('nationally machines alone say when: nobody is stopped and nothing is promised', () => {
    const answer = grantedOf(refund('河北', 2026, '2025-12-01', '2026-01-10', '去世'))
    expect(answer.certain).toBe(false)
    expect(answer.remarks.join()).toMatch(/机器生成/)
  })

  it('in 汕尾 paid twice; no price there is known, so nothing could be paid', () => {
    const there = (reason: string) =>
      refund('广东', 2026, '2025-12-01', '2025-12-10', reason, { poolingAreaCode: '441500' })
    expect(answerOf(there('改了主意'))).toBe('not-allowed')
    expect(answerOf(there('重复缴费'))).toBe('rule-unknown')
  })
})

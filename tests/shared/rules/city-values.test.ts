import {
  availableToShare,
  consentNeeded,
  endsByItself,
  explain,
  mayInvite,
  mayJoin,
  mayRefundPremium,
} from '../../../shared/rules'
import { PARAMETER_NAMES, REGIONS, sameProvince } from '../../../shared/rules/parameters'
import { ruleHolding, ruleOf } from '../../../shared/rules/rule'
import { day, instant } from '../../../shared/values/day'
import { employeeIn, residentIn, TODAY } from '../synthetic-people'
import {
  answerOf,
  joinFacts,
  planOf,
  REGION,
  type RegionName,
  refusalOf,
  settle,
  shared,
  transfer,
} from './asking'

// A page that speaks of one city says nothing of the others of its province.
const enrolledIn = (region: RegionName, poolingAreaCode: string) => {
  const { policyholder } = joinFacts(region, 'spouse')
  return { ...policyholder, ...employeeIn(REGION[region], { poolingAreaCode }) }
}
const siblings = (count: number) => Array.from({ length: count }, () => ({ relation: 'sibling' as const }))

describe('a cap that is known of one city', () => {
  it.each<[RegionName, string, string, number, string]>([
    // 「济南:同时绑定7名近亲属」 (2024-05-28)
    ['山东', '济南', '370100', 7, 'member-cap-reached'],
    ['山东', '烟台', '370600', 7, 'allowed'],
    // 「大庆:5名」 (2023)
    ['黑龙江', '大庆', '230600', 5, 'member-cap-reached'],
    ['黑龙江', '哈尔滨', '230100', 5, 'allowed'],
  ])('%s, %s (%s) with %i bound: %s', (region, _, area, count, expected) => {
    const facts = joinFacts(region, 'child')
    const policyholder = enrolledIn(region, area)
    expect(answerOf(mayInvite({ ...facts, policyholder, bound: siblings(count) }))).toBe(expected)
  })

  it.each<[RegionName, string, string, string]>([
    // 「厦门:参保人仅可存在一个家庭账户」
    ['福建', '厦门', '350200', 'policyholder-cap-reached'],
    ['福建', '福州', '350100', 'allowed'],
  ])('%s, %s (%s): a second policyholder: %s', (region, _, area, expected) => {
    const policyholder = enrolledIn(region, area)
    const facts = { ...joinFacts(region, 'spouse'), policyholder, policyholdersOfRelative: 1 }
    expect(answerOf(mayJoin(facts))).toBe(expected)
  })

  it('is told elsewhere as that city’s, and leaves the places open', () => {
    const answer = mayInvite({ ...joinFacts('山东', 'child'), policyholder: enrolledIn('山东', '370600') })
    if (!answer.ok) throw new Error('refused')
    expect(answer.value.placesLeft).toBeNull()
    expect(answer.value.remarks.join()).toMatch(/济南市.*别的城市没有查到/)
    expect(answer.value.remarks.join()).not.toMatch(/机器生成/)
  })

  it('is not told of where a machine wrote it as if it were a city’s', () => {
    const answer = mayInvite({ ...joinFacts('山东', 'child'), policyholder: enrolledIn('山东', '370100') })
    if (!answer.ok) throw new Error('refused')
    expect(answer.value.placesLeft).toBe(7)
    expect(answer.value.remarks.join()).not.toMatch(/别的城市/)
  })
})

describe('whose account goes first where the order is known of one city', () => {
  it.each([
    // 「深圳:多授权人按余额由多到少」 (2023-10); elsewhere our reading: by the time of binding.
    ['深圳', '440300', 'rich-and-late'],
    ['广州', '440100', 'poor-and-early'],
    ['nobody says where', null, 'poor-and-early'],
  ])('%s (%s): %s', (_, poolingAreaCode, first) => {
    const lines = settle('广东', 100, {
      area: poolingAreaCode,
      shared: [
        shared('广东', 'poor-and-early', 500),
        shared('广东', 'rich-and-late', 900, { boundAt: instant('2025-02-01T00:00:00Z') }),
      ],
    })
    expect(lines).toEqual([`${first} 100`])
  })
})

const explained = (region: RegionName, parameter: string) => {
  const row = explain(REGION[region], TODAY).find((one) => one.parameter === parameter)
  if (row === undefined) throw new Error(`${parameter} is explained`)
  return row
}

describe('every other value that is known of one city', () => {
  it.each<[string, string | null, string | null]>([
    // 「备案告知书(大庆)」
    ['大庆', '230600', '备案告知书'],
    ['哈尔滨', '230100', null],
    ['nobody says where', null, null],
  ])('黑龙江, the notice that is read first: %s (%s): %s', (_, poolingAreaCode, noticeTitle) => {
    const answer = consentNeeded({
      regionCode: REGION.黑龙江,
      poolingAreaCode,
      relation: 'spouse',
      relativeBirthDay: null,
      inPerson: false,
      today: TODAY,
    })
    expect(answer.noticeTitle).toBe(noticeTitle)
  })

  it.each([
    // A page on 扬州: it ends with the policyholder's enrolment. Elsewhere our reading says the same, as ours.
    ['扬州', '321000', 'third-party'],
    ['无锡', '320200', 'our-reading'],
  ])('江苏, the end of the enrolment: %s (%s): %s', (_, poolingAreaCode, reliability) => {
    const relative = { enrolment: { ...residentIn(REGION.江苏), poolingAreaCode } }
    const ended = endsByItself({
      regionCode: REGION.江苏,
      binding: { state: 'active', effectiveFrom: TODAY, lastDay: null },
      policyholder: { enrolment: { ...employeeIn(REGION.江苏, { poolingAreaCode }), enrolment: 'none' } },
      relative,
      today: TODAY,
    })
    expect(ended).toMatchObject({ because: 'enrolment-ended', rule: { reliability } })
  })

  it.each([
    // 「厦门: 创建者停保后无法邀请」
    ['厦门', '350200', 'github'],
    ['福州', '350100', 'our-reading'],
  ])('福建, a suspended policyholder: %s (%s): %s', (_, poolingAreaCode, reliability) => {
    const enrolment = 'suspended' as const
    const policyholder = { ...enrolledIn('福建', poolingAreaCode), enrolment }
    const asked = mayInvite({ ...joinFacts('福建', 'spouse'), policyholder })
    expect(refusalOf(asked)).toMatchObject({ code: 'enrolment-suspended', rule: { reliability } })
    const account = shared('福建', 'A', 5_000, { poolingAreaCode, policyholderActive: false })
    expect(availableToShare(account, 'hospital', TODAY)).toMatchObject({ rule: { reliability } })
    const sender = { ...employeeIn(REGION.福建, { poolingAreaCode }), enrolment, walletOpen: true }
    expect(refusalOf(transfer('福建', { sender }))).toMatchObject({ rule: { reliability } })
  })

  it.each([
    // 「深圳: 取消门槛」 (2023-10): the whole balance. Elsewhere no floor was found, so the whole balance as well.
    ['深圳', '440300', true],
    ['广州', '440100', false],
  ])('广东, the floor of the account: %s (%s)', (_, poolingAreaCode, own) => {
    const account = shared('广东', 'A', 300, { poolingAreaCode })
    const plan = planOf('广东', 500, { area: poolingAreaCode, shared: [account] })
    expect(plan.lines.map(({ from, amountFen }) => [from, amountFen])).toEqual([
      ['binding', 300_00],
      ['cash', 200_00],
    ])
    expect(plan.remarks.some((remark) => remark.includes('深圳市'))).toBe(!own)
  })

  it.each<[RegionName, string, string, string]>([
    // 「先用本人账户」 of 济南, 「深圳」 of 2023-10: elsewhere our reading, in the same order.
    ['山东', '济南', '370100', 'forum'],
    ['山东', '烟台', '370600', 'our-reading'],
    ['广东', '深圳', '440300', 'press'],
    ['广东', '广州', '440100', 'our-reading'],
  ])('%s, who pays first: %s (%s): %s', (region, _, area, reliability) => {
    const plan = planOf(region, 100, { area, own: 30, shared: [shared(region, 'A', 500)] })
    expect(plan.lines.map(({ from, amountFen }) => [from, amountFen])).toEqual([
      ['own-account', 30_00],
      ['binding', 70_00],
    ])
    expect(plan.lines[0]?.rule?.reliability).toBe(reliability)
  })

  it.each<[string, string, string, string]>([
    // A page on 汕尾: paid twice before the cover begins. Elsewhere the national list, which machines alone wrote.
    ['汕尾', '441500', '改了主意', 'not-allowed'],
    ['广州', '440100', '改了主意', 'allowed'],
  ])('广东, a premium asked back: %s (%s), %s: %s', (_, poolingAreaCode, reason, expected) => {
    const answer = mayRefundPremium({
      regionCode: REGION.广东,
      poolingAreaCode,
      premiumYear: 2026,
      paidOn: TODAY,
      reason,
      today: TODAY,
    })
    expect(answerOf(answer)).toBe(expected)
    if (answer.ok) expect(answer.value).toMatchObject({ to: null, certain: false })
  })

  it('浙江: how long a binding lasts is told as that of 宁波; with and without a last day it may be made anywhere', () => {
    for (const area of ['330200', '330100']) {
      const policyholder = enrolledIn('浙江', area)
      for (const endDay of [{}, { endDay: day('2026-12-31') }]) {
        expect(answerOf(mayInvite({ ...joinFacts('浙江', 'spouse'), policyholder, ...endDay }))).toBe(
          'allowed',
        )
      }
    }
    expect(explained('浙江', 'end-day')).toMatchObject({
      value: 'open-ended',
      poolingArea: { code: '330200' },
      elsewhere: { value: 'optional', ourReading: true },
    })
  })
})

describe('the list of rules', () => {
  it.each<[RegionName, string, unknown, string, unknown, string]>([
    ['山东', 'member-cap', 7, '济南市', null, 'none'],
    ['黑龙江', 'member-cap', 5, '大庆市', null, 'none'],
    ['福建', 'policyholder-cap', 1, '厦门市', null, 'none'],
    ['广东', 'policyholder-order', 'balance-high-first', '深圳市', 'binding-time', 'product'],
    ['江苏', 'ends-with-enrolment', true, '扬州市', true, 'product'],
  ])('%s, %s: %j in %s, elsewhere %j (%s)', (region, parameter, value, city, elsewhere, level) => {
    expect(explained(region, parameter)).toMatchObject({
      value,
      poolingArea: { name: city },
      elsewhere: { value: elsewhere, level },
    })
  })

  it('says nothing of a city where a value holds in the whole region', () => {
    const row = explained('河北', 'member-cap')
    expect(row.value).toBe(8)
    expect(row).not.toHaveProperty('poolingArea')
    expect(row).not.toHaveProperty('elsewhere')
  })
})

describe('what is held of one city', () => {
  const ofOneCity = REGIONS.flatMap((region) =>
    PARAMETER_NAMES.flatMap((name) =>
      (region.parameters[name] ?? []).flatMap(({ city }) =>
        city === undefined ? [] : [{ region, name, city }],
      ),
    ),
  )

  it('is all in the tables above', () => {
    expect(ofOneCity.map(({ city, name }) => `${city.name} ${name}`).sort()).toEqual(
      [
        '济南市 member-cap',
        '济南市 deduction-order',
        '深圳市 policyholder-cap',
        '深圳市 deduction-order',
        '深圳市 policyholder-order',
        '深圳市 policyholder-floor-fen',
        '汕尾市 premium-refund',
        '汕尾市 premium-refund-to',
        '扬州市 ends-with-enrolment',
        '宁波市 end-day',
        '厦门市 policyholder-standing',
        '厦门市 policyholder-cap',
        '大庆市 member-cap',
        '大庆市 bind-notice-title',
      ].sort(),
    )
  })

  it('is a city of its region, and holds there alone', () => {
    for (const { region, name, city } of ofOneCity) {
      expect(sameProvince(city.code, region.regionCode)).toBe(true)
      expect([name, ruleOf(region, name, TODAY, city.code)?.ofOtherCity]).toEqual([name, null])
      expect([name, ruleOf(region, name, TODAY)?.mayBlock]).toEqual([name, false])
      expect([name, ruleHolding(region, name, TODAY, null)?.level]).not.toEqual([name, 'region'])
    }
  })

  it('is said by the value and not by its note alone', () => {
    const spoken = REGIONS.flatMap((region) =>
      Object.values(region.parameters).flatMap((entries) =>
        entries.filter(({ note }) => /这是\p{Script=Han}{2}的[，。：；]/u.test(note ?? '')),
      ),
    )
    expect(spoken.filter(({ city }) => city === undefined)).toEqual([])
  })
})

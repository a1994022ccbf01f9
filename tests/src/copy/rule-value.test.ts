import { explain, regions } from '../../../shared/rules'
import { PARAMETER_NAMES, RELIABILITIES } from '../../../shared/rules/parameters'
import { day } from '../../../shared/values/day'
import { REFUSAL_CODES } from '../../../shared/values/refusal'
import { balanceText, dayText, failureText, momentText } from '../../../src/copy/app'
import { refusalTitle, ruleLines } from '../../../src/copy/refusal'
import { parameterTitle, reliabilityText, ruleValueText } from '../../../src/copy/rule-value'

const DAYS = ['2024-06-01', '2025-11-05', '2026-11-21'].map(day)
const rules = regions().flatMap(({ regionCode }) =>
  DAYS.flatMap((on) => explain(regionCode, on).filter(({ value }) => value !== null)),
)

describe('a rule in words', () => {
  it('is never a code, a brace or nothing, for every value that is held', () => {
    expect(rules.length).toBeGreaterThan(100)
    for (const { parameter, value } of rules) {
      const text = ruleValueText(parameter, value)
      expect([parameter, text]).toEqual([
        parameter,
        expect.not.stringMatching(/[{}[\]"]|undefined|NaN|null|[a-z]-[a-z]/),
      ])
      expect(text).toMatch(/\p{Script=Han}|\d/u)
    }
  })

  it.each([
    ['member-cap', 8, '8 位'],
    ['member-cap', 'unlimited', '不限'],
    ['relation-scope', ['spouse', 'parent'], '配偶、父母'],
    ['relation-caps', { spouse: 1, parent: 4 }, '配偶 1 位，父母 4 位'],
    [
      'premium-window',
      { premiumYear: 2026, from: '2025-10-20', until: '2025-12-31' },
      '2026 年度：2025年10月20日到2025年12月31日',
    ],
    ['wallet-amount-fen', 200_000, '2,000元'],
    ['entry-path', ['业务办理', '个人账户共济'], '业务办理 → 个人账户共济'],
  ])('%s %j', (parameter, value, text) => {
    expect(ruleValueText(parameter, value)).toBe(text)
  })

  it('shows what it cannot read as it came', () => {
    expect(ruleValueText('relation-scope', 7)).toBe('7')
    expect(ruleValueText('newer-rule', 'so')).toBe('so')
    expect(ruleValueText('newer-rule', { a: 1 })).toBe('{"a":1}')
  })

  it('has a Chinese title and a Chinese word for how far to trust it', () => {
    for (const name of PARAMETER_NAMES) expect(parameterTitle(name)).toMatch(/\p{Script=Han}/u)
    for (const one of [...RELIABILITIES, 'our-reading', 'unknown']) {
      expect(reliabilityText(one)).toMatch(/\p{Script=Han}/u)
    }
  })
})

describe('the rule behind a refusal', () => {
  it('is shown with its value, its day and its source', () => {
    expect(
      ruleLines({
        parameter: 'member-cap',
        value: 8,
        from: '2024-12-01',
        source: '河北省医保局',
        reliability: 'official',
      }),
    ).toEqual([
      { label: parameterTitle('member-cap'), value: '8 位' },
      { label: '从何时起', value: '2024年12月1日' },
      { label: '出处', value: '河北省医保局' },
      { label: '可靠程度', value: '政府或医保部门发布' },
    ])
  })

  it('says when it is our own reading', () => {
    const [, , last] = ruleLines({ parameter: 'guardian-age', value: 16, source: '读法', ourReading: true })
    expect(last?.value).toContain('不是原文')
  })
})

describe('what stands over a refusal and a failure', () => {
  it.each(REFUSAL_CODES)('%s has a title', (code) => {
    expect(refusalTitle(code)).toMatch(/^[\p{Script=Han}，]+$/u)
  })

  it('promises that nothing is done twice only after a write', () => {
    const failure = { kind: 'offline' as const }
    expect(failureText(failure, 'writing').text).toContain('不会重复办理')
    expect(failureText(failure, 'reading').text).not.toContain('重复')
  })

  it('gives the number of an incident', () => {
    expect(failureText({ kind: 'incident', incident: '01ABC' }, 'writing').text).toContain('01ABC')
  })
})

describe('times and money', () => {
  it('are said in Shanghai and to the fen', () => {
    expect(momentText('2025-11-08T01:03:00.000Z')).toBe('11月8日 09:03')
    expect(momentText('2025-12-31T16:00:00.000Z')).toBe('1月1日 00:00')
    expect(dayText('2025-11-05')).toBe('2025年11月5日')
    expect(dayText('some day')).toBe('some day')
    expect([800_000, 5, 0, -120_050, 123_456_789].map(balanceText)).toEqual([
      '8,000.00元',
      '0.05元',
      '0.00元',
      '-1,200.50元',
      '1,234,567.89元',
    ])
  })
})

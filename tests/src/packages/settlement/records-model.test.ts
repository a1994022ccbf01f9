import { fen } from '../../../../shared/values/fen'
import type { BindingId } from '../../../../shared/values/ids'
import { sourceText, spentState, spentTitle } from '../../../../src/copy/settlement'
import { chartOf } from '../../../../src/packages/settlement/records/model'

const MOTHER = 'mother' as BindingId
const SON = 'son' as BindingId
const shared = (bindingId: BindingId, month: string, amountFen: number) => ({
  bindingId,
  name: bindingId === MOTHER ? '张**' : '王**',
  month,
  on: 'outpatient' as const,
  amountFen: fen(amountFen),
})
const SUMMARY = {
  year: 2025,
  shared: [shared(MOTHER, '2025-10', 30_00), shared(SON, '2025-10', 10_00), shared(MOTHER, '2025-11', 60_00)],
  own: [
    {
      month: '2025-10',
      institution: 'hospital' as const,
      from: 'own-account' as const,
      amountFen: fen(20_00),
    },
    { month: '2025-11', institution: 'pharmacy' as const, from: 'cash' as const, amountFen: fen(5_00) },
  ],
}
const bars = (side: 'policyholder' | 'relative', picked: Parameters<typeof chartOf>[2] = {}) =>
  chartOf(SUMMARY, side, picked).groups.map(({ bars: of }) =>
    of.map(({ label, amountFen, percent, on }) => [label, amountFen, percent, on]),
  )

describe('a year as bars', () => {
  it('by member and by month, each as long as its share of the longest', () => {
    expect(bars('policyholder')).toEqual([
      [
        ['张**', 90_00, 100, false],
        ['王**', 10_00, 11, false],
      ],
      [
        ['10月', 40_00, 67, false],
        ['11月', 60_00, 100, false],
      ],
    ])
    expect(chartOf(SUMMARY, 'policyholder', {}).totalFen).toBe(100_00)
  })

  it('what is picked narrows the other group and the sum, and a second tap takes it back', () => {
    const picked = { bindingId: SON }
    expect(bars('policyholder', picked)[1]).toEqual([['10月', 10_00, 100, false]])
    const chart = chartOf(SUMMARY, 'policyholder', picked)
    expect(chart.totalFen).toBe(10_00)
    expect(chart.groups[0]?.bars.map(({ on, picks }) => [on, picks])).toEqual([
      [false, { bindingId: MOTHER }],
      [true, {}],
    ])
    expect(chart.groups[1]?.bars[0]?.picks).toEqual({ bindingId: SON, month: '2025-10' })
  })

  it('of her own costs by where they were paid from', () => {
    expect(bars('relative', { month: '2025-11' })).toEqual([
      [['本人另付', 5_00, 100, false]],
      [
        ['10月', 20_00, 100, false],
        ['11月', 5_00, 25, true],
      ],
    ])
  })
})

describe('an entry', () => {
  it('tells a policyholder the kind of place alone, and its name to who was treated', () => {
    const institution = { kind: 'hospital' as const, name: '示范医院' }
    const of = { on: 'outpatient' as const, institution, other: { name: '张**' } }
    expect(spentTitle({ ...of, side: 'policyholder' })).toBe('张**在医院用的')
    expect(spentTitle({ ...of, side: 'relative' })).toBe('示范医院，门诊')
    expect(
      spentTitle({ on: 'premium', side: 'policyholder', other: { name: '陈**' }, premiumYear: 2026 }),
    ).toBe('陈**的2026年度居民医保费')
    expect(spentTitle({ on: 'premium', side: 'relative', other: { name: '陈**' }, premiumYear: 2026 })).toBe(
      '陈**缴的2026年度居民医保费',
    )
  })

  it('says how it stands where the money did not simply go', () => {
    expect(spentState('settled')).toBeNull()
    expect(spentState('outcome-unknown')).toBe('结果确认中')
    expect(sourceText('binding', '王**')).toBe('王**的个人账户')
  })
})

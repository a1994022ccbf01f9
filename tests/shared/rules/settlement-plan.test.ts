import { day, instant } from '../../../shared/values/day'
import { fen } from '../../../shared/values/fen'
import { planOf, type RegionName, settle, shared, yuan } from './asking'

const at = (date: string) => instant(`${date}T00:00:00Z`)

describe('who pays, region by region', () => {
  it.each<[string, () => string[], string[]]>([
    [
      '山西 (注意事项 2022-07): only what is above 1,000 yuan may be used',
      () => settle('山西', 500, { shared: [shared('山西', 'A', 1_300)] }),
      ['A 300', 'cash 200'],
    ],
    [
      '山西: an account of exactly 1,000 yuan gives nothing',
      () => settle('山西', 500, { shared: [shared('山西', 'A', 1_000)] }),
      ['cash 500'],
    ],
    [
      '山西: the most that the policyholder set for one visit',
      () =>
        settle('山西', 500, { shared: [shared('山西', 'A', 5_000, { perSettlementLimitFen: yuan(120) })] }),
      ['A 120', 'cash 380'],
    ],
    [
      '深圳 (2023-10): of several the one with the higher balance first',
      () =>
        settle('广东', 500, {
          area: '440300',
          shared: [shared('广东', 'low', 300), shared('广东', 'high', 400)],
        }),
      ['high 400', 'low 100'],
    ],
    [
      '深圳: no floor since 2023-10',
      () => settle('广东', 500, { shared: [shared('广东', 'A', 500)] }),
      ['A 500'],
    ],
    [
      '陕西 (2024-05): in the places that were set; without a place, last',
      () =>
        settle('陕西', 500, {
          shared: [
            shared('陕西', 'none', 200),
            shared('陕西', 'second', 200, { place: 2 }),
            shared('陕西', 'first', 200, { place: 1 }),
          ],
        }),
      ['first 200', 'second 200', 'none 100'],
    ],
    [
      '河南: by balance, and by name where they are alike (machines say so; an order takes nothing from anybody)',
      () =>
        settle('河南', 500, {
          shared: [
            shared('河南', 'b', 200, { policyholderName: 'B' }),
            shared('河南', 'a', 200, { policyholderName: 'A' }),
            shared('河南', 'c', 250, { policyholderName: 'C' }),
          ],
        }),
      ['c 250', 'a 200', 'b 50'],
    ],
    [
      '西藏 publishes no order among several: who was bound first goes first, our reading',
      () =>
        settle('西藏', 300, {
          shared: [
            shared('西藏', 'later', 200, { boundAt: at('2025-03-01') }),
            shared('西藏', 'earlier', 200, { boundAt: at('2025-02-01') }),
          ],
        }),
      ['earlier 200', 'later 100'],
    ],
    [
      '山东: what the policyholder lets all relatives use together, less what is used of it',
      () =>
        settle('山东', 500, {
          shared: [
            shared('山东', 'A', 5_000, { accountLimitFen: yuan(400), usedOfAccountLimitFen: yuan(150) }),
          ],
        }),
      ['A 250', 'cash 250'],
    ],
    [
      '福建: a floor of 2,000 yuan that machines alone know takes nothing away',
      () => settle('福建', 500, { shared: [shared('福建', 'A', 600)] }),
      ['A 500'],
    ],
    [
      '上海 (2022): only what is left from the years before',
      () => settle('上海', 500, { shared: [shared('上海', 'A', 5_000, { priorYearsFen: yuan(80) })] }),
      ['A 80', 'cash 420'],
    ],
    [
      '上海: where nobody says what is left from the years before, nothing is taken',
      () => settle('上海', 500, { shared: [shared('上海', 'A', 5_000)] }),
      ['cash 500'],
    ],
    [
      'a limit of the month, less what was used',
      () =>
        settle('西藏', 500, {
          shared: [shared('西藏', 'A', 5_000, { monthLimitFen: yuan(300), usedThisMonthFen: yuan(299.5) })],
        }),
      ['A 0.5', 'cash 499.5'],
    ],
    [
      'her wallet after the bindings, then cash; that order is our reading',
      () => settle('西藏', 500, { own: 100, wallet: 50, shared: [shared('西藏', 'A', 200)] }),
      ['own 100', 'A 200', 'wallet 50', 'cash 150'],
    ],
    [
      'a bill to the fen',
      () => settle('西藏', 100.01, { own: 33.33, wallet: 0.02, shared: [shared('西藏', 'A', 66.65)] }),
      ['own 33.33', 'A 66.65', 'wallet 0.02', 'cash 0.01'],
    ],
    ['no bill, no line', () => settle('西藏', 0, { own: 10, shared: [shared('西藏', 'A', 10)] }), []],
    [
      'a region that is not held: the national uses, her own account first',
      () => settle('天津', 50, { own: 20, shared: [shared('天津', 'A', 100)] }),
      ['own 20', 'A 30'],
    ],
  ])('%s', (_, ask, expected) => {
    expect(ask()).toEqual(expected)
  })
})

describe('whose binding gives nothing, and why', () => {
  const on = '2025-11-05'
  it.each([
    ['paused', { state: 'paused' as const }],
    ['in-review', { state: 'in-review' as const }],
    ['over', { state: 'ended' as const }],
    ['over', { lastDay: day('2025-11-04') }],
    ['not-begun', { effectiveFrom: day('2025-11-06') }],
    ['policyholder-not-active', { policyholderActive: false }],
    ['use-closed-by-policyholder', { uses: ['pharmacy' as const] }],
    ['nothing-left', { balanceFen: fen(0) }],
    ['nothing-left', { balanceFen: fen(-500) }],
    ['nothing-left', { monthLimitFen: yuan(10), usedThisMonthFen: yuan(10) }],
  ])('%s: %j', (because, more) => {
    const plan = planOf('西藏', 50, { on, shared: [shared('西藏', 'A', 100, more)] })
    expect(plan.passedOver).toEqual([
      expect.objectContaining({ bindingId: 'A', because, reason: expect.stringMatching(/。$/) }),
    ])
    expect(plan.lines.map(({ from }) => from)).toEqual(['cash'])
  })

  it('on its last day it still pays, also when it is ending', () => {
    const lastDay = { state: 'ending' as const, lastDay: day(on) }
    expect(settle('西藏', 50, { on, shared: [shared('西藏', 'A', 100, lastDay)] })).toEqual(['A 50'])
  })

  it('before any use is published nothing is taken of a binding, and it is said', () => {
    const old = shared('河北', 'A', 100, { effectiveFrom: day('2020-01-01') })
    const uses = planOf('天津', 50, { on: '2023-01-01', shared: [{ ...old, regionCode: '120000' }] })
    expect(uses.passedOver[0]).toMatchObject({ because: 'uses-unknown' })
  })

  it('the one that is not needed is named too', () => {
    const plan = planOf('西藏', 50, { own: 50, shared: [shared('西藏', 'A', 100)] })
    expect(plan.passedOver[0]).toMatchObject({ because: 'bill-covered' })
  })
})

describe('how a plan explains itself', () => {
  it.each<[RegionName, RegExp]>([
    ['山西', /账户里要留1,000元/],
    ['上海', /往年结余/],
  ])('%s says in a sentence what cut a line', (region, said) => {
    const account = shared(region, 'A', 1_100, { priorYearsFen: yuan(10) })
    const plan = planOf(region, 500, { shared: [account] })
    expect(plan.lines[0]?.reason).toMatch(said)
    expect(plan.lines[0]?.rule?.source).toMatch(/http/)
  })

  it('cites the floor of 山西 with its value, source and reliability', () => {
    const [line] = planOf('山西', 500, { shared: [shared('山西', 'A', 1_300)] }).lines
    expect(line?.rule).toMatchObject({
      parameter: 'policyholder-floor-fen',
      value: yuan(1_000),
      reliability: 'third-party',
    })
  })

  it('says what machines wrote and what is our reading', () => {
    const two = [shared('安徽', 'A', 10), shared('安徽', 'B', 10)]
    expect(planOf('安徽', 5, { shared: two }).remarks.join()).toMatch(/一次结算是否只用一位.*机器生成/)
    const ours = [shared('西藏', 'A', 10), shared('西藏', 'B', 10)]
    expect(planOf('西藏', 5, { shared: ours }).remarks.join()).toMatch(/有几位授权人时先扣谁的.*本产品的读法/)
  })
})

import { day } from '../../values/day'
import { fen } from '../../values/fen'
import { RELATIONS, USES } from '../../values/relation'
import type { Layer } from './layer'

const lastChecked = day('2026-11-21')

/** What holds in the whole country, where a region says nothing of its own. */
export const NATIONAL: Layer = {
  'policyholder-scheme': [{ value: ['employee'], sources: ['nhsa20241005', 'gb38'], lastChecked }],
  'relative-insured': [{ value: true, sources: ['nhsa20241005', 'xinhua20241126', 'gb38'], lastChecked }],
  'relation-scope': [
    {
      value: ['spouse', 'parent', 'child'],
      from: day('2021-01-01'),
      fromIs: 'year',
      until: day('2024-12-08'),
      sources: ['xinhua20241126'],
      lastChecked,
      note: '2021年的口径；各省在2024年内先后扩大。',
    },
    {
      value: RELATIONS,
      from: day('2024-12-09'),
      fromIs: 'at-latest',
      sources: ['gb38', 'gb38b', 'minfadian', 'wxrb20241227'],
      lastChecked,
      note: '配偶的父母不是近亲属，不在其内。',
    },
  ],
  'pooling-scope': [
    {
      value: 'province',
      from: day('2024-10-01'),
      fromIs: 'month',
      sources: ['cctv20241126', 'xinhua20241126'],
      lastChecked,
    },
  ],
  'cross-province': [
    {
      value: 'wallet',
      from: day('2024-12-02'),
      sources: ['wallet81', 'xinhua20260109', 'xinhua20260109b'],
      lastChecked,
      note: '不在同一省份参保的家人，用医保钱包；2026年1月9日有了全国通知。',
    },
  ],
  'sensitive-data-child-age': [
    { value: 14, from: day('2021-11-01'), sources: ['pipl28', 'pipl31'], lastChecked },
  ],

  'allowed-uses': [
    {
      value: USES,
      from: day('2024-08-01'),
      fromIs: 'at-latest',
      sources: ['gb38'],
      lastChecked,
    },
  ],
  'own-credential': [{ value: true, sources: ['nhsaqa', 'nhsa20241005', 'legaldaily'], lastChecked }],
  'credential-penalty': [
    {
      value: { suspensionMonths: { from: 3, to: 12 }, fineTimes: { from: 2, to: 5 } },
      from: day('2021-05-01'),
      sources: ['legaldaily', 'nhsaqa'],
      lastChecked,
      note: '罚款按骗取的金额算。',
    },
  ],

  // The price of a premium year is set, and mostly paid, in the calendar year before; no source names the day.
  'premium-floor-fen': [
    {
      value: { premiumYear: 2024, amountFen: fen(380_00) },
      from: day('2023-01-01'),
      fromIs: 'year',
      until: day('2023-12-31'),
      sources: ['prem2025'],
      lastChecked,
      note: '由2025年度比上年多20元推得。',
    },
    {
      value: { premiumYear: 2025, amountFen: fen(400_00) },
      from: day('2024-01-01'),
      fromIs: 'year',
      until: day('2024-12-31'),
      sources: ['prem2025'],
      lastChecked,
    },
    {
      value: { premiumYear: 2026, amountFen: fen(400_00) },
      from: day('2025-01-01'),
      fromIs: 'year',
      until: day('2025-12-31'),
      sources: ['prem2026'],
      lastChecked,
      note: '全国只说不低于，地方可以更高。',
    },
  ],
  'premium-subsidy-fen': [
    {
      value: { premiumYear: 2024, amountFen: fen(640_00) },
      from: day('2023-01-01'),
      fromIs: 'year',
      until: day('2023-12-31'),
      sources: ['prem2025'],
      lastChecked,
      note: '由2025年度比上年多30元推得。',
    },
    {
      value: { premiumYear: 2025, amountFen: fen(670_00) },
      from: day('2024-01-01'),
      fromIs: 'year',
      until: day('2024-12-31'),
      sources: ['prem2025'],
      lastChecked,
    },
    {
      value: { premiumYear: 2026, amountFen: fen(700_00) },
      from: day('2025-01-01'),
      fromIs: 'year',
      until: day('2025-12-31'),
      sources: ['prem2026'],
      lastChecked,
    },
  ],
  'premium-waiting': [
    {
      value: { fixedMonths: 3, extraMonthsPerMissedYear: 1 },
      sources: ['jx2026', 'waiting'],
      lastChecked,
      note: '3个月有报道；每多断一年加1个月只见于网文，待核实。',
    },
  ],
  'premium-refund': [
    {
      value: {
        until: 'benefit-begins',
        reasons: ['去世', '重复缴费', '已参加职工医保', '已在别处参保', '属于资助对象'],
      },
      sources: ['refund_sw', 'refund'],
      reliability: 'machine-written',
      lastChecked,
      note: '待遇开始后不退；原则上退回原渠道。只有重复缴费一项不是机器文字。',
    },
  ],

  'wallet-hours': [
    {
      value: { from: '06:00', to: '22:00' },
      from: day('2025-07-04'),
      fromIs: 'at-latest',
      sources: ['sxwallet', 'shm20250918'],
      lastChecked,
    },
  ],
  'wallet-amount-fen': [
    {
      value: fen(2_000_00),
      from: day('2025-07-04'),
      fromIs: 'at-latest',
      sources: ['sxwallet', 'shm20250918'],
      lastChecked,
      note: '按每笔算，不是按每天算。',
    },
  ],
  'wallet-count': [
    {
      value: 3,
      from: day('2025-07-04'),
      fromIs: 'at-latest',
      sources: ['sxwallet', 'shm20250918'],
      lastChecked,
    },
  ],
  'wallet-return-at': [
    {
      value: '06:00',
      from: day('2025-07-04'),
      fromIs: 'at-latest',
      sources: ['sxwallet', 'qinan'],
      lastChecked,
    },
  ],
  'wallet-pending-blocks': [
    { value: true, from: day('2025-07-04'), fromIs: 'at-latest', sources: ['sxwallet'], lastChecked },
  ],
  'wallet-recipient-opens': [
    {
      value: true,
      from: day('2025-07-04'),
      fromIs: 'at-latest',
      sources: ['qinan', 'sxwallet', 'cctv20250922'],
      lastChecked,
      note: '可以为不会操作的家人代开通。',
    },
  ],
}

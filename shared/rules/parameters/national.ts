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
  'barred-uses': [{ value: ['公共卫生费用', '体育健身', '养生保健消费'], sources: ['gb14'], lastChecked }],
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
      from: day('2025-09-18'),
      fromIs: 'at-latest',
      sources: ['sxwallet', 'shm20250918'],
      lastChecked,
    },
  ],
  'wallet-amount-fen': [
    {
      value: fen(2_000_00),
      from: day('2025-09-18'),
      fromIs: 'at-latest',
      sources: ['sxwallet', 'shm20250918'],
      lastChecked,
      note: '按每笔算，不是按每天算。',
    },
  ],
  'wallet-count': [
    {
      value: 3,
      from: day('2025-09-18'),
      fromIs: 'at-latest',
      sources: ['sxwallet', 'shm20250918'],
      lastChecked,
    },
  ],
  'wallet-return-at': [
    {
      value: '06:00',
      from: day('2025-09-18'),
      fromIs: 'at-latest',
      sources: ['sxwallet', 'qinan'],
      lastChecked,
    },
  ],
  'wallet-pending-blocks': [
    { value: true, from: day('2025-09-18'), fromIs: 'at-latest', sources: ['sxwallet'], lastChecked },
  ],
  'wallet-recipient-opens': [
    {
      value: true,
      from: day('2025-09-18'),
      fromIs: 'at-latest',
      sources: ['qinan', 'sxwallet', 'cctv20250922'],
      lastChecked,
      note: '可以为不会操作的家人代开通。',
    },
  ],
  'wallet-opened-for-relative': [
    {
      value: true,
      from: day('2025-09-22'),
      fromIs: 'at-latest',
      sources: ['cctv20250922'],
      lastChecked,
      note: '代开通要上传家人的身份证。',
    },
  ],
  'wallet-verified-by': [
    { value: ['face-check', 'password'], sources: ['qinan', 'seed003'], lastChecked, note: '两种选一种。' },
  ],
  'wallet-model': [
    {
      value: 'transfer',
      from: day('2024-12-02'),
      until: day('2026-01-08'),
      sources: ['wallet81', 'qinan', 'seed002'],
      lastChecked,
    },
    {
      value: 'quota',
      from: day('2026-01-09'),
      sources: ['xinhua20260109', 'xinhua20260109b'],
      lastChecked,
      note: '钱不转走，只给家人一个额度。',
    },
  ],
  'wallet-quota': [
    {
      value: { frozenForPolicyholder: true, unusedReturns: true, settled: 'monthly' },
      from: day('2026-01-09'),
      sources: ['xinhua20260109b', 'xinhua20260109', 'guicheng202606'],
      lastChecked,
      note: '2026年6月还有一份经办规程，全文没有取得。',
    },
  ],
  'wallet-apply-label': [
    {
      value: '医保钱包转账申请',
      until: day('2026-01-11'),
      sources: ['seed002', 'seed003'],
      lastChecked,
    },
    {
      value: '医保钱包共济申请',
      from: day('2026-01-12'),
      fromIs: 'at-latest',
      sources: ['wallet188'],
      lastChecked,
    },
  ],
  'wallet-uses': [
    {
      value: ['看病', '买药', '居民医保缴费', '长期护理保险缴费'],
      from: day('2026-01-09'),
      sources: ['xinhua20260109', 'xinhua20260109b'],
      lastChecked,
    },
  ],

  'family-code-shares-money': [
    {
      value: false,
      sources: ['nhsa20241005', 'heb_xa'],
      lastChecked,
      note: '亲情账户只代为展示医保码，与家庭共济是两件事。',
    },
  ],
  'family-code-changes-a-month': [
    {
      value: 5,
      sources: ['qinqing_alipay', 'wuhan_qq'],
      reliability: 'third-party',
      lastChecked,
      note: '所有渠道合起来算；也有网文说6位，没有采用。',
    },
  ],
  'family-code-holders': [
    {
      value: 2,
      sources: ['qinqing_alipay'],
      lastChecked,
      note: '武汉说可被多名亲人添加，没有说几位。',
    },
  ],
  'family-code-child-age': [{ value: 16, sources: ['qinqing_letter'], lastChecked }],
  'family-code-child-proofs': [
    {
      value: ['个人承诺书', '户口本或出生医学证明编号'],
      sources: ['qinqing_steps', 'qinqing_letter'],
      lastChecked,
      note: '新生儿由母亲人脸识别。',
    },
  ],
  'family-code-removed-by': [{ value: ['holder', 'relative'], sources: ['qinqing_alipay'], lastChecked }],
}

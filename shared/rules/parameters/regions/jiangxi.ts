import { day } from '../../../values/day'
import { fen } from '../../../values/fen'
import { USES } from '../../../values/relation'
import type { Region } from '../layer'
import { LISTED_BY_CCTV, threeThenEight } from './relation-history'
import { WALLET_EVERYWHERE } from './wallet-coverage'

const lastChecked = day('2026-11-21')

/** 江西省. What the document on 新余 (360500) says holds in the whole province. */
export const JIANGXI: Region = {
  regionCode: '360000',
  name: '江西省',
  shortName: '江西',
  lastChecked,
  parameters: {
    system: [{ value: '江西医疗保障微信公众号', sources: ['jx_press'], lastChecked }],
    channels: [
      {
        value: [
          '江西智慧医保APP',
          '支付宝赣服通',
          '江西医疗保障微信公众号',
          '江西医保网上服务大厅',
          '线下医保大厅',
        ],
        sources: ['jx_press', 'jx_hz', 'seed001'],
        lastChecked,
      },
    ],
    'entry-path': [
      {
        value: ['微服务', '医保查询办理', '家庭账户共济授权登记'],
        sources: ['jx_press', 'jx_hz'],
        lastChecked,
        note: '有网文让人走亲情账户，那是另一件事，没有采用。',
      },
    ],
    'entry-label': [{ value: '家庭账户共济授权登记', sources: ['jx_press'], lastChecked }],
    'page-title': [{ value: '家庭账户共济授权登记', sources: ['jx_press'], lastChecked }],
    'invite-label': [{ value: '家庭账户共济授权登记', sources: ['jx_press'], lastChecked }],
    steps: [
      {
        value: ['填写家人的证件号码和姓名', '勾选个人郑重承诺', '提交'],
        sources: ['jx_press', 'jx_hz'],
        reliability: 'machine-written',
        lastChecked,
      },
    ],
    'form-fields': [{ value: ['id-number', 'name'], sources: ['jx_hz'], lastChecked }],
    'other-paths': [
      {
        value: [
          { system: '江西智慧医保APP', path: ['家庭共济', '家庭账户共济授权'] },
          { system: '支付宝赣服通', path: ['医保专区', '家庭账户共济授权登记'] },
          { system: '江西医保网上服务大厅', path: ['个人网厅', '家庭账户共济授权登记'] },
        ],
        sources: ['jx_press', 'jx_hz'],
        lastChecked,
      },
    ],
    'beside-binding': [
      {
        value: ['premium'],
        sources: ['jx_press'],
        lastChecked,
        note: '同一菜单里有家庭账户共济代缴居民医保费。',
      },
    ],
    'offline-desk': [{ value: '线下医保大厅', sources: ['seed001'], lastChecked }],

    'relation-scope': threeThenEight({ ...LISTED_BY_CCTV, sources: ['cctv20241126', 'jx_press', 'seed001'] }),
    'pooling-scope': [
      {
        value: 'province',
        from: day('2024-05-18'),
        fromIs: 'at-latest',
        sources: ['xinhua20240518', 'jx_press'],
        lastChecked,
      },
    ],

    'tick-label': [{ value: '个人郑重承诺', sources: ['jx_hz'], lastChecked }],
    'consent-title': [{ value: '个人郑重承诺', sources: ['jx_hz'], lastChecked }],
    'consent-mode': [{ value: 'tick', sources: ['jx_hz'], lastChecked }],

    'allowed-uses': [{ value: USES, sources: ['gb38', 'seed001'], lastChecked }],

    'premium-fen': [
      {
        value: {
          premiumYear: 2025,
          tiers: [{ tier: 'standard', title: '统一标准', amountFen: fen(400_00) }],
        },
        from: day('2024-09-15'),
        until: day('2025-10-14'),
        sources: ['jx2025'],
        lastChecked,
      },
      {
        value: {
          premiumYear: 2026,
          tiers: [
            { tier: 'standard', title: '统一标准', amountFen: fen(400_00) },
            { tier: 'student', title: '省内大学生', amountFen: fen(200_00) },
          ],
        },
        from: day('2025-10-15'),
        until: day('2026-12-31'),
        sources: ['jx2026'],
        lastChecked,
      },
    ],
    'premium-window': [
      {
        value: { premiumYear: 2025, from: day('2024-09-15'), until: day('2025-02-28') },
        from: day('2024-09-15'),
        until: day('2025-10-14'),
        sources: ['jx2025'],
        lastChecked,
      },
      {
        value: { premiumYear: 2026, from: day('2025-10-15'), until: day('2026-02-28') },
        from: day('2025-10-15'),
        until: day('2026-12-31'),
        sources: ['jx2026'],
        lastChecked,
      },
    ],
    'premium-waivers': [
      {
        value: {
          premiumYear: 2026,
          groups: [
            { who: '全额资助的人', paysFen: fen(0) },
            { who: '定额资助的人', paysFen: fen(80_00) },
          ],
        },
        from: day('2025-10-15'),
        until: day('2026-12-31'),
        sources: ['jx2026'],
        lastChecked,
        note: '定额资助由财政出320元。',
      },
    ],
    'premium-newborn': [
      {
        value: {
          bornFrom: day('2024-01-01'),
          years: 3,
          paysFen: fen(0),
          confirmedAs: '新生儿免缴确认（江西智慧医保APP或赣服通）',
        },
        from: day('2024-01-01'),
        sources: ['jx2026'],
        lastChecked,
        note: '每年都要在集中缴费期内确认。',
      },
    ],
    'premium-conditions': [{ value: ['insured-last-year'], sources: ['jx_press'], lastChecked }],
    'premium-benefit': [
      {
        value: {
          premiumYear: 2026,
          steps: [
            { paidUntil: day('2025-12-31'), benefitFrom: day('2026-01-01') },
            { paidUntil: day('2026-02-28'), benefitFrom: 'day-after-paid' },
            { paidUntil: null, benefitFrom: 'after-waiting' },
          ],
        },
        from: day('2025-10-15'),
        until: day('2026-12-31'),
        sources: ['jx2026'],
        lastChecked,
        note: '年底前缴的从1月1日起，是按年度推得的。',
      },
    ],
    'premium-late': [
      {
        value: { premiumYear: 2026, from: day('2026-03-01'), waiting: { months: 3 } },
        from: day('2025-10-15'),
        until: day('2026-12-31'),
        sources: ['jx2026'],
        lastChecked,
      },
    ],
    'premium-flow': [
      {
        value: ['家庭账户共济代缴居民医保费', '选择近亲属', '提交'],
        sources: ['jx_press'],
        lastChecked,
      },
    ],

    ...WALLET_EVERYWHERE,
  },
  notFound: [
    'relation-caps',
    'member-cap',
    'policyholder-cap',
    'local-confirmation',
    'review',
    'proofs',
    'start-day',
    'end-day',
    'bind-effective',
    'unbind-by',
    'unbind-effective',
    'rebind',
    'ends-with-enrolment',
    'deduction-order',
    'policyholder-floor-fen',
    'per-settlement-limit-fen',
    'one-policyholder-per-settlement',
    'premium-refund',
  ],
}

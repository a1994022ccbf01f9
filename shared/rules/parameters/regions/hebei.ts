import { day } from '../../../values/day'
import { fen } from '../../../values/fen'
import { RELATIONS, USES } from '../../../values/relation'
import type { Region } from '../layer'

const lastChecked = day('2026-11-21')

/** 河北省. The words are those of 石家庄 (130100), which all of the province shares but for single labels. */
export const HEBEI: Region = {
  regionCode: '130000',
  name: '河北省',
  shortName: '河北',
  lastChecked,
  parameters: {
    system: [{ value: '河北智慧医保小程序', sources: ['heb_ts', 'seed003'], lastChecked }],
    channels: [
      {
        value: ['河北智慧医保微信小程序', '河北智慧医保支付宝小程序', '国家医保服务平台APP', '医保大厅'],
        sources: ['heb_ts', 'seed003'],
        lastChecked,
      },
    ],
    'entry-path': [
      {
        value: ['业务办理', '个人账户共济', '添加我的亲属'],
        sources: ['heb_ts', 'seed003'],
        lastChecked,
        note: '雄安写作个人账户共济管理。',
      },
    ],
    'entry-label': [{ value: '个人账户共济', sources: ['heb_ts', 'seed003'], lastChecked }],
    'page-title': [{ value: '个人账户共济管理', sources: ['heb_xa', 'seed003'], lastChecked }],
    'invite-label': [{ value: '添加我的亲属', sources: ['heb_ts', 'seed003'], lastChecked }],
    steps: [
      {
        value: [
          '登录',
          '业务办理、个人账户共济、添加我的亲属',
          '填写姓名、证件号码、亲属关系',
          '生成承诺书，签字确认',
          '完成绑定',
        ],
        sources: ['seed003', 'seed002', 'heb_ts'],
        reliability: 'machine-written',
        lastChecked,
      },
    ],
    'form-fields': [
      { value: ['name', 'id-number', 'relation'], sources: ['seed003', 'heb_ts'], lastChecked },
    ],
    'beside-binding': [{ value: ['premium'], sources: ['heb_ts', 'seed003'], lastChecked }],
    'unbind-label': [{ value: '解绑', sources: ['heb_ts', 'seed003'], lastChecked }],
    'offline-desk': [{ value: '医保大厅', sources: ['seed003'], lastChecked }],

    'relative-standing': [{ value: 'active', sources: ['heb_ts', 'seed003'], lastChecked }],
    'relation-scope': [
      {
        value: ['spouse', 'parent', 'child'],
        from: day('2021-01-01'),
        fromIs: 'year',
        until: day('2024-11-25'),
        sources: ['xinhua20241126'],
        lastChecked,
        note: '2021年的全国口径。',
      },
      {
        value: RELATIONS,
        from: day('2024-11-26'),
        fromIs: 'at-latest',
        sources: ['heb_xa', 'cctv20241126'],
        lastChecked,
      },
    ],
    'member-cap': [
      {
        value: 8,
        sources: ['heb_ts', 'seed003'],
        lastChecked,
        note: '一名职工最多添加8名家人，不含本人。',
      },
    ],
    'pooling-scope': [
      {
        value: 'province',
        from: day('2024-05-18'),
        fromIs: 'at-latest',
        sources: ['xinhua20240518', 'heb_ts', 'heb_xa'],
        lastChecked,
        note: '绑定看省内参保，结算可在全国的定点医院。',
      },
    ],

    'consent-title': [{ value: '授权承诺书', sources: ['heb_j', 'seed002'], lastChecked }],
    'consent-mode': [
      {
        value: 'handwritten',
        sources: ['seed002', 'heb_j'],
        lastChecked,
        note: '先生成承诺书，再签字确认。',
      },
    ],
    proofs: [
      {
        value: [
          { relation: 'any', documents: ['身份证', '社保卡'], only: 'window' },
          { relation: 'child', documents: ['户口本或出生证明'], only: 'window' },
        ],
        sources: ['seed003'],
        lastChecked,
        note: '线上的步骤里没有要求上传材料。',
      },
    ],

    'allowed-uses': [{ value: USES, sources: ['gb38', 'seed003'], lastChecked }],
    'deduction-order': [
      {
        value: ['own-account', 'policyholder-account', 'cash'],
        sources: ['seed003'],
        lastChecked,
        note: '余额不足就补差，不要求为零。',
      },
    ],

    'settlement-area': [
      { value: 'nationwide', sources: ['seed003', 'heb_xa'], reliability: 'machine-written', lastChecked },
    ],

    'premium-fen': [
      {
        value: {
          premiumYear: 2025,
          tiers: [{ tier: 'standard', title: '统一标准', amountFen: fen(400_00) }],
        },
        from: day('2024-09-01'),
        until: day('2025-10-19'),
        sources: ['prem2025', 'heb2025'],
        lastChecked,
      },
      {
        value: {
          premiumYear: 2026,
          tiers: [{ tier: 'standard', title: '统一标准', amountFen: fen(400_00) }],
        },
        from: day('2025-10-20'),
        until: day('2026-12-31'),
        sources: ['heb2026'],
        lastChecked,
      },
    ],
    'premium-window': [
      {
        value: { premiumYear: 2025, from: day('2024-09-01'), until: day('2024-12-28') },
        from: day('2024-09-01'),
        until: day('2025-10-19'),
        sources: ['prem2025'],
        lastChecked,
      },
      {
        value: { premiumYear: 2026, from: day('2025-10-20'), until: day('2026-02-28') },
        from: day('2025-10-20'),
        until: day('2026-12-31'),
        sources: ['heb2026'],
        lastChecked,
      },
    ],
    'premium-pay-days': [
      {
        value: {
          premiumYear: 2025,
          months: [
            { month: '2024-09', from: 1, until: 25 },
            { month: '2024-10', from: 1, until: 25 },
            { month: '2024-11', from: 1, until: 25 },
            { month: '2024-12', from: 1, until: 28 },
          ],
        },
        from: day('2024-09-01'),
        until: day('2025-10-19'),
        sources: ['prem2025'],
        lastChecked,
        note: '月末是结算时段，不办缴费；2026年度的没有查到。',
      },
    ],
    'premium-extra-fen': [
      {
        value: {
          premiumYear: 2025,
          places: [
            { place: '栾城区', title: '长期护理保险', amountFen: fen(10_00) },
            { place: '正定县', title: '长期护理保险', amountFen: fen(10_00) },
            { place: '新乐市', title: '长期护理保险', amountFen: fen(10_00) },
          ],
        },
        from: day('2024-09-01'),
        until: day('2025-10-19'),
        sources: ['heb2025'],
        lastChecked,
        note: '只见于网文，待核实。',
      },
    ],
    'premium-benefit': [
      {
        value: {
          premiumYear: 2026,
          steps: [
            { paidUntil: day('2025-12-31'), benefitFrom: day('2026-01-01') },
            { paidUntil: day('2026-02-28'), benefitFrom: 'day-paid' },
            { paidUntil: null, benefitFrom: 'after-waiting' },
          ],
        },
        from: day('2025-10-20'),
        until: day('2026-12-31'),
        sources: ['heb2026'],
        lastChecked,
        note: '2025年度没有参保的，也有等待期。',
      },
    ],
    'premium-flow': [
      {
        value: [
          '居民医保费用缴纳',
          '缴费',
          '选择缴费年度',
          '核对信息',
          '确认缴费',
          '输入支付密码',
          '缴费记录',
        ],
        sources: ['heb_ts', 'seed003'],
        lastChecked,
        note: '列表里只有参加居民医保的家人。',
      },
    ],

    'wallet-coverage': [
      {
        value: { whole: true },
        from: day('2025-02-04'),
        fromIs: 'at-latest',
        sources: ['wallet81', 'wallet188'],
        lastChecked,
      },
    ],
    'wallet-live': [
      {
        value: day('2025-02-04'),
        from: day('2025-02-04'),
        fromIs: 'at-latest',
        sources: ['wallet81'],
        lastChecked,
      },
    ],
  },
  notFound: [
    'relation-caps',
    'policyholder-cap',
    'local-confirmation',
    'review',
    'start-day',
    'end-day',
    'bind-effective',
    'unbind-effective',
    'rebind',
    'ends-with-enrolment',
    'policyholder-floor-fen',
    'per-settlement-limit-fen',
    'one-policyholder-per-settlement',
    'premium-waivers',
    'premium-refund',
  ],
}

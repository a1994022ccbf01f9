import { day } from '../../../values/day'
import { fen } from '../../../values/fen'
import type { Region } from '../layer'
import { BY_THE_END, threeThenEight } from './relation-history'

const lastChecked = day('2026-11-21')

/** 广东省. Much of it is 深圳's (440300), which says so; the rest of the province goes by 粤医保. */
export const GUANGDONG: Region = {
  regionCode: '440000',
  name: '广东省',
  shortName: '广东',
  lastChecked,
  parameters: {
    system: [
      { value: '粤医保小程序', sources: ['gd_j', 'refund_sw'], lastChecked, note: '深圳用深圳医保公众号。' },
    ],
    'entry-path': [
      {
        value: ['我要办事', '查看更多', '个人账户家庭共济关系绑定/解绑'],
        sources: ['gd_j'],
        lastChecked,
        note: '进去后点加号添加家人。',
      },
    ],
    'entry-label': [{ value: '个人账户家庭共济关系绑定/解绑', sources: ['gd_j'], lastChecked }],
    'page-title': [{ value: '个人账户家庭共济关系绑定/解绑', sources: ['gd_j'], lastChecked }],
    'other-paths': [
      {
        value: [
          { system: '深圳医保公众号', path: ['个人业务办理', '医保家庭账户绑定', '新增'] },
          { system: '深圳医保公众号', path: ['医保网办', '掌上办事', '家庭共济', '亲情账户绑定/解绑'] },
        ],
        sources: ['gd_sz', 'seed002'],
        reliability: 'machine-written',
        lastChecked,
        note: '第一条是2023年的，有新闻可对照；第二条绑的是亲情账户，不能用家人的钱。',
      },
    ],
    'beside-binding': [
      {
        value: ['family-code'],
        sources: ['seed002'],
        lastChecked,
        note: '深圳把亲情账户放在家庭共济里面，两样要分清。',
      },
    ],

    'relation-scope': threeThenEight(BY_THE_END),
    'policyholder-cap': [
      {
        value: 'unlimited',
        from: day('2023-10-01'),
        sources: ['gd_sz'],
        lastChecked,
        city: { code: '440300', name: '深圳市' },
        note: '一位家人可有几位授权人，没有说上限。',
      },
    ],
    'pooling-scope': [
      {
        value: 'province',
        from: day('2024-10-01'),
        fromIs: 'month',
        sources: ['cctv20241126'],
        lastChecked,
      },
    ],

    'consent-title': [{ value: '医保个人账户家庭共济承诺书', sources: ['gd_j', 'gd_j2'], lastChecked }],
    review: [
      { value: true, sources: ['gd_j2'], lastChecked, note: '上传的材料由人工审核，只见于网文，不强制。' },
    ],
    'review-minutes': [{ value: 30, sources: ['gd_j2'], lastChecked }],

    'deduction-order': [
      {
        value: ['own-account', 'policyholder-account', 'cash'],
        from: day('2023-10-01'),
        sources: ['gd_sz'],
        lastChecked,
        city: { code: '440300', name: '深圳市' },
      },
    ],
    'policyholder-order': [
      {
        value: 'balance-high-first',
        from: day('2023-10-01'),
        sources: ['gd_sz'],
        lastChecked,
        city: { code: '440300', name: '深圳市' },
      },
    ],
    'policyholder-floor-fen': [
      {
        value: fen(0),
        from: day('2023-10-01'),
        sources: ['gd_sz'],
        lastChecked,
        city: { code: '440300', name: '深圳市' },
        note: '取消了门槛；以前是上年度在岗职工年平均工资的5%，仍写着它的网文已过期。',
      },
    ],

    'premium-refund': [
      {
        value: { until: 'benefit-begins', reasons: ['重复缴费'] },
        sources: ['refund_sw'],
        lastChecked,
        city: { code: '441500', name: '汕尾市' },
        note: '在粤医保的居民医保退费里办。',
      },
    ],
    'premium-refund-to': [
      {
        value: 'original-way',
        sources: ['refund_sw'],
        lastChecked,
        city: { code: '441500', name: '汕尾市' },
      },
    ],

    'wallet-coverage': [
      {
        value: { whole: false, areas: ['广州市', '湛江市', '汕尾市', '云浮市'] },
        from: day('2025-03-15'),
        fromIs: 'at-latest',
        sources: ['wallet146', 'cctv20250922'],
        reliability: 'press-mirror',
        lastChecked,
        note: '2025年3月的名单里有这几个城市，9月又说广东还没有上线；先在医保钱包里查家人的城市。',
      },
    ],
  },
  notFound: [
    'channels',
    'invite-label',
    'steps',
    'relation-caps',
    'member-cap',
    'local-confirmation',
    'proofs',
    'consent-mode',
    'start-day',
    'end-day',
    'bind-effective',
    'unbind-by',
    'unbind-effective',
    'rebind',
    'ends-with-enrolment',
    'allowed-uses',
    'per-settlement-limit-fen',
    'one-policyholder-per-settlement',
    'premium-fen',
    'premium-window',
    'premium-waivers',
    'premium-benefit',
    'premium-flow',
    'wallet-live',
    'offline-desk',
  ],
}

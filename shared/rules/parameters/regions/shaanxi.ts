import { day } from '../../../values/day'
import { fen } from '../../../values/fen'
import type { Region } from '../layer'
import { LISTED_BY_CCTV, threeThenEight } from './relation-history'

const lastChecked = day('2026-11-21')

/** 陕西省. */
export const SHAANXI: Region = {
  regionCode: '610000',
  name: '陕西省',
  shortName: '陕西',
  lastChecked,
  parameters: {
    system: [{ value: '陕西医保APP', sources: ['sx_163', 'seed002', 'sx_wn'], lastChecked }],
    'entry-path': [
      {
        value: ['服务', '个人业务申报', '家庭共济绑定'],
        sources: ['sx_163', 'seed002', 'sx_wn'],
        lastChecked,
      },
    ],
    'entry-label': [{ value: '家庭共济绑定', sources: ['sx_163', 'seed002'], lastChecked }],
    'page-title': [{ value: '家庭共济绑定', sources: ['sx_163', 'seed002'], lastChecked }],
    steps: [
      {
        value: [
          '勾选已阅读个人账户共济绑定告知书，点我已阅读并同意',
          '填写家人的证件号、姓名、参保地、单位、手机号、开始日期、结束日期、支出顺位',
          '查看个人承诺书，签名并保存',
          '提交绑定信息',
        ],
        sources: ['sx_163'],
        lastChecked,
      },
    ],
    'form-fields': [
      {
        value: ['id-number', 'name', 'area', 'employer', 'mobile', 'start-day', 'end-day', 'order'],
        sources: ['sx_163'],
        lastChecked,
        note: '参加居民医保的，单位名称填社区。',
      },
    ],
    'other-paths': [
      { value: [{ system: '陕西医保APP首页', path: ['家庭共济绑定'] }], sources: ['sx_163'], lastChecked },
    ],
    'records-label': [{ value: '家庭共济查询', sources: ['sx_163', 'sx_wn'], lastChecked }],

    'relation-scope': threeThenEight(LISTED_BY_CCTV, { from: day('2022-10-01'), sources: ['sx_163'] }),
    'member-cap': [
      {
        value: 'unlimited',
        sources: ['sx_spun'],
        lastChecked,
        note: '只说可以绑定多位，没有说上限，也没有取得原文。',
      },
    ],
    'pooling-scope': [
      {
        value: 'pooling-area',
        from: day('2022-10-01'),
        until: day('2024-05-21'),
        sources: ['sx_wn'],
        lastChecked,
        note: '早期要在同一地市。',
      },
      { value: 'province', from: day('2024-05-22'), sources: ['sx_163'], lastChecked },
    ],

    'bind-notice-title': [{ value: '个人账户共济绑定告知书', sources: ['sx_163', 'seed002'], lastChecked }],
    'tick-label': [{ value: '我已阅读并同意', sources: ['sx_163'], lastChecked }],
    'consent-title': [{ value: '个人承诺书', sources: ['sx_163'], lastChecked }],
    'consent-mode': [{ value: 'handwritten', sources: ['sx_163'], lastChecked }],
    'unbind-proofs': [
      {
        value: [{ relation: 'any', documents: ['相关证明材料'] }],
        sources: ['seed002'],
        lastChecked,
        followed: true,
        note: '解绑要上传；绑定没有要求。没有说是哪些材料。',
      },
    ],
    'unbind-review': [
      {
        value: true,
        sources: ['seed002'],
        lastChecked,
        followed: true,
        note: '提交解绑申请后等待审核通过；绑定的页面上没有审核字样。',
      },
    ],

    'end-day': [{ value: 'asked', sources: ['sx_163'], lastChecked }],

    'deduction-order': [
      { value: ['own-account', 'policyholder-account', 'cash'], sources: ['sx_163'], lastChecked },
    ],
    'policyholder-order': [
      { value: 'policyholder-set', sources: ['sx_163'], lastChecked, note: '绑定时填写支出顺位。' },
    ],

    'wallet-live': [
      { value: day('2025-07-03'), from: day('2025-07-03'), sources: ['sxwallet'], lastChecked },
    ],
    'wallet-hours': [
      {
        value: { from: '06:00', to: '22:00' },
        from: day('2025-07-03'),
        sources: ['sxwallet', 'shm20250918'],
        lastChecked,
      },
    ],
    'wallet-amount-fen': [
      { value: fen(2_000_00), from: day('2025-07-03'), sources: ['sxwallet', 'shm20250918'], lastChecked },
    ],
    'wallet-count': [
      { value: 3, from: day('2025-07-03'), sources: ['sxwallet', 'shm20250918'], lastChecked },
    ],
    'wallet-return-at': [{ value: '06:00', from: day('2025-07-03'), sources: ['sxwallet'], lastChecked }],
    'wallet-spend-area': [
      { value: 'insured-area', from: day('2025-07-03'), sources: ['sxwallet'], lastChecked },
    ],
    'wallet-back-to-account': [{ value: false, from: day('2025-07-03'), sources: ['sxwallet'], lastChecked }],
  },
  notFound: [
    'channels',
    'invite-label',
    'relation-caps',
    'policyholder-cap',
    'local-confirmation',
    'review',
    'proofs',
    'bind-effective',
    'unbind-by',
    'unbind-effective',
    'rebind',
    'ends-with-enrolment',
    'allowed-uses',
    'policyholder-floor-fen',
    'per-settlement-limit-fen',
    'one-policyholder-per-settlement',
    'premium-fen',
    'premium-window',
    'premium-waivers',
    'premium-benefit',
    'premium-flow',
    'premium-refund',
    'offline-desk',
  ],
}

import { day } from '../../../values/day'
import { fen } from '../../../values/fen'
import { USES } from '../../../values/relation'
import type { Region } from '../layer'
import { LISTED_BY_CCTV, threeThenEight } from './relation-history'
import { WALLET_EVERYWHERE } from './wallet-coverage'

const lastChecked = day('2026-11-21')

/** 贵州省. The words are those of 贵阳 (520100), which the province shares. */
export const GUIZHOU: Region = {
  regionCode: '520000',
  name: '贵州省',
  shortName: '贵州',
  lastChecked,
  parameters: {
    system: [{ value: '贵州医保微信公众号', sources: ['gz_qa', 'seed000'], lastChecked }],
    channels: [
      {
        value: [
          '贵州医保微信公众号',
          '贵州医保APP',
          '支付宝医保共济账户',
          '国家医保服务平台APP',
          '医保经办窗口',
        ],
        sources: ['gz_qa', 'seed000', 'gz_j'],
        lastChecked,
      },
    ],
    'entry-path': [
      {
        value: ['医疗服务', '我的', '家庭账户共济', '添加我的家庭成员'],
        sources: ['gz_qa', 'seed000'],
        lastChecked,
      },
    ],
    'entry-label': [{ value: '家庭账户共济', sources: ['gz_qa', 'seed000'], lastChecked }],
    'page-title': [{ value: '家庭账户共济', sources: ['gz_qa', 'seed000'], lastChecked }],
    'invite-label': [{ value: '添加我的家庭成员', sources: ['gz_qa', 'seed000'], lastChecked }],
    steps: [
      {
        value: [
          '添加我的家庭成员',
          '验证授权人信息',
          '填写家人的身份证号、姓名、关系和绑定的开始、结束时间',
          '确认知情同意书和承诺书',
          '提交',
        ],
        sources: ['gz_qa', 'seed000', 'gz_j'],
        lastChecked,
      },
    ],
    'form-fields': [
      {
        value: ['id-number', 'name', 'relation', 'start-day', 'end-day'],
        sources: ['gz_qa', 'seed000'],
        lastChecked,
      },
    ],
    'other-paths': [
      {
        value: [{ system: '贵州医保APP', path: ['账户共济'] }],
        sources: ['gz_qa', 'gz_j'],
        lastChecked,
      },
    ],
    'offline-desk': [{ value: '医保经办窗口', sources: ['gz_qa2', 'seed000'], lastChecked }],

    'relation-scope': threeThenEight(
      { ...LISTED_BY_CCTV, sources: ['cctv20241126', 'seed000'] },
      { from: day('2022-11-01'), fromIs: 'month', sources: ['gz_qa'] },
    ),
    'member-cap': [
      {
        value: 'unlimited',
        from: day('2022-11-01'),
        fromIs: 'month',
        sources: ['gz_qa'],
        lastChecked,
        note: '可同时添加多名，没有说上限；有网文说的7类亲属不是7个人。',
      },
    ],
    'policyholder-cap': [
      {
        value: 1,
        from: day('2022-11-01'),
        fromIs: 'month',
        sources: ['gz_qa'],
        lastChecked,
        note: '说的是省内；2026年1月的跨省通知说一人可与多人互建，不是同一件事。',
      },
    ],
    'pooling-scope': [
      {
        value: 'province',
        from: day('2024-05-18'),
        fromIs: 'at-latest',
        sources: ['xinhua20240518'],
        lastChecked,
      },
    ],

    'bind-notice-title': [{ value: '知情同意书', sources: ['gz_qa', 'gz_j'], lastChecked }],
    'consent-title': [{ value: '个人账户家庭共济绑定信息承诺书', sources: ['gz_qa', 'gz_j'], lastChecked }],
    'consent-mode': [{ value: 'tick', sources: ['gz_qa', 'gz_j'], lastChecked }],
    proofs: [
      {
        value: [{ relation: 'any', documents: ['本人身份证', '家人的身份证或户口簿'], only: 'window' }],
        sources: ['gz_qa2', 'seed000'],
        lastChecked,
      },
    ],

    'start-day': [
      { value: 'today-only', sources: ['seed000'], lastChecked, note: '只有网文说开始日期要选当天。' },
    ],
    'end-day': [{ value: 'asked', sources: ['gz_qa', 'seed000'], lastChecked }],
    'bind-effective': [
      {
        value: 'immediate',
        sources: ['seed000'],
        lastChecked,
        note: '同一篇又说等待30天，那是商业保险的话，没有采用。',
      },
    ],
    'unbind-effective': [{ value: 'next-day', sources: ['seed000'], lastChecked }],
    'unbind-by': [
      {
        value: ['policyholder'],
        sources: ['gz_qa', 'seed000'],
        reliability: 'machine-written',
        lastChecked,
        note: '当地系统由授权人解除；双方自愿是全国的规定，家人在本产品里自己也能退出。',
      },
    ],
    rebind: [{ value: 'next-day', sources: ['seed000'], lastChecked }],

    'allowed-uses': [{ value: USES, sources: ['gb38', 'seed000', 'gz_j'], lastChecked }],
    'deduction-order': [
      { value: ['own-account', 'policyholder-account', 'cash'], sources: ['gz_qa', 'seed000'], lastChecked },
    ],
    'per-settlement-limit-fen': [
      { value: 'none', sources: ['gz_qa'], lastChecked, note: '默认可用全部结余，用完为止。' },
    ],

    'premium-fen': [
      {
        value: {
          premiumYear: 2024,
          tiers: [{ tier: 'standard', title: '统一标准', amountFen: fen(380_00) }],
        },
        from: day('2023-09-01'),
        until: day('2024-09-22'),
        sources: ['gz2024'],
        lastChecked,
      },
      {
        value: {
          premiumYear: 2025,
          tiers: [{ tier: 'standard', title: '统一标准', amountFen: fen(400_00) }],
        },
        from: day('2024-09-23'),
        until: day('2025-12-31'),
        sources: ['gz2025', 'gz2025b'],
        lastChecked,
        note: '2026年度的没有查到。',
      },
    ],
    'premium-window': [
      {
        value: { premiumYear: 2024, from: day('2023-09-01'), until: day('2024-02-29') },
        from: day('2023-09-01'),
        until: day('2024-09-22'),
        sources: ['gz2024'],
        lastChecked,
      },
      {
        value: { premiumYear: 2025, from: day('2024-09-23'), until: day('2025-02-28') },
        from: day('2024-09-23'),
        until: day('2025-12-31'),
        sources: ['gz2025'],
        lastChecked,
      },
    ],
    'premium-late': [
      {
        value: { premiumYear: 2024, from: day('2024-03-01'), waiting: { days: 60 } },
        from: day('2023-09-01'),
        until: day('2024-09-22'),
        sources: ['gz2024'],
        lastChecked,
      },
      {
        value: {
          premiumYear: 2025,
          from: day('2025-03-01'),
          amountFen: fen(1_070_00),
          waiting: { days: 90 },
        },
        from: day('2024-09-23'),
        until: day('2025-12-31'),
        sources: ['gz2025'],
        lastChecked,
        note: '过了集中缴费期，按个人和财政两份一起缴。',
      },
    ],
    'premium-flow': [
      {
        value: ['选择成员', '医保缴费', '个人医保账户代缴', '选择缴费年度', '提交申请'],
        sources: ['gz_j'],
        lastChecked,
      },
    ],

    ...WALLET_EVERYWHERE,
  },
  notFound: [
    'relation-caps',
    'local-confirmation',
    'review',
    'ends-with-enrolment',
    'policyholder-floor-fen',
    'one-policyholder-per-settlement',
    'premium-waivers',
    'premium-refund',
  ],
}

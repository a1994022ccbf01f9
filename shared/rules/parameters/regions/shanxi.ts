import { day } from '../../../values/day'
import { fen } from '../../../values/fen'
import type { Region } from '../layer'
import { LISTED_BY_CCTV, threeThenEight } from './relation-history'

const lastChecked = day('2026-11-21')

/** 山西省. */
export const SHANXI: Region = {
  regionCode: '140000',
  name: '山西省',
  shortName: '山西',
  lastChecked,
  parameters: {
    system: [{ value: '山西医保微信公众号', sources: ['shx_step'], lastChecked }],
    'entry-path': [
      {
        value: ['服务大厅', '业务办理', '家庭共济', '添加'],
        sources: ['shx_step'],
        lastChecked,
        note: '第一次要先在个人信息里注册登录。',
      },
    ],
    'entry-label': [{ value: '家庭共济', sources: ['shx_step'], lastChecked }],
    'page-title': [{ value: '家庭共济', sources: ['shx_step'], lastChecked }],
    steps: [
      {
        value: [
          '阅读家庭共济告知书并勾选，点我已阅读并同意',
          '完善信息，填可授权金额',
          '阅读个人承诺书并签字',
          '系统生成承诺书，确认后提交',
        ],
        sources: ['shx_step'],
        lastChecked,
      },
    ],
    'form-fields': [
      { value: ['amount'], sources: ['shx_step'], lastChecked, note: '可授权金额是余额减去1000元。' },
    ],

    'relation-scope': threeThenEight(LISTED_BY_CCTV, { from: day('2022-07-01'), sources: ['shx_reg'] }),
    'relation-caps': [
      {
        value: { spouse: 1, parent: 2, father: 1, mother: 1 },
        sources: ['shx_step'],
        lastChecked,
        note: '父亲、母亲、配偶各一位，子女可以多位。',
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

    'bind-notice-title': [{ value: '家庭共济告知书', sources: ['shx_step'], lastChecked }],
    'tick-label': [{ value: '我已阅读并同意', sources: ['shx_step'], lastChecked }],
    'consent-title': [{ value: '个人承诺书', sources: ['shx_step'], lastChecked }],
    'consent-mode': [{ value: 'handwritten', sources: ['shx_step'], lastChecked }],

    'unbind-by': [
      {
        value: ['policyholder'],
        sources: ['shx_rule'],
        lastChecked,
        note: '授权人可随时解除；没有说家人能不能，双方自愿是全国的规定，家人在本产品里自己也能退出。',
      },
    ],
    'ends-with-enrolment': [
      { value: true, sources: ['shx_reg'], lastChecked, note: '任何一方医保关系终止，自动解除。' },
    ],
    'relation-change-duty': [
      {
        value: { who: 'policyholder', lossIsTheirs: true },
        from: day('2022-07-01'),
        sources: ['shx_rule'],
        lastChecked,
      },
    ],

    'allowed-uses': [
      {
        value: ['hospital', 'pharmacy'],
        from: day('2022-07-01'),
        until: day('2024-07-31'),
        sources: ['shx_rule'],
        lastChecked,
        note: '当时没有提居民医保缴费；2024年8月起按全国的规定。',
      },
    ],
    'care-kinds': [
      {
        value: ['住院', '门诊慢特病', '门诊特药', '居民门诊统筹', '普通门诊'],
        from: day('2022-07-01'),
        sources: ['shx_rule'],
        lastChecked,
      },
    ],
    'deduction-order': [
      { value: ['own-account', 'policyholder-account', 'cash'], sources: ['shx_rule'], lastChecked },
    ],
    'one-policyholder-per-settlement': [{ value: true, sources: ['shx_rule'], lastChecked }],
    'policyholder-floor-fen': [
      {
        value: fen(1_000_00),
        sources: ['shx_rule', 'shx_step'],
        lastChecked,
        note: '只能用1000元以上的部分。',
      },
    ],
    'per-settlement-limit-fen': [
      {
        value: 'set-by-policyholder',
        sources: ['shx_rule'],
        lastChecked,
        note: '每位家人一个单次最高额度，可随时变更。',
      },
    ],

    'wallet-live': [
      {
        value: day('2025-09-22'),
        from: day('2025-09-22'),
        fromIs: 'at-latest',
        sources: ['cctv20250922'],
        lastChecked,
        note: '9月全面开通，没有说几日。',
      },
    ],
    'wallet-coverage': [
      {
        value: { whole: true },
        from: day('2025-09-22'),
        fromIs: 'at-latest',
        sources: ['cctv20250922'],
        lastChecked,
      },
    ],
  },
  notFound: [
    'channels',
    'invite-label',
    'member-cap',
    'policyholder-cap',
    'local-confirmation',
    'review',
    'proofs',
    'start-day',
    'end-day',
    'bind-effective',
    'unbind-effective',
    'rebind',
    'premium-fen',
    'premium-window',
    'premium-waivers',
    'premium-benefit',
    'premium-flow',
    'premium-refund',
    'offline-desk',
  ],
}

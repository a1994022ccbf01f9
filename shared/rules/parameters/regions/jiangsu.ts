import { day } from '../../../values/day'
import { USES } from '../../../values/relation'
import type { Region } from '../layer'
import { threeThenEight } from './relation-history'
import { WALLET_IN_PLACES } from './wallet-coverage'

const lastChecked = day('2026-11-21')

/** 江苏省. The steps were described for 无锡 (320200), where the province's own app is used. */
export const JIANGSU: Region = {
  regionCode: '320000',
  name: '江苏省',
  shortName: '江苏',
  lastChecked,
  parameters: {
    system: [{ value: '江苏医保云APP', sources: ['js_wx'], lastChecked }],
    'entry-path': [{ value: ['我要办', '家庭共济', '共济账户绑定'], sources: ['js_wx'], lastChecked }],
    'entry-label': [{ value: '家庭共济', sources: ['js_wx'], lastChecked }],
    'page-title': [{ value: '家庭共济', sources: ['js_wx'], lastChecked }],
    steps: [
      {
        value: [
          '添加共济使用人，可以多人',
          '选择授权起止时间',
          '阅读个人承诺书，在签名区签字后提交',
          '在授权记录查询里可以看到',
        ],
        sources: ['js_wx'],
        lastChecked,
        note: '这是无锡的说法。',
      },
    ],
    'form-fields': [{ value: ['start-day', 'end-day'], sources: ['js_wx'], lastChecked }],
    'unbind-label': [{ value: '解除绑定', sources: ['js_wx'], lastChecked }],
    'records-label': [{ value: '共济账户授权记录查询', sources: ['js_wx'], lastChecked }],
    'offline-desk': [
      {
        value: '医保窗口，带双方证件和户口簿、结婚证或家庭关系承诺书',
        sources: ['js_wx'],
        lastChecked,
      },
    ],

    'relation-scope': threeThenEight({
      from: day('2024-10-14'),
      fromIs: 'at-latest',
      sources: ['cctv20241126'],
    }),
    'pooling-scope': [
      {
        value: 'province',
        from: day('2024-05-18'),
        fromIs: 'at-latest',
        sources: ['xinhua20240518'],
        lastChecked,
      },
    ],

    'local-confirmation': [{ value: { by: 'spouse-only' }, sources: ['js_sp'], lastChecked }],
    'consent-title': [{ value: '个人承诺书', sources: ['js_wx'], lastChecked }],
    'consent-mode': [{ value: 'handwritten', sources: ['js_wx'], lastChecked }],

    'start-day': [{ value: 'today-or-later', sources: ['js_wx'], lastChecked }],
    'end-day': [{ value: 'asked', sources: ['js_wx'], lastChecked }],
    'end-after-start': [{ value: true, sources: ['js_wx'], lastChecked }],
    'ends-with-enrolment': [
      {
        value: true,
        sources: ['js_yz'],
        lastChecked,
        city: { code: '321000', name: '扬州市' },
        note: '说的是授权人的医保关系。',
      },
    ],

    'allowed-uses': [{ value: USES, sources: ['gb38', 'js_gh'], lastChecked }],
    'further-uses': [
      {
        value: ['长期护理保险缴费'],
        from: day('2025-06-30'),
        fromIs: 'at-latest',
        sources: ['js_gh'],
        lastChecked,
      },
    ],

    ...WALLET_IN_PLACES,
  },
  notFound: [
    'channels',
    'invite-label',
    'relation-caps',
    'member-cap',
    'policyholder-cap',
    'review',
    'proofs',
    'bind-effective',
    'unbind-by',
    'unbind-effective',
    'rebind',
    'deduction-order',
    'policyholder-floor-fen',
    'per-settlement-limit-fen',
    'one-policyholder-per-settlement',
    'premium-fen',
    'premium-window',
    'premium-waivers',
    'premium-benefit',
    'premium-flow',
    'premium-refund',
  ],
}

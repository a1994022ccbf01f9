import { day } from '../../../values/day'
import type { Region } from '../layer'
import { LISTED_BY_CCTV, threeThenEight } from './relation-history'
import { WALLET_EVERYWHERE } from './wallet-coverage'

const lastChecked = day('2026-11-21')

/** 甘肃省. */
export const GANSU: Region = {
  regionCode: '620000',
  name: '甘肃省',
  shortName: '甘肃',
  lastChecked,
  parameters: {
    system: [{ value: '甘肃省医疗保障局移动端', sources: ['gs_zqx'], lastChecked }],
    'entry-path': [
      { value: ['服务', '个人医保服务', '家庭共济', '邀请家庭成员'], sources: ['gs_zqx'], lastChecked },
    ],
    'entry-label': [{ value: '家庭共济', sources: ['gs_zqx'], lastChecked }],
    'page-title': [{ value: '家庭共济', sources: ['gs_zqx'], lastChecked }],
    'invite-label': [{ value: '邀请家庭成员', sources: ['gs_zqx'], lastChecked }],
    steps: [
      {
        value: [
          '第一次阅读家庭共济承诺书和家庭共济问答，确认',
          '邀请家庭成员，确认创建亲属关系',
          '填写被邀请成员的信息',
          '被邀请成员人脸识别',
          '返回成员列表',
        ],
        sources: ['gs_zqx'],
        lastChecked,
      },
    ],

    'relation-scope': threeThenEight(LISTED_BY_CCTV),
    'pooling-scope': [
      {
        value: 'province',
        from: day('2024-05-18'),
        fromIs: 'at-latest',
        sources: ['xinhua20240518'],
        lastChecked,
      },
    ],

    'local-confirmation': [
      { value: { by: 'face-check', exemptBelowAge: 16 }, sources: ['gs_zqx'], lastChecked },
    ],
    'bind-notice-title': [{ value: '家庭共济问答', sources: ['gs_zqx'], lastChecked }],
    'consent-title': [{ value: '家庭共济承诺书', sources: ['gs_zqx'], lastChecked }],
    'consent-mode': [{ value: 'tick', sources: ['gs_zqx'], lastChecked, note: '阅读后确认。' }],

    ...WALLET_EVERYWHERE,
  },
  notFound: [
    'channels',
    'relation-caps',
    'member-cap',
    'policyholder-cap',
    'review',
    'proofs',
    'start-day',
    'end-day',
    'bind-effective',
    'unbind-by',
    'unbind-effective',
    'rebind',
    'ends-with-enrolment',
    'allowed-uses',
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
    'offline-desk',
  ],
}

import { day } from '../../../values/day'
import type { Region } from '../layer'
import { LISTED_BY_CCTV, threeThenEight } from './relation-history'
import { WALLET_IN_PLACES } from './wallet-coverage'

const lastChecked = day('2026-11-21')

/** 天津市. */
export const TIANJIN: Region = {
  regionCode: '120000',
  name: '天津市',
  shortName: '天津',
  lastChecked,
  parameters: {
    system: [{ value: '津医保APP', sources: ['tj_j'], lastChecked }],
    'entry-path': [
      { value: ['医保办事', '我要办', '个人账户共济管理', '新增'], sources: ['tj_j'], lastChecked },
    ],
    'entry-label': [{ value: '个人账户共济管理', sources: ['tj_j'], lastChecked }],
    'page-title': [{ value: '个人账户共济管理', sources: ['tj_j'], lastChecked }],

    'relation-scope': threeThenEight(LISTED_BY_CCTV),

    'consent-title': [{ value: '个人账户共济承诺书', sources: ['tj_j'], lastChecked }],
    'consent-mode': [{ value: 'handwritten', sources: ['tj_j'], lastChecked, note: '签字确认。' }],

    'premium-flow': [
      {
        value: ['城乡居民个账代扣', '新增，选择已绑定的人', '填写缴费档次', '申报'],
        sources: ['tj_j'],
        lastChecked,
      },
    ],

    ...WALLET_IN_PLACES,
  },
  notFound: [
    'channels',
    'invite-label',
    'steps',
    'relation-caps',
    'member-cap',
    'policyholder-cap',
    'pooling-scope',
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
    'allowed-uses',
    'deduction-order',
    'policyholder-floor-fen',
    'per-settlement-limit-fen',
    'one-policyholder-per-settlement',
    'premium-fen',
    'premium-window',
    'premium-waivers',
    'premium-benefit',
    'premium-refund',
    'offline-desk',
  ],
}

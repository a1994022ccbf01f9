import { day } from '../../../values/day'
import type { Region } from '../layer'
import { LISTED_BY_CCTV, threeThenEight } from './relation-history'
import { WALLET_EVERYWHERE } from './wallet-coverage'

const lastChecked = day('2026-11-21')

/** 黑龙江省. The steps and the cap were described for 大庆 (230600). */
export const HEILONGJIANG: Region = {
  regionCode: '230000',
  name: '黑龙江省',
  shortName: '黑龙江',
  lastChecked,
  parameters: {
    system: [{ value: '龙江医保微信公众号', sources: ['hlj_dq', 'hlj_j'], lastChecked }],
    'entry-path': [
      {
        value: ['服务大厅', '我要办', '家庭共济', '共济账户绑定'],
        sources: ['hlj_dq', 'hlj_j'],
        lastChecked,
      },
    ],
    'entry-label': [{ value: '家庭共济', sources: ['hlj_dq', 'hlj_j'], lastChecked }],
    'page-title': [{ value: '家庭共济', sources: ['hlj_dq', 'hlj_j'], lastChecked }],
    'form-fields': [{ value: ['start-day', 'end-day'], sources: ['hlj_j'], lastChecked }],
    'records-label': [{ value: '共济账户授权记录查询解绑', sources: ['hlj_dq', 'hlj_j'], lastChecked }],

    'relation-scope': threeThenEight({
      ...LISTED_BY_CCTV,
      sources: ['cctv20241126', 'hlj_j'],
      note: '不含配偶的父母。',
    }),
    'member-cap': [
      {
        value: 5,
        from: day('2023-01-01'),
        fromIs: 'year',
        sources: ['hlj_dq'],
        lastChecked,
        city: { code: '230600', name: '大庆市' },
        note: '2023年的数；另有网文说7名、10名，没有采用。',
      },
    ],

    'bind-notice-title': [
      {
        value: '备案告知书',
        sources: ['hlj_dq'],
        lastChecked,
        city: { code: '230600', name: '大庆市' },
      },
    ],
    'consent-title': [{ value: '共济账户授权协议', sources: ['hlj_j'], lastChecked }],
    'consent-mode': [{ value: 'tick', sources: ['hlj_dq', 'hlj_j'], lastChecked }],

    'start-day': [{ value: 'today-or-later', sources: ['hlj_j'], lastChecked }],
    'end-day': [{ value: 'asked', sources: ['hlj_j'], lastChecked }],
    'end-after-start': [{ value: true, sources: ['hlj_j'], lastChecked }],

    ...WALLET_EVERYWHERE,
  },
  notFound: [
    'channels',
    'invite-label',
    'steps',
    'relation-caps',
    'policyholder-cap',
    'pooling-scope',
    'local-confirmation',
    'review',
    'proofs',
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

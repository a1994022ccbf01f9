import { day } from '../../../values/day'
import type { Region } from '../layer'
import { LISTED_BY_CCTV, threeThenEight } from './relation-history'
import { WALLET_IN_PLACES } from './wallet-coverage'

const lastChecked = day('2026-11-21')

/** 湖南省. */
export const HUNAN: Region = {
  regionCode: '430000',
  name: '湖南省',
  shortName: '湖南',
  lastChecked,
  parameters: {
    system: [{ value: '湘医保', sources: ['hn_j', 'hn_kao'], lastChecked }],
    'entry-path': [{ value: ['家庭共济'], sources: ['hn_kao'], lastChecked }],
    'entry-label': [{ value: '家庭共济', sources: ['hn_kao'], lastChecked }],
    'page-title': [{ value: '家庭共济', sources: ['hn_kao'], lastChecked }],
    'form-fields': [{ value: ['start-day', 'end-day'], sources: ['hn_j'], lastChecked }],
    'records-label': [{ value: '共济关系查询解绑', sources: ['hn_kao'], lastChecked }],

    'relation-scope': threeThenEight(LISTED_BY_CCTV),

    'start-day': [
      { value: 'today-only', sources: ['hn_j'], lastChecked, note: '只有网文说起始要选办理当天。' },
    ],
    'end-day': [{ value: 'asked', sources: ['hn_j'], lastChecked }],

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
    'consent-title',
    'consent-mode',
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

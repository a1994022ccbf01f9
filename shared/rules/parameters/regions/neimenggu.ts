import { day } from '../../../values/day'
import { USES } from '../../../values/relation'
import type { Region } from '../layer'
import { BY_THE_END, threeThenEight } from './relation-history'
import { WALLET_EVERYWHERE } from './wallet-coverage'

const lastChecked = day('2026-11-21')

/** 内蒙古自治区. */
export const NEIMENGGU: Region = {
  regionCode: '150000',
  name: '内蒙古自治区',
  shortName: '内蒙古',
  lastChecked,
  parameters: {
    system: [{ value: '蒙速办', sources: ['nm'], lastChecked }],
    channels: [
      {
        value: ['蒙速办', '内蒙古医保APP', '内蒙古医保小程序', '国家医保服务平台APP', '医保窗口'],
        sources: ['nm'],
        lastChecked,
      },
    ],

    'relation-scope': threeThenEight(BY_THE_END, {
      from: day('2021-01-01'),
      fromIs: 'year',
      sources: ['nm', 'xinhua20241126'],
    }),
    'member-cap': [{ value: 'unlimited', sources: ['nm'], lastChecked, note: '可以绑定多名，没有说上限。' }],
    'policyholder-cap': [
      {
        value: 'unlimited',
        sources: ['nm'],
        lastChecked,
        note: '可以接受多名职工的共济，没有说上限。',
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

    'allowed-uses': [{ value: USES, sources: ['nm', 'gb38'], lastChecked }],

    ...WALLET_EVERYWHERE,
  },
  notFound: [
    'entry-path',
    'invite-label',
    'steps',
    'relation-caps',
    'local-confirmation',
    'review',
    'proofs',
    'consent-title',
    'consent-mode',
    'start-day',
    'end-day',
    'bind-effective',
    'unbind-by',
    'unbind-effective',
    'rebind',
    'ends-with-enrolment',
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

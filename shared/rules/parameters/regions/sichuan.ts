import { day } from '../../../values/day'
import { USES } from '../../../values/relation'
import type { Region } from '../layer'
import { threeThenEight } from './relation-history'
import { WALLET_EVERYWHERE } from './wallet-coverage'

const lastChecked = day('2026-11-21')

/** 四川省. */
export const SICHUAN: Region = {
  regionCode: '510000',
  name: '四川省',
  shortName: '四川',
  lastChecked,
  parameters: {
    system: [{ value: '四川医保APP', sources: ['sc'], lastChecked }],

    'relation-scope': threeThenEight({
      from: day('2024-11-26'),
      fromIs: 'at-latest',
      sources: ['sc', 'cctv20241126'],
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

    'allowed-uses': [
      { value: USES, from: day('2025-07-04'), fromIs: 'at-latest', sources: ['sc', 'gb38'], lastChecked },
    ],

    ...WALLET_EVERYWHERE,
  },
  notFound: [
    'channels',
    'entry-path',
    'invite-label',
    'steps',
    'relation-caps',
    'member-cap',
    'policyholder-cap',
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

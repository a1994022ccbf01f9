import { day } from '../../../values/day'
import { fen } from '../../../values/fen'
import type { Region } from '../layer'
import { BY_THE_END, threeThenEight } from './relation-history'
import { WALLET_EVERYWHERE } from './wallet-coverage'

const lastChecked = day('2026-11-21')

/** 北京市. The whole city is one pooling area. */
export const BEIJING: Region = {
  regionCode: '110000',
  name: '北京市',
  shortName: '北京',
  lastChecked,
  parameters: {
    system: [{ value: '京通小程序', sources: ['bj_j'], lastChecked }],
    'entry-path': [
      {
        value: ['健康服务', '医保服务中心', '个人账户家庭共济', '添加共济对象'],
        sources: ['bj_j'],
        lastChecked,
      },
    ],
    'entry-label': [{ value: '个人账户家庭共济', sources: ['bj_j'], lastChecked }],
    'page-title': [{ value: '个人账户家庭共济', sources: ['bj_j'], lastChecked }],

    'relation-scope': threeThenEight(BY_THE_END, { from: day('2022-12-01'), sources: ['bj_2022'] }),
    'pooling-scope': [
      {
        value: 'province',
        from: day('2024-05-18'),
        fromIs: 'at-latest',
        sources: ['xinhua20240518'],
        lastChecked,
        note: '双方都在本市参保。',
      },
    ],

    'premium-fen': [
      {
        value: {
          premiumYear: 2026,
          tiers: [
            { tier: 'student-child', title: '学生儿童', amountFen: fen(435_00) },
            { tier: 'working-age', title: '劳动年龄内', amountFen: fen(795_00) },
            { tier: 'elderly', title: '老年人', amountFen: fen(460_00) },
          ],
        },
        from: day('2025-11-30'),
        until: day('2026-12-31'),
        sources: ['prem2026'],
        lastChecked,
      },
    ],
    'premium-window': [
      {
        value: { premiumYear: 2026, from: day('2025-11-30'), until: day('2026-02-28') },
        from: day('2025-11-30'),
        until: day('2026-12-31'),
        sources: ['prem2026w'],
        lastChecked,
      },
    ],

    ...WALLET_EVERYWHERE,
  },
  notFound: [
    'channels',
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
    'allowed-uses',
    'deduction-order',
    'policyholder-floor-fen',
    'per-settlement-limit-fen',
    'one-policyholder-per-settlement',
    'premium-waivers',
    'premium-benefit',
    'premium-flow',
    'premium-refund',
    'offline-desk',
  ],
}

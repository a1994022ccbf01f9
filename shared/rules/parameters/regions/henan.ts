import { day } from '../../../values/day'
import { fen } from '../../../values/fen'
import { USES } from '../../../values/relation'
import type { Region } from '../layer'
import { LISTED_BY_CCTV, threeThenEight } from './relation-history'
import { WALLET_EVERYWHERE } from './wallet-coverage'

const lastChecked = day('2026-11-21')

/** 河南省. Nearly all that is known of it was written by machines, so it is shown and stops nobody. */
export const HENAN: Region = {
  regionCode: '410000',
  name: '河南省',
  shortName: '河南',
  lastChecked,
  parameters: {
    system: [{ value: '河南省医疗保障公共服务平台', sources: ['seed004'], lastChecked }],
    channels: [
      {
        value: [
          '河南省医疗保障公共服务平台',
          '河南医保微信小程序',
          '河南医保支付宝小程序',
          '豫事办',
          '线下窗口',
        ],
        sources: ['seed004', 'hen_j', 'hen_ysb'],
        lastChecked,
      },
    ],
    'entry-path': [
      {
        value: [
          '服务目录',
          '个人服务',
          '经办服务',
          '账户共济成员管理',
          '共济家庭建立',
          '共济成员维护',
          '绑定',
        ],
        sources: ['seed004'],
        lastChecked,
      },
    ],
    'entry-label': [{ value: '账户共济成员管理', sources: ['seed004'], lastChecked }],
    'page-title': [{ value: '共济成员维护', sources: ['seed004'], lastChecked }],
    'invite-label': [{ value: '绑定', sources: ['seed004'], lastChecked }],
    steps: [{ value: ['共济家庭建立', '共济成员维护', '绑定'], sources: ['seed004'], lastChecked }],
    'other-paths': [
      {
        value: [
          { system: '河南医保小程序', path: ['我要办', '家庭共济服务', '职工医保家庭共济账户绑定'] },
          { system: '豫事办', path: ['一件事专区', '就医费用报销', '个人账户家庭共济'] },
        ],
        sources: ['seed004', 'hen_j', 'hen_ysb'],
        lastChecked,
      },
    ],

    'relation-scope': threeThenEight({ ...LISTED_BY_CCTV, sources: ['cctv20241126', 'hen_j3'] }),
    'pooling-scope': [
      {
        value: 'province',
        from: day('2024-09-01'),
        fromIs: 'month',
        sources: ['cctv20241126', 'hen_j3'],
        lastChecked,
        note: '9月见于网文；最晚在11月26日，所有省份都已这样。',
      },
    ],
    'family-established-first': [
      {
        value: true,
        sources: ['seed004'],
        lastChecked,
        followed: true,
        note: '先建立共济家庭，再维护成员。',
      },
    ],

    'allowed-uses': [{ value: USES, sources: ['gb38', 'seed004', 'hen_j2'], lastChecked }],
    'deduction-order': [
      { value: ['own-account', 'policyholder-account', 'cash'], sources: ['hen_j3', 'seed004'], lastChecked },
    ],
    'policyholder-order': [{ value: 'balance-high-first-then-name', sources: ['hen_j3'], lastChecked }],

    'premium-city-fen': [
      {
        value: {
          premiumYear: 2026,
          cities: [
            {
              city: '郑州市',
              tiers: [{ tier: 'standard', title: '统一标准', amountFen: fen(400_00) }],
            },
          ],
        },
        from: day('2025-01-01'),
        fromIs: 'year',
        until: day('2026-12-31'),
        sources: ['prem2026'],
        lastChecked,
      },
    ],
    'premium-refund-to': [
      {
        value: 'policyholder-account',
        sources: ['hen_j2'],
        lastChecked,
        note: '解绑以后退的费，也退到这里。',
      },
    ],

    ...WALLET_EVERYWHERE,
    'wallet-live': [
      {
        value: day('2025-02-04'),
        from: day('2025-02-04'),
        fromIs: 'at-latest',
        sources: ['wallet81'],
        lastChecked,
      },
    ],
  },
  notFound: [
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

import { day } from '../../../values/day'
import { fen } from '../../../values/fen'
import type { Region } from '../layer'
import { BY_THE_END, threeThenEight } from './relation-history'
import { WALLET_EVERYWHERE } from './wallet-coverage'

const lastChecked = day('2026-11-21')

/** 福建省. Here the money is moved into the family's pool first. */
export const FUJIAN: Region = {
  regionCode: '350000',
  name: '福建省',
  shortName: '福建',
  lastChecked,
  parameters: {
    system: [{ value: '闽政通APP', sources: ['fj_j'], lastChecked }],
    'entry-path': [
      { value: ['医保服务', '家庭共济', '创建家庭共济', '邀请成员加入'], sources: ['fj_j'], lastChecked },
    ],
    'entry-label': [{ value: '家庭共济', sources: ['fj_j'], lastChecked }],
    'page-title': [{ value: '家庭共济', sources: ['fj_j'], lastChecked }],
    'invite-label': [{ value: '邀请成员加入', sources: ['fj_j'], lastChecked }],
    'beside-binding': [{ value: ['premium'], sources: ['fj_j'], lastChecked }],

    'policyholder-standing': [
      {
        value: 'active',
        sources: ['fj_xm'],
        lastChecked,
        city: { code: '350200', name: '厦门市' },
        note: '创建人停保以后不能再邀请。',
      },
    ],
    'relation-scope': threeThenEight(BY_THE_END),
    'policyholder-cap': [
      {
        value: 1,
        sources: ['fj_xm'],
        lastChecked,
        city: { code: '350200', name: '厦门市' },
        note: '一人只能在一个家庭账户里。',
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

    'local-confirmation': [
      {
        value: { by: 'link-or-face' },
        sources: ['fj_j'],
        lastChecked,
        note: '不能人脸识别的先成为临时成员，只能由人代缴居民医保，以后可以升级。',
      },
    ],

    'policyholder-floor-fen': [
      { value: fen(2_000_00), sources: ['fj_j'], lastChecked, note: '可划拨的是余额减去2000元。' },
    ],
    'pool-transfer': [{ value: { timesAMonth: 1 }, sources: ['fj_j'], lastChecked }],

    'premium-city-fen': [
      {
        value: {
          premiumYear: 2025,
          cities: [
            {
              city: '福州市',
              tiers: [{ tier: 'standard', title: '统一标准', amountFen: fen(450_00) }],
            },
          ],
        },
        from: day('2024-09-01'),
        until: day('2025-08-31'),
        sources: ['seed003'],
        lastChecked,
      },
      {
        value: {
          premiumYear: 2026,
          cities: [
            {
              city: '福州市',
              tiers: [{ tier: 'standard', title: '统一标准', amountFen: fen(450_00) }],
            },
          ],
        },
        from: day('2025-09-01'),
        fromIs: 'at-latest',
        until: day('2026-12-31'),
        sources: ['prem_multi'],
        lastChecked,
      },
    ],
    'premium-city-window': [
      {
        value: {
          premiumYear: 2025,
          cities: [{ city: '福州市', from: day('2024-09-01'), until: day('2025-02-28') }],
        },
        from: day('2024-09-01'),
        until: day('2025-08-31'),
        sources: ['seed003'],
        lastChecked,
      },
    ],
    'premium-excluded': [{ value: ['新生儿', '医疗救助对象'], sources: ['fj_j2'], lastChecked }],
    'premium-model': [{ value: 'tax-collects', sources: ['fj_j2'], lastChecked }],
    'premium-flow': [
      {
        value: ['代缴城乡居民保费', '选择成员', '提交', '等待税务部门扣款'],
        sources: ['fj_j2', 'fj_j'],
        lastChecked,
      },
    ],

    ...WALLET_EVERYWHERE,
  },
  notFound: [
    'channels',
    'steps',
    'relation-caps',
    'member-cap',
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

import { day } from '../../../values/day'
import type { Region } from '../layer'
import { WALLET_IN_PLACES } from './wallet-coverage'

const lastChecked = day('2026-11-21')

/** 大连市, a city with rules of its own in 辽宁省. */
export const DALIAN: Region = {
  regionCode: '210200',
  name: '辽宁省大连市',
  shortName: '大连',
  lastChecked,
  parameters: {
    system: [{ value: '大连市医保局微信公众号', sources: ['dl'], lastChecked }],
    'entry-path': [{ value: ['服务大厅', '我要办', '共济账户'], sources: ['dl'], lastChecked }],
    'entry-label': [{ value: '共济账户', sources: ['dl'], lastChecked }],
    'page-title': [{ value: '共济账户', sources: ['dl'], lastChecked }],

    'relation-scope': [
      {
        value: ['spouse', 'parent', 'child'],
        sources: ['dl'],
        lastChecked,
        note: '查到的页面仍是三类；辽宁全省最晚在2024年11月26日扩到了近亲属，可拨打12393核对。',
      },
    ],
    'relation-caps': [
      {
        value: { spouse: 1, parent: 2, father: 1, mother: 1, child: 3 },
        sources: ['dl'],
        lastChecked,
        note: '父亲、母亲、配偶各一位，子女三位。',
      },
    ],
    'member-cap': [{ value: 6, sources: ['dl'], lastChecked }],
    'pooling-scope': [{ value: 'pooling-area', sources: ['dl'], lastChecked, note: '双方都在本市参保。' }],

    proofs: [
      {
        value: [
          { relation: 'child', documents: ['户口簿或出生医学证明'], only: 'minor' },
          { relation: 'spouse', documents: ['结婚证照片或户口簿'] },
        ],
        sources: ['dl'],
        lastChecked,
        note: '父母和成年子女不用材料。',
      },
    ],

    'end-day': [{ value: 'open-ended', from: day('2023-01-01'), sources: ['dl_long'], lastChecked }],
    'relation-change-duty': [
      {
        value: { who: 'policyholder', lossIsTheirs: false },
        from: day('2023-01-01'),
        sources: ['dl_long'],
        lastChecked,
        note: '亲属关系解除应及时解绑。',
      },
    ],

    ...WALLET_IN_PLACES,
  },
  notFound: [
    'channels',
    'invite-label',
    'steps',
    'policyholder-cap',
    'local-confirmation',
    'review',
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

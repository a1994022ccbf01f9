import { day } from '../../../values/day'
import type { Region } from '../layer'
import { WALLET_EVERYWHERE } from './wallet-coverage'

const lastChecked = day('2026-11-21')

/** 重庆市. One person is joined to one: the region calls it 关联. */
export const CHONGQING: Region = {
  regionCode: '500000',
  name: '重庆市',
  shortName: '重庆',
  lastChecked,
  parameters: {
    system: [{ value: '重庆市医疗保障局微信公众号', sources: ['cq_fl'], lastChecked }],
    'entry-path': [
      {
        value: ['服务大厅', '服务', '个账服务', '医疗保险个人账户关联与取消', '添加关联'],
        sources: ['cq_fl'],
        lastChecked,
        note: '这是2022年7月的菜单。',
      },
    ],
    'entry-label': [{ value: '医疗保险个人账户关联与取消', sources: ['cq_fl'], lastChecked }],
    'page-title': [{ value: '医疗保险个人账户关联与取消', sources: ['cq_fl'], lastChecked }],

    'member-cap': [
      {
        value: 1,
        from: day('2022-07-07'),
        fromIs: 'at-latest',
        sources: ['cq_fl', 'cq_hk'],
        lastChecked,
        note: '2022年是一对一关联；2025年有网文说可以关联多人，没有采用。',
      },
    ],
    'policyholder-cap': [{ value: 1, sources: ['cq_hk'], lastChecked }],
    'pooling-scope': [{ value: 'province', sources: ['cq_fl'], lastChecked, note: '双方都在本市参保。' }],

    'end-day': [{ value: 'open-ended', sources: ['cq_hk'], lastChecked, note: '不取消一直有效。' }],
    'bind-effective': [{ value: 'immediate', sources: ['cq_fl'], lastChecked, note: '即时办结。' }],

    ...WALLET_EVERYWHERE,
  },
  notFound: [
    'channels',
    'invite-label',
    'steps',
    'relation-scope',
    'relation-caps',
    'local-confirmation',
    'review',
    'proofs',
    'consent-title',
    'consent-mode',
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

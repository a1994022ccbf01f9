import { day } from '../../../values/day'
import type { Region } from '../layer'
import { threeThenEight } from './relation-history'
import { WALLET_EVERYWHERE } from './wallet-coverage'

const lastChecked = day('2026-11-21')

/** 上海市. The whole city is one pooling area. */
export const SHANGHAI: Region = {
  regionCode: '310000',
  name: '上海市',
  shortName: '上海',
  lastChecked,
  parameters: {
    system: [{ value: '随申办', sources: ['sh_163'], lastChecked }],
    'entry-path': [
      {
        value: ['医保账户家庭共济', '立即办理', '组建家庭共济网', '添加共济成员'],
        sources: ['sh_163'],
        lastChecked,
        note: '在随申办里搜索家庭共济。',
      },
    ],
    'entry-label': [{ value: '医保账户家庭共济', sources: ['sh_163'], lastChecked }],
    'page-title': [{ value: '组建家庭共济网', sources: ['sh_163'], lastChecked }],
    'invite-label': [{ value: '添加共济成员', sources: ['sh_163'], lastChecked }],
    steps: [
      {
        value: [
          '资格校验，不通过的说明原因',
          '填写共济成员，可以一次多名',
          '逐人校验，不通过的说明原因',
          '手写签名，生成组建家庭共济网承诺书',
          '得到办件号',
        ],
        sources: ['sh_kiosk', 'sh_163'],
        reliability: 'github',
        lastChecked,
      },
    ],
    'form-fields': [
      { value: ['name', 'relation', 'id-type', 'id-number'], sources: ['sh_kiosk'], lastChecked },
    ],

    'relation-scope': threeThenEight(
      { from: day('2024-12-09'), fromIs: 'at-latest', sources: ['sh_163', 'wxrb20241227'] },
      { from: day('2022-07-01'), fromIs: 'month', sources: ['sh_2022'] },
    ),
    'pooling-scope': [{ value: 'province', sources: ['sh_2022'], lastChecked, note: '双方都在本市参保。' }],

    'consent-title': [{ value: '组建家庭共济网承诺书', sources: ['sh_kiosk'], lastChecked }],
    'consent-mode': [{ value: 'handwritten', sources: ['sh_kiosk'], lastChecked }],

    'uses-chosen': [
      {
        value: true,
        sources: ['sh_cond'],
        lastChecked,
        note: '组建人在共济支付和共济缴费里选一样或两样，确认后成员才能用。',
      },
    ],
    'account-part': [{ value: 'prior-years', sources: ['sh_2022'], lastChecked }],

    ...WALLET_EVERYWHERE,
  },
  notFound: [
    'channels',
    'relation-caps',
    'member-cap',
    'policyholder-cap',
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
    'deduction-order',
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

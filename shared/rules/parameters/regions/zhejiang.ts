import { day } from '../../../values/day'
import { USES } from '../../../values/relation'
import type { Region } from '../layer'
import { LISTED_BY_CCTV, threeThenEight } from './relation-history'
import { WALLET_IN_PLACES } from './wallet-coverage'

const lastChecked = day('2026-11-21')

/** 浙江省. */
export const ZHEJIANG: Region = {
  regionCode: '330000',
  name: '浙江省',
  shortName: '浙江',
  lastChecked,
  parameters: {
    system: [{ value: '浙里办APP', sources: ['zj_ts', 'zj_j'], lastChecked }],
    'entry-path': [
      {
        value: ['浙里医保', '基本医疗保险参保人员历年账户家庭共济备案', '家庭共济'],
        sources: ['zj_ts', 'zj_j'],
        lastChecked,
        note: '进去后选情形：家庭共济、家庭共济解绑或代缴社保费用。',
      },
    ],
    'entry-label': [
      {
        value: '基本医疗保险参保人员历年账户家庭共济备案',
        sources: ['zj_ts', 'zj_j'],
        lastChecked,
      },
    ],
    'page-title': [{ value: '历年账户家庭共济备案', sources: ['zj_ts', 'zj_j'], lastChecked }],
    'beside-binding': [{ value: ['premium'], sources: ['zj_j', 'zj_ts'], lastChecked }],
    'unbind-label': [{ value: '家庭共济解绑', sources: ['zj_ts', 'zj_j'], lastChecked }],

    'relation-scope': threeThenEight(
      // Reported on 2024-11-26 as one of the month that was ending.
      LISTED_BY_CCTV,
      { from: day('2022-04-01'), fromIs: 'month', sources: ['zj_ts'] },
    ),
    'pooling-scope': [
      {
        value: 'province',
        from: day('2024-11-26'),
        fromIs: 'at-latest',
        sources: ['cctv20241126'],
        lastChecked,
      },
    ],

    'consent-title': [{ value: '备案承诺书', sources: ['zj_j'], lastChecked }],

    'end-day': [
      {
        value: 'open-ended',
        from: day('2022-03-01'),
        sources: ['zj_nb'],
        lastChecked,
        city: { code: '330200', name: '宁波市' },
        note: '直到解绑。',
      },
    ],

    'allowed-uses': [{ value: USES, sources: ['gb38', 'zj_j'], lastChecked }],
    'further-uses': [{ value: ['大病保险缴费', '疫苗'], sources: ['zj_j'], lastChecked }],
    'deduction-order': [
      { value: ['own-account', 'policyholder-account', 'cash'], sources: ['zj_j'], lastChecked },
    ],
    'account-part': [{ value: 'prior-years', sources: ['zj_ts', 'zj_nb', 'zj_j'], lastChecked }],

    'premium-conditions': [
      { value: ['balance-covers'], sources: ['zj_j'], lastChecked, note: '历年结余要够当年的标准。' },
    ],

    ...WALLET_IN_PLACES,
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
    'consent-mode',
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

import { day } from '../../../values/day'
import { USES } from '../../../values/relation'
import type { Region } from '../layer'
import { threeThenEight } from './relation-history'
import { WALLET_EVERYWHERE } from './wallet-coverage'

const lastChecked = day('2026-11-21')

/** 湖北省. */
export const HUBEI: Region = {
  regionCode: '420000',
  name: '湖北省',
  shortName: '湖北',
  lastChecked,
  parameters: {
    system: [{ value: '湖北医疗保障小程序', sources: ['hub'], lastChecked }],
    'entry-path': [{ value: ['在线办理', '个人账户共济', '共济账户授权'], sources: ['hub'], lastChecked }],
    'entry-label': [{ value: '个人账户共济', sources: ['hub'], lastChecked }],
    'page-title': [{ value: '个人账户共济', sources: ['hub'], lastChecked }],
    'invite-label': [{ value: '共济账户授权', sources: ['hub'], lastChecked }],
    steps: [
      {
        value: [
          '签署个人账户共济授权承诺书（手动输入声明，或一键填入）',
          '填写使用人的证件类型、证件号码、联系电话、与授权人的关系',
          '提交',
        ],
        sources: ['hub', 'hub_jm'],
        lastChecked,
      },
    ],
    'form-fields': [
      { value: ['id-type', 'id-number', 'mobile', 'relation'], sources: ['hub', 'hub_jm'], lastChecked },
    ],
    'beside-binding': [{ value: ['premium'], sources: ['hub'], lastChecked }],
    'unbind-label': [{ value: '共济账户解绑', sources: ['hub'], lastChecked }],
    'records-label': [{ value: '共济成员查询', sources: ['hub'], lastChecked }],

    'relation-scope': threeThenEight(
      { from: day('2024-10-01'), sources: ['hub'] },
      { from: day('2022-01-01'), fromIs: 'year', sources: ['hub'] },
    ),
    'pooling-scope': [{ value: 'province', sources: ['hub'], lastChecked }],

    'consent-title': [{ value: '个人账户共济授权承诺书', sources: ['hub', 'hub_jm'], lastChecked }],
    'consent-mode': [{ value: 'typed', sources: ['hub', 'hub_jm'], lastChecked }],
    'consent-one-tap': [{ value: true, sources: ['hub_jm', 'hub'], lastChecked }],

    'allowed-uses': [{ value: USES, sources: ['hub', 'gb38'], lastChecked }],

    'premium-model': [
      {
        value: 'reimbursed',
        from: day('2024-10-01'),
        fromIs: 'month',
        sources: ['hub'],
        lastChecked,
        note: '先自己缴，再申请从个人账户转到银行账户；这是唯一转到银行卡的情形。',
      },
    ],
    'premium-flow': [
      {
        value: [
          '个人账户支付城乡居民医保缴费申请',
          '选择缴费年度',
          '选择已绑定的居民参保人',
          '填写开户银行和银行账号',
          '提交',
          '缴费进度查询',
        ],
        sources: ['hub'],
        lastChecked,
      },
    ],

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
    'unbind-after-months',
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
    'premium-refund',
    'offline-desk',
  ],
}

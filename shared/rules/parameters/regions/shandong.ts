import { day } from '../../../values/day'
import { fen } from '../../../values/fen'
import { USES } from '../../../values/relation'
import type { Region } from '../layer'
import { threeThenEight } from './relation-history'
import { WALLET_EVERYWHERE } from './wallet-coverage'

const lastChecked = day('2026-11-21')

/** 山东省. The steps are those of the province's own employees; what is 济南's (370100) alone says so. */
export const SHANDONG: Region = {
  regionCode: '370000',
  name: '山东省',
  shortName: '山东',
  lastChecked,
  parameters: {
    system: [{ value: '鲁医保小程序', sources: ['sd_163'], lastChecked, note: '济南用济南医保小程序。' }],
    channels: [
      {
        value: ['鲁医保小程序', '济南医保公众号和小程序', '山东税务社保费缴纳小程序（缴费）'],
        sources: ['sd_163', 'sd_jn', 'seed004'],
        lastChecked,
      },
    ],
    'entry-path': [
      {
        value: ['个账共济', '建立我的个账共济账户', '添加家庭成员'],
        sources: ['sd_163', 'sd_jn'],
        lastChecked,
      },
    ],
    'entry-label': [{ value: '个账共济', sources: ['sd_163', 'sd_jn'], lastChecked }],
    'page-title': [{ value: '个账共济', sources: ['sd_163', 'sd_jn'], lastChecked }],
    'invite-label': [{ value: '添加家庭成员', sources: ['sd_163', 'sd_jn'], lastChecked }],
    steps: [
      {
        value: ['建立我的个账共济账户', '填写消费可用限额和手机号', '职工本人人脸识别', '添加家庭成员'],
        sources: ['sd_163'],
        lastChecked,
      },
    ],
    'form-fields': [{ value: ['limit', 'mobile'], sources: ['sd_163', 'sd_ta'], lastChecked }],

    'relation-scope': threeThenEight(
      // In October at the latest, without a day.
      { from: day('2024-10-31'), fromIs: 'at-latest', sources: ['sd_163', 'cctv20241126'] },
      {
        from: day('2023-12-01'),
        fromIs: 'at-latest',
        sources: ['sd_ta', 'sd_jn'],
        note: '当时泰安、济南还包括配偶的父母；他们不是近亲属，没有收入。',
      },
    ),
    'member-cap': [
      {
        value: 7,
        from: day('2024-05-28'),
        sources: ['sd_jn'],
        lastChecked,
        city: { code: '370100', name: '济南市' },
      },
    ],
    'policyholder-cap': [
      {
        value: 1,
        sources: ['sd_163', 'sd_zb'],
        lastChecked,
        note: '全省每名近亲属同时只能接受一名职工的授权。',
      },
    ],
    'pooling-scope': [{ value: 'province', sources: ['sd_163'], lastChecked }],

    'local-confirmation': [
      {
        value: { by: 'nobody' },
        sources: ['sd_163'],
        lastChecked,
        note: '当地由职工一人操作；本产品仍然请成年家人自己同意。',
      },
    ],
    'tick-label': [{ value: '我已阅读《承诺书》，并保证真实性', sources: ['sd_ta'], lastChecked }],
    'consent-title': [{ value: '承诺书', sources: ['sd_ta'], lastChecked }],
    'consent-mode': [{ value: 'tick', sources: ['sd_ta'], lastChecked }],

    'allowed-uses': [{ value: USES, sources: ['gb38', 'sd_jn'], lastChecked }],
    'deduction-order': [
      {
        value: ['own-account', 'policyholder-account', 'cash'],
        sources: ['sd_jn'],
        lastChecked,
        city: { code: '370100', name: '济南市' },
      },
    ],
    'account-limit-fen': [
      {
        value: 'set-by-policyholder',
        sources: ['sd_163', 'sd_ta'],
        lastChecked,
        note: '叫做消费可用限额，建立账户时填写。',
      },
    ],

    'premium-city-fen': [
      {
        value: {
          premiumYear: 2026,
          cities: [
            {
              city: '聊城市',
              tiers: [
                { tier: 'adult', title: '成年人', amountFen: fen(410_00) },
                { tier: 'student', title: '学生和未成年人', amountFen: fen(380_00) },
              ],
            },
          ],
        },
        from: day('2025-01-01'),
        fromIs: 'year',
        until: day('2026-12-31'),
        sources: ['prem_multi'],
        lastChecked,
      },
    ],
    'premium-window': [
      {
        value: { premiumYear: 2025, from: day('2024-09-01'), until: day('2024-12-31') },
        from: day('2024-09-01'),
        fromIs: 'month',
        until: day('2025-08-31'),
        sources: ['sd_163'],
        lastChecked,
        note: '只说9月到12月，没有说几日。',
      },
    ],
    'premium-payer': [{ value: 'policyholder', sources: ['sd_163'], lastChecked }],
    'premium-conditions': [
      {
        value: ['enrolment-registered', 'balance-covers', 'limit-covers'],
        sources: ['sd_163'],
        lastChecked,
      },
    ],
    'premium-model': [{ value: 'tax-app', sources: ['sd_163'], lastChecked }],
    'premium-flow': [
      {
        value: ['山东税务社保费缴纳小程序', '家庭共济缴费', '选择家人', '缴费'],
        sources: ['sd_163'],
        lastChecked,
      },
    ],

    ...WALLET_EVERYWHERE,
  },
  notFound: [
    'relation-caps',
    'review',
    'proofs',
    'start-day',
    'end-day',
    'bind-effective',
    'unbind-by',
    'unbind-effective',
    'rebind',
    'ends-with-enrolment',
    'policyholder-floor-fen',
    'one-policyholder-per-settlement',
    'premium-fen',
    'premium-waivers',
    'premium-benefit',
    'premium-refund',
    'offline-desk',
  ],
}

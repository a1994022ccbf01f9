import { day } from '../../../values/day'
import { USES } from '../../../values/relation'
import type { Region } from '../layer'
import { BY_THE_END, threeThenEight } from './relation-history'
import { WALLET_EVERYWHERE } from './wallet-coverage'

const lastChecked = day('2026-11-21')

/** 安徽省. */
export const ANHUI: Region = {
  regionCode: '340000',
  name: '安徽省',
  shortName: '安徽',
  lastChecked,
  parameters: {
    system: [
      {
        value: '安徽医保公共服务小程序',
        sources: ['ah_tl', 'ah_j'],
        reliability: 'machine-written',
        lastChecked,
      },
    ],
    channels: [
      {
        value: ['皖事通APP', '安徽医保公共服务小程序', '各地市医保公众号'],
        sources: ['ah_tl', 'seed004'],
        lastChecked,
      },
    ],
    'entry-path': [
      {
        value: ['参保地市专区', '其他业务', '个人账户共济家庭成员绑定', '添加家庭成员'],
        sources: ['ah_j'],
        lastChecked,
      },
    ],
    'entry-label': [{ value: '个人账户共济家庭成员绑定', sources: ['ah_j'], lastChecked }],
    'page-title': [{ value: '个人账户共济家庭成员绑定', sources: ['ah_j'], lastChecked }],
    'invite-label': [{ value: '添加家庭成员', sources: ['ah_j'], lastChecked }],
    steps: [
      {
        value: ['阅读绑定告知书，勾选已阅读后同意', '添加家庭成员', '上传结婚证或户口簿照片', '提交'],
        sources: ['ah_tl', 'ah_j'],
        reliability: 'machine-written',
        lastChecked,
        note: '告知书有操作手册可对照，材料只见于网文。',
      },
    ],
    'other-paths': [
      {
        value: [{ system: '皖事通APP', path: ['安徽医保公共服务', '业务办理', '个人账户共济绑定'] }],
        sources: ['ah_tl'],
        lastChecked,
      },
    ],

    'relation-scope': threeThenEight(BY_THE_END),
    'member-cap': [
      {
        value: 6,
        sources: ['seed004', 'ah_j'],
        lastChecked,
        note: '一个账户最多7人，含授权人本人；只见于网文，不拦人。',
      },
    ],
    'policyholder-cap': [
      {
        value: { sameArea: 'unlimited', crossArea: 1 },
        sources: ['seed004'],
        lastChecked,
        note: '网文没有点名地区，与安徽的其他说法一致，推定是安徽的。',
      },
    ],
    'pooling-scope': [
      {
        value: 'province',
        from: day('2024-10-01'),
        fromIs: 'month',
        sources: ['cctv20241126'],
        lastChecked,
      },
    ],

    'bind-notice-title': [
      {
        value: '安徽省职工医保个人账户家庭共济成员绑定告知书',
        sources: ['ah_tl', 'ah_j'],
        lastChecked,
      },
    ],
    'tick-label': [{ value: '已阅读', sources: ['ah_tl', 'ah_j'], lastChecked }],
    'consent-mode': [{ value: 'tick', sources: ['ah_tl', 'ah_j'], lastChecked }],
    proofs: [
      {
        value: [{ relation: 'any', documents: ['结婚证或户口簿照片'] }],
        sources: ['ah_j'],
        lastChecked,
        followed: true,
        note: '只有一处网文这样说；照当地的步骤收，拍张照片就行。',
      },
    ],

    'allowed-uses': [{ value: USES, sources: ['gb38', 'seed004'], lastChecked }],
    'care-kinds': [
      { value: ['住院', '普通门诊', '门诊特殊病', '职工生育'], sources: ['seed004'], lastChecked },
    ],
    'deduction-order': [
      { value: ['own-account', 'policyholder-account', 'cash'], sources: ['seed004', 'ah_bb'], lastChecked },
    ],
    'policyholder-order': [
      { value: 'local-first-then-binding-time', sources: ['seed004', 'ah_bb'], lastChecked },
    ],
    'one-policyholder-per-settlement': [{ value: true, sources: ['seed004'], lastChecked }],

    'premium-city-window': [
      {
        value: {
          premiumYear: 2026,
          cities: [{ city: '合肥市', from: day('2025-10-20'), until: day('2025-12-31') }],
        },
        from: day('2025-10-20'),
        until: day('2026-12-31'),
        sources: ['prem2026w'],
        lastChecked,
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
    'consent-title',
    'relation-caps',
    'local-confirmation',
    'review',
    'start-day',
    'end-day',
    'bind-effective',
    'unbind-by',
    'unbind-effective',
    'rebind',
    'ends-with-enrolment',
    'policyholder-floor-fen',
    'per-settlement-limit-fen',
    'premium-fen',
    'premium-window',
    'premium-waivers',
    'premium-benefit',
    'premium-flow',
    'premium-refund',
    'offline-desk',
  ],
}

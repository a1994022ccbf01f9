import type { Day } from '../../values/day'
import type { Fen } from '../../values/fen'
import type { Relation, Scheme, Use } from '../../values/relation'
import type { SigningMode } from '../answer'

/** What happens where no value is known; see `WHEN_UNKNOWN_MEANS` for the sentence that a person reads. */
export type WhenUnknown = 'refuse' | 'unrestricted' | 'product-default'

/** One price of a premium year. Where a region has a single price, its tier is `standard`. */
export interface PremiumTier {
  readonly tier: string
  readonly title: string
  readonly amountFen: Fen
}

export interface ProofRule {
  readonly relation: Relation | 'any'
  readonly documents: readonly string[]
  /** Missing: always. `window`: only at the counter, never asked on the phone. */
  readonly only?: 'minor' | 'adult' | 'window'
}

/** The value that each parameter takes. A parameter is one line here and one in `DEFINITIONS`. */
export interface ParameterValues {
  system: string
  channels: readonly string[]
  'entry-path': readonly string[]
  'entry-label': string
  'page-title': string
  'invite-label': string
  'first-timers-form': boolean
  'offline-desk': string

  'policyholder-scheme': readonly Scheme[]
  'policyholder-standing': 'active'
  'relative-insured': true
  'relative-standing': 'active'
  'relation-scope': readonly Relation[]
  'relation-caps': Readonly<Partial<Record<Relation, number>>>
  'member-cap': number | 'unlimited'
  'policyholder-cap': number | 'unlimited'
  'pooling-scope': 'province' | 'pooling-area'
  'cross-province': 'wallet'
  'parent-age-gap': number
  'grandparent-age-gap': number
  'spouse-age': number

  'relative-confirms': true
  'guardian-age': number
  'sensitive-data-child-age': number
  'consent-title': string
  'consent-mode': SigningMode
  'unbind-notice-title': string
  'letter-retention-years': number
  proofs: readonly ProofRule[]
  review: boolean

  'start-day': 'today-only' | 'today-or-later'
  'start-ahead-days': number
  'bind-effective': 'immediate' | 'next-day'
  'unbind-effective': 'immediate' | 'next-day'
  rebind: 'immediate' | 'next-day'
  'ends-with-enrolment': boolean
  mutual: boolean

  'allowed-uses': readonly Use[]
  'deduction-order': readonly ('own-account' | 'policyholder-account' | 'cash')[]
  'policyholder-floor-fen': Fen
  'per-settlement-limit-fen': Fen | 'set-by-policyholder'
  'one-policyholder-per-settlement': boolean
  'own-credential': true
  'credential-penalty': {
    readonly suspensionMonths: { readonly from: number; readonly to: number }
    readonly fineTimes: { readonly from: number; readonly to: number }
  }

  'premium-fen': { readonly premiumYear: number; readonly tiers: readonly PremiumTier[] }
  'premium-window': { readonly premiumYear: number; readonly from: Day; readonly until: Day }
  'premium-pay-days': {
    readonly premiumYear: number
    readonly months: readonly { readonly month: string; readonly from: number; readonly until: number }[]
  }
  'premium-floor-fen': { readonly premiumYear: number; readonly amountFen: Fen }
  'premium-subsidy-fen': { readonly premiumYear: number; readonly amountFen: Fen }
  'premium-extra-fen': {
    readonly premiumYear: number
    readonly places: readonly { readonly place: string; readonly title: string; readonly amountFen: Fen }[]
  }
  'premium-waivers': {
    readonly premiumYear: number
    readonly groups: readonly { readonly who: string; readonly paysFen: Fen }[]
  }
  'premium-benefit': {
    readonly premiumYear: number
    readonly steps: readonly {
      readonly paidUntil: Day | null
      readonly benefitFrom: Day | 'day-paid' | 'after-waiting'
    }[]
  }
  'premium-waiting': { readonly fixedMonths: number; readonly extraMonthsPerMissedYear: number }
  'premium-flow': readonly string[]
  'premium-refund': { readonly until: 'benefit-begins'; readonly reasons: readonly string[] }

  'wallet-live': Day
  'wallet-hours': { readonly from: string; readonly to: string }
  'wallet-amount-fen': Fen
  'wallet-day-amount-fen': Fen
  'wallet-count': number
  'wallet-floor-fen': Fen
  'wallet-return-at': string
  'wallet-pending-blocks': boolean
  'wallet-recipient-opens': boolean
}

export type ParameterName = keyof ParameterValues

export interface Definition {
  /** Chinese, as it stands in the list of rules. */
  readonly title: string
  /** Units of the value, where it has some. */
  readonly unit?: 'people' | 'years' | 'days' | 'fen' | 'times a day' | 'HH:MM'
  readonly whenUnknown: WhenUnknown
}

const words = (title: string): Definition => ({ title, whenUnknown: 'product-default' })

/** Every parameter there is. Order is the order in which people read them. */
export const DEFINITIONS: { readonly [Name in ParameterName]: Definition } = {
  system: words('办理的小程序或应用'),
  channels: words('可以办理的渠道'),
  'entry-path': words('入口在哪里'),
  'entry-label': words('入口的名字'),
  'page-title': words('页面的名字'),
  'invite-label': words('添加家人的按钮'),
  'first-timers-form': words('第一次办理直接进入填写页'),
  'offline-desk': words('线下窗口'),

  'policyholder-scheme': { title: '谁可以把个人账户的钱给家人用', whenUnknown: 'refuse' },
  'policyholder-standing': { title: '授权人的参保状态', whenUnknown: 'product-default' },
  'relative-insured': { title: '家人要参加基本医保', whenUnknown: 'refuse' },
  'relative-standing': { title: '家人的参保状态', whenUnknown: 'product-default' },
  'relation-scope': { title: '可以添加哪些家人', whenUnknown: 'refuse' },
  'relation-caps': { title: '每种关系最多几位', unit: 'people', whenUnknown: 'product-default' },
  'member-cap': { title: '最多可以添加几位家人（不含本人）', unit: 'people', whenUnknown: 'unrestricted' },
  'policyholder-cap': { title: '一位家人最多可被几个人添加', unit: 'people', whenUnknown: 'unrestricted' },
  'pooling-scope': { title: '两个人要在什么范围内参保', whenUnknown: 'refuse' },
  'cross-province': { title: '不在同一省份参保怎么办', whenUnknown: 'refuse' },
  'parent-age-gap': { title: '父母与子女至少相差几岁', unit: 'years', whenUnknown: 'product-default' },
  'grandparent-age-gap': { title: '祖辈与孙辈至少相差几岁', unit: 'years', whenUnknown: 'product-default' },
  'spouse-age': { title: '配偶至少多少周岁', unit: 'years', whenUnknown: 'product-default' },

  'relative-confirms': { title: '成年家人要本人同意', whenUnknown: 'product-default' },
  'guardian-age': { title: '未满多少周岁由监护人签字', unit: 'years', whenUnknown: 'product-default' },
  'sensitive-data-child-age': {
    title: '未满多少周岁的信息都算敏感信息',
    unit: 'years',
    whenUnknown: 'product-default',
  },
  'consent-title': words('承诺书的名字'),
  'consent-mode': { title: '承诺书怎么签', whenUnknown: 'product-default' },
  'unbind-notice-title': words('解绑告知书的名字'),
  'letter-retention-years': {
    title: '签好的承诺书在关系结束后保存几年',
    unit: 'years',
    whenUnknown: 'product-default',
  },
  proofs: { title: '要交哪些材料', whenUnknown: 'unrestricted' },
  review: { title: '要不要人工审核', whenUnknown: 'unrestricted' },

  'start-day': { title: '开始日期可以选哪天', whenUnknown: 'product-default' },
  'start-ahead-days': { title: '开始日期最多提前多少天选', unit: 'days', whenUnknown: 'product-default' },
  'bind-effective': { title: '绑定从什么时候起有效', whenUnknown: 'product-default' },
  'unbind-effective': { title: '解绑从什么时候起有效', whenUnknown: 'product-default' },
  rebind: { title: '解绑后什么时候可以重新绑定', whenUnknown: 'product-default' },
  'ends-with-enrolment': { title: '停保或转走后绑定是否自动结束', whenUnknown: 'product-default' },
  mutual: { title: '两个人可不可以互相添加', whenUnknown: 'product-default' },

  'allowed-uses': { title: '钱可以用来做什么', whenUnknown: 'refuse' },
  'deduction-order': { title: '先扣谁的钱', whenUnknown: 'product-default' },
  'policyholder-floor-fen': { title: '授权人账户里至少留多少', unit: 'fen', whenUnknown: 'unrestricted' },
  'per-settlement-limit-fen': { title: '每次最多用多少', unit: 'fen', whenUnknown: 'unrestricted' },
  'one-policyholder-per-settlement': { title: '一次结算是否只用一位授权人的钱', whenUnknown: 'unrestricted' },
  'own-credential': { title: '看病买药只用本人的凭证', whenUnknown: 'refuse' },
  'credential-penalty': { title: '冒用他人凭证的后果', whenUnknown: 'unrestricted' },

  'premium-fen': { title: '居民医保个人缴费标准', unit: 'fen', whenUnknown: 'refuse' },
  'premium-window': { title: '居民医保集中缴费期', whenUnknown: 'refuse' },
  'premium-pay-days': { title: '缴费期内每月哪几天能缴', unit: 'days', whenUnknown: 'unrestricted' },
  'premium-floor-fen': { title: '全国个人缴费不低于', unit: 'fen', whenUnknown: 'unrestricted' },
  'premium-subsidy-fen': { title: '全国财政补助不低于', unit: 'fen', whenUnknown: 'unrestricted' },
  'premium-extra-fen': { title: '随居民医保一起收的其他费用', unit: 'fen', whenUnknown: 'unrestricted' },
  'premium-waivers': { title: '哪些人少缴或不缴', unit: 'fen', whenUnknown: 'unrestricted' },
  'premium-benefit': { title: '缴费后待遇从什么时候开始', whenUnknown: 'refuse' },
  'premium-waiting': { title: '错过缴费期的等待期', whenUnknown: 'unrestricted' },
  'premium-flow': words('居民医保缴费的步骤'),
  'premium-refund': { title: '居民医保什么情况能退费', whenUnknown: 'refuse' },

  'wallet-live': { title: '医保钱包最晚从哪天起可用', whenUnknown: 'refuse' },
  'wallet-hours': { title: '医保钱包转账时间', unit: 'HH:MM', whenUnknown: 'refuse' },
  'wallet-amount-fen': { title: '医保钱包每笔最多', unit: 'fen', whenUnknown: 'refuse' },
  'wallet-day-amount-fen': { title: '医保钱包每天合计最多', unit: 'fen', whenUnknown: 'unrestricted' },
  'wallet-count': { title: '医保钱包每天最多几笔', unit: 'times a day', whenUnknown: 'unrestricted' },
  'wallet-floor-fen': { title: '转账前个人账户至少有多少', unit: 'fen', whenUnknown: 'unrestricted' },
  'wallet-return-at': { title: '对方没有接收，次日几点退回', unit: 'HH:MM', whenUnknown: 'product-default' },
  'wallet-pending-blocks': { title: '上一笔没有接收时不能再转', whenUnknown: 'product-default' },
  'wallet-recipient-opens': { title: '对方要先开通医保钱包', whenUnknown: 'product-default' },
}

export const PARAMETER_NAMES = Object.keys(DEFINITIONS) as ParameterName[]

export function isParameterName(text: string): text is ParameterName {
  // A phone of some years ago has no Object.hasOwn, and this runs on phones too.
  return (PARAMETER_NAMES as readonly string[]).includes(text)
}

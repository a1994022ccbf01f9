import type { Day } from '../../../values/day'
import type { Fen } from '../../../values/fen'
import { type Definitions, needed, settled, unlessPublished, words } from './definition'

/** One price of a premium year. Where a region has a single price, its tier is `standard`. */
export interface PremiumTier {
  readonly tier: string
  readonly title: string
  readonly amountFen: Fen
}

/** What must hold before the money may pay a premium. */
export const PREMIUM_CONDITIONS = [
  'insured-last-year',
  'enrolment-registered',
  'balance-covers',
  'limit-covers',
] as const
export type PremiumCondition = (typeof PREMIUM_CONDITIONS)[number]

/** The premium of the resident scheme. */
export interface PremiumValues {
  'premium-fen': { readonly premiumYear: number; readonly tiers: readonly PremiumTier[] }
  /** Prices that are known for single cities of the region alone; they hold nowhere else in it. */
  'premium-city-fen': {
    readonly premiumYear: number
    readonly cities: readonly { readonly city: string; readonly tiers: readonly PremiumTier[] }[]
  }
  'premium-window': { readonly premiumYear: number; readonly from: Day; readonly until: Day }
  'premium-city-window': {
    readonly premiumYear: number
    readonly cities: readonly { readonly city: string; readonly from: Day; readonly until: Day }[]
  }
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
  'premium-newborn': {
    readonly bornFrom: Day
    /** Premium years in a row, the first one included. */
    readonly years: number
    readonly paysFen: Fen
    readonly confirmedAs: string
  }
  'premium-conditions': readonly PremiumCondition[]
  'premium-excluded': readonly string[]
  'premium-payer': 'policyholder'
  /**
   * `direct`: paid at once. `tax-collects`: filed, then the tax office collects. `reimbursed`: paid by the family
   * first, then asked back to a bank account. `tax-app`: paid in the tax office's own mini-program.
   */
  'premium-model': 'direct' | 'tax-collects' | 'reimbursed' | 'tax-app'
  'premium-benefit': {
    readonly premiumYear: number
    readonly steps: readonly {
      readonly paidUntil: Day | null
      readonly benefitFrom: Day | 'day-paid' | 'day-after-paid' | 'after-waiting'
    }[]
  }
  /** What paying after the window costs and how long the waiting is. */
  'premium-late': {
    readonly premiumYear: number
    readonly from: Day
    /** Missing where no other price is known than that of the window. */
    readonly amountFen?: Fen
    readonly waiting: { readonly days: number } | { readonly months: number }
  }
  'premium-waiting': { readonly fixedMonths: number; readonly extraMonthsPerMissedYear: number }
  'premium-flow': readonly string[]
  'premium-refund': { readonly until: 'benefit-begins'; readonly reasons: readonly string[] }
  'premium-refund-to': 'original-way' | 'policyholder-account'
}

export const PREMIUM_DEFINITIONS: Definitions<PremiumValues> = {
  'premium-fen': needed('居民医保个人缴费标准', 'fen'),
  'premium-city-fen': unlessPublished('只查到个别城市的缴费标准', 'fen'),
  'premium-window': needed('居民医保集中缴费期'),
  'premium-city-window': unlessPublished('只查到个别城市的集中缴费期'),
  'premium-pay-days': unlessPublished('缴费期内每月哪几天能缴', 'days'),
  'premium-floor-fen': unlessPublished('全国个人缴费不低于', 'fen'),
  'premium-subsidy-fen': unlessPublished('全国财政补助不低于', 'fen'),
  'premium-extra-fen': unlessPublished('随居民医保一起收的其他费用', 'fen'),
  'premium-waivers': unlessPublished('哪些人少缴或不缴', 'fen'),
  'premium-newborn': unlessPublished('新生儿怎么缴', 'fen'),
  'premium-conditions': unlessPublished('代缴居民医保的条件'),
  'premium-excluded': unlessPublished('哪些人不能由家人代缴'),
  'premium-payer': unlessPublished('由谁来缴'),
  'premium-model': settled('居民医保怎么用个人账户缴'),
  'premium-benefit': needed('缴费后待遇从什么时候开始'),
  'premium-late': unlessPublished('过了集中缴费期怎么缴', 'fen'),
  'premium-waiting': unlessPublished('错过缴费期的等待期'),
  'premium-flow': words('居民医保缴费的步骤'),
  'premium-refund': needed('居民医保什么情况能退费'),
  'premium-refund-to': unlessPublished('居民医保退到哪里'),
}

import type { Fen } from '../../../values/fen'
import type { Use } from '../../../values/relation'
import { type Definitions, needed, settled, unlessPublished } from './definition'

/** Whose money goes first among several policyholders of one relative. */
export const POLICYHOLDER_ORDERS = [
  'binding-time',
  'local-first-then-binding-time',
  'balance-high-first',
  'balance-high-first-then-name',
  'policyholder-set',
] as const
export type PolicyholderOrder = (typeof POLICYHOLDER_ORDERS)[number]

/** What the money may be used for, in which order it is taken, and how much of it. */
export interface SpendingValues {
  'allowed-uses': readonly Use[]
  /** Kinds of care that the region names one by one. */
  'care-kinds': readonly string[]
  /** Uses beyond care and the resident premium; this product serves none of them. */
  'further-uses': readonly string[]
  'barred-uses': readonly string[]
  /** The policyholder chooses between paying for care and paying premiums, or both. */
  'uses-chosen': boolean
  'settlement-area': 'province' | 'nationwide'
  'deduction-order': readonly ('own-account' | 'policyholder-account' | 'cash')[]
  'policyholder-order': PolicyholderOrder
  'one-policyholder-per-settlement': boolean
  /** `prior-years`: only what was left from the years before. */
  'account-part': 'whole' | 'prior-years'
  'policyholder-floor-fen': Fen
  'per-settlement-limit-fen': Fen | 'set-by-policyholder' | 'none'
  'month-limit-fen': Fen | 'set-by-policyholder'
  'account-limit-fen': Fen | 'set-by-policyholder'
  /** Money is moved into the family's pool before it can be spent, so many times a month. */
  'pool-transfer': { readonly timesAMonth: number }
  'own-credential': true
  'credential-penalty': {
    readonly suspensionMonths: { readonly from: number; readonly to: number }
    readonly fineTimes: { readonly from: number; readonly to: number }
  }
}

export const SPENDING_DEFINITIONS: Definitions<SpendingValues> = {
  'allowed-uses': needed('钱可以用来做什么'),
  'care-kinds': unlessPublished('当地列出的费用'),
  'further-uses': unlessPublished('当地另外可用的项目'),
  'barred-uses': unlessPublished('不能用来付什么'),
  'uses-chosen': unlessPublished('用途由授权人选'),
  'settlement-area': unlessPublished('在哪里看病可以结算'),
  'deduction-order': settled('先扣谁的钱'),
  'policyholder-order': settled('有几位授权人时先扣谁的'),
  'one-policyholder-per-settlement': unlessPublished('一次结算是否只用一位授权人的钱'),
  'account-part': unlessPublished('能用个人账户里的哪一部分'),
  'policyholder-floor-fen': unlessPublished('授权人账户里至少留多少', 'fen'),
  'per-settlement-limit-fen': unlessPublished('每次最多用多少', 'fen'),
  'month-limit-fen': settled('每月最多用多少', 'fen'),
  'account-limit-fen': unlessPublished('共济账户一共最多用多少', 'fen'),
  'pool-transfer': unlessPublished('要先划拨到共济账户'),
  'own-credential': needed('看病买药只用本人的凭证'),
  'credential-penalty': unlessPublished('冒用他人凭证的后果'),
}

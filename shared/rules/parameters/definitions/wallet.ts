import type { Day } from '../../../values/day'
import type { Fen } from '../../../values/fen'
import { type Definitions, needed, settled, unlessPublished, words } from './definition'

/** The wallet: money across provinces. */
export interface WalletValues {
  'wallet-live': Day
  'wallet-coverage': { readonly whole: boolean; readonly areas?: readonly string[] }
  /** `transfer`: the money moves. `quota`: nothing moves, so much of the policyholder's account is frozen for the relative. */
  'wallet-model': 'transfer' | 'quota'
  'wallet-quota': {
    readonly frozenForPolicyholder: boolean
    readonly unusedReturns: boolean
    readonly settled: 'monthly'
  }
  'wallet-apply-label': string
  'wallet-hours': { readonly from: string; readonly to: string }
  'wallet-amount-fen': Fen
  'wallet-day-amount-fen': Fen
  'wallet-count': number
  'wallet-floor-fen': Fen
  'wallet-return-at': string
  'wallet-pending-blocks': boolean
  'wallet-recipient-opens': boolean
  'wallet-opened-for-relative': boolean
  'wallet-verified-by': readonly ('face-check' | 'password')[]
  'wallet-uses': readonly string[]
  'wallet-spend-area': 'insured-area'
  'wallet-back-to-account': boolean
}

export const WALLET_DEFINITIONS: Definitions<WalletValues> = {
  'wallet-live': needed('医保钱包最晚从哪天起可用'),
  'wallet-coverage': unlessPublished('医保钱包在哪些地方开通'),
  'wallet-model': needed('医保钱包怎么给家人用'),
  'wallet-quota': unlessPublished('医保钱包的额度怎么冻结和返还'),
  'wallet-apply-label': words('医保钱包申请的名字'),
  'wallet-hours': needed('医保钱包转账时间', 'HH:MM'),
  'wallet-amount-fen': needed('医保钱包每笔最多', 'fen'),
  'wallet-day-amount-fen': unlessPublished('医保钱包每天合计最多', 'fen'),
  'wallet-count': unlessPublished('医保钱包每天最多几笔', 'times a day'),
  'wallet-floor-fen': unlessPublished('转账前个人账户至少有多少', 'fen'),
  'wallet-return-at': settled('对方没有接收，次日几点退回', 'HH:MM'),
  'wallet-pending-blocks': settled('上一笔没有接收时不能再转'),
  'wallet-recipient-opens': settled('对方要先开通医保钱包'),
  'wallet-opened-for-relative': unlessPublished('可以替家人开通医保钱包'),
  'wallet-verified-by': unlessPublished('医保钱包申请怎么验证'),
  'wallet-uses': unlessPublished('医保钱包可以用来做什么'),
  'wallet-spend-area': unlessPublished('医保钱包在哪里用'),
  'wallet-back-to-account': unlessPublished('医保钱包里的钱能不能转回个人账户'),
}

import type { REFUND_REASONS } from '../../shared/contract/premiums'
import { mayRefundPremium, premiumBenefit, refundReasonWord } from '../../shared/rules'
import { type Day, day } from '../../shared/values/day'
import type { Refusal } from '../../shared/values/refusal'

export type RefundReason = (typeof REFUND_REASONS)[number]

export interface RefundFacts {
  readonly regionCode: string
  readonly poolingAreaCode: string | null
  readonly premiumYear: number
  readonly paidOn: Day
  readonly reason: RefundReason
  readonly today: Day
}

/**
 * Why a premium is not given back, or null. Beyond the rules this product holds, for its own part, that nothing is
 * given back once the cover has begun: where the rule that says so is only machine-written the rules stop nobody, and
 * the agency decides at its counter. Where the first day of cover is not known it is taken that the cover of a year
 * does not begin before that year; from then on nothing is decided without it. Both are readings of ours.
 */
export function refundRefused(facts: RefundFacts): Refusal | null {
  const { regionCode, premiumYear, today } = facts
  const reason = refundReasonWord(facts.reason)
  const allowed = mayRefundPremium({ ...facts, reason: reason ?? '' })
  if (!allowed.ok) return allowed.refusal
  if (reason === null) return { code: 'not-allowed', facts: { reason: 'refund-reason' } }
  const benefit = premiumBenefit({ regionCode, premiumYear, paidOn: facts.paidOn, today })
  if (benefit.ok) {
    const { benefitFrom, rule } = benefit.value
    return today >= benefitFrom ? { code: 'refund-too-late', facts: { benefitFrom, today }, rule } : null
  }
  return today < day(`${premiumYear}-01-01`) ? null : benefit.refusal
}

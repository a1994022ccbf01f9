import type { Day } from '../values/day'
import type { Refusal } from '../values/refusal'
import { ok, type Result, refuse } from '../values/result'
import { type Grounds, groundsOf, unknown } from './grounds'
import { FALLBACK_REGION } from './held-regions'
import { premiumBenefit } from './premium-year'
import { regionOf, ruleHolding } from './rule'

const REASON_WORDS: Readonly<Record<string, string>> = {
  died: '去世',
  duplicate: '重复缴费',
  'employee-scheme': '已参加职工医保',
  'insured-elsewhere': '已在别处参保',
  aided: '属于资助对象',
}

/** A reason as the lists of the regions name it, or null for what stands in none. For `premiums.refund`. */
export function refundReasonWord(reason: string): string | null {
  return REASON_WORDS[reason] ?? null
}

export interface RefundAllowed extends Grounds {
  /** Where the money goes; null where no source says. */
  readonly to: 'original-way' | 'policyholder-account' | null
  /** False where machine-written text alone speaks for the rule: the agency decides, and nothing is promised. */
  readonly certain: boolean
}

/**
 * Whether a premium that was paid may be asked back: for a listed reason, before the cover begins. Where machine-written
 * text alone says so nobody is stopped, and nothing is promised either.
 *
 * Refusals: `refund-too-late`, `not-allowed` (`refund-reason`), `rule-unknown`. For `premiums.refund`.
 */
export function mayRefundPremium(facts: {
  readonly regionCode: string
  /** The pooling area in which the premium was paid, for what is known of one city; missing or null where nobody says. */
  readonly poolingAreaCode?: string | null
  readonly premiumYear: number
  readonly paidOn: Day
  /** One of the reasons in the region's list. */
  readonly reason: string
  readonly today: Day
}): Result<RefundAllowed, Refusal> {
  const region = regionOf(facts.regionCode) ?? FALLBACK_REGION
  const area = facts.poolingAreaCode ?? null
  const rule = ruleHolding(region, 'premium-refund', facts.today, area)
  if (rule === null) return refuse(unknown(region, 'premium-refund', 'policyholder'))
  const benefit = premiumBenefit(facts)
  if (rule.mayBlock) {
    if (!rule.value.reasons.includes(facts.reason)) {
      return refuse({
        code: 'not-allowed',
        facts: { reason: 'refund-reason', reasons: rule.value.reasons },
        rule: rule.cited,
      })
    }
    if (!benefit.ok) return benefit
    const { benefitFrom } = benefit.value
    if (facts.today >= benefitFrom) {
      return refuse({ code: 'refund-too-late', facts: { benefitFrom, today: facts.today }, rule: rule.cited })
    }
  }
  return ok({
    to: ruleHolding(region, 'premium-refund-to', facts.today, area)?.value ?? null,
    certain: rule.mayBlock,
    ...groundsOf(region, ['premium-refund', 'premium-refund-to'], facts.today, area),
  })
}

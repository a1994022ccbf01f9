import { type EnrolmentFacts, familyFirst, policyholderRefused } from '../../shared/rules'
import type { Day } from '../../shared/values/day'
import type { Refusal } from '../../shared/values/refusal'
import { ok, type Result, refuse } from '../../shared/values/result'

/**
 * Whether a policyholder may set up her family, and for which region.
 *
 * Refusals: `not-enrolled`, `not-employee-scheme`, `enrolment-suspended`, and `not-allowed` (`no-family-step`) where
 * the region has no such step.
 */
export function decideEstablish(enrolment: EnrolmentFacts, today: Day): Result<string, Refusal> {
  const refusal = policyholderRefused(enrolment, today)
  if (refusal !== null) return refuse(refusal)
  const { regionCode } = enrolment
  if (regionCode === null || familyFirst(regionCode, today) === null) {
    return refuse({ code: 'not-allowed', facts: { reason: 'no-family-step' } })
  }
  return ok(regionCode)
}

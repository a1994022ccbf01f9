import { bindingStateOn, type EndByWithdrawal, endByWithdrawal, type KeptBinding } from '../../shared/rules'
import { type Day, dayOf, type Instant } from '../../shared/values/day'
import type { Refusal } from '../../shared/values/refusal'
import { ok, type Result, refuse } from '../../shared/values/result'

interface GuardianSigned extends KeptBinding {
  /** The day from which she answers for herself; null for one who was of age from the first. */
  readonly ownConsentFrom: Day | null
  readonly ownConsentGivenAt: Instant | null
}

/**
 * Why she cannot answer for herself now, or null: whoever came of age since a guardian signed for her says yes or no,
 * once, while the binding holds. What she says does not wait for the timer that asks her.
 */
export function ownConsentRefused(binding: GuardianSigned, today: Day): Refusal | null {
  const state = bindingStateOn(binding, today)
  if (state === 'ended') return { code: 'not-allowed', facts: { reason: 'binding-ended' } }
  if (binding.ownConsentFrom === null) return { code: 'not-allowed', facts: { reason: 'consented-already' } }
  if (binding.ownConsentGivenAt !== null)
    return { code: 'not-allowed', facts: { reason: 'consented-already' } }
  if (today < binding.ownConsentFrom) {
    return { code: 'not-allowed', facts: { reason: 'not-of-age', from: binding.ownConsentFrom } }
  }
  return null
}

/** Whether the binding rests on a guardian's signature although she is old enough to answer herself. */
export function awaitsOwnConsent(binding: GuardianSigned, today: Day): boolean {
  return binding.ending === null && ownConsentRefused(binding, today) === null
}

/**
 * The end of a binding to which she does not consent: by the rule of the region for ends, without a review, since
 * nobody has to prove that she does not want it. Refusals: those of `ownConsentRefused`, and `not-allowed`
 * (`binding-ending`) where an end is under way already.
 */
export function decideOwnRefusal(
  binding: GuardianSigned & { readonly regionCode: string },
  now: Instant,
): Result<EndByWithdrawal, Refusal> {
  const refusal = ownConsentRefused(binding, dayOf(now))
  if (refusal !== null) return refuse(refusal)
  if (binding.ending !== null) return refuse({ code: 'not-allowed', facts: { reason: 'binding-ending' } })
  const end = endByWithdrawal(binding, now)
  return end === null ? refuse({ code: 'not-allowed', facts: { reason: 'binding-ended' } }) : ok(end)
}

import { bindingStateOn, type KeptBinding } from '../../shared/rules'
import type { Day, Instant } from '../../shared/values/day'
import type { Refusal } from '../../shared/values/refusal'

/** Why she cannot give her own consent now, or null: it is for one who came of age, once, while the binding holds. */
export function ownConsentRefused(
  binding: KeptBinding & {
    readonly ownConsentFrom: Day | null
    readonly ownConsentGivenAt: Instant | null
  },
  today: Day,
): Refusal | null {
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

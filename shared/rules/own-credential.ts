import type { Day } from '../values/day'
import type { RuleCited } from '../values/refusal'
import { FALLBACK_REGION } from './held-regions'
import { regionOf, ruleOf } from './rule'

/**
 * By what rule nobody is treated with somebody else's code; null where it is not known. For `settlements.preview` and
 * `settlements.settle`.
 */
export function ownCredentialRule(regionCode: string | null, on: Day): RuleCited | null {
  return ruleOf(regionOf(regionCode) ?? FALLBACK_REGION, 'own-credential', on)?.cited ?? null
}

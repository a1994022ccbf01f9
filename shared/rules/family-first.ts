import type { Day } from '../values/day'
import type { RuleCited } from '../values/refusal'
import { regionOf, ruleOf } from './rule'

/**
 * The rule of a region in which a policyholder sets up her family before she adds anybody to it (河南: 共济家庭建立),
 * or null where there is no such step.
 */
export function familyFirst(regionCode: string | null, on: Day): RuleCited | null {
  const region = regionOf(regionCode)
  const rule = region === null ? null : ruleOf(region, 'family-established-first', on)
  return rule?.value === true ? rule.cited : null
}

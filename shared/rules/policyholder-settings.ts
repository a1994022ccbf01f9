import type { Day } from '../values/day'
import { FALLBACK_REGION } from './held-regions'
import { regionOf, ruleOf, settledRule } from './rule'

/** Whether policyholders of the region set how much of their account may be used in all: 山东, 消费可用限额. */
export function setsAccountLimit(regionCode: string, on: Day): boolean {
  const rule = ruleOf(regionOf(regionCode) ?? FALLBACK_REGION, 'account-limit-fen', on)
  return rule?.mayAsk === true && rule.value === 'set-by-policyholder'
}

/** Whether policyholders of the region set which relative's binding has which place: 陕西, 支出顺位. */
export function setsOrder(regionCode: string, on: Day): boolean {
  return (
    settledRule(regionOf(regionCode) ?? FALLBACK_REGION, 'policyholder-order', on).value ===
    'policyholder-set'
  )
}

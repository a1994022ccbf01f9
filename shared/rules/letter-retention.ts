import { addYears, type Day } from '../values/day'
import { FALLBACK_REGION } from './held-regions'
import { regionOf, settledRule } from './rule'

/**
 * The last day on which signed letters must still be there. No source names the years: they are this product's reading
 * until a region gives its own (`letter-retention-years`).
 *
 * @param over the last day of what the letters made lawful; today where it still holds
 */
export function lettersKeptUntil(question: {
  readonly regionCode: string
  readonly over: Day
  readonly today: Day
}): Day {
  const region = regionOf(question.regionCode) ?? FALLBACK_REGION
  return addYears(question.over, settledRule(region, 'letter-retention-years', question.today).value)
}

import type { LetterWords } from '../copy/letters'
import type { Day } from '../values/day'
import { FALLBACK_REGION } from './held-regions'
import { regionOf, ruleOf, settledRule } from './rule'

/** What a letter of this region says on this day, so that the letter and the decision rest on the same rules. */
export function letterWords(regionCode: string, on: Day): LetterWords {
  const region = regionOf(regionCode) ?? FALLBACK_REGION
  return {
    consentTitle: settledRule(region, 'consent-title', on).value,
    pageTitle: settledRule(region, 'page-title', on).value,
    endsNextDay: settledRule(region, 'unbind-effective', on).value === 'next-day',
    endsWithEnrolment: settledRule(region, 'ends-with-enrolment', on).value,
    penalty: ruleOf(region, 'credential-penalty', on)?.value ?? null,
  }
}

import type { LetterWords } from '../copy/letters'
import type { Day } from '../values/day'
import { FALLBACK_REGION } from './held-regions'
import { regionOf, ruleOf, settledDecision, settledRule } from './rule'

/** What a letter of this region says on this day, so that the letter and the decision rest on the same rules. */
export function letterWords(regionCode: string, on: Day): LetterWords {
  const region = regionOf(regionCode) ?? FALLBACK_REGION
  const unbinding = settledDecision(region, 'unbind-effective', on)
  const withEnrolment = settledDecision(region, 'ends-with-enrolment', on)
  return {
    consentTitle: settledRule(region, 'consent-title', on).value,
    system: settledRule(region, 'system', on).value,
    beginsNextDay: settledDecision(region, 'bind-effective', on).value === 'next-day',
    unbinding: { nextDay: unbinding.value === 'next-day', ourReading: unbinding.cited.ourReading === true },
    withEnrolment: { ends: withEnrolment.value, ourReading: withEnrolment.cited.ourReading === true },
    penalty: ruleOf(region, 'credential-penalty', on)?.value ?? null,
  }
}

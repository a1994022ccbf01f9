import type { LetterWords } from '../copy/letters'
import type { UnbindLetterFacts, WalletLetterFacts } from '../copy/other-letters'
import type { Day } from '../values/day'
import { FALLBACK_REGION } from './held-regions'
import { regionOf, ruleOf, settledDecision, settledRule } from './rule'
import { unbindingReviewed } from './unbinding'

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
    unbindingReviewed: unbindingReviewed(regionCode, on),
    withEnrolment: { ends: withEnrolment.value, ourReading: withEnrolment.cited.ourReading === true },
    penalty: ruleOf(region, 'credential-penalty', on)?.value ?? null,
  }
}

/** What the letter that ends a sharing says of this region's rules on this day. */
export function unbindLetterWords(regionCode: string, on: Day): UnbindLetterFacts['words'] {
  const region = regionOf(regionCode) ?? FALLBACK_REGION
  const rebind = settledRule(region, 'rebind', on)
  return {
    unbindTitle: settledRule(region, 'unbind-notice-title', on).value,
    unbinding: letterWords(regionCode, on).unbinding,
    rebinding: { nextDay: rebind.value === 'next-day', ourReading: rebind.cited.ourReading === true },
  }
}

/** What the wallet's letter says of this region's rules on this day; a figure that stops nobody is not promised either. */
export function walletLetterWords(regionCode: string, on: Day): WalletLetterFacts['words'] {
  const region = regionOf(regionCode) ?? FALLBACK_REGION
  const { consentTitle, system, penalty } = letterWords(regionCode, on)
  const hours = ruleOf(region, 'wallet-hours', on)
  const amount = ruleOf(region, 'wallet-amount-fen', on)
  const count = ruleOf(region, 'wallet-count', on)
  const returns = settledRule(region, 'wallet-return-at', on)
  return {
    consentTitle,
    system,
    penalty,
    hours: hours?.mayBlock === true ? hours.value : null,
    amountFen: amount?.mayBlock === true ? amount.value : null,
    countADay: count?.mayBlock === true ? count.value : null,
    returnAt: { time: returns.value, ourReading: returns.cited.ourReading === true },
  }
}

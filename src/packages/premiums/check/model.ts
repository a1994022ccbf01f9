import type { RefusalReply } from '../../../../shared/contract/fields'
import { type Instant, millisecondsOf } from '../../../../shared/values/day'
import { PREMIUM_CHECK } from '../../../copy/premiums'

/** Whole minutes until a price has to be asked for anew, rounded down; negative once it is over. */
export function minutesLeft(expiresAt: Instant, now: Instant): number {
  return Math.floor((millisecondsOf(expiresAt) - millisecondsOf(now)) / 60_000)
}

/**
 * What she does after a refusal: `type-again` on the pad, `set-password` first, `check-again` because the price is to
 * be looked at anew, `choose-again` because it is about one of those whom she chose.
 */
export type NextStep = 'type-again' | 'set-password' | 'check-again' | 'choose-again'

export function stepAfter({ code, facts }: RefusalReply): NextStep {
  switch (code) {
    case 'password-wrong':
      return facts?.attemptsLeft === 0 ? 'set-password' : 'type-again'
    case 'password-locked':
    case 'password-not-set':
      return 'set-password'
    case 'quote-expired':
    case 'price-changed':
      return 'check-again'
    default:
      return 'choose-again'
  }
}

export const STEP_LABELS: Readonly<Record<Exclude<NextStep, 'type-again'>, string>> = {
  'set-password': PREMIUM_CHECK.resetPassword,
  'check-again': PREMIUM_CHECK.again,
  'choose-again': PREMIUM_CHECK.back,
}

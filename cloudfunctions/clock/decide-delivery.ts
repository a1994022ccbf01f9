import { addMilliseconds, type Instant } from '../../shared/values/day'

export interface AfterDelivery {
  readonly delivery: 'waiting' | 'sent' | 'given-up'
  readonly givenUpBecause: string | null
  readonly deliverAt?: Instant
}

/** A message that is a day old tells nothing new: she has the inbox. */
const GIVEN_UP_AFTER_MS = 24 * 60 * 60_000
const FIRST_PAUSE_MS = 60_000
const LONGEST_PAUSE_MS = 60 * 60_000

export function giveUp(because: string): AfterDelivery {
  return { delivery: 'given-up', givenUpBecause: because }
}

/** Tried again after a pause that doubles, and given up with the reason after a day. */
export function afterOutage(
  notice: { readonly at: Instant; readonly deliveryAttempts: number },
  now: Instant,
  atLeastMs = 0,
): AfterDelivery & { readonly deliverAt: Instant } {
  const doubled = FIRST_PAUSE_MS * 2 ** Math.min(notice.deliveryAttempts, 10)
  const deliverAt = addMilliseconds(now, Math.max(atLeastMs, Math.min(doubled, LONGEST_PAUSE_MS)))
  const tooOld = now >= addMilliseconds(notice.at, GIVEN_UP_AFTER_MS)
  return tooOld
    ? { delivery: 'given-up', givenUpBecause: 'channel-unavailable', deliverAt }
    : { delivery: 'waiting', givenUpBecause: null, deliverAt }
}

import { type Day, dayOf, type Instant, instantFromMilliseconds } from '../shared/values/day'

/** The moment of a call, and its day in Asia/Shanghai. Read once for each call, in `handler.ts`. */
export interface Moment {
  readonly now: Instant
  readonly today: Day
}

export function readClock(): Moment {
  const now = instantFromMilliseconds(Date.now())
  return { now, today: dayOf(now) }
}

import { type Instant, millisecondsOf, parseInstant } from '../../../shared/values/day'

/** Whole hours, or minutes in the last hour; null once it is over. Rounded down: nobody is promised more. */
export function timeLeft(expiresAt: string, now: Instant): { hours: number; minutes: number } | null {
  const end = parseInstant(expiresAt)
  if (end === null) return null
  const minutes = Math.floor((millisecondsOf(end) - millisecondsOf(now)) / 60_000)
  if (minutes <= 0) return null
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 }
}

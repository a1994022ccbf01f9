import type { Ending, KeptState } from '../../shared/rules'
import { type Day, daysBetween } from '../../shared/values/day'

/** How many days before an agreed end both sides are reminded, the earliest first. */
export const REMIND_DAYS_BEFORE = [30, 3] as const

/**
 * Which reminder is due today, or null. One that was missed while the process was down comes late rather than never,
 * and only the nearest one: nobody is told on one day that there are 30 days and that there are 3.
 */
export function reminderDue(
  binding: {
    readonly state: KeptState
    readonly lastDay: Day | null
    readonly ending: Ending | null
    readonly reminded: { readonly lastDay: Day; readonly daysBefore: number } | null
  },
  today: Day,
): number | null {
  const { state, lastDay, ending, reminded } = binding
  // An end that somebody asked for was told when she did.
  if ((state !== 'active' && state !== 'paused') || lastDay === null || ending !== null) return null
  const left = daysBetween(today, lastDay)
  if (left < 0) return null
  const due = REMIND_DAYS_BEFORE.filter((daysBefore) => left <= daysBefore).at(-1)
  if (due === undefined) return null
  // A later end that was agreed on since is reminded of anew.
  const said = reminded?.lastDay === lastDay ? reminded.daysBefore : Number.POSITIVE_INFINITY
  return due < said ? due : null
}

import { addDays, type Day, dayOf, type Instant } from '../values/day'
import { bindingStateOn, type KeptBinding } from './binding-changes'
import { unbindingEnds } from './unbinding'

export interface EndByWithdrawal {
  /** The last day on which the binding holds. */
  readonly lastDay: Day
  /** True where it is over at this moment: it was never approved, or the region ends it at once. */
  readonly over: boolean
}

/**
 * When a binding ends because one of its people withdraws her consent, or null where it is over already. It ends as an
 * unbinding does in its region, but nobody reviews it and no proof is asked for: consent can always be withdrawn (our
 * reading, as in `mayUnbind`). An end that was decided before for a later day comes the sooner for it.
 */
export function endByWithdrawal(
  binding: KeptBinding & { readonly regionCode: string },
  now: Instant,
): EndByWithdrawal | null {
  const today = dayOf(now)
  const state = bindingStateOn(binding, today)
  if (state === 'ended') return null
  if (state === 'in-review') return { lastDay: today, over: true }
  const { lastDay, endsAt } = unbindingEnds({ regionCode: binding.regionCode, confirmedAt: now })
  const sooner = binding.lastDay !== null && binding.lastDay < lastDay
  return { lastDay: sooner ? (binding.lastDay ?? lastDay) : lastDay, over: endsAt <= now }
}

/** From which day on a person can be erased whose last binding holds until then: the day after, or today. */
export function erasableFrom(lastDays: readonly Day[], today: Day): Day {
  const [latest] = lastDays
    .map((lastDay) => addDays(lastDay, 1))
    .sort((left, right) => (left < right ? 1 : -1))
  return latest !== undefined && latest > today ? latest : today
}

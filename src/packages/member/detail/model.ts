import type { ValueOf } from '../../../../shared/contract/action'
import type { BindingReply, bindings } from '../../../../shared/contract/bindings'

export type BindingDetail = ValueOf<(typeof bindings.actions)['get']>
export type BindingHistory = ValueOf<(typeof bindings.actions)['history']>
export type HistoryEvent = BindingHistory['events'][number]

/** Newest first for a person; the function answers oldest first, because that is how the chain runs. */
export function newestFirst(events: readonly HistoryEvent[]): readonly HistoryEvent[] {
  return [...events].reverse()
}

/** Both sides read the same facts in their own words; a guardian reads with the relative's. */
export function ownSide(side: BindingDetail['side']): 'policyholder' | 'relative' {
  return side === 'policyholder' ? 'policyholder' : 'relative'
}

/** Whether the money can be used today; `effectiveFrom` may lie ahead while the state is `active` already. */
export function holdsOn(
  binding: Pick<BindingReply, 'state' | 'effectiveFrom' | 'lastDay'>,
  today: string,
): boolean {
  if (binding.state !== 'active' && binding.state !== 'ending') return false
  return binding.effectiveFrom <= today && (binding.lastDay === undefined || today <= binding.lastDay)
}

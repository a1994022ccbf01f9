import type { ValueOf } from '../../../../shared/contract/action'
import type { BindingReply, bindings } from '../../../../shared/contract/bindings'
import { type BindingChange, mayChange } from '../../../../shared/rules/binding-changes'

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
  binding: Pick<BindingReply, 'state' | 'effectiveFrom' | 'lastDay' | 'paused'>,
  today: string,
): boolean {
  if (binding.paused === true || (binding.state !== 'active' && binding.state !== 'ending')) return false
  return binding.effectiveFrom <= today && (binding.lastDay === undefined || today <= binding.lastDay)
}

export type ChangeOffered = 'pause' | 'resume' | 'limits' | 'extend' | 'unbind' | 'withdraw'

/** What this side can do now, in the order in which people look for it; the function decides again. */
export function changesOffered(
  binding: Pick<BindingDetail, 'state' | 'side' | 'lastDay' | 'paused' | 'review'>,
): readonly ChangeOffered[] {
  const { state, side, lastDay, paused } = binding
  const may = (change: BindingChange) => mayChange(change, state, side) === 'yes'
  const offered: ChangeOffered[] = []
  if (paused !== true && may('pause')) offered.push('pause')
  if (paused === true && may('resume')) offered.push('resume')
  if (may('set-limits')) offered.push('limits')
  if (lastDay !== undefined && may('propose-end-day')) offered.push('extend')
  const waits = binding.review?.kind === 'unbinding' && binding.review.state === 'waiting'
  if (!waits && may('unbind')) offered.push(state === 'in-review' ? 'withdraw' : 'unbind')
  return offered
}

import type { ReadCall } from '../../platform/handler'
import type { ProgressDocument } from '../../platform/store/collections'
import type { Transaction } from '../../platform/store/store'
import type { Day } from '../../shared/values/day'

type Job = ProgressDocument['_id']

/** How far a job has come that goes on from day to day; empty before its first run. */
export async function cameTo(call: ReadCall, job: Job): Promise<string> {
  return (await call.store.get('progress', job))?.after ?? ''
}

/** How far a job of each day has come on this day; null once it is done. */
export async function cameToToday(call: ReadCall, job: Job): Promise<string | null> {
  return placeOn(await call.store.get('progress', job), call.today)
}

/** The same as a transaction sees it, so that of two runs beside each other only one moves on from there. */
export async function cameToTodayIn(
  transaction: Transaction,
  { today }: ReadCall,
  job: Job,
): Promise<string | null> {
  return placeOn(await transaction.get('progress', job), today)
}

function placeOn(progress: ProgressDocument | null, today: Day): string | null {
  if (progress?.day !== today) return ''
  return progress.done ? null : progress.after
}

/** Writes down how far it has come, in the transaction of what was done up to there. */
export async function moveOn(
  transaction: Transaction,
  { today: day }: ReadCall,
  job: Job,
  to: { readonly after: string; readonly done: boolean },
): Promise<void> {
  if ((await transaction.get('progress', job)) === null)
    await transaction.insert('progress', { _id: job, day, ...to })
  else await transaction.update('progress', job, { day, ...to })
}

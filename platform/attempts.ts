import type { Day } from '../shared/values/day'
import type { Refusal } from '../shared/values/refusal'
import { type Result, refuse } from '../shared/values/result'
import type { Store } from './store/store'

export type Attempted = 'invitation-token' | 'verification'

/** Failed tries that a caller has in a day (our own figures; 20 tokens a day as in the security design). */
export const ATTEMPTS_A_DAY: Readonly<Record<Attempted, number>> = {
  'invitation-token': 20,
  verification: 10,
}

/** The refusal for one who has failed too often today, or null. */
export async function attemptsUsedUp(
  store: Store,
  what: Attempted,
  caller: string,
  today: Day,
): Promise<Refusal | null> {
  const attempts = await store.get('attempts', idOf(what, caller, today))
  return (attempts?.count ?? 0) >= ATTEMPTS_A_DAY[what] ? usedUp(what) : null
}

/** Counts a failed try against the caller and answers with the refusal, or with `too-many-attempts` in its place. */
export async function failedAttempt(
  store: Store,
  what: Attempted,
  caller: string,
  today: Day,
  refusal: Refusal,
): Promise<Result<never, Refusal>> {
  const _id = idOf(what, caller, today)
  const count = await store.transact(async (transaction) => {
    const attempts = await transaction.get('attempts', _id)
    const next = (attempts?.count ?? 0) + 1
    if (attempts === null) await transaction.insert('attempts', { _id, count: next, day: today })
    else if (next <= ATTEMPTS_A_DAY[what] + 1) await transaction.update('attempts', _id, { count: next })
    return { keep: true, value: next }
  })
  return refuse(count > ATTEMPTS_A_DAY[what] ? usedUp(what) : refusal)
}

function usedUp(what: Attempted): Refusal {
  return { code: 'too-many-attempts', facts: { attempted: what, limit: ATTEMPTS_A_DAY[what] } }
}

function idOf(what: Attempted, caller: string, today: Day): string {
  return `${what}:${caller}:${today}`
}

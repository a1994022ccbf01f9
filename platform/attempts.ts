import type { Day } from '../shared/values/day'
import type { Refusal } from '../shared/values/refusal'
import { type Result, refuse } from '../shared/values/result'
import type { Store } from './store/store'

export type Attempted =
  | 'invitation-token'
  | 'verification'
  /** A clerk looked for an invitation that is not there. */
  | 'window-search'
  /** A wrong code under a letter, counted against the caller. */
  | 'letter-code'
  /** The same, by callers whom the platform does not tell apart. */
  | 'letter-code-unnamed'
  /** The same, counted against the letter, whoever calls. */
  | 'letter-code-of-letter'
  /** A code that nobody was shown, sent by a person. */
  | 'insurance-code'
  /** The same, sent by a hospital or a pharmacy. */
  | 'insurance-code-of-institution'

/** Failed tries in a day, of a caller or for a letter (our own figures; 20 tokens a day as in the security design). */
export const ATTEMPTS_A_DAY: Readonly<Record<Attempted, number>> = {
  'invitation-token': 20,
  verification: 10,
  // A window serves many people a day, and mistypes now and then; an ID number is not guessed with so many tries.
  'window-search': 100,
  'letter-code': 20,
  'letter-code-unnamed': 300,
  'letter-code-of-letter': 30,
  'insurance-code': 20,
  // A till of a large hospital mistypes now and then; at 66 random bits none of so many tries comes near a code.
  'insurance-code-of-institution': 300,
}

/** The call that failed: against whom it counts, and for a write its request key, so that its repetition counts once. */
interface Attempting {
  readonly store: Store
  readonly userKey: string
  readonly today: Day
  readonly requestKey?: string
}

/** The refusal for one who has failed too often today, or null. */
export async function attemptsUsedUp(call: Attempting, what: Attempted): Promise<Refusal | null> {
  const attempts = await call.store.get('attempts', idOf(call, what))
  return (attempts?.count ?? 0) >= ATTEMPTS_A_DAY[what] ? usedUp(what) : null
}

/** Counts a failed try against the caller and answers with the refusal, or with `too-many-attempts` in its place. */
export async function failedAttempt(
  call: Attempting,
  what: Attempted,
  refusal: Refusal,
): Promise<Result<never, Refusal>> {
  const _id = idOf(call, what)
  const limit = ATTEMPTS_A_DAY[what]
  const count = await call.store.transact(async (transaction) => {
    const attempts = await transaction.get('attempts', _id)
    const lastRequest = call.requestKey ?? null
    const repeated = lastRequest !== null && attempts?.lastRequest === lastRequest
    const next = (attempts?.count ?? 0) + (repeated ? 0 : 1)
    // Beyond the limit the figure says nothing more, so one who goes on trying writes nothing more.
    if (repeated || next > limit + 1) return { keep: false, value: next }
    if (attempts === null)
      await transaction.insert('attempts', {
        _id,
        whose: call.userKey,
        count: next,
        day: call.today,
        lastRequest,
      })
    else await transaction.update('attempts', _id, { count: next, lastRequest })
    return { keep: true, value: next }
  })
  return refuse(count > limit ? usedUp(what) : refusal)
}

function usedUp(what: Attempted): Refusal {
  return { code: 'too-many-attempts', facts: { attempted: what, limit: ATTEMPTS_A_DAY[what] } }
}

function idOf(call: Attempting, what: Attempted): string {
  return `${what}:${call.userKey}:${call.today}`
}

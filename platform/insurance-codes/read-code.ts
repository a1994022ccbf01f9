import type { Day, Instant } from '../../shared/values/day'
import type { Refusal } from '../../shared/values/refusal'
import { ok, type Result, refuse } from '../../shared/values/result'
import { attemptsUsedUp, failedAttempt } from '../attempts'
import type { Keys } from '../keys/keys'
import type { InsuranceCodeDocument } from '../store/insurance-code-collection'
import type { Store } from '../store/store'

interface Reading {
  readonly store: Store
  readonly keys: Keys
  readonly now: Instant
  readonly today: Day
  /** The request that brings the code, so that its repetition counts once; missing for a reading. */
  readonly requestKey?: string
}

/** Who brings a code, and against whom a wrong one counts. */
export type CodeReader =
  | { readonly kind: 'person'; readonly userKey: string }
  | { readonly kind: 'institution'; readonly institutionId: string }

/**
 * Whose code this is and who showed it. A code may be read again within its minute, since a till first looks and then
 * settles.
 *
 * Refusals: `code-expired` where its minute is over, `not-found` where nobody was shown it (or that is more than a day
 * ago), `too-many-attempts` where the reader has brought too many such codes today.
 */
export async function readCode(
  call: Reading,
  insuranceCode: string,
  reader: CodeReader,
): Promise<Result<InsuranceCodeDocument, Refusal>> {
  const whose = reader.kind === 'person' ? reader.userKey : `institution:${reader.institutionId}`
  const what = reader.kind === 'person' ? 'insurance-code' : 'insurance-code-of-institution'
  const attempting = { ...call, userKey: whose }
  const [usedUp, shown] = await Promise.all([
    attemptsUsedUp(attempting, what),
    call.store.get('insurance-codes', call.keys.insuranceCodeIndex(insuranceCode)),
  ])
  // One who has tried too often learns of a code that fits as little as of one that does not.
  if (usedUp !== null) return refuse(usedUp)
  if (shown === null) {
    return failedAttempt(attempting, what, { code: 'not-found', facts: { sought: 'insurance-code' } })
  }
  if (shown.expiresAt <= call.now) return refuse({ code: 'code-expired' })
  return ok(shown)
}

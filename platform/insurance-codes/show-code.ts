import { randomInt } from 'node:crypto'
import { addMilliseconds, type Instant } from '../../shared/values/day'
import type { Id, PersonId } from '../../shared/values/ids'
import { INSURANCE_CODE_DIGITS } from '../../shared/values/insurance-code'
import type { Keys } from '../keys/keys'
import type { Store } from '../store/store'

/** A minute is our own figure: long enough to walk up to the till with, and too short to be passed on. */
export const CODE_LIFE_MS = 60_000

interface Showing {
  readonly store: Store
  readonly keys: Keys
  readonly now: Instant
}

export interface ShownCode {
  /** Twenty digits that were drawn by chance and say nothing of the person. */
  readonly insuranceCode: string
  readonly expiresAt: Instant
}

/**
 * Makes an insurance code for a person, good for one minute. Whoever shows it was let to by the function that calls:
 * nothing is asked here. A code that was made before stays good until its own minute is over, so that one which is being
 * scanned does not die under the scanner.
 *
 * @param of whose code, who shows it, and the family code by which she does; null where it is her own
 */
export async function showCode(
  { store, keys, now }: Showing,
  of: {
    readonly personId: PersonId
    readonly shownById: PersonId
    readonly familyCodeId: Id<'family-code'> | null
  },
): Promise<ShownCode> {
  const insuranceCode = newDigits()
  const expiresAt = addMilliseconds(now, CODE_LIFE_MS)
  await store.transact(async (transaction) => {
    const _id = keys.insuranceCodeIndex(insuranceCode)
    await transaction.insert('insurance-codes', { _id, ...of, shownAt: now, expiresAt })
    return { keep: true, value: null }
  })
  return { insuranceCode, expiresAt }
}

function newDigits(): string {
  return Array.from({ length: INSURANCE_CODE_DIGITS }, () => randomInt(10)).join('')
}

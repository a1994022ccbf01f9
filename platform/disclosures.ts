import type { DisclosureKind, Reader } from '../shared/contract/records'
import type { Day, Instant } from '../shared/values/day'
import type { Id, PersonId } from '../shared/values/ids'
import { nextInChain } from './chain'
import type { Keys } from './keys/keys'
import type { Store } from './store/store'

interface Disclosing {
  readonly store: Store
  readonly keys: Keys
  readonly now: Instant
  readonly today: Day
  newId<Kind extends string>(kind: Kind): Id<Kind>
}

export interface Disclosure {
  readonly subjectId: PersonId
  readonly kind: DisclosureKind
  readonly by: Reader
  /** The person who reads, where the subject knows her; null for staff and for whoever holds a paper. */
  readonly readerId: PersonId | null
  /** Tells this reader from others; never an account name in the clear. */
  readonly readerKey: string
  /** The letter or case that is read. */
  readonly about: string
}

/**
 * Writes down that somebody reads a person's data, before it is given out: what cannot be written down is not given.
 * A reading is what shows a name in full, a letter or a proof. Masked names, and what both sides agreed on, are none.
 * The same reading is written once a day, so that whoever scrolls to and fro does not fill her record.
 */
export async function discloseTo(call: Disclosing, disclosure: Disclosure): Promise<void> {
  const { subjectId, readerKey, kind, about } = disclosure
  const [known] = await call.store.find(
    'disclosures',
    { chain: chainOfReadings(subjectId), readerKey, kind, about, day: call.today },
    { limit: 1 },
  )
  if (known !== undefined) return
  const chain = chainOfReadings(subjectId)
  await call.store.transact(async (transaction) => {
    await transaction.append('disclosures', chain, (newest) =>
      nextInChain(call.keys, chain, newest, {
        disclosureId: call.newId('disclosure'),
        at: call.now,
        day: call.today,
        ...disclosure,
      }),
    )
    return { keep: true, value: null }
  })
}

/** Under which name the readings of a person's data are chained. */
export function chainOfReadings(subjectId: PersonId): string {
  return subjectId
}

import type { Instant } from '../../shared/values/day'
import { sm3OfBytes } from '../keys/keyed-hash'
import type { Store } from '../store/store'
import { PAPER_LINK_SECONDS } from './paper-life'
import type { Files } from './port'

interface Keeping {
  readonly now: Instant
  readonly store: Store
  readonly files: Files
}

interface Paper {
  /** Under which name it lies in the storage, without its folder. */
  readonly paperId: string
  /** Folder and ending, around the name. */
  readonly place: (paperId: string) => string
  readonly bytes: Buffer
  /** A hash of what it says, by which it is known whether it may be given out again; its own where it never is. */
  readonly madeOf?: string
}

/** Puts a paper into the storage for its hour, in place of the one before, and gives the address for its ten minutes. */
export async function keepPaper(
  { now, store, files }: Keeping,
  { paperId, place, bytes, madeOf }: Paper,
): Promise<{ url: string; sm3: string }> {
  const sm3 = sm3OfBytes(bytes)
  const fileId = await files.put(place(paperId), bytes)
  // The record by which the timers remove the file after its hour.
  await store.replace('papers', { _id: paperId, fileId, madeOf: madeOf ?? sm3, sm3, madeAt: now })
  return { url: await files.link(fileId, PAPER_LINK_SECONDS), sm3 }
}

import type { Day } from '../../values/day'
import { bestReliability, type Reliability, type SourceId } from './sources'

/**
 * A value with the days on which it is in force and the sources that say so.
 *
 * `from` is the first day, `until` the last one; a missing `from` means that no source names the day, and the value
 * is taken for every day. `fromIs` says how exactly `from` is known.
 */
export interface Dated<Value> {
  readonly value: Value
  readonly from?: Day
  /** `at-latest`: in force by that day, perhaps before. `month` and `year`: only that much of the date is known. */
  readonly fromIs?: 'at-latest' | 'month' | 'year'
  readonly until?: Day
  readonly sources: readonly SourceId[]
  /** Only where it is less than that of the best source, because that source speaks of a part of the value alone. */
  readonly reliability?: Reliability
  /** The day on which somebody last looked whether the value still holds. */
  readonly lastChecked: Day
  /** True where the sources leave it open and the value is what this product takes. */
  readonly ourReading?: true
  /**
   * A step that anybody can take (a proof, a review, setting up the family), asked of people as the region's own way
   * although machines alone wrote of it. Never on a limit: a test keeps that.
   */
  readonly followed?: true
  /**
   * The one city of which the sources speak, by the code of its pooling area. Elsewhere in the region the value is told
   * and as unknown as one that was never found.
   */
  readonly city?: { readonly code: string; readonly name: string }
  /** Chinese, for the reader of the rules: how the value is meant, what is doubtful. */
  readonly note?: string
}

/** The entry that is in force on the day. Entries of one parameter never overlap; a test keeps that. */
export function inForce<Value>(entries: readonly Dated<Value>[], on: Day): Dated<Value> | null {
  return (
    entries.find(
      (entry) =>
        (entry.from === undefined || entry.from <= on) && (entry.until === undefined || on <= entry.until),
    ) ?? null
  )
}

/** How far the value can be trusted: as far as its best source, unless the entry itself says less. */
export function reliabilityOf(entry: Dated<unknown>): Reliability | null {
  return entry.reliability ?? bestReliability(entry.sources)
}

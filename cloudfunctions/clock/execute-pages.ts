import type { ReadCall } from '../../platform/handler'
import type { Collections } from '../../platform/store/collections'

/** As many as the platform gives at once, and no trouble to hold in memory. */
const PAGE = 500

interface Done<Value> {
  /** In the order of the items. */
  readonly values: readonly Value[]
  readonly failures: readonly unknown[]
  /** How many were begun; fewer than there are where the time was over. */
  readonly begun: number
}

/** Does so many at a time, since each of them waits most of its time. One that fails stops none of the others. */
export async function severalAtOnce<Item, Value>(
  call: Pick<ReadCall, 'hasTime'>,
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Value>,
): Promise<Done<Value>> {
  const outcomes: { readonly value: Value }[] = []
  const failures: unknown[] = []
  let begun = 0
  const takeNext = async () => {
    while (begun < items.length && call.hasTime()) {
      const index = begun
      begun += 1
      try {
        outcomes[index] = { value: await work(items[index] as Item) }
      } catch (error) {
        failures.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, takeNext))
  return { values: Object.values(outcomes).map(({ value }) => value), failures, begun }
}

/**
 * Goes through everything that is due in the order of the ids, as long as the call has time. What could not be done is
 * passed over, so that it keeps nothing else waiting; it is due again at the next run.
 *
 * @param work whether something was done
 * @throws the first failure, once everything else is done
 */
export async function throughAll<N extends keyof Collections & string>(
  call: ReadCall,
  collection: N,
  due: Readonly<Record<string, unknown>>,
  atOnce: number,
  work: (document: Collections[N]) => Promise<boolean>,
): Promise<{ readonly done: number; readonly more: boolean }> {
  const failures: unknown[] = []
  let done = 0
  for (let after = ''; ; ) {
    const page = await call.store.find(
      collection,
      { ...due, _id: call.store.operators.gt(after) },
      { orderBy: ['_id', 'asc'], limit: PAGE },
    )
    const outcome = await severalAtOnce(call, fromAnywhere(page), atOnce, work)
    done += outcome.values.filter(Boolean).length
    failures.push(...outcome.failures)
    const interrupted = outcome.begun < page.length
    const last = page.at(-1)
    if (interrupted || last === undefined || page.length < PAGE) {
      if (failures.length > 0) throw failures[0]
      return { done, more: interrupted }
    }
    after = last._id
  }
}

/** A run that came twice at one moment begins elsewhere, so that the two do not meet at every single document. */
function fromAnywhere<Item>(page: readonly Item[]): Item[] {
  const first = Math.floor(Math.random() * page.length)
  return [...page.slice(first), ...page.slice(0, first)]
}

/** Does a page and the next one, as long as there is more and the call has time. A page must move on what it did. */
export async function pageAfterPage(
  call: ReadCall,
  page: () => Promise<{ readonly done: number; readonly more: boolean }>,
): Promise<{ readonly done: number; readonly more: boolean }> {
  let done = 0
  for (;;) {
    const one = await page()
    done += one.done
    if (!one.more || !call.hasTime()) return { done, more: one.more }
  }
}

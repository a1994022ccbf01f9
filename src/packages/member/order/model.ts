import type { ValueFor } from '../../../cloud/writes'

type Bindings = ValueFor<'bindings', 'list'>
export type Placed = Bindings['asPolicyholder'][number]

/** The bindings that have places, as they stand now; null where there is nothing to put in order. */
export function placedIn({ asPolicyholder, order }: Bindings): readonly Placed[] | null {
  if (order === undefined) return null
  return order.flatMap((id) => asPolicyholder.filter(({ bindingId }) => bindingId === id))
}

/** One row goes up (-1) or down (1) and changes places with its neighbour; at the ends nothing moves. */
export function moved(rows: readonly Placed[], index: number, by: -1 | 1): readonly Placed[] {
  const [row, neighbour] = [rows[index], rows[index + by]]
  if (row === undefined || neighbour === undefined) return rows
  return rows.map((each, at) => (at === index ? neighbour : at === index + by ? row : each))
}

/** What is kept already and what she has made of it: saving what is kept would only tell everybody nothing. */
export function isKept(rows: readonly Placed[]): boolean {
  return rows.every(({ place }, index) => place === index + 1)
}

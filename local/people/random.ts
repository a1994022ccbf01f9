/** A source of choices that are always the same for the same seed. */
export interface Draw {
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number
  from<Item>(items: readonly Item[]): Item
  /** True with the probability given, 0 to 1. */
  chance(probability: number): boolean
}

/**
 * A small generator (mulberry32, public domain, by Tommy Ettinger): 32 bits of state and integer arithmetic alone, so
 * that every machine gives the same row. It is for test data and never for secrets.
 */
export function randomFrom(seed: number): Draw {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  return {
    between,
    from(items) {
      const item = items[between(0, items.length - 1)]
      if (item === undefined) throw new RangeError('nothing to choose from')
      return item
    },
    chance: (probability) => next() < probability,
  }
}

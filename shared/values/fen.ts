/** An amount of money in fen (one hundredth of a yuan): a safe integer, never a fraction. */
export type Fen = number & { readonly __brand: 'Fen' }

/**
 * Makes an amount of fen.
 *
 * @throws RangeError when the number is not a safe integer; a fraction of a fen is a bug, never data.
 */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError('an amount in fen is a safe integer')
  // Minus zero would compare equal and print differently, so it becomes zero here.
  return (amount === 0 ? 0 : amount) as Fen
}

export function addFen(...amounts: readonly Fen[]): Fen {
  return fen(amounts.reduce((sum, amount) => sum + amount, 0))
}

export function subtractFen(from: Fen, amount: Fen): Fen {
  return fen(from - amount)
}

/**
 * Splits an amount in proportion to whole weights without losing a fen: the rest left by rounding
 * goes to the largest remainders, and to the earlier one where they tie.
 *
 * @throws RangeError when a weight is negative or not whole, when all are zero, or when the amount is negative.
 */
export function splitFen(amount: Fen, weights: readonly number[]): Fen[] {
  if (amount < 0) throw new RangeError('only an amount of zero or more can be split')
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) {
    throw new RangeError('a weight is a whole number of zero or more')
  }
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n)
  if (total === 0n) throw new RangeError('at least one weight is above zero')
  const parts = weights.map((weight, index) => {
    const product = BigInt(amount) * BigInt(weight)
    return { index, whole: product / total, rest: product % total }
  })
  let left = BigInt(amount) - parts.reduce((sum, part) => sum + part.whole, 0n)
  const byRest = [...parts].sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))
  for (const part of byRest) {
    if (left === 0n) break
    part.whole += 1n
    left -= 1n
  }
  return parts.map((part) => fen(Number(part.whole)))
}

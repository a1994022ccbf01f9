/** Body text in elder mode is 24 px on a phone of common width; five thirds of it are the 30 pt up to which it grows. */
const LARGEST = 5 / 3

/**
 * How much larger than usual the letters are, from WeChat's `fontSizeScaleFactor`. Never smaller: the smallest text
 * here is already as small as it may be.
 */
export function textScale(factor: unknown): number {
  if (typeof factor !== 'number' || !Number.isFinite(factor)) return 1
  return Math.round(Math.min(Math.max(factor, 1), LARGEST) * 100) / 100
}

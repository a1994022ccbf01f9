/**
 * Where a value comes from, and how far to trust it. The order is the order of trust, best first. A value that rests
 * on machine-written text alone is shown, and never blocks anyone.
 */
export const RELIABILITIES = [
  'official',
  'press',
  'press-mirror',
  'github',
  'third-party',
  'forum',
  'machine-written',
] as const
export type Reliability = (typeof RELIABILITIES)[number]

export interface Source {
  /** A short name of our own, with the date where one is known. */
  readonly title: string
  /** A web address, or a path in the material that the product starts from. */
  readonly address: string
  readonly reliability: Reliability
  /** What it says that matters here, in our words. */
  readonly says: string
}

import * as v from 'valibot'
import { OPERATIONS } from './operations'

/**
 * How the insurer misbehaves when told to:
 *
 * - `slow` waits, then does and answers; `slow-after` does, waits, then answers
 * - `refuse` hangs up without reading
 * - `error` is a 500 and nothing done; `error-after` is a 500 although it is done
 * - `lost` does it and hangs up instead of answering
 * - `duplicate` does the same request twice, as a network that delivers it twice; the second answer is sent
 * - `late` hangs up at once and does it after `ms`: a request that is overtaken by those that follow it
 */
const FAULT_KINDS = [
  'slow',
  'slow-after',
  'refuse',
  'error',
  'error-after',
  'lost',
  'duplicate',
  'late',
] as const

export interface Fault {
  readonly kind: (typeof FAULT_KINDS)[number]
  /** How long `slow`, `slow-after` and `late` wait, in milliseconds; 1,000 unless said. At most 60,000. */
  readonly ms?: number
  /** The path whose requests meet it; every path unless said. */
  readonly operation?: string
  /** How many requests meet it; until it is taken away unless said. */
  readonly times?: number
}

export const LONGEST_WAIT_MS = 60_000
const USUAL_WAIT_MS = 1_000
const MOST_TIMES = 1_000

/** A fault as it is set from outside of the process. */
export const faultSchema = v.strictObject({
  kind: v.picklist(FAULT_KINDS),
  ms: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LONGEST_WAIT_MS))),
  operation: v.optional(v.picklist(OPERATIONS)),
  times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_TIMES))),
})

export class Faults {
  #set: { readonly fault: Fault; left: number }[] = []

  set(faults: readonly Fault[]): void {
    this.#set = faults.map((fault) => ({ fault, left: fault.times ?? Number.POSITIVE_INFINITY }))
  }

  /** What is still to come. */
  list(): Fault[] {
    return this.#set.map(({ fault, left }) => (Number.isFinite(left) ? { ...fault, times: left } : fault))
  }

  /** The fault that a request to this path meets, counted as met. */
  meet(path: string): Fault | null {
    const met = this.#set.find(({ fault }) => fault.operation === undefined || fault.operation === path)
    if (met === undefined) return null
    met.left -= 1
    if (met.left <= 0) this.#set = this.#set.filter((each) => each !== met)
    return met.fault
  }
}

export function waitOf(fault: Fault): number {
  return Math.min(fault.ms ?? USUAL_WAIT_MS, LONGEST_WAIT_MS)
}

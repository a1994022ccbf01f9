import { existsSync, readFileSync } from 'node:fs'
import * as v from 'valibot'
import { writeDurably } from './durable-file'

/** The clock by which everything on this machine lives: functions, timers, tokens and links. */
export interface LocalClock {
  /** Milliseconds since 1970, by the local clock. */
  now(): number
  /** Shifts the clock so that it shows `ms` now and runs on. Backwards is allowed; timers then wait again. */
  set(ms: number): void
  /** Called after each shift. The answer takes the listener away again. */
  onShift(listener: () => void): () => void
  /** Eight bytes that function workers share: what is added to the wall clock, in milliseconds. */
  readonly shift: SharedArrayBuffer
}

export interface OpenedClock extends LocalClock {
  /** Keeps the last known time and stops. */
  close(): void
}

/** The local clock takes days from 2000 to 2099: outside of it no rule and no ID number has a meaning. */
export const EARLIEST_MS = Date.UTC(2000, 0, 1)
export const LATEST_MS = Date.UTC(2100, 0, 1)

const KEEP_EVERY_MS = 10_000

const keptSchema = v.object({
  shiftMs: v.pipe(v.number(), v.integer()),
  lastKnownMs: v.pipe(v.number(), v.integer()),
})

/** What is added to the wall clock, in milliseconds. */
export function readShift(shift: SharedArrayBuffer): number {
  return Number(Atomics.load(new BigInt64Array(shift), 0))
}

function writeShift(shift: SharedArrayBuffer, ms: number): void {
  Atomics.store(new BigInt64Array(shift), 0, BigInt(Math.round(ms)))
}

/**
 * Opens the local clock.
 *
 * The first start begins at `startAt`, or at the wall clock for `real`. Every later start goes on from what the
 * file keeps: the time that passed while the server was down has passed here too, and the clock never shows an
 * earlier time than it did before, also where the wall clock was put back.
 *
 * @param file where the shift is kept; null keeps it in memory
 * @throws Error where the file is there but cannot be read as a clock
 */
export function openClock(options: {
  file: string | null
  startAt: number | 'real'
  wall?: () => number
}): OpenedClock {
  const wall = options.wall ?? Date.now
  const shift = new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT)
  const listeners = new Set<() => void>()
  const now = () => wall() + readShift(shift)
  const kept = options.file === null ? null : readKept(options.file)

  if (kept !== null && options.startAt !== 'real') writeShift(shift, kept.shiftMs)
  else if (options.startAt !== 'real') writeShift(shift, options.startAt - wall())
  if (kept !== null && now() < kept.lastKnownMs) writeShift(shift, kept.lastKnownMs - wall())

  const keep = () => {
    if (options.file === null) return
    writeDurably(options.file, JSON.stringify({ shiftMs: readShift(shift), lastKnownMs: now() }), 0o644)
  }
  keep()
  const keeping = setInterval(keep, KEEP_EVERY_MS)
  keeping.unref()

  return {
    now,
    shift,
    set(ms) {
      if (!Number.isFinite(ms) || ms < EARLIEST_MS || ms >= LATEST_MS) {
        throw new RangeError('the local clock takes a time from 2000 to 2099')
      }
      writeShift(shift, ms - wall())
      keep()
      for (const listener of [...listeners]) listener()
    },
    onShift(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    close() {
      clearInterval(keeping)
      listeners.clear()
      keep()
    },
  }
}

function readKept(file: string): v.InferOutput<typeof keptSchema> | null {
  if (!existsSync(file)) return null
  try {
    return v.parse(keptSchema, JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    throw new Error(`${file} is not a clock: put it back from a copy, or remove it to start at DEMO_NOW`)
  }
}

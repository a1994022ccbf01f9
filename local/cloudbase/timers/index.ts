import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { encodeTime } from 'ulid'
import * as v from 'valibot'
import type { LocalClock } from '../../clock'
import { writeDurably } from '../../durable-file'
import type { Log } from '../../log'
import type { CallerIdentity } from '../functions/identity'
import type { InvokeOutcome } from '../functions/outcome'

export interface TimerSettings {
  readonly name: string
  readonly functionName: string
  readonly action: string
  /** Due at every multiple of this, counted from 00:00 Asia/Shanghai, in milliseconds of the local clock. */
  readonly everyMs: number
}

export interface Timers {
  /** Runs what has fallen due by now, once each, in the order in which it fell due. */
  runDue(): Promise<void>
  close(): Promise<void>
}

type Invoke = (functionName: string, event: unknown, identity: CallerIdentity) => Promise<InvokeOutcome>

const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1_000
/** The wall clock is looked at again after this at the latest. */
const LONGEST_SLEEP_MS = 30_000
/** A timer whose function has more to do goes on at once, as it would have at the periods that the shift jumped over. */
const MOST_PAGES = 50
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const keptSchema = v.record(v.string(), v.number())
const moreSchema = v.object({ ok: v.literal(true), value: v.object({ more: v.literal(true) }) })

/** The last moment at or before `now` at which a timer of this period is due. */
export function lastDue(now: number, everyMs: number): number {
  return Math.floor((now + SHANGHAI_OFFSET_MS) / everyMs) * everyMs - SHANGHAI_OFFSET_MS
}

/** The same firing of the same timer asks with the same id, so that one that was cut off changes nothing twice. */
export function firingRequestId(timerName: string, due: number, page: number): string {
  const digest = createHash('sha256').update(`${timerName}\0${due}\0${page}`).digest()
  const random = [...digest.subarray(0, 16)].map((byte) => CROCKFORD.charAt(byte % 32)).join('')
  return encodeTime(due, 10) + random
}

/**
 * Runs the functions' timers by the local clock. Which moment a timer has run for is kept on disk after it ran: a
 * timer that fell due while the server was down, or that was under way when it was killed, runs at the next start. Where
 * many periods passed at once it runs once, and goes on as long as its function says that there is `more`.
 */
export function startTimers(options: {
  timers: readonly TimerSettings[]
  file: string | null
  clock: LocalClock
  invoke: Invoke
  log: Log
}): Timers {
  const { clock, log } = options
  const ranFor = readKept(options.file)
  let closed = false
  let sleeping: NodeJS.Timeout | undefined
  let running: Promise<void> = Promise.resolve()

  const remember = (name: string, due: number) => {
    ranFor.set(name, due)
    if (options.file !== null) writeDurably(options.file, JSON.stringify(Object.fromEntries(ranFor)), 0o644)
  }
  // At the very first start nothing is owed for the time before there was anything.
  for (const timer of options.timers) {
    const due = lastDue(clock.now(), timer.everyMs)
    if ((ranFor.get(timer.name) ?? Number.POSITIVE_INFINITY) > due) remember(timer.name, due)
  }

  const owed = () => {
    const now = clock.now()
    return options.timers
      .map((timer) => ({ timer, from: ranFor.get(timer.name) ?? now, due: lastDue(now, timer.everyMs) }))
      .filter(({ from, due }) => due > from)
      .sort((a, b) => a.from + a.timer.everyMs - (b.from + b.timer.everyMs))
  }

  const fire = async (timer: TimerSettings, due: number, periods: number) => {
    const identity: CallerIdentity = { kind: 'timer', timerName: timer.name }
    for (let page = 0; page < Math.min(periods, MOST_PAGES); page += 1) {
      const event = {
        Type: 'Timer',
        TriggerName: timer.name,
        Time: new Date(due).toISOString(),
        Message: '',
        action: timer.action,
        requestId: firingRequestId(timer.name, due, page),
        input: {},
      }
      const outcome = await options.invoke(timer.functionName, event, identity)
      const ended = outcome.kind === 'reply' ? 'reply' : outcome.kind
      log({ level: ended === 'reply' ? 'info' : 'warn', event: 'timer-ran', timer: timer.name, ended })
      if (outcome.kind !== 'reply' || !v.is(moreSchema, outcome.value)) return
    }
  }

  const runOwed = async () => {
    for (const { timer, from, due } of owed()) {
      if (closed) return
      await fire(timer, due, Math.round((due - from) / timer.everyMs))
      if (!closed) remember(timer.name, due)
    }
  }

  const runDue = (): Promise<void> => {
    clearTimeout(sleeping)
    if (closed) return running
    running = running.then(runOwed).catch((error: unknown) => {
      log({
        level: 'error',
        event: 'timer-failed',
        error: error instanceof Error ? error.name : typeof error,
      })
    })
    void running.then(sleep)
    return running
  }

  const sleep = () => {
    clearTimeout(sleeping)
    if (closed || options.timers.length === 0) return
    const now = clock.now()
    const next = Math.min(...options.timers.map(({ everyMs }) => lastDue(now, everyMs) + everyMs))
    sleeping = setTimeout(() => void runDue(), Math.min(Math.max(next - now, 1), LONGEST_SLEEP_MS))
    sleeping.unref()
  }

  const stopListening = clock.onShift(() => {
    for (const timer of options.timers) {
      const due = lastDue(clock.now(), timer.everyMs)
      // Where the clock was put back, the timer waits again from the time that it shows now.
      if ((ranFor.get(timer.name) ?? due) > due) remember(timer.name, due)
    }
    void runDue()
  })
  void runDue()

  return {
    runDue,
    async close() {
      closed = true
      clearTimeout(sleeping)
      stopListening()
      await running
    },
  }
}

function readKept(file: string | null): Map<string, number> {
  if (file === null || !existsSync(file)) return new Map()
  const kept = v.safeParse(keptSchema, JSON.parse(readFileSync(file, 'utf8')))
  if (!kept.success) throw new Error(`${file} does not hold the timers' last runs: put it back from a copy`)
  return new Map(Object.entries(kept.output))
}

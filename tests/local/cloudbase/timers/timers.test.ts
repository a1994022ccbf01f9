import { rmSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { openClock } from '../../../../local/clock'
import type { CallerIdentity, InvokeOutcome } from '../../../../local/cloudbase'
import { firingRequestId, lastDue, startTimers, type TimerSettings } from '../../../../local/cloudbase/timers'
import { silent } from '../../../../local/log'
import { ULID_PATTERN } from '../../../../shared/values/ids'
import { START, temporaryDirectory } from '../functions/sample-functions'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const NIGHTLY: TimerSettings = { name: 'nightly', functionName: 'night', action: 'close-day', everyMs: DAY }
const OFTEN: TimerSettings = { name: 'often', functionName: 'expiry', action: 'expire', everyMs: 5 * MINUTE }

interface Fired {
  readonly functionName: string
  readonly event: { action: string; requestId: string; Time: string; TriggerName: string }
  readonly identity: CallerIdentity
}

function watched(answer: (count: number) => InvokeOutcome = () => ({ kind: 'reply', value: { ok: true } })) {
  const fired: Fired[] = []
  const invoke = async (functionName: string, event: unknown, identity: CallerIdentity) => {
    fired.push({ functionName, event: event as Fired['event'], identity })
    return answer(fired.length)
  }
  return { fired, invoke }
}

describe('timers', () => {
  const directory = temporaryDirectory()
  afterAll(() => rmSync(directory, { recursive: true }))

  it('owe nothing for the time before the first start', async () => {
    const clock = openClock({ file: null, startAt: START })
    const { fired, invoke } = watched()
    const timers = startTimers({ timers: [NIGHTLY, OFTEN], file: null, clock, invoke, log: silent })
    await timers.runDue()
    expect(fired).toEqual([])
    await timers.close()
    clock.close()
  })

  it('fire once each after a shift, in the order in which they fell due', async () => {
    const clock = openClock({ file: null, startAt: START })
    const { fired, invoke } = watched()
    const timers = startTimers({ timers: [NIGHTLY, OFTEN], file: null, clock, invoke, log: silent })
    clock.set(START + 3 * DAY)
    await timers.runDue()
    expect(fired.map(({ functionName }) => functionName)).toEqual(['expiry', 'night'])
    expect(fired[1]).toMatchObject({
      event: { action: 'close-day', TriggerName: 'nightly', Time: '2025-11-07T16:00:00.000Z' },
      identity: { kind: 'timer', timerName: 'nightly' },
    })
    await timers.runDue()
    expect(fired).toHaveLength(2)
    await timers.close()
    clock.close()
  })

  it('fire by themselves when their moment comes', async () => {
    const clock = openClock({ file: null, startAt: Date.parse('2025-11-05T15:59:59.900Z') })
    const { fired, invoke } = watched()
    const timers = startTimers({ timers: [NIGHTLY], file: null, clock, invoke, log: silent })
    for (let tries = 0; tries < 100 && fired.length === 0; tries += 1) {
      await new Promise((done) => setTimeout(done, 20))
    }
    expect(fired).toHaveLength(1)
    await timers.close()
    clock.close()
  })

  it('go on while there is more, bounded by the periods that passed', async () => {
    const clock = openClock({ file: null, startAt: START })
    const more: InvokeOutcome = { kind: 'reply', value: { ok: true, value: { more: true } } }
    const done: InvokeOutcome = { kind: 'reply', value: { ok: true, value: { more: false } } }
    const { fired, invoke } = watched((count) => (count < 4 ? more : done))
    const timers = startTimers({ timers: [OFTEN], file: null, clock, invoke, log: silent })
    clock.set(clock.now() + HOUR)
    await timers.runDue()
    expect(fired).toHaveLength(4)
    expect(new Set(fired.map(({ event }) => event.requestId)).size).toBe(4)

    const endless = watched(() => more)
    const others = startTimers({ timers: [NIGHTLY], file: null, clock, invoke: endless.invoke, log: silent })
    clock.set(clock.now() + 2 * DAY)
    await others.runDue()
    expect(endless.fired).toHaveLength(2)
    await Promise.all([timers.close(), others.close()])
    clock.close()
  })

  it('make up after a restart for what fell due while the server was down', async () => {
    const file = path.join(directory, 'timers.json')
    let wall = START
    const start = (invoke: ReturnType<typeof watched>['invoke']) => {
      const clock = openClock({ file: null, startAt: 'real', wall: () => wall })
      const timers = startTimers({ timers: [NIGHTLY], file, clock, invoke, log: silent })
      const stop = async () => {
        await timers.close()
        clock.close()
      }
      return { timers, stop }
    }
    const first = watched()
    await start(first.invoke).stop()
    wall += 2 * DAY

    const cut = watched(() => ({ kind: 'outage', code: 'function-stopped', retry: 'same-request' }))
    let stopping: Promise<void> | undefined
    const second = start(async (...call) => {
      const outcome = await cut.invoke(...call)
      stopping = second.stop()
      return outcome
    })
    await second.timers.runDue()
    await stopping
    expect(cut.fired).toHaveLength(1)

    const again = watched()
    const third = start(again.invoke)
    await third.timers.runDue()
    await third.stop()
    // The firing that was cut off comes again with its own id; a fourth start owes nothing.
    expect(again.fired.map(({ event }) => event.requestId)).toEqual(
      cut.fired.map(({ event }) => event.requestId),
    )
    const last = watched()
    const fourth = start(last.invoke)
    await fourth.timers.runDue()
    await fourth.stop()
    expect(last.fired).toEqual([])
  })

  it('wait again after the clock was put back', async () => {
    const clock = openClock({ file: null, startAt: START })
    const { fired, invoke } = watched()
    const timers = startTimers({ timers: [NIGHTLY], file: null, clock, invoke, log: silent })
    clock.set(START - 10 * DAY)
    await timers.runDue()
    expect(fired).toEqual([])
    clock.set(START - 9 * DAY)
    await timers.runDue()
    expect(fired).toHaveLength(1)
    await timers.close()
    clock.close()
  })

  it('outlive a function that fails', async () => {
    const clock = openClock({ file: null, startAt: START })
    const log: string[] = []
    const timers = startTimers({
      timers: [NIGHTLY, OFTEN],
      file: null,
      clock,
      invoke: async (name) =>
        name === 'expiry' ? Promise.reject(new Error('broken')) : { kind: 'incident', incident: 'i' },
      log: ({ event }) => log.push(event),
    })
    clock.set(START + DAY)
    await timers.runDue()
    expect(log).toContain('timer-failed')
    await timers.close()
    clock.close()
  })

  it('are due at multiples of their period from 00:00 in Shanghai', () => {
    expect(new Date(lastDue(START, DAY)).toISOString()).toBe('2025-11-04T16:00:00.000Z')
    fc.assert(
      fc.property(
        fc.integer({ min: 946684800000, max: 4102444799999 }),
        fc.integer({ min: 1, max: 1440 }),
        (now, minutes) => {
          const due = lastDue(now, minutes * MINUTE)
          expect(due).toBeLessThanOrEqual(now)
          expect(now - due).toBeLessThan(minutes * MINUTE)
          expect(firingRequestId('a', Math.max(due, 0), 0)).toMatch(ULID_PATTERN)
        },
      ),
    )
  })
})

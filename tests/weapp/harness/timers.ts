import type { RunRecord } from './record'

/** A timer shorter than this is part of what a touch sets off; a longer one is waiting for its own sake. */
const SHORT_MS = 450

/** The logic's timers: what they throw is recorded, and it is known which of them a page is waiting for. */
export class Timers {
  private readonly running = new Map<number, { end: () => void; short: boolean }>()
  private next = 1
  private stopped = false

  constructor(private readonly record: RunRecord) {}

  globals() {
    const start =
      (repeats: boolean) =>
      (work: (...parts: unknown[]) => void, delay = 0, ...parts: unknown[]) =>
        this.start(() => work(...parts), Number(delay) || 0, repeats)
    const stop = (id: number | undefined) => this.end(id)
    return { setTimeout: start(false), clearTimeout: stop, setInterval: start(true), clearInterval: stop }
  }

  later(work: () => void): void {
    this.start(work, 0, false)
  }

  /** Runs a part of the logic; what it throws is an error of the mini-program and no end of the test. */
  guard<Value>(where: string, work: () => Value): Value | undefined {
    try {
      return work()
    } catch (error) {
      this.record.error(where, error)
      return undefined
    }
  }

  busy(): boolean {
    return [...this.running.values()].some(({ short }) => short)
  }

  stop(): void {
    this.stopped = true
    for (const id of [...this.running.keys()]) this.end(id)
  }

  private start(work: () => void, delay: number, repeats: boolean): number {
    const id = this.next++
    if (this.stopped) return id
    const fire = () => {
      if (!repeats) this.running.delete(id)
      this.guard('timer', work)
    }
    const timer = repeats ? setInterval(fire, delay) : setTimeout(fire, delay)
    const end = () => (repeats ? clearInterval(timer) : clearTimeout(timer))
    this.running.set(id, { end, short: !repeats && delay <= SHORT_MS })
    return id
  }

  private end(id: number | undefined): void {
    if (id === undefined) return
    this.running.get(id)?.end()
    this.running.delete(id)
  }
}

import type { RunRecord } from './record'

/** A timer shorter than this is part of what a touch sets off; a longer one is waiting for its own sake. */
const SHORT_MS = 450

type Work = (...parts: unknown[]) => void

/** When the logic runs, and whether a page is waiting for something. */
export class Timers {
  /** Each timer that runs, and whether it is a short one. */
  private readonly running = new Map<number, boolean>()
  private asking = 0
  private isStopped = false

  constructor(private readonly record: RunRecord) {}

  /** The timers by the names that the logic knows. */
  globals() {
    const start =
      (repeats: boolean) =>
      (work: Work, delay?: number, ...parts: unknown[]) =>
        this.start(() => work(...parts), Number(delay) || 0, repeats)
    const end = (id?: number) => {
      clearTimeout(id)
      this.running.delete(Number(id))
    }
    return { setTimeout: start(false), clearTimeout: end, setInterval: start(true), clearInterval: end }
  }

  /** Runs it when the logic is not running. */
  later(work: () => void): void {
    this.start(work, 0, false)
  }

  /** A page is waiting until that is answered. */
  awaiting<Answer>(answer: Promise<Answer>): Promise<Answer> {
    this.asking += 1
    // What the answer sets off comes before the page counts as still.
    return answer.finally(() => setTimeout(() => (this.asking -= 1), 0))
  }

  /** Whether something is on its way. What repeats for ever is not. */
  isBusy(): boolean {
    return this.asking > 0 || [...this.running.values()].includes(true)
  }

  stop(): void {
    this.isStopped = true
    for (const id of this.running.keys()) clearTimeout(id)
    this.running.clear()
  }

  private start(work: () => void, delay: number, repeats: boolean): number {
    if (this.isStopped) return 0
    const fire = () => {
      if (!repeats) this.running.delete(id)
      this.record.guard('timer', work)
    }
    const id = Number(repeats ? setInterval(fire, delay) : setTimeout(fire, delay))
    this.running.set(id, !repeats && delay <= SHORT_MS)
    return id
  }
}

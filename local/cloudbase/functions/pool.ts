import { randomUUID } from 'node:crypto'
import { FairQueue } from './fair-queue'
import { type CallerIdentity, callerKey, variablesOf } from './identity'
import { FunctionInstance, type InstanceSettings } from './instance'
import { type InvokeOutcome, outage } from './outcome'
import { EVENT_LIMIT_BYTES } from './wire'

export interface PoolSettings extends InstanceSettings {
  /** How many instances serve this function at most; each serves one call at a time. */
  readonly instances: number
  readonly queue?: { readonly total: number; readonly perCaller: number; readonly waitMs: number }
}

const DEFAULT_QUEUE = { total: 1_000, perCaller: 250, waitMs: 30_000 }

interface Waiting {
  readonly event: string
  readonly variables: Readonly<Record<string, string>>
  readonly answer: (outcome: InvokeOutcome) => void
  readonly patience: NodeJS.Timeout
}

/**
 * The instances of one function. An instance is started when a call finds none free, up to the limit, and is kept. One
 * that crashed, ran out of memory or took too long is replaced by the next call.
 */
export class FunctionPool {
  private readonly queue: FairQueue<Waiting>
  private readonly waitMs: number
  private readonly free: FunctionInstance[] = []
  private readonly busy = new Set<FunctionInstance>()
  private closed = false

  constructor(private readonly settings: PoolSettings) {
    const { waitMs, ...limits } = settings.queue ?? DEFAULT_QUEUE
    this.queue = new FairQueue(limits)
    this.waitMs = waitMs
  }

  /**
   * Calls the function. Outages: `event-too-long`, `function-busy` (the line is full, or the call waited too long),
   * `function-timeout`, `function-stopped`.
   */
  invoke(event: unknown, identity: CallerIdentity): Promise<InvokeOutcome> {
    if (this.closed) return Promise.resolve(outage('function-stopped', 'same-request'))
    const text = JSON.stringify(event ?? {})
    if (Buffer.byteLength(text) > EVENT_LIMIT_BYTES) return Promise.resolve(outage('event-too-long', 'never'))
    return new Promise((resolve) => {
      const caller = callerKey(identity)
      const waiting: Waiting = {
        event: text,
        variables: variablesOf(identity),
        answer: resolve,
        patience: setTimeout(() => {
          this.queue.remove(caller, waiting)
          resolve(outage('function-busy', 'same-request'))
        }, this.waitMs),
      }
      if (this.queue.push(caller, waiting)) return this.serveNext()
      clearTimeout(waiting.patience)
      resolve(outage('function-busy', 'same-request'))
    })
  }

  /** Starts one instance ahead of the first call, which then need not wait for it. */
  warm(): void {
    if (!this.closed && this.free.length + this.busy.size === 0)
      this.free.push(new FunctionInstance(this.settings))
  }

  async close(): Promise<void> {
    this.closed = true
    for (let waiting = this.queue.next(); waiting !== undefined; waiting = this.queue.next()) {
      clearTimeout(waiting.patience)
      waiting.answer(outage('function-stopped', 'same-request'))
    }
    await Promise.all([...this.free, ...this.busy].map((instance) => instance.stop()))
  }

  private serveNext(): void {
    if (this.closed || this.queue.size === 0) return
    const instance = this.takeInstance()
    if (instance === null) return
    const waiting = this.queue.next()
    if (waiting === undefined) return
    clearTimeout(waiting.patience)
    this.busy.add(instance)
    const call = { requestId: randomUUID(), event: waiting.event, variables: waiting.variables }
    void instance.call(call).then((outcome) => {
      this.busy.delete(instance)
      if (!instance.isGone && !this.closed) this.free.push(instance)
      waiting.answer(outcome)
      this.serveNext()
    })
  }

  private takeInstance(): FunctionInstance | null {
    for (let free = this.free.pop(); free !== undefined; free = this.free.pop()) {
      if (!free.isGone) return free
    }
    return this.busy.size < this.settings.instances ? new FunctionInstance(this.settings) : null
  }
}

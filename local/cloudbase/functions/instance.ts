import { existsSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { Worker } from 'node:worker_threads'
import type { Log } from '../../log'
import { type InvokeOutcome, newIncident, outage, outcomeOfThrown, placesOf } from './outcome'
import type { WorkerAnswer, WorkerCall, WorkerStart } from './wire'

export interface InstanceSettings {
  readonly name: string
  /** Path of the bundle's `index.js`. */
  readonly bundle: string
  /** Of one call, in milliseconds of the wall clock. */
  readonly timeoutMs: number
  readonly memoryMb: number
  /** All that the function sees in `process.env`; nothing of the server's own environment. */
  readonly environment: () => Readonly<Record<string, string>>
  readonly shift: SharedArrayBuffer
  readonly log: Log
}

const LOAD_LIMIT_MS = 20_000

/** Beside the bundled server, or in the build's folder where the server runs from its sources. */
function workerProgram(): string {
  const beside = path.join(__dirname, 'function-worker.js')
  const built = path.resolve(__dirname, '../../../dist/local/function-worker.js')
  const found = [beside, built].find((file) => existsSync(file))
  if (found === undefined)
    throw new Error('dist/local/function-worker.js is missing: run scripts/build-local.mjs')
  return found
}

/** One running instance of a function: a worker that serves one call at a time, until it crashes or is stopped. */
export class FunctionInstance {
  private readonly worker: Worker
  private answered: ((answer: WorkerAnswer | 'gone') => void) | null = null
  private readonly loading: Promise<WorkerAnswer | 'gone'>
  private gone = false
  private whyGone = ''

  constructor(private readonly settings: InstanceSettings) {
    const workerData: WorkerStart = {
      bundle: settings.bundle,
      functionName: settings.name,
      timeoutMs: settings.timeoutMs,
      memoryMb: settings.memoryMb,
      shift: settings.shift,
    }
    this.worker = new Worker(workerProgram(), {
      name: settings.name,
      env: { ...settings.environment() },
      argv: [],
      execArgv: [],
      stdout: true,
      stderr: true,
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: settings.memoryMb },
    })
    this.keepLines(this.worker.stdout, 'info')
    this.keepLines(this.worker.stderr, 'warn')
    this.loading = this.nextAnswer(LOAD_LIMIT_MS)
    this.worker.on('message', (answer: WorkerAnswer) => this.settle(answer))
    this.worker.on('error', (error: NodeJS.ErrnoException) => {
      this.whyGone = error.code ?? error.name
    })
    this.worker.on('exit', () => {
      this.gone = true
      this.settle('gone')
    })
  }

  /** True when it can serve no further call. */
  get isGone(): boolean {
    return this.gone
  }

  /** Serves one call. The pool sees to it that no second one comes before the first is answered. */
  async call(call: WorkerCall): Promise<InvokeOutcome> {
    const loaded = await this.loading
    if (loaded !== 'gone' && loaded.kind === 'not-loaded') {
      // Nothing that a person typed has reached the bundle yet, so that its message may stand in the log.
      return this.incident(
        'function-not-loaded',
        { message: loaded.message, places: placesOf(loaded.stack) },
        true,
      )
    }
    if (loaded === 'gone') return this.outcomeOf(loaded)
    const answer = this.nextAnswer(this.settings.timeoutMs)
    this.worker.postMessage(call)
    return this.outcomeOf(await answer)
  }

  async stop(): Promise<void> {
    if (this.whyGone === '') this.whyGone = 'stopped'
    this.gone = true
    await this.worker.terminate()
  }

  private outcomeOf(answer: WorkerAnswer | 'gone'): InvokeOutcome {
    if (answer === 'gone') {
      if (this.whyGone === 'stopped') return outage('function-stopped', 'same-request')
      if (this.whyGone !== 'time-out')
        return this.incident('function-crashed', { reason: this.whyGone }, true)
      this.settings.log({ level: 'warn', event: 'function-timeout', function: this.settings.name })
      return outage('function-timeout', 'same-request')
    }
    switch (answer.kind) {
      case 'reply':
        return { kind: 'reply', value: JSON.parse(answer.json) }
      case 'reply-too-long':
        this.settings.log({
          level: 'error',
          event: 'reply-too-long',
          function: this.settings.name,
          bytes: answer.bytes,
        })
        return outage('reply-too-long', 'never')
      case 'thrown':
        return (
          outcomeOfThrown(answer.message) ??
          this.incident('function-threw', { error: answer.name, places: placesOf(answer.stack) }, false)
        )
      case 'loaded':
      case 'not-loaded':
        return this.incident('function-answered-out-of-turn', {}, true)
    }
  }

  private incident(event: string, facts: Record<string, unknown>, ends: boolean): InvokeOutcome {
    const incident = newIncident()
    const { name, log } = this.settings
    log({ level: 'error', event, function: name, ...facts, incident: incident.incident })
    if (ends) void this.stop()
    return incident
  }

  /** The next answer, or `gone` where the worker ends or the time is over; the worker is then ended. */
  private nextAnswer(limitMs: number): Promise<WorkerAnswer | 'gone'> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.whyGone = 'time-out'
        void this.stop()
      }, limitMs)
      this.answered = (answer) => {
        clearTimeout(timer)
        resolve(answer)
      }
      if (this.gone) this.settle('gone')
    })
  }

  private settle(answer: WorkerAnswer | 'gone'): void {
    const answered = this.answered
    this.answered = null
    answered?.(answer)
  }

  private keepLines(stream: Readable, level: 'info' | 'warn'): void {
    const lines = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })
    lines.on('line', (line) => {
      if (line !== '')
        this.settings.log({ level, event: 'function-output', function: this.settings.name, line })
    })
  }
}

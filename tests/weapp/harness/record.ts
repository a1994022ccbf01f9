import vm from 'node:vm'

/** Why a page sends something to its view, and what it has sent for it by setData. One object for each time. */
export interface Occasion {
  readonly page: string
  /** `opened`, a touch such as `tap #submit`, or `later` for what comes to a page that was at rest. */
  readonly cause: string
  /** Numbers of setData, and what crossed from the logic to the view by them, to the byte. */
  calls: number
  bytes: number
}

/**
 * `error`: thrown by the logic, written to `console.error`, or a call that WeChat would not answer. `wxml`: the view's
 * own, such as a template that is missing or a script in it that throws.
 */
type Trouble = 'error' | 'wxml' | 'warning'

/** What a mini-program did while it ran. A test ends without any trouble. */
export class RunRecord {
  readonly occasions: Occasion[] = []
  /** How often the logic has sent something to a view or called `wx`: whether anything comes of a touch. */
  deeds = 0
  // What is broken is broken at each drawing; once is enough to know.
  private readonly said = new Set<string>()

  occasion(page: string, cause: string): Occasion {
    const occasion = { page, cause, calls: 0, bytes: 0 }
    this.occasions.push(occasion)
    return occasion
  }

  say(kind: Trouble, where: string, thrown: unknown): void {
    this.said.add(`${kind}: ${where}: ${messageOf(thrown)}`)
  }

  /** Runs a part of the logic; what it throws is an error of the mini-program and no end of the test. */
  guard<Value>(where: string, work: () => Value): Value | undefined {
    try {
      return work()
    } catch (error) {
      this.say('error', where, error)
      return undefined
    }
  }

  /** Everything that went wrong, each with its kind in front. */
  troubles(): string[] {
    return [...this.said]
  }
}

/** An error of another realm is no instance of this one's Error. */
function messageOf(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null) return String(thrown)
  const { name, message, errMsg } = thrown as { name?: string; message?: string; errMsg?: string }
  if (message === undefined) return errMsg ?? JSON.stringify(thrown)
  return name === undefined ? message : `${name}: ${message}`
}

/** Jest hands its tests a copy of `process` that hears nothing; the rejections come to this one. */
const { process: engine } = vm.runInThisContext('globalThis') as { process: NodeJS.Process }
const REJECTION = 'unhandledRejection'

/** The record of each mini-program that runs, by what the promises of its realm are made from. */
const records = new Map<object, RunRecord>()
let others: readonly NodeJS.UnhandledRejectionListener[] = []

/** Writes down the rejections that nobody in that mini-program handles; those of anybody else stay Jest's. */
export function hearRejections(promises: object, record: RunRecord): void {
  if (records.size === 0) {
    others = engine.rawListeners(REJECTION) as NodeJS.UnhandledRejectionListener[]
    engine.removeAllListeners(REJECTION).on(REJECTION, hear)
  }
  records.set(promises, record)
}

export function endHearing(promises: object): void {
  if (!records.delete(promises) || records.size > 0) return
  engine.removeListener(REJECTION, hear)
  for (const other of others) engine.on(REJECTION, other)
}

function hear(reason: unknown, promise: Promise<unknown>): void {
  const record = records.get(Object.getPrototypeOf(promise))
  if (record !== undefined) record.say('error', 'promise', reason)
  else for (const other of others) other(reason, promise)
}

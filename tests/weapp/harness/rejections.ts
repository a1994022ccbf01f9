import vm from 'node:vm'
import type { RunRecord } from './record'

/** Jest hands its tests a copy of `process` that hears nothing; the rejections come to this one. */
const { process: engine } = vm.runInThisContext('globalThis') as { process: NodeJS.Process }
const EVENT = 'unhandledRejection'

/** The record of each mini-program that runs, by what the promises of its realm are made from. */
const records = new Map<object, RunRecord>()
let others: readonly NodeJS.UnhandledRejectionListener[] = []

/** Writes down the rejections that nobody in that mini-program handles; those of anybody else stay Jest's. */
export function hearRejections(promises: object, record: RunRecord): void {
  if (records.size === 0) {
    others = engine.rawListeners(EVENT) as NodeJS.UnhandledRejectionListener[]
    engine.removeAllListeners(EVENT).on(EVENT, hear)
  }
  records.set(promises, record)
}

export function endHearing(promises: object): void {
  if (!records.delete(promises) || records.size > 0) return
  engine.removeListener(EVENT, hear)
  for (const other of others) engine.on(EVENT, other)
}

function hear(reason: unknown, promise: Promise<unknown>): void {
  const record = records.get(Object.getPrototypeOf(promise))
  if (record !== undefined) record.error('promise', reason)
  else for (const other of others) other(reason, promise)
}

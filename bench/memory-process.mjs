import { createRequire } from 'node:module'
import { FUNCTIONS_DIRECTORY, PRODUCT_PROGRAM } from './build.mjs'

/** Starts some instances of one function in a process of its own, and says what they weigh and how the first began. */

const INSTANCES = 4
const SETTLE_MS = 300
const DEMO_NOW = Date.parse('2025-11-05T09:00:00+08:00')

/** A call that reaches the store wherever the function has one. */
const EVENTS = {
  identity: { action: 'me', input: {} },
  invitations: { action: 'list', input: {} },
  'consent-letters': { action: 'get', input: { letterId: '01ARZ3NDEKTSV4RRFFQ69G5FAV' } },
  bindings: { action: 'list', input: {} },
  premiums: { action: 'records', input: {} },
  records: { action: 'inbox', input: {} },
  reviews: { action: 'queue', input: {} },
  rules: { action: 'regions', input: {} },
  clock: { action: 'expire-invitations', input: {} },
  bare: { steps: [{ kind: 'find', collection: 'persons', filter: { userKey: 'nobody' }, limit: 1 }] },
  empty: {},
}

const [name] = process.argv.slice(2)
const { startProduct } = createRequire(import.meta.url)(PRODUCT_PROGRAM)
const product = await startProduct({
  dataDir: null,
  port: 0,
  demoNow: DEMO_NOW,
  functionsDir: FUNCTIONS_DIRECTORY,
  h5Dir: null,
  instances: INSTANCES,
})
const caller = name === 'clock' ? { kind: 'timer', timerName: 'bench' } : { kind: 'user', openid: 'o-bench' }
const call = async () => {
  const from = performance.now()
  const outcome = await product.cloudbase.invoke(name, EVENTS[name], caller)
  if (outcome.kind !== 'reply') throw new Error(`${name} did not reply: ${JSON.stringify(outcome)}`)
  return performance.now() - from
}
const settledRss = async () => {
  globalThis.gc()
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
  return process.memoryUsage().rss
}

const before = await settledRss()
const firstMs = await call()
const secondMs = await call()
await Promise.all(Array.from({ length: INSTANCES }, call))
const bytes = (await settledRss()) - before
await product.close()
process.send({ bytesPerInstance: bytes / INSTANCES, firstMs, secondMs })
process.disconnect()

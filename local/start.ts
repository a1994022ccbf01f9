import path from 'node:path'
import { millisecondsOf, parseInstant } from '../shared/values/day'
import { EARLIEST_MS, LATEST_MS } from './clock'
import type { LogEntry } from './log'
import { LOOPBACK } from './loopback'
import { startProduct } from './product'

/** The program behind `npm start`: reads the environment, starts everything, and stops in order. */

/** Inside the enrolment window of 2026, whose figures are known for every region. */
const DEFAULT_DEMO_NOW = '2025-11-05T09:00+08:00'
const LOOPBACK_HOSTS = new Set([LOOPBACK, 'localhost', '::1'])
/** A stop that hangs is ended; everything that was answered is on disk. */
const STOP_LIMIT_MS = 15_000

type Variables = Readonly<Record<string, string | undefined>>

/** @throws Error in one sentence that names the variable and what it takes. */
function settingsFrom(variables: Variables) {
  const port = Number(variables.PORT ?? '8787')
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT is a number from 0 to 65535, not "${variables.PORT}".`)
  }
  const host = variables.HOST ?? LOOPBACK
  const otherDevices = !LOOPBACK_HOSTS.has(host)
  if (otherDevices && variables.ALLOW_OTHER_DEVICES !== 'yes') {
    throw new Error(
      `HOST=${host} would let other devices act as any of the synthetic people: set ALLOW_OTHER_DEVICES=yes if you want that.`,
    )
  }
  return {
    port,
    host,
    otherDevices,
    dataDir: path.resolve(variables.DATA_DIR ?? '.data'),
    demoNow: demoNowFrom(variables.DEMO_NOW ?? DEFAULT_DEMO_NOW),
    functionsDir: path.resolve(__dirname, '../cloudfunctions'),
    h5Dir: path.resolve(__dirname, '../h5'),
  }
}

function demoNowFrom(text: string): number | 'real' {
  if (text === 'real') return 'real'
  const moment = parseInstant(text)
  const ms = moment === null ? Number.NaN : millisecondsOf(moment)
  if (!(ms >= EARLIEST_MS && ms < LATEST_MS)) {
    throw new Error(`DEMO_NOW is "real" or a time from 2000 to 2099 like ${DEFAULT_DEMO_NOW}, not "${text}".`)
  }
  return ms
}

/** Everything but the ready line goes to stderr, one line of JSON each. */
function writeLog(entry: LogEntry): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`)
}

async function main(): Promise<void> {
  const settings = settingsFrom(process.env)
  if (settings.otherDevices) {
    console.warn(
      'Warning: other devices on this network can act as any of the synthetic people, staff and institutions.',
    )
  }
  const product = await startProduct({ ...settings, log: writeLog })
  product.cloudbase.warm()

  let stopping = false
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) return
    stopping = true
    const hanging = setTimeout(() => process.exit(1), STOP_LIMIT_MS)
    hanging.unref()
    product.close().then(
      () => process.exit(0),
      (error: unknown) => {
        writeLog({ level: 'error', event: 'stop-failed', signal, error: String(error) })
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  process.stdout.write(`ready ${product.url}\n`)
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
})

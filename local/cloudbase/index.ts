import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { LocalClock } from '../clock'
import type { Log } from '../log'
import { startAdminServer } from './admin'
import type { DatabaseObserver } from './admin/actions'
import { type DatabaseServer, openDatabase } from './database'
import { type CallerIdentity, platformUserId } from './functions/identity'
import type { InvokeOutcome } from './functions/outcome'
import { FunctionPool } from './functions/pool'
import { type FileStorage, openFileStorage } from './storage'
import { startTimers, type TimerSettings } from './timers'

export type { DatabaseObserver } from './admin/actions'
export type { CallerIdentity } from './functions/identity'
export type { InvokeOutcome } from './functions/outcome'
export type { TimerSettings } from './timers'

export interface FunctionSettings {
  readonly name: string
  /** Path of the bundle's `index.js`, which exports `main(event, context)`. */
  readonly bundle: string
  readonly timeoutMs: number
  readonly instances: number
  /** 256 MB, as the platform gives a function, unless said otherwise. */
  readonly memoryMb?: number
}

export interface CloudBaseSettings {
  /** Where everything durable is kept; null keeps it in memory. */
  readonly directory: string | null
  readonly functions: readonly FunctionSettings[]
  readonly timers: readonly TimerSettings[]
  /** Each collection of the database, and the fields by which it is searched. */
  readonly collections?: Readonly<Record<string, readonly string[]>>
  /** Documents that an operator would have entered: written at each start, in place of what was there. */
  readonly documents?: Readonly<Record<string, readonly { readonly _id: string }[]>>
  /** What every function finds in its environment beside what the platform sets; asked when an instance starts. */
  readonly environment: () => Readonly<Record<string, string>>
  readonly clock: LocalClock
  readonly log: Log
  readonly onDatabaseRequest?: DatabaseObserver | undefined
}

export interface CloudBase {
  readonly adminUrl: string
  /** What a program needs in its environment for `init({ env: SYMBOL_CURRENT_ENV })` to reach this server. */
  readonly environment: Readonly<Record<string, string>>
  readonly functionNames: ReadonlySet<string>
  readonly files: FileStorage
  /** Calls a function as this caller. @throws RangeError where there is no such function. */
  invoke(functionName: string, event: unknown, identity: CallerIdentity): Promise<InvokeOutcome>
  runDueTimers(): Promise<void>
  /** Starts one instance of each function ahead of its first call. */
  warm(): void
  close(): Promise<void>
}

async function enterDocuments(
  database: DatabaseServer,
  documents: Readonly<Record<string, readonly { readonly _id: string }[]>>,
): Promise<void> {
  for (const [collectionName, entered] of Object.entries(documents)) {
    for (const { _id, ...fields } of entered) {
      const reply = await database.handle('database.modifyDocument', {
        collectionName,
        query: JSON.stringify({ _id }),
        data: JSON.stringify(fields),
        multi: false,
        merge: false,
        upsert: true,
      })
      if ('code' in reply) throw new Error(`${collectionName}: ${reply.message}`)
    }
  }
}

const ENVIRONMENT_ID = 'local'
const DEFAULT_MEMORY_MB = 256

/** Starts the platform on this machine: database, file storage, functions and timers behind the SDK's protocol. */
export async function startCloudBase(settings: CloudBaseSettings): Promise<CloudBase> {
  const { clock, directory, log, onDatabaseRequest } = settings
  if (directory !== null) mkdirSync(directory, { recursive: true, mode: 0o700 })
  const place = (name: string) => (directory === null ? null : path.join(directory, name))
  const credentials = {
    secretId: `local${randomBytes(12).toString('hex')}`,
    secretKey: randomBytes(24).toString('hex'),
  }
  const functionNames = new Set(settings.functions.map(({ name }) => name))
  const usersSeen = new Map<string, string>()
  const pools = new Map<string, FunctionPool>()

  const invoke = (name: string, event: unknown, identity: CallerIdentity): Promise<InvokeOutcome> => {
    const pool = pools.get(name)
    if (pool === undefined) throw new RangeError(`there is no function "${name}"`)
    if (identity.kind === 'user') usersSeen.set(platformUserId(identity.openid), identity.openid)
    return pool.invoke(event, identity)
  }

  const collections = settings.collections ?? {}
  const database = openDatabase({
    file: place('database.db') ?? ':memory:',
    now: clock.now,
    collections: Object.keys(collections),
    indexes: Object.entries(collections).flatMap(([collection, fields]) =>
      fields.map((field) => ({ collection, field })),
    ),
  })
  await enterDocuments(database, settings.documents ?? {})
  const admin = await startAdminServer({
    credentials,
    log,
    parts: () => ({ database, files, clock, functionNames, invoke, usersSeen, onDatabaseRequest }),
  })
  const files = openFileStorage({
    directory: place('files'),
    environmentId: ENVIRONMENT_ID,
    clock,
    address: admin.address,
  })
  const adminUrl = `${admin.address}/admin`
  const environment = {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: ENVIRONMENT_ID,
    TCB_ENV: ENVIRONMENT_ID,
    TENCENTCLOUD_SECRETID: credentials.secretId,
    TENCENTCLOUD_SECRETKEY: credentials.secretKey,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: adminUrl }),
  }
  for (const { memoryMb = DEFAULT_MEMORY_MB, ...one } of settings.functions) {
    const pool = {
      ...one,
      memoryMb,
      environment: () => ({ ...settings.environment(), ...environment }),
      shift: clock.shift,
      log,
    }
    pools.set(one.name, new FunctionPool(pool))
  }
  const timers = startTimers({ timers: settings.timers, file: place('timers.json'), clock, invoke, log })

  return {
    adminUrl,
    environment,
    functionNames,
    files,
    invoke,
    runDueTimers: timers.runDue,
    warm() {
      for (const pool of pools.values()) pool.warm()
    },
    async close() {
      const timersEnded = timers.close()
      await Promise.all([...pools.values()].map((pool) => pool.close()))
      await timersEnded
      await admin.close()
      database.close()
    },
  }
}

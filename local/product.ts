import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { INDEXES } from '../platform/store/collections'
import type { StaffDocument } from '../platform/store/review-collections'
import { startBureau } from './bureau'
import { type OpenedClock, openClock } from './clock'
import { type CloudBase, type DatabaseObserver, startCloudBase } from './cloudbase'
import { startGateway } from './cloudbase/gateway'
import { lockDirectory } from './data-lock'
import { writeDurably } from './durable-file'
import { type RunningInsurer, startInsurer } from './insurer'
import { type Log, silent } from './log'
import { LOOPBACK } from './loopback'
import { INSTITUTIONS, PEOPLE, STAFF, type StaffMember, type SyntheticPerson } from './people'
import { loadSecrets, type Secrets } from './secrets'
import { type RunningVerification, startVerification } from './verification'
import { type RunningWechat, startWechat } from './wechat'

export interface ProductSettings {
  /** Where everything durable is kept; null keeps it in memory. */
  readonly dataDir: string | null
  /** 0 takes any free port. */
  readonly port: number
  readonly host?: string
  /** Where the local clock starts at the first start: milliseconds since 1970, or `real` for the wall clock. */
  readonly demoNow: number | 'real'
  /** The built functions: a folder with `index.js` for each. */
  readonly functionsDir: string
  /** The H5 build, or null for none. */
  readonly h5Dir: string | null
  readonly people?: readonly SyntheticPerson[]
  /** The cost of the payment password's scrypt as a power of two: 15 as in a deployment, less in tests. */
  readonly passwordScryptLog2N?: number
  /** Takes requests from other devices too. */
  readonly otherDevices?: boolean
  /** Instances of each function at most: two, unless said otherwise. */
  readonly instances?: number
  /** The platform's timers fire by themselves, unless a test counts what each call asks for. */
  readonly timersRun?: boolean
  readonly log?: Log
  readonly onDatabaseRequest?: DatabaseObserver
}

export interface Product {
  /** `http://127.0.0.1:<port>` */
  readonly url: string
  readonly port: number
  readonly clock: OpenedClock
  readonly cloudbase: CloudBase
  readonly insurer: RunningInsurer
  readonly verification: RunningVerification
  readonly wechat: RunningWechat
  readonly secrets: Secrets
  close(): Promise<void>
}

/** As a deployment sets them in cloudbaserc.json; the payment password alone takes a quarter of a second. */
export const FUNCTION_TIMEOUT_MS = 20_000
export const TIMEOUTS_MS: Readonly<Record<string, number>> = { rules: 10_000, clock: 60_000 }
const EXPIRY_EVERY_MS = 5 * 60 * 1_000
const ENDING_EVERY_MS = 60 * 1_000
const DAILY_MS = 24 * 60 * 60 * 1_000
const SENDING_EVERY_MS = 10 * 1_000
const PAPERS_EVERY_MS = 10 * 60 * 1_000
const SETTLING_EVERY_MS = 60 * 1_000
const PROOFS_EVERY_MS = 60 * 60 * 1_000
const ERASING_EVERY_MS = 24 * 60 * 60 * 1_000

const TIMERS = [
  {
    name: 'expire-invitations',
    functionName: 'clock',
    action: 'expire-invitations',
    everyMs: EXPIRY_EVERY_MS,
  },
  { name: 'end-bindings', functionName: 'clock', action: 'end-bindings', everyMs: ENDING_EVERY_MS },
  {
    name: 'follow-insurance-changes',
    functionName: 'clock',
    action: 'follow-insurance-changes',
    everyMs: ENDING_EVERY_MS,
  },
  { name: 'check-insurance', functionName: 'clock', action: 'check-insurance', everyMs: DAILY_MS },
  { name: 'remind', functionName: 'clock', action: 'remind', everyMs: DAILY_MS },
  { name: 'send-notices', functionName: 'clock', action: 'send-notices', everyMs: SENDING_EVERY_MS },
  { name: 'settle-payments', functionName: 'clock', action: 'settle-payments', everyMs: SETTLING_EVERY_MS },
  {
    name: 'reconcile-premiums',
    functionName: 'clock',
    action: 'reconcile-premiums',
    everyMs: ERASING_EVERY_MS,
  },
  { name: 'remind-premiums', functionName: 'clock', action: 'remind-premiums', everyMs: PAPERS_EVERY_MS },
  { name: 'remove-quotes', functionName: 'clock', action: 'remove-quotes', everyMs: PAPERS_EVERY_MS },
  {
    name: 'remove-insurance-codes',
    functionName: 'clock',
    action: 'remove-insurance-codes',
    everyMs: PROOFS_EVERY_MS,
  },
  { name: 'remove-papers', functionName: 'clock', action: 'remove-papers', everyMs: PAPERS_EVERY_MS },
  { name: 'erase-proofs', functionName: 'clock', action: 'erase-proofs', everyMs: PROOFS_EVERY_MS },
  { name: 'erase-letters', functionName: 'clock', action: 'erase-letters', everyMs: ERASING_EVERY_MS },
  { name: 'erase-accounts', functionName: 'clock', action: 'erase-accounts', everyMs: PAPERS_EVERY_MS },
]

/**
 * Starts everything that stands in for the outside on one machine: the clock, the insurer, the identity check, the
 * platform with the functions, and the gateway.
 *
 * @throws Error in one sentence where it cannot start: the port is taken, the data directory is in use, or what is in
 * it cannot be read
 */
export async function startProduct(settings: ProductSettings): Promise<Product> {
  const { dataDir } = settings
  const closers: (() => void | Promise<void>)[] = []
  const close = async () => {
    for (let closer = closers.pop(); closer !== undefined; closer = closers.pop()) await closer()
  }
  try {
    return { ...(await startParts(settings, dataDir, closers)), close }
  } catch (error) {
    await close()
    throw error
  }
}

async function startParts(
  settings: ProductSettings,
  dataDir: string | null,
  closers: (() => void | Promise<void>)[],
): Promise<Omit<Product, 'close'>> {
  const log = settings.log ?? silent
  const people = settings.people ?? PEOPLE
  const host = settings.host ?? LOOPBACK
  if (dataDir !== null) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    closers.push(lockDirectory(dataDir))
  }
  const place = (name: string) => (dataDir === null ? null : path.join(dataDir, name))
  const secrets = loadSecrets(
    place('secrets.json'),
    dataDir !== null && existsSync(path.join(dataDir, 'cloudbase')),
  )

  const clock = openClock({ file: place('clock.json'), startAt: settings.demoNow })
  closers.push(() => clock.close())
  const insurer = await startInsurer({
    directory: place('insurer'),
    people,
    key: secrets.insurerKey,
    now: clock.now,
    log,
  })
  closers.push(() => insurer.close())
  const verification = await startVerification({
    directory: place('verification'),
    people,
    key: secrets.verificationKey,
    clock,
    log,
  })
  closers.push(() => verification.close())

  const bureau = await startBureau(clock)
  closers.push(() => bureau.close())

  const wechat = await startWechat(log)
  closers.push(() => wechat.close())

  if (dataDir !== null) {
    const keys = [{ keyId: secrets.sealKeyId, publicKey: secrets.sealPublicKey }, ...secrets.retiredSealKeys]
    writeDurably(path.join(dataDir, 'seal-public-keys.json'), `${JSON.stringify({ keys }, null, 2)}\n`)
  }

  const addressOn = (port: number) => `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  // Where any free port is taken, the address is known when the gateway listens, before anybody calls a function.
  let appUrl = `${addressOn(settings.port)}/h5/`
  const functions = builtFunctions(settings.functionsDir, settings.instances ?? 2)
  const cloudbase = await startCloudBase({
    directory: place('cloudbase'),
    functions,
    timers:
      settings.timersRun === false
        ? []
        : TIMERS.filter(({ functionName }) => functions.some(({ name }) => name === functionName)),
    collections: INDEXES,
    documents: { staff: STAFF.map(staffDocument) },
    environment: () => ({
      PRODUCT_STAGE: 'local',
      INSURER_URL: insurer.url,
      INSURER_KEY: secrets.insurerKey,
      VERIFICATION_URL: verification.url,
      VERIFICATION_KEY: secrets.verificationKey,
      PRODUCT_SECRET: secrets.productSecret,
      SEAL_PRIVATE_KEY: secrets.sealPrivateKey,
      SEAL_KEY_ID: secrets.sealKeyId,
      STAFF_SIGN_IN_URL: bureau.url,
      STAFF_SIGN_IN_KEY: bureau.key,
      STAFF_TICKET_KEY: bureau.ticketKey,
      WECHAT_API_URL: wechat.url,
      WECHAT_APP_ID: wechat.appId,
      WECHAT_APP_SECRET: wechat.appSecret,
      WECHAT_NOTICE_TEMPLATE: 'local-notice,thing1,time2,thing3',
      SEAL_RETIRED_KEYS: secrets.retiredSealKeys.map((key) => `${key.keyId}:${key.publicKey}`).join(','),
      APP_URL: appUrl,
      PASSWORD_SCRYPT_LOG2N: String(settings.passwordScryptLog2N ?? 15),
    }),
    clock,
    log,
    onDatabaseRequest: settings.onDatabaseRequest,
  })
  closers.push(() => cloudbase.close())
  const gateway = await startGateway({
    cloudbase,
    clock,
    verification,
    bureau,
    insurer,
    people,
    staff: STAFF,
    institutions: INSTITUTIONS,
    h5Directory: settings.h5Dir,
    demoDirectory: path.join(__dirname, 'demo'),
    deskDirectory: path.join(__dirname, '../desk'),
    otherDevices: settings.otherDevices ?? false,
    port: settings.port,
    host,
    log,
  }).catch((error: unknown) => {
    throw sentenceFor(error, settings.port, host)
  })
  closers.push(() => gateway.close())
  const url = addressOn(gateway.port)
  cloudbase.files.linkFrom(url)
  appUrl = `${url}/h5/`
  return { url, port: gateway.port, clock, cloudbase, insurer, verification, wechat, secrets }
}

/** Somebody of the bureau as the operator of a deployment enters her. */
function staffDocument({ staffId: _id, name, role, regionCode }: StaffMember): StaffDocument {
  return { _id, name, role, regionCode, active: true }
}

/** Every folder with an `index.js` is a function, under the folder's name. */
function builtFunctions(directory: string, instances: number) {
  if (!existsSync(directory)) {
    throw new Error(`${directory} is missing: build the functions with npm run build:functions.`)
  }
  return readdirSync(directory)
    .map((name) => ({ name, bundle: path.resolve(directory, name, 'index.js') }))
    .filter(({ bundle }) => existsSync(bundle))
    .map((one) => ({ ...one, timeoutMs: TIMEOUTS_MS[one.name] ?? FUNCTION_TIMEOUT_MS, instances }))
}

function sentenceFor(error: unknown, port: number, host: string): unknown {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return new Error(
      `Port ${port} on ${host} is taken by another program: stop it, or set PORT to a free one.`,
    )
  }
  if (code === 'EACCES')
    return new Error(`Port ${port} may not be used by this account: set PORT to 1024 or above.`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new Error(`${host} is not an address of this machine: set HOST to one, or leave it out.`)
  }
  return error
}

import { type Environment, readEnvironment } from './environment'
import { createFiles } from './files/cloudbase-files'
import type { Files } from './files/port'
import { createHttpInsurer } from './insurer/http-insurer'
import type { Insurer } from './insurer/port'
import { deriveKeys, type Keys } from './keys/keys'
import { createSealer, type Sealer } from './keys/letter-seal'
import { NO_CERTIFICATE_AUTHORITY, type SignatureCertifier } from './letters/signature-certifier'
import type { NoticeChannel } from './notices/port'
import { createWechatChannel } from './notices/wechat-channel'
import { createPasswordCredential, type PaymentCredential } from './payment-credential'
import { createBureauSignIn } from './staff-sign-in/bureau-sign-in'
import type { StaffSignIn } from './staff-sign-in/port'
import { createStore, type Store } from './store/store'
import { createHttpVerification } from './verification/http-verification'
import type { IdentityVerification } from './verification/port'

/** What the functions stand on. */
export interface Ports {
  readonly store: Store
  readonly insurer: Insurer
  readonly verification: IdentityVerification
  readonly keys: Keys
  readonly credential: PaymentCredential
  readonly sealer: Sealer
  /** Messages outside the app; null where none is configured. */
  readonly noticeChannel: NoticeChannel | null
  readonly certifier: SignatureCertifier
  readonly files: Files
  /** How the bureau's people sign in; null where none is configured. */
  readonly staffSignIn: StaffSignIn | null
  /** Where the H5 app is served. */
  readonly appUrl: string
  /** Cost of a payment password's hash, as the power of two. */
  readonly passwordLog2N: number
}

/** Outside parties get this long; the whole call has at most 20 seconds. */
const OUTSIDE_TIMEOUT_MS = 5_000

/** Made once for each instance of a function, from its environment. */
export function connectPorts(): Ports {
  const environment = readEnvironment(process.env)
  const store = createStore()
  const keys = deriveKeys(environment.PRODUCT_SECRET)
  return {
    store,
    insurer: createHttpInsurer({
      url: environment.INSURER_URL,
      key: environment.INSURER_KEY,
      timeoutMs: OUTSIDE_TIMEOUT_MS,
    }),
    verification: createHttpVerification({
      url: environment.VERIFICATION_URL,
      key: environment.VERIFICATION_KEY,
      timeoutMs: OUTSIDE_TIMEOUT_MS,
    }),
    keys,
    credential: createPasswordCredential(store, keys),
    noticeChannel: noticeChannelOf(environment),
    sealer: createSealer(
      environment.SEAL_PRIVATE_KEY,
      environment.SEAL_KEY_ID,
      environment.SEAL_RETIRED_KEYS,
    ),
    certifier: NO_CERTIFICATE_AUTHORITY,
    files: createFiles(),
    staffSignIn: staffSignInOf(environment),
    appUrl: environment.APP_URL,
    passwordLog2N: environment.PASSWORD_SCRYPT_LOG2N,
  }
}

function noticeChannelOf(environment: Environment): NoticeChannel | null {
  const { WECHAT_API_URL: url, WECHAT_APP_ID: appId, WECHAT_APP_SECRET: appSecret } = environment
  const [templateId, titleField, timeField, hintField] = (environment.WECHAT_NOTICE_TEMPLATE ?? '').split(',')
  if (!url || !appId || !appSecret || !templateId || !titleField || !timeField || !hintField) return null
  const template = { templateId, titleField, timeField, hintField }
  // A token's life is counted by a clock that nobody sets.
  const elapsed = () => performance.now()
  return createWechatChannel({ url, appId, appSecret, template, timeoutMs: OUTSIDE_TIMEOUT_MS }, elapsed)
}

function staffSignInOf(environment: Environment): StaffSignIn | null {
  const { STAFF_SIGN_IN_URL: url, STAFF_SIGN_IN_KEY: key, STAFF_TICKET_KEY: ticketKey } = environment
  if (url === undefined || key === undefined || ticketKey === undefined) return null
  return createBureauSignIn({ url, key, ticketKey, timeoutMs: OUTSIDE_TIMEOUT_MS })
}

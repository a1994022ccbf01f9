import { sm2 } from 'sm-crypto-v2'
import * as v from 'valibot'
import { addMilliseconds, type Instant, parseInstant } from '../../shared/values/day'
import type { Refusal } from '../../shared/values/refusal'
import { ok, type Result, refuse } from '../../shared/values/result'
import { sm3 } from '../keys/keyed-hash'
import type { Store } from '../store/store'

/**
 * A request as the platform's HTTP access (HTTP 访问服务) hands it to a function. Names of headers come in any letters.
 */
const httpEvent = v.object({
  httpMethod: v.string(),
  path: v.string(),
  headers: v.record(v.string(), v.unknown()),
  body: v.optional(v.nullable(v.string()), ''),
  isBase64Encoded: v.optional(v.boolean(), false),
})

export interface HttpRequest {
  readonly method: string
  readonly path: string
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
}

/** The request over HTTP that an event is; null for an event of any other kind. */
export function httpRequestOf(event: unknown): HttpRequest | null {
  const parsed = v.safeParse(httpEvent, event)
  if (!parsed.success) return null
  const { httpMethod, path, headers, body, isBase64Encoded } = parsed.output
  return {
    method: httpMethod.toUpperCase(),
    path,
    headers: new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)])),
    body: isBase64Encoded ? Buffer.from(body ?? '', 'base64').toString('utf8') : (body ?? ''),
  }
}

/** How far the clock of an institution may be from ours; within it a nonce is remembered. Our own figure. */
const CLOCKS_APART_MS = 5 * 60_000
const NONCE = /^[\w-]{16,64}$/
const INSTITUTION = /^[0-9A-Za-z-]{1,64}$/

interface Checking {
  readonly store: Store
  readonly now: Instant
}

/** What an institution signs: everything by which its request could be another one. */
export function signedText(request: {
  readonly method: string
  readonly path: string
  readonly institutionId: string
  readonly signedAt: string
  readonly nonce: string
  readonly body: string
}): string {
  const { method, path, institutionId, signedAt, nonce, body } = request
  return [method, path, institutionId, signedAt, nonce, sm3(body)].join('\n')
}

/**
 * Which institution signed a request: SM2 (GB/T 32918) with the key that the operator entered for it, over
 * `signedText`. Headers: `x-institution`, `x-signed-at` (ISO-8601), `x-nonce` (16 to 64 letters, digits, `-` and `_`),
 * `x-signature` (hex of r and s).
 *
 * Refusals: `institution-unknown` where there is no such one, it signs nothing or its signature does not fit, which is
 * not told apart; `not-allowed` where the time is over (`signature-time`) or the request was let in before
 * (`request-replayed`). A request whose answer was lost is signed anew and has the same `requestId`.
 */
export async function signedBy(call: Checking, request: HttpRequest): Promise<Result<string, Refusal>> {
  const header = (name: string) => request.headers.get(name) ?? ''
  const institutionId = header('x-institution')
  const signedAt = header('x-signed-at')
  const nonce = header('x-nonce')
  const unknown: Result<never, Refusal> = refuse({ code: 'institution-unknown' })
  if (!INSTITUTION.test(institutionId) || !NONCE.test(nonce)) return unknown
  const institution = await call.store.get('institutions', institutionId)
  if (institution?.active !== true || institution.publicKey === null) return unknown
  const { method, path, body } = request
  const text = signedText({ method, path, institutionId, signedAt, nonce, body })
  if (!isSigned(text, header('x-signature'), institution.publicKey)) return unknown
  const moment = parseInstant(signedAt)
  const inTime =
    moment !== null &&
    moment > addMilliseconds(call.now, -CLOCKS_APART_MS) &&
    moment < addMilliseconds(call.now, CLOCKS_APART_MS)
  if (!inTime) return refuse({ code: 'not-allowed', facts: { reason: 'signature-time' } })
  const first = await isFirst(call, `${institutionId}:${nonce}`, addMilliseconds(moment, 2 * CLOCKS_APART_MS))
  return first ? ok(institutionId) : refuse({ code: 'not-allowed', facts: { reason: 'request-replayed' } })
}

function isSigned(text: string, signature: string, publicKey: string): boolean {
  if (!/^[0-9a-f]{128}$/.test(signature)) return false
  try {
    return sm2.doVerifySignature(text, signature, publicKey, { hash: true })
  } catch {
    // The library throws where bytes are no signature or no key at all.
    return false
  }
}

/** Two of one nonce at the same moment meet in its id: one of them is the first. */
async function isFirst({ store }: Checking, _id: string, expiresAt: Instant): Promise<boolean> {
  try {
    return await store.transact(async (transaction) => {
      if ((await transaction.get('institution-nonces', _id)) !== null) return { keep: false, value: false }
      await transaction.insert('institution-nonces', { _id, expiresAt })
      return { keep: true, value: true }
    })
  } catch (error) {
    if ((await store.get('institution-nonces', _id)) !== null) return false
    throw error
  }
}

import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/**
 * Checks the signature that @cloudbase/node-sdk puts on each request (`TC3-HMAC-SHA256`, as made by
 * @cloudbase/signature-nodejs 2.2.0 with signed parameters). Without it any page open in a browser of this machine, and
 * any other program, could write to the database as the server.
 */

export interface SignedRequest {
  readonly method: string
  /** Path and query as they came. */
  readonly target: string
  readonly headers: IncomingHttpHeaders
  readonly params: Readonly<Record<string, unknown>>
}

export interface Credentials {
  readonly secretId: string
  readonly secretKey: string
}

const AUTHORIZATION =
  /^TC3-HMAC-SHA256 Credential=([^/]+)\/(\d{4}-\d{2}-\d{2})\/(\w+)\/tc3_request, SignedParams=(.*?), SignedHeaders=(.*?), Signature=([0-9a-f]{64})$/

function escaped(key: string): string {
  return encodeURIComponent(key.toLowerCase().trim()).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

/** The parameters in the order in which they were signed; null where one that was sent was not signed. */
function hashOfParams(params: Readonly<Record<string, unknown>>, signed: readonly string[]): string | null {
  const values = new Map<string, string>()
  for (const [key, value] of Object.entries(params)) {
    values.set(escaped(key), (typeof value === 'string' ? value : JSON.stringify(value)).trim())
  }
  const hash = createHash('sha256')
  for (const key of signed) {
    const value = values.get(key)
    if (value === undefined) return null
    hash.update(`&${key}=`).update(value).update('\r\n')
    values.delete(key)
  }
  // The SDK leaves empty values out of the signature, and nothing else.
  return [...values.values()].every((value) => value === '') ? hash.digest('hex') : null
}

export function isSigned(request: SignedRequest, credentials: Credentials): boolean {
  const parts = AUTHORIZATION.exec(request.headers.authorization ?? '')
  if (parts === null) return false
  const [, secretId, date = '', service = '', signedParams = '', signedHeaders = '', signature = ''] = parts
  if (secretId !== credentials.secretId) return false
  const timestamp = Number(request.headers['x-timestamp'])
  if (!Number.isSafeInteger(timestamp)) return false

  const payload = hashOfParams(request.params, signedParams === '' ? [] : signedParams.split(';'))
  if (payload === null) return false
  const headerLines = signedHeaders.split(';').map((name) => {
    const value = request.headers[name]
    return `${name}:${(Array.isArray(value) ? value.join(',') : (value ?? '')).trim().toLowerCase()}`
  })
  const [path = '', query = ''] = request.target.split('?')
  const canonical = [
    request.method.toLowerCase(),
    `//${request.headers.host ?? ''}${path}`,
    query,
    `${headerLines.join('\n')}\n`,
    signedHeaders,
    payload,
  ].join('\n')
  const toSign = ['TC3-HMAC-SHA256', timestamp, `${date}/${service}/tc3_request`, sha256(canonical)].join(
    '\n',
  )
  const key = hmac(hmac(hmac(`TC3${credentials.secretKey}`, date), service), 'tc3_request')
  return timingSafeEqual(hmac(key, toSign), Buffer.from(signature, 'hex'))
}

import { generateKeyPairSync, randomBytes, verify } from 'node:crypto'
import { createServer } from 'node:http'
import * as v from 'valibot'
import type { LocalClock } from '../clock'
import { bears, parsedJson, sendJson } from '../json-over-http'
import { closeServer, LOOPBACK, listen, readBody } from '../loopback'

export interface RunningBureau {
  readonly url: string
  readonly key: string
  /** The key of the platform's custom login, as its console would give it out. */
  readonly ticketKey: string
  /** What a browser brings back from the bureau's page when an account was chosen there. */
  issue(account: string): string
  /** Whose ticket it is, as the platform would know it; null for every other text. */
  accountIn(ticket: string): string | null
  close(): Promise<void>
}

const BODY_LIMIT_BYTES = 4 * 1024
const CODE_LIFE_MS = 5 * 60_000
const KEY_ID = 'local-custom-login'
/** The local platform's environment has no name of its own. */
const ENVIRONMENT = 'local'

const redeemSchema = v.object({
  code: v.pipe(v.string(), v.minLength(1), v.maxLength(256)),
  redemptionId: v.pipe(v.string(), v.minLength(1), v.maxLength(256)),
})
const ticketSchema = v.object({ uid: v.string(), expire: v.number() })

/**
 * Stands in for the bureau's own sign-in, which asks for a password elsewhere and here for none, and for the half of the
 * platform's custom login that checks a ticket. Codes live in memory: after a restart one signs in anew.
 */
export async function startBureau(clock: LocalClock): Promise<RunningBureau> {
  const key = randomBytes(24).toString('base64url')
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const codes = new Map<string, { readonly account: string; readonly until: number; usedBy: string | null }>()

  const redeem = (body: string): unknown => {
    const asked = v.safeParse(redeemSchema, parsedJson(body))
    if (!asked.success) return null
    const { code, redemptionId } = asked.output
    const known = codes.get(code)
    const again = known?.usedBy === redemptionId
    if (known === undefined || (!again && (known.usedBy !== null || known.until <= clock.now()))) {
      return { outcome: 'unknown' }
    }
    known.usedBy = redemptionId
    return { outcome: 'signed-in', account: known.account }
  }
  const server = createServer((request, response) => {
    const serve = async () => {
      if (!bears(request.headers.authorization, key)) return sendJson(response, 401, { error: 'key' })
      if (request.url !== '/redeem' || request.method !== 'POST')
        return sendJson(response, 404, { error: 'path' })
      const body = await readBody(request, BODY_LIMIT_BYTES)
      if (body.kind === 'cut-off') return
      const answer = body.kind === 'body' ? redeem(body.bytes.toString('utf8')) : null
      sendJson(response, answer === null ? 400 : 200, answer ?? { error: 'body' })
    }
    serve().catch(() => {
      if (!response.headersSent) sendJson(response, 500, { error: 'broken' })
    })
  })
  const port = await listen(server)

  return {
    url: `http://${LOOPBACK}:${port}`,
    key,
    ticketKey: JSON.stringify({
      private_key_id: KEY_ID,
      private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
      env_id: ENVIRONMENT,
    }),
    issue(account) {
      const code = randomBytes(16).toString('base64url')
      codes.set(code, { account, until: clock.now() + CODE_LIFE_MS, usedBy: null })
      return code
    },
    accountIn(ticket) {
      const [keyId, token = ''] = ticket.split('/@@/')
      const [head = '', payload = '', signature = ''] = token.split('.')
      const signed = Buffer.from(`${head}.${payload}`)
      const isOurs =
        keyId === KEY_ID && verify('sha256', signed, publicKey, Buffer.from(signature, 'base64url'))
      if (!isOurs) return null
      const said = v.safeParse(ticketSchema, parsedJson(Buffer.from(payload, 'base64url').toString('utf8')))
      if (!said.success || said.output.expire <= clock.now()) return null
      const [kind, account] = said.output.uid.split(':')
      return kind === 'staff' && account !== undefined && account !== '' ? account : null
    },
    close: () => closeServer(server),
  }
}

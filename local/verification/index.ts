import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import * as v from 'valibot'
import { normaliseIdNumber } from '../../shared/values/id-document'
import type { LocalClock } from '../clock'
import { bears, parsedJson, sendJson } from '../json-over-http'
import type { Log } from '../log'
import { closeServer, LOOPBACK, listen, readBody } from '../loopback'
import { Tokens, type VerificationMethod } from './tokens'

export type { VerificationMethod } from './tokens'

/** What the check knows of a person: whose face it is. */
export interface KnownPerson {
  readonly name: string
  readonly idType: string
  readonly idNumber: string
}

export interface RunningVerification {
  readonly url: string
  /** What the phone gets after the face check or the text message: a token that says nothing by itself. */
  issue(asked: { idNumber: string; method: VerificationMethod; outcome?: 'pass' | 'fail' }): { token: string }
  close(): Promise<void>
}

const BODY_LIMIT_BYTES = 4 * 1024

const redeemSchema = v.object({
  token: v.pipe(v.string(), v.minLength(1), v.maxLength(256)),
  redemptionId: v.pipe(v.string(), v.minLength(1), v.maxLength(256)),
})

/**
 * Starts the identity check: an outside party that stands in for the face recognition of the platform. Nothing is
 * recognised here; a passed check says that the phone asked for one.
 */
export async function startVerification(options: {
  directory: string | null
  people: readonly KnownPerson[]
  key: string
  clock: LocalClock
  log?: Log
}): Promise<RunningVerification> {
  const tokens = new Tokens(options.directory, options.clock)
  const peopleByNumber = new Map(options.people.map((person) => [person.idNumber, person]))

  const redeem = (body: string): unknown => {
    const asked = v.safeParse(redeemSchema, parsedJson(body))
    if (!asked.success) return null
    const check = tokens.redeem(asked.output.token, asked.output.redemptionId)
    if (check === null) return { outcome: 'unknown' }
    const person = peopleByNumber.get(check.idNumber)
    if (!check.passed || person === undefined) return { outcome: 'failed' }
    const { name, idType, idNumber } = person
    return { outcome: 'passed', name, idType, idNumber, method: check.method }
  }

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!bears(request.headers.authorization, options.key)) return sendJson(response, 401, { error: 'key' })
    if (request.url !== '/redeem') return sendJson(response, 404, { error: 'path' })
    if (request.method !== 'POST') return sendJson(response, 405, { error: 'method' }, { allow: 'POST' })
    const body = await readBody(request, BODY_LIMIT_BYTES)
    if (body.kind === 'cut-off') return
    const answer = body.kind === 'body' ? redeem(body.bytes.toString('utf8')) : null
    sendJson(response, answer === null ? 400 : 200, answer ?? { error: 'body' })
  }
  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      const kind = error instanceof Error ? error.name : typeof error
      options.log?.({ level: 'error', event: 'verification-failed', kind })
      if (!response.headersSent) sendJson(response, 500, { error: 'broken' })
    })
  })
  const port = await listen(server)

  return {
    url: `http://${LOOPBACK}:${port}`,
    issue: ({ idNumber, method, outcome = 'pass' }) => ({
      token: tokens.issue({ idNumber: normaliseIdNumber(idNumber), method, passed: outcome === 'pass' }),
    }),
    async close() {
      await closeServer(server)
      tokens.close()
    },
  }
}

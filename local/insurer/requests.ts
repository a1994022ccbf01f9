import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import * as v from 'valibot'
import { readBody } from '../loopback'
import { type Core, operationAt } from './operations'

/** An order with two documents fits many times over. */
const BODY_LIMIT = 4 * 1024

export interface Answer {
  readonly status: number
  readonly body: unknown
}

/** What a request leads to: an answer at once where it is wrong, or work that is done when `perform` is called. */
export type Received =
  | { readonly kind: 'cut-off' }
  | { readonly kind: 'wrong'; readonly answer: Answer }
  | { readonly kind: 'right'; readonly perform: (core: Core) => Answer }

/** Reads and checks one request of the insurer's interface; see docs/insurer-interface.md. */
export async function receive(request: IncomingMessage, key: string): Promise<Received> {
  // The key comes first, so that a stranger does not learn which paths exist, and nothing of her is read.
  if (!holdsKey(request, key)) return wrong(401, 'unauthorized', 'send authorization: Bearer <key>')
  const operation = operationAt(request.url ?? '')
  if (operation === null) return wrong(404, 'not-found', 'no such path')
  if (request.method !== 'POST') return wrong(405, 'method-not-allowed', 'send POST')

  const read = await readBody(request, BODY_LIMIT)
  if (read.kind === 'cut-off') return { kind: 'cut-off' }
  if (read.kind === 'too-long') return wrong(413, 'too-long', `a request has at most ${BODY_LIMIT} bytes`)
  const json = parseJson(read.bytes.toString('utf8'))
  if (!json.ok) return wrong(400, 'not-json', 'the body is not JSON')
  const taken = operation.take(json.value)
  if ('issues' in taken) {
    // Only which field is wrong: what was sent, the names of further fields too, may be somebody's ID number.
    const fields = taken.issues.map((issue) => v.getDotPath(issue)?.split('.')[0] ?? 'body')
    const known = fields.map((field) => (Object.hasOwn(operation.fields, field) ? field : 'body'))
    return wrong(400, 'invalid-request', `wrong or missing: ${[...new Set(known)].join(', ')}`)
  }
  return { kind: 'right', perform: (core) => ({ status: 200, body: taken.perform(core) }) }
}

function holdsKey(request: IncomingMessage, key: string): boolean {
  // Equal lengths, which the comparison needs, come from the digest.
  const sent = createHash('sha256')
    .update(request.headers.authorization ?? '')
    .digest()
  const expected = createHash('sha256').update(`Bearer ${key}`).digest()
  return timingSafeEqual(sent, expected)
}

function parseJson(text: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return { ok: false }
  }
}

function wrong(status: number, error: string, hint: string): Received {
  return { kind: 'wrong', answer: problem(status, error, hint) }
}

export function problem(status: number, error: string, hint: string): Answer {
  return { status, body: { error, hint } }
}

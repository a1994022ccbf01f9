import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import * as v from 'valibot'
import { ID_TYPES } from '../../shared/values/id-document'
import { readBody } from '../loopback'
import type { Register } from './register'

/** A document and its type fit many times over. */
const BODY_LIMIT = 4 * 1024

const documentSchema = v.strictObject({
  idType: v.picklist(ID_TYPES),
  idNumber: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
})

interface Answer {
  readonly status: number
  readonly body: unknown
}

/** Answers one request of the insurer's interface; see docs/insurer-interface.md. */
export async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  register: Register,
  key: string,
): Promise<void> {
  const answer = await answerTo(request, register, key)
  if (response.destroyed || answer === null) return
  response.writeHead(answer.status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(answer.body))
}

async function answerTo(request: IncomingMessage, register: Register, key: string): Promise<Answer | null> {
  // The key comes first, so that a stranger does not learn which paths exist, and nothing of her is read.
  if (!holdsKey(request, key)) return problem(401, 'unauthorized', 'send authorization: Bearer <key>')
  const ask = questionAt(request.url ?? '', register)
  if (ask === null) return problem(404, 'not-found', 'no such path')
  if (request.method !== 'POST') return problem(405, 'method-not-allowed', 'send POST')

  const read = await readBody(request, BODY_LIMIT)
  if (read.kind === 'cut-off') return null
  if (read.kind === 'too-long') return problem(413, 'too-long', `a request has at most ${BODY_LIMIT} bytes`)
  const json = parseJson(read.bytes.toString('utf8'))
  if (!json.ok) return problem(400, 'not-json', 'the body is not JSON')
  const document = v.safeParse(documentSchema, json.value)
  if (!document.success) {
    // Only which field is wrong: what was sent, the names of further fields too, may be somebody's ID number.
    const fields = document.issues.map((issue) => v.getDotPath(issue) ?? 'body')
    const known = fields.map((field) => (Object.hasOwn(documentSchema.entries, field) ? field : 'body'))
    return problem(400, 'invalid-request', `wrong or missing: ${[...new Set(known)].join(', ')}`)
  }
  return { status: 200, body: ask(document.output) }
}

type Question = (document: v.InferOutput<typeof documentSchema>) => unknown

const QUESTIONS: Readonly<Record<string, (register: Register) => Question>> = {
  '/persons/find': (register) => (document) => ({ person: register.find(document) }),
  '/accounts/balance': (register) => (document) => ({ balanceFen: register.balanceOf(document) }),
}

export function isKnownPath(path: string): boolean {
  return Object.hasOwn(QUESTIONS, path)
}

function questionAt(path: string, register: Register): Question | null {
  return isKnownPath(path) ? (QUESTIONS[path]?.(register) ?? null) : null
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

export function problem(status: number, error: string, hint: string): Answer {
  return { status, body: { error, hint } }
}

import type { IncomingMessage } from 'node:http'
import { readBody } from '../../loopback'
import { type GatewayRefusal, invalidRequest } from './refusals'
import { SENTENCES } from './sentences'

/** The longest event that the local gateway takes. The platform's own limit over HTTP access is lower: 100 KB of text. */
export const EVENT_BODY_LIMIT_BYTES = 1024 * 1024
/** Deeper than any event of the contract; a deeper one would only exhaust the stack of whoever walks it. */
const DEPTH_LIMIT = 32

export type EventBody =
  | { readonly kind: 'event'; readonly event: Readonly<Record<string, unknown>> }
  | { readonly kind: 'refused'; readonly reply: GatewayRefusal }
  | { readonly kind: 'cut-off' }

function refused(message: string, issue: string): EventBody {
  return { kind: 'refused', reply: invalidRequest(message, [{ path: '', message: issue }]) }
}

/** How deep objects and lists lie within each other, read from the text before anything is made of it. */
function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]
    if (inString) {
      if (character === '\\') index += 1
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === '{' || character === '[') {
      depth += 1
      deepest = Math.max(deepest, depth)
    } else if (character === '}' || character === ']') depth -= 1
  }
  return deepest
}

/** Reads the event of a call. Anything that is not a JSON object of a sensible size is a refusal, like bad input. */
export async function readEvent(request: IncomingMessage): Promise<EventBody> {
  const body = await readBody(request, EVENT_BODY_LIMIT_BYTES)
  if (body.kind === 'cut-off') return { kind: 'cut-off' }
  if (body.kind === 'too-long') return refused(SENTENCES.bodyTooLong, 'at most 1 MB')
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(body.bytes)
    if (depthOf(text) > DEPTH_LIMIT)
      return refused(SENTENCES.inputWrong, `at most ${DEPTH_LIMIT} levels deep`)
    const event: unknown = JSON.parse(text)
    if (typeof event !== 'object' || event === null || Array.isArray(event)) {
      return refused(SENTENCES.inputWrong, 'an object')
    }
    return { kind: 'event', event: { ...event } }
  } catch {
    return refused(SENTENCES.bodyNotJson, 'JSON in UTF-8')
  }
}

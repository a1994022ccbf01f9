import { readClock } from '../clock'
import { type Main, refusalReply } from '../handler'
import { PortOutage } from '../outage'
import type { Ports } from '../ports'
import { httpRequestOf, signedBy } from './signed-request'

/** What the platform's HTTP access sends on. */
interface HttpReply {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * Serves a function to institutions over the platform's HTTP access too: a signed request is a call of that institution,
 * with the event as its body. Replies are those of a call: 200 with the reply, a refusal among them, 503 with an outage,
 * 500 with an incident and nothing else. Events of any other kind are calls as before.
 */
export function serveSigned(
  main: Main,
  ports: Pick<Ports, 'store'>,
): (event: unknown, context: unknown) => Promise<unknown> {
  return async (event, context) => {
    const request = httpRequestOf(event)
    if (request === null) return main(event, context)
    try {
      const signed = await signedBy({ store: ports.store, now: readClock().now }, request)
      if (!signed.ok) return httpReply(200, { ok: false, refusal: refusalReply(signed.refusal) })
      const caller = { kind: 'institution', institutionId: signed.value } as const
      return httpReply(200, await main(parsed(request.body), context, caller))
    } catch (error) {
      return failed(error)
    }
  }
}

/** The handler has told the log what went wrong; what it threw says no more than who asked may know. */
function failed(error: unknown): HttpReply {
  if (error instanceof PortOutage) {
    return httpReply(503, { outage: { code: error.code, retry: error.retry } })
  }
  const told = parsed(error instanceof Error ? error.message : '')
  if (told !== null && typeof told === 'object' && 'outage' in told) return httpReply(503, told)
  return httpReply(500, told !== null && typeof told === 'object' && 'incident' in told ? told : {})
}

function httpReply(statusCode: number, body: unknown): HttpReply {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }
  return { statusCode, headers, body: JSON.stringify(body) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

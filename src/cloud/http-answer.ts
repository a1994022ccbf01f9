import type { Failure } from './outcome'

/** What a status other than 200 means: 503 carries an outage, 500 an incident; anything else did not reach us. */
export function failureOfHttp(status: number, body: unknown): Failure {
  const { outage, incident } = (typeof body === 'object' && body !== null ? body : {}) as {
    outage?: { code?: unknown; retry?: unknown }
    incident?: unknown
  }
  if (status === 503 && typeof outage === 'object' && outage !== null) {
    return {
      kind: 'outage',
      code: typeof outage.code === 'string' ? outage.code : 'unknown',
      retry: outage.retry === 'never' ? 'never' : 'same-request',
    }
  }
  if (status >= 500) return { kind: 'incident', incident: typeof incident === 'string' ? incident : '' }
  return { kind: 'offline' }
}

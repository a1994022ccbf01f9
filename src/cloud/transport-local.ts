import { failureOfHttp } from './http-answer'
import { session } from './session'
import type { Transport } from './transport'

const TIMEOUT_MS = 20_000

/** The local server of `npm start`: one request for each call, the chosen person in a header. */
export const localTransport: Transport = {
  async send(functionName, event) {
    const who = session()
    const controller = new AbortController()
    const timer = setTimeout(() => controller.abort(), TIMEOUT_MS)
    try {
      const response = await fetch(`/call/${functionName}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(who.kind === 'local' ? { 'x-openid': who.openid } : {}),
        },
        body: JSON.stringify(event),
        signal: controller.signal,
      })
      const body: unknown = await response.json()
      if (response.status === 200) return { kind: 'reply', reply: body }
      return failureOfHttp(response.status, body)
    } catch {
      return { kind: 'offline' }
    } finally {
      clearTimeout(timer)
    }
  },
}

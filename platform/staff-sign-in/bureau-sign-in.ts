import tcb from '@cloudbase/node-sdk'
import * as v from 'valibot'
import { PortOutage } from '../outage'
import type { BureauAnswer, StaffSignIn } from './port'

/** The key of the custom login as the platform's console gives it out: a file of JSON with these three fields. */
export const ticketKeySchema = v.object({
  private_key_id: v.pipe(v.string(), v.minLength(1)),
  private_key: v.pipe(v.string(), v.minLength(1)),
  env_id: v.pipe(v.string(), v.minLength(1)),
})
type TicketKey = v.InferOutput<typeof ticketKeySchema>

const answerSchema = v.variant('outcome', [
  v.object({ outcome: v.literal('signed-in'), account: v.pipe(v.string(), v.minLength(1), v.maxLength(64)) }),
  v.object({ outcome: v.literal('unknown') }),
])

/** A day at the desk; then she signs in anew (our own figure). */
const SESSION_MS = 8 * 60 * 60_000
const REFRESH_MS = 60 * 60_000

const UNAVAILABLE = () => new PortOutage('staff-sign-in-unavailable', 'same-request')

/** Asks the bureau's sign-in over HTTP, and has the platform's own SDK make the ticket. */
export function createBureauSignIn(options: {
  readonly url: string
  readonly key: string
  readonly ticketKey: TicketKey
  readonly timeoutMs: number
}): StaffSignIn {
  const { ticketKey } = options
  // The SDK's own types know two of the three fields of the file that the console gives out.
  const auth = tcb
    .init({ env: ticketKey.env_id, credentials: ticketKey } as Parameters<typeof tcb.init>[0])
    .auth()
  return {
    async redeem(code, redemptionId): Promise<BureauAnswer> {
      const response = await fetch(`${options.url}/redeem`, {
        method: 'POST',
        headers: { authorization: `Bearer ${options.key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ code, redemptionId }),
        signal: AbortSignal.timeout(options.timeoutMs),
        redirect: 'error',
      }).catch(() => {
        throw UNAVAILABLE()
      })
      if (!response.ok) throw UNAVAILABLE()
      const answer = v.safeParse(answerSchema, await response.json().catch(() => null))
      if (!answer.success) throw UNAVAILABLE()
      return answer.output
    },
    ticketFor: (staffId) =>
      auth.createTicket(`staff:${staffId}`, { refresh: REFRESH_MS, expire: Date.now() + SESSION_MS }),
  }
}

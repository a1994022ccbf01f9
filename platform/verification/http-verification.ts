import * as v from 'valibot'
import { ID_TYPES } from '../../shared/values/id-document'
import { PortOutage } from '../outage'
import type { IdentityVerification } from './port'

const answerSchema = v.variant('outcome', [
  v.object({
    outcome: v.literal('passed'),
    name: v.string(),
    idType: v.picklist(ID_TYPES),
    idNumber: v.string(),
    /** How the person was checked, such as `face` or `sms`. */
    method: v.pipe(v.string(), v.maxLength(20)),
  }),
  v.object({ outcome: v.literal('failed') }),
  v.object({ outcome: v.literal('unknown') }),
])

const UNAVAILABLE = () => new PortOutage('verification-unavailable', 'same-request')

/** Asks the identity check over HTTP. A redemption may be repeated, so any failure allows the same request again. */
export function createHttpVerification(options: {
  readonly url: string
  readonly key: string
  readonly timeoutMs: number
}): IdentityVerification {
  return {
    async redeem(token, redemptionId) {
      const response = await fetch(`${options.url}/redeem`, {
        method: 'POST',
        headers: { authorization: `Bearer ${options.key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ token, redemptionId }),
        signal: AbortSignal.timeout(options.timeoutMs),
      }).catch(() => {
        throw UNAVAILABLE()
      })
      if (!response.ok) throw UNAVAILABLE()
      const answer = v.safeParse(answerSchema, await response.json().catch(() => null))
      if (!answer.success) throw UNAVAILABLE()
      if (answer.output.outcome !== 'passed') return answer.output
      const { name, idType, idNumber, method } = answer.output
      return { outcome: 'passed', name, document: { idType, idNumber }, method }
    },
  }
}

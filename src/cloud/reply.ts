import type { RefusalReply } from '../../shared/contract/fields'
import type { Outcome } from './outcome'

/**
 * A reply as an outcome. The function has checked it against the contract before it left, so only its outer form is
 * looked at here; anything else did not come from our function.
 */
export function outcomeOfReply<Value>(reply: unknown): Outcome<Value> {
  if (typeof reply === 'object' && reply !== null && 'ok' in reply) {
    if (reply.ok === true && 'value' in reply) return { kind: 'value', value: reply.value as Value }
    if (reply.ok === false && 'refusal' in reply)
      return { kind: 'refused', refusal: reply.refusal as RefusalReply }
  }
  return { kind: 'incident', incident: '' }
}

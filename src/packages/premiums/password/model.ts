import type { RefusalReply } from '../../../../shared/contract/fields'
import { PASSWORD } from '../../../copy/password'

export type Step = 'verify' | 'first' | 'again' | 'done'

/**
 * Where a refusal leads: a simple password is thought of anew while the verification still holds; after anything else
 * she shows herself once more, because a verification serves once and for five minutes.
 */
export function afterRefusal({ code, facts, message }: RefusalReply): {
  readonly next: Step
  readonly why: string
} {
  if (code === 'not-allowed' && facts?.reason === 'password-too-simple')
    return { next: 'first', why: message }
  return { next: 'verify', why: code === 'verification-failed' ? PASSWORD.tooLong : message }
}

import type { Refusal } from '../../shared/values/refusal'
import { ok, type Result, refuse } from '../../shared/values/result'
import { attemptsUsedUp, failedAttempt } from '../attempts'
import type { WriteCall } from '../handler'
import type { Verification } from './port'

export type Verified = Extract<Verification, { outcome: 'passed' }> & { readonly idIndex: string }

/**
 * Uses up a verification token and says whom it names, where that is one of the expected people. A check that was
 * passed for somebody else is answered like one that was not passed. Failures count against the caller.
 *
 * Refusals: `verification-failed`, `too-many-attempts`.
 */
export async function verifiedPerson(
  call: Pick<WriteCall<'linked'>, 'store' | 'keys' | 'verification' | 'userKey' | 'requestKey' | 'today'>,
  token: string,
  isExpected: (idIndex: string) => boolean,
): Promise<Result<Verified, Refusal>> {
  const usedUp = await attemptsUsedUp(call, 'verification')
  if (usedUp !== null) return refuse(usedUp)
  const verified = await call.verification.redeem(token, call.requestKey)
  if (verified.outcome === 'passed') {
    const idIndex = call.keys.idIndex(verified.document)
    if (isExpected(idIndex)) return ok({ ...verified, idIndex })
  }
  const outcome = verified.outcome === 'passed' ? 'failed' : verified.outcome
  return failedAttempt(call, 'verification', { code: 'verification-failed', facts: { outcome } })
}

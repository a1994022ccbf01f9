import type { FunctionName } from '../../shared/contract/functions'
import { fingerprintOf } from './fingerprint'
import { isUnanswered, type Outcome } from './outcome'
import { outcomeOfReply } from './reply'
import { makeRequestId } from './request-id'
import { sessionKey } from './session'
import { transport } from './transport'
import { forgetRequest, requestIdFor } from './unanswered'
import { type ActionName, type InputFor, isNewEachTime, secretPathsOf, type ValueFor } from './writes'

export type { ValueFor } from './writes'

/**
 * Asks a cloud function. It never throws: see `Outcome`. A write gets a `requestId` that is kept until the write is
 * answered, and is used again when the same input is sent after an outage or without a network; see `isNewEachTime`.
 */
export async function call<Name extends FunctionName, Action extends ActionName<Name>>(
  functionName: Name,
  action: Action,
  input: InputFor<Name, Action>,
): Promise<Outcome<ValueFor<Name, Action>>> {
  const secretPaths = secretPathsOf(functionName, action)
  if (secretPaths === null) return ask(functionName, { action, input })
  if (isNewEachTime(functionName, action)) {
    return ask(functionName, { action, requestId: await makeRequestId(), input })
  }
  const fingerprint = fingerprintOf(sessionKey(), functionName, action, input, secretPaths)
  const requestId = await requestIdFor(fingerprint)
  const outcome = await ask<ValueFor<Name, Action>>(functionName, { action, requestId, input })
  if (!isUnanswered(outcome)) forgetRequest(fingerprint)
  return outcome
}

async function ask<Value>(
  functionName: FunctionName,
  event: { action: string; requestId?: string; input: unknown },
): Promise<Outcome<Value>> {
  const answer = await transport.send(functionName, event)
  return answer.kind === 'reply' ? outcomeOfReply<Value>(answer.reply) : answer
}

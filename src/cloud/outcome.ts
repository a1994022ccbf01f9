import type { RefusalReply } from '../../shared/contract/fields'

/**
 * What became of a call. `refused` is an expected answer that a person can act on; `outage` is a party behind the
 * function that did not answer; `offline` means that nothing answered at all, so the request may or may not have
 * arrived; `incident` is a bug on the other side, with the number under which it stands in the log.
 */
export type Outcome<Value> =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'refused'; readonly refusal: RefusalReply }
  | Failure

export type Failure =
  | { readonly kind: 'outage'; readonly code: string; readonly retry: 'same-request' | 'never' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'incident'; readonly incident: string }

/** Whether the same request may be sent again: then its `requestId` is kept. */
export function isUnanswered(outcome: Outcome<unknown>): boolean {
  if (outcome.kind === 'outage') return outcome.retry === 'same-request'
  return outcome.kind === 'offline' || outcome.kind === 'incident'
}

/** Two answers as one: the first that is not a value stands for both. */
export function both<First, Second>(
  first: Outcome<First>,
  second: Outcome<Second>,
): Outcome<{ readonly first: First; readonly second: Second }> {
  if (first.kind !== 'value') return first
  if (second.kind !== 'value') return second
  return { kind: 'value', value: { first: first.value, second: second.value } }
}

/** The same answer with another value in it. */
export function mapped<From, To>(outcome: Outcome<From>, map: (value: From) => To): Outcome<To> {
  return outcome.kind === 'value' ? { kind: 'value', value: map(outcome.value) } : outcome
}

import type { RefusalReply } from '../../shared/contract/fields'
import type { Failure, Outcome } from './outcome'

/**
 * What a page knows of something that it reads. Once there is a value it stays on the screen: a later failure is told
 * beside it (`trouble`) and takes nothing away.
 */
export type Reading<Value> =
  | { readonly phase: 'loading' }
  | { readonly phase: 'ready'; readonly value: Value; readonly trouble: Failure | null }
  | { readonly phase: 'refused'; readonly refusal: RefusalReply }
  | { readonly phase: 'failed'; readonly failure: Failure }

/** The reading after an answer; the same object where nothing has changed, so that nothing is drawn again. */
export function readingAfter<Value>(before: Reading<Value>, outcome: Outcome<Value>): Reading<Value> {
  const after = next(before, outcome)
  return JSON.stringify(before) === JSON.stringify(after) ? before : after
}

function next<Value>(before: Reading<Value>, outcome: Outcome<Value>): Reading<Value> {
  switch (outcome.kind) {
    case 'value':
      return { phase: 'ready', value: outcome.value, trouble: null }
    case 'refused':
      return { phase: 'refused', refusal: outcome.refusal }
    case 'outage':
    case 'offline':
    case 'incident':
      return before.phase === 'ready'
        ? { ...before, trouble: outcome }
        : { phase: 'failed', failure: outcome }
  }
}

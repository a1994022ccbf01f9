import type { BindingEventKind } from '../shared/contract/bindings'
import type { Instant } from '../shared/values/day'
import type { BindingId } from '../shared/values/ids'
import { canonicalJson } from './canonical'
import { sm3 } from './keys/keyed-hash'
import type { BindingEventDocument } from './store/collections'

/** The hash before the first event. */
export const NO_HISTORY = '0'.repeat(64)

export interface Happened {
  readonly at: Instant
  readonly kind: BindingEventKind
  readonly by: BindingEventDocument['by']
  /** Figures and days; never a name or an ID number. */
  readonly facts: Readonly<Record<string, unknown>>
}

/** The next event of a binding's history. Its id is its number, so that two cannot follow the same one. */
export function nextEvent(
  binding: { readonly _id: BindingId; readonly historyLength: number; readonly historyHash: string },
  happened: Happened,
): BindingEventDocument {
  const number = binding.historyLength + 1
  const event = { bindingId: binding._id, number, ...happened, previousHash: binding.historyHash }
  return { _id: `${binding._id}:${number}`, ...event, hash: sm3(canonicalJson(event)) }
}

/** Whether the events, oldest first, are whole and unchanged up to the newest that the binding names. */
export function isIntact(
  binding: { readonly historyLength: number; readonly historyHash: string },
  events: readonly BindingEventDocument[],
): boolean {
  let previousHash = NO_HISTORY
  for (const [index, { _id, hash, ...event }] of events.entries()) {
    if (event.number !== index + 1 || event.previousHash !== previousHash) return false
    if (sm3(canonicalJson(event)) !== hash) return false
    previousHash = hash
  }
  return events.length === binding.historyLength && previousHash === binding.historyHash
}

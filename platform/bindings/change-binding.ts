import type { Day } from '../../shared/values/day'
import type { BindingId, PersonId } from '../../shared/values/ids'
import { type Happened, nextEvent } from '../history'
import type { BindingDocument, PersonDocument, RosterEntry } from '../store/collections'
import type { Transaction } from '../store/store'
import { leaveReview } from './reviews'

type Fields = Partial<Omit<BindingDocument, '_id' | 'historyLength' | 'historyHash'>>

/** Changes a binding and writes down that it happened, in one step, so that nothing changes without a trace. */
export async function changeBinding(
  transaction: Transaction,
  binding: BindingDocument,
  fields: Fields,
  happened: Happened,
): Promise<BindingDocument> {
  const event = nextEvent(binding, happened)
  const written = { ...fields, historyLength: event.number, historyHash: event.hash }
  await transaction.insert('binding-events', event)
  await transaction.update('bindings', binding._id, written)
  if (fields.state === 'ended' && fields.review === undefined && binding.review?.state === 'waiting') {
    const withdrawn = fields.endedBecause === 'application-withdrawn'
    await leaveReview(transaction, binding, happened.at, withdrawn ? 'withdrawn' : 'lapsed')
  }
  return { ...binding, ...written }
}

/**
 * The last day as both people's rosters know it, by which caps and uniqueness are decided. A person who is in several
 * of the bindings is read and written once.
 */
export async function setLastDays(
  transaction: Transaction,
  bindings: readonly Pick<BindingDocument, '_id' | 'policyholderId' | 'relativeId'>[],
  lastDays: ReadonlyMap<BindingId, Day | null>,
): Promise<void> {
  const people = new Set<PersonId>(
    bindings.flatMap(({ policyholderId, relativeId }) => [policyholderId, relativeId]),
  )
  for (const personId of people) {
    const person = await transaction.get('persons', personId)
    if (person === null) throw new Error('a binding without its people')
    await transaction.update('persons', personId, {
      asPolicyholder: withLastDays(person.asPolicyholder, lastDays),
      asRelative: withLastDays(person.asRelative, lastDays),
    } satisfies Partial<PersonDocument>)
  }
}

function withLastDays(
  roster: readonly RosterEntry[],
  lastDays: ReadonlyMap<BindingId, Day | null>,
): readonly RosterEntry[] {
  return roster.map((entry) => {
    const lastDay = lastDays.get(entry.bindingId)
    return lastDay === undefined ? entry : { ...entry, lastDay }
  })
}

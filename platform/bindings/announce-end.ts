import type { EndCause, Side, UnbindReason } from '../../shared/rules'
import type { Day, Instant } from '../../shared/values/day'
import type { Id, PersonId } from '../../shared/values/ids'
import { othersIn, tell } from '../notices/tell'
import type { BindingDocument } from '../store/collections'
import type { Transaction } from '../store/store'
import { changeBinding } from './change-binding'

interface Ending {
  readonly now: Instant
  newId<Kind extends string>(kind: Kind): Id<Kind>
}

/**
 * Somebody in a binding ends it: the end is written down, and everybody else in it is told. The caller writes the last
 * day into the rosters with `setLastDays`, in the same transaction.
 */
export async function announceEnd(
  call: Ending,
  transaction: Transaction,
  binding: BindingDocument,
  end: {
    /** Who ends it; she is not told of what she does herself. */
    readonly actorId: PersonId
    readonly by: Side
    readonly cause: EndCause
    readonly reason: UnbindReason | null
    /** The last day on which it holds. */
    readonly lastDay: Day
    /** True where it is over at this moment. */
    readonly over: boolean
  },
): Promise<void> {
  const { by, cause, reason, lastDay, over } = end
  // The reason stays with the one who gave it: 离婚 is nobody else's to read in a shared history.
  const facts = { lastDay, cause }
  await changeBinding(
    transaction,
    binding,
    {
      ending: { by, cause, reason, decidedAt: call.now },
      lastDay,
      proposedEndDay: null,
      ...(over ? { state: 'ended' as const, endedBecause: cause } : {}),
    },
    { at: call.now, kind: over ? 'ended' : 'unbinding', by, facts },
  )
  await tell(call, transaction, othersIn(binding, end.actorId), {
    kind: over ? 'binding-ended' : 'unbinding-announced',
    bindingId: binding._id,
    facts,
  })
}

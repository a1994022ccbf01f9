import type { Instant } from '../../shared/values/day'
import type { BindingId, Id, PersonId } from '../../shared/values/ids'
import type { NoticeKind } from '../../shared/values/notice'
import type { Transaction } from '../store/store'

interface Telling {
  readonly now: Instant
  newId<Kind extends string>(kind: Kind): Id<Kind>
}

/**
 * Leaves a notice for each of these people, in the transaction of what it tells: it is there if and only if that
 * happened. The timer sends it on to WeChat afterwards.
 */
export async function tell(
  call: Telling,
  transaction: Transaction,
  people: Iterable<PersonId>,
  notice: {
    readonly kind: NoticeKind
    readonly bindingId: BindingId | null
    /** Figures and days; never a name or an ID number. */
    readonly facts?: Readonly<Record<string, unknown>>
  },
): Promise<void> {
  for (const personId of new Set(people)) {
    await transaction.insert('notices', {
      _id: call.newId('notice'),
      personId,
      kind: notice.kind,
      bindingId: notice.bindingId,
      facts: notice.facts ?? {},
      at: call.now,
      readAt: null,
      delivery: 'waiting',
      deliveryAttempts: 0,
      deliverAt: call.now,
      givenUpBecause: null,
    })
  }
}

interface InBinding {
  readonly policyholderId: PersonId
  readonly relativeId: PersonId
  readonly guardianId: PersonId | null
}

/** Everybody in a binding but the one who acts. */
export function othersIn(binding: InBinding, actor: PersonId | null): PersonId[] {
  const { policyholderId, relativeId, guardianId } = binding
  return [policyholderId, relativeId, ...(guardianId === null ? [] : [guardianId])].filter(
    (id) => id !== actor,
  )
}

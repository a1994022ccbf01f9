import type { DisclosureKind, Reader } from '../shared/contract/records'
import type { PersonId } from '../shared/values/ids'
import { auditChainOf, nextInChain } from './chain'
import { discloseTo } from './disclosures'
import type { ReadCall } from './handler'
import type { AuditDocument } from './store/collections'

/**
 * Who at the bureau looked at whose data, and when: in the bureau's own record, and in that of each person whose data it
 * is. A look that cannot be written down is not given.
 */
export async function writeDownLook(
  call: ReadCall<'staff'>,
  look: {
    readonly functionName: string
    readonly action: string
    /** The case or the letter. */
    readonly of: Pick<AuditDocument, 'reviewId' | 'letterId'>
    readonly kind: DisclosureKind
    readonly by: Extract<Reader, 'reviewer' | 'clerk'>
    readonly subjects: ReadonlySet<PersonId>
  },
): Promise<void> {
  const { functionName, action, of, kind, by, subjects } = look
  const { chain, actor } = auditChainOf(call, call.newId('audit'))
  await call.store.transact(async (transaction) => {
    await transaction.append('audit', chain, (newest) =>
      nextInChain(call.keys, chain, newest, {
        at: call.now,
        actor,
        functionName,
        action,
        requestKey: null,
        ...of,
      }),
    )
    return { keep: true, value: null }
  })
  const reading = {
    kind,
    by,
    readerId: null,
    readerKey: staffKey(call),
    about: of.reviewId ?? of.letterId ?? '',
  }
  for (const subjectId of subjects) await discloseTo(call, { subjectId, ...reading })
}

/** Tells one account of the bureau from another where a person's user key stands else. */
export function staffKey(call: Pick<ReadCall<'staff'>, 'keys' | 'staff'>): string {
  return call.keys.userKey(`staff:${call.staff._id}`)
}

import { addDays, dayOf, type Instant, instant } from '../../../shared/values/day'
import type { Id } from '../../../shared/values/ids'
import type { ValueFor } from '../../../src/cloud/writes'

export type Sent = ValueFor<'invitations', 'list'>['sent'][number]
type Signer = Sent['letters'][number]['signer']

/** A well-formed id of a thing, the same for the same order. */
export function id<Kind extends string>(_kind: Kind, order: number): Id<Kind> {
  return `01K98R0000000000000000${String(order).padStart(4, '0')}` as Id<Kind>
}

const minute = (order: number): Instant => instant(`2025-11-05T01:${String(order).padStart(2, '0')}:00.000Z`)

/** An invitation made `order` minutes after nine, with 72 hours to answer. */
export function sentInvitation(
  order: number,
  more: Partial<Omit<Sent, 'letters'>> & { readonly signed?: readonly Signer[] } = {},
): Sent {
  const { signed = ['policyholder', 'guardian'], ...rest } = more
  const acceptance = rest.acceptance ?? 'by-relative'
  const signers: Signer[] = ['policyholder', acceptance === 'by-guardian' ? 'guardian' : 'relative']
  const createdAt = minute(order)
  return {
    invitationId: id('invitation', order),
    relative: { name: '央*' },
    relation: 'sibling',
    state: 'pending',
    acceptance,
    letters: signers.map((signer, index) => ({
      letterId: id('letter', order * 10 + index),
      signer,
      signed: signed.includes(signer),
    })),
    createdAt,
    expiresAt: instant(createdAt.replace(dayOf(createdAt), addDays(dayOf(createdAt), 3))),
    uses: ['hospital'],
    startDay: dayOf(createdAt),
    ...rest,
  }
}

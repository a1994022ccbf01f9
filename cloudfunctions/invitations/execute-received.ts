import type { ReadCall } from '../../platform/handler'
import { unsealPerson } from '../../platform/people'
import type { InvitationDocument } from '../../platform/store/collections'
import { PLACES } from '../../platform/store/places'
import { maskName } from '../../shared/values/id-document'
import type { InvitationId, PersonId } from '../../shared/values/ids'
import { stateAt } from './decide'

export type Role = 'relative' | 'guardian' | 'policyholder'

/**
 * What a person is to an invitation, or null for everybody else. A child's invitation is answered by a guardian,
 * so the child itself is nobody here.
 */
export function roleOf(
  invitation: InvitationDocument,
  person: { readonly _id: PersonId; readonly idIndex: string },
): Role | null {
  if (invitation.policyholderId === person._id) return 'policyholder'
  if (invitation.acceptance === 'by-guardian') {
    return invitation.guardianIndexes.includes(person.idIndex) ? 'guardian' : null
  }
  return invitation.idIndex === person.idIndex ? 'relative' : null
}

/** Invitations to the caller, or to a child whose parent she is, newest first. Drafts are the inviter's own affair. */
export async function receivedBy(call: ReadCall<'linked'>, limit: number) {
  const { idIndex } = call.person
  const query = { orderBy: ['createdAt', 'desc'] as const, limit }
  const [own, children] = await Promise.all([
    call.store.find('invitations', { idIndex }, query),
    call.store.find('invitations', { guardianIndexes: idIndex }, query),
  ])
  const dead = await withDeadTokens(call, [...own, ...children])
  return [...own, ...children].flatMap((invitation) => {
    const role = roleOf(invitation, call.person)
    const state = stateAt(invitation, call.now)
    if (
      role === null ||
      role === 'policyholder' ||
      invitation.letters.every((letter) => letter.signedByIndex === null)
    ) {
      return []
    }
    if (state === 'draft') return []
    return [
      {
        invitationId: invitation._id,
        from: { name: policyholderName(call, invitation) },
        ...(role === 'guardian' ? { child: { name: relativeName(call, invitation) } } : {}),
        relation: invitation.relation,
        state,
        ...(state === 'pending' && !dead.has(invitation._id)
          ? { token: call.keys.invitationToken(invitation.tokenNonce) }
          : {}),
        expiresAt: invitation.expiresAt,
        ...(invitation.bindingId === null ? {} : { bindingId: invitation.bindingId }),
      },
    ]
  })
}

/** Pending invitations whose inviter has moved to another phone since: they open again when she sends them anew. */
async function withDeadTokens(
  call: ReadCall<'linked'>,
  invitations: readonly InvitationDocument[],
): Promise<ReadonlySet<InvitationId>> {
  const pending = invitations.filter((invitation) => stateAt(invitation, call.now) === 'pending')
  if (pending.length === 0) return new Set()
  const inviters = await call.store.find(
    'persons',
    { _id: call.store.operators.in([...new Set(pending.map((invitation) => invitation.policyholderId))]) },
    { limit: pending.length },
  )
  const validFrom = new Map(inviters.map((person) => [person._id, person.tokensValidFrom]))
  return new Set(
    pending
      .filter(({ policyholderId, tokenMadeAt }) => tokenMadeAt < (validFrom.get(policyholderId) ?? ''))
      .map((invitation) => invitation._id),
  )
}

export function policyholderName(call: ReadCall, invitation: InvitationDocument): string {
  const place = PLACES.invitationPolicyholder(invitation._id)
  return maskName(unsealPerson(call.keys, place, invitation.sealedPolicyholder).name)
}

export function relativeName(call: ReadCall, invitation: InvitationDocument): string {
  return maskName(fullRelativeName(call, invitation))
}

export function fullRelativeName(call: ReadCall, invitation: InvitationDocument): string {
  const place = PLACES.invitationRelative(invitation._id)
  return unsealPerson(call.keys, place, invitation.sealedRelative).name
}

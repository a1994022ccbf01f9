import type { ReadCall } from '../../platform/handler'
import { unsealPerson } from '../../platform/people'
import type { InvitationDocument } from '../../platform/store/collections'
import { PLACES } from '../../platform/store/places'
import { maskName } from '../../shared/values/id-document'
import type { PersonId } from '../../shared/values/ids'
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
  return [...own, ...children].flatMap((invitation) => {
    const role = roleOf(invitation, call.person)
    const state = stateAt(invitation, call.now)
    if (role === null || role === 'policyholder' || invitation.letters.every((letter) => !letter.signed)) {
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
        ...(state === 'pending' ? { token: call.keys.invitationToken(invitation.tokenNonce) } : {}),
        expiresAt: invitation.expiresAt,
        ...(invitation.bindingId === null ? {} : { bindingId: invitation.bindingId }),
      },
    ]
  })
}

export function policyholderName(call: ReadCall, invitation: InvitationDocument): string {
  const place = PLACES.invitationPolicyholder(invitation._id)
  return maskName(unsealPerson(call.keys, place, invitation.sealedPolicyholder).name)
}

export function relativeName(call: ReadCall, invitation: InvitationDocument): string {
  const place = PLACES.invitationRelative(invitation._id)
  return maskName(unsealPerson(call.keys, place, invitation.sealedRelative).name)
}

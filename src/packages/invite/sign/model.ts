import type { ValueOf } from '../../../../shared/contract/action'
import type { invitations } from '../../../../shared/contract/invitations'
import { type Sex, sexOf } from '../../../../shared/values/id-document'
import type { Relation } from '../../../../shared/values/relation'

export type SentInvitation = ValueOf<(typeof invitations.actions)['list']>['sent'][number]
type InvitationLetter = SentInvitation['letters'][number]

/** How an invitation comes to its end, seen from the policyholder. */
export type InvitationWay = 'by-relative' | 'in-person' | 'own-child' | 'parent-of-child'

export function wayOf(invitation: {
  acceptance: SentInvitation['acceptance']
  relation: Relation
}): InvitationWay {
  if (invitation.acceptance !== 'by-guardian') return invitation.acceptance
  return invitation.relation === 'child' ? 'own-child' : 'parent-of-child'
}

/** The 17th digit survives the mask (three characters, stars, four characters), so the word for her can be right. */
export function sexInMask(idNumber: string | undefined): Sex | null {
  if (idNumber === undefined || !/^.{14}\d{3}[\dX]$/.test(idNumber)) return null
  return sexOf({ idType: '01', idNumber })
}

/**
 * What has to be done next on this phone. It follows from what the functions hold, not from where the page was
 * left: after a reload, a killed phone or the back button the same person stands at the same step.
 */
export type SigningStep =
  | { readonly kind: 'sign'; readonly letterId: string; readonly who: 'policyholder' | 'guardian' }
  | { readonly kind: 'sign-in-person'; readonly letterId: string }
  | { readonly kind: 'add-child' }
  | { readonly kind: 'join-in-person' }
  | { readonly kind: 'share' }
  | { readonly kind: 'over' }

export function stepOf(invitation: SentInvitation): SigningStep {
  if (invitation.state !== 'draft' && invitation.state !== 'pending') return { kind: 'over' }
  const unsigned = (signer: InvitationLetter['signer']) =>
    invitation.letters.find((letter) => letter.signer === signer && !letter.signed)
  const own = unsigned('policyholder')
  if (own !== undefined) return { kind: 'sign', letterId: own.letterId, who: 'policyholder' }
  switch (wayOf(invitation)) {
    case 'own-child': {
      const guardian = unsigned('guardian')
      return guardian === undefined
        ? { kind: 'add-child' }
        : { kind: 'sign', letterId: guardian.letterId, who: 'guardian' }
    }
    case 'in-person': {
      const relative = unsigned('relative')
      return relative === undefined
        ? { kind: 'join-in-person' }
        : { kind: 'sign-in-person', letterId: relative.letterId }
    }
    default:
      return { kind: 'share' }
  }
}

/** Which letter of how many is before her on this phone; null where she signs only one. */
export function letterCount(
  invitation: SentInvitation,
  letterId: string,
): { index: number; count: number } | null {
  const way = wayOf(invitation)
  const here = invitation.letters.filter(
    (letter) => letter.signer === 'policyholder' || way === 'own-child' || way === 'in-person',
  )
  const index = here.findIndex((letter) => letter.letterId === letterId)
  return here.length < 2 || index < 0 ? null : { index: index + 1, count: here.length }
}

export function invitationIn(sent: readonly SentInvitation[], invitationId: string): SentInvitation | null {
  return sent.find((invitation) => invitation.invitationId === invitationId) ?? null
}

import { type SentInvitation, wayOf } from '../sign/model'

/** What the page shows for an invitation; `share` alone has a card and a code. */
export type ShareView =
  | 'share'
  | 'draft'
  | 'here'
  | 'accepted'
  | 'in-review'
  | 'declined'
  | 'could-not-join'
  | 'revoked'
  | 'expired'
  | 'missing'

export function shareViewOf(invitation: SentInvitation | null): ShareView {
  if (invitation === null) return 'missing'
  if (invitation.state !== 'pending') return invitation.state
  const way = wayOf(invitation)
  // A child's and an in-person invitation end on this phone: there is nobody to send them to.
  return way === 'own-child' || way === 'in-person' ? 'here' : 'share'
}

export function mayResend(view: ShareView): boolean {
  return view === 'share' || view === 'expired'
}

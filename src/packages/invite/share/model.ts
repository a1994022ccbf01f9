import { type Instant, millisecondsOf, parseInstant } from '../../../../shared/values/day'
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

/** Whole hours, or minutes in the last hour; null once it is over. Rounded down: nobody is promised more. */
export function timeLeft(expiresAt: string, now: Instant): { hours: number; minutes: number } | null {
  const end = parseInstant(expiresAt)
  if (end === null) return null
  const minutes = Math.floor((millisecondsOf(end) - millisecondsOf(now)) / 60_000)
  if (minutes <= 0) return null
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 }
}

import { APP_NAME } from '../../../copy/app'
import { SHARE_WAYS } from '../../../copy/invite'
import { ROUTES } from '../../../routes'
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

/** What WeChat shows in the chat, and what a tap on it opens. */
export interface ShareCard {
  readonly title: string
  readonly path: string
  /** Without one WeChat takes a picture of this page, on which the relative's name stands. */
  readonly imageUrl: string
}

const PICTURE = '/theme/share-card.png'

/**
 * The card names nobody: whoever sees the chat learns what for, and the path carries the token alone. The menu can
 * forward this page at any time; without an invitation to hand over it forwards the product.
 */
export function shareCardOf(landing: string | null, who: string): ShareCard {
  return landing === null
    ? { title: APP_NAME, path: ROUTES.home, imageUrl: PICTURE }
    : { title: SHARE_WAYS.cardTitle(who), path: `/${landing}`, imageUrl: PICTURE }
}

export function mayResend(view: ShareView): boolean {
  return view === 'share' || view === 'expired'
}

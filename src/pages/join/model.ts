import type { ValueOf } from '../../../shared/contract/action'
import type { RefusalReply } from '../../../shared/contract/fields'
import type { invitations } from '../../../shared/contract/invitations'

export type OpenedInvitation = ValueOf<(typeof invitations.actions)['open']>

/** Where the relative stands with the invitation. */
export type JoinView =
  /** The link carries no token. */
  | 'no-token'
  /** Not known to the product yet: she says who she is first and comes back here. */
  | 'link-first'
  /** Nobody's, somebody else's or long gone: all of them look the same, and nothing is told. */
  | 'unknown'
  | 'too-many-attempts'
  /** Another refusal: told with its reason. */
  | 'refused'
  | 'own'
  | 'pending'
  /** Signed, but not joined yet: the phone was put away in between. */
  | 'signed'
  | 'obstacle'
  | 'accepted'
  | 'in-review'
  | 'declined'
  | 'revoked'
  | 'expired'

type RefusalView = Extract<
  JoinView,
  'link-first' | 'unknown' | 'expired' | 'revoked' | 'too-many-attempts' | 'refused'
>

export function viewOfRefusal(code: RefusalReply['code']): RefusalView {
  switch (code) {
    case 'not-linked':
      return 'link-first'
    case 'not-found':
    case 'invalid-request':
      return 'unknown'
    case 'invitation-expired':
      return 'expired'
    case 'invitation-closed':
      return 'revoked'
    case 'too-many-attempts':
      return 'too-many-attempts'
    default:
      return 'refused'
  }
}

type InvitationView = 'own' | 'obstacle' | 'signed' | OpenedInvitation['state']

export function viewOfInvitation(invitation: OpenedInvitation): InvitationView {
  if (invitation.role === 'policyholder') return 'own'
  if (invitation.state !== 'pending') return invitation.state
  if (invitation.obstacle !== undefined) return 'obstacle'
  return invitation.letterSigned ? 'signed' : 'pending'
}

/**
 * The token from how the page was opened: `token` in a link or a card, `scene` in a 小程序码, and `q` where an
 * ordinary code was scanned, in which WeChat hands over the whole address. Null where there is none. A wrong one is
 * left to the function, which answers the same for all of them.
 */
export function tokenOf(params: Readonly<Record<string, string | undefined>>): string | null {
  const given = params.token ?? params.scene ?? tokenInAddress(decoded(params.q ?? ''))
  const token = decoded(given).trim()
  return token === '' || token.length > 64 ? null : token
}

function tokenInAddress(address: string): string {
  return /[?&]token=([^&#]*)/.exec(address)?.[1] ?? ''
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    // A broken escape is part of no token; as it stands it will be refused like any other.
    return text
  }
}

export const DECLINE_CHOICES = ['not-now', 'talk-first', 'wrong-facts', 'own-account', 'other'] as const
export type DeclineChoice = (typeof DECLINE_CHOICES)[number]

const LONGEST_REASON = 200

/** The sentence that goes to the inviter, or undefined where she gave none. */
export function declineReason(
  choice: DeclineChoice | null,
  words: string,
  sentences: Record<Exclude<DeclineChoice, 'other'>, string>,
): string | undefined {
  if (choice === null) return undefined
  if (choice !== 'other') return sentences[choice]
  const own = words.trim().slice(0, LONGEST_REASON)
  return own === '' ? undefined : own
}

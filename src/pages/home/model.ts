import { relationLabel } from '../../../shared/copy'
import type { RegionWords } from '../../../shared/rules'
import type { Me } from '../../cloud/me'
import type { ValueFor } from '../../cloud/writes'
import { HOME } from '../../copy/home'
import { stepOf } from '../../packages/invite/sign/model'
import { addressOf, ROUTES } from '../../routes'

type Invitations = ValueFor<'invitations', 'list'>

/** Something that only this person can bring further, with its one button. */
export interface WaitingTask {
  readonly key: string
  readonly title: string
  readonly lines: readonly string[]
  readonly button: string
  readonly address: string
}

/**
 * What waits for the person: first the invitations that she was sent, the one that ends first on top, then those of
 * her own that lack a signature or a last step on this phone.
 */
export function waitingTasks(invitations: Invitations): readonly WaitingTask[] {
  const byDeadline = <Row extends { readonly expiresAt: string }>(rows: readonly Row[]) =>
    [...rows].sort((a, b) => (a.expiresAt < b.expiresAt ? -1 : 1))
  const received = byDeadline(invitations.received).flatMap((invitation): WaitingTask[] => {
    if (invitation.state !== 'pending' || invitation.token === undefined) return []
    const { from, child, relation, token } = invitation
    return [
      {
        key: invitation.invitationId,
        title:
          child === undefined
            ? HOME.received.title(from.name)
            : HOME.received.titleForChild(from.name, child.name),
        lines: [
          child === undefined
            ? HOME.received.relation(relationLabel(relation))
            : HOME.received.childRelation(relationLabel(relation)),
          HOME.received.until(invitation.expiresAt),
        ],
        button: HOME.received.button,
        address: addressOf(ROUTES.landing, { token }),
      },
    ]
  })
  const drafts = byDeadline(invitations.sent).flatMap((invitation): WaitingTask[] => {
    const step = stepOf(invitation)
    if (step.kind === 'share' || step.kind === 'over') return []
    return [
      {
        key: invitation.invitationId,
        title: HOME.draft.title(invitation.relative.name),
        lines: [HOME.draft.step[step.kind]],
        button: HOME.draft.button,
        address: addressOf(ROUTES.inviteSign, { invitationId: invitation.invitationId }),
      },
    ]
  })
  return [...received, ...drafts]
}

export interface RegionLine {
  readonly text: string
  readonly button: string
  /** Where the words on the screen are not those of the place where she is insured. */
  readonly warning: string | null
}

/** Which region's words are on the screen, and whether that is where the person is insured. */
export function regionLine(me: Me, wordsOf: (regionCode: string) => RegionWords): RegionLine {
  const enrolled = me.person?.regionCode ?? null
  const shown = me.settings.regionCode
  if (shown === null) return { text: HOME.region.unknown, button: HOME.region.choose, warning: null }
  const name = wordsOf(shown).shortName
  if (enrolled === null || enrolled === shown) {
    const text = enrolled === null ? HOME.region.shown(name) : HOME.region.yours(name)
    return { text, button: HOME.region.change, warning: null }
  }
  const enrolledName = wordsOf(enrolled).shortName
  return {
    text: HOME.region.yours(enrolledName),
    button: HOME.region.change,
    warning: HOME.region.differs(enrolledName, name),
  }
}

export type AccountLine =
  | { readonly kind: 'balance'; readonly amount: string }
  | { readonly kind: 'told'; readonly text: string }

/** The balance where it is known; else the reason why there is none to show. Never a guess. */
export function accountLine(person: NonNullable<Me['person']>, account: Me['account']): AccountLine {
  if (person.enrolment === 'none') return { kind: 'told', text: HOME.balance.notEnrolled }
  if (person.enrolment === 'suspended') return { kind: 'told', text: HOME.balance.suspended }
  if (account !== undefined) return { kind: 'balance', amount: HOME.balance.amount(account.balanceFen) }
  return { kind: 'told', text: person.scheme === 'employee' ? HOME.balance.unknown : HOME.balance.none }
}

export interface NoticeView {
  readonly at: string
  readonly title: string
  readonly text: string
}

/**
 * The newest notice that she has not read. That the link has moved away concerns the phone that lost it, and nobody
 * once it is linked again; instants compare as strings.
 */
export function noticeToShow(me: Me, seen: string): NoticeView | null {
  const told = me.notices.filter(
    ({ kind, at }) => at > seen && (kind === 'link-moved-away' ? !me.linked : me.linked),
  )
  const newest = told[told.length - 1]
  if (newest === undefined) return null
  const { title, text } = HOME.notices[newest.kind]
  return { at: newest.at, title, text: text(newest.at) }
}

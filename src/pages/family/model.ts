import { relationLabel } from '../../../shared/copy'
import type { ValueFor } from '../../cloud/writes'
import type { StatusTone } from '../../components/status-tag'
import { BINDING_STATES, FAMILY, INVITATION_STATES, REJECTED } from '../../copy/family'
import { END_SENTENCES } from '../../copy/member'
import { stepOf } from '../../packages/invite/sign/model'
import { addressOf, ROUTES } from '../../routes'

type Bindings = ValueFor<'bindings', 'list'>
type Binding = Bindings['asPolicyholder'][number]
type Sent = ValueFor<'invitations', 'list'>['sent'][number]
export type InvitationState = Sent['state']

export interface Status {
  readonly text: string
  readonly tone: StatusTone
}

export interface MemberRow {
  readonly bindingId: Binding['bindingId']
  readonly name: string
  readonly relation: string
  readonly status: Status
  readonly lines: readonly string[]
  readonly address: string
  /** While it is on its way to its end: when that is, and whether this side may take it back. */
  readonly ending: { readonly endsAt: string; readonly mayUndo: boolean } | null
}

export type InvitationAction = 'share' | 'resend' | 'revoke' | 'resume'

export interface InvitationRow {
  readonly invitationId: string
  readonly name: string
  readonly relation: string
  readonly status: Status
  readonly lines: readonly string[]
  /** The first is the next step; the others are there when they are needed. */
  readonly actions: readonly InvitationAction[]
}

export interface FamilyView {
  readonly given: readonly MemberRow[]
  readonly received: readonly MemberRow[]
  /** My invitations that are under way. */
  readonly open: readonly InvitationRow[]
  /** My invitations that came to nothing, the newest first. An accepted one is a member now. */
  readonly closed: readonly InvitationRow[]
  readonly givenEnded: readonly MemberRow[]
  readonly receivedEnded: readonly MemberRow[]
  /** What her region lets her set for all relatives together, in the order in which it is shown. */
  readonly forAll: readonly ForAllRow[]
}

export interface ForAllRow {
  readonly id: 'account-limit' | 'member-order'
  readonly name: string
  /** How it stands, or what it does. */
  readonly text: string
  readonly address: string
}

/** The side that has something to see; one's own giving where both have or neither has. */
export function sideAtFirst(view: FamilyView): 'given' | 'received' {
  const given = view.given.length + view.open.length
  return given === 0 && view.received.length > 0 ? 'received' : 'given'
}

/** So many closed invitations are shown; older ones help nobody. */
const CLOSED_SHOWN = 5

export function familyView(bindings: Bindings, sent: readonly Sent[]): FamilyView {
  const over = ({ state }: Binding) => state === 'ended'
  const given = bindings.asPolicyholder
  const received = bindings.asRelative
  const newestFirst = [...sent].sort((a, b) => (a.createdAt > b.createdAt ? -1 : 1))
  return {
    given: given.filter((one) => !over(one)).map((one) => memberRow(one, 'given')),
    received: received.filter((one) => !over(one)).map((one) => memberRow(one, 'received')),
    givenEnded: given.filter(over).map((one) => memberRow(one, 'given')),
    receivedEnded: received.filter(over).map((one) => memberRow(one, 'received')),
    open: newestFirst.filter(({ state }) => state === 'draft' || state === 'pending').map(invitationRow),
    closed: newestFirst.filter(isClosed).slice(0, CLOSED_SHOWN).map(invitationRow),
    forAll: forAllRows(bindings),
  }
}

function forAllRows({ accountLimit, maySetOrder }: Bindings): readonly ForAllRow[] {
  const rows: ForAllRow[] = []
  if (accountLimit !== undefined) {
    const { name, now } = FAMILY.accountLimit
    const text = now(accountLimit.limitFen ?? null)
    rows.push({ id: 'account-limit', name, text, address: ROUTES.accountLimit })
  }
  if (maySetOrder === true) {
    const { name, now } = FAMILY.order
    rows.push({ id: 'member-order', name, text: now, address: ROUTES.memberOrder })
  }
  return rows
}

function isClosed({ state }: Sent): boolean {
  return state === 'declined' || state === 'could-not-join' || state === 'revoked' || state === 'expired'
}

function memberRow(binding: Binding, side: 'given' | 'received'): MemberRow {
  const relation = relationLabel(binding.relation)
  return {
    bindingId: binding.bindingId,
    name: binding.counterpart.name,
    // The relation is always what the relative is to the policyholder, so on her own side it is said the other way.
    relation: side === 'given' ? FAMILY.yourRelation(relation) : FAMILY.youAre(relation),
    status:
      binding.endedBecause === 'review-rejected'
        ? { text: REJECTED, tone: 'attention' }
        : { text: BINDING_STATES[binding.state], tone: BINDING_TONES[binding.state] },
    lines: linesOf(binding, side),
    address: addressOf(ROUTES.memberDetail, { bindingId: binding.bindingId }),
    ending:
      binding.ending === undefined
        ? null
        : { endsAt: binding.ending.endsAt, mayUndo: binding.ending.mayUndo },
  }
}

function linesOf(binding: Binding, side: 'given' | 'received'): readonly string[] {
  const { state, lastDay, endedBecause, proposedEndDay, review } = binding
  if (state === 'ended') {
    const rejected = review?.kind === 'binding' && review.state === 'rejected'
    // What never held was not used until any day.
    const held = endedBecause !== 'review-rejected' && endedBecause !== 'application-withdrawn'
    return [
      ...(lastDay === undefined || !held ? [] : [FAMILY.untilThen(lastDay)]),
      ...(endedBecause === undefined ? [] : [END_SENTENCES[endedBecause]]),
      ...(rejected ? [FAMILY.rejectedMore] : []),
    ]
  }
  const isMine = (proposedEndDay?.by === 'policyholder') === (side === 'given')
  return [
    state === 'in-review' ? FAMILY.afterReview : FAMILY.since(binding.effectiveFrom),
    ...(lastDay === undefined ? [] : [FAMILY.until(lastDay)]),
    ...(review?.kind === 'unbinding' && review.state === 'waiting' ? [FAMILY.unbindingWaits] : []),
    ...(state === 'ending' && binding.paused === true ? [FAMILY.pausedToo] : []),
    ...(binding.awaitsOwnConsent === true ? [awaitsLine(binding, side)] : []),
    ...(proposedEndDay === undefined || state === 'ending'
      ? []
      : [isMine ? FAMILY.proposalSent : FAMILY.proposalAsked]),
    FAMILY.uses(binding.uses),
  ]
}

/** A guardian reads with the relative's words, but it is the child who answers. */
function awaitsLine({ child }: Binding, side: 'given' | 'received'): string {
  const { self, others } = FAMILY.awaitsOwnConsent
  return side === 'received' && child === undefined ? self : others
}

const BINDING_TONES: Readonly<Record<Binding['state'], StatusTone>> = {
  'in-review': 'waiting',
  active: 'going-well',
  paused: 'attention',
  ending: 'attention',
  ended: 'over',
}

function invitationRow(invitation: Sent): InvitationRow {
  return {
    invitationId: invitation.invitationId,
    name: invitation.relative.name,
    relation: FAMILY.yourRelation(relationLabel(invitation.relation)),
    status: invitationStatus(invitation),
    lines: invitationLines(invitation),
    actions: actionsOf(invitation),
  }
}

function invitationStatus(invitation: Sent): Status {
  // An invitation that is finished on this phone waits for nobody else, though its state is the same.
  if (invitation.state === 'pending' && stepOf(invitation).kind !== 'share') {
    return { text: FAMILY.unfinished, tone: 'attention' }
  }
  return { text: INVITATION_STATES[invitation.state], tone: INVITATION_TONES[invitation.state] }
}

function invitationLines(invitation: Sent): readonly string[] {
  switch (invitation.state) {
    case 'draft':
      return [FAMILY.draftDeadline(invitation.expiresAt)]
    case 'pending':
      return [
        stepOf(invitation).kind === 'share'
          ? FAMILY.deadline(invitation.expiresAt)
          : FAMILY.draftDeadline(invitation.expiresAt),
      ]
    case 'expired':
      return [FAMILY.expiredAt(invitation.expiresAt)]
    case 'declined':
      return invitation.declineReason === undefined ? [] : [FAMILY.declineReason(invitation.declineReason)]
    default:
      return []
  }
}

const INVITATION_TONES: Readonly<Record<InvitationState, StatusTone>> = {
  draft: 'attention',
  pending: 'waiting',
  accepted: 'going-well',
  'in-review': 'waiting',
  declined: 'over',
  'could-not-join': 'over',
  revoked: 'over',
  expired: 'over',
}

/** What is left to do on this phone comes first; an invitation that waits for somebody else can be shown to her. */
function actionsOf(invitation: Sent): readonly InvitationAction[] {
  switch (stepOf(invitation).kind) {
    case 'over':
      return []
    case 'share':
      return ['share', 'resend', 'revoke']
    default:
      return ['resume', 'revoke']
  }
}

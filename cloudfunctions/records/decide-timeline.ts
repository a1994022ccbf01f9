import type { TimelineEntry } from '../../shared/contract/records'
import type { Day, Instant } from '../../shared/values/day'
import type { BindingId, InvitationId, LetterId } from '../../shared/values/ids'

export type Side = TimelineEntry['side']

export interface InvitationFacts {
  readonly invitationId: InvitationId
  readonly side: Side
  readonly counterpart: string
  readonly state: string
  readonly createdAt: Instant
  readonly expiresAt: Instant
  readonly closedAt: Instant | null
  readonly relation: string
}

export interface BindingEventFacts {
  readonly eventId: string
  readonly bindingId: BindingId
  readonly side: Side
  readonly counterpart: string
  readonly at: Instant
  readonly kind: Extract<TimelineEntry, { about: 'binding' }>['kind']
  readonly by: Extract<TimelineEntry, { about: 'binding' }>['by']
  readonly facts: Readonly<Record<string, unknown>>
}

export interface LetterFacts {
  readonly letterId: LetterId
  readonly side: Side
  readonly counterpart: string | null
  readonly signedAt: Instant
  readonly purpose: string
  readonly lastDay: Day | null
}

/**
 * What became of an invitation, as the side sees it. One whose 72 hours are over is expired, whether or not a timer has
 * seen it.
 */
export function invitationEntries(invitation: InvitationFacts, now: Instant): TimelineEntry[] {
  const { invitationId, side, counterpart, state, createdAt, expiresAt, closedAt, relation } = invitation
  const entry = (kind: Extract<TimelineEntry, { about: 'invitation' }>['kind'], at: Instant) => ({
    about: 'invitation' as const,
    entryId: `invitation:${invitationId}:${kind}`,
    at,
    kind,
    side,
    invitationId,
    counterpart: { name: counterpart },
    facts: { relation },
  })
  const made = entry(side === 'policyholder' ? 'made' : 'received', createdAt)
  if (state === 'expired' || (state === 'pending' && expiresAt <= now))
    return [made, entry('expired', expiresAt)]
  if ((state === 'declined' || state === 'revoked') && closedAt !== null) {
    return [made, entry(state, closedAt)]
  }
  return [made]
}

export function bindingEntry(event: BindingEventFacts): TimelineEntry {
  const { eventId, bindingId, side, counterpart, at, kind, by, facts } = event
  return {
    about: 'binding',
    entryId: `binding:${eventId}`,
    at,
    kind,
    by,
    side,
    bindingId,
    counterpart: { name: counterpart },
    facts: { ...facts },
  }
}

export function letterEntry(letter: LetterFacts): TimelineEntry {
  const { letterId, side, counterpart, signedAt, purpose, lastDay } = letter
  return {
    about: 'letter',
    entryId: `letter:${letterId}`,
    at: signedAt,
    kind: 'signed',
    side,
    letterId,
    ...(counterpart === null ? {} : { counterpart: { name: counterpart } }),
    facts: { purpose, ...(lastDay === null ? {} : { lastDay }) },
  }
}

/** The moment of a cursor, from which on the older ones are read. */
export function momentOf(cursor: string): Instant {
  return cursor.slice(0, cursor.indexOf('|')) as Instant
}

/** One page, the newest first, after the entry that was shown last; what happened at one moment stays in one order. */
export function pageOfTimeline(
  entries: readonly TimelineEntry[],
  cursor: string | undefined,
  size: number,
): { readonly entries: TimelineEntry[]; readonly next?: string } {
  const sorted = [...entries].sort((left, right) => (keyOf(left) < keyOf(right) ? 1 : -1))
  const older = cursor === undefined ? sorted : sorted.filter((entry) => keyOf(entry) < cursor)
  const page = older.slice(0, size)
  const last = page.at(-1)
  return { entries: page, ...(older.length > size && last !== undefined ? { next: keyOf(last) } : {}) }
}

/** Events of one binding at one moment are told apart by their number, which has as many digits for all of them. */
function keyOf({ at, entryId }: TimelineEntry): string {
  return `${at}|${entryId.replace(/\d+$/, (number) => number.padStart(6, '0'))}`
}

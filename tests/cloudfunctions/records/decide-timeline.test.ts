import fc from 'fast-check'
import {
  type BindingEventFacts,
  bindingEntry,
  type InvitationFacts,
  invitationEntries,
  momentOf,
  pageOfTimeline,
} from '../../../cloudfunctions/records/decide-timeline'
import { instant } from '../../../shared/values/day'

const NOW = instant('2025-11-05T01:00:00.000Z')
const invitation = (part: Partial<InvitationFacts>): InvitationFacts => ({
  invitationId: '01JAAAAAAAAAAAAAAAAAAAAAAA' as InvitationFacts['invitationId'],
  side: 'policyholder',
  counterpart: '王**',
  state: 'pending',
  createdAt: instant('2025-11-01T01:00:00.000Z'),
  expiresAt: instant('2025-11-09T01:00:00.000Z'),
  closedAt: null,
  relation: 'parent',
  ...part,
})
const closedAt = instant('2025-11-02T01:00:00.000Z')
const over = instant('2025-11-04T01:00:00.000Z')

it.each<[string, Partial<InvitationFacts>, string[]]>([
  ['one that waits', {}, ['made']],
  ['one to her', { side: 'relative' }, ['received']],
  ['one of her child', { side: 'guardian' }, ['received']],
  ['one declined', { state: 'declined', closedAt }, ['made', 'declined']],
  ['one taken back', { state: 'revoked', closedAt }, ['made', 'revoked']],
  ['one taken back before times were kept', { state: 'revoked' }, ['made']],
  ['one that ran out', { state: 'expired', expiresAt: over }, ['made', 'expired']],
  ['one that ran out unseen by a timer', { expiresAt: over }, ['made', 'expired']],
  ['one that was accepted', { state: 'accepted', expiresAt: over }, ['made']],
])('%s', (_what, part, kinds) => {
  expect(invitationEntries(invitation(part), NOW).map(({ kind }) => kind)).toEqual(kinds)
})

const event = (number: number, minute: number): BindingEventFacts => ({
  eventId: `01JBBBBBBBBBBBBBBBBBBBBBBB:${number}`,
  bindingId: '01JBBBBBBBBBBBBBBBBBBBBBBB' as BindingEventFacts['bindingId'],
  side: 'policyholder',
  counterpart: '王**',
  at: instant(`2025-11-05T01:${String(minute).padStart(2, '0')}:00.000Z`),
  kind: 'paused',
  by: 'policyholder',
  facts: {},
})

it('gives every entry once, the newest first, however many happened at one moment', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 60 }),
      fc.integer({ min: 1, max: 20 }),
      (minutes, size) => {
        // Numbers grow with time, as a history's do.
        const entries = [...minutes]
          .sort((left, right) => left - right)
          .map((minute, index) => bindingEntry(event(index + 1, minute)))
        const seen: string[] = []
        let cursor: string | undefined
        for (let pages = 0; pages <= entries.length; pages += 1) {
          const page = pageOfTimeline(entries, cursor, size)
          seen.push(...page.entries.map(({ entryId }) => entryId))
          if (page.next === undefined) break
          expect(page.entries).toHaveLength(size)
          expect(page.entries.at(-1)?.at).toBe(momentOf(page.next))
          cursor = page.next
        }
        expect(seen).toEqual([...entries].reverse().map(({ entryId }) => entryId))
      },
    ),
  )
})

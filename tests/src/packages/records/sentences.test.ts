import { DISCLOSURE_KINDS, READERS, type TimelineEntry } from '../../../../shared/contract/records'
import { instant } from '../../../../shared/values/day'
import { withOlder } from '../../../../src/cloud/use-older'
import { readingSentence, timelineSentence } from '../../../../src/copy/records'
import { pageOf } from '../../../../src/packages/records/timeline/model'

const AT = instant('2025-11-05T01:00:00.000Z')
const common = { entryId: 'x', at: AT, counterpart: { name: '王**' }, facts: {} }

const invitation = (
  kind: 'made' | 'received' | 'declined' | 'revoked' | 'expired',
  side: TimelineEntry['side'],
) => ({ ...common, about: 'invitation', kind, side, invitationId: 'i' }) as unknown as TimelineEntry

it.each([
  ['made', 'policyholder', '您邀请了王**。'],
  ['received', 'relative', '王**邀请了您。'],
  ['declined', 'policyholder', '王**谢绝了您的邀请。'],
  ['declined', 'relative', '您谢绝了王**的邀请。'],
  ['revoked', 'policyholder', '您收回了给王**的邀请。'],
  ['revoked', 'guardian', '王**收回了邀请。'],
  ['expired', 'policyholder', '给王**的邀请过期了。'],
  ['expired', 'relative', '王**的邀请过期了。'],
] as const)('an invitation %s, told to the %s', (kind, side, sentence) => {
  expect(timelineSentence(invitation(kind, side))).toBe(sentence)
  expect(pageOf(invitation(kind, side))).toBeNull()
})

it('says what was done to a binding and signed, and leads there', () => {
  const binding = {
    ...common,
    about: 'binding',
    kind: 'paused',
    by: 'policyholder',
    side: 'relative',
    bindingId: 'b',
  } as unknown as TimelineEntry
  expect(timelineSentence(binding)).toBe('和王**的共享：对方暂停了共享。')
  expect(pageOf(binding)).toContain('bindingId=b')
  const letter = {
    ...common,
    about: 'letter',
    kind: 'signed',
    side: 'relative',
    letterId: 'l',
    facts: { purpose: 'accept' },
  } as unknown as TimelineEntry
  expect(timelineSentence(letter)).toBe('您签了同意书，对方是王**。')
  expect(pageOf(letter)).toContain('letterId=l')
})

it('has a sentence for each reading by each reader, for both sides', () => {
  for (const kind of DISCLOSURE_KINDS) {
    for (const by of READERS) {
      for (const mine of [true, false]) {
        const said = readingSentence({ disclosureId: 'd', at: AT, kind, by, mine } as never)
        expect(said).toMatch(/。$/)
        expect(said).not.toContain('undefined')
      }
    }
  }
})

it('shows an entry once that moved from one page to the other', () => {
  expect(withOlder(['c', 'b'], ['b', 'a'], (each) => each)).toEqual(['c', 'b', 'a'])
})

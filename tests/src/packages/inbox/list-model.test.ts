import { END_CAUSES } from '../../../../shared/rules/binding-changes'
import { NOTICE_KINDS } from '../../../../shared/values/notice'
import { noticeSentence } from '../../../../src/copy/inbox'
import { type InboxNotice, markedRead, unreadIds } from '../../../../src/packages/inbox/list/model'

const notice = (noticeId: string, more: Partial<InboxNotice> = {}) =>
  ({
    noticeId,
    kind: 'binding-paused',
    at: '2025-11-05T01:00:00.000Z',
    facts: {},
    read: false,
    ...more,
  }) as InboxNotice

describe('the inbox', () => {
  it('knows what is still unread', () => {
    expect(unreadIds([notice('a'), notice('b', { read: true })])).toEqual(['a'])
  })

  it('knows in the older pages too what she has just read', () => {
    const read = markedRead([notice('b'), notice('a')], [notice('a').noticeId])
    expect(unreadIds(read)).toEqual(['b'])
  })

  it.each(NOTICE_KINDS)('says %s whole, with and without what it may tell', (kind) => {
    const facts = { endDay: '2026-06-30', lastDay: '2026-03-12', cause: 'moved' }
    const counterpart = { name: '赵**' }
    for (const each of [notice('a', { kind }), notice('a', { kind, facts, counterpart })]) {
      const { title, text } = noticeSentence(each)
      expect(title).toMatch(/^\S+$/)
      expect(text).toMatch(/。$/)
      expect(`${title}${text}`).not.toMatch(/undefined|null|NaN/)
    }
  })

  it('tells why something ended, for every cause there is', () => {
    const said = END_CAUSES.map(
      (cause) => noticeSentence(notice('a', { kind: 'binding-ended', facts: { cause } })).text,
    )
    expect(new Set(said).size).toBe(END_CAUSES.length)
  })
})

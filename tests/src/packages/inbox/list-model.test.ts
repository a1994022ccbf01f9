import { END_CAUSES } from '../../../../shared/rules/binding-changes'
import { NOTICE_KINDS } from '../../../../shared/values/notice'
import { noticeSentence } from '../../../../src/copy/inbox'
import { type InboxNotice, markedRead, pageOf, unreadIds } from '../../../../src/packages/inbox/list/model'

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

  it('tells why something will end where it was not simply asked for', () => {
    const said = (cause: string) =>
      noticeSentence(notice('a', { kind: 'unbinding-announced', facts: { lastDay: '2026-09-01', cause } }))
        .text
    expect(said('unbound')).toBe('和家人的共享要解除了，用到2026年9月1日为止。')
    expect(said('own-consent-declined')).toMatch(/本人没有同意继续。$/)
  })

  it('tells what a limit of all together was set to', () => {
    const said = (accountLimitFen: unknown) =>
      noticeSentence(notice('a', { kind: 'limits-changed', facts: { accountLimitFen } })).text
    expect(said(1_000_00)).toMatch(/最多用 1,000元。$/)
    expect(said(null)).toMatch(/取消了/)
  })

  it('tells why something ended, for every cause there is', () => {
    const said = END_CAUSES.map(
      (cause) => noticeSentence(notice('a', { kind: 'binding-ended', facts: { cause } })).text,
    )
    expect(new Set(said).size).toBe(END_CAUSES.length)
  })

  it('leads from a notice to what it is about', () => {
    const bindingId = 'b' as NonNullable<InboxNotice['bindingId']>
    const facts = { paymentId: 'p', premiumYear: 2026 }
    expect(pageOf(notice('a', { bindingId }))).toBe('/packages/member/detail/index?bindingId=b')
    expect(pageOf(notice('a', { kind: 'own-consent-asked', bindingId }))).toBe(
      '/packages/member/own-consent/index?bindingId=b',
    )
    expect(pageOf(notice('a'))).toBeNull()
    for (const kind of ['premium-paid', 'premium-not-paid', 'premium-refunded'] as const) {
      expect(pageOf(notice('a', { kind, bindingId, facts }))).toBe(
        '/packages/premiums/payment/index?paymentId=p',
      )
    }
    for (const kind of ['premium-window-open', 'premium-window-closes'] as const) {
      expect(pageOf(notice('a', { kind, bindingId, facts }))).toBe(
        '/packages/premiums/overview/index?year=2026',
      )
    }
  })
})

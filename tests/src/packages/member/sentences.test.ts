import type { BindingReply } from '../../../../shared/contract/bindings'
import { day, instant } from '../../../../shared/values/day'
import { endingSentence, eventSentence, stateSentence } from '../../../../src/copy/member'
import { countdownText } from '../../../../src/copy/unbind'
import type { HistoryEvent } from '../../../../src/packages/member/detail/model'

const TODAY = '2025-11-05'

function event(kind: string, by: HistoryEvent['by'], facts?: Record<string, unknown>): HistoryEvent {
  const chain = { hash: '', previousHash: '' }
  return { kind, by, at: '2025-11-05T01:00:00.000Z', ...chain, ...(facts ? { facts } : {}) } as HistoryEvent
}

describe('what is said of a binding', () => {
  it.each([
    ['active', '2025-11-05', undefined, /现在就能用/],
    ['active', '2025-12-01', undefined, /2025年12月1日开始能用/],
    ['ending', '2025-11-01', '2025-11-30', /用到2025年11月30日当天/],
    ['ended', '2025-11-01', '2025-11-04', /已经结束/],
    ['in-review', '2025-11-01', undefined, /审核/],
    ['paused', '2025-11-01', undefined, /停/],
  ] as const)('%s from %s to %s', (state, from, last, sentence) => {
    const binding = { state, effectiveFrom: day(from), ...(last === undefined ? {} : { lastDay: day(last) }) }
    expect(stateSentence(binding, TODAY)).toMatch(sentence)
  })

  it('names each side from where the reader stands', () => {
    const joined = event('bound', 'relative', { effectiveFrom: day('2025-11-05') })
    expect(eventSentence(joined, 'relative')).toBe('您签好承诺书，加入了。从2025年11月5日起有效。')
    expect(eventSentence(joined, 'policyholder')).toMatch(/^对方/)
    expect(eventSentence(event('bound', 'guardian'), 'relative')).toBe('监护人签好承诺书，加入了。')
  })

  it('says to what a limit or a place was set, where the event knows', () => {
    const said = (kind: string, facts?: Record<string, unknown>) =>
      eventSentence(event(kind, 'policyholder', facts), 'relative')
    expect(said('limits-set', { uses: ['hospital'] })).toBe('对方改了用途和限额。')
    expect(said('limits-set', { accountLimitFen: 1_000_00 })).toBe(
      '对方设了限额：所有家人一起最多用 1,000元。',
    )
    expect(said('limits-set', { accountLimitFen: null })).toBe('对方取消了所有家人一起用的限额。')
    expect(said('order-set', { place: 2 })).toBe('对方把先后顺序排在第 2 位。')
    expect(said('order-set')).toBe('对方改了先后顺序。')
  })

  it('says something true of an event that it does not know', () => {
    expect(eventSentence(event('something-later', 'system'), 'policyholder')).toBe('系统办理了一项变更。')
  })

  it('says why it is over, and of an application that it never held', () => {
    const ended = { state: 'ended', effectiveFrom: day('2025-11-01'), lastDay: day('2025-11-04') } as const
    expect(stateSentence({ ...ended, endedBecause: 'relative-died' }, TODAY)).toBe(
      '用到2025年11月4日，已经结束了。被共享的家人去世了。',
    )
    expect(stateSentence({ ...ended, endedBecause: 'review-rejected' }, TODAY)).toBe(
      '当地审核没有通过，不能用。',
    )
  })

  it('does not call usable what is paused while it ends', () => {
    const ending = { state: 'ending', effectiveFrom: day('2025-11-01'), lastDay: day('2025-11-30') } as const
    expect(stateSentence({ ...ending, paused: true }, TODAY)).toBe('已经暂停，现在不能用。')
  })

  it('tells each side of a coming end who asked for it and what she can do', () => {
    const ending: NonNullable<BindingReply['ending']> = {
      endsAt: instant('2025-11-05T16:00:00.000Z'),
      cause: 'unbound',
      by: 'policyholder',
      mayUndo: true,
    }
    const until = '2025年11月5日当天还能用，11月6日 00:00 起不能用。'
    expect(endingSentence(ending, 'policyholder', '李**', TODAY)).toBe(
      `您提出了解除。${until}在那以前，您可以撤回。`,
    )
    expect(endingSentence({ ...ending, mayUndo: false }, 'relative', '王**', TODAY)).toMatch(
      /^王\*\*提出了解除。.*请对方在那以前撤回。$/,
    )
    const byGuardian = { ...ending, by: 'guardian', mayUndo: false } as const
    expect(endingSentence(byGuardian, 'policyholder', '平*', TODAY)).toMatch(/^孩子的监护人提出了解除。/)
    const died = { ...ending, cause: 'relative-died', by: 'system', mayUndo: false } as const
    expect(endingSentence(died, 'policyholder', '李**', TODAY)).toBe(`被共享的家人去世了。${until}`)
  })

  it.each([
    [{ hours: 0, minutes: 1 }, '还剩 1 分钟'],
    [{ hours: 14, minutes: 59 }, '还剩 14 小时 59 分'],
    [{ hours: 47, minutes: 59 }, '还剩 47 小时 59 分'],
    [{ hours: 48, minutes: 0 }, '还剩 2 天'],
    [null, '马上结束'],
  ])('counts down %o as %s', (left, text) => {
    expect(countdownText(left)).toBe(text)
  })
})

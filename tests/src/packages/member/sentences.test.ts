import { regions } from '../../../../shared/rules'
import { day } from '../../../../shared/values/day'
import {
  eventSentence,
  stateSentence,
  WHERE_TO_END,
  WHERE_TO_END_ELSEWHERE,
} from '../../../../src/copy/member'
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
    expect(stateSentence(state, from, last, TODAY)).toMatch(sentence)
  })

  it('names each side from where the reader stands', () => {
    const joined = event('bound', 'relative', { effectiveFrom: day('2025-11-05') })
    expect(eventSentence(joined, 'relative')).toBe('您签好承诺书，加入了。从2025年11月5日起有效。')
    expect(eventSentence(joined, 'policyholder')).toMatch(/^对方/)
    expect(eventSentence(event('bound', 'guardian'), 'relative')).toBe('监护人签好承诺书，加入了。')
  })

  it('says something true of an event that it does not know', () => {
    expect(eventSentence(event('something-later', 'system'), 'policyholder')).toBe('系统办理了一项变更。')
  })

  it('says for regions that are held, and for all others, where a binding can be ended today', () => {
    const held = regions().map(({ regionCode }) => regionCode)
    for (const regionCode of Object.keys(WHERE_TO_END)) expect(held).toContain(regionCode)
    expect(WHERE_TO_END_ELSEWHERE.length).toBeGreaterThan(0)
  })
})

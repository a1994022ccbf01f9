import { day } from '../../../../shared/values/day'
import type { HistoryEvent } from '../../../../src/packages/member/detail/model'
import { holdsOn, newestFirst, ownSide } from '../../../../src/packages/member/detail/model'

describe('a binding as a person reads it', () => {
  it.each([
    ['active', '2025-11-05', undefined, true],
    ['active', '2025-11-06', undefined, false],
    ['ending', '2025-11-01', '2025-11-05', true],
    ['ending', '2025-11-01', '2025-11-04', false],
    ['paused', '2025-11-01', undefined, false],
    ['in-review', '2025-11-01', undefined, false],
    ['ended', '2025-11-01', '2025-11-05', false],
  ] as const)('%s from %s to %s holds on 2025-11-05: %s', (state, from, last, holds) => {
    const binding = { state, effectiveFrom: day(from), ...(last === undefined ? {} : { lastDay: day(last) }) }
    expect(holdsOn(binding, '2025-11-05')).toBe(holds)
  })

  it('shows the newest event first and leaves the chain as it came', () => {
    const events = [{ kind: 'bound' }, { kind: 'paused' }] as HistoryEvent[]
    expect(newestFirst(events).map((event) => event.kind)).toEqual(['paused', 'bound'])
    expect(events.map((event) => event.kind)).toEqual(['bound', 'paused'])
  })

  it('lets a guardian read with the relative’s words', () => {
    expect(ownSide('guardian')).toBe('relative')
    expect(ownSide('policyholder')).toBe('policyholder')
  })
})

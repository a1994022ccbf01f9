import type { BindingReply } from '../../../../shared/contract/bindings'
import { day, instant } from '../../../../shared/values/day'
import { changesOffered } from '../../../../src/packages/member/detail/model'
import {
  candidatesOf,
  chosenOf,
  endsAtMidnight,
  isApplication,
  latestLastDay,
  namesOf,
  wayOnAfter,
} from '../../../../src/packages/member/unbind/model'
import { id } from '../../pages/invitations'

function binding(order: number, more: Partial<BindingReply> = {}): BindingReply {
  return {
    bindingId: id('binding', order),
    relation: 'parent',
    counterpart: { name: `家${order}` },
    state: 'active',
    effectiveFrom: day('2025-11-05'),
    uses: ['hospital'],
    regionCode: '130000',
    ...more,
  }
}

const given = [
  binding(1),
  binding(2, { state: 'paused', lastDay: day('2025-12-31') }),
  binding(3, { state: 'ending' }),
  binding(4, { state: 'ended' }),
  binding(5, { state: 'in-review' }),
]
const bindings = { asPolicyholder: given, asRelative: [binding(6), binding(7, { child: { name: '小*' } })] }

describe('whose sharing is ended', () => {
  it('is chosen among those that hold, several at once on the side of the one who gives', () => {
    const candidates = candidatesOf(bindings, { side: 'given' })
    expect(candidates.severalAtOnce).toBe(true)
    expect(candidates.rows.map(({ bindingId }) => bindingId)).toEqual([1, 2].map((n) => id('binding', n)))
    expect(candidates.rows[0]?.relation).toBe('您的父母')
  })

  it('is one at a time on the other side, and a child is named beside whose money it is', () => {
    const candidates = candidatesOf(bindings, { bindingId: id('binding', 7) })
    expect(candidates).toMatchObject({ side: 'received', severalAtOnce: false })
    expect(candidates.rows.map(({ name }) => name)).toEqual(['家6', '家7（小*）'])
  })

  it('is an application alone where the bureau has not decided', () => {
    const candidates = candidatesOf(bindings, { bindingId: id('binding', 5) })
    expect(candidates.rows).toMatchObject([{ bindingId: id('binding', 5), inReview: true }])
  })

  it('has to be applied for where the region says so of one that is chosen, or of what can be', () => {
    const reviewed = { unbindReviewed: true as const, regionCode: '610000' }
    const given = [binding(1), binding(2, reviewed)]
    const candidates = candidatesOf({ asPolicyholder: given, asRelative: [] }, {})
    const [here, there] = candidates.rows.map((row) => [row])
    expect(isApplication(candidates, there ?? [])).toBe(true)
    expect(isApplication(candidates, here ?? [])).toBe(false)
    expect(isApplication(candidates, [])).toBe(true)
    // Nothing is applied for to take an application back.
    const waits = { asPolicyholder: [binding(5, { ...reviewed, state: 'in-review' })], asRelative: [] }
    expect(isApplication(candidatesOf(waits, { bindingId: id('binding', 5) }), [])).toBe(false)
  })

  it('forgets one that the other side has ended meanwhile', () => {
    const candidates = candidatesOf(bindings, {})
    const form = { chosen: [id('binding', 1), id('binding', 3)], reason: null, lastDay: '' }
    expect(namesOf(chosenOf(candidates, form))).toBe('家1')
  })

  it('wishes for no day after an agreed end', () => {
    const { rows } = candidatesOf(bindings, {})
    expect(latestLastDay(rows)).toBe('2025-12-31')
    expect(latestLastDay(rows.slice(0, 1))).toBeNull()
  })
})

it('knows an end at midnight from one at once', () => {
  const lastDay = day('2025-11-05')
  expect(endsAtMidnight({ lastDay, endsAt: instant('2025-11-05T16:00:00.000Z') })).toBe(true)
  expect(endsAtMidnight({ lastDay, endsAt: instant('2025-11-05T01:00:00.000Z') })).toBe(false)
})

it.each([
  ['letter-changed', undefined, 'read-again'],
  ['letter-not-signed', undefined, 'read-again'],
  ['not-allowed', 'binding-ended', 'look'],
  ['not-allowed', 'binding-ending', 'look'],
  ['not-allowed', 'not-together', null],
  ['not-found', undefined, 'look'],
  ['proof-required', undefined, null],
] as const)('after %s (%s) the way on is %s', (code, reason, wayOn) => {
  expect(wayOnAfter({ code, ...(reason === undefined ? {} : { facts: { reason } }) })).toBe(wayOn)
})

describe('what a side is offered', () => {
  const lastDay = day('2025-12-31')
  it.each([
    ['policyholder', 'active', {}, ['pause', 'limits', 'unbind']],
    ['policyholder', 'active', { lastDay }, ['pause', 'limits', 'extend', 'unbind']],
    ['policyholder', 'paused', { paused: true }, ['resume', 'limits', 'unbind']],
    ['policyholder', 'ending', { lastDay }, ['pause', 'limits']],
    ['policyholder', 'ending', { lastDay, paused: true }, ['resume', 'limits']],
    ['policyholder', 'in-review', {}, ['withdraw']],
    [
      'relative',
      'active',
      { review: { reviewId: id('review', 1), kind: 'unbinding', state: 'waiting' } },
      [],
    ],
    ['relative', 'active', { lastDay }, ['extend', 'unbind']],
    ['relative', 'ending', { lastDay }, []],
    ['guardian', 'active', {}, ['unbind']],
    ['policyholder', 'ended', { lastDay }, []],
  ] as const)('%s, %s %o: %o', (side, state, more, offered) => {
    expect(changesOffered({ side, state, ...more })).toEqual(offered)
  })
})

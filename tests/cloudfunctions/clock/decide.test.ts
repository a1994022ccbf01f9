import fc from 'fast-check'
import { decideKeeping, type KeepingFacts } from '../../../cloudfunctions/clock/decide'
import { lettersKeptUntil } from '../../../shared/rules'
import { addDays, day, instant, startOfDay } from '../../../shared/values/day'

const TODAY = day('2031-03-01')

function facts(more: Partial<KeepingFacts> = {}): KeepingFacts {
  return {
    invitation: {
      state: 'accepted',
      expiresAt: instant('2025-11-08T01:00:00Z'),
      regionCode: '130000',
      signedAt: instant('2025-11-05T01:00:00Z'),
    },
    binding: { lastDay: null },
    now: startOfDay(TODAY),
    today: TODAY,
    ...more,
  }
}

it('keeps the letters of a binding that holds, and looks again when they could be over at the earliest', () => {
  expect(decideKeeping(facts())).toBe('2036-03-01')
  expect(decideKeeping(facts({ binding: { lastDay: TODAY } }))).toBe('2036-03-01')
})

it.each([
  ['2026-02-27', null],
  ['2026-02-28', null],
  ['2026-03-01', '2031-03-01'],
  ['2026-03-02', '2031-03-02'],
] as const)('after its last day %s: until %s', (lastDay, until) => {
  expect(decideKeeping(facts({ binding: { lastDay: day(lastDay) } }))).toBe(until)
})

it('counts from the signature where no binding came of it', () => {
  const { invitation } = facts()
  const declined = { ...invitation, state: 'declined' }
  expect(decideKeeping(facts({ binding: null, invitation: declined }))).toBeNull()
  const young = { ...declined, signedAt: instant('2030-11-05T01:00:00Z') }
  expect(decideKeeping(facts({ binding: null, invitation: young }))).toBe('2035-11-05')
})

it('keeps no unsigned letter of an invitation that is over, and each of one that is open', () => {
  const draft = { ...facts().invitation, state: 'draft', signedAt: null }
  expect(decideKeeping(facts({ binding: null, invitation: draft }))).toBeNull()
  const open = { ...draft, expiresAt: startOfDay(addDays(TODAY, 1)) }
  expect(decideKeeping(facts({ binding: null, invitation: open }))).toBe('2036-03-01')
})

it('never erases before the years are over, whatever the days are', () => {
  fc.assert(
    fc.property(fc.integer({ min: -4_000, max: 4_000 }), (ago) => {
      const lastDay = addDays(TODAY, ago)
      const until = decideKeeping(facts({ binding: { lastDay } }))
      const due = lettersKeptUntil({ regionCode: '130000', over: lastDay, today: TODAY })
      expect(until === null).toBe(due < TODAY && lastDay < TODAY)
      if (until !== null) expect(until >= TODAY).toBe(true)
    }),
  )
})

import { reminderDue } from '../../../cloudfunctions/clock/decide-remind'
import { addDays, day, instant } from '../../../shared/values/day'

const TODAY = day('2026-03-01')
const ending = {
  by: 'relative',
  cause: 'unbound',
  reason: 'other',
  decidedAt: instant('2026-03-01T01:00:00Z'),
} as const

function binding(left: number | null, more: Partial<Parameters<typeof reminderDue>[0]> = {}) {
  const lastDay = left === null ? null : addDays(TODAY, left)
  return { state: 'active' as const, lastDay, ending: null, reminded: null, ...more }
}

it.each([
  [31, null],
  [30, 30],
  [29, 30],
  [4, 30],
  [3, 3],
  [0, 3],
  [-1, null],
  [null, null],
])('with %s days left the reminder of %s days is due', (left, due) => {
  expect(reminderDue(binding(left), TODAY)).toBe(due)
})

it('comes once, and the nearer one still comes after the earlier one', () => {
  const lastDay = addDays(TODAY, 3)
  expect(reminderDue(binding(3, { reminded: { lastDay, daysBefore: 30 } }), TODAY)).toBe(3)
  expect(reminderDue(binding(3, { reminded: { lastDay, daysBefore: 3 } }), TODAY)).toBeNull()
})

it('comes anew for a later end that was agreed on since', () => {
  expect(reminderDue(binding(20, { reminded: { lastDay: TODAY, daysBefore: 3 } }), TODAY)).toBe(30)
})

it('is not for an end that somebody asked for, nor before a review', () => {
  expect(reminderDue(binding(2, { ending }), TODAY)).toBeNull()
  expect(reminderDue(binding(2, { state: 'in-review' }), TODAY)).toBeNull()
  expect(reminderDue(binding(2, { state: 'ended' }), TODAY)).toBeNull()
})

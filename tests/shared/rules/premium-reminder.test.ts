import { premiumReminder } from '../../../shared/rules'
import { day } from '../../../shared/values/day'

const kindOn = (regionCode: string, on: string) => {
  const reminder = premiumReminder({ regionCode, today: day(on) })
  return reminder === null ? null : `${reminder.kind} ${reminder.daysLeft}`
}

it.each([
  ['2025-10-19', null],
  ['2025-10-20', 'opens 131'],
  ['2025-10-21', null],
  ['2026-01-29', 'closes 30'],
  ['2026-02-21', 'closes 7'],
  ['2026-02-27', 'closes 1'],
  ['2026-02-28', null],
])('河北 on %s: %s', (on, expected) => {
  expect(kindOn('130000', on)).toBe(expected)
})

it('says nothing where no window is known', () => {
  expect(kindOn('650000', '2025-11-05')).toBeNull()
})

import { sideOf, stateOn } from '../../../cloudfunctions/bindings/decide'
import { day } from '../../../shared/values/day'

it.each([
  ['active', null, 'active'],
  ['active', '2025-11-05', 'active'],
  ['active', '2025-11-04', 'ended'],
  ['in-review', null, 'in-review'],
  ['in-review', '2025-11-04', 'ended'],
] as const)('%s until %s is %s on 5 November', (state, lastDay, expected) => {
  expect(stateOn({ state, lastDay: lastDay === null ? null : day(lastDay) }, day('2025-11-05'))).toBe(
    expected,
  )
})

it('knows both sides and a guardian, and nobody else', () => {
  const binding = { policyholderId: 'P', relativeId: 'R', guardianId: 'G' }
  expect(['P', 'R', 'G', 'X'].map((person) => sideOf(binding, person))).toEqual([
    'policyholder',
    'relative',
    'guardian',
    null,
  ])
})

import { decideEnding, type EndingFacts } from '../../../cloudfunctions/clock/decide-ending'
import { addDays, day, instant } from '../../../shared/values/day'

const TODAY = day('2026-03-01')
const NOW = instant('2026-03-01T02:00:00Z')
const HEBEI = {
  scheme: 'employee',
  enrolment: 'active',
  regionCode: '130000',
  poolingAreaCode: '130100',
} as const
const RESIDENT = { ...HEBEI, scheme: 'resident' } as const

const FACTS: EndingFacts = {
  binding: {
    state: 'active',
    lastDay: null,
    ending: null,
    regionCode: '130000',
    relation: 'parent',
    effectiveFrom: day('2025-01-01'),
  },
  policyholder: { enrolment: HEBEI },
  relative: { enrolment: RESIDENT },
  today: TODAY,
  now: NOW,
}
const unbound = { by: 'relative', cause: 'unbound', reason: 'other', decidedAt: NOW } as const

it('goes on while both are insured as they must be, also while one is suspended', () => {
  expect(decideEnding(FACTS)).toBeNull()
  expect(
    decideEnding({ ...FACTS, relative: { enrolment: { ...RESIDENT, enrolment: 'suspended' } } }),
  ).toBeNull()
})

it.each<[string, Partial<EndingFacts>, string, boolean]>([
  [
    'the relative has died',
    { relative: { enrolment: RESIDENT, diedOn: day('2026-02-20') } },
    'relative-died',
    true,
  ],
  ['she died today', { relative: { enrolment: RESIDENT, diedOn: TODAY } }, 'relative-died', false],
  [
    'the policyholder has died',
    { policyholder: { enrolment: HEBEI, diedOn: day('2026-02-20') } },
    'policyholder-died',
    true,
  ],
  [
    'the relative is no longer enrolled',
    { relative: { enrolment: { ...RESIDENT, enrolment: 'none', scheme: null } } },
    'enrolment-ended',
    false,
  ],
  [
    'the policyholder left the employee scheme',
    { policyholder: { enrolment: RESIDENT } },
    'policyholder-left-scheme',
    false,
  ],
  [
    'the relative moved to another province',
    { relative: { enrolment: { ...RESIDENT, regionCode: '540000', poolingAreaCode: '540000' } } },
    'moved',
    false,
  ],
])('ends where %s', (_, more, cause, over) => {
  const decided = decideEnding({ ...FACTS, ...more })
  expect(decided).toMatchObject({ cause, over, ending: { by: 'system', cause, reason: null } })
  expect(decided?.over).toBe((decided?.lastDay ?? TODAY) < TODAY)
})

it('leaves an end alone that somebody asked for and that comes no later', () => {
  const died = { ...FACTS, relative: { enrolment: RESIDENT, diedOn: TODAY } }
  const today = { ...FACTS.binding, lastDay: TODAY, ending: unbound }
  expect(decideEnding({ ...died, binding: today })).toBeNull()
  const later = { ...FACTS.binding, lastDay: addDays(TODAY, 20), ending: unbound }
  expect(decideEnding({ ...died, binding: later })).toMatchObject({ cause: 'relative-died', lastDay: TODAY })
})

it('says nothing of one that is over', () => {
  const over = { ...FACTS.binding, state: 'ended' as const, lastDay: addDays(TODAY, -3) }
  expect(
    decideEnding({ ...FACTS, binding: over, relative: { enrolment: RESIDENT, diedOn: TODAY } }),
  ).toBeNull()
})

import { differencesOf, type Moved } from '../../../cloudfunctions/clock/decide-reconcile'

const moved = (id: string, more: Partial<Moved> = {}): Moved => ({
  id,
  kind: 'premium',
  orderId: id,
  premiumYear: 2026,
  amountFen: 400_00,
  sequence: 1,
  ...more,
})

it('finds nothing where both say the same, in whichever order', () => {
  expect(differencesOf([moved('a'), moved('b')], [moved('b'), moved('a')])).toEqual([])
})

it.each<[string, Moved[], Moved[], object]>([
  ['missing here', [], [moved('a')], { difference: 'missing-here', hereFen: null, thereFen: 400_00 }],
  ['missing there', [moved('a')], [], { difference: 'missing-there', hereFen: 400_00, thereFen: null }],
  ['another sum', [moved('a')], [moved('a', { amountFen: 1 })], { difference: 'not-the-same', thereFen: 1 }],
  ['another year', [moved('a')], [moved('a', { premiumYear: 2025 })], { difference: 'not-the-same' }],
  ['another kind', [moved('a')], [moved('a', { kind: 'reversal' })], { difference: 'not-the-same' }],
])('%s', (_, here, there, expected) => {
  expect(differencesOf(here, there)).toMatchObject([{ movementId: 'a', ...expected }])
})

import { decideLimits, endDayRefused, endReply, sideOf } from '../../../cloudfunctions/bindings/decide'
import { decideUnbinding, proofsRefused, stateAfter } from '../../../cloudfunctions/bindings/decide-unbind'
import type { KeptBinding } from '../../../shared/rules'
import { addDays, type Day, day, instant } from '../../../shared/values/day'
import { fen } from '../../../shared/values/fen'
import { USES } from '../../../shared/values/relation'

const TODAY = day('2025-11-05')
const NOW = instant('2025-11-05T02:00:00Z')
const ACTIVE: KeptBinding & { endedBecause: null } = {
  state: 'active',
  lastDay: null,
  ending: null,
  endedBecause: null,
}
const UNBOUND = { by: 'relative', cause: 'unbound', reason: 'other', decidedAt: NOW } as const

it('knows both sides and a guardian, and nobody else', () => {
  const binding = { policyholderId: 'P', relativeId: 'R', guardianId: 'G' }
  expect(['P', 'R', 'G', 'X'].map((person) => sideOf(binding, person))).toEqual([
    'policyholder',
    'relative',
    'guardian',
    null,
  ])
})

describe('what a reply says of the end', () => {
  it('nothing while it holds', () => {
    expect(endReply(ACTIVE, 'relative', TODAY)).toEqual({})
  })

  it('when it comes and who may take it back', () => {
    const ending = { ...ACTIVE, lastDay: TODAY, ending: UNBOUND }
    const said = { endsAt: '2025-11-05T16:00:00.000Z', cause: 'unbound', by: 'relative' }
    expect(endReply(ending, 'relative', TODAY)).toEqual({ ending: { ...said, mayUndo: true } })
    expect(endReply(ending, 'policyholder', TODAY)).toEqual({ ending: { ...said, mayUndo: false } })
  })

  it.each([
    ['its agreed last day', { ...ACTIVE, lastDay: addDays(TODAY, -1) }, 'end-day'],
    [
      'somebody, before a timer wrote it down',
      { ...ACTIVE, lastDay: addDays(TODAY, -1), ending: UNBOUND },
      'unbound',
    ],
    ['what was written down', { ...ACTIVE, state: 'ended', endedBecause: 'moved' }, 'moved-away'],
  ] as const)('that it was %s', (_, binding, endedBecause) => {
    expect(endReply(binding, 'relative', TODAY)).toEqual({ endedBecause })
  })
})

describe('limits', () => {
  const binding = {
    uses: USES,
    consentedUses: USES,
    monthlyLimitFen: fen(500_00),
    perSettlementLimitFen: null,
  }

  it('change what is named and leave the rest', () => {
    expect(decideLimits(binding, { uses: ['premium'] })).toMatchObject({
      ok: true,
      value: { uses: ['premium'], monthlyLimitFen: 500_00, perSettlementLimitFen: null },
    })
    expect(decideLimits(binding, { monthlyLimitFen: null, perSettlementLimitFen: fen(1) })).toMatchObject({
      ok: true,
      value: { uses: USES, monthlyLimitFen: null, perSettlementLimitFen: 1 },
    })
  })

  it('never widen the uses beyond what both letters name, and come back to them', () => {
    const narrowed = { ...binding, uses: ['hospital'], consentedUses: ['hospital', 'pharmacy'] } as const
    expect(decideLimits(narrowed, { uses: ['hospital', 'premium'] })).toMatchObject({
      refusal: { code: 'use-not-allowed', facts: { beyondConsent: ['premium'] } },
    })
    expect(decideLimits(narrowed, { uses: ['hospital', 'pharmacy'] })).toMatchObject({ ok: true })
  })

  it('are refused where nothing would change', () => {
    expect(decideLimits(binding, {})).toMatchObject({ refusal: { code: 'not-allowed' } })
    expect(decideLimits(binding, { uses: USES, monthlyLimitFen: fen(500_00) })).toMatchObject({ ok: false })
  })
})

it.each<[Day | null, Day | null, string | null]>([
  [day('2025-12-31'), day('2026-12-31'), null],
  [day('2025-12-31'), null, null],
  [day('2025-12-31'), day('2025-12-31'), 'not-later'],
  [day('2025-12-31'), day('2025-12-01'), 'not-later'],
  [null, day('2026-12-31'), 'open-ended-already'],
  [null, null, 'open-ended-already'],
])('from %s to %s: %s', (lastDay, endDay, problem) => {
  const refusal = endDayRefused({ lastDay }, endDay, TODAY)
  expect(refusal?.facts?.problem ?? null).toBe(problem)
})

describe('unbinding', () => {
  const rule = { atOnce: false, review: false, proofs: [] }
  const facts = {
    binding: ACTIVE,
    side: 'policyholder',
    rule,
    lastDay: null,
    today: TODAY,
    now: NOW,
  } as const

  it.each<[string, Parameters<typeof decideUnbinding>[0], Day, string, boolean]>([
    ['today where nothing is said', facts, TODAY, '2025-11-05T16:00:00.000Z', false],
    [
      'on a later last day',
      { ...facts, lastDay: day('2025-11-30') },
      day('2025-11-30'),
      '2025-11-30T16:00:00.000Z',
      false,
    ],
    ['at once where the region has it so', { ...facts, rule: { ...rule, atOnce: true } }, TODAY, NOW, true],
    [
      'later also where the region ends at once',
      { ...facts, rule: { ...rule, atOnce: true }, lastDay: day('2025-11-06') },
      day('2025-11-06'),
      '2025-11-06T16:00:00.000Z',
      false,
    ],
    [
      'at once while the bureau has not decided',
      { ...facts, binding: { ...ACTIVE, state: 'in-review' } },
      TODAY,
      NOW,
      true,
    ],
  ])('%s', (_, asked, lastDay, endsAt, over) => {
    const decided = decideUnbinding(asked)
    expect(decided).toEqual({ ok: true, value: { lastDay, endsAt, over } })
    if (decided.ok) expect(stateAfter('paused', decided.value)).toBe(over ? 'ended' : 'paused')
  })

  it.each([
    ['last-day-in-past', { ...facts, lastDay: day('2025-11-04') }],
    [
      'last-day-after-agreed',
      { ...facts, binding: { ...ACTIVE, lastDay: day('2025-11-10') }, lastDay: day('2025-11-11') },
    ],
  ])('%s', (problem, asked) => {
    expect(decideUnbinding(asked)).toMatchObject({ refusal: { code: 'dates-invalid', facts: { problem } } })
  })

  it('is refused twice', () => {
    const binding = { ...ACTIVE, lastDay: TODAY, ending: UNBOUND }
    expect(decideUnbinding({ ...facts, binding })).toMatchObject({
      refusal: { code: 'not-allowed', facts: { reason: 'binding-ending' } },
    })
  })

  it('wants the proofs that the region asks for', () => {
    const asks = { ...rule, proofs: ['离婚证'] }
    expect(proofsRefused(asks, [], 'divorce')).toMatchObject({ code: 'proof-required' })
    expect(proofsRefused(asks, ['file'], 'divorce')).toBeNull()
    expect(proofsRefused(rule, [], 'divorce')).toBeNull()
  })
})

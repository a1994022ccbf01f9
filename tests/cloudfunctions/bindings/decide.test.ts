import { decideLimits, endDayRefused, endReply, sideOf } from '../../../cloudfunctions/bindings/decide'
import {
  decideTogether,
  decideUnbinding,
  type Unbinding,
  type UnbindingAsked,
} from '../../../cloudfunctions/bindings/decide-unbind'
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
    ['what was written down', { ...ACTIVE, state: 'ended', endedBecause: 'moved' }, 'moved'],
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
  const binding = {
    ...ACTIVE,
    regionCode: '130000',
    relation: 'spouse',
    effectiveFrom: day('2025-01-01'),
  } as const
  const asked: UnbindingAsked = {
    binding,
    relativeBirthDay: day('1980-01-01'),
    side: 'policyholder',
    lastDay: null,
    proofsGiven: 0,
    now: NOW,
  }

  it.each<[string, UnbindingAsked, Partial<Unbinding>]>([
    [
      'today where nothing is said',
      asked,
      {
        lastDay: TODAY,
        endsAt: instant('2025-11-05T16:00:00Z'),
        becomes: 'ending',
        step: 'end',
        namedLastDay: TODAY,
      },
    ],
    [
      'on a later last day',
      { ...asked, lastDay: day('2025-11-30') },
      { lastDay: day('2025-11-30'), endsAt: instant('2025-11-30T16:00:00Z'), becomes: 'ending' },
    ],
    [
      'at once while the bureau has not decided: it never held',
      { ...asked, binding: { ...binding, state: 'in-review' } },
      { lastDay: TODAY, endsAt: NOW, becomes: 'over', step: 'withdraw', namedLastDay: null },
    ],
    [
      'by an application in 陕西, where the bureau decides on it',
      { ...asked, binding: { ...binding, regionCode: '610000' }, proofsGiven: null },
      { becomes: 'review', step: 'apply', namedLastDay: null },
    ],
    [
      'by an application that names the day that is wished for',
      {
        ...asked,
        binding: { ...binding, regionCode: '610000' },
        lastDay: day('2025-11-30'),
        proofsGiven: null,
      },
      { becomes: 'review', step: 'apply', namedLastDay: day('2025-11-30') },
    ],
  ])('%s', (_, given, expected) => {
    expect(decideUnbinding(given)).toMatchObject({ ok: true, value: expected })
  })

  it.each<[string, UnbindingAsked]>([
    ['last-day-in-past', { ...asked, lastDay: day('2025-11-04') }],
    [
      'last-day-after-end',
      { ...asked, binding: { ...binding, lastDay: day('2025-11-10') }, lastDay: day('2025-11-11') },
    ],
  ])('%s', (problem, given) => {
    expect(decideUnbinding(given)).toMatchObject({ refusal: { code: 'dates-invalid', facts: { problem } } })
  })

  it('is refused twice', () => {
    const ending = { ...binding, lastDay: TODAY, ending: UNBOUND }
    expect(decideUnbinding({ ...asked, binding: ending })).toMatchObject({
      refusal: { code: 'not-allowed', facts: { reason: 'binding-ending' } },
    })
  })

  it('of several is one, or none of them ends', () => {
    const one: Unbinding = {
      lastDay: TODAY,
      endsAt: NOW,
      becomes: 'ending',
      step: 'end',
      namedLastDay: TODAY,
      proofs: ['甲'],
    }
    expect(decideTogether([one, { ...one, proofs: ['甲', '乙'] }])).toEqual({
      ok: true,
      value: { ...one, proofs: ['甲', '乙'] },
    })
    expect(decideTogether([one, { ...one, becomes: 'over' }])).toMatchObject({
      refusal: { facts: { reason: 'not-together' } },
    })
  })
})

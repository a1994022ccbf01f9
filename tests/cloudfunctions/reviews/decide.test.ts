import {
  confirmationRefused,
  type Decision,
  decideOutcome,
  decisionRefused,
  mayOf,
  notReviewer,
  type OutcomeAsked,
  proposalRefused,
  seesCase,
} from '../../../cloudfunctions/reviews/decide'
import { resubmitRefused } from '../../../cloudfunctions/reviews/decide-resubmit'
import { MOST_ROUNDS } from '../../../shared/rules'
import { day, instant } from '../../../shared/values/day'
import type { Refusal } from '../../../shared/values/refusal'

const TODAY = day('2025-11-10')
const NOW = instant('2025-11-10T04:00:00.000Z')

const waiting = {
  regionCode: '340000',
  state: 'waiting' as const,
  round: 2,
  reversal: null,
  proofsKeptUntil: null,
}
const decided = { ...waiting, state: 'approved' as const, proofsKeptUntil: day('2025-12-10') }
const proposed = { ...decided, reversal: { staffId: 'tang' } }
const old = { ...decided, proofsKeptUntil: day('2025-11-09') }
const withdrawn = { ...waiting, state: 'withdrawn' as const, proofsKeptUntil: TODAY }
const reason = (refusal: Refusal | null) => refusal?.facts?.reason ?? null

describe('who may decide what', () => {
  it.each([
    ['a case that waits', waiting, undefined, null],
    ['the round that was looked at', waiting, 2, null],
    ['proofs that came after', waiting, 1, 'review-changed'],
    ['a decided one', decided, undefined, 'review-decided'],
    ['one that was taken back', withdrawn, undefined, 'review-moot'],
  ])('%s', (_name, review, round, refused) => {
    expect(reason(decisionRefused(review, round))).toBe(refused)
  })

  it.each([
    ['one that waits', waiting, 'review-not-decided'],
    ['a decided one', decided, null],
    ['one that was proposed already', proposed, 'reversal-waits'],
    ['one whose proofs are gone', old, 'reversal-too-late'],
    ['one that was taken back', withdrawn, 'review-moot'],
  ])('a reversal is proposed of %s', (_name, review, refused) => {
    expect(reason(proposalRefused(review, TODAY))).toBe(refused)
  })

  it.each([
    ['another', proposed, 'lin', null],
    ['the proposer', proposed, 'tang', 'own-reversal'],
    ['anybody, where nothing was proposed', decided, 'lin', 'no-reversal'],
    [
      'anybody, once the proofs are gone',
      { ...old, reversal: { staffId: 'tang' } },
      'lin',
      'reversal-too-late',
    ],
  ])('%s confirms it', (_name, review, _id, refused) => {
    expect(reason(confirmationRefused(review, { _id }, TODAY))).toBe(refused)
  })

  it('the last day on which the proofs are there counts', () => {
    expect(proposalRefused({ ...decided, proofsKeptUntil: TODAY }, TODAY)).toBeNull()
  })

  it('offers what it would not refuse', () => {
    const tang = { _id: 'tang', role: 'reviewer' as const, regionCode: null }
    expect(mayOf(waiting, tang, TODAY)).toEqual({
      decide: true,
      proposeReversal: false,
      confirmReversal: false,
      declineReversal: false,
    })
    expect(mayOf(proposed, tang, TODAY)).toMatchObject({ confirmReversal: false, declineReversal: true })
    expect(mayOf(proposed, { ...tang, _id: 'lin' }, TODAY)).toMatchObject({ confirmReversal: true })
  })

  it('shows a reviewer the cases of her region, and a clerk none', () => {
    const reviewer = { _id: 'x', role: 'reviewer' as const, regionCode: '340000' }
    expect(seesCase(reviewer, waiting)).toBe(true)
    expect(seesCase({ ...reviewer, regionCode: null }, waiting)).toBe(true)
    expect(seesCase({ ...reviewer, regionCode: '610000' }, waiting)).toBe(false)
    expect(reason(notReviewer({ role: 'clerk' }))).toBe('reviewers-only')
  })
})

const binding = {
  state: 'in-review' as const,
  regionCode: '340000',
  startDay: day('2025-11-05'),
  effectiveFrom: day('2025-11-05'),
  endDay: null,
  lastDay: null,
  ending: null,
}
const active = { ...binding, state: 'active' as const }
const unboundEnding = { by: 'relative' as const, cause: 'unbound' as const, reason: null, decidedAt: NOW }

function outcome(kind: 'binding' | 'unbinding', decision: Decision, more: Partial<OutcomeAsked> = {}) {
  const asked: OutcomeAsked = {
    kind,
    decision,
    reversing: false,
    binding: kind === 'binding' ? binding : active,
    by: 'relative',
    reason: 'divorce',
    wishedLastDay: null,
    now: NOW,
    ...more,
  }
  const answer = decideOutcome(asked)
  return answer.ok ? answer.value : answer.refusal.facts
}

describe('what a decision does to a binding', () => {
  it.each([
    [
      'an approval lets it begin today',
      outcome('binding', 'approved'),
      { fields: { state: 'active', effectiveFrom: TODAY }, event: 'approved', notice: 'binding-approved' },
    ],
    [
      'or on the later day that was wished',
      outcome('binding', 'approved', { binding: { ...binding, startDay: day('2025-12-01') } }),
      { fields: { effectiveFrom: '2025-12-01' } },
    ],
    [
      'a rejection ends it without taking a place',
      outcome('binding', 'rejected'),
      {
        fields: { state: 'ended', endedBecause: 'review-rejected' },
        rosterLastDay: '2025-11-09',
        notice: 'binding-rejected',
      },
    ],
    [
      'nothing is approved whose last day has passed',
      outcome('binding', 'approved', {
        binding: { ...binding, endDay: day('2025-11-09'), lastDay: day('2025-11-09') },
      }),
      { reason: 'review-moot' },
    ],
    [
      'a reversed approval ends it by the rule',
      outcome('binding', 'rejected', { reversing: true, binding: active }),
      {
        fields: { ending: { by: 'reviewer', cause: 'review-rejected' }, lastDay: TODAY },
        event: 'decision-reversed',
        rosterLastDay: TODAY,
      },
    ],
    [
      'a reversed rejection lets it go on as it was agreed',
      outcome('binding', 'approved', {
        reversing: true,
        binding: { ...binding, state: 'ended', lastDay: day('2025-11-06'), endDay: day('2026-06-30') },
      }),
      {
        fields: { state: 'active', lastDay: '2026-06-30', endedBecause: null },
        rosterLastDay: '2026-06-30',
        notice: 'binding-approved',
      },
    ],
    [
      'an approved unbinding ends it at the next 00:00',
      outcome('unbinding', 'approved'),
      {
        fields: { ending: { by: 'relative', cause: 'unbound', reason: 'divorce' }, lastDay: TODAY },
        event: 'approved',
        notice: 'unbinding-announced',
      },
    ],
    [
      'or on the later day that was wished for',
      outcome('unbinding', 'approved', { wishedLastDay: day('2025-11-30') }),
      { fields: { lastDay: '2025-11-30' } },
    ],
    [
      'but never later than it would end anyway',
      outcome('unbinding', 'approved', {
        wishedLastDay: day('2025-11-30'),
        binding: { ...active, lastDay: day('2025-11-20'), endDay: day('2025-11-20') },
      }),
      { fields: { lastDay: '2025-11-20' } },
    ],
    [
      'a rejected unbinding leaves it as it is',
      outcome('unbinding', 'rejected'),
      { fields: {}, event: 'unbinding-refused', notice: 'unbinding-refused' },
    ],
    [
      'a reversed approval takes the end back while it has not come',
      outcome('unbinding', 'rejected', {
        reversing: true,
        binding: { ...active, lastDay: TODAY, ending: unboundEnding },
      }),
      { fields: { ending: null, lastDay: null }, event: 'decision-reversed', rosterLastDay: null },
    ],
    [
      'and is too late once it has',
      outcome('unbinding', 'rejected', {
        reversing: true,
        binding: { ...active, lastDay: day('2025-11-09'), ending: unboundEnding },
      }),
      { reason: 'review-moot' },
    ],
  ])('%s', (_name, found, expected) => {
    expect(found).toMatchObject(expected)
  })
})

describe('handing in again', () => {
  const review = {
    state: 'rejected' as const,
    round: 1,
    kind: 'binding' as const,
    proofsAsked: ['户口簿'],
    proofsKeptUntil: TODAY,
  }
  it.each([
    ['a rejected one, on the last day', {}, 1, null],
    ['one that waits', { state: 'waiting' as const }, 1, 'not-allowed'],
    ['one that was approved', { state: 'approved' as const }, 1, 'not-allowed'],
    ['one that was rejected long ago', { proofsKeptUntil: day('2025-11-09') }, 1, 'not-allowed'],
    ['without the proofs that are asked for', {}, 0, 'proof-required'],
    ['without proofs where none are asked for', { proofsAsked: [] }, 0, null],
    ['for the sixth time', { round: MOST_ROUNDS }, 1, 'too-many-attempts'],
  ])('%s', (_name, more, proofsGiven, refused) => {
    const refusal = resubmitRefused({ review: { ...review, ...more }, proofsGiven, today: TODAY })
    expect(refusal?.code ?? null).toBe(refused)
  })
})

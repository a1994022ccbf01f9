import type { BindingEventKind } from '../../shared/contract/bindings'
import {
  bindingBegins,
  bindingStateOn,
  type EndCause,
  type Ending,
  type KeptBinding,
  type KeptState,
  type ReviewKind,
  type ReviewState,
  type Side,
  type UnbindReason,
  unbindingEnds,
} from '../../shared/rules'
import { addDays, type Day, dayOf, type Instant } from '../../shared/values/day'
import type { NoticeKind } from '../../shared/values/notice'
import type { Refusal } from '../../shared/values/refusal'
import { ok, type Result, refuse } from '../../shared/values/result'

export type Decision = 'approved' | 'rejected'

export interface Reviewer {
  readonly _id: string
  readonly role: 'reviewer' | 'clerk'
  readonly regionCode: string | null
}

interface Case {
  readonly regionCode: string
  readonly state: ReviewState
  readonly round: number
  readonly reversal: { readonly staffId: string } | null
  readonly proofsKeptUntil: Day | null
}

const notAllowed = (reason: string): Refusal => ({ code: 'not-allowed', facts: { reason } })

/** Cases lie with the reviewers of their region. */
export function seesCase(reviewer: Reviewer, review: Pick<Case, 'regionCode'>): boolean {
  return reviewer.regionCode === null || reviewer.regionCode === review.regionCode
}

export function notReviewer(reviewer: Pick<Reviewer, 'role'>): Refusal | null {
  return reviewer.role === 'reviewer' ? null : notAllowed('reviewers-only')
}

/** The money of every region stands in one statement, and so do the differences. */
export function notForDifferences(reviewer: Pick<Reviewer, 'role' | 'regionCode'>): Refusal | null {
  return notReviewer(reviewer) ?? (reviewer.regionCode === null ? null : notAllowed('every-region-only'))
}

/** Why nobody decides on this now, or null. With the round that was looked at, nothing is decided unseen. */
export function decisionRefused(review: Case, roundSeen: number | undefined): Refusal | null {
  if (review.state === 'withdrawn' || review.state === 'lapsed') return notAllowed('review-moot')
  if (review.state !== 'waiting') return notAllowed('review-decided')
  if (roundSeen !== undefined && roundSeen !== review.round) return notAllowed('review-changed')
  return null
}

/** Whether a decision can be turned into its opposite at all: so long as the proofs can be looked at. */
function reversibleRefused(review: Case, today: Day): Refusal | null {
  if (review.state === 'withdrawn' || review.state === 'lapsed') return notAllowed('review-moot')
  if (review.state === 'waiting') return notAllowed('review-not-decided')
  if (review.proofsKeptUntil === null || review.proofsKeptUntil < today) {
    return notAllowed('reversal-too-late')
  }
  return null
}

export function proposalRefused(review: Case, today: Day): Refusal | null {
  const refusal = reversibleRefused(review, today)
  if (refusal !== null) return refusal
  return review.reversal === null ? null : notAllowed('reversal-waits')
}

/** Four eyes: whoever proposed a reversal does not confirm it. */
export function confirmationRefused(
  review: Case,
  reviewer: Pick<Reviewer, '_id'>,
  today: Day,
): Refusal | null {
  const refusal = reversibleRefused(review, today)
  if (refusal !== null) return refusal
  if (review.reversal === null) return notAllowed('no-reversal')
  return review.reversal.staffId === reviewer._id ? notAllowed('own-reversal') : null
}

/** What the reviewer may do now, so that the desk offers no button that only refuses. */
export function mayOf(review: Case, reviewer: Reviewer, today: Day) {
  return {
    decide: decisionRefused(review, undefined) === null,
    proposeReversal: proposalRefused(review, today) === null,
    confirmReversal: confirmationRefused(review, reviewer, today) === null,
    declineReversal: review.reversal !== null,
  }
}

export function opposite(state: ReviewState): Decision {
  return state === 'approved' ? 'rejected' : 'approved'
}

interface CaseBinding extends KeptBinding {
  readonly regionCode: string
  readonly effectiveFrom: Day
  readonly startDay: Day
  readonly endDay: Day | null
}

/** What a decision does to one binding. */
export interface Outcome {
  readonly fields: {
    readonly state?: KeptState
    readonly effectiveFrom?: Day
    readonly lastDay?: Day | null
    readonly ending?: Ending | null
    readonly endedBecause?: EndCause | null
    readonly proposedEndDay?: null
  }
  readonly event: BindingEventKind
  readonly facts: Readonly<Record<string, unknown>>
  readonly notice: NoticeKind
  /** The last day as the rosters know it; missing where it stays. */
  readonly rosterLastDay?: Day | null
}

export interface OutcomeAsked {
  readonly kind: ReviewKind
  readonly decision: Decision
  /** It takes the place of the opposite decision. */
  readonly reversing: boolean
  readonly binding: CaseBinding
  readonly by: Side
  readonly reason: UnbindReason | null
  readonly wishedLastDay: Day | null
  readonly now: Instant
}

/** Refusal: `not-allowed` with `review-moot` where there is nothing left that the decision could change. */
export function decideOutcome(asked: OutcomeAsked): Result<Outcome, Refusal> {
  const { kind, decision } = asked
  const over = bindingStateOn(asked.binding, dayOf(asked.now)) === 'ended'
  const event = (first: BindingEventKind) => (asked.reversing ? 'decision-reversed' : first)
  if (kind === 'binding') {
    if (decision === 'approved') return begun(asked, over, event('approved'))
    return asked.reversing ? takenBack(asked, over) : neverHeld(asked, over)
  }
  if (over) return refuse(notAllowed('review-moot'))
  if (decision === 'approved') return ok(unbound(asked, event('approved')))
  if (!asked.reversing)
    return ok({ fields: {}, event: 'unbinding-refused', facts: {}, notice: 'unbinding-refused' })
  // Whoever asked for the end may have taken it back meanwhile.
  if (asked.binding.ending?.cause !== 'unbound') return refuse(notAllowed('review-moot'))
  const lastDay = asked.binding.endDay
  return ok({
    fields: { ending: null, lastDay },
    event: 'decision-reversed',
    facts: { decision },
    notice: 'unbinding-refused',
    rosterLastDay: lastDay,
  })
}

/** It begins by the rule for one that is accepted on the day of the approval. */
function begun({ binding, reversing, now }: OutcomeAsked, over: boolean, event: BindingEventKind) {
  const { regionCode, startDay, endDay } = binding
  const { effectiveFrom } = bindingBegins({ regionCode, startDay, acceptedOn: dayOf(now) })
  const tooLate = endDay !== null && endDay < effectiveFrom
  if (tooLate || (over && !reversing)) return refuse(notAllowed('review-moot'))
  return ok<Outcome>({
    fields: {
      state: 'active',
      effectiveFrom,
      ...(reversing ? { lastDay: endDay, ending: null, endedBecause: null } : {}),
    },
    event,
    facts: { decision: 'approved', effectiveFrom },
    notice: 'binding-approved',
    ...(reversing ? { rosterLastDay: endDay } : {}),
  })
}

/** It never held, so it takes nobody's place: in the rosters it is over since yesterday. */
function neverHeld({ now }: OutcomeAsked, over: boolean): Result<Outcome, Refusal> {
  if (over) return refuse(notAllowed('review-moot'))
  const today = dayOf(now)
  return ok({
    fields: { state: 'ended', endedBecause: 'review-rejected', lastDay: today, proposedEndDay: null },
    event: 'rejected',
    facts: { decision: 'rejected' },
    notice: 'binding-rejected',
    rosterLastDay: addDays(today, -1),
  })
}

/** An approval that is taken back ends a binding that held: by the rule for ends, so that what is under way goes through. */
function takenBack({ binding, now }: OutcomeAsked, over: boolean): Result<Outcome, Refusal> {
  if (over) return refuse(notAllowed('review-moot'))
  const { lastDay, atOnce } = endOf(binding, now, null)
  const ending: Ending = { by: 'reviewer', cause: 'review-rejected', reason: null, decidedAt: now }
  return ok({
    fields: {
      ending,
      lastDay,
      proposedEndDay: null,
      ...(atOnce ? { state: 'ended', endedBecause: 'review-rejected' } : {}),
    },
    event: 'decision-reversed',
    facts: { decision: 'rejected', lastDay },
    notice: 'binding-rejected',
    rosterLastDay: lastDay,
  })
}

function unbound(
  { binding, by, reason, wishedLastDay, now }: OutcomeAsked,
  event: BindingEventKind,
): Outcome {
  const { lastDay, atOnce } = endOf(binding, now, wishedLastDay)
  return {
    fields: {
      ending: { by, cause: 'unbound', reason, decidedAt: now },
      lastDay,
      proposedEndDay: null,
      ...(atOnce ? { state: 'ended', endedBecause: 'unbound' } : {}),
    },
    event,
    facts: { decision: 'approved', lastDay },
    notice: 'unbinding-announced',
    rosterLastDay: lastDay,
  }
}

/** The end by the rule, and never later than the last day that stands already. */
function endOf(binding: CaseBinding, now: Instant, wished: Day | null) {
  const { regionCode } = binding
  const end = unbindingEnds({ regionCode, confirmedAt: now, ...(wished === null ? {} : { lastDay: wished }) })
  const stands = binding.lastDay
  const lastDay = stands !== null && stands < end.lastDay ? stands : end.lastDay
  return { lastDay, atOnce: end.endsAt <= now }
}

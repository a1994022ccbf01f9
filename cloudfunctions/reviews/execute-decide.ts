import { changeBinding, setLastDays } from '../../platform/bindings/change-binding'
import { closeReview } from '../../platform/bindings/reviews'
import type { Executes, WriteCall } from '../../platform/handler'
import { seal } from '../../platform/keys/sealing'
import { othersIn, tell } from '../../platform/notices/tell'
import type { BindingDocument, ReviewDocument } from '../../platform/store/collections'
import { PLACES } from '../../platform/store/places'
import type { Transaction } from '../../platform/store/store'
import type { DraftValueOf } from '../../shared/contract/action'
import type { reviews } from '../../shared/contract/reviews'
import { bindingStateOn } from '../../shared/rules'
import type { Day } from '../../shared/values/day'
import type { BindingId, ReviewId } from '../../shared/values/ids'
import type { Refusal } from '../../shared/values/refusal'
import { ok, type Result, refuse } from '../../shared/values/result'
import {
  confirmationRefused,
  type Decision,
  decideOutcome,
  decisionRefused,
  notReviewer,
  type Outcome,
  opposite,
  proposalRefused,
  seesCase,
} from './decide'
import { reopenRefused } from './decide-resubmit'
import { type Outside, outsideOf, reopenFactsOf } from './execute-resubmit'

type StaffWrite = WriteCall<'staff'>
type Deciding = Pick<
  Executes<(typeof reviews)['actions']>,
  'approve' | 'reject' | 'propose-reversal' | 'confirm-reversal' | 'decline-reversal'
>

/** What reviewers decide. Two who decide at one moment meet in the review's document, and one of them comes too late. */
export const deciding: Deciding = {
  approve: (call, input) => decide(call, input, 'approved'),
  reject: (call, input) => decide(call, input, 'rejected'),

  'propose-reversal': (call, input) =>
    call.commit(async (transaction) => {
      const own = await caseIn(call, transaction, input.reviewId)
      if (!own.ok) return own
      const refusal = proposalRefused(own.value, call.today)
      if (refusal !== null) return refuse(refusal)
      await transaction.update('reviews', input.reviewId, {
        reversal: {
          staffId: call.staff._id,
          at: call.now,
          sealedOpinion: sealedOpinion(call, input.reviewId, input.opinion),
        },
        hasReversal: true,
      })
      return ok({ state: own.value.state })
    }),

  async 'confirm-reversal'(call, input) {
    const outside = await outsideOfRejected(call, input.reviewId)
    return call.commit(async (transaction) => {
      const own = await caseIn(call, transaction, input.reviewId)
      if (!own.ok) return own
      const review = own.value
      const refusal = confirmationRefused(review, call.staff, call.today)
      if (refusal !== null) return refuse(refusal)
      const decision = opposite(review.state)
      return settle(call, transaction, review, { decision, reversing: true, opinion: input.opinion, outside })
    })
  },

  'decline-reversal': (call, input) =>
    call.commit(async (transaction) => {
      const own = await caseIn(call, transaction, input.reviewId)
      if (!own.ok) return own
      if (own.value.reversal === null) {
        return refuse({ code: 'not-allowed', facts: { reason: 'no-reversal' } })
      }
      await transaction.update('reviews', input.reviewId, { reversal: null, hasReversal: false })
      return ok({})
    }),
}

function decide(
  call: StaffWrite,
  input: { readonly reviewId: ReviewId; readonly opinion: string; readonly round?: number | undefined },
  decision: Decision,
) {
  return call.commit(async (transaction) => {
    const own = await caseIn(call, transaction, input.reviewId)
    if (!own.ok) return own
    const refusal = decisionRefused(own.value, input.round)
    if (refusal !== null) return refuse(refusal)
    const { opinion } = input
    return settle(call, transaction, own.value, { decision, reversing: false, opinion, outside: null })
  })
}

async function caseIn(
  call: StaffWrite,
  transaction: Transaction,
  reviewId: ReviewId,
): Promise<Result<ReviewDocument, Refusal>> {
  const refusal = notReviewer(call.staff)
  if (refusal !== null) return refuse(refusal)
  const review = await transaction.get('reviews', reviewId)
  return review === null || !seesCase(call.staff, review) ? refuse({ code: 'not-found' }) : ok(review)
}

type Settled = DraftValueOf<(typeof reviews)['actions']['approve']>

interface Settling {
  readonly decision: Decision
  readonly reversing: boolean
  readonly opinion: string
  readonly outside: Outside | null
}

/** Writes a decision down: in the review, in each binding that it is about, and for everybody in them. */
async function settle(
  call: StaffWrite,
  transaction: Transaction,
  review: ReviewDocument,
  how: Settling,
): Promise<Result<Settled, Refusal>> {
  const { decision, reversing } = how
  const decided: { readonly binding: BindingDocument; readonly outcome: Outcome }[] = []
  let moot: Refusal = { code: 'not-allowed', facts: { reason: 'review-moot' } }
  for (const bindingId of review.bindingIds) {
    const binding = await transaction.get('bindings', bindingId)
    // A newer application is about it now.
    if (binding?.review?.reviewId !== review._id) continue
    const { kind, by, reason, wishedLastDay } = review
    const asked = { kind, decision, reversing, binding, by, reason, wishedLastDay, now: call.now }
    const outcome = decideOutcome(asked)
    if (outcome.ok) decided.push({ binding, outcome: outcome.value })
    else moot = outcome.refusal
  }
  if (decided.length === 0) return refuse(moot)
  const reopens = reversing && review.kind === 'binding' && decision === 'approved'
  if (reopens && !(await placeIsFree(call, transaction, decided, how.outside))) {
    return refuse({ code: 'not-allowed', facts: { reason: 'place-taken' } })
  }
  const bindings: BindingDocument[] = []
  const lastDays = new Map<BindingId, Day | null>()
  for (const { binding, outcome } of decided) {
    bindings.push(await writeOutcome(call, transaction, binding, outcome, decision))
    if (outcome.rosterLastDay !== undefined) lastDays.set(binding._id, outcome.rosterLastDay)
  }
  const moved = bindings.filter(({ _id }) => lastDays.has(_id))
  if (moved.length > 0) await setLastDays(transaction, moved, lastDays)
  await closeReview(transaction, review, decision, call.now, {
    decisions: [
      ...review.decisions,
      {
        round: review.round,
        decision,
        staffId: call.staff._id,
        at: call.now,
        sealedOpinion: sealedOpinion(call, review._id, how.opinion),
        proposedBy: review.reversal?.staffId ?? null,
      },
    ],
  })
  return ok({
    state: decision,
    bindings: bindings.map((binding) => ({
      bindingId: binding._id,
      state: bindingStateOn(binding, call.today),
      effectiveFrom: binding.effectiveFrom,
      ...(binding.lastDay === null ? {} : { lastDay: binding.lastDay }),
    })),
  })
}

async function writeOutcome(
  call: StaffWrite,
  transaction: Transaction,
  binding: BindingDocument,
  outcome: Outcome,
  decision: Decision,
): Promise<BindingDocument> {
  const review = binding.review == null ? null : { ...binding.review, state: decision }
  const { event: kind, facts, notice } = outcome
  const happened = { at: call.now, kind, by: 'reviewer' as const, facts }
  const changed = await changeBinding(transaction, binding, { ...outcome.fields, review }, happened)
  if (binding.review?.kind === 'binding') {
    // The invited person did accept; what came of it is the binding's to tell.
    await transaction.update('invitations', binding.invitationId, { state: 'accepted' })
  }
  await tell(call, transaction, othersIn(binding, null), { kind: notice, bindingId: binding._id, facts })
  return changed
}

function sealedOpinion(call: StaffWrite, reviewId: ReviewId, opinion: string) {
  return seal(call.keys, PLACES.reviewOpinion(reviewId, call.now), opinion)
}

/** What the insurer says of both sides, where a reversal would let a rejected binding go on. */
async function outsideOfRejected(call: StaffWrite, reviewId: ReviewId): Promise<Outside | null> {
  const review = await call.store.get('reviews', reviewId)
  if (review?.kind !== 'binding' || review.state !== 'rejected' || review.reversal === null) return null
  const [bindingId] = review.bindingIds
  const binding = bindingId === undefined ? null : await call.store.get('bindings', bindingId)
  return binding === null ? null : outsideOf(call, binding)
}

async function placeIsFree(
  call: StaffWrite,
  transaction: Transaction,
  decided: readonly { readonly binding: BindingDocument }[],
  outside: Outside | null,
): Promise<boolean> {
  if (outside === null) return false
  for (const { binding } of decided) {
    if (reopenRefused(await reopenFactsOf(call, transaction, binding, outside)) !== null) return false
  }
  return true
}

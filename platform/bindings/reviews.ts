import {
  proofsKeptUntil,
  type ReviewKind,
  type ReviewState,
  type Side,
  type UnbindReason,
} from '../../shared/rules'
import { addDays, type Day, dayOf, type Instant } from '../../shared/values/day'
import type { BindingId, Id, PersonId, ReviewId } from '../../shared/values/ids'
import type { BindingDocument } from '../store/collections'
import type { ProofNamed, ReviewDocument } from '../store/review-collections'
import type { Transaction } from '../store/store'

interface Opening {
  readonly now: Instant
  newId<Kind extends string>(kind: Kind): Id<Kind>
}

/**
 * Puts an application into the queue. The caller writes `review` of the bindings with what this returns, in the same
 * transaction.
 */
export async function openReview(
  call: Opening,
  transaction: Transaction,
  application: {
    readonly kind: ReviewKind
    readonly bindingIds: readonly BindingId[]
    readonly regionCode: string
    readonly applicantId: PersonId
    readonly by: Side
    readonly proofsAsked: readonly string[]
    readonly proofs: readonly ProofNamed[]
    readonly reason: UnbindReason | null
    readonly wishedLastDay: Day | null
  },
): Promise<NonNullable<BindingDocument['review']>> {
  const reviewId = call.newId('review')
  const { proofs, ...asked } = application
  await transaction.insert('reviews', {
    _id: reviewId,
    ...asked,
    state: 'waiting',
    round: 1,
    submittedAt: call.now,
    queuePlace: queuePlaceOf(call.now, reviewId),
    proofs: proofs.map((proof) => ({ ...proof, round: 1 })),
    decisions: [],
    reversal: null,
    hasReversal: false,
    decidedAt: null,
    proofsKeptUntil: null,
  })
  await keepProofs(transaction, proofs, null)
  return { reviewId, kind: application.kind, state: 'waiting', by: application.by }
}

/** The moment and the id, as one text that sorts: nobody is passed over where two came at one moment. */
export function queuePlaceOf(at: Instant, reviewId: ReviewId): string {
  return `${at}/${reviewId}`
}

/** @param until the last day on which they are kept; null while somebody is still to look at them */
export async function keepProofs(
  transaction: Transaction,
  proofs: readonly Pick<ProofNamed, 'proofId'>[],
  until: Day | null,
): Promise<void> {
  for (const { proofId } of proofs) await transaction.update('proofs', proofId, { keptUntil: until })
}

/** What stands in a review and its proofs once nothing is left to be decided on a day. */
export async function closeReview(
  transaction: Transaction,
  review: ReviewDocument,
  state: Exclude<ReviewState, 'waiting'>,
  at: Instant,
  more: Partial<Pick<ReviewDocument, 'decisions' | 'bindingIds'>> = {},
): Promise<void> {
  const on = dayOf(at)
  // Who took the application back wants nobody to look at her papers any more.
  const kept = state === 'withdrawn' ? on : proofsKeptUntil({ regionCode: review.regionCode, decidedOn: on })
  await transaction.update('reviews', review._id, {
    ...more,
    state,
    decidedAt: at,
    reversal: null,
    hasReversal: false,
    proofsKeptUntil: kept,
  })
  await keepProofs(transaction, review.proofs, kept)
}

/**
 * Somebody in it has withdrawn her consent: it is neither handed in again nor turned round any more, and its proofs go
 * with the timer's next run. An application about several relatives is another's as long as she did not make it.
 */
export async function shutReview(
  transaction: Transaction,
  reviewId: ReviewId,
  personId: PersonId,
  today: Day,
): Promise<void> {
  const review = await transaction.get('reviews', reviewId)
  if (review === null || (review.kind !== 'binding' && review.applicantId !== personId)) return
  if (review.proofsKeptUntil === null || review.proofsKeptUntil < today) return
  const over = addDays(today, -1)
  await transaction.update('reviews', reviewId, {
    reversal: null,
    hasReversal: false,
    proofsKeptUntil: over,
  })
  await keepProofs(transaction, review.proofs, over)
}

/** A binding that is over is decided on no more; an application about others as well goes on without it. */
export async function leaveReview(
  transaction: Transaction,
  binding: Pick<BindingDocument, '_id' | 'review'>,
  at: Instant,
  as: 'withdrawn' | 'lapsed',
): Promise<void> {
  const held = binding.review
  const review = held == null ? null : await transaction.get('reviews', held.reviewId)
  if (held == null || review === null || review.state !== 'waiting') return
  const bindingIds = review.bindingIds.filter((id) => id !== binding._id)
  if (bindingIds.length > 0) await transaction.update('reviews', review._id, { bindingIds })
  else await closeReview(transaction, review, as, at)
  await transaction.update('bindings', binding._id, { review: { ...held, state: as } })
}

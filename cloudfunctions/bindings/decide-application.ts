import { MOST_ROUNDS, proofsKeptDays, type ReviewKind, type ReviewState } from '../../shared/rules'
import type { Day, Instant } from '../../shared/values/day'
import type { ReviewId } from '../../shared/values/ids'

interface Application {
  readonly _id: ReviewId
  readonly kind: ReviewKind
  readonly state: ReviewState
  readonly applicantId: string
  readonly regionCode: string
  readonly round: number
  readonly submittedAt: Instant
  readonly decidedAt: Instant | null
  readonly proofsAsked: readonly string[]
  readonly proofs: readonly { readonly round: number }[]
  readonly proofsKeptUntil: Day | null
}

/** An application to bind is both sides'; one to end a binding is the one's who asked. */
export function isApplicant(
  { kind, applicantId }: Pick<Application, 'kind' | 'applicantId'>,
  personId: string,
): boolean {
  return kind === 'binding' || applicantId === personId
}

/** Where it stands and what is missing. `opinion` is what the reviewer wrote last. */
export function applicationReply(review: Application, opinion: string | null, today: Day) {
  const { state, round, proofsKeptUntil } = review
  const inTime = proofsKeptUntil !== null && proofsKeptUntil >= today
  const mayResubmit = state === 'rejected' && inTime && round < MOST_ROUNDS
  return {
    reviewId: review._id,
    kind: review.kind,
    state,
    round,
    submittedAt: review.submittedAt,
    ...(review.decidedAt === null ? {} : { decidedAt: review.decidedAt }),
    proofs: [...review.proofsAsked],
    proofsGiven: review.proofs.filter((proof) => proof.round === round).length,
    proofsKeptDays: proofsKeptDays(review.regionCode, today),
    ...(opinion === null ? {} : { opinion }),
    ...(mayResubmit ? { resubmitUntil: proofsKeptUntil } : {}),
  }
}

import { type EnrolmentFacts, MOST_ROUNDS, mayJoin, type ReviewState } from '../../shared/rules'
import type { Day } from '../../shared/values/day'
import { birthDayOf, type IdDocument } from '../../shared/values/id-document'
import type { BindingId } from '../../shared/values/ids'
import type { Refusal } from '../../shared/values/refusal'
import type { Relation } from '../../shared/values/relation'

/**
 * Why an application is not handed in again, or null. Refusals: `not-allowed` (`review-not-rejected`,
 * `resubmit-too-late`), `too-many-attempts`, `proof-required`.
 */
export function resubmitRefused(question: {
  readonly review: {
    readonly state: ReviewState
    readonly round: number
    readonly kind: 'binding' | 'unbinding'
    readonly proofsAsked: readonly string[]
    readonly proofsKeptUntil: Day | null
  }
  readonly proofsGiven: number
  readonly today: Day
}): Refusal | null {
  const { review, proofsGiven, today } = question
  if (review.state !== 'rejected') return { code: 'not-allowed', facts: { reason: 'review-not-rejected' } }
  if (review.proofsKeptUntil === null || review.proofsKeptUntil < today) {
    return { code: 'not-allowed', facts: { reason: 'resubmit-too-late' } }
  }
  if (review.round >= MOST_ROUNDS) {
    return { code: 'too-many-attempts', facts: { attempted: 'resubmit', limit: MOST_ROUNDS } }
  }
  if (review.proofsAsked.length > 0 && proofsGiven === 0) {
    return { code: 'proof-required', facts: { proofs: review.proofsAsked, for: review.kind } }
  }
  return null
}

interface Entry {
  readonly bindingId: BindingId
  readonly idIndex: string
  readonly relation: Relation
  readonly lastDay: Day | null
}

interface Side {
  readonly document: IdDocument
  readonly birthDay: Day | null
  readonly enrolment: EnrolmentFacts
}

export interface ReopenFacts {
  readonly bindingId: BindingId
  readonly relation: Relation
  readonly endDay: Day | null
  readonly policyholder: Side & {
    readonly roster: readonly Entry[]
    readonly familyRegion: string | undefined
  }
  readonly relative: Side & { readonly idIndex: string; readonly roster: readonly Entry[] }
  readonly today: Day
}

/**
 * What stands in the way of a binding that was rejected and is to go on: it gave its place up, so everything that is
 * asked of those who join is asked again. Refusals: those of `mayJoin`, and `already-bound`.
 */
export function reopenRefused(facts: ReopenFacts): Refusal | null {
  const { policyholder, relative, today, bindingId } = facts
  const others = (roster: readonly Entry[]) =>
    roster.filter(
      (entry) => entry.bindingId !== bindingId && (entry.lastDay === null || entry.lastDay >= today),
    )
  const bound = others(policyholder.roster)
  const twice = bound.find(({ idIndex }) => idIndex === relative.idIndex)
  if (twice !== undefined) return { code: 'already-bound', facts: { relation: twice.relation } }
  const allowed = mayJoin({
    policyholder: {
      ...policyholder.enrolment,
      document: policyholder.document,
      birthDay: policyholder.birthDay ?? birthDayOf(policyholder.document),
    },
    relative: { document: relative.document, birthDay: relative.birthDay ?? birthDayOf(relative.document) },
    relation: facts.relation,
    familyEstablished: policyholder.familyRegion === policyholder.enrolment.regionCode,
    bound: bound.map(({ relation }) => ({ relation })),
    ...(facts.endDay === null ? {} : { endDay: facts.endDay }),
    today,
    relativeEnrolment: relative.enrolment,
    policyholdersOfRelative: others(relative.roster).length,
  })
  return allowed.ok ? null : allowed.refusal
}

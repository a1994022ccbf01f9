import type { UnbindStep } from '../../shared/copy'
import { changeRefused, type KeptBinding, mayUnbind, type Side } from '../../shared/rules'
import { type Day, dayOf, type Instant } from '../../shared/values/day'
import type { Refusal } from '../../shared/values/refusal'
import type { Relation } from '../../shared/values/relation'
import { ok, type Result, refuse } from '../../shared/values/result'

export interface UnbindingAsked {
  readonly binding: KeptBinding & {
    readonly regionCode: string
    readonly relation: Relation
    readonly effectiveFrom: Day
  }
  readonly relativeBirthDay: Day | null
  readonly side: Side
  /** The last day that was wished for; null for the earliest. */
  readonly lastDay: Day | null
  /** How many proofs are there; null where it is only asked what will be needed. */
  readonly proofsGiven: number | null
  readonly now: Instant
}

export interface Unbinding {
  readonly lastDay: Day
  readonly endsAt: Instant
  /**
   * `over`: it ends at this moment. `ending`: it holds until its last day is over. `review`: it stays as it is until
   * the bureau has decided.
   */
  readonly becomes: 'over' | 'ending' | 'review'
  readonly step: UnbindStep
  /** The last day that the notice names: none where it does not depend on the person alone when it comes. */
  readonly namedLastDay: Day | null
  readonly proofs: readonly string[]
}

/**
 * What an unbinding does. An application that the bureau has not decided is withdrawn and over at once: it never held.
 * Refusals: those of `changeRefused` and `mayUnbind`.
 */
export function decideUnbinding(asked: UnbindingAsked): Result<Unbinding, Refusal> {
  const { binding, side, now } = asked
  const refusal = changeRefused('unbind', binding, side, dayOf(now))
  if (refusal !== null) return refuse(refusal)
  if (binding.state === 'in-review') {
    const over = { lastDay: dayOf(now), endsAt: now, becomes: 'over' } as const
    return ok({ ...over, step: 'withdraw', namedLastDay: null, proofs: [] })
  }
  const allowed = mayUnbind({
    regionCode: binding.regionCode,
    relation: binding.relation,
    relativeBirthDay: asked.relativeBirthDay,
    state: binding.state,
    effectiveFrom: binding.effectiveFrom,
    lastDay: binding.lastDay,
    by: side,
    ...(asked.lastDay === null ? {} : { wishedLastDay: asked.lastDay }),
    ...(asked.proofsGiven === null ? {} : { proofsGiven: asked.proofsGiven }),
    now,
  })
  if (!allowed.ok) return allowed
  const { lastDay, endsAt, review, proofs } = allowed.value
  if (review) {
    const { lastDay: wished } = asked
    return ok({ lastDay, endsAt, proofs, becomes: 'review', step: 'apply', namedLastDay: wished })
  }
  const becomes = endsAt <= now ? 'over' : 'ending'
  return ok({ lastDay, endsAt, proofs, becomes, step: 'end', namedLastDay: lastDay })
}

/**
 * What several unbindings under one letter have in common. They end on one day and by one region's rules, or they are
 * not one unbinding.
 */
export function decideTogether(unbindings: readonly Unbinding[]): Result<Unbinding, Refusal> {
  const [first, ...rest] = unbindings
  if (first === undefined) throw new Error('an unbinding of nothing')
  const alike = rest.every(
    ({ lastDay, becomes, step }) =>
      lastDay === first.lastDay && becomes === first.becomes && step === first.step,
  )
  if (!alike) return refuse({ code: 'not-allowed', facts: { reason: 'not-together' } })
  return ok({ ...first, proofs: [...new Set(unbindings.flatMap(({ proofs }) => proofs))] })
}

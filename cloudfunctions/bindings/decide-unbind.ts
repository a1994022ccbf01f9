import {
  changeRefused,
  endsAtOf,
  type KeptBinding,
  type KeptState,
  type Side,
  type UnbindReason,
} from '../../shared/rules'
import type { Day, Instant } from '../../shared/values/day'
import type { Refusal } from '../../shared/values/refusal'
import { ok, type Result, refuse } from '../../shared/values/result'

/** What the region says of an unbinding that is asked for today. */
export interface UnbindingRule {
  /** Whether it ends at once, or at the next 00:00 after its last day. */
  readonly atOnce: boolean
  readonly review: boolean
  readonly proofs: readonly string[]
}

export interface UnbindFacts {
  readonly binding: KeptBinding
  readonly side: Side
  readonly rule: UnbindingRule
  /** The last day that was wished for; null for the earliest. */
  readonly lastDay: Day | null
  readonly today: Day
  readonly now: Instant
}

export interface Unbinding {
  readonly lastDay: Day
  readonly endsAt: Instant
  /** True where it is over now: at once by the region's rule, or because it never began. */
  readonly over: boolean
}

/**
 * When the binding would end. An application that the bureau has not decided is withdrawn and over at once: it never
 * held. Refusals: those of `changeRefused`, and `dates-invalid`.
 */
export function decideUnbinding(facts: UnbindFacts): Result<Unbinding, Refusal> {
  const { binding, side, rule, today, now } = facts
  const refusal = changeRefused('unbind', binding, side, today)
  if (refusal !== null) return refuse(refusal)
  if (binding.state === 'in-review') return ok({ lastDay: today, endsAt: now, over: true })
  const lastDay = facts.lastDay ?? today
  const wrong = dayRefused(binding, lastDay, today)
  if (wrong !== null) return refuse(wrong)
  if (rule.atOnce && lastDay === today) return ok({ lastDay, endsAt: now, over: true })
  return ok({ lastDay, endsAt: endsAtOf(lastDay), over: false })
}

function dayRefused(binding: KeptBinding, lastDay: Day, today: Day): Refusal | null {
  if (lastDay < today) {
    return { code: 'dates-invalid', facts: { problem: 'last-day-in-past', lastDay, today } }
  }
  if (binding.lastDay !== null && lastDay > binding.lastDay) {
    // A later end is no unbinding: it needs the other side's consent.
    return {
      code: 'dates-invalid',
      facts: { problem: 'last-day-after-agreed', lastDay, agreed: binding.lastDay, today },
    }
  }
  return null
}

/** The state that is kept after an unbinding was decided. */
export function stateAfter(state: KeptState, { over }: Unbinding): KeptState {
  return over ? 'ended' : state
}

/** Why the reason does not fit who gives it, or null. What a reason says is the caller's own word, not proof. */
export function proofsRefused(
  rule: UnbindingRule,
  proofFileIds: readonly string[],
  reason: UnbindReason,
): Refusal | null {
  if (rule.proofs.length === 0 || proofFileIds.length > 0) return null
  return { code: 'proof-required', facts: { proofs: rule.proofs, reason } }
}

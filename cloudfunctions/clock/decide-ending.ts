import {
  bindingStateOn,
  type EndCause,
  type Ending,
  endsByItself,
  type KeptBinding,
  relationStillCovered,
  type SideToday,
} from '../../shared/rules'
import type { Day, Instant } from '../../shared/values/day'
import type { Relation } from '../../shared/values/relation'

export interface EndingFacts {
  readonly binding: KeptBinding & {
    readonly regionCode: string
    readonly relation: Relation
    readonly effectiveFrom: Day
  }
  readonly policyholder: SideToday
  readonly relative: SideToday
  readonly today: Day
  readonly now: Instant
}

export interface EndingDecided {
  readonly cause: EndCause
  readonly lastDay: Day
  /** True where its last day is over already. */
  readonly over: boolean
  readonly ending: Ending
}

/**
 * Whether a binding ends that nobody has ended, and why; null where it goes on, or where an earlier end is under way.
 */
export function decideEnding(facts: EndingFacts): EndingDecided | null {
  const { binding, today, now } = facts
  const state = bindingStateOn(binding, today)
  if (state === 'ended') return null
  const found = causeOf(facts)
  if (found === null) return null
  const { cause, lastDay } = found
  // What somebody asked for and comes no later stays as it is; she may still take it back.
  if (binding.ending !== null && binding.lastDay !== null && binding.lastDay <= lastDay) return null
  return {
    cause,
    lastDay,
    over: lastDay < today,
    ending: { by: 'system', cause, reason: null, decidedAt: now },
  }
}

function causeOf({
  binding,
  policyholder,
  relative,
  today,
}: EndingFacts): { cause: EndCause; lastDay: Day } | null {
  const ended = endsByItself({
    regionCode: binding.regionCode,
    binding: {
      state: bindingStateOn(binding, today),
      effectiveFrom: binding.effectiveFrom,
      lastDay: binding.lastDay,
    },
    policyholder,
    relative,
    today,
  })
  if (ended !== null) return { cause: ended.because, lastDay: ended.lastDay }
  return relationStillCovered(binding.regionCode, binding.relation, today)
    ? null
    : { cause: 'rule-changed', lastDay: today }
}

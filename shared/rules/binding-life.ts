import { addDays, type Day, type Instant, startOfDay } from '../values/day'
import type { RuleCited } from '../values/refusal'
import type { Relation } from '../values/relation'
import type { EnrolmentFacts } from './answer'
import { inPoolingScope } from './area'
import { type Grounds, groundsOfRules } from './grounds'
import { FALLBACK_REGION } from './held-regions'
import { type Rule, regionOf, ruleOf, settledDecision } from './rule'

/** A binding as far as its life is concerned. `lastDay` is null where it is open-ended. */
export interface BindingLife {
  readonly state: 'in-review' | 'active' | 'paused' | 'ending' | 'ended'
  readonly effectiveFrom: Day
  readonly lastDay: Day | null
}

/** Whether money may flow on a day: the binding has begun, its last day counts, and it is neither paused nor reviewed. */
export function bindingHoldsOn(binding: BindingLife, on: Day): boolean {
  const inUse = binding.state === 'active' || binding.state === 'ending'
  return inUse && binding.effectiveFrom <= on && (binding.lastDay === null || on <= binding.lastDay)
}

/** What the insurer says of one side today, and since when where it says so. */
export interface SideToday {
  readonly enrolment: EnrolmentFacts
  readonly diedOn?: Day
  /** The last day of the enrolment, or of the enrolment in the old place, where the insurer names it. */
  readonly enrolledUntil?: Day
}

export type EndedBecause =
  | 'end-day'
  | 'policyholder-died'
  | 'relative-died'
  | 'policyholder-left-scheme'
  | 'enrolment-ended'
  | 'moved'

export interface EndedByItself extends Grounds {
  readonly because: EndedBecause
  readonly lastDay: Day
  readonly endsAt: Instant
  readonly rule: RuleCited | null
}

/**
 * What has ended a binding without anybody's doing, or null. The day that was agreed on needs no rule; a death, an
 * enrolment that is over, a move out of the scope and a policyholder without the employee scheme end it by the rule
 * `ends-with-enrolment`. A suspended enrolment ends nothing: it can be paid up again.
 *
 * For the timer that ends bindings (`clock`) and for `bindings.list`, so that a late timer is not seen.
 */
export function endsByItself(question: {
  readonly regionCode: string
  readonly binding: BindingLife
  readonly policyholder: SideToday
  readonly relative: SideToday
  readonly today: Day
}): EndedByItself | null {
  const { binding, today } = question
  const region = regionOf(question.regionCode) ?? FALLBACK_REGION
  const { poolingAreaCode } = question.policyholder.enrolment
  const withEnrolment = settledDecision(region, 'ends-with-enrolment', today, poolingAreaCode)
  const cause = withEnrolment.value ? causeOf(question) : null
  const ends = cause === null ? null : earlierOf(cause.until ?? today, today)
  const agreed = binding.lastDay
  // Whichever comes first has ended it: an agreed day that is over, or a death or a move before it.
  if (agreed !== null && agreed < today && (ends === null || agreed <= ends)) {
    return ended('end-day', agreed, [])
  }
  if (cause === null || ends === null) return null
  const rules = cause.rule === null ? [withEnrolment] : [withEnrolment, cause.rule]
  return ended(cause.because, agreed === null ? ends : earlierOf(ends, agreed), rules)
}

function earlierOf(one: Day, other: Day): Day {
  return one < other ? one : other
}

function causeOf(question: Parameters<typeof endsByItself>[0]): {
  readonly because: EndedBecause
  readonly until: Day | undefined
  readonly rule: Rule<unknown> | null
} | null {
  const { policyholder, relative, today } = question
  const cause = (because: EndedBecause, until: Day | undefined, rule: Rule<unknown> | null = null) => ({
    because,
    until,
    rule,
  })
  if (policyholder.diedOn !== undefined) return cause('policyholder-died', policyholder.diedOn)
  if (relative.diedOn !== undefined) return cause('relative-died', relative.diedOn)
  const theirs = policyholder.enrolment
  if (theirs.enrolment === 'none' || theirs.scheme === null) {
    return cause('enrolment-ended', policyholder.enrolledUntil)
  }
  const region = regionOf(question.regionCode) ?? FALLBACK_REGION
  const schemes = ruleOf(region, 'policyholder-scheme', today)
  if (schemes?.mayBlock === true && !schemes.value.includes(theirs.scheme)) {
    return cause('policyholder-left-scheme', policyholder.enrolledUntil, schemes)
  }
  const hers = relative.enrolment
  if (hers.enrolment === 'none' || hers.scheme === null)
    return cause('enrolment-ended', relative.enrolledUntil)
  const scope = ruleOf(region, 'pooling-scope', today)
  // A place that nobody knows is no move.
  const known = theirs.regionCode !== null && hers.regionCode !== null
  if (known && scope?.mayBlock === true && !inPoolingScope(scope.value, theirs, hers)) {
    return cause('moved', relative.enrolledUntil ?? policyholder.enrolledUntil, scope)
  }
  return null
}

function ended(because: EndedBecause, lastDay: Day, found: readonly Rule<unknown>[]): EndedByItself {
  return {
    because,
    lastDay,
    endsAt: startOfDay(addDays(lastDay, 1)),
    rule: found[0]?.cited ?? null,
    ...groundsOfRules(found),
  }
}

/**
 * Whether the region still lets this relation share. A rule that was narrowed ends what it no longer covers; one that
 * is not known, or that machines alone wrote of, ends nothing.
 */
export function relationStillCovered(regionCode: string, relation: Relation, on: Day): boolean {
  const region = regionOf(regionCode)
  const scope = region === null ? null : ruleOf(region, 'relation-scope', on)
  return scope === null || !scope.mayBlock || scope.value.includes(relation)
}

import { addDays, addMonths, type Day, dayOf, type Instant, startOfDay } from '../values/day'
import type { Refusal, RuleCited } from '../values/refusal'
import type { Relation } from '../values/relation'
import { ok, type Result, refuse } from '../values/result'
import type { LetterNeeded } from './answer'
import { unbindConsentNeeded } from './consent-needed'
import { type Grounds, groundsOf } from './grounds'
import { FALLBACK_REGION } from './held-regions'
import type { Region } from './parameters'
import { proofsFor, proofsMissing } from './proofs'
import { regionOf, ruleOf, settledDecision, settledRule } from './rule'

export interface UnbindFacts {
  readonly regionCode: string
  readonly relation: Relation
  readonly relativeBirthDay: Day | null
  readonly state: 'in-review' | 'active' | 'paused' | 'ending' | 'ended'
  readonly effectiveFrom: Day
  /** The last day as it stands; null where the binding is open-ended. */
  readonly lastDay: Day | null
  readonly by: 'policyholder' | 'relative' | 'guardian'
  readonly wishedLastDay?: Day
  /** How many proofs are uploaded; missing where it is only asked what will be needed. */
  readonly proofsGiven?: number
  readonly now: Instant
}

export interface UnbindingEnd extends Grounds {
  /** The last day on which the binding holds. */
  readonly lastDay: Day
  readonly endsAt: Instant
  /** The first day on which the two may be bound again. */
  readonly rebindFrom: Day
}

export interface UnbindAllowed extends UnbindingEnd {
  /** Where it is reviewed the binding holds until the approval, and the days are those of an approval today. */
  readonly review: boolean
  /** Who reviews; null where nobody does. */
  readonly reviewBy: 'agency' | null
  readonly proofs: readonly string[]
  readonly noticeTitle: string
  readonly letters: readonly LetterNeeded<'unbind'>[]
}

/**
 * Whether a binding may be ended, by whom it was asked, with what in hand, and when it is then over. For
 * `bindings.prepare-unbind` and `bindings.unbind`.
 *
 * The relative and a guardian may always end it, and so may the policyholder: consent can be withdrawn, and the notice
 * of 2026-01-09 speaks of both sides' will. That 贵州 and 山西 speak of the policyholder alone does not take it away.
 *
 * Refusals: `in-review`, `not-allowed` (`binding-ended`), `dates-invalid`, `proof-required`.
 */
export function mayUnbind(facts: UnbindFacts): Result<UnbindAllowed, Refusal> {
  const region = regionOf(facts.regionCode) ?? FALLBACK_REGION
  const today = dayOf(facts.now)
  const refusal = stateRefused(facts, today) ?? lastDayRefused(facts, today) ?? tooSoon(region, facts, today)
  if (refusal !== null) return refuse(refusal)
  const proofs = proofsFor(region, 'unbind-proofs', {
    relation: facts.relation,
    birthDay: facts.relativeBirthDay,
    today,
  })
  if (facts.proofsGiven !== undefined) {
    const asked = { proofs: proofs.asked, given: facts.proofsGiven, today }
    const missing = proofsMissing(region, 'unbind-proofs', asked, facts.by)
    if (missing !== null) return refuse(missing)
  }
  const reviewed = unbindingReviewed(facts.regionCode, today)
  const consent = unbindConsentNeeded({ regionCode: facts.regionCode, by: facts.by, today })
  const end = unbindingEnds({
    regionCode: facts.regionCode,
    confirmedAt: facts.now,
    ...(facts.wishedLastDay === undefined ? {} : { lastDay: facts.wishedLastDay }),
  })
  const spoke = groundsOf(
    region,
    ['unbind-by', 'unbind-review', 'unbind-proofs', 'relation-change-duty'],
    today,
  )
  return ok({
    ...end,
    review: reviewed,
    reviewBy: reviewed ? settledRule(region, 'review-by', today).value : null,
    proofs: proofs.asked,
    noticeTitle: consent.noticeTitle,
    letters: consent.letters,
    rules: [...end.rules, ...spoke.rules, ...consent.rules],
    remarks: [...end.remarks, ...spoke.remarks, ...(proofs.unproven === null ? [] : [proofs.unproven])],
  })
}

/** Whether the bureau decides on an unbinding, so that it is an application and nobody knows its day beforehand. */
export function unbindingReviewed(regionCode: string, on: Day): boolean {
  const rule = ruleOf(regionOf(regionCode) ?? FALLBACK_REGION, 'unbind-review', on)
  return rule?.mayAsk === true && rule.value
}

function stateRefused({ state, lastDay, by }: UnbindFacts, today: Day): Refusal | null {
  if (state === 'in-review') return { code: 'in-review', facts: { spokenTo: by } }
  if (state === 'ended' || (lastDay !== null && lastDay < today)) {
    return { code: 'not-allowed', facts: { reason: 'binding-ended', spokenTo: by } }
  }
  return null
}

function lastDayRefused({ wishedLastDay, lastDay, by }: UnbindFacts, today: Day): Refusal | null {
  if (wishedLastDay === undefined) return null
  const wrong = (problem: string, facts: Readonly<Record<string, unknown>>): Refusal => ({
    code: 'dates-invalid',
    facts: { problem, lastDay: wishedLastDay, ...facts, spokenTo: by },
  })
  if (wishedLastDay < today) return wrong('last-day-in-past', { today })
  if (lastDay !== null && wishedLastDay > lastDay) return wrong('last-day-after-end', { until: lastDay })
  return null
}

/** 湖北 is said to hold a binding for three months; machine-written text alone says so, so nobody is stopped there. */
function tooSoon(region: Region, facts: UnbindFacts, today: Day): Refusal | null {
  const rule = ruleOf(region, 'unbind-after-months', today)
  if (rule === null || !rule.mayBlock) return null
  const from = addMonths(facts.effectiveFrom, rule.value)
  if ((facts.wishedLastDay ?? today) >= from) return null
  return {
    code: 'dates-invalid',
    facts: { problem: 'unbind-too-soon', from, months: rule.value, spokenTo: facts.by },
    rule: rule.cited,
  }
}

/**
 * When a binding ends that is unbound at a moment: by our default at the 00:00 Asia/Shanghai that follows its last
 * day, which is today or the later day that was wished. Where a region ends it at once, that moment is the end.
 *
 * For `bindings.prepare-unbind`, `bindings.unbind` and the approval of an unbinding in `reviews.approve`.
 */
export function unbindingEnds(question: {
  readonly regionCode: string
  readonly confirmedAt: Instant
  readonly lastDay?: Day
}): UnbindingEnd {
  const region = regionOf(question.regionCode) ?? FALLBACK_REGION
  const today = dayOf(question.confirmedAt)
  const effective = settledDecision(region, 'unbind-effective', today)
  const lastDay = question.lastDay !== undefined && question.lastDay > today ? question.lastDay : today
  const atOnce = effective.value === 'immediate' && lastDay === today
  return {
    lastDay,
    endsAt: atOnce ? question.confirmedAt : startOfDay(addDays(lastDay, 1)),
    rebindFrom: rebindFrom({ regionCode: question.regionCode, lastDay, on: today }).from,
    ...groundsOf(region, ['unbind-effective', 'rebind'], today),
  }
}

/**
 * The first day on which two people may be bound again after a binding whose last day this was. For `bindings.get` of an
 * ended one, and asked again by `mayInvite`.
 */
export function rebindFrom(question: {
  readonly regionCode: string
  readonly lastDay: Day
  readonly on: Day
}): { readonly from: Day; readonly rule: RuleCited } {
  const region = regionOf(question.regionCode) ?? FALLBACK_REGION
  const rule = settledDecision(region, 'rebind', question.on)
  const from = rule.value === 'immediate' ? question.lastDay : addDays(question.lastDay, 1)
  return { from, rule: rule.cited }
}

import { addDays, type Day, daysBetween } from '../values/day'
import type { Refusal, RuleCited } from '../values/refusal'
import type { SpokenTo } from './answer'
import { FALLBACK_REGION } from './held-regions'
import type { Region } from './parameters'
import { regionOf, ruleOf, settledDecision } from './rule'

/** The first day on which a binding holds: the later of the wished start and what the region allows after acceptance. */
export function bindingBegins(question: {
  readonly regionCode: string
  readonly startDay?: Day
  readonly acceptedOn: Day
}): { readonly effectiveFrom: Day; readonly rule: RuleCited } {
  const region = regionOf(question.regionCode) ?? FALLBACK_REGION
  const rule = settledDecision(region, 'bind-effective', question.acceptedOn)
  const earliest = rule.value === 'immediate' ? question.acceptedOn : addDays(question.acceptedOn, 1)
  const wished = question.startDay ?? earliest
  return { effectiveFrom: laterOf(wished, earliest), rule: rule.cited }
}

function laterOf(one: Day, other: Day): Day {
  if (one > other) return one
  return other
}

/**
 * What is wrong with the wished days, or null. An invitation may be accepted days after it was made, so a start that
 * has passed by then is no fault: `accepting` skips that check. `spokenTo` hears the answer.
 */
export function daysRefused(
  region: Region,
  days: { readonly startDay?: Day; readonly endDay?: Day; readonly today: Day },
  accepting: boolean,
  spokenTo: SpokenTo,
): Refusal | null {
  const { startDay, endDay, today } = days
  const wrong = (facts: Readonly<Record<string, unknown>>, rule: RuleCited): Refusal => ({
    code: 'dates-invalid',
    facts: { ...facts, spokenTo },
    rule,
  })
  if (startDay !== undefined && !accepting) {
    const rule = settledDecision(region, 'start-day', today)
    if (startDay < today) return wrong({ problem: 'start-in-past', startDay, today }, rule.cited)
    if (rule.value === 'today-only' && startDay > today) {
      return wrong({ problem: 'start-not-today', startDay, today }, rule.cited)
    }
    const ahead = settledDecision(region, 'start-ahead-days', today)
    if (daysBetween(today, startDay) > ahead.value) {
      const latest = addDays(today, ahead.value)
      return wrong({ problem: 'start-too-far', startDay, latest, today }, ahead.cited)
    }
  }
  if (endDay === undefined) return null
  const begins = bindingBegins({
    regionCode: region.regionCode,
    acceptedOn: today,
    ...(startDay === undefined ? {} : { startDay }),
  })
  const other = ruleOf(region, 'end-after-start', today)
  if (endDay === begins.effectiveFrom && other?.mayBlock === true && other.value) {
    return wrong({ problem: 'end-on-start', startDay: begins.effectiveFrom, endDay, today }, other.cited)
  }
  if (endDay >= begins.effectiveFrom) return null
  const problem = accepting && endDay < today ? 'already-over' : 'end-before-start'
  return wrong({ problem, startDay: begins.effectiveFrom, endDay, today }, begins.rule)
}

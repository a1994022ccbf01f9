import { addDays, addMonths, type Day, daysBetween } from '../values/day'
import type { Refusal, RuleCited } from '../values/refusal'
import { ok, type Result, refuse } from '../values/result'
import type { SpokenTo } from './answer'
import { type Grounds, groundsOfRules, unknown } from './grounds'
import { FALLBACK_REGION } from './held-regions'
import { NATIONAL, type Region } from './parameters'
import type { PremiumTier } from './parameters/definitions/premium'
import { type PremiumYearName, type Rule, regionOf, ruleForYear, ruleOf } from './rule'

/** When a premium year can be paid in the ordinary way, both days included. */
export interface PremiumWindow {
  readonly from: Day
  readonly until: Day
}

/**
 * The premium years of which a region's price or window was known on a day, the newest first. For `premiums.payable`,
 * whose `years` they are.
 */
export function premiumYears(question: { readonly regionCode: string; readonly today: Day }): number[] {
  const region = regionOf(question.regionCode) ?? FALLBACK_REGION
  return yearsKnown(region, ['premium-fen', 'premium-city-fen', 'premium-window'], question.today)
}

/**
 * The year that is offered first: the newest whose window is open, else the newest that is known; null without any. For
 * `premiums.payable` where no year is asked for.
 */
export function premiumYearOffered(question: {
  readonly regionCode: string
  readonly today: Day
}): number | null {
  const region = regionOf(question.regionCode) ?? FALLBACK_REGION
  const years = premiumYears(question)
  const open = years.find((premiumYear) => {
    const window = ruleForYear(region, 'premium-window', premiumYear, question.today)?.value
    return window !== undefined && window.from <= question.today && question.today <= window.until
  })
  return open ?? years[0] ?? null
}

function yearsKnown(region: Region, names: readonly PremiumYearName[], on: Day): number[] {
  const years = names.flatMap((name) =>
    [...(region.parameters[name] ?? []), ...(NATIONAL[name] ?? [])]
      .filter(({ from }) => from === undefined || from <= on)
      .map(({ value }) => value.premiumYear),
  )
  return [...new Set(years)].sort((one, other) => other - one)
}

/** The price of a year: the region's, or that of a single city where no other is known. */
export function premiumPrice(
  region: Region,
  asked: { readonly premiumYear: number; readonly city?: string; readonly today: Day },
  spokenTo: SpokenTo,
): Result<{ readonly tiers: readonly PremiumTier[]; readonly rule: Rule<unknown> }, Refusal> {
  const cities = ruleForYear(region, 'premium-city-fen', asked.premiumYear, asked.today)
  const city = cities?.value.cities.find((one) => one.city === asked.city)
  if (cities !== null && city !== undefined) return ok({ tiers: city.tiers, rule: cities })
  const rule = ruleForYear(region, 'premium-fen', asked.premiumYear, asked.today)
  if (rule !== null) return ok({ tiers: rule.value.tiers, rule })
  return refuse(unknownYear(region, 'premium-fen', asked, spokenTo))
}

export function premiumWindow(
  region: Region,
  asked: { readonly premiumYear: number; readonly city?: string; readonly today: Day },
  spokenTo: SpokenTo,
): Result<{ readonly window: PremiumWindow; readonly rule: Rule<unknown> }, Refusal> {
  const cities = ruleForYear(region, 'premium-city-window', asked.premiumYear, asked.today)
  const city = cities?.value.cities.find((one) => one.city === asked.city)
  if (cities !== null && city !== undefined) return ok({ window: city, rule: cities })
  const rule = ruleForYear(region, 'premium-window', asked.premiumYear, asked.today)
  if (rule !== null) return ok({ window: rule.value, rule })
  return refuse(unknownYear(region, 'premium-window', asked, spokenTo))
}

/**
 * The window of a year in a region, for whoever is told of it before she chooses. Refusal: `rule-unknown`, with the
 * years that are known. For `premiums.payable`.
 */
export function premiumWindowOf(question: {
  readonly regionCode: string
  readonly premiumYear: number
  readonly city?: string
  readonly today: Day
}): Result<PremiumWindow, Refusal> {
  const region = regionOf(question.regionCode) ?? FALLBACK_REGION
  const found = premiumWindow(region, question, 'policyholder')
  return found.ok ? ok({ from: found.value.window.from, until: found.value.window.until }) : found
}

/** How many days before the end of a window those who have not paid are reminded (our own figures). */
const REMINDED_DAYS_BEFORE: readonly number[] = [30, 7, 1]

export interface PremiumReminder extends PremiumWindow {
  readonly premiumYear: number
  readonly kind: 'opens' | 'closes'
  /** Whole days up to the last one, which counts. */
  readonly daysLeft: number
}

/**
 * Whether those who have not paid are reminded on a day: on the first day of a window, and 30, 7 and 1 days before its
 * last. A window of which machines alone have written reminds nobody. For the timer `remind-premiums`.
 */
export function premiumReminder(question: {
  readonly regionCode: string
  readonly today: Day
}): PremiumReminder | null {
  const region = regionOf(question.regionCode)
  const premiumYear = premiumYearOffered(question)
  if (region === null || premiumYear === null) return null
  const rule = ruleForYear(region, 'premium-window', premiumYear, question.today)
  if (rule?.mayBlock !== true) return null
  const { from, until } = rule.value
  const daysLeft = daysBetween(question.today, until)
  const told = { premiumYear, from, until, daysLeft }
  if (question.today === from) return { ...told, kind: 'opens' }
  if (question.today < from || !REMINDED_DAYS_BEFORE.includes(daysLeft)) return null
  return { ...told, kind: 'closes' }
}

/** Nothing is guessed for a year: the refusal carries what is known, the national floor and the years with figures. */
function unknownYear(
  region: Region,
  parameter: PremiumYearName,
  asked: { readonly premiumYear: number; readonly today: Day },
  spokenTo: SpokenTo,
): Refusal {
  const floor = ruleForYear(region, 'premium-floor-fen', asked.premiumYear, asked.today)
  const refusal = unknown(region, parameter, spokenTo)
  return {
    ...refusal,
    facts: {
      ...refusal.facts,
      premiumYear: asked.premiumYear,
      yearsKnown: yearsKnown(region, [parameter], asked.today),
      ...(floor === null ? {} : { floorFen: floor.value.amountFen }),
    },
    ...(floor === null ? {} : { rule: floor.cited }),
  }
}

export interface PremiumBenefit extends Grounds {
  /** The first day of cover. */
  readonly benefitFrom: Day
  /** What has to be waited from the day of payment; null where nothing has. */
  readonly waiting: { readonly days: number } | { readonly months: number } | null
  readonly rule: RuleCited
}

/**
 * From when the cover holds that is paid for on a day. What machines alone have written about further months of
 * waiting is told in a remark and added to nothing.
 *
 * Refusal: `rule-unknown`. For `premiums.payable`, `premiums.receipt` and the question of a refund.
 */
export function premiumBenefit(question: {
  readonly regionCode: string
  readonly premiumYear: number
  readonly paidOn: Day
  readonly today: Day
}): Result<PremiumBenefit, Refusal> {
  const region = regionOf(question.regionCode) ?? FALLBACK_REGION
  const { premiumYear, paidOn, today } = question
  const late = ruleForYear(region, 'premium-late', premiumYear, today)
  if (late !== null && paidOn >= late.value.from) return ok(waited(late.value.waiting, paidOn, late, late))
  const rule = ruleForYear(region, 'premium-benefit', premiumYear, today)
  const step = rule?.value.steps.find(({ paidUntil }) => paidUntil === null || paidOn <= paidUntil)
  if (rule === null || step === undefined) {
    return refuse(unknownYear(region, 'premium-benefit', { premiumYear, today }, 'policyholder'))
  }
  if (step.benefitFrom === 'after-waiting') {
    const waiting = ruleOf(region, 'premium-waiting', paidOn)
    if (waiting === null) return refuse(unknown(region, 'premium-waiting', 'policyholder'))
    return ok(waited({ months: waiting.value.fixedMonths }, paidOn, rule, waiting))
  }
  const benefitFrom =
    step.benefitFrom === 'day-paid'
      ? paidOn
      : step.benefitFrom === 'day-after-paid'
        ? addDays(paidOn, 1)
        : step.benefitFrom
  return ok({ benefitFrom, waiting: null, rule: rule.cited, ...withNotes(rule) })
}

function waited(
  waiting: { readonly days: number } | { readonly months: number },
  paidOn: Day,
  ...rules: readonly [Rule<unknown>, Rule<unknown>]
): PremiumBenefit {
  return {
    benefitFrom: 'days' in waiting ? addDays(paidOn, waiting.days) : addMonths(paidOn, waiting.months),
    waiting,
    rule: rules[0].cited,
    ...withNotes(...new Set(rules)),
  }
}

/** The rules and what is to be known about how they are meant. */
function withNotes(...rules: readonly Rule<unknown>[]): Grounds {
  const grounds = groundsOfRules(rules)
  const notes = rules.flatMap(({ entry }) => (entry.note === undefined ? [] : [entry.note]))
  return { rules: grounds.rules, remarks: [...grounds.remarks, ...notes] }
}

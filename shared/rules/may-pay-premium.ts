import { addDays, type Day } from '../values/day'
import { type Fen, fen } from '../values/fen'
import type { Refusal, RuleCited } from '../values/refusal'
import { ok, type Result, refuse } from '../values/result'
import type { EnrolmentFacts } from './answer'
import { type Available, availableToShare, type SharedAccount } from './available-to-share'
import { type Grounds, groundsOf, groundsOfRules, together, unknown } from './grounds'
import { FALLBACK_REGION } from './held-regions'
import type { Region } from './parameters'
import type { PremiumTier } from './parameters/definitions/premium'
import { type PremiumWindow, premiumBenefit, premiumPrice, premiumWindow } from './premium-year'
import { type Rule, regionOf, ruleForYear, ruleOf } from './rule'

export interface PremiumFacts {
  /** The policyholder's account and the binding to this relative. */
  readonly account: SharedAccount
  readonly relative: EnrolmentFacts & {
    readonly birthDay: Day | null
    /** City and district as the price lists name them; missing where the insurer does not tell. */
    readonly city?: string
    readonly district?: string
    /** Whether the year is paid already. */
    readonly paid: boolean
    /** The group under which the insurer lists her for a lower price, as the region's list names it. */
    readonly waiverGroup?: string
    /** The group of people whose premium a region lets nobody pay from an account (福建), as its list names it. */
    readonly excludedAs?: string
    /** Whether she was insured in the premium year before; missing where nobody knows. */
    readonly insuredLastYear?: boolean
    /** Whether she is registered with the resident scheme for the year; missing where nobody knows. */
    readonly registered?: boolean
  }
  readonly premiumYear: number
  readonly today: Day
}

export interface PremiumPayable extends Grounds {
  /** `waived`: nothing is to be paid. */
  readonly state: 'unpaid' | 'waived'
  /** What may be chosen from; empty where nothing is to be paid. */
  readonly tiers: readonly PremiumTier[]
  /** What is collected together with it. */
  readonly extras: readonly { readonly title: string; readonly amountFen: Fen }[]
  readonly window: PremiumWindow
  /** After the window: another price or a time of waiting may hold. */
  readonly late: boolean
  /** Null where it is not known, or where nothing is paid. */
  readonly benefitFrom: Day | null
  readonly waiting: { readonly days: number } | { readonly months: number } | null
  /** What has to be confirmed elsewhere so that nothing is to be paid (江西 新生儿免缴确认); null without. */
  readonly confirmAs: string | null
}

/**
 * Whether a policyholder's account may pay this relative's premium of a year today, for which amounts, and from when
 * the cover then holds. The account may be used by the rules of the policyholder's region, the price and the window are
 * those of the region where the relative is enrolled.
 *
 * Refusals: `not-allowed` (`binding-not-in-force`, `premium-excluded`, `not-insured-last-year`, `not-registered`,
 * `prior-years-unknown` where only that part may be used and the insurer does not tell it, `paid-in-tax-app` and
 * `paid-first` where a region takes it in another way), `enrolment-suspended`,
 * `use-not-allowed`, `not-resident-scheme`, `not-enrolled`, `already-paid`, `window-closed`, `balance-too-low`,
 * `rule-unknown`.
 *
 * For `premiums.payable`, and again in `premiums.quote` and `premiums.pay`.
 */
export function mayPayPremium(facts: PremiumFacts): Result<PremiumPayable, Refusal> {
  const available = availableToShare(facts.account, 'premium', facts.today)
  const refusal = bindingRefused(facts, available) ?? relativeRefused(facts)
  if (refusal !== null) return refuse(refusal)
  const region = regionOf(facts.relative.regionCode)
  if (region === null) return refuse(unknown(FALLBACK_REGION, 'premium-fen', 'policyholder'))
  const condition = conditionRefused(region, facts)
  if (condition !== null) return refuse(condition)
  const elsewhere = paidElsewhere(facts)
  if (elsewhere !== null) return refuse(elsewhere)
  const asked = askedOf(facts)
  const window = premiumWindow(region, asked, 'policyholder')
  if (!window.ok) return window
  // Of whom nothing is due there is nothing to be late with.
  const open = isFree(ownPrice(region, facts)) ? null : windowRefused(region, facts, window.value)
  if (open !== null) return refuse(open)
  const price = premiumPrice(region, asked, 'policyholder')
  if (!price.ok) return price
  const late = facts.today > window.value.window.until
  const due = dueOf(region, facts, { ...price.value, late })
  const least = Math.min(...due.tiers.map(({ amountFen }) => amountFen)) + sumOf(due.extras)
  if (due.tiers.length > 0) {
    const short = balanceRefused(facts, available, fen(least))
    if (short !== null) return refuse(short)
  }
  const benefit = premiumBenefit({
    regionCode: region.regionCode,
    premiumYear: facts.premiumYear,
    paidOn: facts.today,
    today: facts.today,
  })
  return ok({
    state: due.tiers.length === 0 ? 'waived' : 'unpaid',
    tiers: due.tiers,
    extras: due.extras,
    window: { from: window.value.window.from, until: window.value.window.until },
    late,
    benefitFrom: benefit.ok && due.tiers.length > 0 ? benefit.value.benefitFrom : null,
    waiting: benefit.ok ? benefit.value.waiting : null,
    confirmAs: due.confirmAs,
    ...together(
      groundsOfRules([window.value.rule, ...due.rules]),
      benefit.ok ? benefit.value : groundsOf(region, ['premium-benefit'], facts.today),
      groundsOf(regionOf(facts.account.regionCode) ?? FALLBACK_REGION, ['allowed-uses'], facts.today),
    ),
  })
}

function askedOf({ premiumYear, today, relative }: PremiumFacts) {
  return { premiumYear, today, ...(relative.city === undefined ? {} : { city: relative.city }) }
}

/** What the binding and the policyholder's own standing put in the way. */
function bindingRefused(facts: PremiumFacts, available: Available): Refusal | null {
  if (available.usable) return null
  const { account, today } = facts
  const rule = available.rule === null ? {} : { rule: available.rule }
  const region = regionOf(account.regionCode) ?? FALLBACK_REGION
  switch (available.because) {
    case 'uses-unknown':
      return unknown(region, 'allowed-uses', 'policyholder')
    case 'use-closed-by-policyholder':
      return { code: 'use-not-allowed', facts: { uses: ['premium'], setBy: 'policyholder' } }
    case 'use-not-in-region':
      return { code: 'use-not-allowed', facts: { uses: ['premium'], regionName: region.shortName }, ...rule }
    case 'policyholder-not-active':
      return {
        code: 'enrolment-suspended',
        facts: { side: 'policyholder', spokenTo: 'policyholder' },
        ...rule,
      }
    // How much is missing is said below, where the price is known.
    case 'nothing-left':
    case 'bill-covered':
    case 'prior-years-unknown':
    case 'one-policyholder':
      return null
    default:
      return {
        code: 'not-allowed',
        facts: { reason: 'binding-not-in-force', because: available.because, today },
      }
  }
}

/** Only the resident scheme has a premium that is paid once a year; the employee scheme is paid from the wage. */
function relativeRefused({ relative }: PremiumFacts): Refusal | null {
  if (relative.scheme === 'employee') return { code: 'not-resident-scheme', facts: {} }
  if (relative.scheme === null && relative.registered !== true) {
    return {
      code: 'not-enrolled',
      facts: { side: 'relative', spokenTo: 'policyholder', for: 'premium' },
    }
  }
  return relative.paid ? { code: 'already-paid', facts: {} } : null
}

/** What a region asks for beside the binding: 江西 the year before, 山东 a registration. */
function conditionRefused(region: Region, { relative, today }: PremiumFacts): Refusal | null {
  const excluded = ruleOf(region, 'premium-excluded', today)
  if (
    excluded?.mayBlock === true &&
    relative.excludedAs !== undefined &&
    excluded.value.includes(relative.excludedAs)
  ) {
    return {
      code: 'not-allowed',
      facts: { reason: 'premium-excluded', who: relative.excludedAs, regionName: region.shortName },
      rule: excluded.cited,
    }
  }
  const rule = ruleOf(region, 'premium-conditions', today)
  if (rule === null || !rule.mayBlock) return null
  const lacks = (reason: string): Refusal => ({
    code: 'not-allowed',
    facts: { reason, regionName: region.shortName },
    rule: rule.cited,
  })
  if (rule.value.includes('insured-last-year') && relative.insuredLastYear === false) {
    return lacks('not-insured-last-year')
  }
  if (rule.value.includes('enrolment-registered') && relative.registered === false) {
    return lacks('not-registered')
  }
  return null
}

/**
 * Where the policyholder's region has another way from the account to a premium, this one would move money that the
 * region never takes: 山东 collects in the tax office's own mini-program, 湖北 pays back what was paid first.
 */
function paidElsewhere({ account, today }: PremiumFacts): Refusal | null {
  const region = regionOf(account.regionCode)
  const rule = region === null ? null : ruleOf(region, 'premium-model', today)
  if (region === null || rule === null || !rule.mayBlock) return null
  const reason = ELSEWHERE[rule.value]
  if (reason === null) return null
  const steps = ruleOf(region, 'premium-flow', today)?.value ?? []
  return {
    code: 'not-allowed',
    facts: { reason, regionName: region.shortName, steps: [...steps] },
    rule: rule.cited,
  }
}

const ELSEWHERE = {
  direct: null,
  // The order is the same for the person: she confirms, and the tax office takes it.
  'tax-collects': null,
  'tax-app': 'paid-in-tax-app',
  reimbursed: 'paid-first',
} as const

/**
 * Before the window nobody can pay; after it only where the region says what then holds. Inside it some days of a month
 * may be closed, when the tax office settles.
 */
function windowRefused(
  region: Region,
  { premiumYear, today }: PremiumFacts,
  { window, rule }: { readonly window: PremiumWindow; readonly rule: Rule<unknown> },
): Refusal | null {
  const closed = (facts: Readonly<Record<string, unknown>>, cited: RuleCited): Refusal => ({
    code: 'window-closed',
    facts: { premiumYear, from: window.from, until: window.until, today, ...facts },
    rule: cited,
  })
  if (rule.mayBlock && today < window.from) return closed({ problem: 'not-yet' }, rule.cited)
  if (today > window.until) {
    if (!rule.mayBlock || paidLate(region, premiumYear, today)) return null
    return closed({ problem: 'over' }, rule.cited)
  }
  const days = ruleForYear(region, 'premium-pay-days', premiumYear, today)
  const month = days?.value.months.find((one) => today.startsWith(one.month))
  if (days === null || !days.mayBlock || month === undefined) return null
  const date = Number(today.slice(8))
  if (month.from <= date && date <= month.until) return null
  return closed(
    {
      problem: 'closed-days',
      firstDate: month.from,
      lastDate: month.until,
      again: opensAgain(days.value.months, today),
    },
    days.cited,
  )
}

/** Whether the region says what holds for whoever pays after the window. */
function paidLate(region: Region, premiumYear: number, today: Day): boolean {
  const late = ruleForYear(region, 'premium-late', premiumYear, today)
  if (late !== null) return late.value.from <= today
  const benefit = ruleForYear(region, 'premium-benefit', premiumYear, today)
  return benefit?.value.steps.some(({ paidUntil }) => paidUntil === null) === true
}

/** The next day on which one can pay, or null where no later month is listed. */
function opensAgain(
  months: readonly { readonly month: string; readonly from: number; readonly until: number }[],
  today: Day,
): Day | null {
  for (let ahead = 1; ahead <= 62; ahead += 1) {
    const date = addDays(today, ahead)
    const listed = months.find(({ month }) => date.startsWith(month))
    const dayOfMonth = Number(date.slice(8))
    if (listed !== undefined && listed.from <= dayOfMonth && dayOfMonth <= listed.until) return date
  }
  return null
}

interface Due {
  readonly tiers: readonly PremiumTier[]
  readonly extras: readonly { readonly title: string; readonly amountFen: Fen }[]
  readonly confirmAs: string | null
  readonly rules: readonly Rule<unknown>[]
}

interface OwnPriceFacts {
  readonly relative: Pick<PremiumFacts['relative'], 'birthDay' | 'waiverGroup'>
  readonly premiumYear: number
  readonly today: Day
}

/** The price that a person has for herself, whenever she pays: of a newborn, or of a group; null where she has none. */
function ownPrice(region: Region, { relative, premiumYear, today }: OwnPriceFacts): Due | null {
  const newborn = ruleOf(region, 'premium-newborn', today)
  if (newborn !== null && isNewborn(newborn.value, relative.birthDay, premiumYear)) {
    const { paysFen, confirmedAs } = newborn.value
    return {
      tiers: priced('newborn', '新生儿', paysFen),
      extras: [],
      confirmAs: confirmedAs,
      rules: [newborn],
    }
  }
  const waivers = ruleForYear(region, 'premium-waivers', premiumYear, today)
  const group = waivers?.value.groups.find(({ who }) => who === relative.waiverGroup)
  if (waivers !== null && group !== undefined) {
    return {
      tiers: priced('waiver', group.who, group.paysFen),
      extras: [],
      confirmAs: null,
      rules: [waivers],
    }
  }
  return null
}

function isFree(own: Due | null): boolean {
  return own !== null && own.tiers.length === 0
}

/**
 * Whether a person pays nothing for a year, by the group in which the register has her or as a newborn. One whose group
 * pays less than others still pays. For the timer `remind-premiums`.
 */
export function isPremiumWaived(facts: OwnPriceFacts & { readonly regionCode: string }): boolean {
  const region = regionOf(facts.regionCode)
  return region !== null && isFree(ownPrice(region, facts))
}

/** What is to be paid: her own price, the later price, else the year's tiers. */
function dueOf(
  region: Region,
  facts: PremiumFacts,
  price: { readonly tiers: readonly PremiumTier[]; readonly rule: Rule<unknown>; readonly late: boolean },
): Due {
  const { relative, premiumYear, today } = facts
  const own = ownPrice(region, facts)
  if (own !== null) return own
  const added = ruleForYear(region, 'premium-extra-fen', premiumYear, today)
  const extras = (added?.value.places ?? []).filter(({ place }) => place === relative.district)
  const late = price.late ? ruleForYear(region, 'premium-late', premiumYear, today) : null
  const amountFen = late?.value.amountFen
  return {
    tiers: amountFen === undefined ? price.tiers : priced('late', '集中缴费期以后', amountFen),
    extras: extras.map(({ title, amountFen }) => ({ title, amountFen })),
    confirmAs: null,
    rules: [
      price.rule,
      ...(late === null ? [] : [late]),
      ...(added === null || extras.length === 0 ? [] : [added]),
    ],
  }
}

function priced(tier: string, title: string, amountFen: Fen): PremiumTier[] {
  return amountFen === 0 ? [] : [{ tier, title, amountFen }]
}

/** The year of birth is the first of the premium years in a row; our reading of 连续三个参保年度. */
function isNewborn(
  rule: { readonly bornFrom: Day; readonly years: number },
  birthDay: Day | null,
  premiumYear: number,
): boolean {
  if (birthDay === null || birthDay < rule.bornFrom) return false
  const since = premiumYear - Number(birthDay.slice(0, 4))
  return since >= 0 && since < rule.years
}

function sumOf(extras: readonly { readonly amountFen: Fen }[]): number {
  return extras.reduce((sum, { amountFen }) => sum + amountFen, 0)
}

/** The cheapest choice must be covered by what may be used of the account. */
function balanceRefused({ account }: PremiumFacts, available: Available, neededFen: Fen): Refusal | null {
  if (!available.usable && available.because === 'prior-years-unknown') {
    const { shortName: regionName } = regionOf(account.regionCode) ?? FALLBACK_REGION
    return {
      code: 'not-allowed',
      facts: { reason: 'prior-years-unknown', regionName },
      ...(available.rule === null ? {} : { rule: available.rule }),
    }
  }
  const usableFen = available.usable ? available.availableFen : fen(0)
  if (usableFen >= neededFen) return null
  return {
    code: 'balance-too-low',
    facts: {
      neededFen,
      balanceFen: account.balanceFen,
      usableFen,
      cut: available.cut,
      ...(available.figureFen === null ? {} : { figureFen: available.figureFen }),
    },
    ...(available.rule === null ? {} : { rule: available.rule }),
  }
}

/** The tier that was asked for, or the only one. Refusal: `tier-unknown`. For `premiums.quote`. */
export function premiumTier(
  payable: Pick<PremiumPayable, 'tiers'>,
  tier: string | undefined,
): Result<PremiumTier, Refusal> {
  const [only, ...others] = payable.tiers
  const chosen =
    tier === undefined
      ? others.length === 0
        ? only
        : undefined
      : payable.tiers.find((one) => one.tier === tier)
  if (chosen !== undefined) return ok(chosen)
  return refuse({ code: 'tier-unknown', facts: { titles: payable.tiers.map(({ title }) => title) } })
}

import type { Cut, PassedOver } from '../copy/settlement-reasons'
import type { Day, Instant } from '../values/day'
import { type Fen, fen } from '../values/fen'
import type { RuleCited } from '../values/refusal'
import type { Use } from '../values/relation'
import type { BindingLife } from './binding-life'
import { FALLBACK_REGION } from './held-regions'
import type { ParameterName, Region } from './parameters'
import { decidingRule, regionOf, ruleOf, settledRule } from './rule'

/** A policyholder's account as one relative may use it. */
export interface SharedAccount extends BindingLife {
  readonly bindingId: string
  /** The region under whose rules the binding was made: the policyholder's. */
  readonly regionCode: string
  /** The policyholder's pooling area, for what is known of one city; missing or null where nobody says. */
  readonly poolingAreaCode?: string | null
  readonly uses: readonly Use[]
  readonly boundAt: Instant
  /** Whether the policyholder is enrolled in the relative's own pooling area. */
  readonly sameArea: boolean
  /** The place in the order that was set (陕西 顺位), from 1; null where none was. */
  readonly place: number | null
  /** Breaks a tie of two balances where a region does it by name (河南). */
  readonly policyholderName: string
  readonly policyholderActive: boolean
  readonly balanceFen: Fen
  /** The part of the balance that is left from the years before; missing where the insurer does not tell. */
  readonly priorYearsFen?: Fen
  /** What the policyholder set; null where she set nothing. */
  readonly perSettlementLimitFen: Fen | null
  readonly monthLimitFen: Fen | null
  /** What this relative has used of it this month. */
  readonly usedThisMonthFen: Fen
  /** What the policyholder lets all relatives use together (山东 共济可用限额), and what of it is used. */
  readonly accountLimitFen: Fen | null
  readonly usedOfAccountLimitFen: Fen
}

export type Available =
  | {
      readonly usable: true
      /** Above zero. */
      readonly availableFen: Fen
      /** What keeps it from being more. */
      readonly cut: Cut
      readonly figureFen: Fen | null
      readonly rule: RuleCited | null
    }
  | {
      readonly usable: false
      readonly because: PassedOver
      readonly cut: Cut | null
      readonly figureFen: Fen | null
      readonly rule: RuleCited | null
    }

interface Ceiling {
  readonly cut: Cut
  readonly amountFen: number
  readonly figureFen: Fen | null
  readonly rule: RuleCited | null
}

/**
 * How much of a policyholder's account one relative may use for something on a day, what keeps it from being more, or
 * why nothing. What machine-written text alone speaks for lowers nothing.
 *
 * For `settlements.preview`, `settlements.settle`, `premiums.quote` and the page of a binding.
 */
export function availableToShare(account: SharedAccount, use: Use, on: Day): Available {
  const region = regionOf(account.regionCode) ?? FALLBACK_REGION
  const closed = closedFor(region, account, use, on)
  if (closed !== null) return { usable: false, cut: null, figureFen: null, ...closed }
  const part = decidingRule(region, 'account-part', on)
  if (part?.value === 'prior-years' && account.priorYearsFen === undefined) {
    // Nothing is guessed of money: what is not known to be left from earlier years is not taken.
    return { usable: false, because: 'prior-years-unknown', cut: null, figureFen: null, rule: part.cited }
  }
  const [first, ...others] = ceilings(region, account, use, on)
  const tightest = others.reduce(
    (lowest, ceiling) => (ceiling.amountFen < lowest.amountFen ? ceiling : lowest),
    first,
  )
  const { cut, figureFen, rule } = tightest
  if (tightest.amountFen <= 0) return { usable: false, because: 'nothing-left', cut, figureFen, rule }
  return { usable: true, availableFen: fen(tightest.amountFen), cut, figureFen, rule }
}

/** Which part of an account may be used by the rules of the policyholder's region; the whole, unless a rule says less. */
export function accountPart(regionCode: string, on: Day): 'whole' | 'prior-years' {
  return decidingRule(regionOf(regionCode) ?? FALLBACK_REGION, 'account-part', on)?.value ?? 'whole'
}

function closedFor(
  region: Region,
  account: SharedAccount,
  use: Use,
  on: Day,
): { readonly because: PassedOver; readonly rule: RuleCited | null } | null {
  const over = account.state === 'ended' || (account.lastDay !== null && account.lastDay < on)
  if (over) return { because: 'over', rule: null }
  if (account.state === 'in-review') return { because: 'in-review', rule: null }
  if (account.effectiveFrom > on) return { because: 'not-begun', rule: null }
  if (account.state === 'paused') return { because: 'paused', rule: null }
  if (!account.policyholderActive) {
    return {
      because: 'policyholder-not-active',
      rule: settledRule(region, 'policyholder-standing', on, account.poolingAreaCode ?? null).cited,
    }
  }
  const uses = ruleOf(region, 'allowed-uses', on)
  if (uses === null) return { because: 'uses-unknown', rule: null }
  if (uses.mayBlock && !uses.value.includes(use)) return { because: 'use-not-in-region', rule: uses.cited }
  if (!account.uses.includes(use)) return { because: 'use-closed-by-policyholder', rule: null }
  return null
}

function ceilings(
  region: Region,
  account: SharedAccount,
  use: Use,
  on: Day,
): readonly [Ceiling, ...Ceiling[]] {
  const { balanceFen, poolingAreaCode = null } = account
  const part = decidingRule(region, 'account-part', on, poolingAreaCode)
  const floor = decidingRule(region, 'policyholder-floor-fen', on, poolingAreaCode)
  const whole: Ceiling =
    part?.value === 'prior-years'
      ? {
          cut: 'prior-years',
          amountFen: Math.min(balanceFen, account.priorYearsFen ?? 0),
          figureFen: account.priorYearsFen ?? null,
          rule: part.cited,
        }
      : { cut: 'balance', amountFen: balanceFen, figureFen: null, rule: null }
  const own = (cut: Cut, limitFen: Fen | null, usedFen: number): Ceiling[] =>
    limitFen === null ? [] : [{ cut, amountFen: limitFen - usedFen, figureFen: limitFen, rule: null }]
  const regional = (
    cut: Cut,
    name: 'per-settlement-limit-fen' | 'month-limit-fen' | 'account-limit-fen',
    usedFen: number,
  ): Ceiling[] => {
    const rule = decidingRule(region, name, on, poolingAreaCode)
    if (rule === null || typeof rule.value !== 'number') return []
    return [{ cut, amountFen: rule.value - usedFen, figureFen: rule.value, rule: rule.cited }]
  }
  // A premium is no settlement: what is set for one visit to a doctor does not hold there.
  const perSettlement =
    use === 'premium'
      ? []
      : [
          ...own('settlement-limit', account.perSettlementLimitFen, 0),
          ...regional('region-settlement-limit', 'per-settlement-limit-fen', 0),
        ]
  return [
    whole,
    ...(floor === null
      ? []
      : [
          {
            cut: 'floor' as const,
            amountFen: balanceFen - floor.value,
            figureFen: floor.value,
            rule: floor.cited,
          },
        ]),
    ...perSettlement,
    ...own('month-limit', account.monthLimitFen, account.usedThisMonthFen),
    ...regional('region-month-limit', 'month-limit-fen', account.usedThisMonthFen),
    ...own('account-limit', account.accountLimitFen, account.usedOfAccountLimitFen),
    ...regional('region-account-limit', 'account-limit-fen', account.usedOfAccountLimitFen),
  ]
}

/** For the explanation: the rules of one region that say how much of an account may be used. */
export const SHARING_RULES = [
  'allowed-uses',
  'account-part',
  'policyholder-floor-fen',
  'per-settlement-limit-fen',
  'month-limit-fen',
  'account-limit-fen',
] as const satisfies readonly ParameterName[]

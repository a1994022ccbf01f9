import {
  accountPart,
  availableToShare,
  mayPayPremium,
  type PremiumFacts,
  type PremiumPayable,
  premiumTier,
} from '../../shared/rules'
import type { Day } from '../../shared/values/day'
import { addFen, type Fen, fen } from '../../shared/values/fen'
import type { Refusal, RuleCited } from '../../shared/values/refusal'
import { ok, type Result, refuse } from '../../shared/values/result'

export interface RelativeFacts {
  readonly facts: PremiumFacts
  /** The register's answer for the year; null where it is not paid. */
  readonly paid: { readonly paidOn: Day; readonly by: 'payer' | 'somebody-else' } | null
  /** Whether an order for this person and year has no final answer yet, whoever sent it. */
  readonly inFlight: boolean
}

export interface Payable {
  readonly state: 'unpaid' | 'paid' | 'processing' | 'waived' | 'not-eligible'
  /** What is known of the price and the cover; null where the rules say nothing. */
  readonly payable: PremiumPayable | null
  readonly refusal: Refusal | null
}

/** These say that the person or the binding is not one for which a premium is paid here; all others may pass. */
const NOT_ELIGIBLE = new Set(['not-resident-scheme', 'not-enrolled', 'not-allowed', 'use-not-allowed'])
/** So much that no price is missed: asked with it, the rules tell the price where only the money is missing. */
const ENOUGH = fen(Number.MAX_SAFE_INTEGER)

/** How one relative stands. What is paid is paid, whatever has become of the binding or the window since. */
export function decidePayable({ facts, paid, inFlight }: RelativeFacts): Payable {
  if (paid !== null) return { state: 'paid', payable: null, refusal: null }
  const allowed = mayPayPremium(facts)
  if (inFlight) return { state: 'processing', payable: allowed.ok ? allowed.value : null, refusal: null }
  if (allowed.ok) return { state: allowed.value.state, payable: allowed.value, refusal: null }
  const { refusal } = allowed
  if (!isOnlyMoney(refusal)) {
    return { state: NOT_ELIGIBLE.has(refusal.code) ? 'not-eligible' : 'unpaid', payable: null, refusal }
  }
  const priced = mayPayPremium(withoutLimits(facts))
  return { state: 'unpaid', payable: priced.ok ? priced.value : null, refusal }
}

/** The relative and the year are fit; it is the account that has too little, or of which it is not known. */
function isOnlyMoney({ code, facts }: Refusal): boolean {
  return code === 'balance-too-low' || facts?.reason === 'prior-years-unknown'
}

function withoutLimits(facts: PremiumFacts): PremiumFacts {
  const account = {
    ...facts.account,
    balanceFen: ENOUGH,
    priorYearsFen: ENOUGH,
    monthLimitFen: null,
    accountLimitFen: null,
  }
  return { ...facts, account }
}

export interface LineDecided {
  readonly bindingId: string
  readonly tier: string
  readonly tierTitle: string
  readonly amountFen: Fen
  /** `prior-years` where the order is confined to what is left from the years before. */
  readonly part: ReturnType<typeof accountPart>
  readonly extras: readonly { readonly title: string; readonly amountFen: Fen }[]
  readonly late: boolean
  readonly benefitFrom: Day | null
  readonly waiting: PremiumPayable['waiting']
  readonly basis: readonly RuleCited[]
  readonly remarks: readonly string[]
}

export interface ItemFacts extends RelativeFacts {
  readonly tier: string | undefined
}

/**
 * What the chosen relatives cost, one after the other from the same account: each finds what the ones before it have
 * left. One that cannot be paid stops all, before any money moves; its binding is named in the facts.
 */
export function decideLines(items: readonly ItemFacts[]): Result<readonly LineDecided[], Refusal> {
  const lines: LineDecided[] = []
  let spentFen = fen(0)
  for (const item of items) {
    const line = decideLine(item, spentFen)
    if (!line.ok) return refuse(named(line.refusal, item, spentFen))
    lines.push(line.value)
    spentFen = addFen(spentFen, line.value.amountFen)
  }
  return ok(lines)
}

function decideLine({ facts, paid, inFlight, tier }: ItemFacts, spentFen: Fen): Result<LineDecided, Refusal> {
  if (paid !== null) return refuse({ code: 'already-paid', facts: { paidOn: paid.paidOn, by: paid.by } })
  if (inFlight) return refuse({ code: 'not-allowed', facts: { reason: 'payment-in-progress' } })
  const { priorYearsFen } = facts.account
  const account = {
    ...facts.account,
    balanceFen: fen(Math.max(0, facts.account.balanceFen - spentFen)),
    ...(priorYearsFen === undefined ? {} : { priorYearsFen: fen(Math.max(0, priorYearsFen - spentFen)) }),
    usedOfAccountLimitFen: addFen(facts.account.usedOfAccountLimitFen, spentFen),
  }
  const left = { ...facts, account }
  const allowed = mayPayPremium(left)
  if (!allowed.ok) return allowed
  const { value } = allowed
  if (value.state === 'waived') return refuse({ code: 'not-allowed', facts: { reason: 'premium-waived' } })
  const chosen = premiumTier(value, tier)
  if (!chosen.ok) return chosen
  const amountFen = addFen(chosen.value.amountFen, ...value.extras.map((extra) => extra.amountFen))
  const short = shortOf(left, amountFen)
  if (short !== null) return refuse(short)
  return ok({
    bindingId: account.bindingId,
    tier: chosen.value.tier,
    tierTitle: chosen.value.title,
    amountFen,
    part: accountPart(account.regionCode, left.today),
    extras: value.extras,
    late: value.late,
    benefitFrom: value.benefitFrom,
    waiting: value.waiting,
    basis: value.rules,
    remarks: value.remarks,
  })
}

/** The rules look at the cheapest choice; the one that was made may cost more. */
function shortOf({ account, today }: PremiumFacts, neededFen: Fen): Refusal | null {
  const available = availableToShare(account, 'premium', today)
  const usableFen = available.usable ? available.availableFen : fen(0)
  if (usableFen >= neededFen) return null
  return {
    code: 'balance-too-low',
    facts: { neededFen, balanceFen: account.balanceFen, usableFen, cut: available.cut },
    ...(available.rule === null ? {} : { rule: available.rule }),
  }
}

/** Of several the person hears the sums of them all, and which one stopped it. */
function named(refusal: Refusal, { facts }: ItemFacts, spentFen: Fen): Refusal {
  const { bindingId, balanceFen } = facts.account
  const needed = refusal.facts?.neededFen
  const usable = refusal.facts?.usableFen
  const sums =
    refusal.code === 'balance-too-low' && typeof needed === 'number' && typeof usable === 'number'
      ? {
          neededFen: fen(needed + spentFen),
          balanceFen,
          usableFen: fen(Math.min(balanceFen, usable + spentFen)),
        }
      : {}
  return { ...refusal, facts: { ...refusal.facts, ...sums, bindingId } }
}

/** Whether what was confirmed is still what is due. Another price, tier or sum is shown before anybody pays it. */
export function priceChanged(
  quoted: readonly { readonly bindingId: string; readonly tier: string; readonly amountFen: Fen }[],
  now: readonly LineDecided[],
): Refusal | null {
  const changed = quoted.find((line, index) => {
    const current = now[index]
    return (
      current?.bindingId !== line.bindingId ||
      current.tier !== line.tier ||
      current.amountFen !== line.amountFen
    )
  })
  if (changed === undefined) return null
  const current = now.find(({ bindingId }) => bindingId === changed.bindingId)
  return {
    code: 'price-changed',
    facts: {
      bindingId: changed.bindingId,
      quotedFen: changed.amountFen,
      ...(current === undefined ? {} : { amountFen: current.amountFen }),
    },
  }
}

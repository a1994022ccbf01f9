import {
  type Cut,
  lineSentence,
  type OrderOfPolicyholders,
  type PassedOver,
  passedOverSentence,
} from '../copy/settlement-reasons'
import type { Day } from '../values/day'
import { type Fen, fen, subtractFen } from '../values/fen'
import type { RuleCited } from '../values/refusal'
import type { Use } from '../values/relation'
import { type Available, availableToShare, SHARING_RULES, type SharedAccount } from './available-to-share'
import { type Grounds, groundsOf, together } from './grounds'
import { FALLBACK_REGION } from './held-regions'
import { regionOf, ruleOf, settledRule } from './rule'

export interface SettlementFacts {
  /** The region in which the relative, who is treated, is enrolled; its order holds. */
  readonly regionCode: string
  /** Her own pooling area, for an order that is known of one city; null where nobody says. */
  readonly poolingAreaCode?: string | null
  /** What is left for her to pay after the insurance has paid. */
  readonly billFen: Fen
  readonly use: Exclude<Use, 'premium'>
  readonly on: Day
  /** Her own personal account; null in the resident scheme, which has none. */
  readonly ownAccountFen: Fen | null
  /** What is in her wallet and may be spent at this institution. */
  readonly walletFen: Fen
  readonly shared: readonly SharedAccount[]
}

export interface SettlementLine {
  readonly from: 'own-account' | 'binding' | 'wallet' | 'cash'
  readonly bindingId?: string
  /** Above zero. */
  readonly amountFen: Fen
  /** What kept a policyholder's account from paying more; null where the bill was covered. */
  readonly cut: Cut | null
  readonly rule: RuleCited | null
  /** Chinese: why this line, and why no more. */
  readonly reason: string
}

export interface PassedOverBinding {
  readonly bindingId: string
  readonly because: PassedOver
  readonly cut: Cut | null
  readonly rule: RuleCited | null
  /** Chinese. */
  readonly reason: string
}

export interface SettlementPlan extends Grounds {
  /** They add up to the bill to the fen, in the order in which they pay. */
  readonly lines: readonly SettlementLine[]
  readonly passedOver: readonly PassedOverBinding[]
}

/**
 * Who pays a bill: her own account first, then the policyholders in the region's order, each within what may be used of
 * its account, then her wallet, and the rest in cash. There is no refusal: what nobody may pay she pays herself, and
 * each line and each binding that was passed over says why.
 *
 * That the wallet stands behind the bindings is our reading; no source tells their order.
 *
 * For `settlements.preview` and `settlements.settle`.
 */
export function settlementPlan(facts: SettlementFacts): SettlementPlan {
  if (facts.billFen < 0) throw new RangeError('a bill is zero or more')
  const region = regionOf(facts.regionCode) ?? FALLBACK_REGION
  const area = facts.poolingAreaCode ?? null
  const order = settledRule(region, 'policyholder-order', facts.on, area)
  const deduction = settledRule(region, 'deduction-order', facts.on, area)
  const lines: SettlementLine[] = []
  const passedOver: PassedOverBinding[] = []
  let leftFen = facts.billFen
  const pay = (amountFen: Fen, line: Omit<SettlementLine, 'amountFen'>) => {
    lines.push({ ...line, amountFen })
    leftFen = subtractFen(leftFen, amountFen)
  }
  const payPlain = (from: 'own-account' | 'wallet' | 'cash', upToFen: number, rule: RuleCited | null) => {
    const amountFen = fen(Math.max(0, Math.min(upToFen, leftFen)))
    if (amountFen > 0) pay(amountFen, { from, cut: null, rule, reason: lineSentence({ from }) })
  }
  const payShared = () => {
    const several = facts.shared.length > 1
    for (const account of inOrder(facts.shared, order.value)) {
      const available = availableToShare(account, facts.use, facts.on)
      if (!available.usable) {
        passedOver.push(passed(account, available.because, available))
        continue
      }
      const onlyOne = lines.some(({ from }) => from === 'binding') ? oneAlone(facts, account) : null
      if (leftFen === 0 || onlyOne !== null) {
        const because = leftFen === 0 ? 'bill-covered' : 'one-policyholder'
        passedOver.push(passed(account, because, { cut: null, figureFen: null, rule: onlyOne }))
        continue
      }
      const isCut = available.availableFen < leftFen
      const cut = isCut ? available.cut : null
      const inTurn = several ? order : deduction
      pay(fen(Math.min(available.availableFen, leftFen)), {
        from: 'binding',
        bindingId: account.bindingId,
        cut,
        rule: (isCut ? available.rule : null) ?? inTurn.cited,
        reason: lineSentence({
          from: 'binding',
          order: several ? order.value : null,
          cut,
          figureFen: available.figureFen,
        }),
      })
    }
  }
  for (const step of deduction.value) {
    if (step === 'own-account') payPlain('own-account', facts.ownAccountFen ?? 0, deduction.cited)
    if (step === 'policyholder-account') payShared()
  }
  payPlain('wallet', facts.walletFen, null)
  payPlain('cash', leftFen, deduction.cited)
  return { lines, passedOver, ...groundsOfPlan(facts) }
}

/** The rule by which one policyholder alone may pay a settlement; null where several may. */
function oneAlone(facts: SettlementFacts, account: SharedAccount): RuleCited | null {
  for (const regionCode of [facts.regionCode, account.regionCode]) {
    const one = ruleOf(regionOf(regionCode) ?? FALLBACK_REGION, 'one-policyholder-per-settlement', facts.on)
    if (one?.mayBlock === true && one.value) return one.cited
  }
  return null
}

function passed(
  { bindingId }: SharedAccount,
  because: PassedOver,
  { cut, figureFen, rule }: Pick<Available, 'cut' | 'figureFen' | 'rule'> | NoCut,
): PassedOverBinding {
  return { bindingId, because, cut, rule, reason: passedOverSentence(because, cut, figureFen) }
}

interface NoCut {
  readonly cut: null
  readonly figureFen: null
  readonly rule: RuleCited | null
}

/** The policyholders in the region's order. Whatever it leaves open goes by the time of binding, then by the id. */
function inOrder(shared: readonly SharedAccount[], order: OrderOfPolicyholders): SharedAccount[] {
  return [...shared].sort(
    (one, other) =>
      inRegionsOrder(one, other, order) ||
      compare(one.boundAt, other.boundAt) ||
      compare(one.bindingId, other.bindingId),
  )
}

function inRegionsOrder(one: SharedAccount, other: SharedAccount, order: OrderOfPolicyholders): number {
  switch (order) {
    case 'binding-time':
      return 0
    case 'local-first-then-binding-time':
      return compare(one.sameArea ? 0 : 1, other.sameArea ? 0 : 1)
    case 'balance-high-first':
      return compare(other.balanceFen, one.balanceFen)
    case 'balance-high-first-then-name':
      return (
        compare(other.balanceFen, one.balanceFen) || compare(one.policyholderName, other.policyholderName)
      )
    case 'policyholder-set':
      return compare(one.place ?? Number.POSITIVE_INFINITY, other.place ?? Number.POSITIVE_INFINITY)
  }
}

/** By code units, so that every machine orders alike. */
function compare<Key extends string | number>(one: Key, other: Key): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

function groundsOfPlan({ regionCode, poolingAreaCode, shared, on }: SettlementFacts): Grounds {
  const region = regionOf(regionCode) ?? FALLBACK_REGION
  const names = [
    'deduction-order',
    ...(shared.length > 1 ? (['policyholder-order', 'one-policyholder-per-settlement'] as const) : []),
  ] as const
  const sharing = shared.map((account) =>
    groundsOf(
      regionOf(account.regionCode) ?? FALLBACK_REGION,
      SHARING_RULES,
      on,
      account.poolingAreaCode ?? null,
    ),
  )
  return together(groundsOf(region, names, on, poolingAreaCode ?? null), ...sharing)
}

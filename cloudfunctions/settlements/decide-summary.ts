import type { INSTITUTION_KINDS, SPENT_ON } from '../../shared/contract/settlements'
import { addFen, type Fen } from '../../shared/values/fen'
import type { BindingId } from '../../shared/values/ids'

export interface SharedCost {
  readonly bindingId: BindingId
  /** YYYY-MM. */
  readonly month: string
  readonly on: (typeof SPENT_ON)[number]
  readonly amountFen: Fen
}

export interface OwnCost {
  readonly month: string
  readonly institution: (typeof INSTITUTION_KINDS)[number]
  readonly from: 'own-account' | 'binding' | 'wallet' | 'cash'
  readonly amountFen: Fen
}

/** One sum for each member, month and use, the earliest month first. */
export function sharedCosts(costs: readonly SharedCost[]): SharedCost[] {
  return summed(costs, ({ month, bindingId, on }) => `${month}|${bindingId}|${on}`)
}

/** One sum for each month, kind of institution and source, the earliest month first. */
export function ownCosts(costs: readonly OwnCost[]): OwnCost[] {
  return summed(costs, ({ month, institution, from }) => `${month}|${institution}|${from}`)
}

function summed<Cost extends { readonly amountFen: Fen }>(
  costs: readonly Cost[],
  keyOf: (cost: Cost) => string,
): Cost[] {
  const sums = new Map<string, Cost>()
  for (const cost of costs) {
    const before = sums.get(keyOf(cost))
    sums.set(
      keyOf(cost),
      before === undefined ? cost : { ...before, amountFen: addFen(before.amountFen, cost.amountFen) },
    )
  }
  return [...sums].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, cost]) => cost)
}

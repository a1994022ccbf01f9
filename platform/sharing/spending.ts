import { addFen, type Fen, fen, subtractFen } from '../../shared/values/fen'
import type { BindingId, SettlementId } from '../../shared/values/ids'
import type { PersonDocument } from '../store/collections'

/**
 * What relatives have used of a policyholder's account at hospitals and pharmacies, in her own document: limits are
 * decided by it, and every settlement writes it, so that two at the same moment cannot both count on the same limit.
 * What has no final answer yet counts as used.
 */
export interface SettledSpending {
  /** The month that is counted, YYYY-MM in Asia/Shanghai. */
  readonly month: string
  readonly ofBindings: readonly { readonly bindingId: BindingId; readonly usedFen: Fen }[]
  /** Used in all months together. */
  readonly everFen: Fen
  /** The settlement that changed it last: it changes with each. */
  readonly latest: SettlementId
}

export interface Use {
  readonly bindingId: BindingId
  readonly amountFen: Fen
}

type Spender = Pick<PersonDocument, 'settledSpending'>

/** What one relative has used of it in a month. */
export function settledInMonth({ settledSpending }: Spender, bindingId: BindingId, month: string): Fen {
  if (settledSpending?.month !== month) return fen(0)
  return settledSpending.ofBindings.find((one) => one.bindingId === bindingId)?.usedFen ?? fen(0)
}

/** @param month that of the settlement; a month before the one that is counted no longer counts */
export function spend(
  { settledSpending: before }: Spender,
  settlementId: SettlementId,
  month: string,
  { bindingId, amountFen }: Use,
): SettledSpending {
  const ofBindings = before?.month === month ? before.ofBindings : []
  const others = ofBindings.filter((one) => one.bindingId !== bindingId)
  const usedFen = ofBindings.find((one) => one.bindingId === bindingId)?.usedFen ?? fen(0)
  return {
    month,
    ofBindings: [...others, { bindingId, usedFen: addFen(usedFen, amountFen) }],
    everFen: addFen(before?.everFen ?? fen(0), amountFen),
    latest: settlementId,
  }
}

/** Takes back what a settlement had used: it failed, or was reversed. */
export function unspend(
  { settledSpending: before }: Spender,
  settlementId: SettlementId,
  month: string,
  { bindingId, amountFen }: Use,
): SettledSpending {
  if (before === undefined) throw new Error('what was never used is given back')
  const ofBindings =
    before.month === month
      ? before.ofBindings.map((one) =>
          one.bindingId === bindingId ? { ...one, usedFen: subtractFen(one.usedFen, amountFen) } : one,
        )
      : before.ofBindings
  return { ...before, ofBindings, everFen: subtractFen(before.everFen, amountFen), latest: settlementId }
}

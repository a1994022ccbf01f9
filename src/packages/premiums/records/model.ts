import type { ValueFor } from '../../../cloud/writes'
import { insuredText, PREMIUM_RECORDS } from '../../../copy/premiums'

export type PaymentRecord = ValueFor<'premiums', 'records'>['records'][number]

/** Years and relatives that were met in the records so far, to choose from. */
export interface Met {
  readonly years: readonly number[]
  readonly relatives: readonly { readonly bindingId: string; readonly text: string }[]
}

export const NOBODY_MET: Met = { years: [], relatives: [] }

/** With those of further records; the same object where nothing is new, so that nothing is drawn again. */
export function metIn(records: readonly PaymentRecord[], before: Met): Met {
  const years = [...new Set([...before.years, ...records.map(({ premiumYear }) => premiumYear)])].sort(
    (one, other) => other - one,
  )
  const relatives = new Map(before.relatives.map((each) => [each.text, each]))
  for (const line of records.flatMap(({ lines }) => lines)) {
    const text = insuredText(line)
    // Whoever was bound anew has several bindings; each of them finds all that was paid for her.
    if (!relatives.has(text)) relatives.set(text, { bindingId: line.bindingId, text })
  }
  const isSame = years.length === before.years.length && relatives.size === before.relatives.length
  return isSame ? before : { years, relatives: [...relatives.values()] }
}

/** Who paid, from where she looks. */
export function payerText({ side, payer }: Pick<PaymentRecord, 'side' | 'payer'>): string {
  return side === 'policyholder' ? PREMIUM_RECORDS.byYou : PREMIUM_RECORDS.by(payer.name)
}

/** Null where it does not matter. */
export interface Filter {
  readonly premiumYear: number | null
  readonly bindingId: string | null
}

export const NO_FILTER: Filter = { premiumYear: null, bindingId: null }

export function filterInput({ premiumYear, bindingId }: Filter) {
  return {
    ...(premiumYear === null ? {} : { premiumYear }),
    ...(bindingId === null ? {} : { bindingId }),
  }
}

/** Whether there is anything to choose between. */
export function mayFilter({ years, relatives }: Met): boolean {
  return years.length > 1 || relatives.length > 1
}

import type { ValueFor } from '../../../cloud/writes'
import { SPENDING, sourceText } from '../../../copy/settlement'

export type Side = 'policyholder' | 'relative'
type Summary = ValueFor<'settlements', 'summary'>

/** What is looked at alone; missing where all of it is. */
export interface Picked {
  readonly bindingId?: string
  readonly month?: string
}

/** One bar: as long as its share of the longest of its group. */
export interface Bar {
  readonly id: string
  readonly label: string
  readonly amountFen: number
  /** From 1 to 100. */
  readonly percent: number
  /** Where a tap leads: the list of this alone, or back to all of it. Null where it is no filter. */
  readonly picks: Picked | null
  readonly on: boolean
}

export interface Chart {
  readonly totalFen: number
  readonly groups: readonly { readonly title: string; readonly bars: readonly Bar[] }[]
}

interface Cost {
  readonly amountFen: number
  readonly month: string
}

/** A year as two groups of bars. What is picked in one narrows the other, so that the two never contradict. */
export function chartOf(summary: Summary, side: Side, picked: Picked): Chart {
  const byMonth = (costs: readonly Cost[]) =>
    group(
      costs,
      ({ month }) => month,
      SPENDING.month,
      (month) => ({ ...without(picked, 'month'), ...(picked.month === month ? {} : { month }) }),
      picked.month,
    )
  if (side === 'relative') {
    const months = summary.own
    const shown = months.filter(({ month }) => picked.month === undefined || month === picked.month)
    return {
      totalFen: sum(shown),
      groups: [
        {
          title: SPENDING.bySource,
          bars: group(
            shown,
            ({ from }) => from,
            (from) => sourceText(from as 'cash', undefined),
            () => null,
            undefined,
          ),
        },
        { title: SPENDING.byMonth, bars: byMonth(months) },
      ],
    }
  }
  const names = new Map(summary.shared.map(({ bindingId, name }) => [bindingId as string, name]))
  const isPickedMember = ({ bindingId }: { bindingId: string }) =>
    picked.bindingId === undefined || bindingId === picked.bindingId
  const isPickedMonth = ({ month }: Cost) => picked.month === undefined || month === picked.month
  return {
    totalFen: sum(summary.shared.filter((cost) => isPickedMember(cost) && isPickedMonth(cost))),
    groups: [
      {
        title: SPENDING.byMember,
        bars: group(
          summary.shared.filter(isPickedMonth),
          ({ bindingId }) => bindingId,
          (bindingId) => names.get(bindingId) ?? '',
          (bindingId) => ({
            ...without(picked, 'bindingId'),
            ...(picked.bindingId === bindingId ? {} : { bindingId }),
          }),
          picked.bindingId,
        ),
      },
      { title: SPENDING.byMonth, bars: byMonth(summary.shared.filter(isPickedMember)) },
    ],
  }
}

function without(picked: Picked, key: keyof Picked): Picked {
  const { [key]: _, ...others } = picked
  return others
}

function sum(costs: readonly { readonly amountFen: number }[]): number {
  return costs.reduce((total, { amountFen }) => total + amountFen, 0)
}

function group<C extends { readonly amountFen: number }>(
  costs: readonly C[],
  keyOf: (cost: C) => string,
  labelOf: (key: string) => string,
  picks: (key: string) => Picked | null,
  on: string | undefined,
): Bar[] {
  const sums = new Map<string, number>()
  for (const cost of costs) sums.set(keyOf(cost), (sums.get(keyOf(cost)) ?? 0) + cost.amountFen)
  const longest = Math.max(1, ...sums.values())
  return [...sums].map(([id, amountFen]) => ({
    id,
    label: labelOf(id),
    amountFen,
    percent: Math.max(1, Math.round((amountFen * 100) / longest)),
    picks: picks(id),
    on: id === on,
  }))
}

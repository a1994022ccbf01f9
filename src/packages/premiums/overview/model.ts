import type { Day } from '../../../../shared/values/day'
import type { ValueFor } from '../../../cloud/writes'
import type { StatusTone } from '../../../components/status-tag'
import { insuredText, PREMIUMS } from '../../../copy/premiums'

export type Payable = ValueFor<'premiums', 'payable'>
export type PayableRelative = Payable['relatives'][number]

/** Whom she has chosen, and the tier of each; empty where she still has to choose one of several. */
export type Chosen = Readonly<Record<string, string>>

const TONES: Readonly<Record<PayableRelative['state'], StatusTone>> = {
  paid: 'going-well',
  unpaid: 'attention',
  processing: 'waiting',
  waived: 'over',
  'not-eligible': 'over',
}

export function statusOf({ state }: PayableRelative): { readonly text: string; readonly tone: StatusTone } {
  return { text: PREMIUMS.states[state], tone: TONES[state] }
}

/** Whether there is something to pay and nothing in the way. */
export function mayBeChosen({ state, refusal, tiers }: PayableRelative): boolean {
  return state === 'unpaid' && refusal === undefined && tiers.length > 0
}

/** With her if she was not among them, without her if she was. A single tier needs no question. */
export function toggled(chosen: Chosen, { bindingId, tiers }: PayableRelative): Chosen {
  const { [bindingId]: before, ...others } = chosen
  if (before !== undefined) return others
  const [only] = tiers
  return { ...chosen, [bindingId]: tiers.length === 1 && only !== undefined ? only.tier : '' }
}

/** Where there is one thing to do, it is done already. */
export function chosenAtFirst({ relatives }: Payable): Chosen {
  const payable = relatives.filter(mayBeChosen)
  const [only] = payable
  return payable.length === 1 && only !== undefined ? toggled({}, only) : {}
}

/** The tier and what is collected with it, in fen; null while the tier is not chosen. */
export function amountOf({ tiers, extras }: PayableRelative, tier: string): number | null {
  const chosen = tiers.find((one) => one.tier === tier)
  if (chosen === undefined) return null
  return extras.reduce<number>((sum, { amountFen }) => sum + amountFen, chosen.amountFen)
}

export interface Selection {
  readonly items: readonly { readonly bindingId: string; readonly tier: string }[]
  /** In fen. */
  readonly total: number
  /** What the account holds afterwards, in fen; null where its balance is not known. */
  readonly left: number | null
  /** Why it cannot be checked yet; null where it can. */
  readonly problem: string | null
}

/** The most that one payment takes: the contract's own bound. */
const MOST_ITEMS = 10

/** What is chosen and can still be paid; one who was paid meanwhile drops out by herself. */
export function selectionOf({ relatives, balanceFen }: Payable, chosen: Chosen): Selection {
  const picked = relatives.filter((each) => mayBeChosen(each) && chosen[each.bindingId] !== undefined)
  const items = picked.map(({ bindingId }) => ({ bindingId, tier: chosen[bindingId] ?? '' }))
  const total = picked.reduce((sum, each) => sum + (amountOf(each, chosen[each.bindingId] ?? '') ?? 0), 0)
  const left = balanceFen === undefined ? null : balanceFen - total
  const undecided = picked.find((each) => amountOf(each, chosen[each.bindingId] ?? '') === null)
  const problem =
    picked.length === 0
      ? PREMIUMS.chooseFirst
      : undecided !== undefined
        ? PREMIUMS.tierMissing(insuredText(undecided))
        : picked.length > MOST_ITEMS
          ? PREMIUMS.tooMany
          : left !== null && left < 0
            ? PREMIUMS.tooLittle
            : null
  return { items, total, left, problem }
}

/** How many stand where, in one sentence; empty where there is nobody. */
export function glanceOf({ relatives }: Payable): string {
  const count = (...states: PayableRelative['state'][]) =>
    relatives.filter(({ state }) => states.includes(state)).length
  return PREMIUMS.glance({
    paid: count('paid'),
    unpaid: count('unpaid'),
    processing: count('processing'),
    other: count('waived', 'not-eligible'),
  })
}

/**
 * The years to choose from: those that are known, the one that is shown, and the coming one, of which people ask in
 * autumn; where nothing is published of it, its page says so.
 */
export function yearChoices({ years, premiumYear }: Payable, today: Day): readonly number[] {
  const all = new Set([...years, premiumYear, Number(today.slice(0, 4)) + 1])
  return [...all].sort((one, other) => other - one)
}

type Window = NonNullable<Payable['window']>

/** When the year can be paid, and whether that is now. */
export function windowText({ from, to, open }: Window, today: Day): string {
  if (open) return PREMIUMS.window.open(from, to)
  return today < from ? PREMIUMS.window.notYet(from, to) : PREMIUMS.window.over(from, to)
}

/** What there is to know beside the price, each a sentence. */
export function linesOf(relative: PayableRelative, shown: Window | undefined, today: Day): readonly string[] {
  const { state, window, late, benefitFrom, waitingDays, waitingMonths, confirmAs, paidOn } = relative
  const own = window !== undefined && (window.from !== shown?.from || window.to !== shown.to)
  const lines: string[] = []
  if (state === 'paid' && paidOn !== undefined) {
    lines.push(PREMIUMS.paidOn(paidOn, relative.paidByCaller === true))
  }
  if (state === 'processing') lines.push(PREMIUMS.processing)
  if (state === 'waived') lines.push(PREMIUMS.waived)
  if (confirmAs !== undefined) lines.push(PREMIUMS.confirmAs(confirmAs))
  if (state === 'unpaid') {
    // Another area has a window of its own; the page's is told once, above.
    if (own) lines.push(windowText(window, today))
    if (late) lines.push(PREMIUMS.late)
    for (const extra of relative.extras) lines.push(PREMIUMS.extra(extra.title, extra.amountFen))
    if (waitingDays !== undefined) lines.push(PREMIUMS.waitingDays(waitingDays))
    if (waitingMonths !== undefined) lines.push(PREMIUMS.waitingMonths(waitingMonths))
    if (benefitFrom !== undefined) lines.push(PREMIUMS.benefitFrom(benefitFrom))
  }
  return [...lines, ...relative.remarks]
}

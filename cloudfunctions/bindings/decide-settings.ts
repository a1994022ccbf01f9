import { bindingStateOn, type KeptBinding, setsAccountLimit, setsOrder } from '../../shared/rules'
import type { Day } from '../../shared/values/day'
import type { Fen } from '../../shared/values/fen'
import type { BindingId } from '../../shared/values/ids'
import type { Refusal } from '../../shared/values/refusal'
import { ok, type Result, refuse } from '../../shared/values/result'

type Given = KeptBinding & { readonly _id: BindingId; readonly regionCode: string }

/** Of the bindings that she gives, those that are not over and whose region has the setting. */
function having<Binding extends Given>(
  given: readonly Binding[],
  hasIt: (regionCode: string, today: Day) => boolean,
  today: Day,
): Binding[] {
  return given.filter(
    (binding) => bindingStateOn(binding, today) !== 'ended' && hasIt(binding.regionCode, today),
  )
}

export function mayLimitAccount(given: readonly Given[], today: Day): boolean {
  return having(given, setsAccountLimit, today).length > 0
}

/**
 * Under which bindings a new account limit stands; null is none. Refusal: `not-allowed` where no region of hers has one
 * (`no-account-limit`), or where it is the limit that holds already (`nothing-to-change`).
 */
export function decideAccountLimit<Binding extends Given>(
  given: readonly Binding[],
  limitFen: Fen | null,
  wishedFen: Fen | null,
  today: Day,
): Result<readonly Binding[], Refusal> {
  const notAllowed = (reason: string) => refuse({ code: 'not-allowed' as const, facts: { reason } })
  const under = having(given, setsAccountLimit, today)
  if (under.length === 0) return notAllowed('no-account-limit')
  return wishedFen === limitFen ? notAllowed('nothing-to-change') : ok(under)
}

/**
 * The bindings that she gives places, as they stand: those that have one first, then the older ones. Null where there
 * is nothing to put in order.
 */
export function orderNow<Binding extends Given & { readonly place?: number }>(
  given: readonly Binding[],
  today: Day,
): readonly Binding[] | null {
  const open = having(given, setsOrder, today)
  const placeOf = ({ place }: Binding) => place ?? Number.POSITIVE_INFINITY
  // Sorting keeps those of the same place as they were, the older first.
  return open.length > 1 ? [...open].sort((a, b) => compare(placeOf(a), placeOf(b))) : null
}

/** Two that have no place are alike; infinities have no difference. */
function compare(one: number, other: number): number {
  return one === other ? 0 : one < other ? -1 : 1
}

/**
 * The bindings in the order that she gives them. Every one that has a place is named once, so that no two share one.
 * Refusals: `not-allowed` where the region sets the order itself (`no-order`), or where the list is not hers as it is
 * now (`order-changed`).
 */
export function decideOrder<Binding extends Given>(
  given: readonly Binding[],
  bindingIds: readonly BindingId[],
  today: Day,
): Result<readonly Binding[], Refusal> {
  const open = having(given, setsOrder, today)
  if (open.length === 0) return refuse({ code: 'not-allowed', facts: { reason: 'no-order' } })
  const ordered = [...new Set(bindingIds)].flatMap((id) => open.filter(({ _id }) => _id === id))
  const complete = ordered.length === open.length && bindingIds.length === open.length
  return complete ? ok(ordered) : refuse({ code: 'not-allowed', facts: { reason: 'order-changed' } })
}

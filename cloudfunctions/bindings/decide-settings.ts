import { bindingStateOn, type KeptBinding, setsAccountLimit, setsOrder } from '../../shared/rules'
import type { Day } from '../../shared/values/day'
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

/** Under which bindings an account limit stands. Refusal: `not-allowed` where no region of hers has one. */
export function decideAccountLimit<Binding extends Given>(
  given: readonly Binding[],
  today: Day,
): Result<readonly Binding[], Refusal> {
  const under = having(given, setsAccountLimit, today)
  return under.length > 0 ? ok(under) : refuse({ code: 'not-allowed', facts: { reason: 'no-account-limit' } })
}

export function mayOrder(given: readonly Given[], today: Day): boolean {
  return having(given, setsOrder, today).length > 1
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

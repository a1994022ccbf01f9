import type { EndCause, KeptBinding, Side } from '../../shared/rules'
import { bindingStateOn, endsAtOf, mayTakeBack } from '../../shared/rules'
import type { Day } from '../../shared/values/day'
import type { Fen } from '../../shared/values/fen'
import type { Refusal } from '../../shared/values/refusal'
import type { Use } from '../../shared/values/relation'
import { ok, type Result, refuse } from '../../shared/values/result'

/** Which side a person is on, or null for everybody else. */
export function sideOf(
  binding: {
    readonly policyholderId: string
    readonly relativeId: string
    readonly guardianId: string | null
  },
  personId: string,
): Side | null {
  if (binding.policyholderId === personId) return 'policyholder'
  if (binding.relativeId === personId) return 'relative'
  return binding.guardianId === personId ? 'guardian' : null
}

/** What a reply says of a binding's end: that it is coming and who may take it back, or why it came. */
export function endReply(
  binding: KeptBinding & { readonly endedBecause: EndCause | null },
  side: Side,
  today: Day,
) {
  const state = bindingStateOn(binding, today)
  const { ending, lastDay } = binding
  if (state === 'ending' && ending !== null && lastDay !== null) {
    const mayUndo = mayTakeBack(ending, side)
    return { ending: { endsAt: endsAtOf(lastDay), cause: ending.cause, by: ending.by, mayUndo } }
  }
  if (state !== 'ended') return {}
  // Where no timer has written the end down yet, it is the one that was under way, or the agreed last day.
  return { endedBecause: binding.endedBecause ?? ending?.cause ?? ('end-day' as const) }
}

interface Limits {
  readonly uses: readonly Use[]
  readonly monthlyLimitFen: Fen | null
  readonly perSettlementLimitFen: Fen | null
}

/**
 * The limits after a change. What both letters name is the widest that uses can be: a further use needs letters of its
 * own. Refusals: `use-not-allowed`, and `not-allowed` where nothing would change.
 */
export function decideLimits(
  binding: Limits & { readonly consentedUses: readonly Use[] },
  wished: {
    readonly uses?: readonly Use[] | undefined
    readonly monthlyLimitFen?: Fen | null | undefined
    readonly perSettlementLimitFen?: Fen | null | undefined
  },
): Result<Limits, Refusal> {
  const beyond = (wished.uses ?? []).filter((use) => !binding.consentedUses.includes(use))
  if (beyond.length > 0) {
    return refuse({ code: 'use-not-allowed', facts: { beyondConsent: beyond } })
  }
  const next: Limits = {
    uses: wished.uses ?? binding.uses,
    monthlyLimitFen: wished.monthlyLimitFen === undefined ? binding.monthlyLimitFen : wished.monthlyLimitFen,
    perSettlementLimitFen:
      wished.perSettlementLimitFen === undefined
        ? binding.perSettlementLimitFen
        : wished.perSettlementLimitFen,
  }
  const same =
    next.uses.join() === binding.uses.join() &&
    next.monthlyLimitFen === binding.monthlyLimitFen &&
    next.perSettlementLimitFen === binding.perSettlementLimitFen
  return same ? refuse({ code: 'not-allowed', facts: { reason: 'nothing-to-change' } }) : ok(next)
}

/** The day before which a later end cannot lie, and whether the wish is one at all. Null is open-ended. */
export function endDayRefused(
  binding: { readonly lastDay: Day | null },
  endDay: Day | null,
  today: Day,
): Refusal | null {
  const wrong = (problem: string): Refusal => ({
    code: 'dates-invalid',
    facts: { problem, today, ...(endDay === null ? {} : { endDay }) },
  })
  if (binding.lastDay === null) return wrong('open-ended-already')
  if (endDay === null) return null
  // An earlier end needs no consent of the other side: that is an unbinding with a later last day.
  return endDay > binding.lastDay ? null : wrong('not-later')
}

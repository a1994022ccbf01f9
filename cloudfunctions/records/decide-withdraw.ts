import { endByWithdrawal, erasableFrom, type KeptBinding } from '../../shared/rules'
import type { Day, Instant } from '../../shared/values/day'

export interface HeldBinding extends KeptBinding {
  readonly bindingId: string
  readonly regionCode: string
}

export interface Withdrawal {
  /** Which bindings end and when; those that are over already are not among them. */
  readonly ends: readonly { readonly bindingId: string; readonly lastDay: Day; readonly over: boolean }[]
  /** From this day on nothing of hers holds any more, and she is erased. */
  readonly eraseFrom: Day
}

/** What a withdrawal of consent does to all of a person's bindings. */
export function decideWithdrawal(bindings: readonly HeldBinding[], now: Instant, today: Day): Withdrawal {
  const ends = bindings.flatMap((binding) => {
    const end = endByWithdrawal(binding, now)
    return end === null ? [] : [{ bindingId: binding.bindingId, ...end }]
  })
  const holding = ends.filter(({ over }) => !over)
  return {
    ends,
    eraseFrom: erasableFrom(
      holding.map(({ lastDay }) => lastDay),
      today,
    ),
  }
}

export interface OpenInvitation {
  readonly state: string
  readonly isHers: boolean
  readonly isToHer: boolean
}

/** What becomes of an invitation: hers is taken back, one to her is declined, and one of a child stays with the parents. */
export function invitationAfter({ state, isHers, isToHer }: OpenInvitation): 'revoked' | 'declined' | null {
  if (state !== 'draft' && state !== 'pending') return null
  if (isHers) return 'revoked'
  return isToHer && state === 'pending' ? 'declined' : null
}

import { lettersKeptUntil } from '../../shared/rules'
import { type Day, dayOf, type Instant } from '../../shared/values/day'

export interface KeepingFacts {
  readonly invitation: {
    readonly state: string
    readonly expiresAt: Instant
    readonly regionCode: string
    /** When the newest of its letters was signed; null where none was. */
    readonly signedAt: Instant | null
  }
  /** The binding that came of it; null where none did. */
  readonly binding: { readonly lastDay: Day | null } | null
  readonly now: Instant
  readonly today: Day
}

/**
 * Until which day the letters of an invitation are kept, the last one counted; null where they have been kept long
 * enough. A binding that holds keeps its letters however old they are; an unsigned letter of an invitation that is over
 * proves nothing and is not kept.
 */
export function decideKeeping(facts: KeepingFacts): Day | null {
  const { invitation, binding, now, today } = facts
  const isOpen =
    (invitation.state === 'draft' || invitation.state === 'pending') && invitation.expiresAt > now
  const holds = binding !== null && (binding.lastDay === null || binding.lastDay >= today)
  if (isOpen || holds) return keptUntil(facts, today)
  if (invitation.signedAt === null) return null
  const until = keptUntil(facts, binding?.lastDay ?? dayOf(invitation.signedAt))
  return until < today ? null : until
}

function keptUntil({ invitation, today }: KeepingFacts, over: Day): Day {
  return lettersKeptUntil({ regionCode: invitation.regionCode, over, today })
}

import type { Instant } from '../../shared/values/day'
import type { Id, PersonId } from '../../shared/values/ids'

/**
 * One insurance code that was shown. `_id` is the HMAC of its digits, so that the code itself stands nowhere; no name and
 * no ID number either.
 */
export interface InsuranceCodeDocument {
  readonly _id: string
  /** Whose code it is. */
  readonly personId: PersonId
  /** Who showed it: she herself, or a holder of her family code. */
  readonly shownById: PersonId
  /** The family code by which it was shown; null where she showed her own. */
  readonly familyCodeId: Id<'family-code'> | null
  readonly shownAt: Instant
  readonly expiresAt: Instant
}

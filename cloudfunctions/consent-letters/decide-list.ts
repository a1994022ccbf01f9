import type { Instant } from '../../shared/values/day'

/**
 * Whether a letter stands in the caller's list: what she signed does for as long as it is kept; what she has not
 * signed only while it can still be signed. A letter that the other of two parents signed is not hers.
 */
export function isListed(
  letter: {
    readonly signer: 'policyholder' | 'guardian' | 'relative'
    readonly signedByIndex: string | null
    readonly inPerson: boolean
  },
  invitation: { readonly state: string; readonly expiresAt: Instant; readonly guardian: string | null },
  idIndex: string,
  now: Instant,
): boolean {
  if (letter.signedByIndex !== null) return letter.signedByIndex === idIndex
  if (invitation.expiresAt <= now) return false
  // A draft is the policyholder's own affair; who is invited learns of it when it has been made.
  const onPolicyholdersPhone = letter.signer === 'policyholder' || invitation.guardian === 'policyholder'
  return invitation.state === 'pending' || (invitation.state === 'draft' && onPolicyholdersPhone)
}

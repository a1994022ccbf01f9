import type { Refusal } from '../values/refusal'
import type { Acceptance } from './answer'

/**
 * How somebody without a phone shows at a window who she is: by a check of the identity, as on a phone, or by her
 * original document, which the clerk holds against her face.
 */
export const IDENTIFICATIONS = ['verification', 'document'] as const
export type Identification = (typeof IDENTIFICATIONS)[number]

/** Who enters at a window: a clerk, and of which region; null for every region. */
export interface Clerk {
  readonly _id: string
  readonly role: 'reviewer' | 'clerk'
  readonly regionCode: string | null
}

/** Why this account serves at no window, or null. */
export function notClerk({ role }: Pick<Clerk, 'role'>): Refusal | null {
  return role === 'clerk' ? null : { code: 'not-allowed', facts: { reason: 'clerks-only' } }
}

/**
 * Whether an invitation is answered at this clerk's window: one of her region, to an adult, who answers for herself. A
 * child's is the parents', whom the register names.
 */
export function servedAtWindow(
  clerk: Pick<Clerk, 'regionCode'>,
  invitation: { readonly regionCode: string; readonly acceptance: Acceptance },
): boolean {
  const own = clerk.regionCode === null || clerk.regionCode === invitation.regionCode
  return own && invitation.acceptance !== 'by-guardian'
}

/** What was done at a window about a letter: how the signer was known, and by whom it was entered. */
export interface WindowSignature {
  readonly identifiedBy: Identification
  readonly staffId: string
}

/**
 * Why this clerk does not enter the acceptance, or null. Where a clerk alone has said who the signer is, a second one
 * looks at document and person (四眼): otherwise one account could bind anybody to anybody. No source says it; it is
 * our reading. A check of the identity is the second pair of eyes where there was one.
 */
export function acceptanceAtWindowRefused(
  signature: WindowSignature | null,
  clerk: Pick<Clerk, '_id'>,
): Refusal | null {
  // One that she signed on a phone she also answers there.
  if (signature === null) {
    return { code: 'letter-not-signed', facts: { signer: 'relative' } }
  }
  return signature.identifiedBy === 'document' && signature.staffId === clerk._id
    ? { code: 'not-allowed', facts: { reason: 'second-clerk' } }
    : null
}

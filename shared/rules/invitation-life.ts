/** An invitation lives 72 hours from the policyholder's signature, and again from each time it is sent anew. */
export const INVITATION_LIFE_MS = 72 * 60 * 60 * 1000

/**
 * For so many days after it was made an invitation may be sent anew. Our own figure: a signature is not kept alive for
 * ever, and after a month the policyholder should read again what she agrees to.
 */
export const INVITATION_RESEND_DAYS = 30

/** An invitation lives 72 hours from the policyholder's signature, and again from each time it is sent anew. */
export const INVITATION_LIFE_MS = 72 * 60 * 60 * 1000

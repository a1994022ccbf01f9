/** A ULID with the kind of thing that it names. */
export type Id<Kind extends string> = string & { readonly __brand: Kind }

export type PersonId = Id<'person'>
export type InvitationId = Id<'invitation'>
export type BindingId = Id<'binding'>
export type LetterId = Id<'letter'>
export type NoticeId = Id<'notice'>
export type QuoteId = Id<'quote'>
export type PaymentId = Id<'payment'>
export type SettlementId = Id<'settlement'>
export type ReviewId = Id<'review'>
export type ProofId = Id<'proof'>
/** Made by the client, kept until the request is answered, so that a repeat changes nothing twice. */
export type RequestId = Id<'request'>

// Crockford's alphabet has no I, L, O and U; the first character is at most 7, or the 48 bits of time overflow.
export const ULID_PATTERN = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/

export function parseId<Kind extends string>(text: string): Id<Kind> | null {
  return ULID_PATTERN.test(text) ? (text as Id<Kind>) : null
}

import type { Signature } from '../../shared/contract/consent-letters'
import type { Signer, SigningMode } from '../../shared/rules/answer'
import type { Instant } from '../../shared/values/day'
import { canonicalJson } from '../canonical'
import type { SignatureCertificate } from './signature-certifier'

/** The seal before the first letter of a chain. */
export const NO_LETTER_BEFORE = '0'.repeat(64)

/** One line of what a letter is about, as it is read and printed. */
export interface LetterFactLine {
  readonly label: string
  readonly value: string
}

/**
 * What a seal covers: everything that was read, everything that was written, when, and which letter came before. The
 * names of the fields are a format: a letter that was sealed years ago is checked by them.
 */
export interface LetterContent {
  readonly format: 'consent-letter/1'
  readonly letterId: string
  readonly purpose: string
  readonly regionCode: string
  readonly title: string
  readonly version: string
  readonly text: string
  readonly facts: readonly LetterFactLine[]
  readonly mode: SigningMode
  readonly signer: { readonly role: Signer; readonly name: string; readonly idIndex: string }
  /** How a signer without a phone was verified on the policyholder's or at a window; null for one who signed on her own. */
  readonly verifiedBy: string | null
  readonly signature: Signature
  /** Of the service's clock; not before the letter to which it is chained. */
  readonly signedAt: Instant
  /** What a certificate authority said of the signature; null where none is configured. */
  readonly certificate: SignatureCertificate | null
  /** The place in the chain of its invitation, from 1, and the SM3 of the letter before. */
  readonly chain: { readonly number: number; readonly previous: string }
}

/** The exact text over which the SM3 is taken. */
export function sealedText(content: LetterContent): string {
  return canonicalJson(content)
}

/**
 * Stands in a letter's text for a signer who is known only when she opens it: one of a child's two parents. The
 * character is for private use, and no name holds it.
 */
export const SIGNER_TO_COME = '\uE000'

/** The text as this signer reads and signs it. A text that names its signer already is unchanged. */
export function withSigner(text: string, name: string): string {
  return text.replaceAll(SIGNER_TO_COME, name)
}

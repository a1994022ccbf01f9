import type { Collections } from './collections'

type Name = keyof Collections & string

/**
 * Which documents nobody changes any more, whatever a function asks for: a signed letter, and what is append-only. Only
 * the timers erase letters, once they have been kept long enough.
 */
const FINAL: { readonly [N in Name]?: (document: Collections[N]) => boolean } = {
  letters: (letter) => letter.signedAt !== null,
  'binding-events': () => true,
  requests: () => true,
  audit: () => true,
  disclosures: () => true,
  'premium-movements': () => true,
  'settlement-movements': () => true,
}

/** Collections whose documents may become final: a change needs the document as this transaction read it. */
export function mayBeFinal(collection: Name): boolean {
  return FINAL[collection] !== undefined
}

/**
 * @param read the document as the same transaction read it; undefined where it did not
 * @throws Error where the change must not be: that is a bug of the function, and nothing is written
 */
export function assertMutable<N extends Name>(collection: N, read: Collections[N] | null | undefined): void {
  const isFinal = FINAL[collection]
  if (isFinal === undefined) return
  if (read === undefined || read === null) {
    throw new Error(`a document of ${collection} is changed only after the same transaction has read it`)
  }
  if (isFinal(read)) throw new Error(`a final document of ${collection} is not changed`)
}

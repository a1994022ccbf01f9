/** A file that shows something (户口簿, 结婚证): what it may be, how large, and how many, for phones and functions alike. */

export const PROOF_TYPES = ['image/jpeg', 'image/png', 'application/pdf'] as const
export type ProofType = (typeof PROOF_TYPES)[number]

/** Our own figure: a photo of a page in full sharpness, and a reply that still fits the 6 MB of a function. */
export const MOST_PROOF_BYTES = 4 * 1024 * 1024

/** How many are handed in at one time: our own figure, the pages of a household register with some to spare. */
export const MOST_PROOFS = 9

const STARTS: readonly (readonly [ProofType, readonly number[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  // %PDF-
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
]

/** So many of a file's first bytes say what it is. */
export const PROOF_HEAD_BYTES = 8

/** What a file is by its first bytes; what it is called says nothing. Null for everything that is no photo and no PDF. */
export function proofTypeOf(bytes: Uint8Array): ProofType | null {
  const found = STARTS.find(([, start]) => start.every((byte, index) => bytes[index] === byte))
  return found?.[0] ?? null
}

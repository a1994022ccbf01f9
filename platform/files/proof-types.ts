import type { ProofType } from '../store/collections'

/** Our own figures: a photo of a page in full sharpness, and a reply that still fits the 6 MB of a function. */
export const MOST_PROOF_BYTES = 4 * 1024 * 1024
export const MOST_PROOFS = 9

const STARTS: readonly (readonly [ProofType, Buffer])[] = [
  ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff])],
  ['image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ['application/pdf', Buffer.from('%PDF-', 'latin1')],
]

/** What a file is by its content; what it is called says nothing. Null for everything that is no photo and no PDF. */
export function proofTypeOf(bytes: Buffer): ProofType | null {
  return STARTS.find(([, start]) => bytes.subarray(0, start.length).equals(start))?.[0] ?? null
}

import { sm3 } from '../keys/keyed-hash'
import { isSealedBy, type LetterSeal, type SealKey } from '../keys/letter-seal'
import { type LetterContent, NO_LETTER_BEFORE, sealedText } from './letter-content'

/** A signed letter as its signer takes it with her: all that the seal covers, the seal, and the seals before it. */
export interface ExportedLetter {
  readonly format: 'consent-letter-export/1'
  readonly content: LetterContent
  readonly seal: LetterSeal
  /** The seals of the earlier letters of the same chain, the first one first. They tell nothing of what those say. */
  readonly earlierSeals: readonly LetterSeal[]
  /** The key that the seal names. Whether it is the service's own is known from where the service publishes its keys. */
  readonly publicKey: string
}

export type ExportProblem =
  | 'not-an-export'
  | 'unknown-key'
  | 'content-changed'
  | 'seal-changed'
  | 'chain-changed'

/** What is wrong with an exported letter, or null where it is as it was signed. Needs the public keys and nothing else. */
export function exportProblem(file: unknown, publicKeys: readonly SealKey[]): ExportProblem | null {
  if (!isExport(file)) return 'not-an-export'
  const { content, seal, earlierSeals } = file
  if (!publicKeys.some(({ keyId }) => keyId === seal.keyId)) return 'unknown-key'
  if (sm3(sealedText(content)) !== seal.sm3) return 'content-changed'
  if (!isSealedBy(publicKeys, seal)) return 'seal-changed'
  const before = earlierSeals[earlierSeals.length - 1]?.sm3 ?? NO_LETTER_BEFORE
  if (content.chain.previous !== before || content.chain.number !== earlierSeals.length + 1) {
    return 'chain-changed'
  }
  return earlierSeals.every((earlier) => isSealedBy(publicKeys, earlier)) ? null : 'chain-changed'
}

function isExport(file: unknown): file is ExportedLetter {
  const { format, content, seal, earlierSeals } = fieldsOf(file)
  const { chain } = fieldsOf(content)
  const seals = [seal, ...(Array.isArray(earlierSeals) ? earlierSeals : [null])]
  return (
    format === 'consent-letter-export/1' &&
    typeof fieldsOf(chain).number === 'number' &&
    seals.every((each) =>
      ['sm3', 'signature', 'keyId'].every((name) => typeof fieldsOf(each)[name] === 'string'),
    )
  )
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {}
}

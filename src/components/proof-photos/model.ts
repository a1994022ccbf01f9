import type { RefusalReply } from '../../../shared/contract/fields'
import { MOST_PROOF_BYTES, MOST_PROOFS, type ProofType, proofTypeOf } from '../../../shared/values/proof-file'
import type { ChosenFile, PhoneFile } from '../../cloud/phone-files'

/** What one photo is to show: a document in the region's words, or null for whatever else helps. */
export type Document = string | null

export interface ProofPhoto extends PhoneFile {
  /** Its name in the file storage, made once: sent again it takes its own place. */
  readonly key: string
  readonly document: Document
  readonly type: ProofType
  readonly state: 'uploading' | 'uploaded' | 'failed' | 'of-no-use'
  /** The platform's id; null until it is uploaded. */
  readonly fileId: string | null
}

export type FileProblem = 'wrong-type' | 'too-large' | 'empty'

/** Why a file cannot be handed in, or what it is. The function looks again when it takes it in. */
export function checked({ bytes, head }: Pick<ChosenFile, 'bytes' | 'head'>): ProofType | FileProblem {
  if (bytes === 0) return 'empty'
  const type = proofTypeOf(head)
  if (type === null) return 'wrong-type'
  return bytes > MOST_PROOF_BYTES ? 'too-large' : type
}

export function isProblem(found: ProofType | FileProblem): found is FileProblem {
  return found === 'wrong-type' || found === 'too-large' || found === 'empty'
}

const ENDINGS: Readonly<Record<ProofType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/pdf': 'pdf',
}

export function storageNameOf({ key, type }: Pick<ProofPhoto, 'key' | 'type'>): string {
  return `${key}.${ENDINGS[type]}`
}

/** How many more can be added, over all documents. */
export function placesLeft(photos: readonly ProofPhoto[]): number {
  return Math.max(0, MOST_PROOFS - photos.length)
}

export function photosOf(photos: readonly ProofPhoto[], document: Document): readonly ProofPhoto[] {
  return photos.filter((photo) => photo.document === document)
}

/** In the order of the documents, so that the reviewer finds them as they are asked for. */
export function inOrder(
  photos: readonly ProofPhoto[],
  documents: readonly Document[],
): readonly ProofPhoto[] {
  return documents.flatMap((document) => photosOf(photos, document))
}

/** A photo of each document, one of whatever it is, or none. */
export type Needs = 'each' | 'one' | 'none'

export type Missing =
  | { readonly kind: 'document'; readonly document: string }
  | { readonly kind: 'one' }
  | { readonly kind: 'uploading' }
  | { readonly kind: 'failed' }

/** What keeps the photos from being handed in; null where nothing does. */
export function missingIn(
  photos: readonly ProofPhoto[],
  documents: readonly Document[],
  needs: Needs,
): Missing | null {
  if (photos.some(({ state }) => state === 'failed' || state === 'of-no-use')) return { kind: 'failed' }
  if (photos.some(({ state }) => state === 'uploading')) return { kind: 'uploading' }
  if (needs === 'one') return photos.length === 0 ? { kind: 'one' } : null
  if (needs === 'none') return null
  const document = documents.find((one): one is string => one !== null && photosOf(photos, one).length === 0)
  return document === undefined ? null : { kind: 'document', document }
}

export function fileIdsIn(photos: readonly ProofPhoto[], documents: readonly Document[]): string[] {
  return inOrder(photos, documents).flatMap(({ fileId }) => fileId ?? [])
}

export function changed(
  photos: readonly ProofPhoto[],
  key: string,
  change: Partial<Pick<ProofPhoto, 'state' | 'fileId'>>,
): readonly ProofPhoto[] {
  return photos.map((photo) => (photo.key === key ? { ...photo, ...change } : photo))
}

/**
 * After a refusal: the photo that the function could not use is marked. One that it did not find is sent once more;
 * every other is gone there, and she takes another.
 */
export function afterRefusal(
  photos: readonly ProofPhoto[],
  documents: readonly Document[],
  { code, facts }: Pick<RefusalReply, 'code' | 'facts'>,
): readonly ProofPhoto[] {
  const position = facts?.position
  if (code !== 'proof-required' || typeof position !== 'number') return photos
  const meant = inOrder(photos, documents)[position - 1]
  if (meant === undefined) return photos
  const state = facts?.problem === 'missing' ? 'failed' : 'of-no-use'
  return changed(photos, meant.key, { state, fileId: null })
}

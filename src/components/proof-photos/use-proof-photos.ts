import { useCallback, useEffect, useRef, useState } from 'react'
import type { RefusalReply } from '../../../shared/contract/fields'
import { choosePhotos, letGo } from '../../cloud/phone-files'
import { makeRequestId } from '../../cloud/request-id'
import { uploadFile } from '../../cloud/upload'
import {
  afterRefusal,
  changed,
  checked,
  type Document,
  type FileProblem,
  fileIdsIn,
  isProblem,
  type Missing,
  missingIn,
  type Needs,
  type ProofPhoto,
  placesLeft,
  storageNameOf,
} from './model'

export interface ProofPhotosTaken {
  readonly documents: readonly Document[]
  readonly photos: readonly ProofPhoto[]
  /** Why the last choice brought less than she chose; null where it brought all. */
  readonly trouble: FileProblem | 'not-opened' | null
  readonly missing: Missing | null
  readonly fileIds: string[]
  readonly add: (document: Document) => void
  readonly remove: (photo: ProofPhoto) => void
  readonly again: (photo: ProofPhoto) => void
  /** Marks the photo that a refusal names. */
  readonly refused: (refusal: RefusalReply) => void
}

export interface Taking {
  /** Each document by itself. */
  readonly needs?: Needs
  /** What was taken on this page before it was left for another one. */
  readonly kept?: readonly ProofPhoto[]
  readonly keep?: (photos: readonly ProofPhoto[]) => void
}

/**
 * Photos of documents, each uploaded as soon as it is chosen, so that handing in takes a moment. They live as long as
 * the page, or longer where it keeps them elsewhere.
 */
export function useProofPhotos(documents: readonly Document[], taking: Taking = {}): ProofPhotosTaken {
  const { needs = 'each', kept = [] } = taking
  const [photos, setPhotos] = useState(kept)
  const [trouble, setTrouble] = useState<ProofPhotosTaken['trouble']>(null)
  // What comes back from the network meets the photos as they are then.
  const now = useRef(photos)
  const keep = useRef(taking.keep)
  keep.current = taking.keep

  const set = useCallback((next: readonly ProofPhoto[]) => {
    now.current = next
    setPhotos(next)
    keep.current?.(next)
  }, [])

  const send = useCallback(
    async (photo: ProofPhoto) => {
      set(changed(now.current, photo.key, { state: 'uploading', fileId: null }))
      const outcome = await uploadFile(photo, storageNameOf(photo))
      const uploaded = outcome.kind === 'value'
      set(
        changed(now.current, photo.key, {
          state: uploaded ? 'uploaded' : 'failed',
          fileId: uploaded ? outcome.value : null,
        }),
      )
    },
    [set],
  )

  // A page that was left while one was on its way comes back to one that nobody waits for.
  useEffect(() => {
    for (const photo of now.current) if (photo.state === 'uploading') void send(photo)
  }, [send])

  const add = useCallback(
    async (document: Document) => {
      setTrouble(null)
      const chosen = await choosePhotos(placesLeft(now.current))
      if (chosen.kind !== 'chosen') {
        if (chosen.kind === 'not-opened') setTrouble('not-opened')
        return
      }
      const taken: ProofPhoto[] = []
      for (const file of chosen.files.slice(0, placesLeft(now.current))) {
        const type = checked(file)
        if (isProblem(type)) {
          setTrouble(type)
          letGo(file)
          continue
        }
        const key: string = await makeRequestId()
        const { path, blob } = file
        taken.push({ key, document, path, blob, type, state: 'uploading', fileId: null })
      }
      set([...now.current, ...taken])
      // One after the other: nine at once on a weak network bring none of them through.
      for (const photo of taken) if (now.current.some(({ key }) => key === photo.key)) await send(photo)
    },
    [send, set],
  )
  const remove = useCallback(
    (photo: ProofPhoto) => {
      letGo(photo)
      set(now.current.filter(({ key }) => key !== photo.key))
    },
    [set],
  )
  const refused = useCallback(
    (refusal: RefusalReply) => set(afterRefusal(now.current, documents, refusal)),
    [set, documents],
  )
  return {
    documents,
    photos,
    trouble,
    missing: missingIn(photos, documents, needs),
    fileIds: fileIdsIn(photos, documents),
    add: (document) => void add(document),
    remove,
    again: (photo) => void send(photo),
    refused,
  }
}

import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { LocalClock } from '../../clock'
import { type Blobs, blobsInMemory, blobsOnDisk } from './blobs'
import { contentTypeOf, fileIdOf, pathOfFileId, storagePath } from './file-paths'

/** Where files are put and fetched over HTTP, below an address of this machine. */
export const FILES_ROUTE = '/files/'
export const FILE_LIMIT_BYTES = 20 * 1024 * 1024

const DEFAULT_LINK_S = 10 * 60
const LONGEST_LINK_S = 2 * 60 * 60
const UPLOAD_GRANT_S = 15 * 60

export interface StoredFile {
  readonly bytes: Uint8Array
  readonly contentType: string
}

export interface UploadGrant {
  readonly url: string
  readonly token: string
  readonly authorization: string
  readonly fileId: string
  readonly cosFileId: string
}

export type PutResult = 'stored' | 'refused' | 'too-long'

/** The platform's file storage. Nothing in it is public: a file is fetched through a signed link that runs out. */
export interface FileStorage {
  /** Keeps a file. @throws RangeError where the path is not one of the storage's. */
  put(path: string, bytes: Uint8Array): { readonly fileId: string }
  get(fileId: string): Promise<StoredFile | null>
  remove(fileId: string): 'removed' | 'not-found' | 'invalid'
  /** A link to the file, or null where there is no such file. */
  link(fileId: string, maxAgeS?: number): string | null
  /** Allows one path to be written with PUT for fifteen minutes; null where the path is not one of the storage's. */
  grantUpload(path: string): UploadGrant | null
  putGranted(path: string, authorization: string, bytes: Uint8Array): PutResult
  /** What a link leads to, or null where it was changed, has run out, or the file is gone. */
  open(path: string, query: URLSearchParams): Promise<StoredFile | null>
  /** From now on links begin with this address. */
  linkFrom(address: string): void
}

export function openFileStorage(options: {
  directory: string | null
  environmentId: string
  clock: LocalClock
  /** Where PUT goes, and links begin with until `linkFrom`. */
  address: string
}): FileStorage {
  const { clock, environmentId } = options
  const blobs: Blobs = options.directory === null ? blobsInMemory() : blobsOnDisk(options.directory)
  // Links and grants live for minutes; after a restart new ones are made.
  const key = randomBytes(32)
  let linkAddress = options.address

  const sign = (purpose: 'get' | 'put', path: string, until: number) =>
    createHmac('sha256', key).update(`${purpose}\0${path}\0${until}`).digest('hex')
  const holds = (purpose: 'get' | 'put', path: string, until: number, signature: string) => {
    const expected = Buffer.from(sign(purpose, path, until))
    const given = Buffer.from(signature)
    return expected.length === given.length && timingSafeEqual(expected, given) && clock.now() <= until
  }
  const pathOf = (fileId: string) => pathOfFileId(environmentId, fileId)

  const put = (path: string, bytes: Uint8Array) => {
    const sound = storagePath(path)
    if (sound === null) throw new RangeError('not a path of the file storage')
    blobs.put(sound, bytes)
    return { fileId: fileIdOf(environmentId, sound) }
  }
  const read = async (path: string): Promise<StoredFile | null> => {
    const bytes = await blobs.get(path)
    return bytes === null ? null : { bytes, contentType: contentTypeOf(path) }
  }

  return {
    put,
    get: async (fileId) => {
      const path = pathOf(fileId)
      return path === null ? null : await read(path)
    },
    remove(fileId) {
      const path = pathOf(fileId)
      if (path === null) return 'invalid'
      return blobs.remove(path) ? 'removed' : 'not-found'
    },
    link(fileId, maxAgeS = DEFAULT_LINK_S) {
      const path = pathOf(fileId)
      if (path === null || !blobs.has(path)) return null
      const seconds = Math.min(maxAgeS > 0 ? maxAgeS : DEFAULT_LINK_S, LONGEST_LINK_S)
      const until = clock.now() + seconds * 1_000
      return `${linkAddress}${FILES_ROUTE}${path}?until=${until}&sign=${sign('get', path, until)}`
    },
    grantUpload(asked) {
      const path = storagePath(asked)
      if (path === null) return null
      const until = clock.now() + UPLOAD_GRANT_S * 1_000
      const fileId = fileIdOf(environmentId, path)
      return {
        url: `${options.address}${FILES_ROUTE}${encodeURI(path)}`,
        token: 'local',
        authorization: `${until}.${sign('put', path, until)}`,
        fileId,
        // The SDK sends it as a header, which takes no Chinese.
        cosFileId: createHash('sha256').update(fileId).digest('hex'),
      }
    },
    putGranted(asked, authorization, bytes) {
      const path = storagePath(asked)
      const [until = '', signature = ''] = authorization.split('.')
      if (path === null || !/^\d{1,15}$/.test(until)) return 'refused'
      if (!holds('put', path, Number(until), signature)) return 'refused'
      if (bytes.byteLength > FILE_LIMIT_BYTES) return 'too-long'
      blobs.put(path, bytes)
      return 'stored'
    },
    async open(asked, query) {
      const path = storagePath(asked)
      const until = query.get('until') ?? ''
      if (path === null || !/^\d{1,15}$/.test(until)) return null
      return holds('get', path, Number(until), query.get('sign') ?? '') ? await read(path) : null
    },
    linkFrom(address) {
      linkAddress = address
    },
  }
}

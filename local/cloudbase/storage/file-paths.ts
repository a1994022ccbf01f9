/** Where a file stands in the platform's storage, as functions and clients name it. */

/** The part of a file id before the path. The platform writes `cloud://<env>.<bucket>`. */
const BUCKET = 'local-files'

const PATH_LIMIT = 500
/**
 * Letters, digits, Chinese characters and `_ - . /`. Characters that an address would need to escape are left out: the
 * SDK escapes a link once more when it downloads.
 */
const SEGMENT = /^[\p{Script=Han}A-Za-z0-9_.-]+$/u

/** The path as it is kept, or null where it could lead anywhere but into the storage. */
export function storagePath(text: string): string | null {
  const path = text.startsWith('/') ? text.slice(1) : text
  if (path === '' || path.length > PATH_LIMIT) return null
  const segments = path.split('/')
  const sound = segments.every((segment) => SEGMENT.test(segment) && !/^\.+$/.test(segment))
  return sound ? path : null
}

export function fileIdOf(environmentId: string, path: string): string {
  return `cloud://${environmentId}.${BUCKET}/${path}`
}

/** The path that a file id of this environment names, or null for any other text. */
export function pathOfFileId(environmentId: string, fileId: string): string | null {
  const prefix = `cloud://${environmentId}.${BUCKET}/`
  return fileId.startsWith(prefix) ? storagePath(fileId.slice(prefix.length)) : null
}

const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  json: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
}

/** By the ending of the path. Anything unknown is bytes, so that a browser never runs an uploaded file as a page. */
export function contentTypeOf(path: string): string {
  return TYPES[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream'
}

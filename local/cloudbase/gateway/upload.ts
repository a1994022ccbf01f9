import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { ulid } from 'ulid'
import { uploadPathOf } from '../../../platform/files/uploads'
import { readBody } from '../../loopback'
import type { CallerIdentity } from '../functions/identity'
import { callerKey } from '../functions/identity'
import type { FileStorage } from '../storage'
import { type GatewayRefusal, invalidRequest } from './refusals'
import { SENTENCES } from './sentences'

export const UPLOAD_LIMIT_BYTES = 10 * 1024 * 1024
/** What the form itself adds to the file. */
const FORM_OVERHEAD_BYTES = 16 * 1024

export type UploadAnswer =
  | { readonly status: 200; readonly body: { readonly fileId: string } }
  | { readonly status: 400 | 413 | 415; readonly body: GatewayRefusal }

function refused(status: 400 | 413 | 415, message: string, issue: string): UploadAnswer {
  return { status, body: invalidRequest(message, [{ path: 'file', message: issue }]) }
}

/** The kind of a file by its first bytes. What the sender calls it says nothing. */
function endingOf(bytes: Buffer): 'jpg' | 'png' | 'pdf' | 'webp' | null {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'jpg'
  if (bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'png'
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return 'pdf'
  const riff = bytes.subarray(0, 4).toString('latin1') === 'RIFF'
  return riff && bytes.subarray(8, 12).toString('latin1') === 'WEBP' ? 'webp' : null
}

interface Form {
  readonly bytes: Buffer
  /** Where the client wants it kept, as the platform's own clients say it; null where it leaves that to us. */
  readonly cloudPath: string | null
}

/** The one file in the form; null where there is none, several, or no form. */
async function formIn(body: Buffer, contentType: string): Promise<Form | null> {
  try {
    const form = await new Response(Uint8Array.from(body), {
      headers: { 'content-type': contentType },
    }).formData()
    const files = [...form.values()].flatMap((value) => (typeof value === 'string' ? [] : [value]))
    const [file] = files
    if (file === undefined || files.length > 1) return null
    const cloudPath = form.get('cloudPath')
    return {
      bytes: Buffer.from(await file.arrayBuffer()),
      cloudPath: typeof cloudPath === 'string' ? cloudPath : null,
    }
  } catch {
    return null
  }
}

/**
 * Takes one file of a form (`multipart/form-data`) into the file storage, where the caller's files lie apart from
 * everybody else's. Photos and PDF of at most 10 MB, told by their content. Where the form names a path below the
 * caller's own folder the file lies there afterwards, in place of what was sent before. Null where the sender went away.
 */
export async function takeUpload(
  request: IncomingMessage,
  files: FileStorage,
  caller: CallerIdentity,
  now: number,
): Promise<UploadAnswer | null> {
  const contentType = request.headers['content-type'] ?? ''
  const body = await readBody(request, UPLOAD_LIMIT_BYTES + FORM_OVERHEAD_BYTES)
  if (body.kind === 'cut-off') return null
  if (body.kind === 'too-long') return refused(413, SENTENCES.fileTooLong, 'at most 10 MB')
  if (!contentType.toLowerCase().startsWith('multipart/form-data')) {
    return refused(415, SENTENCES.fileMissing, 'multipart/form-data')
  }
  const form = await formIn(body.bytes, contentType)
  if (form === null || form.bytes.length === 0) return refused(400, SENTENCES.fileMissing, 'exactly one file')
  const { bytes, cloudPath } = form
  if (bytes.length > UPLOAD_LIMIT_BYTES) return refused(413, SENTENCES.fileTooLong, 'at most 10 MB')
  const ending = endingOf(bytes)
  if (ending === null) return refused(415, SENTENCES.fileTypeWrong, 'JPEG, PNG, WebP or PDF')
  const folder = folderOf(caller)
  if (cloudPath !== null && !isFileIn(folder, cloudPath)) {
    return refused(400, SENTENCES.pathWrong, 'a file of your own folder')
  }
  return { status: 200, body: files.put(cloudPath ?? `${folder}/${ulid(now)}.${ending}`, bytes) }
}

function folderOf(caller: CallerIdentity): string {
  if (caller.kind === 'user') return uploadPathOf(caller.openid)
  return `uploads/${createHash('sha256').update(callerKey(caller)).digest('hex').slice(0, 24)}`
}

/** As the storage rules of a deployment have it: nobody writes into another one's folder, nor deeper into her own. */
function isFileIn(folder: string, cloudPath: string): boolean {
  return cloudPath.startsWith(`${folder}/`) && /^[\w-]+\.\w+$/.test(cloudPath.slice(folder.length + 1))
}

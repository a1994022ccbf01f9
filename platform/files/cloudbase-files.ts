import tcb from '@cloudbase/node-sdk'
import { PortOutage } from '../outage'
import type { Files } from './port'

/** A link that a function makes for itself, and how long it waits for one file. */
const LINK_SECONDS = 60
const DOWNLOAD_MS = 10_000

/** The platform's storage through its own SDK. What it cannot do is an outage, and the same request may be sent again. */
export function createFiles(): Files {
  const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV as unknown as string })
  return {
    put: (path, bytes) =>
      guarded(async () => (await app.uploadFile({ cloudPath: path, fileContent: bytes })).fileID),
    link: (fileId, seconds) =>
      guarded(async () => {
        const { fileList } = await app.getTempFileURL({ fileList: [{ fileID: fileId, maxAge: seconds }] })
        const address = fileList[0]?.tempFileURL
        if (!address) throw new Error('the storage has no such file')
        return address
      }),
    get: (fileId, mostBytes) =>
      guarded(async () => {
        const { fileList } = await app.getTempFileURL({
          fileList: [{ fileID: fileId, maxAge: LINK_SECONDS }],
        })
        const address = fileList[0]?.tempFileURL
        if (!address) return null
        const response = await fetch(address, { signal: AbortSignal.timeout(DOWNLOAD_MS), redirect: 'error' })
        if (response.status === 404) return null
        if (!response.ok) throw new Error('the storage does not give the file')
        return limited(response, mostBytes)
      }),
    remove: async (fileIds) => {
      if (fileIds.length === 0) return
      await guarded(() => app.deleteFile({ fileList: [...fileIds] }))
    },
  }
}

/** Reads no further than the limit, whatever the storage says of the size. */
async function limited(response: Response, mostBytes: number): Promise<Buffer | 'too-large'> {
  if (Number(response.headers.get('content-length') ?? 0) > mostBytes) {
    await response.body?.cancel()
    return 'too-large'
  }
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of response.body ?? []) {
    length += part.byteLength
    if (length > mostBytes) return 'too-large'
    parts.push(part)
  }
  return Buffer.concat(parts)
}

async function guarded<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch {
    throw new PortOutage('storage-unavailable', 'same-request')
  }
}

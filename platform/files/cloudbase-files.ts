import tcb from '@cloudbase/node-sdk'
import { PortOutage } from '../outage'
import type { Files } from './port'

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
    remove: async (fileIds) => {
      if (fileIds.length === 0) return
      await guarded(() => app.deleteFile({ fileList: [...fileIds] }))
    },
  }
}

async function guarded<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch {
    throw new PortOutage('storage-unavailable', 'same-request')
  }
}

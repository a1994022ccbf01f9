import { createHash } from 'node:crypto'

/**
 * Where a user's uploads lie: `uploads/<folder>/…`, a folder for each user. The platform's storage rules let nobody
 * write under another one's name (docs/operating.md), and a function takes only what lies in the caller's own.
 */
export function uploadPathOf(openid: string): string {
  return `uploads/${folderOf(openid)}`
}

function folderOf(openid: string): string {
  return createHash('sha256').update(`user:${openid}`).digest('hex').slice(0, 24)
}

/** `cloud://<environment>.<bucket>/uploads/<folder>/<name>`, and nothing deeper or higher. */
const UPLOAD = /^cloud:\/\/[\w.-]+\/uploads\/([0-9a-f]{24})\/[\w-]+(?:\.[\w]+)?$/

export function isOwnUpload(fileId: string, openid: string): boolean {
  return UPLOAD.exec(fileId)?.[1] === folderOf(openid)
}

import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import path from 'node:path'

/** Makes the entries of a directory survive a power cut. Not every file system allows it; then the write still stands. */
function syncDirectory(directory: string): void {
  try {
    const handle = openSync(directory, 'r')
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error
  }
}

/**
 * Writes a whole file so that after a crash either the old or the new content is there, never a part of it.
 *
 * @param mode the permissions of a new file; only the owner reads it unless said otherwise
 */
export function writeDurably(file: string, content: string | Uint8Array, mode = 0o600): void {
  const directory = path.dirname(file)
  mkdirSync(directory, { recursive: true })
  const draft = `${file}.${process.pid}.draft`
  const handle = openSync(draft, 'w', mode)
  try {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    let written = 0
    while (written < bytes.byteLength) written += writeSync(handle, bytes, written)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(draft, file)
  syncDirectory(directory)
}

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeDurably } from '../../durable-file'

/** The bytes of the storage, found by path. */
export interface Blobs {
  put(path: string, bytes: Uint8Array): void
  get(path: string): Promise<Uint8Array | null>
  has(path: string): boolean
  /** False where there was none. */
  remove(path: string): boolean
}

export function blobsInMemory(): Blobs {
  const kept = new Map<string, Uint8Array>()
  return {
    put: (path, bytes) => {
      kept.set(path, Uint8Array.from(bytes))
    },
    get: async (path) => kept.get(path) ?? null,
    has: (path) => kept.has(path),
    remove: (path) => kept.delete(path),
  }
}

/** On disk each file is named by the hash of its path: no path, however it is written, leads out of the directory. */
export function blobsOnDisk(directory: string): Blobs {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const fileOf = (path: string) => join(directory, createHash('sha256').update(path).digest('hex'))
  return {
    put: (path, bytes) => writeDurably(fileOf(path), bytes),
    get: async (path) => (existsSync(fileOf(path)) ? await readFile(fileOf(path)) : null),
    has: (path) => existsSync(fileOf(path)),
    remove: (path) => {
      if (!existsSync(fileOf(path))) return false
      rmSync(fileOf(path))
      return true
    },
  }
}

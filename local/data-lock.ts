import { mkdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'libsql'

/**
 * Takes a data directory for this process alone. The lock is the operating system's, on an open file: it goes with the
 * process however that ends, so that nothing is left behind by `kill -9`.
 *
 * @returns gives the directory free
 * @throws Error in one sentence where another process has it
 */
export function lockDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const lock = new Database(path.join(directory, 'lock.db'), { timeout: 0 })
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (error instanceof Error && /locked|busy/i.test(error.message)) {
      throw new Error(
        `The data directory ${directory} is in use by another running server: stop it, or set DATA_DIR.`,
      )
    }
    throw error
  }
  return () => {
    lock.exec('ROLLBACK')
    lock.close()
  }
}

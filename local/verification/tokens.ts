import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'libsql'
import type { LocalClock } from '../clock'

export type VerificationMethod = 'face' | 'sms'

/** What a redeemed token says: whose it is and how it went, or null for one that says nothing (any more). */
export interface IssuedCheck {
  readonly idNumber: string
  readonly method: VerificationMethod
  readonly passed: boolean
}

/** A token may be redeemed for five minutes by the local clock. */
export const TOKEN_LIFE_MS = 5 * 60 * 1_000
/** A redemption can be asked for again for a day, then its row goes. */
const KEPT_MS = 24 * 60 * 60 * 1_000

interface Row {
  readonly id_number: string
  readonly method: VerificationMethod
  readonly passed: number
  readonly issued_at: number
  readonly redeemed_by: string | null
}

/** The issued tokens, by their hash: who reads the file cannot redeem what is in it. */
export class Tokens {
  private readonly database: Database.Database

  constructor(
    directory: string | null,
    private readonly clock: LocalClock,
  ) {
    if (directory !== null) mkdirSync(directory, { recursive: true, mode: 0o700 })
    this.database = new Database(directory === null ? ':memory:' : path.join(directory, 'verification.db'))
    this.database.exec('PRAGMA journal_mode = WAL')
    this.database.exec('PRAGMA synchronous = FULL')
    this.database.exec(
      `CREATE TABLE IF NOT EXISTS checks (
        token_hash TEXT PRIMARY KEY, id_number TEXT NOT NULL, method TEXT NOT NULL,
        passed INTEGER NOT NULL, issued_at INTEGER NOT NULL, redeemed_by TEXT)`,
    )
  }

  issue(check: IssuedCheck): string {
    const token = randomBytes(24).toString('base64url')
    const now = this.clock.now()
    this.database.prepare('DELETE FROM checks WHERE issued_at < ?').run(now - KEPT_MS)
    this.database
      .prepare('INSERT INTO checks VALUES (?, ?, ?, ?, ?, NULL)')
      .run(hashOf(token), check.idNumber, check.method, check.passed ? 1 : 0, now)
    return token
  }

  /** The first redemption takes the token; the same redemption asked for again gets the same answer. */
  redeem(token: string, redemptionId: string): IssuedCheck | null {
    const hash = hashOf(token)
    const now = this.clock.now()
    const row = this.database.prepare('SELECT * FROM checks WHERE token_hash = ?').get(hash) as
      | Row
      | undefined
    if (row === undefined) return null
    if (row.redeemed_by === null) {
      if (now - row.issued_at > TOKEN_LIFE_MS) return null
      this.database.prepare('UPDATE checks SET redeemed_by = ? WHERE token_hash = ?').run(redemptionId, hash)
    } else if (row.redeemed_by !== redemptionId) {
      return null
    }
    return { idNumber: row.id_number, method: row.method, passed: row.passed === 1 }
  }

  close(): void {
    this.database.close()
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

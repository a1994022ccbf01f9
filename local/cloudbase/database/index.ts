import { randomUUID } from 'node:crypto'
import { createActions } from './actions'
import { DatabaseError, DocumentLocked, refused } from './errors'
import { type FieldIndex, Rows } from './rows'
import { TRANSACTION_LIFE_MS, Transactions } from './transactions'

export type { FieldIndex } from './rows'

/** A reply of the server, as the SDK reads it: any `code` is thrown there. */
export type AdminReply =
  | { requestId: string; data?: unknown; transactionId?: string }
  | { requestId: string; code: string; message: string }

export interface DatabaseServer {
  /**
   * Answers one `database.*` request of the SDK. A refusal is a reply with a `code`; only a fault of the database
   * itself (a full disk, a bug) rejects.
   */
  handle(action: string, params: Record<string, unknown>): Promise<AdminReply>
  /** Ends open transactions without committing them and closes the file. */
  close(): void
}

export interface DatabaseOptions {
  /** The file to keep the documents in, or `:memory:`. One process at a time may have it open. */
  readonly file: string
  /** The clock of server dates and of the life of transactions, in ms since 1970. */
  readonly now: () => number
  /** Top-level fields to index. Newly declared ones are built at opening. */
  readonly indexes?: readonly FieldIndex[]
  /** Collections to make at opening where they are missing. */
  readonly collections?: readonly string[]
}

/** How long a waiting write sleeps at most before it looks again whether the holder's life is over, in ms. */
const LOOK_AGAIN_MS = 50

/** Opens the local stand-in of the CloudBase document database. */
export function openDatabase({ file, now, indexes = [], collections = [] }: DatabaseOptions): DatabaseServer {
  const rows = new Rows(file, indexes)
  for (const name of collections) if (!rows.has(name)) rows.addCollection(name)
  const transactions = new Transactions(rows, now)
  const actions = createActions({ rows, transactions, now })
  let closed = false

  async function answer(action: string, params: Record<string, unknown>): Promise<object> {
    const waitUntil = Date.now() + TRANSACTION_LIFE_MS
    for (;;) {
      if (closed) throw refused('the database is closed')
      try {
        return actions(action, params)
      } catch (error) {
        if (!(error instanceof DocumentLocked)) throw error
        const left = waitUntil - Date.now()
        if (left <= 0) throw refused('the document stayed locked by transactions for 30 s')
        await transactions.untilEnded(error.transactionId, Math.min(left, LOOK_AGAIN_MS))
      }
    }
  }

  return {
    async handle(action, params) {
      const requestId = randomUUID()
      try {
        return { requestId, ...(await answer(action, params)) }
      } catch (error) {
        if (!(error instanceof DatabaseError)) throw error
        return { requestId, code: error.code, message: error.message }
      }
    },
    close() {
      if (closed) return
      closed = true
      transactions.endAll()
      rows.close()
    },
  }
}

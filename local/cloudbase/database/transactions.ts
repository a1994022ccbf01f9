import { randomUUID } from 'node:crypto'
import { DatabaseError, DocumentLocked } from './errors'
import type { Narrowing } from './narrowing'
import type { Change, Row, Rows } from './rows'

/** How long a transaction lives, in ms. */
export const TRANSACTION_LIFE_MS = 30_000

/** What a reader sees: the committed state, or a transaction's snapshot with its own writes. */
export interface View {
  read(collection: string, key: string): Row | undefined
  /** At least the rows that can match, in the order they were inserted. */
  candidates(collection: string, narrowing: Narrowing): Iterable<Row>
}

/** What a document was until a commit changed it; `row` is null when it did not exist. */
interface PastRow {
  readonly until: number
  readonly row: Row | null
}

interface Transaction {
  readonly id: string
  readonly startedAt: number
  /** The commit that it sees as the last one; taken at its first operation. */
  snapshot: number | undefined
  readonly writes: Map<string, Change>
  readonly waiting: Set<() => void>
}

const placeOf = (collection: string, key: string): string => `${collection}\0${key}`

/**
 * Snapshot isolation over the rows. A transaction reads what was committed when its first operation came, and its
 * own writes. The first to write a document holds it until it ends; who writes it after a newer commit, or while
 * another holds it, gets a conflict and is dead. What is only read is not held, so write skew is possible, as in the
 * cloud.
 */
export class Transactions {
  private readonly open = new Map<string, Transaction>()
  private readonly holders = new Map<string, string>()
  private readonly past = new Map<string, Map<string, PastRow[]>>()
  private commits = 0

  constructor(
    private readonly rows: Rows,
    private readonly now: () => number,
  ) {}

  start(): string {
    this.endExpired()
    const id = randomUUID()
    this.open.set(id, {
      id,
      startedAt: this.now(),
      snapshot: undefined,
      writes: new Map(),
      waiting: new Set(),
    })
    return id
  }

  commit(id: string): void {
    const transaction = this.living(id)
    try {
      if (transaction.writes.size > 0) this.apply([...transaction.writes.values()], id)
    } finally {
      this.end(transaction)
    }
  }

  abort(id: string): void {
    this.end(this.living(id))
  }

  /** Ends a transaction after a failed operation: on the server one error is the end of it. */
  kill(id: string): void {
    const transaction = this.open.get(id)
    if (transaction) this.end(transaction)
  }

  viewOf(id: string): View {
    const transaction = this.living(id)
    transaction.snapshot ??= this.commits
    return {
      read: (collection, key) => this.readIn(transaction, collection, key),
      candidates: (collection, narrowing) => this.candidatesIn(transaction, collection, narrowing),
    }
  }

  /** Writes inside a transaction: seen by it at once, by others when it commits. */
  write(id: string, changes: readonly Change[]): void {
    const transaction = this.living(id)
    for (const change of changes) {
      const place = placeOf(change.collection, change.key)
      const holder = this.holderOf(place)
      const changed = this.rowsSince(transaction, change.collection, change.key) !== undefined
      if ((holder !== undefined && holder !== id) || changed) {
        throw new DatabaseError('DATABASE_TRANSACTION_CONFLICT', `write conflict in ${change.collection}`)
      }
      this.holders.set(place, id)
      transaction.writes.set(place, change)
    }
  }

  /** Writes outside any transaction, durably and all at once; throws `DocumentLocked` when it has to wait. */
  writePlainly(changes: readonly Change[]): void {
    for (const { collection, key } of changes) {
      const holder = this.holderOf(placeOf(collection, key))
      if (holder !== undefined) throw new DocumentLocked(holder)
    }
    this.apply(changes, undefined)
  }

  /** Resolves when the transaction has ended, or after `atMostMs` at the latest. */
  untilEnded(id: string, atMostMs: number): Promise<void> {
    const transaction = this.open.get(id)
    if (!transaction) return Promise.resolve()
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        transaction.waiting.delete(done)
        resolve()
      }
      const timer = setTimeout(done, atMostMs)
      transaction.waiting.add(done)
    })
  }

  /** Ends all, as a stopping server does: nothing uncommitted survives. */
  endAll(): void {
    for (const transaction of this.open.values()) this.end(transaction)
  }

  private apply(changes: readonly Change[], own: string | undefined): void {
    if (changes.length === 0) return
    const readers = [...this.open.values()].some(({ id, snapshot }) => id !== own && snapshot !== undefined)
    const before = readers
      ? changes.map(({ collection, key }) => ({
          collection,
          key,
          row: this.rows.read(collection, key) ?? null,
        }))
      : []
    this.rows.write(changes)
    this.commits += 1
    for (const { collection, key, row } of before) {
      const documents = this.past.get(collection) ?? new Map<string, PastRow[]>()
      this.past.set(collection, documents)
      documents.set(key, [...(documents.get(key) ?? []), { until: this.commits, row }])
    }
  }

  private living(id: string): Transaction {
    const transaction = this.open.get(id)
    if (transaction && this.isAlive(transaction)) return transaction
    if (transaction) this.end(transaction)
    throw new DatabaseError(
      'DATABASE_TRANSACTION_FAIL',
      'the transaction is unknown, ended or older than 30 s',
    )
  }

  /** A clock that was set back ends a transaction too, else an abandoned one would hold its documents for long. */
  private isAlive({ startedAt }: Transaction): boolean {
    const age = this.now() - startedAt
    return age >= 0 && age < TRANSACTION_LIFE_MS
  }

  private holderOf(place: string): string | undefined {
    const id = this.holders.get(place)
    const transaction = id === undefined ? undefined : this.open.get(id)
    if (transaction && !this.isAlive(transaction)) this.end(transaction)
    return this.holders.get(place)
  }

  /** What the document was at the snapshot if it has changed since, else `undefined`. */
  private rowsSince({ snapshot }: Transaction, collection: string, key: string): PastRow | undefined {
    const versions = this.past.get(collection)?.get(key)
    return versions?.find(({ until }) => snapshot !== undefined && until > snapshot)
  }

  private readIn(transaction: Transaction, collection: string, key: string): Row | undefined {
    const own = transaction.writes.get(placeOf(collection, key))
    const past = this.rowsSince(transaction, collection, key)
    const committed = past ? (past.row ?? undefined) : this.rows.read(collection, key)
    if (!own) return committed
    if (!own.next) return undefined
    // A document of its own has no sequence yet: it comes after all that are stored.
    return { key, body: own.next.body, sequence: committed?.sequence ?? Number.MAX_SAFE_INTEGER }
  }

  private candidatesIn(transaction: Transaction, collection: string, narrowing: Narrowing): Row[] {
    const differing = new Set<string>()
    for (const change of transaction.writes.values()) {
      if (change.collection === collection) differing.add(change.key)
    }
    for (const key of this.past.get(collection)?.keys() ?? []) {
      if (this.rowsSince(transaction, collection, key)) differing.add(key)
    }
    const same = [...this.rows.candidates(collection, narrowing)].filter(({ key }) => !differing.has(key))
    const seen = [...differing].map((key) => this.readIn(transaction, collection, key))
    return [...same, ...seen.filter((row) => row !== undefined)].sort(
      (left, right) => left.sequence - right.sequence,
    )
  }

  private end(transaction: Transaction): void {
    this.open.delete(transaction.id)
    for (const place of transaction.writes.keys()) {
      if (this.holders.get(place) === transaction.id) this.holders.delete(place)
    }
    this.forgetPast()
    for (const done of [...transaction.waiting]) done()
  }

  private endExpired(): void {
    for (const transaction of [...this.open.values()]) {
      if (!this.isAlive(transaction)) this.end(transaction)
    }
  }

  /** Keeps only those past rows that an open transaction may still read. */
  private forgetPast(): void {
    const snapshots = [...this.open.values()].map(({ snapshot }) => snapshot ?? Number.POSITIVE_INFINITY)
    const oldest = Math.min(...snapshots)
    if (oldest >= this.commits) {
      this.past.clear()
      return
    }
    for (const [collection, documents] of this.past) {
      for (const [key, versions] of documents) {
        const needed = versions.filter(({ until }) => until > oldest)
        if (needed.length === 0) documents.delete(key)
        else documents.set(key, needed)
      }
      if (documents.size === 0) this.past.delete(collection)
    }
  }
}

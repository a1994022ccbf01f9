import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'libsql'
import { DatabaseError } from './errors'
import { type FieldBound, type IndexValue, indexValueOf, type Narrowing } from './narrowing'
import { type BsonDocument, fieldOf, readDocument } from './values'

/** The cloud allows 100 collections in one environment. */
const MOST_COLLECTIONS = 100

/** How many rows are read at a time when a whole collection is looked through. */
const PAGE = 200

/** A stored document. `sequence` is the order of insertion, which is the order that a query without one gives. */
export interface Row {
  readonly sequence: number
  readonly key: string
  readonly body: string
}

export interface Change {
  readonly collection: string
  readonly key: string
  /** The new document and its text, or null when it is removed. */
  readonly next: { readonly document: BsonDocument; readonly body: string } | null
}

/** A field whose values are kept in an index, so that conditions on it do not read the whole collection. */
export interface FieldIndex {
  readonly collection: string
  readonly field: string
}

/** The file on disk: every document as canonical Extended JSON, and the index entries of the declared fields. */
export class Rows {
  private readonly sqlite: Sqlite.Database
  private readonly ownership: Sqlite.Database | undefined
  private readonly collections = new Set<string>()
  private readonly fieldsOf = new Map<string, Set<string>>()
  private readonly statements = new Map<string, Sqlite.Statement>()

  constructor(file: string, indexes: readonly FieldIndex[]) {
    if (file !== ':memory:') {
      mkdirSync(dirname(file), { recursive: true })
      this.ownership = takeOwnership(file)
    }
    this.sqlite = new Sqlite(file)
    this.sqlite.pragma('journal_mode = WAL')
    this.sqlite.pragma('synchronous = FULL')
    this.sqlite.exec(SCHEMA)
    for (const { name } of this.all<{ name: string }>('SELECT name FROM collections', []))
      this.collections.add(name)
    this.declareIndexes(indexes)
  }

  has(collection: string): boolean {
    return this.collections.has(collection)
  }

  addCollection(name: string): void {
    if (this.collections.has(name)) {
      throw new DatabaseError('DATABASE_COLLECTION_ALREADY_EXIST', `Table exist: ${name}`)
    }
    if (this.collections.size >= MOST_COLLECTIONS) {
      throw new DatabaseError('DATABASE_COLLECTION_EXCEED_LIMIT', `at most ${MOST_COLLECTIONS} collections`)
    }
    this.run('INSERT INTO collections (name) VALUES (?)', [name])
    this.collections.add(name)
  }

  read(collection: string, key: string): Row | undefined {
    return this.all<Row>('SELECT sequence, key, body FROM documents WHERE collection = ? AND key = ?', [
      collection,
      key,
    ])[0]
  }

  /** At least the rows that can match, in the order they were inserted, read as they are asked for. */
  *candidates(collection: string, narrowing: Narrowing): Generator<Row> {
    if (narrowing.keys) {
      const rows = [...new Set(narrowing.keys)].map((key) => this.read(collection, key))
      yield* rows.filter((row) => row !== undefined).sort((left, right) => left.sequence - right.sequence)
      return
    }
    const indexed = this.fieldsOf.get(collection)
    const condition = entryCondition(
      collection,
      narrowing.bounds.filter(({ field }) => indexed?.has(field)),
    )
    if (condition) {
      // The plus signs keep SQLite from walking the whole collection in order instead of taking the few by index.
      const sql = `SELECT sequence, key, body FROM documents WHERE sequence IN (${condition.sql}) ORDER BY +sequence`
      yield* this.all<Row>(sql, condition.parameters)
      return
    }
    let after = 0
    for (;;) {
      const page = this.all<Row>(
        'SELECT sequence, key, body FROM documents WHERE collection = ? AND sequence > ? ORDER BY sequence LIMIT ?',
        [collection, after, PAGE],
      )
      yield* page
      const last = page.at(-1)
      if (!last || page.length < PAGE) return
      after = last.sequence
    }
  }

  /** Applies all changes or none. When it returns they are on disk. */
  write(changes: readonly Change[]): void {
    this.atomically(() => {
      for (const change of changes) this.apply(change)
    })
  }

  close(): void {
    this.statements.clear()
    this.sqlite.close()
    this.ownership?.close()
  }

  private apply({ collection, key, next }: Change): void {
    const known = this.read(collection, key)
    if (known && this.fieldsOf.has(collection)) {
      this.run('DELETE FROM entries WHERE sequence = ?', [known.sequence])
    }
    if (!next) {
      this.run('DELETE FROM documents WHERE collection = ? AND key = ?', [collection, key])
      return
    }
    if (known) this.run('UPDATE documents SET body = ? WHERE sequence = ?', [next.body, known.sequence])
    else
      this.run('INSERT INTO documents (collection, key, body) VALUES (?, ?, ?)', [collection, key, next.body])
    const fields = this.fieldsOf.get(collection)
    const sequence = fields && (known ?? this.read(collection, key))?.sequence
    if (fields && sequence !== undefined) {
      for (const field of fields) this.enter(collection, field, sequence, next.document)
    }
  }

  private enter(collection: string, field: string, sequence: number, document: BsonDocument): void {
    const value = fieldOf(document, field)
    if (value === undefined) return
    const inArray = Array.isArray(value)
    for (const item of inArray ? value : [value]) {
      const entry = indexValueOf(item)
      if (!entry) continue
      this.run(
        'INSERT INTO entries (collection, field, in_array, kind, value, sequence) VALUES (?, ?, ?, ?, ?, ?) ' +
          'ON CONFLICT DO NOTHING',
        [collection, field, Number(inArray), entry.kind, entry.value, sequence],
      )
    }
  }

  /** Builds the entries of newly declared indexes and drops those no longer declared. */
  private declareIndexes(indexes: readonly FieldIndex[]): void {
    for (const { collection, field } of indexes) {
      if (field === '_id' || field.includes('.'))
        throw new Error(`only a top-level field is indexed: ${field}`)
      const fields = this.fieldsOf.get(collection) ?? new Set()
      this.fieldsOf.set(collection, fields.add(field))
    }
    this.atomically(() => {
      const built = this.all<FieldIndex>('SELECT collection, field FROM indexes', [])
      for (const { collection, field } of built) {
        if (this.fieldsOf.get(collection)?.has(field)) continue
        this.run('DELETE FROM entries WHERE collection = ? AND field = ?', [collection, field])
        this.run('DELETE FROM indexes WHERE collection = ? AND field = ?', [collection, field])
      }
      for (const { collection, field } of indexes) {
        if (built.some((index) => index.collection === collection && index.field === field)) continue
        for (const row of this.candidates(collection, { bounds: [] })) {
          this.enter(collection, field, row.sequence, readDocument(row.body))
        }
        this.run('INSERT INTO indexes (collection, field) VALUES (?, ?) ON CONFLICT DO NOTHING', [
          collection,
          field,
        ])
      }
    })
  }

  private atomically(work: () => void): void {
    this.sqlite.exec('BEGIN IMMEDIATE')
    try {
      work()
      this.sqlite.exec('COMMIT')
    } catch (error) {
      if (this.sqlite.inTransaction) this.sqlite.exec('ROLLBACK')
      throw error
    }
  }

  private run(sql: string, parameters: readonly (string | number)[]): void {
    this.statement(sql).run([...parameters])
  }

  private all<T>(sql: string, parameters: readonly (string | number)[]): T[] {
    return this.statement(sql).all([...parameters]) as T[]
  }

  private statement(sql: string): Sqlite.Statement {
    const known = this.statements.get(sql)
    if (known) return known
    const prepared = this.sqlite.prepare(sql)
    this.statements.set(sql, prepared)
    return prepared
  }
}

/**
 * One opening owns the file, for locks and snapshots live in its memory: a second one is refused, not mixed in. The
 * lock is on a file of its own, because libsql lets go of a file with prepared statements only when they are collected.
 * A killed process holds nothing.
 */
function takeOwnership(file: string): Sqlite.Database {
  const ownership = new Sqlite(`${file}-owner`)
  try {
    ownership.exec('BEGIN EXCLUSIVE')
  } catch {
    ownership.close()
    throw new Error(`the database is already open: ${file}`)
  }
  return ownership
}

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS collections (name TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS documents (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    collection TEXT NOT NULL,
    key TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (collection, key)
  );
  CREATE INDEX IF NOT EXISTS documents_in_order ON documents (collection);
  CREATE TABLE IF NOT EXISTS indexes (
    collection TEXT NOT NULL,
    field TEXT NOT NULL,
    PRIMARY KEY (collection, field)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS entries (
    collection TEXT NOT NULL,
    field TEXT NOT NULL,
    in_array INTEGER NOT NULL,
    kind TEXT NOT NULL,
    value NOT NULL,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (collection, field, in_array, kind, value, sequence)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS entries_of_document ON entries (sequence);
`

interface EntryCondition {
  readonly sql: string
  readonly parameters: (string | number)[]
}

const OF_ENTRIES = 'SELECT sequence FROM entries WHERE collection = ? AND field = ? AND in_array'

/** Picks the entries that narrow best: by equality where there is one, else by the range of one field. */
function entryCondition(collection: string, bounds: readonly FieldBound[]): EntryCondition | undefined {
  const equal = bounds.filter((bound) => 'oneOf' in bound)
  if (equal.length > 0) {
    const conditions = equal.map(({ field, oneOf }) => equalCondition(collection, field, oneOf))
    return {
      sql: conditions.map(({ sql }) => `SELECT sequence FROM (${sql})`).join(' INTERSECT '),
      parameters: conditions.flatMap(({ parameters }) => parameters),
    }
  }
  const ranges = bounds.filter((bound) => 'than' in bound)
  const [first] = ranges
  if (!first) return undefined
  const { field } = first
  const { kind } = first.bound
  // Of an array each bound may be met by another element, so only one bound is asked of its entries.
  const together = ranges.filter((range) => range.field === field && range.bound.kind === kind)
  const all = together.map(({ than }) => `value ${than} ?`).join(' AND ')
  return {
    sql: `${OF_ENTRIES} = 0 AND kind = ? AND ${all} UNION ${OF_ENTRIES} = 1 AND kind = ? AND value ${first.than} ?`,
    parameters: [
      ...[collection, field, kind],
      ...together.map(({ bound }) => bound.value),
      ...[collection, field, kind, first.bound.value],
    ],
  }
}

function equalCondition(collection: string, field: string, oneOf: readonly IndexValue[]): EntryCondition {
  const kinds = [...new Set(oneOf.map(({ kind }) => kind))]
  if (kinds.length === 0) return { sql: 'SELECT 0 AS sequence WHERE 0', parameters: [] }
  return {
    sql: kinds
      .map(() => `${OF_ENTRIES} IN (0, 1) AND kind = ? AND value IN (SELECT value FROM json_each(?))`)
      .join(' UNION '),
    parameters: kinds.flatMap((kind) => {
      const values = oneOf.filter((value) => value.kind === kind).map(({ value }) => value)
      return [collection, field, kind, JSON.stringify(values)]
    }),
  }
}

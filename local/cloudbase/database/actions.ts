import { runAggregate } from './aggregate'
import { DatabaseError, DocumentLocked, invalidParameter, notSupported, refused } from './errors'
import { keyOf, newId } from './identity'
import { compileQuery } from './matching'
import { narrow } from './narrowing'
import { compileOrder } from './order'
import {
  collectionOf,
  flagOf,
  newCollectionName,
  type Parameters,
  textOf,
  transactionOf,
  wholeNumberOf,
} from './parameters'
import { compileProjection } from './projection'
import type { Change, Row, Rows } from './rows'
import type { Transactions, View } from './transactions'
import { assertStorable, compileUpdate, type Update } from './update'
import { type BsonDocument, cloneDocument, readDocument, writeDocument } from './values'

/** Answers one request in one go: nothing else happens between its reading and its writing. */
export type Actions = (action: string, params: Parameters) => object

export interface Parts {
  readonly rows: Rows
  readonly transactions: Transactions
  readonly now: () => number
}

const LIMIT_BY_DEFAULT = 100
const LIMIT_AT_MOST = 1000

interface Found extends Row {
  readonly document: BsonDocument
}

export function createActions({ rows, transactions, now }: Parts): Actions {
  const view = (transactionId: string | undefined): View =>
    transactionId === undefined ? rows : transactions.viewOf(transactionId)

  function save(transactionId: string | undefined, changes: readonly Change[]): void {
    if (transactionId === undefined) transactions.writePlainly(changes)
    else transactions.write(transactionId, changes)
  }

  function queryOf(params: Parameters): BsonDocument {
    const text = params.query
    // The SDK leaves it out, or sends an empty text, when there was no where().
    if (text === undefined || text === '') return {}
    return readDocument(textOf(params, 'query'), { now: now(), patterns: true })
  }

  function* find(from: View, collection: string, query: BsonDocument): Generator<Found> {
    const matches = compileQuery(query)
    for (const row of from.candidates(collection, narrow(query))) {
      const document = readDocument(row.body)
      if (matches(document)) yield { ...row, document }
    }
  }

  /** Writes that would change everything because a where() was forgotten are not done. */
  function assertNamed(params: Parameters): void {
    if (params.query === undefined || params.query === '')
      throw notSupported('a write without where() or doc()')
  }

  const actions: Record<string, (params: Parameters) => object> = {
    'database.addCollection'(params) {
      rows.addCollection(newCollectionName(params))
      return {}
    },

    'database.getDocument'(params) {
      const collection = collectionOf(params, rows)
      const query = queryOf(params)
      const limit = wholeNumberOf(params, 'limit', 1) ?? LIMIT_BY_DEFAULT
      if (limit > LIMIT_AT_MOST) throw invalidParameter(`limit may be ${LIMIT_AT_MOST} at most`)
      const offset = wholeNumberOf(params, 'offset', 0) ?? 0
      const sort =
        params.order === undefined ? undefined : compileOrder(readDocument(textOf(params, 'order')))
      const project =
        params.projection === undefined
          ? undefined
          : compileProjection(readDocument(textOf(params, 'projection')))
      const found = find(view(transactionOf(params)), collection, query)
      const page = sort ? sort([...found]).slice(offset, offset + limit) : pageOf(found, offset, limit)
      const list = page.map(({ body, document }) => (project ? writeDocument(project(document)) : body))
      return { data: { list } }
    },

    'database.calculateDocument'(params) {
      const collection = collectionOf(params, rows)
      let total = 0
      for (const _ of find(view(transactionOf(params)), collection, queryOf(params))) total += 1
      return { data: { total } }
    },

    'database.insertDocument'(params) {
      const collection = collectionOf(params, rows)
      const transactionId = transactionOf(params)
      const texts = Array.isArray(params.data) ? params.data : []
      if (texts.length === 0) throw invalidParameter('data must be a list of documents')
      const from = view(transactionId)
      const changes = new Map<string, Change>()
      const insertedIds = texts.map((text: unknown) => {
        const given = readDocument(textOf({ data: text }, 'data'), { now: now() })
        const document = given._id === undefined ? { _id: newId(), ...given } : given
        const key = keyOf(document._id)
        const body = assertStorable(document)
        if (changes.has(key) || from.read(collection, key)) throw duplicate(collection)
        changes.set(key, { collection, key, next: { document, body } })
        return plainId(key)
      })
      save(transactionId, [...changes.values()])
      return { data: { insertedIds } }
    },

    'database.modifyDocument'(params) {
      const collection = collectionOf(params, rows)
      const transactionId = transactionOf(params)
      assertNamed(params)
      const query = queryOf(params)
      const multi = flagOf(params, 'multi')
      const upsert = flagOf(params, 'upsert')
      const update = updateOf(params)
      const from = view(transactionId)
      const found = find(from, collection, query)
      const targets = multi ? [...found] : pageOf(found, 0, 1)
      if (targets.length === 0 && upsert) {
        const id = query._id
        if (id === undefined || Object.keys(query).length !== 1)
          throw notSupported('an upsert by more than _id')
        const key = keyOf(id)
        const document = update({ _id: id }, true)
        save(transactionId, [{ collection, key, next: { document, body: assertStorable(document) } }])
        return { data: { updated: 0, upsert_id: plainId(key) } }
      }
      const changes = targets.flatMap((target) => changeOf(collection, target, update(target.document)))
      save(transactionId, changes)
      return { data: { updated: changes.length } }
    },

    'database.modifyAndReturnDoc'(params) {
      const collection = collectionOf(params, rows)
      const transactionId = transactionOf(params)
      assertNamed(params)
      const update = compileUpdate(readDocument(textOf(params, 'data'), { now: now(), patterns: true }))
      const [target] = pageOf(find(view(transactionId), collection, queryOf(params)), 0, 1)
      if (!target) return { data: { updated: 0, doc: null } }
      const changed = update(target.document)
      const changes = changeOf(collection, target, changed)
      save(transactionId, changes)
      return { data: { updated: changes.length, doc: writeDocument(changed) } }
    },

    'database.removeDocument'(params) {
      const collection = collectionOf(params, rows)
      const transactionId = transactionOf(params)
      assertNamed(params)
      const found = find(view(transactionId), collection, queryOf(params))
      const targets = flagOf(params, 'multi') ? [...found] : pageOf(found, 0, 1)
      save(
        transactionId,
        targets.map(({ key }) => ({ collection, key, next: null })),
      )
      return { data: { deleted: targets.length } }
    },

    'database.aggregateDocuments'(params) {
      const collection = collectionOf(params, rows)
      if (transactionOf(params) !== undefined) throw notSupported('aggregation in a transaction')
      const list = runAggregate(params.stages, now(), (query) =>
        [...find(rows, collection, query)].map(({ document }) => document),
      )
      return { data: { list: list.map(writeDocument) } }
    },

    'database.startTransaction'() {
      return { transactionId: transactions.start() }
    },

    'database.commitTransaction'(params) {
      transactions.commit(textOf(params, 'transactionId'))
      return {}
    },

    'database.abortTransaction'(params) {
      transactions.abort(textOf(params, 'transactionId'))
      return {}
    },
  }

  /** `merge` gives operators, as `update()` does; without it the document is replaced whole, as by `set()`. */
  function updateOf(params: Parameters): Update {
    const merge = flagOf(params, 'merge')
    const data = readDocument(textOf(params, 'data'), { now: now(), patterns: merge })
    if (merge) return compileUpdate(data)
    if (flagOf(params, 'multi')) throw refused('several documents cannot be replaced at once')
    if (data._id !== undefined) throw refused("the replacement may not hold an '_id'")
    return (document) => cloneDocument({ _id: document._id ?? null, ...data })
  }

  return (action, params) => {
    const run = actions[action]
    if (!run) throw notSupported(`the action ${action}`)
    const transactionId = transactionOf(params)
    try {
      return run(params)
    } catch (error) {
      // As on the server, a failed operation is the end of its transaction.
      if (transactionId !== undefined && !(error instanceof DocumentLocked)) transactions.kill(transactionId)
      throw error
    }
  }
}

function pageOf(found: Generator<Found>, offset: number, limit: number): Found[] {
  const page: Found[] = []
  let skipped = 0
  for (const item of found) {
    if (skipped < offset) {
      skipped += 1
      continue
    }
    page.push(item)
    if (page.length === limit) break
  }
  return page
}

/** The write of a changed document; none when nothing changed, for then the server writes nothing either. */
function changeOf(collection: string, target: Found, document: BsonDocument): Change[] {
  const body = assertStorable(document)
  if (body === target.body) return []
  return [{ collection, key: target.key, next: { document, body } }]
}

const duplicate = (collection: string): DatabaseError =>
  new DatabaseError(
    'DATABASE_DUPLICATE_WRITE',
    `E11000 duplicate key error collection: ${collection} index: _id_`,
  )

/** An `_id` as replies carry it: plain text or a plain number. */
const plainId = (key: string): string | number => (key.startsWith('s:') ? key.slice(2) : Number(key.slice(2)))

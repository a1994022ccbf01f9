import tcb from '@cloudbase/node-sdk'
import { PortOutage } from '../outage'
import type { Chained, Collections } from './collections'
import { assertMutable, mayBeFinal } from './final'

type Database = ReturnType<ReturnType<typeof tcb.init>['database']>
type SdkTransaction = Awaited<ReturnType<Database['startTransaction']>>

type Name = keyof Collections & string
type Filter = Readonly<Record<string, unknown>> | ReturnType<Database['command']['or']>
/** What is erased at all: letters after the years for which they are kept, papers and quotes after minutes, the rest with a person. */
type Erasable =
  | 'letters'
  | 'papers'
  | 'proofs'
  | 'quotes'
  | 'insurance-codes'
  | 'institution-nonces'
  | 'users'
  | 'persons'
  | 'identities'
  | 'notices'
  | 'attempts'
/** Collections whose documents are chained. */
type ChainName = 'audit' | 'disclosures'

/** What can be done inside a transaction: documents by their id, and nothing else, since only that stays inside it. */
export interface Transaction {
  get<N extends Name>(collection: N, id: string): Promise<Collections[N] | null>
  /** Adds a document; a document with that id already there is an error of this attempt. */
  insert<N extends Name>(collection: N, document: Collections[N]): Promise<void>
  /**
   * Adds the next entry of a chain, made from the newest one that is there, or from null for the first. The newest is
   * looked up beside the transaction and only proposes a number: where another has taken it, its id is there already,
   * and everything is done again after it.
   */
  append<N extends ChainName>(
    collection: N,
    chain: string,
    make: (newest: Chained | null) => Collections[N],
  ): Promise<Collections[N]>
  /**
   * Changes some fields of a document that is there. A field of `null` is kept as null.
   *
   * @throws Error for a signed letter and for whatever is append-only: see `final.ts`
   */
  update<N extends Name>(
    collection: N,
    id: string,
    fields: Partial<Omit<Collections[N], '_id'>>,
  ): Promise<void>
}

export interface Query {
  readonly orderBy?: readonly [field: string, direction: 'asc' | 'desc']
  /** At most 1,000, as the platform has it. */
  readonly limit: number
}

export interface Store {
  get<N extends Name>(collection: N, id: string): Promise<Collections[N] | null>
  find<N extends Name>(collection: N, filter: Filter, query: Query): Promise<Collections[N][]>
  /**
   * Changes fields of every document that fits, each of them atomically. Returns how many were changed.
   *
   * @throws Error for a collection whose documents may be final
   */
  updateWhere<N extends Name>(
    collection: N,
    filter: Filter,
    fields: Partial<Omit<Collections[N], '_id'>>,
  ): Promise<number>
  /**
   * Adds one to a field of every document that fits, each of them atomically: the filter is looked at and the number
   * changed in one step, so that of many at once only as many pass as the filter allows. Returns how many were changed.
   *
   * @throws Error for a collection whose documents may be final
   */
  countUp<N extends Name>(
    collection: N,
    filter: Filter,
    field: keyof Collections[N] & string,
  ): Promise<number>
  /** Writes a document in place of the one with its id, if there is one; for papers alone, which are made anew at will. */
  replace(collection: 'papers', document: Collections['papers']): Promise<void>
  /** Removes documents for ever. Only the timers' function does so. */
  erase(collection: Erasable, ids: readonly string[]): Promise<number>
  /** The platform's query operators, such as `in` and `lte`. */
  readonly operators: Database['command']
  /**
   * Runs the work in one transaction and commits what it wrote, unless the work says `keep: false`. On a conflict
   * everything is done again after a random pause, so the work must have no effect outside its transaction.
   */
  transact<Value>(
    work: (transaction: Transaction) => Promise<{ readonly keep: boolean; readonly value: Value }>,
  ): Promise<Value>
}

const ATTEMPTS = 12
const FIRST_PAUSE_MS = 8
const LONGEST_PAUSE_MS = 400
const CONFLICT_CODES = new Set(['DATABASE_TRANSACTION_CONFLICT', 'DATABASE_TRANSACTION_FAIL'])
const DUPLICATE = 'DATABASE_DUPLICATE_WRITE'

/** Another has appended to the chain meanwhile: a conflict like any other. */
class PlaceTaken extends Error {
  readonly code = 'DATABASE_TRANSACTION_CONFLICT'
}

/** The only store there is: the CloudBase document database, through the platform's own SDK. */
export function createStore(pause: (ms: number) => Promise<void> = wait): Store {
  const database = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV as unknown as string }).database()

  async function attempt<Value>(
    work: (transaction: Transaction) => Promise<{ readonly keep: boolean; readonly value: Value }>,
  ): Promise<Value> {
    const transaction = await database.startTransaction()
    let outcome: { readonly keep: boolean; readonly value: Value }
    try {
      outcome = await work(insideOf(transaction, database))
    } catch (error) {
      // The transaction may have died already; its own error is the one that counts.
      await transaction.rollback().catch(() => undefined)
      throw error
    }
    if (outcome.keep) await transaction.commit()
    else await transaction.rollback()
    return outcome.value
  }

  return {
    operators: database.command,
    get: (collection, id) =>
      guarded(async () => firstOf(await database.collection(collection).doc(id).get())),
    find: (collection, filter, query) =>
      guarded(async () => {
        const found = database.collection(collection).where(filter).limit(query.limit)
        const ordered = query.orderBy === undefined ? found : found.orderBy(...query.orderBy)
        return documentsOf(await ordered.get())
      }),
    updateWhere: (collection, filter, fields) =>
      guarded(async () => {
        if (mayBeFinal(collection)) throw new Error(`documents of ${collection} are not changed by a filter`)
        const answer = await database
          .collection(collection)
          .where(filter)
          .update(whole(fields, database.command))
        return answer.updated ?? 0
      }),
    countUp: (collection, filter, field) =>
      guarded(async () => {
        if (mayBeFinal(collection)) throw new Error(`documents of ${collection} are not changed by a filter`)
        const answer = await database
          .collection(collection)
          .where(filter)
          .update({ [field]: database.command.inc(1) })
        return answer.updated ?? 0
      }),
    replace: (collection, { _id, ...fields }) =>
      guarded(async () => {
        await database.collection(collection).doc(_id).set(fields)
      }),
    erase: (collection, ids) =>
      guarded(async () => {
        if (ids.length === 0) return 0
        const answer = await database
          .collection(collection)
          .where({ _id: database.command.in([...ids]) })
          .remove()
        return typeof answer.deleted === 'number' ? answer.deleted : 0
      }),
    async transact(work) {
      for (let attempts = 1; ; attempts += 1) {
        try {
          return await guarded(() => attempt(work))
        } catch (error) {
          if (!isConflict(error)) throw error
          if (attempts === ATTEMPTS) throw new PortOutage('store-busy', 'same-request')
          // All who met in one conflict would meet again at once; a random pause takes them apart.
          await pause(Math.random() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempts))
        }
      }
    },
  }
}

function insideOf(transaction: SdkTransaction, database: Database): Transaction {
  // What was read in this transaction is what it will overwrite: the platform gives it one snapshot.
  const read = new Map<string, unknown>()
  return {
    async get<N extends Name>(collection: N, id: string) {
      const document = firstOf<Collections[N]>(await transaction.collection(collection).doc(id).get())
      if (mayBeFinal(collection)) read.set(`${collection}/${id}`, document)
      return document
    },
    async insert(collection, document) {
      await transaction.collection(collection).add(document)
    },
    async append(collection, chain, make) {
      const newest = database.collection(collection).where({ chain }).orderBy('number', 'desc').limit(1)
      const document = make(documentsOf<Chained>(await newest.get())[0] ?? null)
      await transaction
        .collection(collection)
        .add(document)
        .catch((error: unknown) => {
          throw codeOf(error) === DUPLICATE ? new PlaceTaken() : error
        })
      return document
    },
    async update<N extends Name>(collection: N, id: string, fields: Partial<Omit<Collections[N], '_id'>>) {
      assertMutable(collection, read.get(`${collection}/${id}`) as Collections[N] | null | undefined)
      await transaction.collection(collection).doc(id).update(whole(fields, database.command))
    },
  }
}

/**
 * The SDK turns `{ seal: { sm3 } }` into a change of `seal.sm3`, which leaves what else was in `seal` and fails where
 * it was null. A field is always meant whole here.
 */
function whole(fields: object, command: Database['command']): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const nested = value !== null && typeof value === 'object' && !Array.isArray(value)
      return [name, nested ? command.set(value) : value]
    }),
  )
}

/** Outside a transaction the SDK answers with a list, inside it with the document or null. */
function firstOf<Document>(answer: { data?: unknown }): Document | null {
  const { data } = answer
  return ((Array.isArray(data) ? data[0] : data) ?? null) as Document | null
}

function documentsOf<Document>(answer: { data?: unknown }): Document[] {
  return (answer.data ?? []) as Document[]
}

/** Turns what the network or the platform failed at into an outage; errors about the request itself stay errors. */
async function guarded<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    if (isUnreachable(error)) throw new PortOutage('store-unavailable', 'same-request')
    throw error
  }
}

function codeOf(error: unknown): string {
  return error !== null && typeof error === 'object' && 'code' in error ? String(error.code) : ''
}

function isConflict(error: unknown): boolean {
  return CONFLICT_CODES.has(codeOf(error))
}

/** What the SDK throws where no answer came, or one that no server of the platform gives: the HTTP status as a code. */
const UNREACHABLE =
  /^(5\d\d$|ECONN|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_|ESOCKET|ERR_NETWORK|SYS_ERR|NETWORK|CONNECTION)/

function isUnreachable(error: unknown): boolean {
  return UNREACHABLE.test(codeOf(error))
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

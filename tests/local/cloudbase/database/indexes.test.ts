import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { type DatabaseServer, openDatabase } from '../../../../local/cloudbase/database'
import { narrow } from '../../../../local/cloudbase/database/narrowing'
import { Rows } from '../../../../local/cloudbase/database/rows'
import { readDocument, writeDocument } from '../../../../local/cloudbase/database/values'

const INDEXES = [
  { collection: 'c', field: 'who' },
  { collection: 'c', field: 'n' },
]

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'indexes-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function storeThousand(rows: Rows): void {
  rows.addCollection('c')
  const changes = Array.from({ length: 1000 }, (_, n) => {
    const document = readDocument(JSON.stringify({ _id: `${n}`, who: `p${n % 100}`, n, list: [n, n + 1] }))
    return { collection: 'c', key: `s:${n}`, next: { document, body: writeDocument(document) } }
  })
  rows.write(changes)
}

describe('an index', () => {
  it.each<[object, number]>([
    [{ _id: '5' }, 1],
    [{ _id: { $in: ['5', '6', 'none'] } }, 2],
    [{ _id: '5', who: 'p1' }, 1],
    [{ who: 'p7' }, 10],
    [{ who: { $eq: 'p7' } }, 10],
    [{ who: { $in: ['p7', 'p8', 'none'] } }, 20],
    [{ who: { $in: [] } }, 0],
    [{ n: { $gte: 990 } }, 10],
    [{ n: { $gt: 500, $lt: 510 } }, 9],
    [{ $and: [{ n: { $gt: 500 } }, { who: 'p1' }] }, 10],
    [{ who: 'p7', n: 107 }, 1],
    [{ who: 'p7', n: { $lt: 100 } }, 10],
    [{ who: 7 }, 0],
    [{ who: { $in: Array.from({ length: 900 }, (_, index) => `p${index}`) } }, 1000],
    [{ who: null }, 1000],
    [{ who: { $ne: 'p7' } }, 1000],
    [{ $or: [{ who: 'p7' }, { n: 1 }] }, 1000],
    [{ list: 5 }, 1000],
  ])('leaves of a thousand documents for %j only %i to be read', (query, expected) => {
    const rows = new Rows(':memory:', INDEXES)
    storeThousand(rows)
    const read = [...rows.candidates('c', narrow(readDocument(JSON.stringify(query))))]
    rows.close()
    expect(read).toHaveLength(expected)
  })

  it('is built when it is declared later, and forgotten when it is declared no more', () => {
    const file = path.join(folder, 'later.db')
    const readFor = (indexes: typeof INDEXES, change?: (rows: Rows) => void): number => {
      const rows = new Rows(file, indexes)
      change?.(rows)
      const found = [...rows.candidates('c', narrow(readDocument('{"who":"p7"}')))]
      rows.close()
      return found.length
    }
    expect(readFor([], storeThousand)).toBe(1000)
    expect(readFor(INDEXES)).toBe(10)
    const document = readDocument('{"_id":"7","who":"p8"}')
    const change = { collection: 'c', key: 's:7', next: { document, body: writeDocument(document) } }
    expect(readFor([], (rows) => rows.write([change]))).toBe(1000)
    expect(readFor(INDEXES)).toBe(9)
    expect(readFor(INDEXES, (rows) => rows.write([{ collection: 'c', key: 's:107', next: null }]))).toBe(8)
    const moved = readDocument('{"_id":"207","who":"p8"}')
    const move = { collection: 'c', key: 's:207', next: { document: moved, body: writeDocument(moved) } }
    expect(readFor(INDEXES, (rows) => rows.write([move]))).toBe(7)
  })

  it('is about top-level fields', () => {
    expect(() =>
      openDatabase({ file: ':memory:', now: Date.now, indexes: [{ collection: 'c', field: 'a.b' }] }),
    ).toThrow('only a top-level field is indexed')
  })

  it('never changes an answer', async () => {
    const value = fc.oneof(
      fc.integer({ min: -2, max: 3 }),
      fc.constantFrom('a', 'b', '', '2'),
      fc.boolean(),
      fc.constant(null),
      fc.double({ noNaN: true, min: -1, max: 2, noDefaultInfinity: true }),
      fc.constantFrom({ x: 1 }, []),
    )
    const field = fc.oneof(
      { weight: 3, arbitrary: value },
      { weight: 1, arbitrary: fc.array(value, { maxLength: 3 }) },
    )
    const documents = fc.array(fc.record({ n: field, who: field }, { requiredKeys: [] }), { maxLength: 12 })
    const condition = fc.oneof(
      field,
      fc
        .record({ $gt: value, $lte: value }, { requiredKeys: [] })
        .filter((part) => Object.keys(part).length > 0),
      fc.record({ $in: fc.array(value, { maxLength: 3 }) }),
      fc.record({ $eq: value }),
      fc.record({ $ne: value }),
    )
    const query = fc.oneof(
      fc.record({ n: condition, who: condition }, { requiredKeys: [] }),
      fc.record({ $and: fc.array(fc.record({ n: condition }), { minLength: 1, maxLength: 2 }) }),
    )
    const plain = openDatabase({ file: ':memory:', now: Date.now, collections: ['c'] })
    const indexed = openDatabase({ file: ':memory:', now: Date.now, collections: ['c'], indexes: INDEXES })
    const ask = async (server: DatabaseServer, stored: object[], asked: object) => {
      await server.handle('database.removeDocument', { collectionName: 'c', query: '{}', multi: true })
      const data = stored.map((document, index) => JSON.stringify({ _id: index, ...document }))
      if (data.length > 0) await server.handle('database.insertDocument', { collectionName: 'c', data })
      const update = { collectionName: 'c', query: '{"_id":1}', data: '{"$set":{"n":2}}', merge: true }
      await server.handle('database.modifyDocument', update)
      const reply = await server.handle('database.getDocument', {
        collectionName: 'c',
        query: JSON.stringify(asked),
      })
      return 'data' in reply ? reply.data : reply
    }
    await fc.assert(
      fc.asyncProperty(documents, query, async (stored, asked) => {
        const answer = await ask(indexed, stored, asked)
        expect(answer).toEqual(await ask(plain, stored, asked))
        expect(answer).toHaveProperty('list')
      }),
      { numRuns: 400 },
    )
    plain.close()
    indexed.close()
  })
})

import { openSetting, refusalOf, type Setting } from './setup'

let setting: Setting
beforeAll(async () => {
  setting = await openSetting({ collections: ['queried'] })
})
afterAll(() => setting.close())

/** The collection with these documents and no others. */
async function collectionOf(documents: object[]) {
  const collection = setting.db.collection('queried')
  await collection.where({}).remove()
  if (documents.length > 0) await collection.add(documents)
  return collection
}

/** Each row: a condition of the raw query, a document, and whether a MongoDB server says that they match. */
const MEANINGS: [query: object, document: object, matches: boolean][] = [
  [{ a: null }, {}, true],
  [{ a: null }, { a: null }, true],
  [{ a: null }, { a: 0 }, false],
  [{ a: { $ne: null } }, {}, false],
  [{ a: { $ne: null } }, { a: 1 }, true],
  [{ a: 1 }, { a: 1.0 }, true],
  [{ a: 1 }, { a: '1' }, false],
  [{ a: 1 }, { a: true }, false],
  [{ a: 1 }, { a: [1, 2] }, true],
  [{ a: 1 }, { a: [[1]] }, false],
  [{ a: [1, 2] }, { a: [1, 2] }, true],
  [{ a: [1, 2] }, { a: [2, 1] }, false],
  [{ a: [1, 2] }, { a: [[1, 2]] }, true],
  [{ a: [] }, { a: [1] }, false],
  [{ a: { b: 1 } }, { a: { b: 1 } }, true],
  [{ a: { b: 1 } }, { a: { b: 1, c: 2 } }, false],
  [{ a: { b: 1, c: 2 } }, { a: { c: 2, b: 1 } }, false],
  [{ 'a.b': 1 }, { a: { b: 1, c: 2 } }, true],
  [{ 'a.b': 1 }, { a: [{ b: 2 }, { b: 1 }] }, true],
  [{ 'a.b': { $ne: 1 } }, { a: [{ b: 2 }, { b: 1 }] }, false],
  [{ 'a.b': null }, { a: [{ c: 1 }] }, true],
  [{ 'a.b': null }, { a: 1 }, true],
  [{ 'a.b': null }, { a: [] }, false],
  [{ 'a.b': null }, { a: [1] }, false],
  [{ 'a.0': 1 }, { a: [1, 2] }, true],
  [{ 'a.1': 1 }, { a: [1, 2] }, false],
  [{ 'a.0': 1 }, { a: [[1, 2]] }, false],
  [{ 'a.0.b': 1 }, { a: [{ b: 1 }] }, true],
  [{ 'a.1': 2 }, { a: [{ 1: 2 }] }, true],
  [{ 'a.b.c': 1 }, { a: [{ b: [{ c: 1 }] }] }, true],
  [{ 'a.b': [1, 2] }, { a: [{ b: 1 }, { b: 2 }] }, false],
  [{ a: { $gt: 5 } }, { a: 6 }, true],
  [{ a: { $gt: 5 } }, { a: 5 }, false],
  [{ a: { $gt: 5 } }, { a: '6' }, false],
  [{ a: { $gt: 5 } }, { a: null }, false],
  [{ a: { $lt: 5 } }, {}, false],
  [{ a: { $lt: 5 } }, { a: null }, false],
  [{ a: { $gte: 5 } }, { a: 5 }, true],
  [{ a: { $lte: null } }, {}, true],
  [{ a: { $gte: null } }, { a: 1 }, false],
  [{ a: { $gt: null } }, { a: null }, false],
  [{ a: { $gt: 0 } }, { a: true }, false],
  [{ a: { $gt: false } }, { a: true }, true],
  [{ a: { $gt: 5, $lt: 8 } }, { a: [3, 10] }, true],
  [{ a: { $elemMatch: { $gt: 5, $lt: 8 } } }, { a: [3, 10] }, false],
  [{ a: { $elemMatch: { $gt: 5, $lt: 8 } } }, { a: [6] }, true],
  [{ a: { $gt: 'a' } }, { a: 'b' }, true],
  [{ a: { $gt: '\uffff' } }, { a: '\u{1f600}' }, true],
  [{ a: { $gt: [1, 2] } }, { a: [1, 3] }, true],
  [{ a: { $gt: { b: 1 } } }, { a: { b: 2 } }, true],
  [{ a: new Date(5) }, { a: new Date(5) }, true],
  [{ a: 5 }, { a: new Date(5) }, false],
  [{ a: { $gt: new Date(4) } }, { a: new Date(5) }, true],
  [{ a: { $gt: 4 } }, { a: new Date(5) }, false],
  [{ a: { $in: [1, null] } }, {}, true],
  [{ a: { $in: [2, 3] } }, { a: [1, 2] }, true],
  [{ a: { $in: [] } }, { a: 1 }, false],
  [{ a: { $in: [[1]] } }, { a: [1] }, true],
  [{ a: { $in: [1] } }, { a: [[1]] }, false],
  [{ a: { $nin: [1] } }, {}, true],
  [{ a: { $nin: [null] } }, {}, false],
  [{ a: { $nin: [] } }, { a: 1 }, true],
  [{ a: { $nin: [3] } }, { a: [1, 3] }, false],
  [{ a: { $not: { $gt: 5 } } }, {}, true],
  [{ a: { $not: { $gt: 5 } } }, { a: [3, 10] }, false],
  [{ a: { $exists: true } }, { a: null }, true],
  [{ a: { $exists: false } }, {}, true],
  [{ a: { $exists: false } }, { a: null }, false],
  [{ 'a.b': { $exists: false } }, { a: [{ b: 1 }, {}] }, false],
  [{ constructor: { $exists: true } }, {}, false],
  [{ a: { $size: 2 } }, { a: [1, 2] }, true],
  [{ a: { $size: 0 } }, { a: [] }, true],
  [{ a: { $size: 0 } }, {}, false],
  [{ a: { $size: 1 } }, { a: 'x' }, false],
  [{ 'a.b': { $size: 2 } }, { a: [{ b: 1 }, { b: 2 }] }, false],
  [{ a: { $all: [1, 2] } }, { a: [2, 1, 3] }, true],
  [{ a: { $all: [1, 4] } }, { a: [2, 1, 3] }, false],
  [{ a: { $all: [1] } }, { a: 1 }, true],
  [{ a: { $all: [] } }, { a: [1] }, false],
  [{ a: { $all: [[1, 2]] } }, { a: [1, 2] }, true],
  [
    { a: { $elemMatch: { b: 1, c: { $gt: 2 } } } },
    {
      a: [
        { b: 1, c: 1 },
        { b: 2, c: 3 },
      ],
    },
    false,
  ],
  [{ a: { $elemMatch: { b: 1, c: { $gt: 2 } } } }, { a: [{ b: 1, c: 3 }] }, true],
  [{ a: { $elemMatch: { b: 1 } } }, { a: { b: 1 } }, false],
  [{ a: { $elemMatch: { $or: [{ b: 1 }, { c: 1 }] } } }, { a: [{ c: 1 }] }, true],
  [{ a: { $mod: [4, 0] } }, { a: 8 }, true],
  [{ a: { $mod: [4, 1] } }, { a: 8 }, false],
  [{ a: { $mod: [4, 0] } }, { a: 8.5 }, true],
  [{ a: { $mod: [4, 0] } }, { a: '8' }, false],
  [{ a: { $mod: [4, -3] } }, { a: -3 }, true],
  [{ a: /^x/ }, { a: 'xy' }, true],
  [{ a: /^x/ }, { a: 'Xy' }, false],
  [{ a: /^x/i }, { a: 'Xy' }, true],
  [{ a: /^x/ }, { a: ['q', 'xy'] }, true],
  [{ a: /1/ }, { a: 1 }, false],
  [{ a: /^.$/ }, { a: '𠮷' }, true],
  [{ a: { $not: /^x/ } }, { a: 'y' }, true],
  [{ a: { $in: [/^x/, 3] } }, { a: 'xy' }, true],
  [{ $or: [{ a: 1 }, { b: 1 }] }, { b: 1 }, true],
  [{ $nor: [{ a: 1 }, { b: 1 }] }, { b: 1 }, false],
  [{ $nor: [{ a: 1 }] }, {}, true],
  [{ $and: [{ a: { $gt: 1 } }, { a: { $lt: 5 } }] }, { a: 3 }, true],
  [{ a: 1, $or: [{ b: 1 }, { b: 2 }] }, { a: 1, b: 3 }, false],
]

describe('a condition means what it means on the server', () => {
  it.each(MEANINGS)('%j on %j: %s', async (query, document, matches) => {
    const collection = await collectionOf([document])
    const found = await collection
      .options({ raw: true } as object)
      .where(query)
      .count()
    expect(found.total).toBe(matches ? 1 : 0)
  })
})

describe('the commands of the SDK', () => {
  it.each([
    ['eq', (_: Command): object => _.eq(2), ['b']],
    ['neq', (_: Command) => _.neq(2), ['a', 'c', 'd']],
    ['gt', (_: Command) => _.gt(1), ['b', 'c']],
    ['gte', (_: Command) => _.gte(2), ['b', 'c']],
    ['lt', (_: Command) => _.lt(2), ['a']],
    ['lte', (_: Command) => _.lte(2), ['a', 'b']],
    ['in', (_: Command) => _.in([1, 3]), ['a', 'c']],
    ['nin', (_: Command) => _.nin([1, 3]), ['b', 'd']],
    ['exists', (_: Command) => _.exists(false), ['d']],
    ['mod', (_: Command) => (_.mod as (...numbers: number[]) => object)(2, 1), ['a', 'c']],
    ['and', (_: Command) => _.gt(1).and(_.lt(3)), ['b']],
    ['or', (_: Command) => _.eq(1).or(_.eq(3)), ['a', 'c']],
    ['not', (_: Command) => _.not(_.gt(1)), ['a', 'd']],
    ['nor', (_: Command) => _.nor([_.eq(1), _.eq(3)]), ['b', 'd']],
  ])('%s', async (_, condition, ids) => {
    const collection = await collectionOf([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 2 },
      { _id: 'c', n: 3 },
      { _id: 'd' },
    ])
    const { data } = await collection.where({ n: condition(setting.db.command) }).get()
    expect(data.map(({ _id }: { _id: string }) => _id)).toEqual(ids)
  })

  type Command = Setting['db']['command']

  it('about arrays', async () => {
    const _ = setting.db.command
    const collection = await collectionOf([
      { _id: 'a', tags: ['x', 'y'], parts: [{ k: 1, v: 5 }] },
      {
        _id: 'b',
        tags: ['x'],
        parts: [
          { k: 1, v: 1 },
          { k: 2, v: 5 },
        ],
      },
    ])
    const ids = async (query: object) =>
      (await collection.where(query).get()).data.map(({ _id }: { _id: string }) => _id)
    expect(await ids({ tags: _.all(['x', 'y']) })).toEqual(['a'])
    expect(await ids({ tags: _.size(1) })).toEqual(['b'])
    expect(await ids({ parts: _.elemMatch({ k: 1, v: _.gt(3) }) })).toEqual(['a'])
    expect(await ids({ parts: { k: 2 } })).toEqual(['b'])
  })

  it('between whole conditions, and patterns', async () => {
    const { db } = setting
    const _ = db.command
    const collection = await collectionOf([
      { _id: 'a', name: '卓玛', n: 1 },
      { _id: 'b', name: 'Pasang', n: 2 },
    ])
    const ids = async (query: object) =>
      (await collection.where(query).get()).data.map(({ _id }: { _id: string }) => _id)
    expect(await ids(_.or([{ n: 1 }, { name: 'Pasang' }]))).toEqual(['a', 'b'])
    expect(await ids(_.and([{ n: _.gt(0) }, { name: '卓玛' }]))).toEqual(['a'])
    expect(await ids({ name: db.RegExp({ regexp: '^pas', options: 'i' }) })).toEqual(['b'])
    expect(await ids({ name: /玛$/ })).toEqual(['a'])
  })
})

describe('what a query cannot ask', () => {
  it.each([
    [{ a: { $where: 'x' } }, 'not supported locally: the query operator $where'],
    [{ $where: 'x' }, 'not supported locally: the query operator $where'],
    [{ $expr: { $gt: ['$a', '$b'] } }, 'not supported locally: the query operator $expr'],
    [{ a: { $type: 'string' } }, 'not supported locally: the query operator $type'],
    [{ a: { $geoWithin: {} } }, 'not supported locally: the query operator $geoWithin'],
    [{ a: { $all: [{ $elemMatch: { b: 1 } }] } }, 'not supported locally: operators inside $all'],
    [{ a: { $gt: 1, b: 2 } }, 'operators and fields are mixed'],
    [{ $or: [] }, '$or must be a nonempty array'],
    [{ $and: [1] }, '$and entries need to be full objects'],
    [{ a: { $in: 1 } }, '$in needs an array'],
    [{ a: { $in: [{ $gt: 1 }] } }, 'cannot nest $ under $in'],
    [{ a: { $size: -1 } }, '$size must be a whole number'],
    [{ a: { $size: 'x' } }, '$size must be a whole number'],
    [{ a: { $mod: [0, 1] } }, 'divisor cannot be 0'],
    [{ a: { $mod: [2] } }, 'malformed mod'],
    [{ a: { $not: 1 } }, '$not needs a regex or operators'],
    [{ a: { $gt: /x/ } }, '$gt cannot take a regex'],
    [{ a: { $elemMatch: 1 } }, '$elemMatch needs an Object'],
    [{ 'a..b': 1 }, 'empty field name'],
  ])('%j', async (query, message) => {
    const collection = await collectionOf([])
    const refusal = await refusalOf(
      collection
        .options({ raw: true } as object)
        .where(query)
        .get(),
    )
    expect(refusal.code).toBe('DATABASE_REQUEST_FAILED')
    expect(refusal.message).toContain(message)
  })
})

describe('a pattern', () => {
  it.each([
    ['x', 'g', 'invalid flag in regex options: g'],
    ['x', 'x', 'not supported locally: the regular expression option x'],
    ['x\\-y', '', 'not supported locally: the regular expression'],
  ])('/%s/%s is refused', async (pattern, options, message) => {
    const query = JSON.stringify({ a: { $regularExpression: { pattern, options } } })
    const reply = await setting.server.handle('database.getDocument', { collectionName: 'queried', query })
    expect(reply).toMatchObject({ message: expect.stringContaining(message) })
  })
})

describe('order, projection and pages', () => {
  it('gives documents in the order of insertion when none is asked for', async () => {
    const ids = ['m', 'a', 'z', 'k']
    const collection = await collectionOf(ids.map((_id) => ({ _id, n: 1 })))
    await collection.doc('a').update({ n: 2 })
    expect((await collection.get()).data.map(({ _id }: { _id: string }) => _id)).toEqual(ids)
  })

  it('sorts by several fields, types in the order of the server', async () => {
    const values = [{ x: 1 }, [5, 9], 'b', 'a', null, 2, new Date(0), true, -1, 7]
    const collection = await collectionOf([
      ...values.map((n, index) => ({ _id: `${index}`, n })),
      { _id: 'none' },
    ])
    const order = async (direction: 'asc' | 'desc') =>
      (await collection.orderBy('n', direction).orderBy('_id', 'asc').get()).data.map(
        ({ _id }: { _id: string }) => _id,
      )
    expect(await order('asc')).toEqual(['4', 'none', '8', '5', '1', '9', '3', '2', '0', '7', '6'])
    expect(await order('desc')).toEqual(['6', '7', '0', '2', '3', '1', '9', '5', '8', '4', 'none'])
  })

  it('gives 100 by default, 1000 at most, and what follows an offset', async () => {
    const collection = await collectionOf(Array.from({ length: 1005 }, (_, n) => ({ n })))
    const numbers = ({ data }: { data: { n: number }[] }) => data.map(({ n }) => n)
    expect(numbers(await collection.get())).toHaveLength(100)
    expect(numbers(await collection.limit(5000).get())).toHaveLength(1000)
    expect(numbers(await collection.skip(1003).get())).toEqual([1003, 1004])
    expect(numbers(await collection.orderBy('n', 'desc').skip(2).limit(2).get())).toEqual([1002, 1001])
    const { total } = await collection.where({ n: setting.db.command.gte(5) }).count()
    expect(total).toBe(1000)
  })

  it.each([
    [{ a: 1 }, { _id: 'x', a: { b: 1, c: [{ d: 1, e: 2 }, 3] } }],
    [{ a: 1, _id: 0 }, { a: { b: 1, c: [{ d: 1, e: 2 }, 3] } }],
    [
      { 'a.b': 1, f: 1 },
      { _id: 'x', a: { b: 1 }, f: 'f' },
    ],
    [{ 'a.c.d': 1 }, { _id: 'x', a: { c: [{ d: 1 }] } }],
    [{ 'f.g': 1 }, { _id: 'x' }],
    [{ a: 0 }, { _id: 'x', f: 'f' }],
    [
      { 'a.c.d': 0, f: 0 },
      { _id: 'x', a: { b: 1, c: [{ e: 2 }, 3] } },
    ],
    [{ _id: 1 }, { _id: 'x' }],
    [{ _id: 0 }, { a: { b: 1, c: [{ d: 1, e: 2 }, 3] }, f: 'f' }],
  ])('shows only %j', async (projection, expected) => {
    const collection = await collectionOf([{ _id: 'x', a: { b: 1, c: [{ d: 1, e: 2 }, 3] }, f: 'f' }])
    expect((await collection.field(projection).get()).data).toEqual([expected])
    expect((await collection.doc('x').field(projection).get()).data).toEqual([expected])
  })

  it.each([
    [{ a: 1, b: 0 }, 'cannot both include and exclude'],
    [{ a: { $slice: 1 } }, 'not supported locally: the projection of a'],
    [{ a: 1, 'a.b': 1 }, 'path collision'],
  ])('refuses the projection %j', async (projection, message) => {
    const collection = await collectionOf([{ a: [1] }])
    expect((await refusalOf(collection.field(projection as object).get())).message).toContain(message)
  })
})

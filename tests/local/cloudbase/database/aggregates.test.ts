import { openSetting, refusalOf, type Setting } from './setup'

let setting: Setting
const day = (n: number) => new Date(Date.UTC(2026, 0, n))

beforeAll(async () => {
  setting = await openSetting({ collections: ['payments', 'empty', 'group'] })
  await setting.db.collection('payments').add([
    { _id: '1', who: 'a', fen: 100, at: day(1), tags: ['x', 'y'] },
    { _id: '2', who: 'b', fen: 250, at: day(2), tags: [] },
    { _id: '3', who: 'a', fen: 50, at: day(3), tags: ['x'] },
    { _id: '4', who: 'c', fen: null, at: day(3) },
  ])
})
afterAll(() => setting.close())

const payments = () => setting.db.collection('payments').aggregate()

describe('an aggregation', () => {
  it('counts and sums by group', async () => {
    const { sum, avg, min, max, push, first, last, addToSet } = setting.db.command.aggregate
    const { data } = await payments()
      .match({ fen: setting.db.command.gt(0) })
      .sort({ at: 1 })
      .group({
        _id: '$who',
        count: sum(1),
        fen: sum('$fen'),
        mean: avg('$fen'),
        least: min('$fen'),
        most: max('$at'),
        ids: push('$_id'),
        first: first('$_id'),
        last: last('$_id'),
        kinds: addToSet('$who'),
      })
      .sort({ _id: 1 })
      .end()
    expect(data).toEqual([
      {
        _id: 'a',
        count: 2,
        fen: 150,
        mean: 75,
        least: 50,
        most: day(3),
        ids: ['1', '3'],
        first: '1',
        last: '3',
        kinds: ['a'],
      },
      {
        _id: 'b',
        count: 1,
        fen: 250,
        mean: 250,
        least: 250,
        most: day(2),
        ids: ['2'],
        first: '2',
        last: '2',
        kinds: ['b'],
      },
    ])
  })

  it('groups by dates, documents and nothing at all', async () => {
    const { sum } = setting.db.command.aggregate
    const byDay = await payments()
      .group({ _id: '$at', n: sum(1) })
      .sort({ _id: 1 })
      .end()
    expect(byDay.data).toEqual([
      { _id: day(1), n: 1 },
      { _id: day(2), n: 1 },
      { _id: day(3), n: 2 },
    ])
    const byBoth = await payments()
      .group({ _id: { who: '$who' }, n: sum(1) })
      .sort({ n: -1, _id: 1 })
      .limit(1)
      .end()
    expect(byBoth.data).toEqual([{ _id: { who: 'a' }, n: 2 }])
    const all = await payments()
      .group({ _id: null, fen: sum('$fen') })
      .end()
    expect(all.data).toEqual([{ _id: null, fen: 400 }])
  })

  it('counts, skips, unwinds and projects', async () => {
    expect((await payments().count('n').end()).data).toEqual([{ n: 4 }])
    expect((await payments().match({ who: 'nobody' }).count('n').end()).data).toEqual([])
    expect((await payments().sort({ _id: -1 }).skip(1).limit(1).project({ who: 1 }).end()).data).toEqual([
      { _id: '3', who: 'a' },
    ])
    expect((await payments().unwind('$tags').project({ _id: 0, tags: 1 }).end()).data).toEqual([
      { tags: 'x' },
      { tags: 'y' },
      { tags: 'x' },
    ])
  })

  /** Each row: the documents, one accumulator over them, and what a MongoDB server makes of it. */
  it.each<[object[], object, unknown]>([
    [[{ v: 1 }, { v: 2.5 }], { $sum: '$v' }, 3.5],
    [[{ v: 2147483647 }, { v: 1 }], { $sum: '$v' }, 2147483648],
    [[{ v: 1 }, { v: 'x' }, { v: null }, {}, { v: [5] }], { $sum: '$v' }, 1],
    [[{ v: 'x' }], { $sum: '$v' }, 0],
    [[{ v: 'x' }, {}], { $avg: '$v' }, null],
    [[{ v: 1 }, { v: 2 }, {}], { $avg: '$v' }, 1.5],
    [[{ v: 1 }, { v: 'a' }, { v: null }, {}, { v: true }], { $min: '$v' }, 1],
    [[{ v: 1 }, { v: 'a' }, { v: null }, {}, { v: true }], { $max: '$v' }, true],
    [[{ v: null }, {}], { $max: '$v' }, null],
    [[{}, { v: 1 }], { $first: '$v' }, null],
    [[{ v: 1 }, {}], { $last: '$v' }, null],
    [[{ v: 1 }, {}, { v: null }], { $push: '$v' }, [1, null]],
    [[{ v: 1 }, {}, { v: 1 }, { v: '1' }], { $addToSet: '$v' }, [1, '1']],
    [
      [{ v: { x: 1, y: 2 } }, { v: { y: 2, x: 1 } }],
      { $addToSet: '$v' },
      [
        { x: 1, y: 2 },
        { y: 2, x: 1 },
      ],
    ],
    [[{ v: { w: 5 } }, { v: 5 }], { $push: '$v.w' }, [5]],
    [[{ v: [{ w: 5 }, 1, { w: 6 }, {}] }], { $push: '$v.w' }, [[5, 6]]],
  ])('makes of %j by %j', async (documents, accumulator, expected) => {
    await setting.db.collection('group').where({}).remove()
    await setting.db.collection('group').add(documents)
    const { data } = await setting.db
      .collection('group')
      .aggregate()
      .group({ _id: null, value: accumulator })
      .end()
    expect(data).toEqual([{ _id: null, value: expected }])
  })

  it('puts equal values into one group, and others not', async () => {
    const values = [1, 1.0, '1', null, { x: 1, y: 2 }, { y: 2, x: 1 }, [1], true]
    await setting.db.collection('group').where({}).remove()
    await setting.db.collection('group').add([...values.map((v) => ({ v })), {}])
    const { sum } = setting.db.command.aggregate
    const one = await setting.db
      .collection('group')
      .aggregate()
      .group({ _id: '$v', n: sum(1) })
      .end()
    expect(one.data).toEqual([
      { _id: 1, n: 2 },
      { _id: '1', n: 1 },
      { _id: null, n: 2 },
      { _id: { x: 1, y: 2 }, n: 1 },
      { _id: { y: 2, x: 1 }, n: 1 },
      { _id: [1], n: 1 },
      { _id: true, n: 1 },
    ])
  })

  it('has nothing to say about an empty collection', async () => {
    const { sum } = setting.db.command.aggregate
    const empty = setting.db.collection('empty').aggregate()
    expect((await empty.group({ _id: null, n: sum(1) }).end()).data).toEqual([])
  })

  it.each<[string, () => { end(): Promise<unknown> }, string]>([
    ['lookup', () => payments().lookup({ from: 'empty' }), 'the aggregation stage $lookup'],
    ['sample', () => payments().sample({ size: 1 }), 'the aggregation stage $sample'],
    ['bucket', () => payments().bucket({ groupBy: '$fen' }), 'the aggregation stage $bucket'],
    ['addFields', () => payments().addFields({ a: 1 }), 'the aggregation stage $addFields'],
    ['a renamed field', () => payments().project({ a: '$fen' }), 'the projection of a'],
    ['a calculated field', () => payments().project({ a: { $add: ['$fen', 1] } }), 'the projection of a'],
    [
      'a deviation',
      () => payments().group({ _id: null, a: { $stdDevPop: '$fen' } }),
      'expression $stdDevPop',
    ],
    [
      'a sum of a calculation',
      () => payments().group({ _id: null, a: { $sum: { $add: ['$fen', 1] } } }),
      '$sum of',
    ],
    ['a variable', () => payments().group({ _id: '$$NOW' }), "the aggregation expression '$$NOW'"],
    [
      'a group by a calculation',
      () => payments().group({ _id: { $year: '$at' } }),
      'a group by an expression',
    ],
    ['a group by a constant', () => payments().group({ _id: 5 }), 'a group by a constant'],
    ['unwinding deeper down', () => payments().unwind('$a.b'), '$unwind of $a.b'],
    [
      'unwinding with an index',
      () => payments().unwind({ path: '$tags', includeArrayIndex: 'i' }),
      '$unwind other than by a $field alone',
    ],
    ['a query operator', () => payments().match({ a: { $type: 1 } }), 'the query operator $type'],
  ])('does not do %s', async (_, pipeline, message) => {
    const refusal = await refusalOf(pipeline().end())
    expect(refusal.code).toBe('DATABASE_REQUEST_FAILED')
    expect(refusal.message).toContain(`not supported locally: `)
    expect(refusal.message).toContain(message)
  })

  it.each<[string, () => { end(): Promise<unknown> }]>([
    ['a limit of nothing', () => payments().limit(0)],
    ['a negative skip', () => payments().skip(-1)],
    ['a group without _id', () => payments().group({ n: { $sum: 1 } })],
    ['a group of a plain value', () => payments().group({ _id: null, n: 5 })],
    ['a group of two accumulators', () => payments().group({ _id: null, n: { $sum: 1, $avg: '$fen' } })],
  ])('refuses %s', async (_, pipeline) => {
    expect((await refusalOf(pipeline().end())).code).toBe('DATABASE_REQUEST_FAILED')
  })
})

import { openSetting, refusalOf, type Setting } from './setup'

let setting: Setting
const day = (n: number) => new Date(Date.UTC(2026, 0, n))

beforeAll(async () => {
  setting = await openSetting({ collections: ['payments', 'empty'] })
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

  it('counts, skips, unwinds, projects and calculates', async () => {
    const { multiply, cond, eq, ifNull, size } = setting.db.command.aggregate
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
    expect(
      (
        await payments()
          .match({ _id: setting.db.command.in(['1', '4']) })
          .addFields({
            double: multiply([ifNull(['$fen', 0]), 2]),
            mine: cond([eq(['$who', 'a']), 'yes', 'no']),
            n: size(ifNull(['$tags', []])),
          })
          .project({ double: 1, mine: 1, n: 1 })
          .end()
      ).data,
    ).toEqual([
      { _id: '1', double: 200, mine: 'yes', n: 2 },
      { _id: '4', double: 0, mine: 'no', n: 0 },
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
    ['an expression', () => payments().project({ a: { $dateToString: {} } }), 'expression $dateToString'],
    ['a comparison', () => payments().project({ a: { $gt: ['$fen', 1] } }), 'expression $gt'],
    ['a variable', () => payments().project({ a: '$$NOW' }), 'the aggregation variable $$NOW'],
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
    ['a sum of texts', () => payments().project({ a: { $add: ['$who', 1] } })],
    ['the size of a text', () => payments().project({ a: { $size: '$who' } })],
    [
      'a division by zero',
      () =>
        payments()
          .match({ _id: '1' })
          .project({ a: { $divide: ['$fen', 0] } }),
    ],
  ])('refuses %s', async (_, pipeline) => {
    expect((await refusalOf(pipeline().end())).code).toBe('DATABASE_REQUEST_FAILED')
  })
})

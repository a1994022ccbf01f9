import { openSetting, refusalOf, type Setting } from './setup'

let setting: Setting
beforeAll(async () => {
  setting = await openSetting({ collections: ['things'] })
})
afterAll(() => setting.close())

type Command = Setting['db']['command']

/** Puts one document there, updates it through the SDK, and gives what is stored then. */
async function updated(document: object, update: object, raw = false): Promise<Record<string, unknown>> {
  const things = setting.db.collection('things')
  await things.doc('x').set(document)
  const target = raw ? things.options({ raw: true } as object).where({ _id: 'x' }) : things.doc('x')
  await target.update(update)
  const { data } = await things.doc('x').get()
  const { _id, ...rest } = data[0]
  return rest
}

describe('the commands of the SDK', () => {
  it.each<[string, object, (_: Command) => object, object]>([
    ['a plain field', { a: 1, b: 1 }, () => ({ a: 'x' }), { a: 'x', b: 1 }],
    [
      'a nested field, its neighbours kept',
      { a: { b: 1, c: 2 } },
      () => ({ a: { b: 3 } }),
      { a: { b: 3, c: 2 } },
    ],
    ['a nested field that makes its parent', {}, () => ({ a: { b: { c: 1 } } }), { a: { b: { c: 1 } } }],
    [
      'set, which replaces the whole',
      { a: { b: 1, c: 2 } },
      (_) => ({ a: _.set({ b: 3 }) }),
      { a: { b: 3 } },
    ],
    ['an element of an array', { a: [1, 2, 3] }, () => ({ 'a.1': 9 }), { a: [1, 9, 3] }],
    ['an element past the end', { a: [1] }, () => ({ 'a.3': 9 }), { a: [1, null, null, 9] }],
    [
      'a field of an element',
      { a: [{ b: 1 }, { b: 2 }] },
      () => ({ 'a.1.b': 9 }),
      { a: [{ b: 1 }, { b: 9 }] },
    ],
    ['a number as a name', { a: {} }, () => ({ 'a.0': 1 }), { a: { 0: 1 } }],
    ['null', { a: 1 }, () => ({ a: null }), { a: null }],
    ['remove', { a: 1, b: 2 }, (_) => ({ a: _.remove() }), { b: 2 }],
    ['remove deeper', { a: { b: 1, c: 2 } }, (_) => ({ a: { b: _.remove() } }), { a: { c: 2 } }],
    ['remove of an element', { a: [1, 2] }, (_) => ({ 'a.0': _.remove() }), { a: [null, 2] }],
    [
      'remove of nothing',
      { a: 1, c: 1 },
      (_) => ({ b: _.remove(), 'c.d': _.remove(), a: 2 }),
      { a: 2, c: 1 },
    ],
    ['inc', { a: 5 }, (_) => ({ a: _.inc(-7) }), { a: -2 }],
    ['inc of a missing field', {}, (_) => ({ a: { b: _.inc(3) } }), { a: { b: 3 } }],
    ['inc across int32', { a: 2147483647 }, (_) => ({ a: _.inc(1) }), { a: 2147483648 }],
    ['inc by a fraction', { a: 1 }, (_) => ({ a: _.inc(0.5) }), { a: 1.5 }],
    ['mul', { a: 5 }, (_) => ({ a: _.mul(3) }), { a: 15 }],
    ['mul of a missing field', {}, (_) => ({ a: _.mul(3) }), { a: 0 }],
    ['mul to zero', { a: -5 }, (_) => ({ a: _.mul(0) }), { a: 0 }],
    ['min', { a: 5, b: 5 }, (_) => ({ a: _.min(3), b: _.min(8) }), { a: 3, b: 5 }],
    ['max', { a: 5, b: 5 }, (_) => ({ a: _.max(3), b: _.max(8) }), { a: 5, b: 8 }],
    ['min across types', { a: 'x' }, (_) => ({ a: _.min(3) }), { a: 3 }],
    ['max of a missing field', {}, (_) => ({ a: _.max(3) }), { a: 3 }],
    ['rename', { a: 1, c: 1 }, (_) => ({ a: _.rename('b') }), { b: 1, c: 1 }],
    ['rename onto another', { a: 1, b: 2 }, (_) => ({ a: _.rename('b') }), { b: 1 }],
    ['rename of nothing', { b: 2 }, (_) => ({ a: _.rename('b') }), { b: 2 }],
    ['rename into the depth', { a: 1 }, (_) => ({ a: _.rename('b.c') }), { b: { c: 1 } }],
    ['push', { a: [1] }, (_) => ({ a: _.push(2, 3) }), { a: [1, 2, 3] }],
    ['push of a list', { a: [1] }, (_) => ({ a: _.push([2, 3]) }), { a: [1, 2, 3] }],
    ['push to nothing', {}, (_) => ({ a: _.push({ b: 1 }) }), { a: [{ b: 1 }] }],
    [
      'push at a position',
      { a: [1, 4] },
      (_) => ({ a: _.push({ each: [2, 3], position: 1 }) }),
      { a: [1, 2, 3, 4] },
    ],
    [
      'push before the last',
      { a: [1, 4] },
      (_) => ({ a: _.push({ each: [2], position: -1 }) }),
      { a: [1, 2, 4] },
    ],
    [
      'push far before the first',
      { a: [1] },
      (_) => ({ a: _.push({ each: [2], position: -9 }) }),
      { a: [2, 1] },
    ],
    ['push beyond the end', { a: [1] }, (_) => ({ a: _.push({ each: [2], position: 9 }) }), { a: [1, 2] }],
    ['push, the last kept', { a: [1, 2] }, (_) => ({ a: _.push({ each: [3], slice: -2 }) }), { a: [2, 3] }],
    ['push, the first kept', { a: [1, 2] }, (_) => ({ a: _.push({ each: [3], slice: 1 }) }), { a: [1] }],
    ['push, none kept', { a: [1] }, (_) => ({ a: _.push({ each: [3], slice: 0 }) }), { a: [] }],
    ['push, sorted', { a: [3, 1] }, (_) => ({ a: _.push({ each: [2], sort: -1 }) }), { a: [3, 2, 1] }],
    [
      'push, sorted by a field and cut',
      { a: [{ n: 3 }, { n: 1 }] },
      (_) => ({ a: _.push({ each: [{ n: 2 }], sort: { n: 1 }, slice: 2 }) }),
      { a: [{ n: 1 }, { n: 2 }] },
    ],
    ['unshift', { a: [3] }, (_) => ({ a: _.unshift([1, 2]) }), { a: [1, 2, 3] }],
    ['pop', { a: [1, 2] }, (_) => ({ a: _.pop() }), { a: [1] }],
    ['pop of nothing', { b: 1 }, (_) => ({ a: _.pop(), b: 2 }), { b: 2 }],
    ['shift', { a: [1, 2] }, (_) => ({ a: _.shift() }), { a: [2] }],
    ['pull of a value', { a: [1, 2, 1] }, (_) => ({ a: _.pull(1) }), { a: [2] }],
    ['pull by condition', { a: [1, 5, 9] }, (_) => ({ a: _.pull(_.gt(4)) }), { a: [1] }],
    ['pull by several values', { a: [1, 5, 9] }, (_) => ({ a: _.pull(_.in([1, 9])) }), { a: [5] }],
    [
      'pull of documents',
      { a: [{ k: 1, v: 1 }, { k: 1, v: 9 }, 1] },
      (_) => ({ a: _.pull({ k: 1, v: _.gt(5) }) }),
      { a: [{ k: 1, v: 1 }, 1] },
    ],
    ['pullAll', { a: [1, 2, 3, 1] }, (_) => ({ a: _.pullAll([1, 3]) }), { a: [2] }],
    ['addToSet', { a: [1] }, (_) => ({ a: _.addToSet(1), b: _.addToSet(1) }), { a: [1], b: [1] }],
    ['addToSet of another', { a: [1] }, (_) => ({ a: _.addToSet('1') }), { a: [1, '1'] }],
    ['addToSet of several', { a: [1] }, (_) => ({ a: _.addToSet({ $each: [1, 2, 2] }) }), { a: [1, 2] }],
    [
      'addToSet of documents, the order of fields counting',
      { a: [{ x: 1, y: 2 }] },
      (_) => ({
        a: _.addToSet({
          $each: [
            { x: 1, y: 2 },
            { y: 2, x: 1 },
          ],
        }),
      }),
      {
        a: [
          { x: 1, y: 2 },
          { y: 2, x: 1 },
        ],
      },
    ],
    [
      'several at once',
      { a: 1, b: [1] },
      (_) => ({ a: _.inc(1), b: _.push(2), c: 3 }),
      { a: 2, b: [1, 2], c: 3 },
    ],
  ])('%s', async (_, document, update, expected) => {
    expect(await updated(document, update(setting.db.command))).toEqual(expected)
  })

  it('a field called constructor, which only raw operators can name', async () => {
    expect(await updated({ a: 1 }, { $set: { constructor: 'x', 'b.constructor': 1 } }, true)).toEqual({
      a: 1,
      constructor: 'x',
      b: { constructor: 1 },
    })
  })

  it('dates', async () => {
    const at = new Date('2026-05-01T00:00:00Z')
    expect(await updated({ a: 1 }, { a: at, b: { at } })).toEqual({ a: at, b: { at } })
  })
})

describe('what an update may not do', () => {
  it.each<[string, object, object, string]>([
    ['inc of a text', { a: 'x' }, { $inc: { a: 1 } }, 'Cannot apply $inc to a value of non-numeric type'],
    ['inc of null', { a: null }, { $inc: { a: 1 } }, 'Cannot apply $inc to a value of non-numeric type'],
    ['inc by a text', { a: 1 }, { $inc: { a: '1' } }, 'Cannot increment with non-numeric argument'],
    ['mul of a list', { a: [1] }, { $mul: { a: 2 } }, 'Cannot apply $mul to a value of non-numeric type'],
    ['mul of null', { a: null }, { $mul: { a: 2 } }, 'Cannot apply $mul to a value of non-numeric type'],
    ['addToSet onto null', { a: null }, { $addToSet: { a: 2 } }, 'must be an array'],
    ['mul by null', { a: 1 }, { $mul: { a: null } }, 'Cannot multiply with non-numeric argument'],
    ['push onto a number', { a: 1 }, { $push: { a: 2 } }, "The field 'a' must be an array for $push"],
    ['push onto null', { a: null }, { $push: { a: 2 } }, "The field 'a' must be an array for $push"],
    ['push with an unknown clause', { a: [] }, { $push: { a: { $each: [], $x: 1 } } }, 'Unrecognized clause'],
    [
      'push with a broken slice',
      { a: [] },
      { $push: { a: { $each: [], $slice: 0.5 } } },
      'must be an integer',
    ],
    [
      'push with a broken sort',
      { a: [] },
      { $push: { a: { $each: [], $sort: 2 } } },
      'must be either 1 or -1',
    ],
    ['push of each what is no list', { a: [] }, { $push: { a: { $each: 1 } } }, 'must be an array'],
    ['addToSet onto a text', { a: 'x' }, { $addToSet: { a: 1 } }, 'must be an array'],
    ['pop of a text', { a: 'x' }, { $pop: { a: 1 } }, 'must be an array'],
    ['pop by 2', { a: [1] }, { $pop: { a: 2 } }, '$pop expects 1 or -1'],
    ['pull from a number', { a: 1 }, { $pull: { a: 1 } }, 'must be an array'],
    ['pullAll of one value', { a: [1] }, { $pullAll: { a: 1 } }, 'requires an array argument'],
    ['a field inside a text', { a: 'x' }, { $set: { 'a.b': 1 } }, "Cannot create field 'b'"],
    ['a field inside null', { a: null }, { $set: { 'a.b': 1 } }, "Cannot create field 'b'"],
    ['a field of an array', { a: [1] }, { $set: { 'a.b': 1 } }, "Cannot create field 'b'"],
    ['one path twice', { a: 1 }, { $set: { a: 1 }, $inc: { a: 1 } }, "would create a conflict at 'a'"],
    [
      'a path and its part',
      { a: {} },
      { $set: { a: {} }, $inc: { 'a.b': 1 } },
      "would create a conflict at 'a'",
    ],
    [
      'a path and a far part',
      {},
      { $set: { a: {}, 'a-b': 1, 'a.b.c': 1 } },
      "would create a conflict at 'a'",
    ],
    [
      'rename onto a changed path',
      { a: 1 },
      { $rename: { a: 'b' }, $set: { b: 1 } },
      'would create a conflict',
    ],
    ['rename to itself', { a: 1 }, { $rename: { a: 'a' } }, 'must differ'],
    ['rename to a number', { a: 1 }, { $rename: { a: 1 } }, 'must be a string'],
    ['rename of an element', { a: [1] }, { $rename: { 'a.0': 'b' } }, 'cannot be an array element'],
    ['rename into an array', { a: [1], b: 1 }, { $rename: { b: 'a.0' } }, 'cannot be an array element'],
    ['another _id', { a: 1 }, { $set: { _id: 'y' } }, "immutable field '_id'"],
    ['no _id', { a: 1 }, { $unset: { _id: '' } }, "immutable field '_id'"],
    ['an _id renamed', { a: 1 }, { $rename: { _id: 'b' } }, "immutable field '_id'"],
    ['an empty name', { a: 1 }, { $set: { 'a.': 1 } }, 'empty field name'],
    ['an operator inside a value', { a: 1 }, { $set: { a: { $inc: 1 } } }, 'is not valid for storage'],
    ['no field', { a: 1 }, { $set: {} }, 'has no fields'],
    ['an index far past the end', { a: [] }, { $set: { 'a.9000000': 1 } }, "too far past the array's end"],
    ['a whole number beyond 2^53', { a: 9007199254740991 }, { $inc: { a: 9 } }, 'not supported locally'],
    ['positions', { a: [1] }, { $set: { 'a.$': 1 } }, "not supported locally: '$'"],
    ['all elements', { a: [1] }, { $inc: { 'a.$[]': 1 } }, "not supported locally: '$[]'"],
    ['bit', { a: 1 }, { $bit: { a: { and: 1 } } }, 'not supported locally: the update operator $bit'],
    [
      'currentDate',
      { a: 1 },
      { $currentDate: { a: true } },
      'not supported locally: the update operator $currentDate',
    ],
    ['a prototype', { a: 1 }, JSON.parse('{"$set":{"__proto__.b":1}}'), 'not supported locally'],
  ])('%s', async (_, document, update, message) => {
    const things = setting.db.collection('things')
    await things.doc('x').set(document)
    const refusal = await refusalOf(
      things
        .options({ raw: true } as object)
        .where({ _id: 'x' })
        .update(update),
    )
    expect(refusal.code).toBe('DATABASE_REQUEST_FAILED')
    expect(refusal.message).toContain(message)
    expect((await things.doc('x').get()).data).toEqual([{ _id: 'x', ...document }])
  })

  it('one refused document leaves all of them alone', async () => {
    await setting.db.createCollection('several')
    const several = setting.db.collection('several')
    await several.add([{ n: 1 }, { n: 2 }, { n: 'x' }])
    await refusalOf(several.where({}).update({ n: setting.db.command.inc(1) }))
    expect((await several.get()).data.map(({ n }: { n: unknown }) => n)).toEqual([1, 2, 'x'])
  })

  it('an update of nothing, which is what the SDK makes of an empty object', async () => {
    await setting.db
      .collection('things')
      .doc('x')
      .set({ a: { b: 1 } })
    const refusal = await refusalOf(setting.db.collection('things').doc('x').update({ a: {} }))
    expect(refusal.message).toContain('has no fields')
  })

  it('values shown in a refusal are only kinds, so that no log holds them', async () => {
    const things = setting.db.collection('things')
    await things.doc('x').set({ idNumber: '540099196002030000' })
    const refusal = await refusalOf(things.doc('x').update({ idNumber: setting.db.command.inc(1) }))
    expect(refusal.message).not.toContain('5400')
  })
})

describe('the kinds of number stay apart in what is sent', () => {
  it.each<[string, string, string]>([
    ['int32', '{"$inc":{"n":{"$numberInt":"1"}}}', '{"$numberInt":"6"}'],
    ['int64', '{"$inc":{"n":{"$numberLong":"1"}}}', '{"$numberLong":"6"}'],
    ['double', '{"$inc":{"n":{"$numberDouble":"1.0"}}}', '{"$numberDouble":"6.0"}'],
    ['int32 that overflows', '{"$inc":{"n":{"$numberInt":"2147483647"}}}', '{"$numberLong":"2147483652"}'],
    ['a product', '{"$mul":{"n":{"$numberInt":"-3"}}}', '{"$numberInt":"-15"}'],
  ])('%s', async (_, data, expected) => {
    const { server } = setting
    const target = { collectionName: 'things', query: '{"_id":"n"}' }
    await server.handle('database.removeDocument', { ...target, multi: false })
    const document = ['{"_id":"n","n":{"$numberInt":"5"}}']
    await server.handle('database.insertDocument', { collectionName: 'things', data: document })
    await server.handle('database.modifyDocument', { ...target, data, merge: true, multi: false })
    expect(await server.handle('database.getDocument', target)).toMatchObject({
      data: { list: [`{"_id":"n","n":${expected}}`] },
    })
  })
})

describe('an upsert', () => {
  it('sets what is only for a new document', async () => {
    const { server, db } = setting
    const data = '{"$setOnInsert":{"made":true},"$inc":{"n":{"$numberInt":"1"}}}'
    const params = { collectionName: 'things', query: '{"_id":"u"}', data, merge: true, upsert: true }
    expect(await server.handle('database.modifyDocument', params)).toMatchObject({
      data: { updated: 0, upsert_id: 'u' },
    })
    await db.collection('things').doc('u').update({ made: false })
    expect(await server.handle('database.modifyDocument', params)).toMatchObject({ data: { updated: 1 } })
    expect((await db.collection('things').doc('u').get()).data).toEqual([{ _id: 'u', made: false, n: 2 }])
  })
})

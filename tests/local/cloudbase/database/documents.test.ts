import { openDatabase } from '../../../../local/cloudbase/database'
import { openSetting, refusalOf, type Setting } from './setup'

let setting: Setting
const start = Date.UTC(2026, 0, 1)

beforeAll(async () => {
  setting = await openSetting({ now: () => start })
})
afterAll(() => setting.close())

let made = 0
async function collection() {
  made += 1
  const name = `documents_${made}`
  await setting.db.createCollection(name)
  return setting.db.collection(name)
}

describe('documents', () => {
  it('come back as they were added, numbers and dates among them', async () => {
    const people = await collection()
    const born = new Date('1960-02-03T04:05:06.007Z')
    const document = {
      _id: 'a',
      name: '卓玛 𠮷',
      balanceFen: 800_000,
      large: 9_007_199_254_740_991,
      rate: 0.5,
      negative: -1,
      yes: true,
      nothing: null,
      born,
      list: [1, 'two', { three: 3 }, []],
      nested: { deep: { er: 1 } },
    }
    expect(await people.add(document)).toMatchObject({ id: 'a' })
    const { data } = await people.doc('a').get()
    expect(data).toEqual([document])
  })

  it('get an _id of 32 hex digits when they come without one', async () => {
    const people = await collection()
    const { id } = (await people.add({ name: 'x' })) as { id: string }
    expect(id).toMatch(/^[0-9a-f]{32}$/)
    expect((await people.doc(id).get()).data).toEqual([{ _id: id, name: 'x' }])
  })

  it('are added several at once, all or none', async () => {
    const people = await collection()
    const { ids } = (await people.add([{ _id: 'a' }, { _id: 'b' }])) as unknown as { ids: string[] }
    expect(ids).toEqual(['a', 'b'])
    const refusal = await refusalOf(people.add([{ _id: 'c' }, { _id: 'a' }]))
    expect(refusal).toMatchObject({ code: 'DATABASE_DUPLICATE_WRITE' })
    expect(refusal.message).toContain('E11000')
    expect((await people.count()).total).toBe(2)
  })

  it('may have a number as _id, which is another than the same digits as text', async () => {
    const people = await collection()
    await people.add([
      { _id: 7, kind: 'number' },
      { _id: '7', kind: 'text' },
    ] as object[])
    expect((await people.doc(7).get()).data).toEqual([{ _id: 7, kind: 'number' }])
    expect((await people.doc('7').get()).data).toEqual([{ _id: '7', kind: 'text' }])
  })

  it('that are not there give an empty list', async () => {
    const people = await collection()
    expect((await people.doc('nobody').get()).data).toEqual([])
  })

  it('are replaced by set, and made when missing', async () => {
    const people = await collection()
    expect(await people.doc('a').set({ name: 'x', age: 1 })).toMatchObject({ updated: 0, upsertedId: 'a' })
    expect(await people.doc('a').set({ name: 'y' })).toMatchObject({ updated: 1 })
    expect((await people.doc('a').get()).data).toEqual([{ _id: 'a', name: 'y' }])
  })

  it('count as updated only when they change', async () => {
    const people = await collection()
    await people.add({ _id: 'a', n: 1 })
    expect(await people.doc('a').update({ n: 1 })).toMatchObject({ updated: 0 })
    expect(await people.doc('a').update({ n: 2 })).toMatchObject({ updated: 1 })
    expect(await people.doc('nobody').update({ n: 2 })).toMatchObject({ updated: 0 })
    expect((await people.count()).total).toBe(1)
  })

  it('are updated and removed by condition, all of them or one', async () => {
    const people = await collection()
    await people.add([{ n: 1 }, { n: 1 }, { n: 1 }, { n: 2 }])
    expect(await people.where({ n: 1 }).update({ seen: true })).toMatchObject({ updated: 3 })
    expect(await people.where({ n: 1 }).options({ multiple: false }).update({ seen: false })).toMatchObject({
      updated: 1,
    })
    expect((await people.where({ seen: true }).count()).total).toBe(2)
    expect(await people.where({ n: 1 }).options({ multiple: false }).remove()).toMatchObject({ deleted: 1 })
    expect(await people.where({ n: 1 }).remove()).toMatchObject({ deleted: 2 })
    expect(await people.where({ n: 1 }).remove()).toMatchObject({ deleted: 0 })
    expect((await people.count()).total).toBe(1)
  })

  it('are removed one by one', async () => {
    const people = await collection()
    await people.add({ _id: 'a' })
    expect(await people.doc('a').remove()).toMatchObject({ deleted: 1 })
    expect(await people.doc('a').remove()).toMatchObject({ deleted: 0 })
  })

  it('are changed and given back in one step', async () => {
    const people = await collection()
    await people.add({ _id: 'a', n: 1 })
    const where = people.where({ _id: 'a' }) as unknown as {
      updateAndReturn(data: object): Promise<{ updated: number; doc: unknown }>
    }
    expect(await where.updateAndReturn({ n: setting.db.command.inc(4) })).toMatchObject({
      updated: 1,
      doc: { _id: 'a', n: 5 },
    })
    const nobody = people.where({ _id: 'b' }) as unknown as typeof where
    expect(await nobody.updateAndReturn({ n: 1 })).toMatchObject({ updated: 0, doc: null })
  })

  it('take the time of the server, with an offset', async () => {
    const people = await collection()
    const { db } = setting
    await people.add({ _id: 'a', at: db.serverDate(), later: { at: db.serverDate({ offset: 60_000 }) } })
    await people.doc('a').update({ changed: db.serverDate({ offset: -1 }) })
    expect((await people.doc('a').get()).data).toEqual([
      {
        _id: 'a',
        at: new Date(start),
        later: { at: new Date(start + 60_000) },
        changed: new Date(start - 1),
      },
    ])
    expect((await people.where({ at: db.command.lte(db.serverDate()) }).count()).total).toBe(1)
    expect((await people.where({ at: db.command.lt(db.serverDate()) }).count()).total).toBe(0)
  })
})

describe('what is not stored', () => {
  it.each([
    ['an operator as a field name', { $where: 1 }, 'is not valid for storage'],
    ['an operator deeper down', { a: [{ $inc: 1 }] }, 'is not valid for storage'],
    ['a field name with a dot', { 'a.b': 1 }, 'not supported locally'],
    ['a regular expression', { a: /x/ }, 'not supported locally'],
    ['an _id that is an object', { _id: { a: 1 } }, 'not supported locally'],
    ['an _id that is null', { _id: null }, 'not supported locally'],
    ['a whole number beyond 2^53', { a: 2 ** 60 }, 'not supported locally'],
  ])('%s', async (_, document, message) => {
    const people = await collection()
    const refusal = await refusalOf(people.add(document))
    expect(refusal.code).toBe('DATABASE_REQUEST_FAILED')
    expect(refusal.message).toContain(message)
    expect((await people.count()).total).toBe(0)
  })

  it('an object id', async () => {
    const people = await collection()
    const refusal = await refusalOf(
      people.add({ a: setting.db.ObjectId({ id: '0123456789abcdef01234567' }) }),
    )
    expect(refusal.message).toContain('not supported locally: values of type $oid')
  })
})

describe('collections', () => {
  it('have to be made before they are used', async () => {
    const nowhere = setting.db.collection('nowhere')
    const calls = [
      nowhere.get(),
      nowhere.doc('a').get(),
      nowhere.add({ a: 1 }),
      nowhere.doc('a').set({ a: 1 }),
      nowhere.where({ a: 1 }).update({ a: 2 }),
      nowhere.where({ a: 1 }).remove(),
      nowhere.count(),
      nowhere.aggregate().limit(1).end(),
    ]
    for (const call of calls) expect((await refusalOf(call)).code).toBe('DATABASE_COLLECTION_NOT_EXIST')
  })

  it('are made once', async () => {
    await setting.db.createCollection('once')
    expect((await refusalOf(setting.db.createCollection('once'))).code).toBe(
      'DATABASE_COLLECTION_ALREADY_EXIST',
    )
  })

  it('are a hundred at most', async () => {
    const collections = Array.from({ length: 100 }, (_, index) => `c${index}`)
    const full = openDatabase({ file: ':memory:', now: Date.now, collections })
    const reply = await full.handle('database.addCollection', { collectionName: 'one-too-many' })
    full.close()
    expect(reply).toMatchObject({ code: 'DATABASE_COLLECTION_EXCEED_LIMIT' })
  })
})

describe('requests', () => {
  it('of other actions are refused', async () => {
    const reply = await setting.server.handle('database.dropEverything', {})
    expect(reply).toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: 'not supported locally: the action database.dropEverything',
    })
  })

  it('with malformed parameters are refused and change nothing', async () => {
    const people = await collection()
    await people.add({ _id: 'a', n: 1 })
    const name = people.name
    const malformed: [string, Record<string, unknown>][] = [
      ['database.getDocument', {}],
      ['database.getDocument', { collectionName: name, query: 'not json' }],
      ['database.getDocument', { collectionName: name, query: '[]' }],
      ['database.getDocument', { collectionName: name, query: 5 }],
      ['database.getDocument', { collectionName: name, limit: 1001 }],
      ['database.getDocument', { collectionName: name, limit: 0 }],
      ['database.getDocument', { collectionName: name, offset: -1 }],
      ['database.getDocument', { collectionName: name, transactionId: 5 }],
      ['database.insertDocument', { collectionName: name }],
      ['database.insertDocument', { collectionName: name, data: [] }],
      ['database.insertDocument', { collectionName: name, data: [{ a: 1 }] }],
      ['database.insertDocument', { collectionName: name, data: ['{"a":{"$numberInt":"x"}}'] }],
      ['database.insertDocument', { collectionName: name, data: ['{"a":{"$numberInt":"1","b":1}}'] }],
      ['database.modifyDocument', { collectionName: name, query: '{}', data: '{}', merge: true }],
      ['database.modifyDocument', { collectionName: name, query: '{}', data: '{"n":2}', merge: true }],
      ['database.modifyDocument', { collectionName: name, data: '{"$set":{"n":2}}', merge: true }],
      ['database.modifyDocument', { collectionName: name, query: '{}', data: '{"n":2}', multi: true }],
      ['database.modifyDocument', { collectionName: name, query: '{}', data: '{"$set":1}', merge: true }],
      [
        'database.modifyDocument',
        { collectionName: name, query: '{}', data: '{"$set":{"n":2}}', merge: 'yes' },
      ],
      ['database.removeDocument', { collectionName: name }],
      ['database.commitTransaction', {}],
      ['database.addCollection', { collectionName: '../etc' }],
    ]
    for (const [action, params] of malformed) {
      const reply = await setting.server.handle(action, params)
      expect([action, params, reply]).toEqual([
        action,
        params,
        expect.objectContaining({ code: expect.any(String) }),
      ])
    }
    expect((await people.get()).data).toEqual([{ _id: 'a', n: 1 }])
  })
})

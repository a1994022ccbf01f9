import { openSetting, refusalOf, type Setting } from './setup'

let setting: Setting
let clock = Date.UTC(2026, 0, 1)

beforeAll(async () => {
  setting = await openSetting({ now: () => clock, collections: ['accounts', 'letters'] })
})
afterAll(() => setting.close())

beforeEach(async () => {
  const { db } = setting
  await db.collection('accounts').where({}).remove()
  await db.collection('letters').where({}).remove()
  await db.collection('accounts').add([
    { _id: 'a', n: 1 },
    { _id: 'b', n: 1 },
  ])
})

type Transaction = Awaited<ReturnType<Setting['db']['startTransaction']>>

const begin = () => setting.db.startTransaction()
const account = (id: string, transaction?: Transaction) =>
  (transaction ?? setting.db).collection('accounts').doc(id)
const amountOf = async (id: string) => (await account(id).get()).data[0]?.n
const increment = () => ({ n: setting.db.command.inc(1) })

describe('a transaction', () => {
  it('gives an object or null, where outside there is a list', async () => {
    const transaction = await begin()
    expect((await account('a', transaction).get()).data).toEqual({ _id: 'a', n: 1 })
    expect((await account('nobody', transaction).get()).data).toBeNull()
    await transaction.rollback()
  })

  it('reads its own writes, which nobody else sees before the commit', async () => {
    const transaction = await begin()
    expect(await account('a', transaction).update(increment())).toMatchObject({ updated: 1 })
    expect(await transaction.collection('accounts').add({ _id: 'c', n: 5 })).toMatchObject({
      id: 'c',
      inserted: 1,
    })
    expect(await account('d', transaction).set({ n: 7 })).toMatchObject({ upserted: [{ _id: 'd' }] })
    expect(await account('b', transaction).remove()).toMatchObject({ deleted: 1 })
    await account('c', transaction).update(increment())

    expect((await account('a', transaction).get()).data).toEqual({ _id: 'a', n: 2 })
    expect((await account('b', transaction).get()).data).toBeNull()
    const inside = await transaction.collection('accounts').where({}).get()
    expect(inside.data).toEqual([
      { _id: 'a', n: 2 },
      { _id: 'c', n: 6 },
      { _id: 'd', n: 7 },
    ])
    expect((await setting.db.collection('accounts').get()).data).toEqual([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 1 },
    ])

    await transaction.commit()
    expect((await setting.db.collection('accounts').get()).data).toEqual(inside.data)
  })

  it('that is rolled back leaves nothing', async () => {
    const transaction = await begin()
    await account('a', transaction).update(increment())
    await transaction.collection('letters').add({ _id: 'l' })
    await transaction.rollback()
    expect(await amountOf('a')).toBe(1)
    expect((await setting.db.collection('letters').count()).total).toBe(0)
    await account('a').update(increment())
    expect(await amountOf('a')).toBe(2)
  })

  it('sees the documents as they were at its first operation', async () => {
    const transaction = await begin()
    expect((await account('b', transaction).get()).data).toEqual({ _id: 'b', n: 1 })
    await account('a').update(increment())
    await account('b').remove()
    await account('c').set({ n: 9 })
    await account('a').update(increment())
    expect((await account('a', transaction).get()).data).toEqual({ _id: 'a', n: 1 })
    expect((await account('b', transaction).get()).data).toEqual({ _id: 'b', n: 1 })
    expect((await account('c', transaction).get()).data).toBeNull()
    const query = transaction.collection('accounts').where({ n: 1 })
    expect((await query.get()).data).toEqual([
      { _id: 'a', n: 1 },
      { _id: 'b', n: 1 },
    ])
    await transaction.commit()
    expect(await amountOf('a')).toBe(3)
  })

  it('that has read nothing yet sees what was committed meanwhile', async () => {
    const transaction = await begin()
    await account('a').update(increment())
    expect((await account('a', transaction).get()).data).toEqual({ _id: 'a', n: 2 })
    await transaction.commit()
  })

  it('each sees its own moment', async () => {
    const first = await begin()
    await account('a', first).get()
    await account('a').update(increment())
    const second = await begin()
    await account('a', second).get()
    await account('a').update(increment())
    expect((await account('a', first).get()).data).toEqual({ _id: 'a', n: 1 })
    await first.commit()
    expect((await account('a', second).get()).data).toEqual({ _id: 'a', n: 2 })
    await second.commit()
  })

  it('cannot be used again after its end', async () => {
    const transaction = await begin()
    await account('a', transaction).update(increment())
    await transaction.commit()
    expect((await refusalOf(account('a', transaction).get())).code).toBe('DATABASE_TRANSACTION_FAIL')
    expect((await refusalOf(account('a', transaction).update(increment()))).code).toBe(
      'DATABASE_TRANSACTION_FAIL',
    )
    expect((await refusalOf(transaction.commit())).code).toBe('DATABASE_TRANSACTION_FAIL')
    expect((await refusalOf(transaction.rollback())).code).toBe('DATABASE_TRANSACTION_FAIL')
    expect(await amountOf('a')).toBe(2)
  })

  it('ends with its first failed operation', async () => {
    const transaction = await begin()
    await account('a', transaction).update(increment())
    const duplicate = transaction.collection('accounts').add({ _id: 'b' })
    expect((await refusalOf(duplicate)).code).toBe('DATABASE_DUPLICATE_WRITE')
    expect((await refusalOf(transaction.commit())).code).toBe('DATABASE_TRANSACTION_FAIL')
    expect(await amountOf('a')).toBe(1)
    await account('a').update(increment())
  })

  it('lets where().update() and count() escape, as the SDK sends no transaction with them', async () => {
    const transaction = await begin()
    await account('a', transaction).get()
    await transaction.collection('accounts').where({ _id: 'b' }).update(increment())
    expect(await amountOf('b')).toBe(2)
    await transaction.collection('letters').add({})
    expect((await transaction.collection('letters').count()).total).toBe(0)
    await transaction.rollback()
    expect(await amountOf('b')).toBe(2)
  })
})

describe('two transactions', () => {
  it('cannot lose an update: the second write of one document conflicts at once', async () => {
    const first = await begin()
    const second = await begin()
    await account('a', first).get()
    await account('a', second).get()
    await account('a', first).update({ n: 10 })
    expect((await refusalOf(account('a', second).update({ n: 20 }))).code).toBe(
      'DATABASE_TRANSACTION_CONFLICT',
    )
    expect((await refusalOf(second.commit())).code).toBe('DATABASE_TRANSACTION_FAIL')
    await first.commit()
    expect(await amountOf('a')).toBe(10)
  })

  it('conflict also when the other has already committed', async () => {
    const second = await begin()
    await account('b', second).get()
    const first = await begin()
    await account('a', first).update({ n: 10 })
    await first.commit()
    expect((await account('a', second).get()).data).toEqual({ _id: 'a', n: 1 })
    expect((await refusalOf(account('a', second).update(increment()))).code).toBe(
      'DATABASE_TRANSACTION_CONFLICT',
    )
    expect(await amountOf('a')).toBe(10)
  })

  it.each<[string, (transaction: Transaction) => Promise<unknown>]>([
    ['set', (transaction) => account('a', transaction).set({ n: 3 })],
    ['remove', (transaction) => account('a', transaction).remove()],
    ['a plain update', () => account('a').update({ n: 3 })],
    ['a plain removal', () => account('a').remove()],
  ])('%s is a change like any other', async (_, change) => {
    const late = await begin()
    await account('b', late).get()
    const early = await begin()
    await change(early)
    await early.commit()
    expect((await refusalOf(account('a', late).update({ n: 9 }))).code).toBe('DATABASE_TRANSACTION_CONFLICT')
  })

  it('cannot both insert one _id', async () => {
    const first = await begin()
    const second = await begin()
    const letter = { _id: 'l', of: 'x' }
    await first.collection('letters').add(letter)
    const refusal = await refusalOf(second.collection('letters').add({ ...letter, of: 'y' }))
    expect(refusal.code).toBe('DATABASE_TRANSACTION_CONFLICT')
    await first.commit()
    const third = await begin()
    expect((await refusalOf(third.collection('letters').add(letter))).code).toBe('DATABASE_DUPLICATE_WRITE')
  })

  it('conflict when one inserts what the other inserted since the snapshot', async () => {
    const late = await begin()
    await account('a', late).get()
    await setting.db.collection('letters').add({ _id: 'l' })
    const set = late.collection('letters').doc('l').set({ of: 'y' })
    expect((await refusalOf(set)).code).toBe('DATABASE_TRANSACTION_CONFLICT')
  })

  it('may write what the other only read: write skew is possible', async () => {
    const first = await begin()
    const second = await begin()
    await account('a', first).get()
    await account('b', first).get()
    await account('a', second).get()
    await account('b', second).get()
    await account('a', first).update({ n: 0 })
    await account('b', second).update({ n: 0 })
    await first.commit()
    await second.commit()
    expect([await amountOf('a'), await amountOf('b')]).toEqual([0, 0])
  })

  it('do not hold what a write left as it was', async () => {
    const first = await begin()
    expect(await account('a', first).update({ n: 1 })).toMatchObject({ updated: 0 })
    const second = await begin()
    expect(await account('a', second).update({ n: 2 })).toMatchObject({ updated: 1 })
    await second.commit()
    await first.commit()
    expect(await amountOf('a')).toBe(2)
  })

  it('free their documents when they are killed', async () => {
    const first = await begin()
    const second = await begin()
    await account('a', first).update({ n: 10 })
    await account('b', second).update({ n: 20 })
    await refusalOf(account('b', first).update({ n: 10 }))
    await account('a', second).update({ n: 20 })
    await second.commit()
    expect([await amountOf('a'), await amountOf('b')]).toEqual([20, 20])
  })
})

describe('a plain write', () => {
  it.each<[string, (transaction: Transaction) => Promise<unknown>, number]>([
    ['committed', (transaction) => transaction.commit(), 11],
    ['rolled back', (transaction) => transaction.rollback(), 2],
  ])('waits for a locked document until the transaction is %s', async (_, end, expected) => {
    const transaction = await begin()
    await account('a', transaction).update({ n: 10 })
    let written = false
    const write = account('a')
      .update(increment())
      .then((reply: unknown) => {
        written = true
        return reply
      })
    await new Promise((resolve) => setTimeout(resolve, 120))
    expect(written).toBe(false)
    expect(await amountOf('a')).toBe(1)
    await end(transaction)
    expect(await write).toMatchObject({ updated: 1 })
    expect(await amountOf('a')).toBe(expected)
  })

  it('of another document does not wait', async () => {
    const transaction = await begin()
    await account('a', transaction).update({ n: 10 })
    await account('b').update(increment())
    expect(await amountOf('b')).toBe(2)
    await transaction.rollback()
  })

  it('goes on when the life of the transaction is over', async () => {
    const transaction = await begin()
    await account('a', transaction).update({ n: 10 })
    const write = account('a').update(increment())
    await new Promise((resolve) => setTimeout(resolve, 60))
    clock += 30_000
    expect(await write).toMatchObject({ updated: 1 })
    expect(await amountOf('a')).toBe(2)
    expect((await refusalOf(transaction.commit())).code).toBe('DATABASE_TRANSACTION_FAIL')
  })

  it('ends when the database is closed', async () => {
    const other = await openSetting({ collections: ['accounts'] })
    const target = { collectionName: 'accounts', query: '{"_id":"a"}' }
    const set = { ...target, data: '{"n":{"$numberInt":"1"}}', merge: false, upsert: true }
    const started = await other.server.handle('database.startTransaction', {})
    if (!('transactionId' in started)) throw new Error('no transaction')
    await other.server.handle('database.modifyDocument', { ...set, transactionId: started.transactionId })
    const waiting = other.server.handle('database.modifyDocument', set)
    await new Promise((resolve) => setTimeout(resolve, 20))
    await other.close()
    expect(await waiting).toMatchObject({ message: 'the database is closed' })
    process.env.TCB_CONTEXT_CNFG = JSON.stringify({ URL: setting.admin.adminUrl })
  })
})

describe('the life of a transaction', () => {
  it('is 30 s, after which it fails and holds nothing', async () => {
    const transaction = await begin()
    await account('a', transaction).update({ n: 10 })
    clock += 29_999
    expect((await account('a', transaction).get()).data).toEqual({ _id: 'a', n: 10 })
    clock += 1
    expect((await refusalOf(account('a', transaction).get())).code).toBe('DATABASE_TRANSACTION_FAIL')
    expect((await refusalOf(transaction.commit())).code).toBe('DATABASE_TRANSACTION_FAIL')
    expect(await amountOf('a')).toBe(1)
  })

  it('is asked for before the commit too', async () => {
    const transaction = await begin()
    await account('a', transaction).update({ n: 10 })
    clock += 30_000
    expect((await refusalOf(transaction.commit())).code).toBe('DATABASE_TRANSACTION_FAIL')
    expect(await amountOf('a')).toBe(1)
  })

  it('that is over does not stand in the way of another', async () => {
    const old = await begin()
    await account('a', old).update({ n: 10 })
    clock += 30_000
    const young = await begin()
    await account('a', young).update({ n: 20 })
    await young.commit()
    expect(await amountOf('a')).toBe(20)
  })

  it('is over when the clock is set back before its beginning', async () => {
    const old = await begin()
    await account('a', old).update({ n: 10 })
    clock -= 3_600_000
    await account('a').update(increment())
    expect(await amountOf('a')).toBe(2)
    expect((await refusalOf(old.commit())).code).toBe('DATABASE_TRANSACTION_FAIL')
  })

  it('never began for an unknown id', async () => {
    const query = { collectionName: 'accounts', query: '{}', transactionId: 'nobody' }
    expect(await setting.server.handle('database.getDocument', query)).toMatchObject({
      code: 'DATABASE_TRANSACTION_FAIL',
    })
  })
})

describe('many at once', () => {
  it('20 increments through retries all count', async () => {
    const attempt = () =>
      setting.db.runTransaction(async (transaction: Transaction) => {
        const { data } = await transaction.collection('accounts').doc('a').get()
        await transaction
          .collection('accounts')
          .doc('a')
          .update({ n: data.n + 1 })
      })
    const patient = async () => {
      for (let tries = 0; tries < 200; tries += 1) {
        try {
          return await attempt()
        } catch (error) {
          if ((error as { code?: string }).code !== 'DATABASE_TRANSACTION_CONFLICT') throw error
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * Math.min(tries + 1, 5)))
        }
      }
      throw new Error('never got through')
    }
    await Promise.all(Array.from({ length: 20 }, patient))
    expect(await amountOf('a')).toBe(21)
  })

  it('20 plain increments all count', async () => {
    await Promise.all(Array.from({ length: 20 }, () => account('a').update(increment())))
    expect(await amountOf('a')).toBe(21)
  })
})

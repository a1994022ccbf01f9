import { openDatabase } from '../../../local/cloudbase/database'
import type { Collections } from '../../../platform/store/collections'
import { createStore, type Store } from '../../../platform/store/store'
import { initSdk, type SdkServer, serveAdmin } from '../../local/cloudbase/sdk'

let store: Store
let server: SdkServer
let unreachable = false
const database = openDatabase({
  file: ':memory:',
  now: Date.now,
  collections: ['attempts', 'letters', 'papers'],
})

beforeAll(async () => {
  server = await serveAdmin((action, params) =>
    unreachable ? Promise.reject(new Error('away')) : database.handle(action, params),
  )
  initSdk(server.adminUrl)
  store = createStore()
})
afterEach(() => {
  unreachable = false
})
afterAll(() => database.close())

type Attempts = Collections['attempts']
const attempts = (_id: string, count = 0): Attempts => ({
  _id,
  whose: 'nobody',
  count,
  day: '2025-11-05' as Attempts['day'],
  lastRequest: null,
})
const insert = (document: Attempts) =>
  store.transact(async (transaction) => {
    await transaction.insert('attempts', document)
    return { keep: true, value: null }
  })

it('loses none of thirty changes that meet in one document', async () => {
  await insert(attempts('contended'))
  await Promise.all(
    Array.from({ length: 30 }, () =>
      store.transact(async (transaction) => {
        const found = await transaction.get('attempts', 'contended')
        await transaction.update('attempts', 'contended', { count: (found?.count ?? 0) + 1 })
        return { keep: true, value: null }
      }),
    ),
  )
  expect((await store.get('attempts', 'contended'))?.count).toBe(30)
})

it('gives up with an outage when it never gets through, after a bounded number of attempts', async () => {
  await insert(attempts('held'))
  const pauses: number[] = []
  const impatient = createStore((ms) => {
    pauses.push(ms)
    return Promise.resolve()
  })
  let runs = 0
  const always = impatient.transact(async (transaction) => {
    runs += 1
    await transaction.get('attempts', 'held')
    // Somebody else commits in between, each time.
    await store.transact(async (other) => {
      await other.update('attempts', 'held', { count: runs })
      return { keep: true, value: null }
    })
    await transaction.update('attempts', 'held', { count: -1 })
    return { keep: true, value: null }
  })
  await expect(always).rejects.toMatchObject({ code: 'store-busy', retry: 'same-request' })
  expect(runs).toBe(pauses.length + 1)
  expect(new Set(pauses).size).toBeGreaterThan(1)
  expect((await store.get('attempts', 'held'))?.count).toBe(runs)
})

it('writes nothing when the work keeps nothing or throws', async () => {
  const value = await store.transact(async (transaction) => {
    await transaction.insert('attempts', attempts('dropped'))
    return { keep: false, value: 'refused' }
  })
  expect(value).toBe('refused')
  const thrown = store.transact(async (transaction) => {
    await transaction.insert('attempts', attempts('dropped'))
    throw new Error('a bug')
  })
  await expect(thrown).rejects.toThrow('a bug')
  expect(await store.get('attempts', 'dropped')).toBeNull()
})

it('refuses a second document with the same id', async () => {
  await insert(attempts('once'))
  await expect(insert(attempts('once'))).rejects.toBeDefined()
})

it('writes a field whole, also where it was null', async () => {
  const letter = { _id: 'L', signedAt: null, seal: null } as unknown as Collections['letters']
  const seal = { sm3: 'x', signature: 'y', keyId: 'k' }
  await store.transact(async (transaction) => {
    await transaction.insert('letters', letter)
    return { keep: true, value: null }
  })
  await store.transact(async (transaction) => {
    await transaction.get('letters', 'L')
    await transaction.update('letters', 'L', { seal })
    return { keep: true, value: null }
  })
  expect((await store.get('letters', 'L'))?.seal).toEqual(seal)
})

describe('a signed letter', () => {
  const signed = { _id: 'signed', signedAt: '2025-11-05T01:00:00.000Z' } as Collections['letters']
  const change = (read: boolean) =>
    store.transact(async (transaction) => {
      if (read) await transaction.get('letters', 'signed')
      await transaction.update('letters', 'signed', { title: 'another' })
      return { keep: true, value: null }
    })

  it('is changed by nobody, neither after reading it nor without, nor by a filter', async () => {
    await store.transact(async (transaction) => {
      await transaction.insert('letters', signed)
      return { keep: true, value: null }
    })
    await expect(change(true)).rejects.toThrow('a final document of letters is not changed')
    await expect(change(false)).rejects.toThrow('only after the same transaction has read it')
    const byFilter = store.updateWhere('letters', { _id: 'signed' }, { title: 'another' })
    await expect(byFilter).rejects.toThrow('not changed by a filter')
    expect(await store.get('letters', 'signed')).toEqual(signed)
  })

  it('is erased by name alone', async () => {
    expect(await store.erase('letters', [])).toBe(0)
    expect(await store.erase('letters', ['signed', 'not-there'])).toBe(1)
    expect(await store.get('letters', 'signed')).toBeNull()
  })
})

it('puts a paper in the place of the one before', async () => {
  const paper = (madeOf: string) => ({ _id: 'p', fileId: 'f', madeOf, sm3: 's' }) as Collections['papers']
  await store.replace('papers', paper('first'))
  await store.replace('papers', paper('second'))
  expect(await store.get('papers', 'p')).toEqual(paper('second'))
})

it('finds, orders, limits and changes only what fits', async () => {
  for (const count of [3, 1, 2])
    await insert({ ...attempts(`found-${count}`, count), day: '2025-12-01' as Attempts['day'] })
  const filter = { day: '2025-12-01' }
  const found = await store.find('attempts', filter, { orderBy: ['count', 'desc'], limit: 2 })
  expect(found.map((each) => each.count)).toEqual([3, 2])
  const changed = await store.updateWhere(
    'attempts',
    { ...filter, count: store.operators.lte(2) },
    { count: 0 },
  )
  expect(changed).toBe(2)
  const after = await store.find('attempts', filter, { orderBy: ['count', 'asc'], limit: 10 })
  expect(after.map((each) => each.count)).toEqual([0, 0, 3])
})

it('calls it an outage when the platform does not answer', async () => {
  unreachable = true
  await expect(store.get('attempts', 'once')).rejects.toMatchObject({ code: 'store-unavailable' })
  await server.close()
  await expect(store.get('attempts', 'once')).rejects.toMatchObject({ code: 'store-unavailable' })
})

import { openDatabase } from '../../../local/cloudbase/database'
import type { Collections } from '../../../platform/store/collections'
import { createStore, type Store } from '../../../platform/store/store'
import { initSdk, type SdkServer, serveAdmin } from '../../local/cloudbase/sdk'

let store: Store
let server: SdkServer
let unreachable = false
const database = openDatabase({ file: ':memory:', now: Date.now, collections: ['attempts', 'letters'] })

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
  const letter = { _id: 'L', seal: null } as unknown as Collections['letters']
  const seal = { sm3: 'x', signature: 'y', keyId: 'k' }
  await store.transact(async (transaction) => {
    await transaction.insert('letters', letter)
    await transaction.update('letters', 'L', { seal })
    return { keep: true, value: null }
  })
  expect((await store.get('letters', 'L'))?.seal).toEqual(seal)
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

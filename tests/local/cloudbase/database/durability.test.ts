import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import { openDatabase } from '../../../../local/cloudbase/database'
import { initSdk } from '../sdk'
import type { SdkDatabase } from './setup'

const ROOT = path.resolve(__dirname, '../../../..')

/** The database and the admin server in a process of their own, which can be killed. */
const PROGRAM = `
  import { openDatabase } from './local/cloudbase/database'
  import { serveAdmin } from './tests/local/cloudbase/sdk'
  const database = openDatabase({ file: process.argv[2] ?? '', now: Date.now, collections: ['accounts', 'letters'] })
  void serveAdmin((action, params) => database.handle(action, params)).then(({ adminUrl }) => console.log(adminUrl))
`

let folder: string
let program: string

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'durability-'))
  program = path.join(folder, 'server.cjs')
  await build({
    stdin: { contents: PROGRAM, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    outfile: program,
  })
})
afterAll(() => rmSync(folder, { recursive: true }))

async function startServer(file: string): Promise<{ child: ChildProcess; db: SdkDatabase }> {
  const child = spawn(process.execPath, [program, file], {
    env: { ...process.env, NODE_PATH: path.join(ROOT, 'node_modules') },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = once(child, 'exit').then(() => Promise.reject(new Error('the server did not start')))
  const [line] = (await Promise.race([once(child.stdout, 'data'), gone])) as [Buffer]
  return { child, db: initSdk(line.toString().trim()).database() }
}

interface Acknowledged {
  readonly letters: string[]
  increments: number
  transfers: number
}

/** Writes until the server is gone, and counts what the server said was done. */
async function writeUntilKilled(db: SdkDatabase, round: number, done: Acknowledged): Promise<void> {
  const accounts = db.collection('accounts')
  const { inc } = db.command
  const writers = [
    async (n: number) => {
      const _id = `letter-${round}-${n}`
      await db.collection('letters').add({ _id, text: '本人同意'.repeat(100) })
      done.letters.push(_id)
    },
    async () => {
      await accounts.doc('counter').update({ n: inc(1) })
      done.increments += 1
    },
    async () => {
      const transaction = await db.startTransaction()
      await transaction
        .collection('accounts')
        .doc('from')
        .update({ n: inc(-1) })
      await transaction
        .collection('accounts')
        .doc('to')
        .update({ n: inc(1) })
      await transaction.commit()
      done.transfers += 1
    },
  ]
  await Promise.all(
    writers.map(async (write) => {
      for (let n = 0; n < 10_000; n += 1) {
        try {
          await write(n)
        } catch {
          return
        }
      }
    }),
  )
}

/** Looks every few milliseconds, for 10 s at most. */
async function untilTrue(isTrue: () => boolean): Promise<void> {
  for (let looks = 0; looks < 2000; looks += 1) {
    if (isTrue()) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error('the writers did not get far enough')
}

/** Four processes are started one after another, which takes its time on a busy machine. */
jest.setTimeout(60_000)

describe('the database on disk', () => {
  it('killed in the middle of writing keeps all it acknowledged, and transactions whole', async () => {
    const file = path.join(folder, 'killed.db')
    const done: Acknowledged = { letters: [], increments: 0, transfers: 0 }
    for (let round = 0; round < 3; round += 1) {
      const { child, db } = await startServer(file)
      try {
        const accounts = db.collection('accounts')
        if (round === 0) for (const id of ['counter', 'from', 'to']) await accounts.doc(id).set({ n: 0 })
        const writing = writeUntilKilled(db, round, done)
        await untilTrue(() => done.letters.length >= 20 * (round + 1) && done.transfers >= 7 * (round + 1))
        child.kill('SIGKILL')
        await once(child, 'exit')
        await writing
      } finally {
        child.kill('SIGKILL')
      }
    }
    const { child, db } = await startServer(file)
    try {
      const accounts = db.collection('accounts')
      const amountOf = async (id: string) => (await accounts.doc(id).get()).data[0].n as number
      const { total } = await db.collection('letters').count()
      const kept = new Set<string>()
      for (let offset = 0; offset < total; offset += 1000) {
        const { data } = await db.collection('letters').skip(offset).limit(1000).get()
        for (const { _id } of data) kept.add(_id)
      }
      expect(done.letters.filter((id) => !kept.has(id))).toEqual([])
      expect(await amountOf('counter')).toBeGreaterThanOrEqual(done.increments)
      expect(await amountOf('counter')).toBeLessThanOrEqual(done.increments + 3)
      expect(await amountOf('to')).toBeGreaterThanOrEqual(done.transfers)
      expect((await amountOf('from')) + (await amountOf('to'))).toBe(0)
    } finally {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
  })

  it('is there again after closing and opening, in the same order', async () => {
    const file = path.join(folder, 'deeper', 'again.db')
    const first = openDatabase({ file, now: Date.now, collections: ['c'] })
    const data = ['z', 'a', 'm'].map((_id) => JSON.stringify({ _id }))
    await first.handle('database.insertDocument', { collectionName: 'c', data })
    first.close()
    const second = openDatabase({ file, now: Date.now, collections: ['c'] })
    const reply = await second.handle('database.getDocument', { collectionName: 'c' })
    second.close()
    expect(reply).toMatchObject({ data: { list: data } })
  })

  it('belongs to one process at a time', () => {
    const file = path.join(folder, 'mine.db')
    const mine = openDatabase({ file, now: Date.now })
    expect(() => openDatabase({ file, now: Date.now })).toThrow('already open')
    mine.close()
    openDatabase({ file, now: Date.now }).close()
  })

  it('forgets a transaction that was open when it was closed', async () => {
    const file = path.join(folder, 'open.db')
    const first = openDatabase({ file, now: Date.now, collections: ['c'] })
    const started = await first.handle('database.startTransaction', {})
    if (!('transactionId' in started)) throw new Error('no transaction')
    const { transactionId } = started
    await first.handle('database.insertDocument', {
      collectionName: 'c',
      data: ['{"_id":"a"}'],
      transactionId,
    })
    first.close()
    const second = openDatabase({ file, now: Date.now })
    const count = await second.handle('database.calculateDocument', { collectionName: 'c' })
    const late = await second.handle('database.commitTransaction', { transactionId })
    second.close()
    expect(count).toMatchObject({ data: { total: 0 } })
    expect(late).toMatchObject({ code: 'DATABASE_TRANSACTION_FAIL' })
  })
})

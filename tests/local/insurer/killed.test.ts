import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import { PEOPLE } from '../../../local/people'
import { createHttpInsurer } from '../../../platform/insurer/http-insurer'
import type { Insurer, PremiumOrder } from '../../../platform/insurer/port'
import { addFen, fen } from '../../../shared/values/fen'
import { child, documentOf, father, KEY, mother, orderOf, startTestInsurer } from './stage'

const ROUNDS = 4
const ROOT = path.resolve(__dirname, '../../..')
const PROGRAM = `
  import { startInsurer } from './local/insurer'
  import { PEOPLE } from './local/people'
  const [directory, key] = process.argv.slice(2)
  startInsurer({ directory, key, people: PEOPLE, now: Date.now }).then(({ url }) => console.log(url))
`

let directory: string
beforeAll(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'insurer-'))
  await build({
    stdin: { contents: PROGRAM, resolveDir: ROOT, loader: 'ts' },
    outfile: path.join(directory, 'program.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['libsql'],
    logLevel: 'error',
  })
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

/** The insurer in a process of its own, which can be killed at any moment. */
async function startProcess(data: string): Promise<{ port: Insurer; kill(): Promise<void> }> {
  const started: ChildProcess = spawn(process.execPath, [path.join(directory, 'program.js'), data, KEY], {
    env: { PATH: process.env.PATH, NODE_PATH: path.join(ROOT, 'node_modules') },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = new Promise<void>((resolve) => started.once('exit', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    started.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()))
    started.once('exit', (code) => reject(new Error(`ended with ${code}`)))
  })
  return {
    port: createHttpInsurer({ url, key: KEY, timeoutMs: 5_000 }),
    async kill() {
      started.kill('SIGKILL')
      await exited
    },
  }
}

/** Both parents pay and get back the years of the child, over and over; what they hear is kept. */
function keepMoving(port: Insurer, heard: Map<string, { order: PremiumOrder; outcome: string }>) {
  let going = true
  const parent = async (payer: typeof father) => {
    for (let turn = 0; going && turn < 10_000; turn += 1) {
      const order = orderOf({
        orderId: randomUUID(),
        payer: documentOf(payer),
        premiumYear: 2020 + (turn % 5),
        amountFen: fen(1 + (turn % 97)),
      })
      const { outcome } = await port.payPremium(order)
      heard.set(order.orderId, { order, outcome })
      if (outcome === 'settled' && turn % 2 === 0) {
        await port.reversePremium({ reversalId: randomUUID(), orderId: order.orderId, reason: 'other' })
      }
      if (outcome === 'not-sent') return
    }
  }
  const done = Promise.all([parent(father), parent(mother)])
  return {
    stop: () => {
      going = false
      return done
    },
  }
}

it('loses nothing that it answered and leaves nothing half done when it is killed', async () => {
  const data = path.join(directory, 'data')
  const heard = new Map<string, { order: PremiumOrder; outcome: string }>()
  for (let round = 0; round < ROUNDS; round += 1) {
    const running = await startProcess(data)
    const moving = keepMoving(running.port, heard)
    await new Promise((resolve) => setTimeout(resolve, 150 + 70 * round))
    await running.kill()
    await moving.stop()
  }
  const settled = [...heard.values()].filter(({ outcome }) => outcome === 'settled')
  expect(settled.length).toBeGreaterThan(ROUNDS)

  const insurer = await startTestInsurer({ directory: data })
  try {
    const port = createHttpInsurer({ url: insurer.url, key: KEY, timeoutMs: 5_000 })
    for (const { order, outcome } of heard.values()) {
      const found = await port.findPayment(order.orderId)
      if (outcome === 'settled' || outcome === 'refused') expect(found).toMatchObject({ outcome })
      if (outcome === 'not-sent') expect(found).toEqual({ outcome: 'not-received' })
    }
    // The statement alone gives what is left in the two accounts, and each year is paid at most once.
    const held = new Map([father, mother].map((payer) => [payer.idNumber, Number(payer.balanceFen)]))
    const standing = new Map<number, string>()
    for (let after: number | null = 0; after !== null; ) {
      const page = await port.statement({ afterSequence: after, limit: 500 })
      for (const line of page.lines) {
        if (line.kind !== 'premium' && line.kind !== 'reversal')
          throw new Error('only premiums were asked for')
        const payer = heard.get(line.orderId)?.order.payer.idNumber
        if (payer === undefined) throw new Error('the statement has a movement that nobody asked for')
        const gained = line.kind === 'premium' ? -line.amountFen : line.amountFen
        held.set(payer, (held.get(payer) ?? 0) + gained)
        if (line.kind === 'reversal') standing.delete(line.premiumYear)
        else {
          expect(standing.has(line.premiumYear)).toBe(false)
          standing.set(line.premiumYear, line.orderId)
        }
      }
      after = page.next
    }
    for (const payer of [father, mother]) {
      expect((await port.accountOf(documentOf(payer)))?.balanceFen).toBe(held.get(payer.idNumber))
    }
    const totals = insurer.totals()
    expect(addFen(...Object.values(totals))).toBe(0)
    expect(-totals.opening).toBe(addFen(...PEOPLE.map(({ balanceFen }) => balanceFen ?? fen(0))))
    expect((await port.premiumStatus(documentOf(child), 2020, documentOf(father))).paid === null).toBe(
      !standing.has(2020),
    )
  } finally {
    await insurer.close()
  }
})

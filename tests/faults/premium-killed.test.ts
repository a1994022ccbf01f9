import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ulid } from 'ulid'
import { balanceOf, bindChild, PASSWORD, quoted, setPassword } from '../journeys/premium-family'
import { Phone, valueIn } from '../journeys/stage'
import { type Running, startProcess } from './product-process'

/** A few in every run; `npm run test:nightly` kills three hundred times. */
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 3)
const ROUND_MS = 20_000
/** About as long as a payment takes, so that the kill falls before, into and after it. */
const LATEST_KILL_MS = 160
const PRICE = 400_00
const OPENID = 'o-hebei-chen-zhiqiang'

let dataDir: string
let running: Running
beforeAll(async () => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'product-'))
  running = await startProcess(dataDir)
})
afterAll(async () => {
  await running.kill()
  rmSync(dataDir, { recursive: true, force: true })
})

const phone = () => new Phone({ url: running.url }, OPENID)

/** Asks, kills the whole product after a while, starts it again and asks the same as the phone does. */
async function killedWhile<Value>(afterMs: number, ask: () => Promise<Value>): Promise<Value> {
  const lost = ask().catch(() => null)
  await new Promise((resolve) => setTimeout(resolve, afterMs))
  await running.kill()
  await lost
  running = await startProcess(dataDir)
  return ask()
}

it(
  `pays once and gives back once when everything is killed, ${ROUNDS} times each`,
  async () => {
    await phone().link()
    await setPassword(phone())
    const son = await bindChild(phone(), '陈浩然')
    const before = (await balanceOf(phone())) ?? 0
    for (let round = 0; round < ROUNDS; round += 1) {
      const afterMs = (round * 37) % LATEST_KILL_MS
      const { quoteId } = await quoted(phone(), [son])
      const [payId, refundId] = [ulid(), ulid()]
      const paying = { quoteId, password: PASSWORD }
      const paid = valueIn(await killedWhile(afterMs, () => phone().ask('premiums', 'pay', paying, payId)))
      expect(paid.state).toBe('paid')
      expect(await balanceOf(phone())).toBe(before - PRICE)
      const { paymentId, lines } = paid
      const back = { paymentId, lineId: lines[0]?.lineId ?? '', reason: 'duplicate' as const }
      const given = valueIn(
        await killedWhile(afterMs, () => phone().ask('premiums', 'refund', back, refundId)),
      )
      expect(given.state).toBe('refunded')
      expect(await balanceOf(phone())).toBe(before)
    }
  },
  ROUNDS * ROUND_MS + 30_000,
)

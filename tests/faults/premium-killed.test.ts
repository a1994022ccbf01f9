import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ulid } from 'ulid'
import { balanceOf, bindChild, PASSWORD, quoted, setPassword } from '../journeys/premium-family'
import { Phone, valueIn } from '../journeys/stage'
import { type Running, startProcess } from './product-process'

/** Ten kills in every run, five while it pays and five while it gives back; `npm run test:nightly` has many more. */
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 5)
/** Two calls, two starts: two seconds on a quiet machine, thirty on one that many share. */
const ROUND_MS = 90_000
/** The kills are spread over what a call takes on this machine, and a little beyond it. */
const BEYOND = 1.2
/** Steps of this size never come back to the same place, and leave no large gap. */
const GOLDEN = 0.618
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

async function timed<Value>(
  ask: () => Promise<Value>,
): Promise<{ readonly value: Value; readonly ms: number }> {
  const began = performance.now()
  return { value: await ask(), ms: performance.now() - began }
}

/** Asks, kills the whole product after a while, starts it again and asks the same as the phone does. */
async function killedWhile<Value>(afterMs: number, ask: () => Promise<Value>): Promise<Value> {
  const lost = ask().catch(() => null)
  await new Promise((resolve) => setTimeout(resolve, afterMs))
  await running.kill()
  await lost
  running = await startProcess(dataDir)
  return ask()
}

interface Durations {
  readonly payMs: number
  readonly refundMs: number
}

it(
  `pays once and gives back once when everything is killed, ${ROUNDS} times each`,
  async () => {
    await phone().link()
    await setPassword(phone())
    const son = await bindChild(phone(), '陈浩然')
    const before = (await balanceOf(phone())) ?? 0

    type Killing = <Value>(ask: () => Promise<Value>, ms: keyof Durations) => Promise<Value>
    const round = async (killing: Killing): Promise<void> => {
      const { quoteId } = await quoted(phone(), [son])
      const [payId, refundId] = [ulid(), ulid()]
      const input = { quoteId, password: PASSWORD }
      const paid = valueIn(await killing(() => phone().ask('premiums', 'pay', input, payId), 'payMs'))
      expect(paid.state).toBe('paid')
      expect(await balanceOf(phone())).toBe(before - PRICE)
      const { paymentId, lines } = paid
      const back = { paymentId, lineId: lines[0]?.lineId ?? '', reason: 'duplicate' as const }
      const given = valueIn(
        await killing(() => phone().ask('premiums', 'refund', back, refundId), 'refundMs'),
      )
      expect(given.state).toBe('refunded')
      expect(await balanceOf(phone())).toBe(before)
    }

    const took = { payMs: 0, refundMs: 0 }
    await round(async (ask, what) => {
      const { value, ms } = await timed(ask)
      took[what] = ms
      return value
    })
    for (let number = 0; number < ROUNDS; number += 1) {
      await round((ask, what) => killedWhile(((number * GOLDEN) % 1) * took[what] * BEYOND, ask))
    }

    const { events, intact } = valueIn(await phone().ask('bindings', 'history', { bindingId: son }))
    expect(intact).toBe(true)
    for (const kind of ['premium-paid', 'premium-refunded']) {
      expect(events.filter((event) => event.kind === kind)).toHaveLength(ROUNDS + 1)
    }
  },
  ROUNDS * ROUND_MS + 30_000,
)

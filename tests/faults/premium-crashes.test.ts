import { ulid } from 'ulid'
import { executes } from '../../cloudfunctions/premiums/execute'
import type { Product } from '../../local/product'
import { createHandler, type Main } from '../../platform/handler'
import type { Ports } from '../../platform/ports'
import type { Transaction } from '../../platform/store/store'
import { premiums } from '../../shared/contract/premiums'
import { dayOf, instant } from '../../shared/values/day'
import { callAs, portsOf } from '../journeys/ports'
import { balanceOf, bindChild, PASSWORD, payer, quoted } from '../journeys/premium-family'
import { type Phone, startStage, valueIn } from '../journeys/stage'
import { Intruder } from '../journeys/stored'

/** The moment of each call here; the workers of the stage have a clock of their own. */
const mockClock = { now: '2025-11-05T01:03:00.000Z' }
jest.mock('../../platform/clock', () => ({
  readClock: () => ({ now: instant(mockClock.now), today: dayOf(instant(mockClock.now)) }),
}))

const PRICE = 400_00
const OPENID = 'o-hebei-chen-zhiqiang'

let product: Product
let father: Phone
let son: string
let ports: Ports
let total: number

beforeAll(async () => {
  product = await startStage()
  father = await payer(product, OPENID)
  son = await bindChild(father, '陈浩然')
  ports = portsOf(product)
  total = await inTheAccount()
})
beforeEach(() => {
  // What a process says as it dies is not the test's to tell.
  jest.spyOn(console, 'log').mockImplementation(() => undefined)
  jest.spyOn(process.stdout, 'write').mockImplementation(() => true)
})
afterEach(() => product.insurer.setFault(null))
afterAll(() => product.close())

/** What is in the account from which everything here is paid. */
async function inTheAccount(): Promise<number> {
  return (await balanceOf(father)) ?? 0
}

class Killed extends Error {}

/** A process that dies at the n-th time it waits for the outside: before the step is done, or right after it. */
class Dying {
  waited = 0
  dead = false

  constructor(
    readonly at: number,
    readonly when: 'before' | 'after',
  ) {}

  async step<Value>(work: () => Promise<Value>): Promise<Value> {
    if (this.dead) throw new Killed()
    this.waited += 1
    const now = this.waited === this.at
    if (now && this.when === 'before') this.die()
    const value = await work()
    if (now) this.die()
    return value
  }

  die(): never {
    this.dead = true
    throw new Killed()
  }

  /** The port with every method that waits turned into a step. */
  over<Port extends object>(port: Port): Port {
    return new Proxy(port, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name)
        if (typeof member !== 'function' || name === 'transact') return member
        return (...values: unknown[]) => this.step(async () => member.apply(target, values))
      },
    })
  }

  ports(): Ports {
    const store = {
      ...this.over({ ...ports.store }),
      operators: ports.store.operators,
      transact: <Value>(
        work: (transaction: Transaction) => Promise<{ readonly keep: boolean; readonly value: Value }>,
      ) => this.step(() => ports.store.transact((transaction) => work(this.over({ ...transaction })))),
    }
    const wrapped = this.over({ ...ports.store })
    const whole = {
      ...store,
      get: wrapped.get,
      find: wrapped.find,
      updateWhere: wrapped.updateWhere,
      countUp: wrapped.countUp,
      replace: wrapped.replace,
      erase: wrapped.erase,
    }
    return { ...ports, store: whole, insurer: this.over({ ...ports.insurer }) }
  }
}

interface Asked {
  readonly action: 'pay' | 'refund'
  readonly requestId: string
  readonly input: Record<string, unknown>
}

const ask = (main: Main, event: Asked) => callAs(OPENID, main, event)

/** Asks in a process that dies at that step, and then again as the phone does. True where it lived to the end. */
async function askAndDie(event: Asked, at: number, when: 'before' | 'after'): Promise<boolean> {
  const dying = new Dying(at, when)
  const died = await ask(createHandler(premiums, executes, dying.ports()), event).then(
    () => dying.dead,
    () => true,
  )
  return !died
}

const again = (event: Asked) => ask(createHandler(premiums, executes, ports), event)

interface Value {
  readonly ok: boolean
  readonly value: { readonly paymentId: string; readonly lines: readonly { readonly lineId: string }[] }
}

async function paidOnceAndBack(
  pays: (event: Asked) => Promise<void>,
  refunds: (event: Asked) => Promise<void>,
): Promise<void> {
  const { quoteId } = await quoted(father, [son])
  const paying: Asked = { action: 'pay', requestId: ulid(), input: { quoteId, password: PASSWORD } }
  await pays(paying)
  const paid = (await again(paying)) as Value
  expect(paid).toMatchObject({ ok: true, value: { state: 'paid' } })
  expect(await again(paying)).toEqual(paid)
  expect(await inTheAccount()).toBe(total - PRICE)
  const { paymentId, lines } = paid.value
  const input = { paymentId, lineId: lines[0]?.lineId, reason: 'duplicate' }
  const refunding: Asked = { action: 'refund', requestId: ulid(), input }
  await refunds(refunding)
  const back = await again(refunding)
  expect(back).toMatchObject({ ok: true, value: { state: 'refunded' } })
  expect(await again(refunding)).toEqual(back)
  expect(await inTheAccount()).toBe(total)
}

// To die after one step is to die before the next, but for those that are under way together; so each third will do.
it.each([
  ['before', 1],
  ['after', 3],
] as const)(
  'pays once and gives back once, whichever step the process dies at, %s it',
  async (when, stride) => {
    let alive = { pay: false, refund: false }
    let at = 1
    for (; !(alive.pay && alive.refund) && at < 100; at += stride) {
      alive = { pay: true, refund: true }
      await paidOnceAndBack(
        async (event) => {
          alive.pay = await askAndDie(event, at, when)
        },
        async (event) => {
          alive.refund = await askAndDie(event, at, when)
        },
      )
    }
    // So many steps were there to die at, and the last time nothing was left to die at.
    expect(at).toBeGreaterThan(20)
    expect(at).toBeLessThan(100)
  },
  120_000,
)

describe('whatever the insurer does', () => {
  const kinds = ['refuse', 'error', 'error-after', 'lost', 'duplicate', 'late', 'slow', 'slow-after'] as const

  it.each(kinds)('%s: paid once, given back once, to the fen', async (kind) => {
    const fault = (operation: string) => product.insurer.setFault({ kind, ms: 150, operation, times: 1 })
    await paidOnceAndBack(
      async (event) => {
        fault('/premiums/pay')
        await ask(createHandler(premiums, executes, ports), event)
      },
      async (event) => {
        fault('/premiums/reverse')
        await ask(createHandler(premiums, executes, ports), event)
      },
    )
    // What was late has arrived by now, and has changed nothing more.
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(await inTheAccount()).toBe(total)
  })

  it('shuts out what never arrived once its time is over: not paid, and nothing taken', async () => {
    const { quoteId } = await quoted(father, [son])
    const event: Asked = { action: 'pay', requestId: ulid(), input: { quoteId, password: PASSWORD } }
    product.insurer.setFault({ kind: 'refuse', operation: '/premiums/pay', times: 1 })
    expect(await again(event)).toMatchObject({ ok: true, value: { state: 'outcome-unknown' } })
    const before = mockClock.now
    mockClock.now = '2025-11-05T01:13:00.000Z'
    const after = await again(event)
    mockClock.now = before
    expect(after).toMatchObject({
      ok: true,
      value: {
        state: 'failed',
        lines: [{ state: 'failed', refusal: { facts: { reason: 'order-cancelled' } } }],
      },
    })
    expect(await inTheAccount()).toBe(total)
  })
})

it('has written each movement once, and none that the insurer does not know', async () => {
  const movements = await new Intruder(product).all('premium-movements')
  const statement = await ports.insurer.statement({ afterSequence: 0, limit: 500 })
  expect(movements.map(({ _id }) => _id).sort()).toEqual(statement.lines.map(({ id }) => id).sort())
  expect(valueIn(await father.ask('premiums', 'payable', {})).relatives[0]?.state).toBe('unpaid')
})

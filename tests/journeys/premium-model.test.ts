import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { ulid } from 'ulid'
import type { Fault } from '../../local/insurer/faults'
import type { Product } from '../../local/product'
import type { PaymentDocument } from '../../platform/store/premium-collections'
import { addFen, fen } from '../../shared/values/fen'
import { balanceOf, bindChild, PASSWORD, payer } from './premium-family'
import { type Answer, Phone, startStage, valueIn } from './stage'
import { Intruder } from './stored'

/**
 * Two parents and two children, whatever happens to them: both pay, ask again, pay for the same child at the same
 * moment and ask the money back, while the insurer is slow, breaks, loses answers, does a thing twice or too late, and
 * while everything is stopped and started again. What may be said and what must hold is a model of a few lines.
 */

const YEAR = 2026
const MINUTE = 60_000
/** More in `npm run test:nightly`. */
const RUNS = Number(process.env.MODEL_RUNS ?? 4)
/** A life takes a second or two; a machine that many share may take a hundred times as long. */
const LIFE_MS = 100_000
/** What a late or slow request takes: longer than a call, shorter than a person waits. */
const OVERTAKEN_MS = 60

const PARENTS = ['o-hebei-chen-zhiqiang', 'o-hebei-liu-lihua'] as const
const CHILDREN = ['陈雨桐', '陈浩然'] as const

type Step =
  | {
      readonly kind: 'pay'
      readonly parent: number
      readonly children: readonly number[]
      readonly askedBy: number
    }
  | { readonly kind: 'both'; readonly child: number }
  | { readonly kind: 'refund'; readonly which: number; readonly askedBy: number }
  | { readonly kind: 'look'; readonly which: number }
  | { readonly kind: 'wait'; readonly minutes: number }
  | { readonly kind: 'credit'; readonly parent: number; readonly amountFen: number }
  | { readonly kind: 'restart' }

interface Happening {
  readonly step: Step
  readonly faults: readonly Fault[]
}

const fault: fc.Arbitrary<Fault> = fc.record({
  kind: fc.constantFrom('slow', 'slow-after', 'refuse', 'error', 'error-after', 'lost', 'duplicate', 'late'),
  operation: fc.constantFrom(
    '/premiums/pay',
    '/premiums/pay',
    '/premiums/reverse',
    '/premiums/find',
    '/premiums/cancel',
  ),
  ms: fc.constant(OVERTAKEN_MS),
  times: fc.integer({ min: 1, max: 3 }),
})
const parent = fc.nat(PARENTS.length - 1)
const child = fc.nat(CHILDREN.length - 1)
/** One request, or several of the same that are under way together. */
const askedBy = fc.integer({ min: 1, max: 2 })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 7,
    arbitrary: fc.record({
      kind: fc.constant('pay' as const),
      parent,
      children: fc.uniqueArray(child, { minLength: 1, maxLength: CHILDREN.length }),
      askedBy,
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('both' as const), child }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('refund' as const), which: fc.nat(), askedBy }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('look' as const), which: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.constantFrom(1, 11) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('credit' as const),
      parent,
      amountFen: fc.integer({ min: 1, max: 100_000 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) },
)
const happening: fc.Arbitrary<Happening> = fc.record({
  step,
  faults: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 3, arbitrary: fc.array(fault, { minLength: 1, maxLength: 2 }) },
  ),
})

let directory: string
let product: Product
const phones: Phone[] = []
/** The binding of each parent to each child. */
const bindings: string[][] = []
/** What is in the account of each parent while nothing is paid. */
const whole: number[] = []

const start = () => startStage({ dataDir: path.join(directory, 'data'), timersRun: false })
const phoneOf = (index: number) => phones[index] ?? never()
const never = () => {
  throw new Error('no such parent')
}

beforeAll(async () => {
  directory = mkdtempSync(path.join(tmpdir(), 'product-'))
  product = await start()
  for (const openid of PARENTS) {
    const phone = await payer(product, openid)
    phones.push(phone)
    const own: string[] = []
    for (const name of CHILDREN) own.push(await bindChild(phone, name))
    bindings.push(own)
    whole.push((await balanceOf(phone)) ?? never())
  }
})
afterAll(async () => {
  await product.close()
  rmSync(directory, { recursive: true, force: true })
})

async function restart(): Promise<void> {
  await product.close()
  product = await start()
  for (const [index, openid] of PARENTS.entries()) phones[index] = new Phone(product, openid)
}

const timer = (action: string) =>
  product.cloudbase.invoke(
    'clock',
    { Type: 'Timer', TriggerName: action },
    { kind: 'timer', timerName: action },
  )
const later = (minutes: number) => product.clock.set(product.clock.now() + minutes * MINUTE)

/** What was once said to be so for ever. A line that was said to be paid may only be given back. */
class Said {
  readonly #final = new Map<string, 'paid' | 'failed' | 'refunded'>()

  /** Answers that were under way together may arrive in any order; each is held against what was said before them. */
  hear(together: readonly Line[]): void {
    const before = new Map(this.#final)
    for (const { lineId, state } of together) {
      const said = before.get(lineId)
      if (said === 'paid') expect(['paid', 'refunding', 'refunded']).toContain(state)
      else if (said !== undefined) expect(state).toBe(said)
      if (state === 'failed') expect([undefined, 'failed']).toContain(this.#final.get(lineId))
      if (state === 'failed' || state === 'refunded') this.#final.set(lineId, state)
      if (state === 'paid' && this.#final.get(lineId) !== 'refunded') {
        expect(this.#final.get(lineId)).not.toBe('failed')
        this.#final.set(lineId, state)
      }
    }
  }

  get all() {
    return [...this.#final]
  }
}

interface Known {
  readonly parent: number
  readonly paymentId: string
  readonly lineId: string
}

/** One life, from accounts that are whole to accounts that are whole again. */
class Life {
  readonly said = new Said()
  readonly known = new Map<string, Known>()

  async do({ step: doing, faults }: Happening): Promise<void> {
    product.insurer.setFault(faults)
    switch (doing.kind) {
      case 'pay':
        return this.pay(doing.parent, doing.children, doing.askedBy)
      case 'both':
        await Promise.all(PARENTS.map((_, index) => this.pay(index, [doing.child], 1)))
        return
      case 'refund':
        return this.refund(this.pick(doing.which), doing.askedBy)
      case 'look':
        return this.look(this.pick(doing.which))
      case 'wait':
        later(doing.minutes)
        await timer('settle-payments')
        return
      case 'credit': {
        const amountFen = fen(doing.amountFen)
        product.insurer.credit(phoneOf(doing.parent).person.idNumber, 'account', amountFen)
        whole[doing.parent] = (whole[doing.parent] ?? 0) + amountFen
        return
      }
      case 'restart':
        return restart()
    }
  }

  private pick(which: number): Known | null {
    const all = [...this.known.values()]
    return all[which % Math.max(1, all.length)] ?? null
  }

  private hear(by: number, together: readonly Answer<Told>[]): void {
    const told = together.flatMap((answer) => (answer.ok ? [answer.value] : []))
    for (const { paymentId, lines } of told) {
      for (const { lineId } of lines) this.known.set(lineId, { parent: by, paymentId, lineId })
    }
    this.said.hear(told.flatMap(({ lines }) => lines))
  }

  private async pay(by: number, children: readonly number[], times: number): Promise<void> {
    const phone = phoneOf(by)
    const items = children.map((index) => ({ bindingId: bindings[by]?.[index] ?? never() }))
    const quote = await phone.ask('premiums', 'quote', { premiumYear: YEAR, items })
    if (!quote.ok) {
      // What is paid or under way is not offered again; nothing else stands in the way here.
      expect(['already-paid', 'not-allowed', 'balance-too-low']).toContain(quote.refusal.code)
      return
    }
    const input = { quoteId: quote.value.quoteId, password: PASSWORD }
    const requestId = ulid()
    const asking = Array.from({ length: times }, () => phone.ask('premiums', 'pay', input, requestId))
    this.hear(by, await Promise.all(asking))
  }

  private async refund(line: Known | null, times: number): Promise<void> {
    if (line === null) return
    const { paymentId, lineId } = line
    const input = { paymentId, lineId, reason: 'duplicate' as const }
    const asking = Array.from({ length: times }, () => phoneOf(line.parent).ask('premiums', 'refund', input))
    this.hear(line.parent, await Promise.all(asking))
  }

  private async look(line: Known | null): Promise<void> {
    if (line === null) return
    const { paymentId } = line
    this.hear(line.parent, [await phoneOf(line.parent).ask('premiums', 'get', { paymentId })])
  }

  /** Nothing is at fault any more: whatever was left open is settled by asking. */
  async settle(): Promise<void> {
    product.insurer.setFault(null)
    // What was sent late or twice has arrived by then.
    await new Promise((resolve) => setTimeout(resolve, 2 * OVERTAKEN_MS))
    for (let asked = 0; asked < 3; asked += 1) {
      later(61)
      await timer('settle-payments')
    }
    for (const line of this.known.values()) await this.look(line)
  }

  async giveAllBack(): Promise<void> {
    for (const line of this.known.values()) await this.refund(line, 1)
  }
}

interface Line {
  readonly lineId: string
  readonly state: string
}

interface Told {
  readonly paymentId: string
  readonly lines: readonly Line[]
}

/** At any moment: no fen comes from nowhere or is lost, and no child is paid for twice. */
async function keepsEveryFen(): Promise<void> {
  const totals = product.insurer.totals()
  expect(addFen(...Object.values(totals))).toBe(0)
  for (const name of CHILDREN) {
    const standing = (await orders()).filter(({ child: of, state }) => of === name && state === 'standing')
    expect(standing.length).toBeLessThanOrEqual(1)
  }
}

interface Order {
  readonly lineId: string
  readonly child: string
  readonly parent: number
  readonly amountFen: number
  readonly state: 'standing' | 'reversed'
}

/** What the insurer's own statement says, and of whom, by our records. */
async function orders(): Promise<Order[]> {
  const moved = await statement()
  const payments = await new Intruder(product).all('payments')
  const lineOf = new Map(payments.flatMap((payment) => payment.lines.map((line) => [line.lineId, line])))
  const reversed = new Set(moved.filter(({ kind }) => kind === 'reversal').map(({ orderId }) => orderId))
  return moved
    .filter(({ kind }) => kind === 'premium')
    .map(({ orderId, amountFen }) => {
      const bindingId = lineOf.get(orderId)?.bindingId ?? ''
      const by = bindings.findIndex((own) => own.includes(bindingId))
      const name = CHILDREN[bindings[by]?.indexOf(bindingId) ?? -1]
      if (name === undefined) throw new Error('the insurer moved what nobody confirmed')
      const state = reversed.has(orderId) ? ('reversed' as const) : ('standing' as const)
      return { lineId: orderId, child: name, parent: by, amountFen, state }
    })
}

interface Moved {
  readonly id: string
  readonly kind: 'premium' | 'reversal'
  readonly orderId: string
  readonly amountFen: number
}

async function statement(): Promise<Moved[]> {
  const moved: Moved[] = []
  for (let afterSequence: number | null = 0; afterSequence !== null; ) {
    const response: Response = await fetch(`${product.insurer.url}/statement`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${product.secrets.insurerKey}` },
      body: JSON.stringify({ afterSequence, limit: 500 }),
    })
    const page = (await response.json()) as { lines: Moved[]; next: number | null }
    moved.push(...page.lines)
    afterSequence = page.next
  }
  return moved
}

/** Once everything is settled: our records, the statement and the accounts say the same of every line. */
async function agree(life: Life): Promise<void> {
  const intruder = new Intruder(product)
  const payments = await intruder.all('payments')
  expect(payments.filter(({ open, inFlight }) => open || inFlight.length > 0)).toEqual([])
  const there = await orders()
  const stateOf = new Map(there.map(({ lineId, state }) => [lineId, state]))
  for (const line of payments.flatMap(({ lines }) => lines))
    expect(endOf(line)).toBe(stateOf.get(line.lineId))
  for (const [lineId, state] of life.said.all) {
    expect({ paid: 'standing', refunded: 'reversed', failed: undefined }[state]).toBe(stateOf.get(lineId))
  }
  for (const [index, phone] of phones.entries()) {
    const spent = there.filter(({ parent: by, state }) => by === index && state === 'standing')
    const sum = spent.reduce((total, { amountFen }) => total + amountFen, 0)
    expect(await balanceOf(phone)).toBe((whole[index] ?? 0) - sum)
  }
  const movements = await intruder.all('premium-movements')
  expect(movements.map(({ _id }) => _id).sort()).toEqual((await statement()).map(({ id }) => id).sort())
  await timer('reconcile-premiums')
  expect(await intruder.all('reconciliation')).toEqual([])
  await historiesAgree(there)
}

function endOf({ state, refund }: PaymentDocument['lines'][number]): Order['state'] | undefined {
  if (state !== 'paid') return undefined
  return refund?.state === 'refunded' ? 'reversed' : 'standing'
}

async function historiesAgree(there: readonly Order[]): Promise<void> {
  for (const [index, phone] of phones.entries()) {
    for (const [position, bindingId] of (bindings[index] ?? []).entries()) {
      const { events, intact } = valueIn(await phone.ask('bindings', 'history', { bindingId }))
      expect(intact).toBe(true)
      const own = there.filter(({ parent: by, child: of }) => by === index && of === CHILDREN[position])
      const count = (kind: string) => events.filter((event) => event.kind === kind).length
      expect(count('premium-paid')).toBe(own.length)
      expect(count('premium-refunded')).toBe(own.filter(({ state }) => state === 'reversed').length)
    }
  }
}

it(
  'keeps every fen and pays for each child at most once, whatever happens, and settles it all in the end',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 4, maxLength: 10 }), async (happenings) => {
        const life = new Life()
        for (const each of happenings) {
          await life.do(each)
          await keepsEveryFen()
        }
        await life.settle()
        await agree(life)
        await life.giveAllBack()
        await agree(life)
        expect((await orders()).filter(({ state }) => state === 'standing')).toEqual([])
      }),
      // One life begins where the one before has left the accounts whole; a failure is told as it was, and not shrunk.
      { numRuns: RUNS, endOnFailure: true },
    )
  },
  RUNS * LIFE_MS,
)

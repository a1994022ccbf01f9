import { ulid } from 'ulid'
import type { Product } from '../../local/product'
import { fen } from '../../shared/values/fen'
import {
  balanceOf,
  bindAdult,
  bindChild,
  PASSWORD,
  payer,
  personNamed,
  quoted,
  setPassword,
} from './premium-family'
import { fire, linked, type Phone, post, refusalIn, startStage, valueIn } from './stage'
import { Intruder } from './stored'

const YEAR = 2026
const PRICE = fen(400_00)

let product: Product
let father: Phone
let mother: Phone
let daughter: string
let son: string
let daughterOfMother: string

beforeAll(async () => {
  product = await startStage()
  father = await payer(product, 'o-hebei-chen-zhiqiang')
  mother = await payer(product, 'o-hebei-liu-lihua')
  daughter = await bindChild(father, '陈雨桐')
  son = await bindChild(father, '陈浩然')
  daughterOfMother = await bindChild(mother, '陈雨桐')
})
afterAll(() => product.close())

const pay = (phone: Phone, quoteId: string, password = PASSWORD, requestId?: string) =>
  phone.ask('premiums', 'pay', { quoteId, password }, requestId)
const payable = async (phone: Phone, premiumYear?: number) =>
  valueIn(await phone.ask('premiums', 'payable', premiumYear === undefined ? {} : { premiumYear }))

describe('what can be paid', () => {
  it('is shown for each relative, with the price, the window and the cover', async () => {
    const shown = await payable(father)
    expect(shown).toMatchObject({
      premiumYear: YEAR,
      years: [2026, 2025],
      window: { from: '2025-10-20', to: '2026-02-28', open: true },
      balanceFen: 5_000_00,
    })
    expect(shown.relatives).toMatchObject([
      {
        bindingId: daughter,
        name: '陈**',
        birthYear: 2014,
        state: 'unpaid',
        benefitFrom: '2026-01-01',
        late: false,
      },
      { bindingId: son, state: 'unpaid', tiers: [{ tier: 'standard', amountFen: PRICE }] },
    ])
  })

  it('says of a year that nobody has published that it is not known, and which years are', async () => {
    const shown = await payable(father, 2027)
    expect(shown.unknown).toMatchObject({ code: 'rule-unknown', facts: { premiumYear: 2027 } })
    expect(shown.relatives[0]).toMatchObject({
      state: 'unpaid',
      tiers: [],
      refusal: { code: 'rule-unknown' },
    })
    const items = [{ bindingId: daughter }]
    const refused = await father.ask('premiums', 'quote', { premiumYear: 2027, items })
    expect(refusalIn(refused)).toMatchObject({ code: 'rule-unknown', facts: { bindingId: daughter } })
  })

  it('tells a price with its grounds, for a quarter of an hour', async () => {
    const quote = await quoted(father, [daughter, son])
    for (const { lineId } of quote.lines) expect(lineId.startsWith(`${quote.paymentId}-`)).toBe(true)
    expect(refusalIn(await father.ask('premiums', 'get', { paymentId: quote.paymentId })).code).toBe(
      'not-found',
    )
    expect(quote).toMatchObject({ totalFen: 2 * PRICE, balanceFen: 5_000_00 })
    expect(quote.expiresAt).toBe(
      new Date(product.clock.now() + 15 * 60_000).toISOString().slice(0, 16) + quote.expiresAt.slice(16),
    )
    for (const line of quote.lines) {
      expect(line.basis.map(({ parameter }) => parameter)).toEqual(
        expect.arrayContaining(['premium-fen', 'premium-window']),
      )
      for (const { source } of line.basis) expect(source).not.toBe('')
    }
  })

  it('is nobody else’s business', async () => {
    const stranger = await linked(product, 'o-hebei-wang-jianguo')
    const items = [{ bindingId: daughter }]
    const asked = await stranger.ask('premiums', 'quote', { premiumYear: YEAR, items })
    expect(refusalIn(asked).code).toBe('not-found')
    const { quoteId } = await quoted(father, [daughter])
    expect(refusalIn(await pay(stranger, quoteId)).code).toBe('not-found')
    expect((await payable(stranger)).relatives).toEqual([])
  })

  it('says that the wallet is not open', async () => {
    const items = [{ bindingId: daughter }]
    const asked = await father.ask('premiums', 'quote', { premiumYear: YEAR, items, payFrom: 'wallet' })
    expect(refusalIn(asked).code).toBe('wallet-not-open')
  })
})

describe('the password', () => {
  it('is compared at most five times when a hundred guess at once, and helps no more until it is set anew', async () => {
    const { quoteId } = await quoted(father, [daughter])
    const guesses = Array.from({ length: 100 }, (_, index) => String(200_000 + index))
    const answers = await Promise.all(guesses.map((guess) => pay(father, quoteId, guess)))
    const codes = answers.map((answer) => refusalIn(answer).code)
    expect(codes.filter((code) => code === 'password-wrong').length).toBe(5)
    expect(codes.filter((code) => code === 'password-locked').length).toBe(95)
    expect(refusalIn(await pay(father, quoteId)).code).toBe('password-locked')
    await setPassword(father)
    for (const attemptsLeft of [4, 3]) {
      expect(refusalIn(await pay(father, quoteId, '111222'))).toMatchObject({
        code: 'password-wrong',
        facts: { attemptsLeft },
      })
    }
    expect(await balanceOf(father)).toBe(5_000_00)
  })

  it('has to be set', async () => {
    const phone = await linked(product, 'o-hebei-sun-wei')
    const ma = await bindAdult(product, phone, '孙一鸣', 'child')
    const { quoteId } = await quoted(phone, [ma])
    expect(refusalIn(await pay(phone, quoteId)).code).toBe('password-not-set')
  })
})

describe('two parents who pay for the same child at the same moment', () => {
  it('pay once, and the other hears that it is paid', async () => {
    const [his, hers] = await Promise.all([quoted(father, [daughter]), quoted(mother, [daughterOfMother])])
    const answers = await Promise.all([pay(father, his.quoteId), pay(mother, hers.quoteId)])
    const paid = answers.filter((answer) => answer.ok && answer.value.state === 'paid')
    expect(paid).toHaveLength(1)
    const other = answers.find((answer) => !paid.includes(answer))
    expect(JSON.stringify(other)).toContain('already-paid')
    expect(((await balanceOf(father)) ?? 0) + ((await balanceOf(mother)) ?? 0)).toBe(10_000_00 - PRICE)
    for (const phone of [father, mother]) {
      const [relative] = (await payable(phone)).relatives
      expect(relative).toMatchObject({ state: 'paid', paidOn: '2025-11-05' })
    }
    const late = await mother.ask('premiums', 'quote', {
      premiumYear: YEAR,
      items: [{ bindingId: daughterOfMother }],
    })
    expect(refusalIn(late).code).toBe('already-paid')
  })
})

describe('paying', () => {
  it('happens once for a quote, however often and with whichever request it is asked', async () => {
    const before = (await balanceOf(father)) ?? 0
    const { quoteId } = await quoted(father, [son])
    const requestId = ulid()
    const same = await Promise.all([1, 2, 3].map(() => pay(father, quoteId, PASSWORD, requestId)))
    const others = await Promise.all([1, 2].map(() => pay(father, quoteId)))
    const [first, ...rest] = [...same, ...others].map(valueIn)
    expect(first).toMatchObject({ state: 'paid', lines: [{ state: 'paid', amountFen: PRICE }] })
    for (const each of rest) expect(each).toEqual(first)
    expect(await balanceOf(father)).toBe(before - PRICE)
  })

  it('is told to the insured, listed for the payer, and shown to both and to no one else', async () => {
    const { records } = valueIn(await father.ask('premiums', 'records', {}))
    const record = records.find(({ lines }) => lines.some(({ bindingId }) => bindingId === son))
    expect(record).toMatchObject({
      premiumYear: YEAR,
      side: 'policyholder',
      payer: { name: '陈**' },
      totalFen: PRICE,
      state: 'paid',
      lines: [{ name: '陈**', birthYear: 2017, benefitFrom: '2026-01-01' }],
    })
    const paymentId = record?.paymentId ?? ''
    const child = await linked(product, 'o-hebei-chen-haoran')
    expect(valueIn(await child.ask('premiums', 'get', { paymentId }))).toMatchObject({ side: 'relative' })
    const { notices } = valueIn(await child.ask('records', 'inbox', {}))
    expect(notices[0]).toMatchObject({ kind: 'premium-paid', facts: { premiumYear: YEAR, amountFen: PRICE } })
    expect(refusalIn(await mother.ask('premiums', 'get', { paymentId })).code).toBe('not-found')
    expect(refusalIn(await child.ask('premiums', 'receipt', { paymentId })).code).toBe('not-found')
  })

  it('is found by year and by relative, and only by who has a part in the binding', async () => {
    const asked = async (phone: Phone, input: { premiumYear?: number; bindingId?: string }) =>
      valueIn(await phone.ask('premiums', 'records', input)).records
    const all = await asked(father, {})
    const ofSon = await asked(father, { bindingId: son, premiumYear: YEAR })
    expect(ofSon.length).toBeGreaterThan(0)
    expect(ofSon).toEqual(all.filter(({ lines }) => lines.some(({ bindingId }) => bindingId === son)))
    expect(await asked(father, { premiumYear: 2025 })).toEqual([])
    const child = await linked(product, 'o-hebei-chen-haoran')
    expect(await asked(child, { bindingId: son })).toHaveLength(ofSon.length)
    expect(refusalIn(await mother.ask('premiums', 'records', { bindingId: son })).code).toBe('not-found')
  })

  it('stands in the history of the binding for both sides: the year and the sum, chained', async () => {
    const child = await linked(product, 'o-hebei-chen-haoran')
    for (const phone of [father, child]) {
      const { events, intact } = valueIn(await phone.ask('bindings', 'history', { bindingId: son }))
      expect(intact).toBe(true)
      const { kind, by, facts } = events.at(-1) ?? {}
      expect({ kind, by, facts }).toEqual({
        kind: 'premium-paid',
        by: 'policyholder',
        facts: { paymentId: expect.any(String), premiumYear: YEAR, amountFen: PRICE },
      })
    }
  })

  it('is proved on paper, by a link for the payer', async () => {
    const { records } = valueIn(await father.ask('premiums', 'records', {}))
    const paymentId = records.find(({ state }) => state === 'paid')?.paymentId ?? ''
    const first = valueIn(await father.ask('premiums', 'receipt', { paymentId }))
    const response = await fetch(first.url)
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    expect(valueIn(await father.ask('premiums', 'receipt', { paymentId })).sm3).toBe(first.sm3)
  })
})

describe('taken along as a file', () => {
  it('says of a year what was paid, of the caller’s own lines alone, and leaves a trace', async () => {
    const child = await linked(product, 'o-hebei-chen-haoran')
    for (const [phone, side] of [
      [father, 'policyholder'],
      [child, 'relative'],
    ] as const) {
      const input = { premiumYear: YEAR, format: 'json' } as const
      const { url, fileName } = valueIn(await phone.ask('premiums', 'export', input))
      expect(fileName).toBe('premiums-2026.json')
      const file = (await (await fetch(url)).json()) as { records: { side: string }[] }
      const { records } = valueIn(await phone.ask('premiums', 'records', { premiumYear: YEAR }))
      expect(records.length).toBeGreaterThan(0)
      expect(file.records).toEqual(records)
      expect(file.records.every((record) => record.side === side)).toBe(true)
      const { readings } = valueIn(await phone.ask('records', 'who-saw', {}))
      expect(readings[0]).toMatchObject({ kind: 'data-exported', by: 'self' })
    }
  })

  it('is a paper too, also of a year without a payment, and all data hold the payments', async () => {
    for (const premiumYear of [YEAR, 2020]) {
      const { url } = valueIn(await father.ask('premiums', 'export', { premiumYear }))
      expect((await (await fetch(url)).text()).slice(0, 5)).toBe('%PDF-')
    }
    const { url } = valueIn(await father.ask('records', 'export', {}))
    const { data } = (await (await fetch(url)).json()) as { data: { payments: object[] } }
    expect(data.payments).toContainEqual(
      expect.objectContaining({
        premiumYear: YEAR,
        paidByMe: true,
        lines: [expect.objectContaining({ amountFen: PRICE, state: 'paid' })],
      }),
    )
  })
})

describe('several relatives', () => {
  it('are paid each on their own, and the whole is told as it is', async () => {
    const policyholder = await payer(product, 'o-hebei-wang-jianguo')
    const names = [
      ['张玉兰', 'parent'],
      ['王建梅', 'sibling'],
      ['王子涵', 'child'],
    ] as const
    const bindings: string[] = []
    for (const [name, relation] of names)
      bindings.push(await bindAdult(product, policyholder, name, relation))
    const employee = await bindAdult(product, policyholder, '王德福', 'parent')
    const shown = await payable(policyholder)
    expect(shown.relatives.find(({ bindingId }) => bindingId === employee)).toMatchObject({
      state: 'not-eligible',
      refusal: { code: 'not-resident-scheme' },
    })
    const quote = await quoted(policyholder, bindings)
    // One order breaks off at the insurer, which is asked again when somebody looks.
    product.insurer.setFault({ kind: 'refuse', operation: '/premiums/pay', times: 1 })
    const answer = valueIn(await pay(policyholder, quote.quoteId))
    expect(answer.state).toBe('outcome-unknown')
    expect(answer.lines.map(({ state }) => state).sort()).toEqual(['outcome-unknown', 'paid', 'paid'])
    const open = answer.lines.find(({ state }) => state === 'outcome-unknown')
    const during = (await payable(policyholder)).relatives.find((one) => one.bindingId === open?.bindingId)
    expect(during?.state).toBe('processing')
    const { paymentId } = answer
    expect(valueIn(await policyholder.ask('premiums', 'get', { paymentId })).state).toBe('paid')
    expect(await balanceOf(policyholder)).toBe(12_000_00 - 3 * PRICE)
  })

  it('shows which of them failed, and why, when another was quicker', async () => {
    const phone = await payer(product, 'o-hebei-zhao-mingyuan')
    const bindings = [
      await bindAdult(product, phone, '钱淑珍', 'parent'),
      await bindAdult(product, phone, '韩桂香', 'paternal-grandparent'),
    ]
    const quote = await quoted(phone, bindings)
    // Both orders are under way, and the insurer has looked at neither.
    product.insurer.setFault({ kind: 'slow', ms: 2_000, operation: '/premiums/pay', times: 2 })
    const paying = pay(phone, quote.quoteId)
    for (let moments = 0; product.insurer.faults().length > 0 && moments < 2_000; moments += 1) {
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    product.insurer.payOutside(personNamed('韩桂香').idNumber, YEAR, PRICE)
    const answer = valueIn(await paying)
    expect(answer.state).toBe('partly-paid')
    expect(answer.lines).toMatchObject([
      { state: 'paid' },
      { state: 'failed', refusal: { code: 'already-paid' } },
    ])
    expect(await balanceOf(phone)).toBe(9_600_00 - PRICE)
  })
})

describe('giving back', () => {
  it('puts a line back into the account before the cover begins, once, and it can be paid again', async () => {
    const before = (await balanceOf(father)) ?? 0
    const { records } = valueIn(await father.ask('premiums', 'records', {}))
    const record = records.find(({ lines }) => lines.some(({ bindingId }) => bindingId === son))
    const { paymentId = '', lines = [] } = record ?? {}
    const lineId = lines[0]?.lineId ?? ''
    const ask = (reason: 'duplicate' | 'other') =>
      father.ask('premiums', 'refund', { paymentId, lineId, reason })
    expect(refusalIn(await ask('other')).facts).toMatchObject({ reason: 'refund-reason' })
    const answers = await Promise.all([ask('duplicate'), ask('duplicate')])
    for (const answer of answers) {
      expect(valueIn(answer)).toMatchObject({ state: 'refunded', lines: [{ state: 'refunded' }] })
    }
    expect(await balanceOf(father)).toBe(before + PRICE)
    const { events, intact } = valueIn(await father.ask('bindings', 'history', { bindingId: son }))
    expect(intact).toBe(true)
    expect(events.map(({ kind }) => kind)).toEqual(['bound', 'premium-paid', 'premium-refunded'])
    const shown = (await payable(father)).relatives.find(({ bindingId }) => bindingId === son)
    expect(shown?.state).toBe('unpaid')
    const again = valueIn(await pay(father, (await quoted(father, [son])).quoteId))
    expect(again.state).toBe('paid')
    expect(await balanceOf(father)).toBe(before)
  })

  it('is over when the cover has begun', async () => {
    const { records } = valueIn(await father.ask('premiums', 'records', {}))
    const record = records.find(({ state }) => state === 'paid')
    const { paymentId = '', lines = [] } = record ?? {}
    await post(`${product.url}/clock`, { now: '2026-01-01T00:00:00+08:00' })
    const input = { paymentId, lineId: lines[0]?.lineId ?? '', reason: 'duplicate' as const }
    expect(refusalIn(await father.ask('premiums', 'refund', input))).toMatchObject({
      code: 'refund-too-late',
      facts: { benefitFrom: '2026-01-01' },
      rule: { parameter: 'premium-benefit' },
    })
  })
})

it('is gone with its quote after a quarter of an hour', async () => {
  const phone = await payer(product, 'o-hebei-ma-li')
  const child = await bindAdult(product, phone, '孙一鸣', 'child')
  const quote = await quoted(phone, [child])
  await post(`${product.url}/clock`, { now: new Date(product.clock.now() + 15 * 60_000).toISOString() })
  expect(refusalIn(await pay(phone, quote.quoteId)).code).toBe('quote-expired')
})

const clockTo = (now: string) => post(`${product.url}/clock`, { now })

it('is settled by a timer where nobody looks, and the payer is told', async () => {
  const phone = await payer(product, 'o-hebei-sun-wei')
  const { relatives } = await payable(phone)
  const { quoteId } = await quoted(phone, [relatives[0]?.bindingId ?? ''])
  product.insurer.setFault({ kind: 'refuse', operation: '/premiums/pay', times: 1 })
  expect(valueIn(await pay(phone, quoteId)).state).toBe('outcome-unknown')
  await clockTo(new Date(product.clock.now() + 3 * 60_000).toISOString())
  await fire(product, 'settle-payments')
  const { records } = valueIn(await phone.ask('premiums', 'records', {}))
  expect(records[0]?.state).toBe('paid')
  expect(valueIn(await phone.ask('records', 'inbox', {})).notices[0]?.kind).toBe('premium-paid')
})

it('reminds the policyholder of one who has not paid, once, seven days before the end', async () => {
  const phone = await linked(product, 'o-hebei-ma-li')
  const unpaid = await bindAdult(product, phone, '丁秀兰', 'parent')
  await clockTo('2026-02-21T10:00:00+08:00')
  await fire(product, 'remind-premiums')
  await fire(product, 'remind-premiums')
  const { notices } = valueIn(await phone.ask('records', 'inbox', {}))
  expect(notices.filter(({ kind }) => kind === 'premium-window-closes')).toMatchObject([
    { bindingId: unpaid, facts: { premiumYear: YEAR, until: '2026-02-28', daysLeft: 7 } },
  ])
})

it('leaves no difference between our records and the statement of the insurer', async () => {
  await post(`${product.url}/clock`, { now: new Date(product.clock.now() + 60 * 60_000).toISOString() })
  const answer = await fire(product, 'reconcile-premiums')
  expect(answer).toMatchObject({ differences: 0 })
  const intruder = new Intruder(product)
  expect(await intruder.all('reconciliation')).toEqual([])
  expect((await intruder.all('premium-movements')).length).toBeGreaterThan(5)
})

import { sm2 } from 'sm-crypto-v2'
import { ulid } from 'ulid'
import type { Product } from '../../local/product'
import { signedText } from '../../platform/institutions/signed-request'
import { addFen } from '../../shared/values/fen'
import { bindAdult, bindChild, PASSWORD, payer, personNamed, quoted } from './premium-family'
import { linked, type Phone, post, refusalIn, startStage, valueIn } from './stage'
import { Intruder } from './stored'
import { codeOf, Till } from './till'

/** 石家庄's own. */
const HOSPITAL = 'H13009901301'
const PHARMACY = 'P13009901301'

let product: Product
let son: Phone
let mother: Phone
let husband: Phone
let ofSon: string
let ofHusband: string
let hospital: Till
let pharmacy: Till

beforeAll(async () => {
  product = await startStage({ timersRun: false })
  son = await payer(product, 'o-hebei-wang-jianguo')
  ofSon = await bindAdult(product, son, '张玉兰', 'parent')
  mother = await linked(product, 'o-hebei-zhang-yulan')
  husband = await linked(product, 'o-hebei-wang-defu')
  hospital = new Till(product, HOSPITAL)
  pharmacy = new Till(product, PHARMACY)
}, 60_000)
afterEach(() => product.insurer.setFault(null))
afterAll(async () => {
  expect(addFen(...Object.values(product.insurer.totals()))).toBe(0)
  await product.close()
})

const balance = async (phone: Phone) => valueIn(await phone.ask('identity', 'me', {})).account?.balanceFen
const limits = (bindingId: string, more: object) =>
  son.ask('bindings', 'set-limits', { bindingId, ...more }).then(valueIn)
const settledBy = (till: Till, amountFen: number, kind: 'outpatient' | 'pharmacy' = 'outpatient') =>
  till.settle(mother, amountFen, kind).then(valueIn)
const preview = async (phone: Phone, till: Till, amountFen: number, code?: string) =>
  phone.ask('settlements', 'preview', {
    insuranceCode: code ?? (await codeOf(phone)),
    institutionId: till.institutionId,
    amountFen,
  })

it('is what was shown before, and both sides are told of what is theirs', async () => {
  await limits(ofSon, { perSettlementLimitFen: 50_00 })
  const shown = valueIn(await preview(mother, hospital, 86_00))
  expect(shown.lines).toEqual([
    { from: 'binding', bindingId: ofSon, policyholder: { name: '王**' }, amountFen: 50_00 },
    { from: 'cash', amountFen: 36_00 },
  ])
  expect(shown.reasons[0]).toBe(
    '86元里的50元用王**的个人账户付：本人的账户不够，用授权人的。授权人设了每次最多用50元。',
  )
  const before = (await balance(son)) ?? 0
  const done = await settledBy(hospital, 86_00)
  expect(done).toMatchObject({ state: 'settled', amountFen: 86_00, lines: shown.lines })
  expect(await balance(son)).toBe(before - 50_00)

  // The son hears what his account paid and what kind of place it was; the bill and its name are hers.
  const [his] = valueIn(await son.ask('settlements', 'records', {})).records
  expect(his).toMatchObject({
    side: 'policyholder',
    on: 'outpatient',
    amountFen: 50_00,
    institution: { kind: 'hospital' },
    other: { name: '张**' },
  })
  expect(JSON.stringify(his)).not.toContain('示范医院')
  expect(JSON.stringify(his)).not.toContain('8600')
  const [hers] = valueIn(await mother.ask('settlements', 'records', {})).records
  expect(hers).toMatchObject({
    side: 'relative',
    amountFen: 86_00,
    institution: { name: '石家庄市示范医院' },
  })
  for (const [phone, kind, amountFen] of [
    [son, 'settlement-paid', 50_00],
    [mother, 'settlement-paid', 86_00],
  ] as const) {
    const { notices } = valueIn(await phone.ask('records', 'inbox', {}))
    expect(notices).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind, facts: expect.objectContaining({ amountFen }) }),
      ]),
    )
  }
  const { events, intact } = valueIn(await son.ask('bindings', 'history', { bindingId: ofSon }))
  expect(intact).toBe(true)
  expect(events.at(-1)).toMatchObject({
    kind: 'settlement-paid',
    facts: { amountFen: 50_00, institutionKind: 'hospital' },
  })
})

it('is reversed whole, and the limit is free again', async () => {
  await limits(ofSon, { perSettlementLimitFen: 70_00, monthlyLimitFen: 120_00 })
  const before = await balance(son)
  const { settlementId } = await settledBy(hospital, 70_00)
  const next = await settledBy(hospital, 70_00)
  expect(next.lines).toMatchObject([{ from: 'cash', amountFen: 70_00 }])
  const requestId = ulid()
  const reversed = valueIn(await hospital.ask('reverse', { settlementId }, requestId))
  expect(reversed).toMatchObject({ state: 'reversed' })
  expect(valueIn(await hospital.ask('reverse', { settlementId }, requestId))).toEqual(reversed)
  expect(valueIn(await hospital.ask('reverse', { settlementId }))).toMatchObject({ state: 'reversed' })
  expect(await balance(son)).toBe(before)
  expect((await settledBy(hospital, 70_00)).lines).toMatchObject([{ from: 'binding', amountFen: 70_00 }])
  // Another institution has no part in it.
  expect(refusalIn(await pharmacy.ask('reverse', { settlementId })).code).toBe('not-found')
  expect(refusalIn(await pharmacy.ask('get', { settlementId })).code).toBe('not-found')
})

it('never passes a limit, however many bills come at the same moment', async () => {
  await limits(ofSon, { perSettlementLimitFen: 10_00, monthlyLimitFen: 145_00 })
  const before = (await balance(son)) ?? 0
  const bills = await Promise.all(
    Array.from({ length: 4 }, (_, index) =>
      (index % 2 === 0 ? hospital : pharmacy)
        .settle(mother, 30_00, index % 2 === 0 ? 'outpatient' : 'pharmacy')
        .then(valueIn),
    ),
  )
  const shared = bills.flatMap(({ lines }) => lines.filter(({ from }) => from === 'binding'))
  // 120 yuan of the month were used by the tests before: 25 are left, in bills of at most 10.
  expect(shared.map(({ amountFen }) => amountFen).sort((one, other) => other - one)).toEqual([
    10_00, 10_00, 5_00,
  ])
  expect(await balance(son)).toBe(before - 25_00)
  for (const { lines } of bills) expect(lines.reduce((sum, line) => sum + line.amountFen, 0)).toBe(30_00)
})

it('counts premiums and bills against one limit', async () => {
  const father = await payer(product, 'o-hebei-chen-zhiqiang')
  const bindingId = await bindChild(father, '陈浩然')
  valueIn(await father.ask('bindings', 'set-limits', { bindingId, monthlyLimitFen: 500_00 }))
  const quote = await quoted(father, [bindingId])
  valueIn(await father.ask('premiums', 'pay', { quoteId: quote.quoteId, password: PASSWORD }))
  const child = await linked(product, personNamed('陈浩然').openid ?? '')
  const done = valueIn(await hospital.settle(child, 300_00))
  expect(done.lines).toMatchObject([
    { from: 'binding', amountFen: 100_00 },
    { from: 'cash', amountFen: 200_00 },
  ])
  const { shared } = valueIn(await father.ask('settlements', 'summary', { year: 2025 }))
  expect(shared).toEqual([
    { bindingId, name: '陈**', month: '2025-11', on: 'outpatient', amountFen: 100_00 },
    { bindingId, name: '陈**', month: '2025-11', on: 'premium', amountFen: 400_00 },
  ])
  const { records } = valueIn(await father.ask('settlements', 'records', { side: 'policyholder' }))
  expect(records.map(({ on, amountFen }) => [on, amountFen])).toEqual([
    ['outpatient', 100_00],
    ['premium', 400_00],
  ])
})

describe('the own account', () => {
  it('pays first, and no relative needs a binding for that', async () => {
    const before = (await balance(husband)) ?? 0
    const done = valueIn(await pharmacy.settle(husband, 20_50, 'pharmacy'))
    expect(done.lines).toEqual([{ from: 'own-account', amountFen: 20_50 }])
    expect(await balance(husband)).toBe(before - 20_50)
    const { own } = valueIn(await husband.ask('settlements', 'summary', {}))
    expect(own).toEqual([
      { month: '2025-11', institution: 'pharmacy', from: 'own-account', amountFen: 20_50 },
    ])
  })

  it('that is emptied elsewhere at the same moment is divided anew, without a fen too much', async () => {
    const left = (await balance(husband)) ?? 0
    const bills = await Promise.all(
      Array.from({ length: 3 }, () => pharmacy.settle(husband, left - 1, 'pharmacy').then(valueIn)),
    )
    const own = bills.flatMap(({ lines }) => lines.filter(({ from }) => from === 'own-account'))
    expect(own.reduce((sum, line) => sum + line.amountFen, 0)).toBe(left)
    expect(await balance(husband)).toBe(0)
  })
})

describe('a lost answer', () => {
  const bill = async () => ({
    insuranceCode: await codeOf(mother),
    institutionId: hospital.institutionId,
    amountFen: 7_00,
    kind: 'outpatient' as const,
  })
  beforeAll(() => limits(ofSon, { perSettlementLimitFen: 10_00, monthlyLimitFen: 1_000_00 }))

  it('is asked for until it is known, and nothing is taken twice', async () => {
    const before = (await balance(son)) ?? 0
    const input = await bill()
    const requestId = ulid()
    product.insurer.setFault([
      { kind: 'lost', operation: '/settlements/settle', times: 1 },
      { kind: 'error', operation: '/settlements/find', times: 2 },
    ])
    const unknown = valueIn(await hospital.ask('settle', input, requestId))
    expect(unknown.state).toBe('outcome-unknown')
    const { settlementId } = unknown
    expect(refusalIn(await hospital.ask('reverse', { settlementId })).facts?.reason).toBe(
      'settlement-in-progress',
    )
    expect(valueIn(await hospital.ask('settle', input, requestId))).toMatchObject({
      settlementId,
      state: 'settled',
    })
    expect(await balance(son)).toBe(before - 7_00)
    expect(refusalIn(await hospital.ask('settle', { ...input, amountFen: 8_00 }, requestId)).code).toBe(
      'request-reused',
    )
  })

  it('that nobody asks for is settled by the timer; what never arrived is given up after its time', async () => {
    const before = (await balance(son)) ?? 0
    product.insurer.setFault([
      { kind: 'error', operation: '/settlements/settle' },
      { kind: 'error', operation: '/settlements/find' },
      { kind: 'error', operation: '/settlements/cancel' },
    ])
    const input = await bill()
    const requestId = ulid()
    const { settlementId } = valueIn(await hospital.ask('settle', input, requestId))
    product.insurer.setFault(null)
    await post(`${product.url}/clock`, { now: new Date(product.clock.now() + 11 * 60_000).toISOString() })
    const timer = { kind: 'timer', timerName: 'settle-settlements' } as const
    await product.cloudbase.invoke('clock', { Type: 'Timer', TriggerName: timer.timerName }, timer)
    expect(valueIn(await hospital.ask('get', { settlementId })).state).toBe('failed')
    expect(refusalIn(await hospital.ask('settle', input, requestId)).facts?.reason).toBe(
      'settlement-cancelled',
    )
    expect(await balance(son)).toBe(before)
    // Given up, it counts against no limit.
    const person = (await new Intruder(product).all('persons')).find((one) =>
      one.asPolicyholder.some(({ bindingId }) => bindingId === ofSon),
    )
    const [used] = person?.settledSpending?.ofBindings ?? []
    expect(used?.usedFen).toBe(152_00)
  })
})

describe('the code', () => {
  it('of somebody else is refused with the law, whoever sends it', async () => {
    const refusal = refusalIn(await preview(son, hospital, 10_00, await codeOf(mother)))
    expect(refusal).toMatchObject({
      code: 'not-allowed',
      facts: { reason: 'code-of-another' },
      rule: { parameter: 'own-credential' },
    })
    const { idNumber } = personNamed('王建国')
    const input = {
      insuranceCode: await codeOf(mother),
      institutionId: hospital.institutionId,
      amountFen: 10_00,
      kind: 'outpatient' as const,
      patient: { idNumber },
    }
    expect(refusalIn(await hospital.ask('settle', input)).facts?.reason).toBe('code-of-another')
    const hers = { ...input, patient: { idNumber: personNamed('张玉兰').idNumber } }
    expect(valueIn(await hospital.ask('settle', hers)).state).toBe('settled')
  })

  it('is over after its minute, and a settlement that was begun goes on', async () => {
    const input = {
      insuranceCode: await codeOf(mother),
      institutionId: hospital.institutionId,
      amountFen: 10_00,
      kind: 'outpatient' as const,
    }
    const requestId = ulid()
    const done = valueIn(await hospital.ask('settle', input, requestId))
    await post(`${product.url}/clock`, { now: new Date(product.clock.now() + 61_000).toISOString() })
    expect(refusalIn(await hospital.ask('settle', input)).code).toBe('code-expired')
    expect(valueIn(await hospital.ask('settle', input, requestId))).toEqual(done)
  })
})

describe('who may', () => {
  it('settle: an institution that is in the list, for itself, what it is for', async () => {
    const input = async (more: object = {}) => ({
      insuranceCode: await codeOf(mother),
      institutionId: hospital.institutionId,
      amountFen: 10_00,
      kind: 'outpatient' as const,
      ...more,
    })
    const other = await input({ institutionId: pharmacy.institutionId })
    expect(refusalIn(await hospital.ask('settle', other)).facts?.reason).toBe('other-institution')
    expect(refusalIn(await hospital.ask('settle', await input({ kind: 'pharmacy' }))).code).toBe(
      'use-not-allowed',
    )
    const unknown = await preview(mother, new Till(product, 'H00000000000'), 10_00)
    expect(refusalIn(unknown).code).toBe('institution-unknown')
    expect(refusalIn(await mother.ask('settlements', 'settle', await input())).code).toBe('not-allowed')
    const stranger = await post(`${product.url}/call/settlements`, {
      action: 'settle',
      requestId: ulid(),
      input: await input(),
    })
    expect(stranger.body).toMatchObject({ ok: false, refusal: { code: 'not-allowed' } })
    // One that is designated no longer is let in no more.
    const intruder = new Intruder(product)
    const kept = await intruder.read('institutions', pharmacy.institutionId)
    await intruder.write('institutions', { ...kept, active: false })
    expect(refusalIn(await pharmacy.settle(mother, 10_00, 'pharmacy')).code).toBe('institution-unknown')
    await intruder.write('institutions', kept)
  })

  it('pay: no binding that is paused, closed for this use or over, and the reason is said', async () => {
    valueIn(await son.ask('bindings', 'pause', { bindingId: ofSon }))
    const paused = valueIn(await preview(mother, hospital, 10_00))
    expect(paused.lines).toEqual([{ from: 'cash', amountFen: 10_00 }])
    expect(paused.reasons.join()).toContain('暂停')
    valueIn(await son.ask('bindings', 'resume', { bindingId: ofSon }))
    valueIn(await son.ask('bindings', 'set-limits', { bindingId: ofSon, uses: ['hospital'] }))
    const closed = valueIn(await preview(mother, pharmacy, 10_00))
    expect(closed.lines).toEqual([{ from: 'cash', amountFen: 10_00 }])
    expect((await settledBy(hospital, 10_00)).lines).toMatchObject([{ from: 'binding' }])
    // The till hears what is paid and nothing of why.
    const till = valueIn(
      await hospital.ask('preview', {
        insuranceCode: await codeOf(mother),
        institutionId: hospital.institutionId,
        amountFen: 10_00,
      }),
    )
    expect(till).toMatchObject({ lines: [{ from: 'binding' }], reasons: [], rules: [] })
  })
})

describe('a signed request', () => {
  const keys = sm2.generateKeyPairHex()
  const other = sm2.generateKeyPairHex()
  beforeAll(async () => {
    const intruder = new Intruder(product)
    const kept = await intruder.read('institutions', HOSPITAL)
    await intruder.write('institutions', { ...kept, publicKey: keys.publicKey })
  })
  const bodyOf = async (requestId = ulid()) =>
    JSON.stringify({
      action: 'settle',
      requestId,
      input: {
        insuranceCode: await codeOf(mother),
        institutionId: HOSPITAL,
        amountFen: 3_00,
        kind: 'outpatient',
      },
    })
  const signed = (body: string, more: { at?: number; nonce?: string; privateKey?: string } = {}) => {
    const signedAt = new Date(more.at ?? product.clock.now()).toISOString()
    const nonce = more.nonce ?? ulid()
    const request = { method: 'POST', path: '/settlements', institutionId: HOSPITAL, signedAt, nonce, body }
    const signature = sm2.doSignature(signedText(request), more.privateKey ?? keys.privateKey, { hash: true })
    return {
      httpMethod: 'POST',
      path: '/settlements',
      headers: {
        'X-Institution': HOSPITAL,
        'X-Signed-At': signedAt,
        'X-Nonce': nonce,
        'X-Signature': signature,
      },
      body,
    }
  }
  /** As the platform's HTTP access calls the function: nobody is signed in. */
  const send = async (event: object) => {
    const { body } = await post(`${product.url}/call/settlements`, event)
    const reply = body as { statusCode: number; body: string }
    return { status: reply.statusCode, value: JSON.parse(reply.body) as { ok: boolean; refusal?: object } }
  }

  it('is the call of the institution that signed it, once', async () => {
    const event = signed(await bodyOf())
    const twins = await Promise.all([send(event), send(event)])
    expect(twins.map(({ value }) => value.ok).sort()).toEqual([false, true])
    const replayed = { code: 'not-allowed', facts: { reason: 'request-replayed' } }
    expect((await send(event)).value.refusal).toMatchObject(replayed)
  })

  it('whose answer was lost is signed anew, and has the first answer', async () => {
    const body = await bodyOf()
    const first = await send(signed(body))
    expect(first).toMatchObject({ status: 200, value: { ok: true, value: { state: 'settled' } } })
    expect(await send(signed(body))).toEqual(first)
  })

  it("is nobody's where anything of it was changed, and out of time a few minutes later", async () => {
    const body = await bodyOf()
    const event = signed(body)
    const unknown = { code: 'institution-unknown' }
    const changed = { ...event, body: body.replace('300', '301') }
    expect((await send(changed)).value.refusal).toMatchObject(unknown)
    expect((await send({ ...event, path: '/other' })).value.refusal).toMatchObject(unknown)
    expect((await send(signed(body, { privateKey: other.privateKey }))).value.refusal).toMatchObject(unknown)
    const asPharmacy = { ...event, headers: { ...event.headers, 'X-Institution': PHARMACY } }
    expect((await send(asPharmacy)).value.refusal).toMatchObject(unknown)
    const late = signed(body, { at: product.clock.now() - 6 * 60_000 })
    expect((await send(late)).value.refusal).toMatchObject({ facts: { reason: 'signature-time' } })
    expect((await send(event)).value.ok).toBe(true)
  })

  it('that the insurer does not answer is an outage, and says so', async () => {
    product.insurer.setFault({ kind: 'refuse', operation: '/persons/find' })
    expect(await send(signed(await bodyOf()))).toMatchObject({
      status: 503,
      value: { outage: { code: 'insurer-unavailable', retry: 'same-request' } },
    })
  })
})

it('agrees with the statement of the insurer, to the last part', async () => {
  ofHusband = await bindAdult(product, husband, '张玉兰', 'spouse')
  expect(ofHusband).not.toBe(ofSon)
  const timer = { kind: 'timer', timerName: 'reconcile-premiums' } as const
  await post(`${product.url}/clock`, { now: new Date(product.clock.now() + 60 * 60_000).toISOString() })
  const outcome = await product.cloudbase.invoke(
    'clock',
    { Type: 'Timer', TriggerName: timer.timerName },
    timer,
  )
  expect(outcome).toMatchObject({ kind: 'reply', value: { ok: true, value: { differences: 0 } } })
  const compared = (outcome as { value: { value: { compared: number } } }).value.value.compared
  expect(compared).toBeGreaterThan(15)
})

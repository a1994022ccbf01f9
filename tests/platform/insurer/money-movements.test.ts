import { createServer, type ServerResponse } from 'node:http'
import type { RunningInsurer } from '../../../local/insurer'
import type { Fault } from '../../../local/insurer/faults'
import { closeServer, listen } from '../../../local/loopback'
import { createHttpInsurer } from '../../../platform/insurer/http-insurer'
import type { Insurer, PremiumOrder } from '../../../platform/insurer/port'
import { PortOutage } from '../../../platform/outage'
import { instant } from '../../../shared/values/day'
import { fen } from '../../../shared/values/fen'
import { child, documentOf, father, KEY, mother, orderOf, startTestInsurer } from '../../local/insurer/stage'

const TIMEOUT_MS = 250

describe('with the local insurer', () => {
  let insurer: RunningInsurer
  let port: Insurer
  beforeEach(async () => {
    insurer = await startTestInsurer()
    port = createHttpInsurer({ url: insurer.url, key: KEY, timeoutMs: 5_000 })
  })
  afterEach(() => insurer.close())

  it('pays, finds, tells, reverses and lists', async () => {
    const order = orderOf()
    const { orderId } = order
    expect(await port.findPayment(orderId)).toEqual({ outcome: 'not-received' })
    const paid = await port.payPremium(order)
    expect(paid).toMatchObject({ outcome: 'settled', payment: { orderId, amountFen: 40_000 } })
    expect(await port.findPayment(orderId)).toEqual({ ...paid, reversal: null })
    expect(await port.premiumStatus(documentOf(child), 2026, documentOf(mother))).toEqual({
      paid: { by: 'somebody-else', paidOn: '2025-11-05' },
      waiver: null,
    })
    expect(await port.payPremium(orderOf({ payer: documentOf(mother) }))).toEqual({
      outcome: 'refused',
      refusal: { reason: 'already-paid', paid: { by: 'somebody-else', paidOn: '2025-11-05' } },
    })
    const reversed = await port.reversePremium({ reversalId: 'r-1', orderId, reason: 'other' })
    expect(reversed).toMatchObject({ outcome: 'settled', reversal: { to: 'account', amountFen: 40_000 } })
    expect(await port.reversePremium({ reversalId: 'r-2', orderId, reason: 'other' })).toEqual({
      outcome: 'refused',
      refusal: { reason: 'already-reversed' },
    })
    const from = instant('2025-11-05T00:00:00Z')
    expect(await port.statement({ afterSequence: 0, from, limit: 1 })).toMatchObject({
      lines: [{ kind: 'premium', id: orderId }],
      next: expect.any(Number),
    })
    expect((await port.statement({ afterSequence: 0, until: from, limit: 1 })).lines).toEqual([])
    insurer.setEnrolment(child.idNumber, { enrolment: 'suspended' })
    expect(await port.changes(0, 10)).toMatchObject({
      changes: [{ kind: 'enrolment-changed', document: documentOf(child), diedOn: null }],
      next: null,
    })
    expect(await port.cancelPayment('never-sent')).toEqual({
      outcome: 'refused',
      refusal: { reason: 'cancelled' },
    })
  })

  // What the caller hears, and whether the order was carried out in the end.
  const faults: [Fault, string, 'settled' | 'not-received'][] = [
    [{ kind: 'slow', ms: 50 }, 'settled', 'settled'],
    [{ kind: 'slow', ms: 450 }, 'unknown', 'settled'],
    [{ kind: 'slow-after', ms: 450 }, 'unknown', 'settled'],
    [{ kind: 'refuse' }, 'unknown', 'not-received'],
    [{ kind: 'error' }, 'unknown', 'not-received'],
    [{ kind: 'error-after' }, 'unknown', 'settled'],
    [{ kind: 'lost' }, 'unknown', 'settled'],
    [{ kind: 'duplicate' }, 'settled', 'settled'],
    [{ kind: 'late', ms: 150 }, 'unknown', 'settled'],
  ]
  it.each(faults)('under %j hears %s of a payment, which is %s', async (fault, heard, inTheEnd) => {
    const impatient = createHttpInsurer({ url: insurer.url, key: KEY, timeoutMs: TIMEOUT_MS })
    const order = orderOf()
    insurer.setFault({ ...fault, operation: '/premiums/pay', times: 1 })
    expect(await impatient.payPremium(order)).toMatchObject({ outcome: heard })
    expect(insurer.faults()).toEqual([])
    if (fault.kind === 'late')
      expect(await port.findPayment(order.orderId)).toEqual({ outcome: 'not-received' })
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(await port.findPayment(order.orderId)).toMatchObject({ outcome: inTheEnd })
    // The very same order settles what was not known, and pays once however often it is sent.
    expect(await port.payPremium(order)).toMatchObject({ outcome: 'settled' })
    expect(await port.payPremium(order)).toMatchObject({ outcome: 'settled' })
    expect((await port.accountOf(documentOf(father)))?.balanceFen).toBe((father.balanceFen ?? 0) - 40_000)
  })

  it.each(faults)('under %j hears %s of a reversal, which is %s', async (fault, heard, inTheEnd) => {
    const impatient = createHttpInsurer({ url: insurer.url, key: KEY, timeoutMs: TIMEOUT_MS })
    const paid = orderOf()
    await port.payPremium(paid)
    const order = { reversalId: 'r-1', orderId: paid.orderId, reason: 'duplicate' as const }
    insurer.setFault({ ...fault, operation: '/premiums/reverse', times: 1 })
    expect(await impatient.reversePremium(order)).toMatchObject({ outcome: heard })
    await new Promise((resolve) => setTimeout(resolve, 300))
    const found = await port.findPayment(paid.orderId)
    expect(found).toMatchObject({ reversal: inTheEnd === 'settled' ? { reversalId: 'r-1' } : null })
    expect(await port.reversePremium(order)).toMatchObject({ outcome: 'settled' })
    expect((await port.accountOf(documentOf(father)))?.balanceFen).toBe(father.balanceFen)
  })

  it('shuts out an order that is overtaken by its cancellation', async () => {
    const order = orderOf()
    insurer.setFault({ kind: 'late', ms: 80, operation: '/premiums/pay', times: 1 })
    expect(await port.payPremium(order)).toEqual({ outcome: 'unknown' })
    const cancelled = { outcome: 'refused', refusal: { reason: 'cancelled' } }
    expect(await port.cancelPayment(order.orderId)).toEqual(cancelled)
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(await port.findPayment(order.orderId)).toEqual(cancelled)
    expect((await port.accountOf(documentOf(father)))?.balanceFen).toBe(father.balanceFen)
  })

  it('meets a fault on its own path only, and so often as it was said', async () => {
    insurer.setFault([
      { kind: 'error', operation: '/premiums/find', times: 1 },
      { kind: 'lost', operation: '/premiums/pay', times: 2 },
    ])
    expect((await port.accountOf(documentOf(father)))?.balanceFen).toBe(father.balanceFen)
    await expect(port.findPayment('x')).rejects.toThrow(PortOutage)
    expect(await port.findPayment('x')).toEqual({ outcome: 'not-received' })
    expect(await port.payPremium(orderOf())).toEqual({ outcome: 'unknown' })
    expect(insurer.faults()).toEqual([{ kind: 'lost', operation: '/premiums/pay', times: 1 }])
  })

  it('takes a wrong key for a bug of ours', async () => {
    const wrong = createHttpInsurer({ url: insurer.url, key: 'another', timeoutMs: 5_000 })
    await expect(wrong.payPremium(orderOf())).rejects.toThrow('401')
  })
})

it('says that nothing was sent where nobody listens', async () => {
  const server = createServer()
  const free = await listen(server)
  await closeServer(server)
  const nobody = createHttpInsurer({ url: `http://127.0.0.1:${free}`, key: KEY, timeoutMs: 5_000 })
  expect(await nobody.payPremium(orderOf())).toEqual({ outcome: 'not-sent' })
  expect(await nobody.cancelPayment('x')).toEqual({ outcome: 'not-sent' })
  expect(await nobody.reversePremium({ reversalId: 'r', orderId: 'x', reason: 'other' })).toEqual({
    outcome: 'not-sent',
  })
  await expect(nobody.statement({ afterSequence: 0, limit: 1 })).rejects.toThrow(PortOutage)
})

describe('with an insurer that misbehaves', () => {
  /** Pays once at a server that answers in its own way, and tells how often it was asked. */
  const against = async (order: PremiumOrder, answer: (response: ServerResponse) => void) => {
    let asked = 0
    const server = createServer((request, response) => {
      request.resume().on('end', () => {
        asked += 1
        answer(response)
      })
    })
    const url = `http://127.0.0.1:${await listen(server)}`
    try {
      const port = createHttpInsurer({ url, key: KEY, timeoutMs: TIMEOUT_MS })
      const outcome = await port.payPremium(order).catch((error: unknown) => error)
      return { outcome, asked }
    } finally {
      server.closeAllConnections()
      await closeServer(server)
    }
  }
  const settled = ({ orderId, premiumYear, tier, amountFen, from }: PremiumOrder) => ({
    orderId,
    premiumYear,
    tier,
    amountFen,
    from,
    sequence: 7,
    settledAt: '2025-11-05T01:00:00.000Z',
  })

  it('believes a settled payment that is the one it asked for', async () => {
    const order = orderOf()
    const payment = settled(order)
    const { outcome } = await against(order, (response) => {
      response.end(JSON.stringify({ outcome: 'settled', payment }))
    })
    expect(outcome).toEqual({ outcome: 'settled', payment })
  })

  const order = orderOf()
  const reply = (more: object) => (response: ServerResponse) => {
    response.end(JSON.stringify({ outcome: 'settled', payment: { ...settled(order), ...more } }))
  }
  const status = (code: number) => (response: ServerResponse) => {
    response.writeHead(code)
    response.end()
  }
  it.each<[string, (response: ServerResponse) => void]>([
    ['a connection that breaks', (response) => response.destroy()],
    ['no answer', () => undefined],
    ['half an answer', (response) => response.write('{"outcome":')],
    ['text', (response) => response.end('<html>')],
    ['500', status(500)],
    ['503', status(503)],
    ['408', status(408)],
    ['429', status(429)],
    ['a redirect', status(307)],
    ['an empty object', (response) => response.end('{}')],
    ['an unheard-of reason', (response) => response.end('{"outcome":"refused","refusal":{"reason":"x"}}')],
    ['a payment of another id', reply({ orderId: 'another' })],
    ['a payment of another amount', reply({ amountFen: fen(1) })],
    ['a payment of another year', reply({ premiumYear: 2025 })],
    ['a payment from elsewhere', reply({ from: 'wallet' })],
  ])('knows nothing after %s, and sends no second time', async (_, answer) => {
    expect(await against(order, answer)).toEqual({ outcome: { outcome: 'unknown' }, asked: 1 })
  })

  it.each([[400], [401], [404], [422]])('takes status %i for a bug of ours', async (code) => {
    const { outcome, asked } = await against(order, status(code))
    expect(outcome).toBeInstanceOf(Error)
    expect(String(outcome)).not.toContain(father.idNumber)
    expect(asked).toBe(1)
  })
})

import { fen } from '../../../../shared/values/fen'
import type { Reading } from '../../../../src/cloud/reading'
import { stepAfter } from '../../../../src/packages/premiums/check/model'
import { afterRefusal } from '../../../../src/packages/premiums/password/model'
import {
  headlineOf,
  isOpen,
  offersOf,
  type PaymentLine,
  type PaymentRecord,
  paidOf,
  pauseAfter,
  standingOf,
} from '../../../../src/packages/premiums/payment/model'
import { mayFilter, metIn, NOBODY_MET } from '../../../../src/packages/premiums/records/model'
import { id } from '../../pages/invitations'

const line = (order: number, state: PaymentLine['state'], more: Partial<PaymentLine> = {}) =>
  ({
    lineId: `${id('payment', 1)}-${order}`,
    bindingId: id('binding', order),
    name: '陈**',
    birthYear: 2010 + order,
    tier: 'standard',
    tierTitle: '统一标准',
    amountFen: fen(400_00),
    state,
    ...more,
  }) as PaymentLine

const record = (state: PaymentRecord['state'], lines: readonly PaymentLine[]) =>
  ({
    state,
    lines,
    side: 'policyholder',
    premiumYear: 2026,
    totalFen: fen(lines.length * 400_00),
  }) as PaymentRecord

describe('a payment whose answer was lost', () => {
  const kept = { paymentId: id('payment', 1), at: 1_000_000 }
  const missing: Reading<PaymentRecord> = {
    phase: 'refused',
    refusal: { code: 'not-found', message: '' },
  }
  const failed: Reading<PaymentRecord> = { phase: 'failed', failure: { kind: 'offline' } }
  const known: Reading<PaymentRecord> = { phase: 'ready', value: record('paid', []), trouble: null }

  it.each([
    ['is asked about while it may still arrive', missing, 1_000_000 + 29_999, 'asking'],
    ['has not arrived when it no longer can', missing, 1_000_000 + 30_000, 'not-arrived'],
    ['is not known while nobody can be asked, however long', failed, 9_000_000, 'asking'],
    ['is shown as soon as it is known', known, 1_000_001, 'told'],
  ] as const)('%s', (_, reading, now, kind) => {
    expect(standingOf(reading, kept, now).kind).toBe(kind)
  })

  it('is nothing to guess about where this phone has sent none', () => {
    expect(standingOf(missing, null, 9_000_000)).toEqual({ kind: 'told' })
  })

  it('is asked about soon, then less and less often, and never not', () => {
    const pauses = Array.from({ length: 20 }, (_, asked) => pauseAfter(asked))
    expect(pauses).toEqual([...pauses].sort((one, other) => one - other))
    expect(pauses[0]).toBe(2_000)
    expect(pauses.at(-1)).toBe(60_000)
  })
})

describe('what a payment has come to', () => {
  it.each([
    ['paid', [line(1, 'paid')], '缴好了', false],
    ['outcome-unknown', [line(1, 'paid'), line(2, 'outcome-unknown')], '结果确认中', true],
    ['processing', [line(1, 'processing')], '结果确认中', true],
    ['partly-paid', [line(1, 'paid'), line(2, 'failed')], '有的缴好了，有的没有', false],
    ['failed', [line(1, 'failed')], '没有缴成', false],
    ['refunded', [line(1, 'refunded')], '已经退回', false],
    ['paid', [line(1, 'refunding'), line(2, 'paid')], '退费确认中', true],
  ] as const)('is said of %s', (state, lines, title, open) => {
    const whole = record(state, lines)
    expect(headlineOf(whole).title).toBe(title)
    expect(isOpen(whole)).toBe(open)
  })

  it('tells what was paid of it, and what of that was given back', () => {
    expect(paidOf(record('partly-paid', [line(1, 'paid'), line(2, 'failed')]))).toBe(400_00)
    expect(paidOf(record('failed', [line(1, 'failed')]))).toBe(400_00)
    expect(headlineOf(record('paid', [line(1, 'paid'), line(2, 'refunded')])).lines).toEqual([
      '其中 400.00元已经退回原来的个人账户。',
    ])
  })

  it('offers a receipt, each refund, and to pay again what failed, to the payer alone', () => {
    const mixed = record('partly-paid', [line(1, 'paid'), line(2, 'failed'), line(3, 'paid')])
    expect(offersOf(mixed)).toMatchObject({ receipt: true, payAgain: true })
    expect(offersOf(mixed).refunds.map(({ bindingId }) => bindingId)).toEqual([
      id('binding', 1),
      id('binding', 3),
    ])
    expect(offersOf({ ...mixed, side: 'relative' })).toEqual({ receipt: false, payAgain: false, refunds: [] })
    expect(offersOf(record('failed', [line(1, 'failed')])).receipt).toBe(false)
  })
})

describe('after a refusal', () => {
  it.each([
    ['password-wrong', { attemptsLeft: 4 }, 'type-again'],
    ['password-wrong', { attemptsLeft: 0 }, 'set-password'],
    ['password-locked', {}, 'set-password'],
    ['password-not-set', {}, 'set-password'],
    ['quote-expired', {}, 'check-again'],
    ['price-changed', {}, 'check-again'],
    ['already-paid', {}, 'choose-again'],
    ['window-closed', {}, 'choose-again'],
    ['balance-too-low', {}, 'choose-again'],
  ] as const)('%s %j: %s', (code, facts, step) => {
    expect(stepAfter({ code, facts, message: '' })).toBe(step)
  })

  it('of a new password: another one while the verification holds, else a new verification', () => {
    const simple = {
      code: 'not-allowed',
      facts: { reason: 'password-too-simple' },
      message: '太简单。',
    } as const
    expect(afterRefusal(simple)).toEqual({ next: 'first', why: '太简单。' })
    expect(afterRefusal({ code: 'verification-failed', message: '' })).toMatchObject({ next: 'verify' })
    expect(afterRefusal({ code: 'too-many-attempts', message: '太多次。' })).toEqual({
      next: 'verify',
      why: '太多次。',
    })
  })
})

describe('the records', () => {
  it('remember whom and which years they have met, each once', () => {
    const first = { ...record('paid', [line(1, 'paid'), line(2, 'paid')]), premiumYear: 2025 }
    const met = metIn([first, record('paid', [line(1, 'paid')])], NOBODY_MET)
    expect(met.years).toEqual([2026, 2025])
    expect(met.relatives.map(({ text }) => text)).toEqual(['陈**（2011年生）', '陈**（2012年生）'])
    // Nothing new: nothing is drawn again.
    expect(metIn([first], met)).toBe(met)
    expect(mayFilter(met)).toBe(true)
    expect(mayFilter(metIn([record('paid', [line(1, 'paid')])], NOBODY_MET))).toBe(false)
  })
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import type { RunningInsurer } from '../../../local/insurer'
import type { Fault } from '../../../local/insurer/faults'
import { createHttpInsurer } from '../../../platform/insurer/http-insurer'
import type { PremiumOrder } from '../../../platform/insurer/port'
import { addFen, fen } from '../../../shared/values/fen'
import { child, documentOf, father, KEY, mother, startTestInsurer } from './stage'

const PAYERS = [father, mother]
const YEARS = [2025, 2026]

type Step =
  | { do: 'pay'; id: number; payer: number; year: number; amountFen: number; fault: Fault['kind'] | null }
  | { do: 'reverse'; id: number; of: number; fault: Fault['kind'] | null }
  | { do: 'cancel'; id: number }
  | { do: 'credit'; payer: number; amountFen: number }
  | { do: 'restart' }

const fault = fc.option(
  fc.constantFrom<Fault['kind']>('refuse', 'error', 'error-after', 'lost', 'duplicate', 'late'),
  { freq: 2 },
)
const id = fc.nat(5)
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record<Extract<Step, { do: 'pay' }>>({
      do: fc.constant('pay'),
      id,
      payer: fc.nat(1),
      year: fc.nat(1),
      amountFen: fc.oneof(fc.constantFrom(1, 40_000), fc.integer({ min: 300_000, max: 900_000 })),
      fault,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record<Extract<Step, { do: 'reverse' }>>({
      do: fc.constant('reverse'),
      id,
      of: id,
      fault,
    }),
  },
  { weight: 1, arbitrary: fc.record<Extract<Step, { do: 'cancel' }>>({ do: fc.constant('cancel'), id }) },
  {
    weight: 1,
    arbitrary: fc.record<Extract<Step, { do: 'credit' }>>({
      do: fc.constant('credit'),
      payer: fc.nat(1),
      amountFen: fc.integer({ min: 1, max: 100_000 }),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'restart' }) },
)

/** The insurer as simply as it can be said: what is in two accounts, and who paid which year. */
class Model {
  readonly balances = PAYERS.map(({ balanceFen }) => Number(balanceFen))
  readonly paid = new Map<number, string>()
  readonly payments = new Map<string, { order: PremiumOrder | null; payer: number; outcome: string }>()
  readonly reversals = new Map<string, { of: string; outcome: string }>()

  pay(order: PremiumOrder, payer: number): string {
    const known = this.payments.get(order.orderId)
    if (known?.outcome === 'cancelled') return 'cancelled'
    if (known !== undefined) {
      return JSON.stringify(known.order) === JSON.stringify(order) ? known.outcome : 'request-reused'
    }
    const balance = this.balances[payer] ?? 0
    const outcome = this.paid.has(order.premiumYear)
      ? 'already-paid'
      : balance < order.amountFen
        ? 'balance-too-low'
        : 'settled'
    this.payments.set(order.orderId, { order, payer, outcome })
    if (outcome === 'settled') {
      this.balances[payer] = balance - order.amountFen
      this.paid.set(order.premiumYear, order.orderId)
    }
    return outcome
  }

  cancel(orderId: string): string {
    const known = this.payments.get(orderId)
    if (known !== undefined) return known.outcome
    this.payments.set(orderId, { order: null, payer: 0, outcome: 'cancelled' })
    return 'cancelled'
  }

  reverse(reversalId: string, of: string): string {
    const known = this.reversals.get(reversalId)
    if (known !== undefined) return known.of === of ? known.outcome : 'request-reused'
    const payment = this.payments.get(of)
    const standing = payment?.order ?? null
    const outcome =
      standing === null || payment?.outcome !== 'settled'
        ? 'payment-unknown'
        : this.paid.get(standing.premiumYear) === of
          ? 'settled'
          : 'already-reversed'
    this.reversals.set(reversalId, { of, outcome })
    if (outcome === 'settled' && standing !== null && payment !== undefined) {
      this.balances[payment.payer] = (this.balances[payment.payer] ?? 0) + standing.amountFen
      this.paid.delete(standing.premiumYear)
    }
    return outcome
  }
}

const said = (answer: { outcome: string } | { outcome: 'refused'; refusal: { reason: string } }): string =>
  'refusal' in answer ? answer.refusal.reason : answer.outcome

/** Carries the steps out at the insurer and in the model; whatever was heard, the same request settles it. */
async function compare(steps: readonly Step[], directory: string): Promise<void> {
  let insurer: RunningInsurer = await startTestInsurer({ directory, people: [father, mother, child] })
  const connect = () => createHttpInsurer({ url: insurer.url, key: KEY, timeoutMs: 5_000 })
  let port = connect()
  const model = new Model()
  const both = async (
    kind: Fault['kind'] | null,
    send: () => Promise<Parameters<typeof said>[0]>,
    expected: string,
  ) => {
    insurer.setFault(kind === null ? null : { kind, ms: 1, times: 1 })
    const heard = said(await send())
    if (kind === null || kind === 'duplicate') expect(heard).toBe(expected)
    else expect(heard).toBe('unknown')
    if (heard === 'unknown') expect(said(await send())).toBe(expected)
  }
  try {
    for (const each of steps) {
      if (each.do === 'restart') {
        await insurer.close()
        insurer = await startTestInsurer({ directory, people: [father, mother, child] })
        port = connect()
      } else if (each.do === 'credit') {
        const payer = PAYERS[each.payer] ?? father
        insurer.credit(payer.idNumber, 'account', fen(each.amountFen))
        model.balances[each.payer] = (model.balances[each.payer] ?? 0) + each.amountFen
      } else if (each.do === 'cancel') {
        const orderId = `p-${each.id}`
        await both(null, () => port.cancelPayment(orderId), model.cancel(orderId))
      } else if (each.do === 'reverse') {
        const order = { reversalId: `r-${each.id}`, orderId: `p-${each.of}`, reason: 'other' as const }
        const expected = model.reverse(order.reversalId, order.orderId)
        await both(each.fault, () => port.reversePremium(order), expected)
      } else {
        const order: PremiumOrder = {
          orderId: `p-${each.id}`,
          payer: documentOf(PAYERS[each.payer] ?? father),
          insured: documentOf(child),
          premiumYear: YEARS[each.year] ?? 2026,
          tier: 'standard',
          amountFen: fen(each.amountFen),
          from: 'account',
        }
        await both(each.fault, () => port.payPremium(order), model.pay(order, each.payer))
      }
      for (const [index, payer] of PAYERS.entries()) {
        expect((await port.accountOf(documentOf(payer)))?.balanceFen).toBe(model.balances[index])
      }
      expect(addFen(...Object.values(insurer.totals()))).toBe(0)
    }
    // What stands in the statement is what the model says is paid: each year at most once.
    const { lines } = await port.statement({ afterSequence: 0, limit: 500 })
    for (const premiumYear of YEARS) {
      const ofYear = lines.filter((line) => 'premiumYear' in line && line.premiumYear === premiumYear)
      const standing = ofYear
        .filter(({ kind }) => kind === 'premium')
        .filter(({ id: paid }) => !ofYear.some((line) => line.kind === 'reversal' && line.orderId === paid))
      expect(standing.map(({ id: paid }) => paid)).toEqual([
        ...(model.paid.has(premiumYear) ? [model.paid.get(premiumYear)] : []),
      ])
    }
  } finally {
    await insurer.close()
  }
}

it('keeps every fen and pays each premium at most once, whatever fails and however often it starts anew', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const directory = mkdtempSync(path.join(tmpdir(), 'insurer-'))
      try {
        await compare(steps, directory)
      } finally {
        rmSync(directory, { recursive: true, force: true })
      }
    }),
    // A slow machine lives through fewer, and fails for none that it had no time for.
    { numRuns: 40, interruptAfterTimeLimit: 60_000 },
  )
})

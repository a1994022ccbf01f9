import type { Instant } from '../../shared/values/day'
import type { BindingId, Id, PaymentId } from '../../shared/values/ids'
import { changeBinding } from '../bindings/change-binding'
import type { Insurer } from '../insurer/port'
import type { Keys } from '../keys/keys'
import { tell } from '../notices/tell'
import { answerToOrder, askedAgainAt, isShutOut } from '../orders/asking'
import { unsealPerson } from '../people'
import type { BindingDocument } from '../store/collections'
import { PLACES } from '../store/places'
import type { PaymentDocument, PremiumLine } from '../store/premium-collections'
import type { Store, Transaction } from '../store/store'
import { type Applied, applyAnswers, isOpen, isOrderOpen, type LineAnswer } from './answers'

interface Settling {
  readonly now: Instant
  readonly store: Store
  readonly insurer: Insurer
  readonly keys: Keys
  newId<Kind extends string>(kind: Kind): Id<Kind>
}

export type BindingsOfPayment = ReadonlyMap<BindingId, BindingDocument>

export async function bindingsOfPayments(
  store: Store,
  payments: readonly Pick<PaymentDocument, 'lines'>[],
): Promise<BindingsOfPayment> {
  const ids = [...new Set(payments.flatMap(({ lines }) => lines.map(({ bindingId }) => bindingId)))]
  if (ids.length === 0) return new Map()
  const found = await store.find('bindings', { _id: store.operators.in(ids) }, { limit: ids.length })
  return new Map(found.map((binding) => [binding._id, binding]))
}

/**
 * Asks the insurer about every line that has no final answer, each under its own id, so that asking again changes
 * nothing twice. An order is sent again for a while after it was confirmed; later it is shut out where it has not
 * arrived. Nothing is written here.
 */
export function askInsurer(
  call: Settling,
  payment: PaymentDocument,
  bindings: BindingsOfPayment,
): Promise<LineAnswer[]> {
  return Promise.all(
    payment.lines.filter(isOpen).map(async (line): Promise<LineAnswer> => {
      const { lineId } = line
      if (isOrderOpen(line)) {
        const { insurer } = call
        const answer = await answerToOrder({
          shutOut: isShutOut(payment, call.now),
          send: () => insurer.payPremium(orderOf(call, payment, line, bindings)),
          cancel: () => insurer.cancelPayment(lineId),
          find: () => insurer.findPayment(lineId),
        })
        return { lineId, of: 'order', answer }
      }
      return { lineId, of: 'reversal', answer: await answerToReversal(call, line) }
    }),
  )
}

function orderOf(
  { keys }: Settling,
  payment: PaymentDocument,
  line: PremiumLine,
  bindings: BindingsOfPayment,
) {
  const binding = bindings.get(line.bindingId)
  if (binding === undefined) throw new Error('a payment without its binding')
  const { _id, sealedPolicyholder, sealedRelative } = binding
  return {
    orderId: line.lineId,
    payer: unsealPerson(keys, PLACES.bindingPolicyholder(_id), sealedPolicyholder).document,
    insured: unsealPerson(keys, PLACES.bindingRelative(_id), sealedRelative).document,
    premiumYear: payment.premiumYear,
    tier: line.tier,
    amountFen: line.amountFen,
    from: payment.from,
    ...(line.part === undefined ? {} : { part: line.part }),
  }
}

function answerToReversal({ insurer }: Settling, { lineId, refund }: PremiumLine) {
  if (refund === null) throw new Error('a reversal that nobody asked for')
  const { reversalId, reversalReason } = refund
  return insurer.reversePremium({ reversalId, orderId: lineId, reason: reversalReason })
}

/**
 * Writes down what was answered, in the caller's transaction: the lines, a movement for each sum that moved, an event in
 * the history of each binding by which it moved, and a notice to those who did not act. What is final already is left as
 * it is.
 *
 * @param actor who gets the answer on her screen, so that she is told nothing; null where a timer asked
 */
export async function recordAnswers(
  call: Settling,
  transaction: Transaction,
  paymentId: PaymentId,
  answers: readonly LineAnswer[],
  actor: 'payer' | null,
): Promise<PaymentDocument> {
  const payment = await transaction.get('payments', paymentId)
  if (payment === null) throw new Error('a payment that is gone')
  const applied = applyAnswers(payment.lines, answers)
  const { lines } = applied
  const open = lines.some(isOpen)
  const openKeys = new Set(
    lines.flatMap((line, index) => (isOrderOpen(line) ? [payment.inFlightKeys[index]] : [])),
  )
  const asked = payment.asked + 1
  const fields = {
    lines,
    inFlight: payment.inFlightKeys.filter((key) => openKeys.has(key)),
    open,
    asked,
    askAt: askedAgainAt(call.now, asked),
  }
  await transaction.update('payments', paymentId, fields)
  await recordMovements(transaction, payment, applied)
  await recordInHistories(call, transaction, payment, applied)
  await tellOf(call, transaction, payment, applied, actor)
  return { ...payment, ...fields }
}

async function recordMovements(
  transaction: Transaction,
  { _id: paymentId, premiumYear, from }: PaymentDocument,
  { paid, refunded }: Applied,
): Promise<void> {
  for (const { payment } of paid) {
    await transaction.insert('premium-movements', {
      _id: payment.orderId,
      kind: 'premium',
      paymentId,
      orderId: payment.orderId,
      premiumYear,
      amountFen: payment.amountFen,
      debit: from,
      credit: 'premiums',
      sequence: payment.sequence,
      at: payment.settledAt,
    })
  }
  for (const { reversal } of refunded) {
    await transaction.insert('premium-movements', {
      _id: reversal.reversalId,
      kind: 'reversal',
      paymentId,
      orderId: reversal.orderId,
      premiumYear,
      amountFen: reversal.amountFen,
      debit: 'premiums',
      credit: from,
      sequence: reversal.sequence,
      at: reversal.settledAt,
    })
  }
}

/** Both sides of a binding find in its history what was paid by it and given back: the year and the sum. */
async function recordInHistories(
  { now: at }: Settling,
  transaction: Transaction,
  { _id: paymentId, premiumYear }: PaymentDocument,
  { paid, refunded }: Applied,
): Promise<void> {
  const moved = [
    ...paid.map(({ line }) => ({ kind: 'premium-paid', line }) as const),
    ...refunded.map(({ line }) => ({ kind: 'premium-refunded', line }) as const),
  ]
  for (const { kind, line } of moved) {
    const binding = await transaction.get('bindings', line.bindingId)
    if (binding === null) throw new Error('a payment without its binding')
    const facts = { paymentId, premiumYear, amountFen: line.amountFen }
    await changeBinding(transaction, binding, {}, { at, kind, by: 'policyholder', facts })
  }
}

/** Years and sums, and nothing of another line. */
async function tellOf(
  call: Settling,
  transaction: Transaction,
  payment: PaymentDocument,
  { paid, failed, refunded }: Applied,
  actor: 'payer' | null,
): Promise<void> {
  const payer = actor === 'payer' ? [] : [payment.personId]
  const insured = ({ relativeId, guardianId }: PremiumLine) =>
    [relativeId, ...(guardianId === null ? [] : [guardianId])].filter((id) => id !== payment.personId)
  const facts = ({ amountFen }: PremiumLine) => ({
    paymentId: payment._id,
    premiumYear: payment.premiumYear,
    amountFen,
  })
  for (const { line } of paid) {
    const notice = { kind: 'premium-paid', bindingId: line.bindingId, facts: facts(line) } as const
    await tell(call, transaction, [...payer, ...insured(line)], notice)
  }
  // Whoever was to be insured is not told of a try that came to nothing.
  for (const line of failed) {
    const notice = { kind: 'premium-not-paid', bindingId: line.bindingId, facts: facts(line) } as const
    await tell(call, transaction, payer, notice)
  }
  for (const { line } of refunded) {
    const notice = { kind: 'premium-refunded', bindingId: line.bindingId, facts: facts(line) } as const
    await tell(call, transaction, [...payer, ...insured(line)], notice)
  }
}

/** Asks about what is open and writes it down, for whoever comes by: a timer, or a person who looks. */
export async function settlePayment(
  call: Settling,
  payment: PaymentDocument,
  bindings: BindingsOfPayment,
): Promise<PaymentDocument> {
  if (!payment.open) return payment
  const answers = await askInsurer(call, payment, bindings)
  return call.store.transact(async (transaction) => ({
    keep: true,
    value: await recordAnswers(call, transaction, payment._id, answers, null),
  }))
}

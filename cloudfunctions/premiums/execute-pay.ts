import type { Executes, WriteCall } from '../../platform/handler'
import { askedAgainAt } from '../../platform/orders/asking'
import { PortOutage } from '../../platform/outage'
import { applyAnswers, isOpen } from '../../platform/premiums/answers'
import {
  askInsurer,
  type BindingsOfPayment,
  bindingsOfPayments,
  recordAnswers,
} from '../../platform/premiums/settle-payment'
import type { PersonDocument } from '../../platform/store/collections'
import type { PaymentDocument, PremiumLine, QuoteDocument } from '../../platform/store/premium-collections'
import type { premiums } from '../../shared/contract/premiums'
import type { PaymentId } from '../../shared/values/ids'
import type { Refusal } from '../../shared/values/refusal'
import { ok, type Result, refuse } from '../../shared/values/result'
import { decideLines, priceChanged } from './decide'
import { type LoadedRelative, loadFacts, ownBindings, payerDocument } from './execute-facts'
import { paidReply } from './execute-records'

type Paying = Pick<Executes<(typeof premiums)['actions']>, 'pay'>
type LinkedWrite = WriteCall<'linked'>

/** Two payments of one person at the same moment are looked at one after the other; more are told to ask again. */
const CONFIRMS = 4

/**
 * Intent, insurer, outcome. What is confirmed is committed before the insurer is asked, under ids that the quote has
 * made, and what the insurer answers is committed afterwards; whoever comes by in between goes on from there.
 */
export const paying: Paying = {
  async pay(call, { quoteId, password }) {
    const paymentId = call.keys.paymentIdFor(quoteId)
    const quote = await call.store.get('quotes', quoteId)
    const isOver = quote === null || quote.expiresAt <= call.now
    if (isOver || call.person.latestPaymentId === paymentId) {
      return payAgain(call, quote, paymentId, password)
    }
    if (quote.personId !== call.person._id) return refuse({ code: 'not-found' })
    const refused = await call.credential.refused(call.person, password)
    if (refused !== null) return refuse(refused)
    const confirmed = await confirm(call, quote, paymentId)
    if (!confirmed.ok) return confirmed
    return settled(call, confirmed.value.payment, confirmed.value.bindings)
  },
}

/** What was confirmed goes on, also when the insurer cannot be asked of anything else; a quote that is over begins nothing. */
async function payAgain(
  call: LinkedWrite,
  quote: QuoteDocument | null,
  paymentId: PaymentId,
  password: string,
): Paid {
  const earlier = await call.store.get('payments', paymentId)
  if ((earlier ?? quote)?.personId !== call.person._id) return refuse({ code: 'not-found' })
  if (earlier === null) return refuse({ code: 'quote-expired' })
  const refused = await call.credential.refused(call.person, password)
  if (refused !== null) return refuse(refused)
  return settled(call, earlier, await bindingsOfPayments(call.store, [earlier]))
}

type Paid = Promise<Result<ReturnType<typeof paidReply>, Refusal>>

interface Confirmed {
  readonly payment: PaymentDocument
  readonly bindings: BindingsOfPayment
}

/** Asks everything again as it is now, and writes the payment down if it is still what was quoted. */
async function confirm(
  call: LinkedWrite,
  quote: QuoteDocument,
  paymentId: PaymentId,
): Promise<Result<Confirmed, Refusal>> {
  let person: PersonDocument = call.person
  for (let tries = 1; tries <= CONFIRMS; tries += 1) {
    const found = await ownBindings(
      { ...call, person },
      quote.lines.map(({ bindingId }) => bindingId),
    )
    if (found === null || found.length < quote.lines.length) return refuse({ code: 'not-found' })
    const payer = await call.insurer.findPerson(payerDocument(call))
    const { balanceFen, relatives, confirmed } = await loadFacts(
      { ...call, person },
      found,
      quote.premiumYear,
      payer,
      paymentId,
    )
    const bindings = new Map(found.map((binding) => [binding._id, binding]))
    if (confirmed !== null) return ok({ payment: confirmed, bindings })
    if (balanceFen === null) return refuse({ code: 'not-employee-scheme', facts: {} })
    const decided = decideLines(
      relatives.map(({ facts }, index) => ({ ...facts, tier: quote.lines[index]?.tier })),
    )
    // A tier that is gone is another price.
    if (!decided.ok && decided.refusal.code === 'tier-unknown') return refuse({ code: 'price-changed' })
    if (!decided.ok) return decided
    const changed = priceChanged(quote.lines, decided.value)
    if (changed !== null) return refuse(changed)
    const payment = paymentOf(call, quote, paymentId, relatives)
    const written = await writeIntent(call, payment, person)
    if (written.is === 'confirmed') return ok({ payment, bindings })
    if (written.is === 'not-linked') return refuse({ code: 'not-linked' })
    person = written.person
  }
  throw new PortOutage('store-busy', 'same-request')
}

function paymentOf(
  call: LinkedWrite,
  quote: QuoteDocument,
  paymentId: PaymentId,
  relatives: readonly LoadedRelative[],
): PaymentDocument {
  const lines = quote.lines.map((line, index): PremiumLine => {
    const binding = relatives[index]?.binding
    if (binding === undefined) throw new Error('a line without its binding')
    const { relativeId, guardianId } = binding
    return { ...line, relativeId, guardianId, state: 'waiting', refusal: null, settledAt: null, refund: null }
  })
  const people = lines.flatMap(({ relativeId, guardianId }) =>
    guardianId === null ? [relativeId] : [relativeId, guardianId],
  )
  const inFlightKeys = relatives.map(({ inFlightKey }) => inFlightKey)
  return {
    _id: paymentId,
    personId: call.person._id,
    quoteId: quote._id,
    premiumYear: quote.premiumYear,
    from: quote.from,
    lines,
    totalFen: quote.totalFen,
    createdAt: call.now,
    orderKey: `${call.now}:${paymentId}`,
    people: [...new Set([call.person._id, ...people])],
    inFlightKeys,
    inFlight: inFlightKeys,
    open: true,
    asked: 0,
    askAt: askedAgainAt(call.now, 0),
  }
}

type Written =
  | { readonly is: 'confirmed' }
  | { readonly is: 'not-linked' }
  /** Something else was paid meanwhile: this one, from elsewhere, another, or a bill, which count against the same limits. */
  | { readonly is: 'overtaken'; readonly person: PersonDocument }

/** Every payment of hers is named in her own document as the latest, so that one of them is before the other. */
function writeIntent(
  call: LinkedWrite,
  payment: PaymentDocument,
  decidedWith: PersonDocument,
): Promise<Written> {
  return call.store.transact<Written>(async (transaction) => {
    const person = await transaction.get('persons', payment.personId)
    if (person?.userKey !== call.userKey) return { keep: false, value: { is: 'not-linked' } }
    const sameSpending = person.settledSpending?.latest === decidedWith.settledSpending?.latest
    if (person.latestPaymentId !== decidedWith.latestPaymentId || !sameSpending) {
      return { keep: false, value: { is: 'overtaken', person } }
    }
    await transaction.insert('payments', payment)
    await transaction.update('persons', person._id, { latestPaymentId: payment._id })
    return { keep: true, value: { is: 'confirmed' } }
  })
}

/**
 * Asks about what is open and answers. The reply is kept for this request only when everything in it is final: until
 * then the same request asks again.
 *
 * @param isUnkept of a line with which the reply is not kept either, because the request is refused for it
 */
export async function settled(
  call: LinkedWrite,
  payment: PaymentDocument,
  bindings: BindingsOfPayment,
  isUnkept: (line: PremiumLine) => boolean = () => false,
): Paid {
  const answers = payment.open ? await askInsurer(call, payment, bindings) : []
  if (applyAnswers(payment.lines, answers).lines.some((line) => isOpen(line) || isUnkept(line))) {
    const asked = await call.store.transact(async (transaction) => ({
      keep: true,
      value: await recordAnswers(call, transaction, payment._id, answers, 'payer'),
    }))
    return ok(paidReply(call, asked, bindings))
  }
  return call.commit(async (transaction) => {
    const after = payment.open
      ? await recordAnswers(call, transaction, payment._id, answers, 'payer')
      : payment
    return ok(paidReply(call, after, bindings))
  })
}

import { canonicalJson } from '../../platform/canonical'
import { keepPaper } from '../../platform/files/keep-paper'
import { PAPER_LINK_SECONDS, PAPER_REUSE_MS } from '../../platform/files/paper-life'
import type { Executes, ReadCall } from '../../platform/handler'
import { sm3 } from '../../platform/keys/keyed-hash'
import type { PrintableReceipt } from '../../platform/premiums/render-receipt'
import { type BindingsOfPayment, bindingsOfPayments } from '../../platform/premiums/settle-payment'
import type { PaymentDocument, PremiumLine } from '../../platform/store/premium-collections'
import type { premiums } from '../../shared/contract/premiums'
import { dayText, yuanText } from '../../shared/copy'
import { momentText } from '../../shared/copy/letter-print'
import { RECEIPT_PRINT } from '../../shared/copy/receipt-print'
import { addMilliseconds } from '../../shared/values/day'
import { addFen } from '../../shared/values/fen'
import type { PaymentId } from '../../shared/values/ids'
import { ok, refuse } from '../../shared/values/result'
import { payerName, relativeName } from './execute-records'

type Receipts = Pick<Executes<(typeof premiums)['actions']>, 'receipt'>

/** Another number wherever a receipt looks different from the one before, so that no old paper is given out. */
const FORM = 1

export const receipts: Receipts = {
  async receipt(call, { paymentId }) {
    const payment = await call.store.get('payments', paymentId)
    if (payment?.personId !== call.person._id) return refuse({ code: 'not-found' })
    const paid = payment.lines.filter(({ state }) => state === 'paid')
    if (paid.length === 0) {
      const reason = payment.open ? 'payment-in-progress' : 'not-paid'
      return refuse({ code: 'not-allowed', facts: { reason } })
    }
    const bindings = await bindingsOfPayments(call.store, [payment])
    const printable = printableReceipt(call, payment, paid, bindings)
    const paperId = receiptPaper(call, paymentId)
    const madeOf = sm3(canonicalJson({ form: FORM, printable }))
    const earlier = await call.store.get('papers', paperId)
    const reusableFrom = addMilliseconds(call.now, -PAPER_REUSE_MS)
    if (earlier?.madeOf === madeOf && earlier.madeAt > reusableFrom) {
      return ok({ url: await call.files.link(earlier.fileId, PAPER_LINK_SECONDS), sm3: earlier.sm3 })
    }
    // Setting text brings megabytes along, which paying should not wait for.
    const { renderReceipt } = await import('../../platform/premiums/render-receipt')
    const bytes = await renderReceipt(printable)
    return ok(await keepPaper(call, { paperId, place: (name) => `receipts/${name}.pdf`, bytes, madeOf }))
  },
}

/** Under which name the receipt of a payment lies in the file storage. */
function receiptPaper({ keys }: ReadCall<'linked'>, paymentId: PaymentId): string {
  return keys.fileName(`receipt:${paymentId}`)
}

function printableReceipt(
  call: ReadCall<'linked'>,
  payment: PaymentDocument,
  paid: readonly PremiumLine[],
  bindings: BindingsOfPayment,
): PrintableReceipt {
  const total = addFen(...paid.map(({ amountFen }) => amountFen))
  return {
    paymentId: payment._id,
    createdAt: payment.createdAt,
    groups: [
      [
        { label: RECEIPT_PRINT.payer, value: payerName(call, payment, bindings) },
        { label: RECEIPT_PRINT.from, value: RECEIPT_PRINT.account },
        { label: RECEIPT_PRINT.total, value: yuanText(total) },
        { label: RECEIPT_PRINT.paymentId, value: payment._id },
      ],
      ...paid.map((line) => lineFacts(line, payment.premiumYear, relativeName(call, line, bindings))),
    ],
  }
}

function lineFacts(line: PremiumLine, premiumYear: number, insured: string) {
  const { tierTitle, amountFen, lineId, settledAt, benefitFrom, refund } = line
  return [
    { label: RECEIPT_PRINT.insured, value: insured },
    { label: RECEIPT_PRINT.year, value: RECEIPT_PRINT.yearText(premiumYear) },
    { label: RECEIPT_PRINT.tier, value: tierTitle },
    { label: RECEIPT_PRINT.amount, value: yuanText(amountFen) },
    ...(settledAt === null ? [] : [{ label: RECEIPT_PRINT.paidAt, value: momentText(settledAt) }]),
    ...(benefitFrom === null ? [] : [{ label: RECEIPT_PRINT.benefitFrom, value: dayText(benefitFrom) }]),
    {
      label: RECEIPT_PRINT.state,
      value: refund?.state === 'refunded' ? RECEIPT_PRINT.refunded : RECEIPT_PRINT.paid,
    },
    { label: RECEIPT_PRINT.orderId, value: lineId },
  ]
}

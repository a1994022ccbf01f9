import type { Executes, WriteCall } from '../../platform/handler'
import type { ReversalReason } from '../../platform/insurer/port'
import { askedAgainAt } from '../../platform/orders/asking'
import { bindingsOfPayments } from '../../platform/premiums/settle-payment'
import type { PaymentDocument, PremiumLine } from '../../platform/store/premium-collections'
import type { premiums } from '../../shared/contract/premiums'
import { dayOf } from '../../shared/values/day'
import type { PaymentId } from '../../shared/values/ids'
import type { Refusal } from '../../shared/values/refusal'
import { ok, type Result, refuse } from '../../shared/values/result'
import { type RefundReason, refundRefused } from './decide-refund'
import { settled } from './execute-pay'

type Refunding = Pick<Executes<(typeof premiums)['actions']>, 'refund'>
type LinkedWrite = WriteCall<'linked'>

const AT_THE_INSURER: Readonly<Record<RefundReason, ReversalReason>> = {
  duplicate: 'duplicate',
  died: 'died',
  'employee-scheme': 'employee-scheme',
  'insured-elsewhere': 'insured-elsewhere',
  aided: 'other',
  other: 'other',
}

/** The same three steps as a payment: that it is asked back, the insurer, what became of it. */
export const refunding: Refunding = {
  async refund(call, { paymentId, lineId, reason }) {
    const asked = await askBack(call, paymentId, lineId, reason)
    if (!asked.ok) return asked
    const bindings = await bindingsOfPayments(call.store, [asked.value])
    const isRefused = (line: PremiumLine) => line.lineId === lineId && line.refund?.state === 'refused'
    const done = await settled(call, asked.value, bindings, isRefused)
    if (!done.ok) return done
    const payment = await call.store.get('payments', paymentId)
    return payment?.lines.some(isRefused) === true
      ? refuse({ code: 'not-allowed', facts: { reason: 'refund-refused' } })
      : done
  },
}

/** Writes down that a line is asked back. One that is asked back already stays as it is, under its own id. */
function askBack(
  call: LinkedWrite,
  paymentId: PaymentId,
  lineId: string,
  reason: RefundReason,
): Promise<Result<PaymentDocument, Refusal>> {
  type Asked = Result<PaymentDocument, Refusal>
  return call.store.transact<Asked>(async (transaction) => {
    const payment = await transaction.get('payments', paymentId)
    const line = payment?.lines.find((one) => one.lineId === lineId)
    if (payment === null || line === undefined || payment.personId !== call.person._id) {
      return { keep: false, value: refuse({ code: 'not-found' }) }
    }
    if (line.refund !== null && line.refund.state !== 'refused') return { keep: false, value: ok(payment) }
    const refusal = refused(call, payment, line, reason)
    if (refusal !== null) return { keep: false, value: refuse(refusal) }
    const lines = payment.lines.map((one) => (one === line ? askedBack(call, line, reason) : one))
    const fields = { lines, open: true, asked: 0, askAt: askedAgainAt(call.now, 0) }
    await transaction.update('payments', paymentId, fields)
    return { keep: true, value: ok({ ...payment, ...fields }) }
  })
}

function refused(
  call: LinkedWrite,
  { premiumYear }: PaymentDocument,
  { state, settledAt, regionCode, poolingAreaCode, refund }: PremiumLine,
  reason: RefundReason,
): Refusal | null {
  if (refund !== null) return { code: 'not-allowed', facts: { reason: 'refund-refused' } }
  if (state === 'waiting' || state === 'unknown') {
    return { code: 'not-allowed', facts: { reason: 'payment-in-progress' } }
  }
  if (state !== 'paid' || settledAt === null) return { code: 'not-allowed', facts: { reason: 'not-paid' } }
  const paidOn = dayOf(settledAt)
  return refundRefused({ regionCode, poolingAreaCode, premiumYear, paidOn, reason, today: call.today })
}

function askedBack(call: LinkedWrite, line: PremiumLine, reason: RefundReason): PremiumLine {
  return {
    ...line,
    refund: {
      reversalId: `${line.lineId}-r`,
      reason,
      reversalReason: AT_THE_INSURER[reason],
      askedAt: call.now,
      state: 'open',
      refundedAt: null,
    },
  }
}

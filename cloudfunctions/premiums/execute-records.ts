import { type Executes, type ReadCall, refusalReply } from '../../platform/handler'
import { type NamedPerson, unsealPerson } from '../../platform/people'
import { isOrderOpen, paymentState } from '../../platform/premiums/answers'
import {
  type BindingsOfPayment,
  bindingsOfPayments,
  settlePayment,
} from '../../platform/premiums/settle-payment'
import { PLACES } from '../../platform/store/places'
import type { PaymentDocument, PremiumLine } from '../../platform/store/premium-collections'
import type { premiums } from '../../shared/contract/premiums'
import { addFen } from '../../shared/values/fen'
import { maskName } from '../../shared/values/id-document'
import type { BindingId, PersonId } from '../../shared/values/ids'
import { ok, refuse } from '../../shared/values/result'
import { insuredReply } from './execute-facts'

type Telling = Pick<Executes<(typeof premiums)['actions']>, 'get' | 'records'>
type LinkedRead = ReadCall<'linked'>

const PAGE = 20

export const telling: Telling = {
  async get(call, { paymentId }) {
    const payment = await call.store.get('payments', paymentId)
    if (payment === null || !payment.people.includes(call.person._id)) return refuse({ code: 'not-found' })
    const bindings = await bindingsOfPayments(call.store, [payment])
    return ok(recordReply(call, await settlePayment(call, payment, bindings), bindings))
  },

  async records(call, { cursor, premiumYear, bindingId }) {
    const relativeId = bindingId === undefined ? undefined : await relativeOf(call, bindingId)
    if (relativeId === null) return refuse({ code: 'not-found' })
    const found = await call.store.find(
      'payments',
      {
        people: call.person._id,
        ...(cursor === undefined ? {} : { orderKey: call.store.operators.lt(cursor) }),
        ...(premiumYear === undefined ? {} : { premiumYear }),
        // The relative, not the binding: whoever was bound anew is the same person.
        ...(relativeId === undefined ? {} : { 'lines.relativeId': relativeId }),
      },
      { orderBy: ['orderKey', 'desc'], limit: PAGE + 1 },
    )
    const page = found.slice(0, PAGE)
    const last = page.at(-1)
    // Of another's payment she sees her own lines alone, and does not learn for whom else it was.
    const shown = page.filter(
      (payment) =>
        relativeId === undefined ||
        linesShownTo(payment, call.person._id).some((line) => line.relativeId === relativeId),
    )
    const bindings = await bindingsOfPayments(call.store, shown)
    return ok({
      records: shown.map((payment) => recordReply(call, payment, bindings)),
      ...(found.length > PAGE && last !== undefined ? { next: last.orderKey } : {}),
    })
  },
}

/** Whom a binding is about; null where the caller has no part in it. */
async function relativeOf(call: LinkedRead, bindingId: BindingId): Promise<PersonId | null> {
  const binding = await call.store.get('bindings', bindingId)
  if (binding === null) return null
  const { policyholderId, relativeId, guardianId } = binding
  return [policyholderId, relativeId, guardianId].includes(call.person._id) ? relativeId : null
}

/** What was paid for her is a relative's and a guardian's to see; the other lines and their sum are not. */
export function recordReply(call: LinkedRead, payment: PaymentDocument, bindings: BindingsOfPayment) {
  const side = sideOf(payment, call.person._id)
  const lines = linesShownTo(payment, call.person._id)
  return {
    ...paidReply(call, { ...payment, lines }, bindings),
    premiumYear: payment.premiumYear,
    side,
    payer: { name: maskName(payerName(call, payment, bindings)) },
    totalFen: side === 'policyholder' ? payment.totalFen : addFen(...lines.map((line) => line.amountFen)),
    createdAt: payment.createdAt,
  }
}

function linesShownTo({ personId, lines }: PaymentDocument, caller: PersonId): readonly PremiumLine[] {
  if (personId === caller) return lines
  return lines.filter(({ relativeId, guardianId }) => [relativeId, guardianId].includes(caller))
}

function sideOf({ personId, lines }: PaymentDocument, caller: PersonId) {
  if (personId === caller) return 'policyholder' as const
  return lines.some(({ relativeId }) => relativeId === caller) ? ('relative' as const) : ('guardian' as const)
}

export function payerName(call: LinkedRead, { lines }: PaymentDocument, bindings: BindingsOfPayment): string {
  const binding = lines[0] === undefined ? undefined : bindings.get(lines[0].bindingId)
  if (binding === undefined) return ''
  return unsealPerson(call.keys, PLACES.bindingPolicyholder(binding._id), binding.sealedPolicyholder).name
}

function relativeNamed(
  call: LinkedRead,
  { bindingId }: PremiumLine,
  bindings: BindingsOfPayment,
): NamedPerson | null {
  const binding = bindings.get(bindingId)
  if (binding === undefined) return null
  return unsealPerson(call.keys, PLACES.bindingRelative(bindingId), binding.sealedRelative)
}

export function relativeName(call: LinkedRead, line: PremiumLine, bindings: BindingsOfPayment): string {
  return relativeNamed(call, line, bindings)?.name ?? ''
}

export function paidReply(call: LinkedRead, payment: PaymentDocument, bindings: BindingsOfPayment) {
  return {
    paymentId: payment._id,
    state: paymentState(payment.lines),
    lines: payment.lines.map((line) => {
      const { lineId, bindingId, tier, tierTitle, amountFen, settledAt, benefitFrom, refusal, refund } = line
      return {
        lineId,
        bindingId,
        ...insuredReply(relativeNamed(call, line, bindings)),
        tier,
        tierTitle,
        amountFen,
        state: lineState(line),
        ...(settledAt === null ? {} : { settledAt }),
        ...(benefitFrom === null ? {} : { benefitFrom }),
        ...(refund?.refundedAt == null ? {} : { refundedAt: refund.refundedAt }),
        ...(refusal === null ? {} : { refusal: refusalReply(refusal) }),
      }
    }),
  }
}

function lineState(line: PremiumLine) {
  if (isOrderOpen(line)) {
    return line.state === 'unknown' ? ('outcome-unknown' as const) : ('processing' as const)
  }
  if (line.state === 'failed') return 'failed' as const
  switch (line.refund?.state) {
    case 'open':
      return 'refunding' as const
    case 'refunded':
      return 'refunded' as const
    default:
      return 'paid' as const
  }
}

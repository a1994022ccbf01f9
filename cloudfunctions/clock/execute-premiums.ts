import type { Executes } from '../../platform/handler'
import { bindingsOfPayments, settlePayment } from '../../platform/premiums/settle-payment'
import type { clock } from '../../shared/contract/clock'
import { ok } from '../../shared/values/result'
import { severalAtOnce } from './execute-pages'

type KeepingPremiums = Pick<Executes<(typeof clock)['actions']>, 'settle-payments'>

/** What one run takes on; each waits for the insurer, which may be slow. */
const PAGE = 40
const AT_ONCE = 8

export const keepingPremiums: KeepingPremiums = {
  async 'settle-payments'(call) {
    const due = await call.store.find(
      'payments',
      { open: true, askAt: call.store.operators.lte(call.now) },
      { orderBy: ['askAt', 'asc'], limit: PAGE },
    )
    const bindings = await bindingsOfPayments(call.store, due)
    const asked = await severalAtOnce(call, due, AT_ONCE, (payment) => settlePayment(call, payment, bindings))
    // One that cannot be asked about is told of in the log.
    if (asked.failures.length > 0) throw asked.failures[0]
    const settled = asked.values.filter(({ open }) => !open).length
    return ok({ settled, open: due.length - settled, more: due.length === PAGE })
  },
}

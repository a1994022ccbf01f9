import type { Executes } from '../../platform/handler'
import { bindingsOfPayments, settlePayment } from '../../platform/premiums/settle-payment'
import type { clock } from '../../shared/contract/clock'
import { ok } from '../../shared/values/result'

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
    const failures: unknown[] = []
    let settled = 0
    for (let from = 0; from < due.length; from += AT_ONCE) {
      const asked = await Promise.allSettled(
        due.slice(from, from + AT_ONCE).map((payment) => settlePayment(call, payment, bindings)),
      )
      for (const one of asked) {
        if (one.status === 'rejected') failures.push(one.reason)
        else if (!one.value.open) settled += 1
      }
    }
    // One that cannot be asked about stops none of the others, and is told of in the log all the same.
    if (failures.length > 0) throw failures[0]
    return ok({ settled, open: due.length - settled, more: due.length === PAGE })
  },
}

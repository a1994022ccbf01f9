import type { Executes } from '../../platform/handler'
import { peopleOfSettlements, settleSettlement } from '../../platform/settlements/settle-settlement'
import type { clock } from '../../shared/contract/clock'
import { ok } from '../../shared/values/result'
import { severalAtOnce } from './execute-pages'

type KeepingSettlements = Pick<Executes<(typeof clock)['actions']>, 'settle-settlements'>

/** What one run takes on; each waits for the insurer, which may be slow. */
const PAGE = 40
const AT_ONCE = 8

export const keepingSettlements: KeepingSettlements = {
  async 'settle-settlements'(call) {
    const due = await call.store.find(
      'settlements',
      { open: true, askAt: call.store.operators.lte(call.now) },
      { orderBy: ['askAt', 'asc'], limit: PAGE },
    )
    const people = await peopleOfSettlements(call.store, due)
    const asked = await severalAtOnce(call, due, AT_ONCE, (settlement) =>
      settleSettlement(call, settlement, people),
    )
    // One that cannot be asked about is told of in the log.
    if (asked.failures.length > 0) throw asked.failures[0]
    const settled = asked.values.filter(({ open }) => !open).length
    return ok({ settled, open: due.length - settled, more: due.length === PAGE })
  },
}

import type { Executes } from '../../platform/handler'
import type { clock } from '../../shared/contract/clock'
import { ok } from '../../shared/values/result'
import { ending } from './execute-end'
import { sending } from './execute-send'

/** What is left over is done at the timer's next time; nobody waits for it, since each call sees the end by itself. */
const PAGE = 500

export const executes: Executes<(typeof clock)['actions']> = {
  ...ending,
  ...sending,

  async 'expire-invitations'(call) {
    const { operators } = call.store
    const due = {
      state: operators.in(['draft', 'pending']),
      expiresAt: operators.lte(call.now),
    }
    // The filter stands in the change itself, so that one who accepts at this moment is not overtaken.
    const found = await call.store.find('invitations', due, { limit: PAGE })
    if (found.length === 0) return ok({ expired: 0, more: false })
    const expired = await call.store.updateWhere(
      'invitations',
      { ...due, _id: operators.in(found.map((invitation) => invitation._id)) },
      { state: 'expired' },
    )
    return ok({ expired, more: found.length === PAGE })
  },
}

import { changeBinding } from '../../platform/bindings/change-binding'
import type { Executes, ReadCall } from '../../platform/handler'
import { othersIn, tell } from '../../platform/notices/tell'
import type { clock } from '../../shared/contract/clock'
import { addDays } from '../../shared/values/day'
import type { BindingId } from '../../shared/values/ids'
import { ok } from '../../shared/values/result'
import { REMIND_DAYS_BEFORE, reminderDue } from './decide-remind'
import { throughAll } from './execute-pages'

type Reminding = Pick<Executes<(typeof clock)['actions']>, 'remind'>

const AT_ONCE = 8
const [EARLIEST = 0] = REMIND_DAYS_BEFORE

/** What people should not miss: an agreed end that comes near, and a child who is old enough to answer herself. */
export const reminding: Reminding = {
  async remind(call) {
    const { operators } = call.store
    const state = operators.in(['active', 'paused'])
    const endingSoon = {
      state,
      lastDay: operators.gte(call.today).and(operators.lte(addDays(call.today, EARLIEST))),
    }
    // Those that were reminded already are found again, and cost no transaction.
    const near = await throughAll(call, 'bindings', endingSoon, AT_ONCE, async (binding) =>
      reminderDue(binding, call.today) === null ? false : remindOfEnd(call, binding._id),
    )
    const ofAge = { state, ownConsentFrom: operators.lte(call.today), ownConsentAskedAt: null }
    const grown = await throughAll(call, 'bindings', ofAge, AT_ONCE, ({ _id }) => askForOwnConsent(call, _id))
    return ok({ reminded: near.done + grown.done, more: near.more || grown.more })
  },
}

function remindOfEnd(call: ReadCall, bindingId: BindingId): Promise<boolean> {
  return call.store.transact(async (transaction) => {
    const binding = await transaction.get('bindings', bindingId)
    const daysBefore = binding === null ? null : reminderDue(binding, call.today)
    if (binding === null || binding.lastDay === null || daysBefore === null)
      return { keep: false, value: false }
    const { lastDay } = binding
    await transaction.update('bindings', bindingId, { reminded: { lastDay, daysBefore } })
    await tell(call, transaction, othersIn(binding, null), {
      kind: 'end-day-near',
      bindingId,
      facts: { endDay: lastDay, daysBefore },
    })
    return { keep: true, value: true }
  })
}

function askForOwnConsent(call: ReadCall, bindingId: BindingId): Promise<boolean> {
  return call.store.transact(async (transaction) => {
    const binding = await transaction.get('bindings', bindingId)
    if (binding === null || binding.ownConsentAskedAt !== null) return { keep: false, value: false }
    await changeBinding(
      transaction,
      binding,
      { ownConsentAskedAt: call.now },
      { at: call.now, kind: 'own-consent-asked', by: 'system', facts: {} },
    )
    const { relativeId } = binding
    await tell(call, transaction, [relativeId], { kind: 'own-consent-asked', bindingId })
    const others = othersIn(binding, relativeId)
    await tell(call, transaction, others, { kind: 'own-consent-awaited', bindingId })
    return { keep: true, value: true }
  })
}

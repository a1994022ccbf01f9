import { changeBinding } from '../../platform/bindings/change-binding'
import type { Executes, ReadCall } from '../../platform/handler'
import { othersIn, tell } from '../../platform/notices/tell'
import type { BindingDocument } from '../../platform/store/collections'
import type { clock } from '../../shared/contract/clock'
import { addDays } from '../../shared/values/day'
import type { BindingId } from '../../shared/values/ids'
import { ok } from '../../shared/values/result'
import { REMIND_DAYS_BEFORE, reminderDue } from './decide-remind'

type Reminding = Pick<Executes<(typeof clock)['actions']>, 'remind'>

const PAGE = 200
const AT_ONCE = 8
const [EARLIEST = 0] = REMIND_DAYS_BEFORE

/** What people should not miss: an agreed end that comes near, and a child who is old enough to answer herself. */
export const reminding: Reminding = {
  async remind(call) {
    const [near, grown] = await Promise.all([endingSoon(call), ofAge(call)])
    let reminded = 0
    for (const [found, one] of [
      [near, remindOfEnd],
      [grown, askForOwnConsent],
    ] as const) {
      for (let from = 0; from < found.length; from += AT_ONCE) {
        const done = await Promise.all(found.slice(from, from + AT_ONCE).map(({ _id }) => one(call, _id)))
        reminded += done.filter(Boolean).length
      }
    }
    // Those that were reminded already are found again, so a full page is no sign of more.
    return ok({ reminded, more: reminded > 0 && (near.length === PAGE || grown.length === PAGE) })
  },
}

function endingSoon(call: ReadCall): Promise<BindingDocument[]> {
  const { operators } = call.store
  const lastDay = operators.gte(call.today).and(operators.lte(addDays(call.today, EARLIEST)))
  return call.store.find(
    'bindings',
    { state: operators.in(['active', 'paused']), lastDay },
    { orderBy: ['lastDay', 'asc'], limit: PAGE },
  )
}

function ofAge(call: ReadCall): Promise<BindingDocument[]> {
  const { operators } = call.store
  return call.store.find(
    'bindings',
    {
      state: operators.in(['active', 'paused']),
      ownConsentFrom: operators.lte(call.today),
      ownConsentAskedAt: null,
    },
    { limit: PAGE },
  )
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
    await tell(call, transaction, othersIn(binding, null), { kind: 'own-consent-asked', bindingId })
    return { keep: true, value: true }
  })
}

import type { Executes, ReadCall } from '../../platform/handler'
import { tell } from '../../platform/notices/tell'
import { unsealPerson } from '../../platform/people'
import type { BindingDocument } from '../../platform/store/collections'
import { PLACES } from '../../platform/store/places'
import type { clock } from '../../shared/contract/clock'
import {
  bindingHoldsOn,
  bindingStateOn,
  isPremiumWaived,
  type PremiumReminder,
  premiumReminder,
  regions,
} from '../../shared/rules'
import { timeOfDay } from '../../shared/values/day'
import { ok } from '../../shared/values/result'
import { pageAfterPage, severalAtOnce } from './execute-pages'
import { cameToToday, cameToTodayIn, moveOn } from './execute-progress'

type PremiumReminding = Pick<Executes<(typeof clock)['actions']>, 'remind-premiums'>

/** For each of them the insurer is asked; how far it has come is written down after so many. */
const PAGE = 100
const AT_ONCE = 8
const NOT_BEFORE = '09:00'

interface Reminded {
  readonly binding: BindingDocument
  readonly reminder: PremiumReminder
}

/**
 * Goes through the bindings of the day in the order of their ids. How far it has come is written together with the
 * notices, so that a run that is cut off or comes twice reminds nobody twice.
 */
export const remindingOfPremiums: PremiumReminding = {
  async 'remind-premiums'(call) {
    if (timeOfDay(call.now) < NOT_BEFORE) return ok({ reminded: 0, more: false })
    const reminders = remindersOf(call)
    if (reminders.size === 0) return ok({ reminded: 0, more: false })
    const { done: reminded, more } = await pageAfterPage(call, () => remindPage(call, reminders))
    return ok({ reminded, more })
  },
}

async function remindPage(call: ReadCall, reminders: ReadonlyMap<string, PremiumReminder>) {
  const after = await cameToToday(call, 'premium-reminders')
  if (after === null) return { done: 0, more: false }
  const { operators } = call.store
  const page = await call.store.find(
    'bindings',
    { state: 'active', uses: 'premium', _id: operators.gt(after) },
    { orderBy: ['_id', 'asc'], limit: PAGE },
  )
  const asked = await severalAtOnce(call, page, AT_ONCE, (binding) => reminderFor(call, binding, reminders))
  if (asked.begun < page.length) return { done: 0, more: true }
  if (asked.failures.length > 0) throw asked.failures[0]
  const due = asked.values.filter((one) => one !== null)
  const more = page.length === PAGE
  return { done: await remind(call, after, due, { after: page.at(-1)?._id ?? after, done: !more }), more }
}

/** The regions in which something is said today. */
function remindersOf({ today }: ReadCall): ReadonlyMap<string, PremiumReminder> {
  return new Map(
    regions().flatMap(({ regionCode }) => {
      const reminder = premiumReminder({ regionCode, today })
      return reminder === null ? [] : [[regionCode, reminder] as const]
    }),
  )
}

/** Only of a premium that the insurer itself calls unpaid, and that is to be paid: by some groups less, by some nothing. */
async function reminderFor(
  call: ReadCall,
  binding: BindingDocument,
  reminders: ReadonlyMap<string, PremiumReminder>,
): Promise<Reminded | null> {
  if (!bindingHoldsOn({ ...binding, state: bindingStateOn(binding, call.today) }, call.today)) return null
  const { _id, sealedRelative, sealedPolicyholder } = binding
  const relative = unsealPerson(call.keys, PLACES.bindingRelative(_id), sealedRelative).document
  const insured = await call.insurer.findPerson(relative)
  const reminder = reminders.get(insured?.regionCode ?? '')
  if (insured?.scheme !== 'resident' || reminder === undefined) return null
  const payer = unsealPerson(call.keys, PLACES.bindingPolicyholder(_id), sealedPolicyholder).document
  const { paid, waiver } = await call.insurer.premiumStatus(relative, reminder.premiumYear, payer)
  const { premiumYear } = reminder
  const person = { birthDay: insured.birthDay, ...(waiver === null ? {} : { waiverGroup: waiver }) }
  const asked = { regionCode: insured.regionCode ?? '', premiumYear, relative: person, today: call.today }
  return paid === null && !isPremiumWaived(asked) ? { binding, reminder } : null
}

function remind(
  call: ReadCall,
  from: string,
  due: readonly Reminded[],
  to: { readonly after: string; readonly done: boolean },
): Promise<number> {
  return call.store.transact(async (transaction) => {
    if ((await cameToTodayIn(transaction, call, 'premium-reminders')) !== from)
      return { keep: false, value: 0 }
    for (const { binding, reminder } of due) {
      const { premiumYear, until, daysLeft, kind } = reminder
      await tell(call, transaction, [binding.policyholderId], {
        kind: kind === 'opens' ? 'premium-window-open' : 'premium-window-closes',
        bindingId: binding._id,
        facts: { premiumYear, until, daysLeft },
      })
    }
    await moveOn(transaction, call, 'premium-reminders', to)
    return { keep: true, value: due.length }
  })
}

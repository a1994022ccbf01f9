import type { Executes, ReadCall } from '../../platform/handler'
import { tell } from '../../platform/notices/tell'
import { unsealPerson } from '../../platform/people'
import type { BindingDocument } from '../../platform/store/collections'
import { PLACES } from '../../platform/store/places'
import type { PositionDocument } from '../../platform/store/premium-collections'
import type { clock } from '../../shared/contract/clock'
import {
  bindingHoldsOn,
  bindingStateOn,
  type PremiumReminder,
  premiumReminder,
  regions,
} from '../../shared/rules'
import { timeOfDay } from '../../shared/values/day'
import { ok } from '../../shared/values/result'

type PremiumReminding = Pick<Executes<(typeof clock)['actions']>, 'remind-premiums'>

/** What one run looks at; for each of them the insurer is asked. */
const PAGE = 100
const AT_ONCE = 8
const NOT_BEFORE = '09:00'
/** Behind every id: all of the day are done. */
const ALL_DONE = '~'

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
    const position = await call.store.get('positions', 'premium-reminders')
    const after = position?.upTo === call.today ? position.after : ''
    if (after === ALL_DONE) return ok({ reminded: 0, more: false })
    const { operators } = call.store
    const page = await call.store.find(
      'bindings',
      { state: 'active', uses: 'premium', _id: operators.gt(after) },
      { orderBy: ['_id', 'asc'], limit: PAGE },
    )
    const due = await dueOf(call, page, reminders)
    const more = page.length === PAGE
    const upTo = more ? (page.at(-1)?._id ?? ALL_DONE) : ALL_DONE
    const reminded = await remind(call, position, due, upTo)
    return ok({ reminded, more })
  },
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

async function dueOf(
  call: ReadCall,
  bindings: readonly BindingDocument[],
  reminders: ReadonlyMap<string, PremiumReminder>,
): Promise<Reminded[]> {
  const due: Reminded[] = []
  for (let from = 0; from < bindings.length; from += AT_ONCE) {
    const asked = await Promise.all(
      bindings.slice(from, from + AT_ONCE).map((binding) => reminderFor(call, binding, reminders)),
    )
    due.push(...asked.flatMap((one) => (one === null ? [] : [one])))
  }
  return due
}

/** Only of a premium that the insurer itself calls unpaid, and that nobody waives. */
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
  return paid === null && waiver === null ? { binding, reminder } : null
}

function remind(
  call: ReadCall,
  before: PositionDocument | null,
  due: readonly Reminded[],
  after: string,
): Promise<number> {
  return call.store.transact(async (transaction) => {
    const position = await transaction.get('positions', 'premium-reminders')
    const moved = position?.upTo !== before?.upTo || position?.after !== before?.after
    if (moved) return { keep: false, value: 0 }
    for (const { binding, reminder } of due) {
      const { premiumYear, until, daysLeft, kind } = reminder
      await tell(call, transaction, [binding.policyholderId], {
        kind: kind === 'opens' ? 'premium-window-open' : 'premium-window-closes',
        bindingId: binding._id,
        facts: { premiumYear, until, daysLeft },
      })
    }
    const fields = { upTo: call.today, after }
    if (position === null) await transaction.insert('positions', { _id: 'premium-reminders', ...fields })
    else await transaction.update('positions', 'premium-reminders', fields)
    return { keep: true, value: due.length }
  })
}

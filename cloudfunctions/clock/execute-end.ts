import { changeBinding } from '../../platform/bindings/change-binding'
import type { Executes, ReadCall } from '../../platform/handler'
import { othersIn, tell } from '../../platform/notices/tell'
import type { BindingDocument } from '../../platform/store/collections'
import type { Transaction } from '../../platform/store/store'
import type { clock } from '../../shared/contract/clock'
import { addDays, type Day } from '../../shared/values/day'
import { ok } from '../../shared/values/result'
import { throughAll } from './execute-pages'

type Ending = Pick<Executes<(typeof clock)['actions']>, 'end-bindings'>

/** How many are written at a time: a transaction waits for the store most of its time. */
const AT_ONCE = 16

/**
 * Writes down the ends that have come. Nobody waits for it: whoever reads a binding sees by her own clock that it is
 * over. What is left over is done by the next run, and a run that comes twice finds nothing to do.
 */
export const ending: Ending = {
  async 'end-bindings'(call) {
    const { operators } = call.store
    const due = {
      state: operators.in(['in-review', 'active', 'paused']),
      lastDay: operators.lte(addDays(call.today, -1)),
    }
    const { done, more } = await throughAll(call, 'bindings', due, AT_ONCE, ({ _id }) => endOne(call, _id))
    return ok({ ended: done, more })
  },
}

function endOne(call: ReadCall, bindingId: BindingDocument['_id']): Promise<boolean> {
  return call.store.transact(async (transaction) => {
    const binding = await transaction.get('bindings', bindingId)
    if (binding === null || !isDue(binding, call.today)) return { keep: false, value: false }
    await writeEnd(call, transaction, binding)
    return { keep: true, value: true }
  })
}

function isDue({ state, lastDay }: BindingDocument, today: Day): boolean {
  return state !== 'ended' && lastDay !== null && lastDay < today
}

async function writeEnd(call: ReadCall, transaction: Transaction, binding: BindingDocument): Promise<void> {
  const cause = binding.ending?.cause ?? 'end-day'
  await changeBinding(
    transaction,
    binding,
    { state: 'ended', endedBecause: cause, proposedEndDay: null },
    { at: call.now, kind: 'ended', by: 'system', facts: { cause, lastDay: binding.lastDay } },
  )
  await tell(call, transaction, othersIn(binding, null), {
    kind: 'binding-ended',
    bindingId: binding._id,
    facts: { cause, lastDay: binding.lastDay },
  })
}

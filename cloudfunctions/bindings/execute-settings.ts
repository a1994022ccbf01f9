import { changeBinding } from '../../platform/bindings/change-binding'
import type { Executes, WriteCall } from '../../platform/handler'
import { othersIn, tell } from '../../platform/notices/tell'
import type { BindingDocument, PersonDocument } from '../../platform/store/collections'
import type { Transaction } from '../../platform/store/store'
import type { bindings } from '../../shared/contract/bindings'
import { ok, refuse } from '../../shared/values/result'
import { decideAccountLimit, decideOrder } from './decide-settings'

type Settings = Pick<Executes<(typeof bindings)['actions']>, 'set-account-limit' | 'set-order'>

/** What a policyholder sets for all of her bindings together, where her region has it. */
export const settings: Settings = {
  'set-account-limit': (call, { limitFen }) =>
    call.commit(async (transaction) => {
      const person = await ownPerson(call, transaction)
      if (person === null) return refuse({ code: 'not-linked' })
      const given = await givenBy(transaction, person, call)
      const decided = decideAccountLimit(given, person.accountLimitFen ?? null, limitFen, call.today)
      if (!decided.ok) return decided
      await transaction.update('persons', person._id, { accountLimitFen: limitFen })
      const facts = { accountLimitFen: limitFen }
      for (const binding of decided.value) {
        const happened = { at: call.now, kind: 'limits-set', by: 'policyholder', facts } as const
        await changeBinding(transaction, binding, {}, happened)
        const notice = { kind: 'limits-changed', bindingId: binding._id, facts } as const
        await tell(call, transaction, othersIn(binding, person._id), notice)
      }
      return ok(limitFen === null ? {} : { limitFen })
    }),

  'set-order': (call, { bindingIds }) =>
    call.commit(async (transaction) => {
      const person = await ownPerson(call, transaction)
      if (person === null) return refuse({ code: 'not-linked' })
      const decided = decideOrder(await givenBy(transaction, person, call), bindingIds, call.today)
      if (!decided.ok) return decided
      const placed = decided.value.map((binding, index) => ({ binding, place: index + 1 }))
      for (const { binding, place } of placed) {
        if (binding.place === place) continue
        const happened = { at: call.now, kind: 'order-set', by: 'policyholder', facts: { place } } as const
        await changeBinding(transaction, binding, { place }, happened)
        const notice = { kind: 'order-changed', bindingId: binding._id, facts: { place } } as const
        await tell(call, transaction, othersIn(binding, person._id), notice)
      }
      return ok(placed.map(({ binding, place }) => ({ bindingId: binding._id, place })))
    }),
}

/** Null where the link has moved to another phone since the call began. */
async function ownPerson(
  call: WriteCall<'linked'>,
  transaction: Transaction,
): Promise<PersonDocument | null> {
  const person = await transaction.get('persons', call.person._id)
  return person?.userKey === call.userKey ? person : null
}

async function givenBy(
  transaction: Transaction,
  person: PersonDocument,
  { today }: WriteCall<'linked'>,
): Promise<BindingDocument[]> {
  const given: BindingDocument[] = []
  for (const { bindingId, lastDay } of person.asPolicyholder) {
    if (lastDay !== null && lastDay < today) continue
    const binding = await transaction.get('bindings', bindingId)
    if (binding !== null) given.push(binding)
  }
  return given
}

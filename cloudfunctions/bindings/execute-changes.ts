import { changeBinding, setLastDays } from '../../platform/bindings/change-binding'
import type { Executes, WriteCall } from '../../platform/handler'
import { othersIn, tell } from '../../platform/notices/tell'
import type { BindingDocument } from '../../platform/store/collections'
import type { Transaction } from '../../platform/store/store'
import type { bindings } from '../../shared/contract/bindings'
import { type BindingChange, bindingStateOn, changeRefused, type Side } from '../../shared/rules'
import type { BindingId } from '../../shared/values/ids'
import type { Refusal } from '../../shared/values/refusal'
import { ok, type Result, refuse } from '../../shared/values/result'
import { decideLimits, endDayRefused, sideOf } from './decide'

type Changes = Pick<
  Executes<(typeof bindings)['actions']>,
  'pause' | 'resume' | 'set-limits' | 'propose-end-day' | 'answer-end-day'
>

/** Changes of a binding that goes on. */
export const changing: Changes = {
  pause: (call, input) => switchTo(call, input.bindingId, 'pause'),
  resume: (call, input) => switchTo(call, input.bindingId, 'resume'),

  'set-limits': (call, input) =>
    call.commit(async (transaction) => {
      const own = await ownBinding(call, transaction, input.bindingId, 'set-limits')
      if (!own.ok) return own
      const { binding, side } = own.value
      const decided = decideLimits(binding, input)
      if (!decided.ok) return decided
      const limits = decided.value
      const { uses, monthlyLimitFen, perSettlementLimitFen } = limits
      await changeBinding(transaction, binding, limits, {
        at: call.now,
        kind: 'limits-set',
        by: side,
        facts: { uses, monthlyLimitFen, perSettlementLimitFen },
      })
      await tell(call, transaction, othersIn(binding, call.person._id), {
        kind: 'limits-changed',
        bindingId: binding._id,
        facts: { uses, monthlyLimitFen, perSettlementLimitFen },
      })
      return ok({
        uses: [...uses],
        ...(monthlyLimitFen === null ? {} : { monthlyLimitFen }),
        ...(perSettlementLimitFen === null ? {} : { perSettlementLimitFen }),
      })
    }),

  'propose-end-day': (call, input) =>
    call.commit(async (transaction): Promise<Result<{ agreed: boolean }, Refusal>> => {
      const own = await ownBinding(call, transaction, input.bindingId, 'propose-end-day')
      if (!own.ok) return own
      const { binding, side } = own.value
      const refusal = endDayRefused(binding, input.endDay, call.today)
      if (refusal !== null) return refuse(refusal)
      const { endDay } = input
      // A policyholder who signed for her own child speaks for both sides.
      if (answersForBoth(binding, side)) {
        await agreeOnEndDay(call, transaction, binding, endDay, side)
        return ok({ agreed: true })
      }
      await changeBinding(
        transaction,
        binding,
        { proposedEndDay: { endDay, by: side, at: call.now } },
        { at: call.now, kind: 'end-day-proposed', by: side, facts: { endDay } },
      )
      await tell(call, transaction, othersIn(binding, call.person._id), {
        kind: 'end-day-proposed',
        bindingId: binding._id,
        facts: { endDay, by: side },
      })
      return ok({ agreed: false })
    }),

  'answer-end-day': (call, input) =>
    call.commit(async (transaction) => {
      const own = await ownBinding(call, transaction, input.bindingId, 'answer-end-day')
      if (!own.ok) return own
      const { binding, side } = own.value
      const proposed = binding.proposedEndDay
      // The answer is to the day that was read: another proposal may have taken its place meanwhile.
      if (proposed === null || proposed.endDay !== input.endDay) {
        return refuse({ code: 'not-allowed', facts: { reason: 'no-such-proposal' } })
      }
      if (sameSide(proposed.by, side)) {
        return refuse({ code: 'not-allowed', facts: { reason: 'own-proposal' } })
      }
      if (input.agree) {
        await agreeOnEndDay(call, transaction, binding, proposed.endDay, side)
        return ok(proposed.endDay === null ? {} : { lastDay: proposed.endDay })
      }
      await changeBinding(
        transaction,
        binding,
        { proposedEndDay: null },
        { at: call.now, kind: 'end-day-declined', by: side, facts: { endDay: proposed.endDay } },
      )
      await tell(call, transaction, othersIn(binding, call.person._id), {
        kind: 'end-day-declined',
        bindingId: binding._id,
        facts: { endDay: proposed.endDay },
      })
      return ok(binding.lastDay === null ? {} : { lastDay: binding.lastDay })
    }),
}

async function agreeOnEndDay(
  call: WriteCall<'linked'>,
  transaction: Transaction,
  binding: BindingDocument,
  endDay: BindingDocument['endDay'],
  side: Side,
): Promise<void> {
  await changeBinding(
    transaction,
    binding,
    { endDay, lastDay: endDay, proposedEndDay: null },
    { at: call.now, kind: 'end-day-agreed', by: side, facts: { endDay } },
  )
  await setLastDays(transaction, [binding], new Map([[binding._id, endDay]]))
  await tell(call, transaction, othersIn(binding, call.person._id), {
    kind: 'end-day-agreed',
    bindingId: binding._id,
    facts: { endDay },
  })
}

/** The relative and the guardian who signed for her stand on one side. */
function sameSide(one: Side, other: Side): boolean {
  return (one === 'policyholder') === (other === 'policyholder')
}

function answersForBoth(binding: BindingDocument, side: Side): boolean {
  return (
    side === 'policyholder' &&
    binding.guardianId === null &&
    binding.letters.some(({ signer }) => signer === 'guardian')
  )
}

function switchTo(call: WriteCall<'linked'>, bindingId: BindingId, change: 'pause' | 'resume') {
  return call.commit(async (transaction) => {
    const own = await ownBinding(call, transaction, bindingId, change)
    if (!own.ok) return own
    const { binding, side } = own.value
    const pausing = change === 'pause'
    const changed = await changeBinding(
      transaction,
      binding,
      { state: pausing ? 'paused' : 'active' },
      { at: call.now, kind: pausing ? 'paused' : 'resumed', by: side, facts: {} },
    )
    await tell(call, transaction, othersIn(binding, call.person._id), {
      kind: pausing ? 'binding-paused' : 'binding-resumed',
      bindingId,
    })
    return ok({ state: bindingStateOn(changed, call.today) })
  })
}

/** A binding as stored now, with the caller's side, where she may make this change. */
export async function ownBinding(
  call: WriteCall<'linked'>,
  transaction: Transaction,
  bindingId: BindingId,
  change: BindingChange,
): Promise<Result<{ readonly binding: BindingDocument; readonly side: Side }, Refusal>> {
  // The link may have moved to another phone since the call began.
  const person = await transaction.get('persons', call.person._id)
  if (person?.userKey !== call.userKey) return refuse({ code: 'not-linked' })
  const binding = await transaction.get('bindings', bindingId)
  const side = binding === null ? null : sideOf(binding, call.person._id)
  if (binding === null || side === null) return refuse({ code: 'not-found' })
  const refusal = changeRefused(change, binding, side, call.today)
  return refusal === null ? ok({ binding, side }) : refuse(refusal)
}

import { announceEnd } from '../../platform/bindings/announce-end'
import { setLastDays } from '../../platform/bindings/change-binding'
import { shutReview } from '../../platform/bindings/reviews'
import type { Executes, WriteCall } from '../../platform/handler'
import type { BindingDocument, InvitationDocument } from '../../platform/store/collections'
import type { Transaction } from '../../platform/store/store'
import { verifiedPerson } from '../../platform/verification/verified-person'
import type { records } from '../../shared/contract/records'
import { lettersKeptUntil } from '../../shared/rules'
import type { Day } from '../../shared/values/day'
import { ok, refuse } from '../../shared/values/result'
import { decideWithdrawal, invitationAfter } from './decide-withdraw'
import {
  allOf,
  bindingIdsOf,
  counterpartOf,
  type LinkedRead,
  namesInBinding,
  ownBindings,
  sideIn,
} from './execute-own'

type Withdrawing = Pick<Executes<(typeof records)['actions']>, 'prepare-withdraw' | 'withdraw'>

/** Withdrawing consent and closing the account: what it would do, and the doing. The timers erase afterwards. */
export const withdrawing: Withdrawing = {
  async 'prepare-withdraw'(call) {
    const [bindings, open, letters] = await Promise.all([
      ownBindings(call),
      openInvitations(call),
      allOf(call, 'letters', {
        signerIndexes: call.person.idIndex,
        signedByIndex: call.person.idIndex,
      }),
    ])
    const { ends, eraseFrom } = decideWithdrawal(bindings.map(heldOf), call.now, call.today)
    const lastDayOf = new Map<string, Day>(ends.map(({ bindingId, lastDay }) => [bindingId, lastDay]))
    const keptUntil = letters
      .map(({ regionCode }) => lettersKeptUntil({ regionCode, over: eraseFrom, today: call.today }))
      .sort()
      .at(-1)
    return ok({
      bindings: bindings.flatMap((binding) => {
        const lastDay = lastDayOf.get(binding._id)
        if (lastDay === undefined) return []
        const side = sideIn(binding, call)
        const name = counterpartOf(namesInBinding(call, binding), side)
        return [{ bindingId: binding._id, side, counterpart: { name }, lastDay }]
      }),
      invitations: open.filter((invitation) => afterOf(call, invitation) === 'revoked').length,
      letters: letters.length,
      ...(keptUntil === undefined ? {} : { lettersKeptUntil: keptUntil }),
      eraseFrom,
    })
  },

  async withdraw(call, input) {
    const own = (idIndex: string) => idIndex === call.person.idIndex
    const verified = await verifiedPerson(call, input.verificationToken, own)
    if (!verified.ok) return verified
    const open = await openInvitations(call)
    return call.commit(async (transaction) => {
      const person = await transaction.get('persons', call.person._id)
      if (person?.userKey !== call.userKey) return refuse({ code: 'not-linked' })
      const bindings: BindingDocument[] = []
      for (const bindingId of bindingIdsOf(person).sort()) {
        const binding = await transaction.get('bindings', bindingId)
        if (binding !== null) bindings.push(binding)
      }
      const { ends, eraseFrom } = decideWithdrawal(bindings.map(heldOf), call.now, call.today)
      const ended = await endAll(call, transaction, bindings, ends)
      for (const reviewId of new Set(bindings.flatMap(({ review }) => review?.reviewId ?? []))) {
        await shutReview(transaction, reviewId, person._id, call.today)
      }
      let revoked = 0
      for (const { _id } of open) {
        const invitation = await transaction.get('invitations', _id)
        const state = invitation === null ? null : afterOf(call, invitation)
        if (state === null) continue
        await transaction.update('invitations', _id, { state, closedAt: call.now })
        if (state === 'revoked') revoked += 1
      }
      await transaction.update('persons', person._id, {
        userKey: null,
        paymentPassword: null,
        tokensValidFrom: call.now,
        closed: { at: call.now, userKey: call.userKey },
        eraseFrom,
      })
      const user = await transaction.get('users', call.userKey)
      if (user !== null) {
        await transaction.update('users', user._id, { personId: null, sealedOpenid: null, notices: [] })
      }
      return ok({ ended, revoked, eraseFrom })
    })
  },
}

function heldOf({ _id: bindingId, regionCode, state, lastDay, ending }: BindingDocument) {
  return { bindingId, regionCode, state, lastDay, ending }
}

async function openInvitations(call: LinkedRead): Promise<InvitationDocument[]> {
  const state = call.store.operators.in(['draft', 'pending'])
  const [hers, toHer] = await Promise.all([
    allOf(call, 'invitations', { policyholderId: call.person._id, state }),
    allOf(call, 'invitations', { idIndex: call.person.idIndex, state }),
  ])
  return [...hers, ...toHer]
}

function afterOf(call: LinkedRead, invitation: InvitationDocument) {
  return invitationAfter({
    state: invitation.state,
    isHers: invitation.policyholderId === call.person._id,
    isToHer: invitation.idIndex === call.person.idIndex && invitation.acceptance !== 'by-guardian',
  })
}

async function endAll(
  call: WriteCall<'linked'>,
  transaction: Transaction,
  bindings: readonly BindingDocument[],
  ends: ReturnType<typeof decideWithdrawal>['ends'],
): Promise<number> {
  const endOf = new Map(ends.map((end) => [end.bindingId, end]))
  const ending: BindingDocument[] = []
  const lastDays = new Map<BindingDocument['_id'], Day | null>()
  const cause = 'consent-withdrawn' as const
  for (const binding of bindings) {
    const end = endOf.get(binding._id)
    // One that is on its way for the same reason goes on; nobody is told twice.
    if (end === undefined || binding.ending?.cause === cause) continue
    const { lastDay, over } = end
    const own = { actorId: call.person._id, by: sideIn(binding, call) }
    // Whoever had asked for an end before cannot take this one back.
    await announceEnd(call, transaction, binding, { ...own, cause, reason: null, lastDay, over })
    ending.push(binding)
    lastDays.set(binding._id, lastDay)
  }
  await setLastDays(transaction, ending, lastDays)
  return ending.length
}

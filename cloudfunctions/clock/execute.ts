import { PAPER_LIFE_MS } from '../../platform/files/paper-life'
import type { Executes, ReadCall } from '../../platform/handler'
import type { InvitationDocument } from '../../platform/store/collections'
import type { clock } from '../../shared/contract/clock'
import { addMilliseconds } from '../../shared/values/day'
import { ok } from '../../shared/values/result'
import { decideKeeping } from './decide'
import { ending } from './execute-end'
import { erasing } from './execute-erase-accounts'
import { insurance } from './execute-insurance'
import { pageAfterPage } from './execute-pages'
import { keepingPremiums } from './execute-premiums'
import { erasingProofs } from './execute-proofs'
import { reconciling } from './execute-reconcile'
import { reminding } from './execute-remind'
import { remindingOfPremiums } from './execute-remind-premiums'
import { removingExpired } from './execute-remove-expired'
import { sending } from './execute-send'
import { keepingSettlements } from './execute-settlements'

/** What is left over when the time is over is done by the next run; nobody waits, each call sees the end by itself. */
const PAGE = 500
/** Each of these is looked at alone. */
const ERASING_PAGE = 50
/** More letters than the invitations of one page have. */
const MOST_LETTERS = 1_000

export const executes: Executes<(typeof clock)['actions']> = {
  ...ending,
  ...erasingProofs,
  ...sending,
  ...insurance,
  ...reminding,
  ...erasing,
  ...keepingPremiums,
  ...keepingSettlements,
  ...reconciling,
  ...removingExpired,
  ...remindingOfPremiums,

  async 'expire-invitations'(call) {
    const { done: expired, more } = await pageAfterPage(call, () => expirePage(call))
    return ok({ expired, more })
  },

  async 'erase-letters'(call) {
    const { done: erased, more } = await pageAfterPage(call, () => erasePage(call))
    return ok({ erased, more })
  },

  async 'remove-papers'(call) {
    const { done: removed, more } = await pageAfterPage(call, () => removePage(call))
    return ok({ removed, more })
  },
}

async function expirePage(call: ReadCall) {
  const { operators } = call.store
  const due = { state: operators.in(['draft', 'pending']), expiresAt: operators.lte(call.now) }
  const found = await call.store.find('invitations', due, { limit: PAGE })
  if (found.length === 0) return { done: 0, more: false }
  // The filter stands in the change itself, so that one who accepts at this moment is not overtaken.
  const done = await call.store.updateWhere(
    'invitations',
    { ...due, _id: operators.in(found.map((invitation) => invitation._id)) },
    { state: 'expired' },
  )
  return { done, more: found.length === PAGE }
}

async function erasePage(call: ReadCall<'timer'>) {
  const { operators } = call.store
  const due = await call.store.find(
    'invitations',
    { lettersKeptUntil: operators.lt(call.today) },
    { orderBy: ['lettersKeptUntil', 'asc'], limit: ERASING_PAGE },
  )
  if (due.length === 0) return { done: 0, more: false }
  const kept = await keptUntilDays(call, due)
  const over = due.filter((invitation) => kept.get(invitation._id) === null)
  const letters =
    over.length === 0
      ? []
      : await call.store.find(
          'letters',
          { invitationId: operators.in(over.map(({ _id }) => _id)) },
          { limit: MOST_LETTERS },
        )
  // Papers of these letters were gone after an hour, years ago.
  const done = await call.store.erase(
    'letters',
    letters.map(({ _id }) => _id),
  )
  for (const { _id, lettersKeptUntil } of due) {
    // Only where nobody has signed meanwhile, which sets a new day.
    await call.store.updateWhere(
      'invitations',
      { _id, lettersKeptUntil },
      { lettersKeptUntil: kept.get(_id) ?? null },
    )
  }
  return { done, more: due.length === ERASING_PAGE }
}

async function removePage(call: ReadCall) {
  const old = await call.store.find(
    'papers',
    { madeAt: call.store.operators.lte(addMilliseconds(call.now, -PAPER_LIFE_MS)) },
    { limit: PAGE },
  )
  if (old.length === 0) return { done: 0, more: false }
  // The file first: a record without a file is removed at the next time, a file without a record never would be.
  await call.files.remove(old.map(({ fileId }) => fileId))
  const done = await call.store.erase(
    'papers',
    old.map(({ _id }) => _id),
  )
  return { done, more: old.length === PAGE }
}

async function keptUntilDays(call: ReadCall<'timer'>, due: readonly InvitationDocument[]) {
  const bindingIds = due.flatMap(({ bindingId }) => (bindingId === null ? [] : [bindingId]))
  const bindings =
    bindingIds.length === 0
      ? []
      : await call.store.find(
          'bindings',
          { _id: call.store.operators.in(bindingIds) },
          { limit: ERASING_PAGE },
        )
  const bindingOf = new Map(bindings.map((binding) => [binding.invitationId, binding]))
  return new Map(
    due.map((invitation) => [
      invitation._id,
      decideKeeping({
        invitation: {
          state: invitation.state,
          expiresAt: invitation.expiresAt,
          regionCode: invitation.regionCode,
          signedAt: invitation.letterChain.signedAt,
        },
        binding: bindingOf.get(invitation._id) ?? null,
        now: call.now,
        today: call.today,
      }),
    ]),
  )
}

import type { Executes, ReadCall } from '../../platform/handler'
import { isIntact } from '../../platform/history'
import { unseal } from '../../platform/keys/sealing'
import { unsealPerson } from '../../platform/people'
import type { BindingDocument } from '../../platform/store/collections'
import { PLACES } from '../../platform/store/places'
import type { ReviewDocument } from '../../platform/store/review-collections'
import type { bindings } from '../../shared/contract/bindings'
import { bindingStateOn, type Side, unbindingReviewed } from '../../shared/rules'
import type { Fen } from '../../shared/values/fen'
import { maskName } from '../../shared/values/id-document'
import type { BindingId } from '../../shared/values/ids'
import { ok, refuse } from '../../shared/values/result'
import { endReply, sideOf } from './decide'
import { applicationReply, isApplicant } from './decide-application'
import { awaitsOwnConsent } from './decide-own-consent'
import { mayLimitAccount, orderNow } from './decide-settings'
import { changing } from './execute-changes'
import { establishing } from './execute-family'
import { consenting } from './execute-own-consent'
import { settings } from './execute-settings'
import { unbinding } from './execute-unbind'

type LinkedRead = ReadCall<'linked'>

/** More events than a binding has in a lifetime of changes. */
const HISTORY_LIMIT = 1_000
const LIST_LIMIT = 1_000
const MOST_LOOKS = 4

export const executes: Executes<(typeof bindings)['actions']> = {
  ...changing,
  ...unbinding,
  ...consenting,
  ...establishing,
  ...settings,

  async list(call) {
    const { asPolicyholder, asRelative, asGuardian } = call.person
    const ids = [...asPolicyholder, ...asRelative].map((entry) => entry.bindingId).concat(asGuardian)
    if (ids.length === 0) return ok({ asPolicyholder: [], asRelative: [] })
    const found = await call.store.find(
      'bindings',
      { _id: call.store.operators.in(ids) },
      { orderBy: ['acceptedAt', 'asc'], limit: LIST_LIMIT },
    )
    const sides = found.map((binding) => ({ binding, side: sideOf(binding, call.person._id) }))
    return ok({
      asPolicyholder: sides.flatMap(({ binding, side }) =>
        side === 'policyholder' ? [bindingReply(call, binding, side)] : [],
      ),
      asRelative: sides.flatMap(({ binding, side }) =>
        side === 'relative' || side === 'guardian' ? [bindingReply(call, binding, side)] : [],
      ),
      ...settingsOf(
        call,
        sides.flatMap(({ binding, side }) => (side === 'policyholder' ? [binding] : [])),
      ),
    })
  },

  async get(call, input) {
    const found = await withReview(call, input.bindingId)
    if (found === null) return refuse({ code: 'not-found' })
    const { binding, side, review } = found
    const application = applicationOf(call, review)
    const accountLimitFen = await accountLimitOver(call, binding)
    const ownLetters = binding.letters.filter((letter) => signsAs(side, letter.signer, binding))
    return ok({
      ...bindingReply(call, binding, side),
      side,
      acceptedAt: binding.acceptedAt,
      consentedUses: [...binding.consentedUses],
      ...(accountLimitFen === null ? {} : { accountLimitFen }),
      ...(application === null ? {} : { application }),
      letters: ownLetters.map(({ letterId, signer }) => ({
        letterId,
        purpose: signer === 'policyholder' ? 'invite' : signer === 'guardian' ? 'guardian' : 'accept',
      })),
    })
  },

  async history(call, input) {
    const found = await visible(call, input.bindingId)
    if (found === null) return refuse({ code: 'not-found' })
    // As far as the binding knew when it was read: what is written meanwhile belongs to the next look.
    const { historyLength } = found.binding
    const events = await call.store.find(
      'binding-events',
      { bindingId: input.bindingId, number: call.store.operators.lte(historyLength) },
      { orderBy: ['number', 'asc'], limit: HISTORY_LIMIT },
    )
    return ok({
      events: events.map(({ at, kind, by, facts, hash, previousHash }) => ({
        at,
        kind,
        by,
        facts: { ...facts },
        hash,
        previousHash,
      })),
      intact: isIntact(found.binding, events),
    })
  },
}

/** What all relatives of the policyholder may use together; both sides see it, since both are bound by it. */
async function accountLimitOver(call: LinkedRead, binding: BindingDocument): Promise<Fen | null> {
  const { policyholderId } = binding
  if (!mayLimitAccount([binding], call.today)) return null
  const policyholder =
    policyholderId === call.person._id ? call.person : await call.store.get('persons', policyholderId)
  return policyholder?.accountLimitFen ?? null
}

/** What she may set for all of her bindings together, and what she has set. */
function settingsOf({ person, today }: LinkedRead, given: readonly BindingDocument[]) {
  const limitFen = person.accountLimitFen ?? null
  const order = orderNow(given, today)
  return {
    ...(mayLimitAccount(given, today) ? { accountLimit: limitFen === null ? {} : { limitFen } } : {}),
    ...(order === null ? {} : { maySetOrder: true as const, order: order.map(({ _id }) => _id) }),
  }
}

/** Where the newest application stands, for those who may hand it in; the other side of an unbinding sees its state alone. */
function applicationOf(call: LinkedRead, review: ReviewDocument | null) {
  if (review === null || !isApplicant(review, call.person._id)) return null
  const newest = review.decisions.at(-1)
  const opinion =
    newest === undefined || newest.sealedOpinion === null
      ? null
      : unseal(call.keys, PLACES.reviewOpinion(review._id, newest.at), newest.sealedOpinion)
  return applicationReply(review, opinion, call.today)
}

/** A binding with its newest application. Both say where that stands; where they differ, somebody decided in between. */
async function withReview(call: LinkedRead, bindingId: BindingId) {
  for (let looks = 1; ; looks += 1) {
    const found = await visible(call, bindingId)
    const held = found?.binding.review
    if (found === null || held == null) return found === null ? null : { ...found, review: null }
    const review = await call.store.get('reviews', held.reviewId)
    if (review?.state === held.state || looks === MOST_LOOKS) return { ...found, review }
  }
}

async function visible(
  call: LinkedRead,
  bindingId: BindingId,
): Promise<{ binding: BindingDocument; side: Side } | null> {
  const binding = await call.store.get('bindings', bindingId)
  const side = binding === null ? null : sideOf(binding, call.person._id)
  return binding === null || side === null ? null : { binding, side }
}

/** Letters open for those who signed them; a policyholder who was the guardian signed both. */
function signsAs(side: Side, signer: string, binding: BindingDocument): boolean {
  if (signer === side) return true
  return side === 'policyholder' && signer === 'guardian' && binding.guardianId === null
}

function bindingReply(call: LinkedRead, binding: BindingDocument, side: Side) {
  const counterpart =
    side === 'policyholder'
      ? unsealPerson(call.keys, PLACES.bindingRelative(binding._id), binding.sealedRelative)
      : unsealPerson(call.keys, PLACES.bindingPolicyholder(binding._id), binding.sealedPolicyholder)
  const child =
    side === 'guardian'
      ? unsealPerson(call.keys, PLACES.bindingRelative(binding._id), binding.sealedRelative)
      : null
  const state = bindingStateOn(binding, call.today)
  return {
    bindingId: binding._id,
    relation: binding.relation,
    counterpart: { name: maskName(counterpart.name) },
    ...(child === null ? {} : { child: { name: maskName(child.name) } }),
    state,
    ...(binding.state === 'paused' && state !== 'ended' ? { paused: true as const } : {}),
    ...endReply(binding, side, call.today),
    ...(awaitsOwnConsent(binding, call.today) ? { awaitsOwnConsent: true } : {}),
    ...(binding.review == null
      ? {}
      : {
          review: {
            reviewId: binding.review.reviewId,
            kind: binding.review.kind,
            state: binding.review.state,
          },
        }),
    ...(binding.proposedEndDay === null
      ? {}
      : { proposedEndDay: { endDay: binding.proposedEndDay.endDay, by: binding.proposedEndDay.by } }),
    effectiveFrom: binding.effectiveFrom,
    ...(binding.lastDay === null ? {} : { lastDay: binding.lastDay }),
    uses: [...binding.uses],
    ...(binding.monthlyLimitFen === null ? {} : { monthlyLimitFen: binding.monthlyLimitFen }),
    ...(binding.perSettlementLimitFen === null
      ? {}
      : { perSettlementLimitFen: binding.perSettlementLimitFen }),
    regionCode: binding.regionCode,
    ...(state !== 'ended' && unbindingReviewed(binding.regionCode, call.today)
      ? { unbindReviewed: true as const }
      : {}),
    ...(binding.place === undefined ? {} : { place: binding.place }),
  }
}

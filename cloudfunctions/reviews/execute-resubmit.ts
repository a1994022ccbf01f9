import { changeBinding, setLastDays } from '../../platform/bindings/change-binding'
import { keepProofs, queuePlaceOf } from '../../platform/bindings/reviews'
import { namesOf, removeUploads, takeProofs } from '../../platform/files/take-proofs'
import type { Executes, ReadCall, WriteCall } from '../../platform/handler'
import type { InsuredPerson } from '../../platform/insurer/port'
import { enrolmentOf, type NamedPerson, unsealPerson } from '../../platform/people'
import type { BindingDocument, ReviewDocument } from '../../platform/store/collections'
import { PLACES } from '../../platform/store/places'
import type { Transaction } from '../../platform/store/store'
import type { reviews } from '../../shared/contract/reviews'
import type { Side } from '../../shared/rules'
import type { PersonId } from '../../shared/values/ids'
import { ok, refuse } from '../../shared/values/result'
import { type ReopenFacts, reopenRefused, resubmitRefused } from './decide-resubmit'

type LinkedWrite = WriteCall<'linked'>

/** Both sides as the insurer knows them, asked before the transaction begins. */
export interface Outside {
  readonly policyholder: NamedPerson
  readonly policyholderInsured: InsuredPerson | null
  readonly relative: NamedPerson
  readonly relativeInsured: InsuredPerson | null
}

/** The person hands in a rejected application again. */
export const resubmitting: Pick<Executes<(typeof reviews)['actions']>, 'resubmit'> = {
  async resubmit(call, input) {
    const early = await ownApplication(call, input.reviewId)
    if (early === null) return refuse({ code: 'not-found' })
    const { review, bindings } = early
    const proofsGiven = input.proofFileIds.length
    // Before anything is fetched; asked again inside the commit on what is stored then.
    const refusal = resubmitRefused({ review, proofsGiven, today: call.today })
    if (refusal !== null) return refuse(refusal)
    const [first] = bindings
    const outside = review.kind === 'binding' && first !== undefined ? await outsideOf(call, first) : null
    const taken = await takeProofs(call, input.proofFileIds)
    if (!taken.ok) return taken
    const proofs = namesOf(taken.value)
    const result = await call.commit(async (transaction) => {
      const person = await transaction.get('persons', call.person._id)
      if (person?.userKey !== call.userKey) return refuse({ code: 'not-linked' })
      const stored = await transaction.get('reviews', input.reviewId)
      if (stored === null) return refuse({ code: 'not-found' })
      const closed = resubmitRefused({ review: stored, proofsGiven, today: call.today })
      if (closed !== null) return refuse(closed)
      const concerned: BindingDocument[] = []
      for (const bindingId of stored.bindingIds) {
        const binding = await transaction.get('bindings', bindingId)
        if (binding?.review?.reviewId !== stored._id) continue
        // A binding under which the end is asked for again may have ended by something else meanwhile.
        if (stored.kind === 'unbinding' && binding.state === 'ended') continue
        if (outside !== null) {
          const taken = reopenRefused(await reopenFactsOf(call, transaction, binding, outside))
          if (taken !== null) return refuse(taken)
        }
        concerned.push(binding)
      }
      if (concerned.length === 0) {
        return refuse({ code: 'not-allowed', facts: { reason: 'review-not-rejected' } })
      }
      const round = stored.round + 1
      for (const binding of concerned) await handInAgain(call, transaction, stored, binding, round)
      await transaction.update('reviews', stored._id, {
        state: 'waiting',
        round,
        bindingIds: concerned.map(({ _id }) => _id),
        submittedAt: call.now,
        queuePlace: queuePlaceOf(call.now, stored._id),
        proofs: [...stored.proofs, ...proofs.map((proof) => ({ ...proof, round }))],
        reversal: null,
        hasReversal: false,
        decidedAt: null,
        proofsKeptUntil: null,
      })
      await keepProofs(transaction, [...stored.proofs, ...proofs], null)
      return ok({ reviewId: stored._id, state: 'waiting' as const, round })
    })
    if (result.ok) await removeUploads(call, taken.value)
    return result
  },
}

async function handInAgain(
  call: LinkedWrite,
  transaction: Transaction,
  review: ReviewDocument,
  binding: BindingDocument,
  round: number,
): Promise<void> {
  const by = sideIn(binding, call.person._id) ?? review.by
  const held = binding.review == null ? null : { ...binding.review, state: 'waiting' as const }
  const reopened =
    review.kind === 'binding'
      ? { state: 'in-review' as const, endedBecause: null, ending: null, lastDay: binding.endDay }
      : {}
  const happened = { at: call.now, kind: 'resubmitted' as const, by, facts: { round } }
  await changeBinding(transaction, binding, { ...reopened, review: held }, happened)
  if (review.kind !== 'binding') return
  await setLastDays(transaction, [binding], new Map([[binding._id, binding.endDay]]))
  await transaction.update('invitations', binding.invitationId, { state: 'in-review' })
}

/** Both sides of a binding may hand in for it; an unbinding is the one's who asked. To everybody else it is not there. */
async function ownApplication(
  call: LinkedWrite,
  reviewId: ReviewDocument['_id'],
): Promise<{ review: ReviewDocument; bindings: readonly BindingDocument[] } | null> {
  const review = await call.store.get('reviews', reviewId)
  if (review === null) return null
  const bindings = await call.store.find(
    'bindings',
    { _id: call.store.operators.in([...review.bindingIds]) },
    { limit: review.bindingIds.length },
  )
  const own =
    review.kind === 'unbinding'
      ? review.applicantId === call.person._id
      : bindings.some((binding) => sideIn(binding, call.person._id) !== null)
  return own ? { review, bindings } : null
}

function sideIn(binding: BindingDocument, personId: PersonId): Side | null {
  if (binding.policyholderId === personId) return 'policyholder'
  if (binding.relativeId === personId) return 'relative'
  return binding.guardianId === personId ? 'guardian' : null
}

export async function outsideOf(call: ReadCall, binding: BindingDocument): Promise<Outside> {
  const { _id, sealedPolicyholder, sealedRelative } = binding
  const policyholder = unsealPerson(call.keys, PLACES.bindingPolicyholder(_id), sealedPolicyholder)
  const relative = unsealPerson(call.keys, PLACES.bindingRelative(_id), sealedRelative)
  const [policyholderInsured, relativeInsured] = await Promise.all([
    call.insurer.findPerson(policyholder.document),
    call.insurer.findPerson(relative.document),
  ])
  return { policyholder, policyholderInsured, relative, relativeInsured }
}

/** Both rosters as stored now, with what the insurer said. */
export async function reopenFactsOf(
  call: ReadCall,
  transaction: Transaction,
  binding: BindingDocument,
  outside: Outside,
): Promise<ReopenFacts> {
  const policyholder = await transaction.get('persons', binding.policyholderId)
  const relative = await transaction.get('persons', binding.relativeId)
  if (policyholder === null || relative === null) throw new Error('a binding without its people')
  return {
    bindingId: binding._id,
    relation: binding.relation,
    endDay: binding.endDay,
    policyholder: {
      document: outside.policyholder.document,
      birthDay: outside.policyholderInsured?.birthDay ?? null,
      enrolment: enrolmentOf(outside.policyholderInsured),
      roster: policyholder.asPolicyholder,
      familyRegion: policyholder.familyEstablished?.regionCode,
    },
    relative: {
      document: outside.relative.document,
      birthDay: outside.relativeInsured?.birthDay ?? null,
      enrolment: enrolmentOf(outside.relativeInsured),
      idIndex: relative.idIndex,
      roster: relative.asRelative,
    },
    today: call.today,
  }
}

import type { Executes, ReadCall } from '../../platform/handler'
import type { InsuredPerson } from '../../platform/insurer/port'
import { type Sealed, unseal, unsealBytes } from '../../platform/keys/sealing'
import { PortOutage } from '../../platform/outage'
import { type NamedPerson, unsealPerson } from '../../platform/people'
import { writeDownLook } from '../../platform/staff-look'
import type { BindingDocument } from '../../platform/store/collections'
import { PLACES } from '../../platform/store/places'
import type { ReviewDocument, StaffDocument } from '../../platform/store/review-collections'
import type { reviews } from '../../shared/contract/reviews'
import { maskName } from '../../shared/values/id-document'
import type { BindingId, ReviewId } from '../../shared/values/ids'
import { MOST_PROOF_BYTES } from '../../shared/values/proof-file'
import type { Refusal } from '../../shared/values/refusal'
import { ok, type Result, refuse } from '../../shared/values/result'
import { mayOf, notReviewer, seesCase } from './decide'
import { deciding } from './execute-decide'
import { differing } from './execute-differences'
import { resubmitting } from './execute-resubmit'

type StaffRead = ReadCall<'staff'>

const PAGE = 20
/** More bindings than the applications of one page are about. */
const MOST_BINDINGS = 200
const NOT_FOUND: Refusal = { code: 'not-found' }

/** The reviewer's reading; what she decides is in `execute-decide.ts`, what the person hands in in `execute-resubmit.ts`. */
export const executes: Executes<(typeof reviews)['actions']> = {
  ...deciding,
  ...resubmitting,
  ...differing,

  async queue(call, input) {
    const refusal = notReviewer(call.staff)
    if (refusal !== null) return refuse(refusal)
    const { operators } = call.store
    const newestFirst = input.of === 'decided'
    const wanted = {
      waiting: { state: 'waiting' },
      reversals: { hasReversal: true },
      decided: { state: operators.in(['approved', 'rejected']) },
    }[input.of]
    const beyond = newestFirst ? operators.lt : operators.gt
    const found = await call.store.find(
      'reviews',
      {
        ...wanted,
        ...(call.staff.regionCode === null ? {} : { regionCode: call.staff.regionCode }),
        ...(input.cursor === undefined ? {} : { queuePlace: beyond(input.cursor) }),
      },
      { orderBy: ['queuePlace', newestFirst ? 'desc' : 'asc'], limit: PAGE + 1 },
    )
    const shown = found.slice(0, PAGE)
    const bindings = await bindingsOf(call, shown)
    const last = shown.at(-1)
    return ok({
      reviews: shown.map((review) => queueReply(call, review, bindings)),
      ...(found.length > PAGE && last !== undefined ? { next: last.queuePlace } : {}),
    })
  },

  async open(call, input) {
    const own = await ownCase(call, input.reviewId)
    if (!own.ok) return own
    const review = own.value
    const [bindings, staff] = await Promise.all([bindingsOf(call, [review]), staffOf(call, review)])
    const held = review.bindingIds.flatMap((id) => bindings.get(id) ?? [])
    const [first] = held
    if (first === undefined) throw new Error('a review of nothing')
    await writeDown(call, 'open', review._id, held)
    const policyholder = policyholderOf(call, first)
    const named = (staffId: string) => staff.get(staffId)?.name ?? staffId
    const opinionOf = (sealed: Sealed, at: typeof call.now) =>
      unseal(call.keys, PLACES.reviewOpinion(review._id, at), sealed)
    const [insured, ...relativesInsured] = await Promise.all(
      [policyholder, ...held.map((binding) => relativeOf(call, binding))].map((one) => insuredOf(call, one)),
    )
    const { reversal } = review
    return ok({
      reviewId: review._id,
      kind: review.kind,
      state: review.state,
      regionCode: review.regionCode,
      round: review.round,
      submittedAt: review.submittedAt,
      by: review.by,
      proofsAsked: [...review.proofsAsked],
      ...(review.reason === null ? {} : { reason: review.reason }),
      ...(review.wishedLastDay === null ? {} : { lastDay: review.wishedLastDay }),
      policyholder: personReply(policyholder, insured),
      bindings: held.map((binding, index) => {
        const relativeInsured = relativesInsured[index]
        return {
          bindingId: binding._id,
          relation: binding.relation,
          relative: personReply(relativeOf(call, binding), relativeInsured),
          acceptedAt: binding.acceptedAt,
          effectiveFrom: binding.effectiveFrom,
          ...(binding.endDay === null ? {} : { endDay: binding.endDay }),
          uses: [...binding.uses],
          ...(binding.relation !== 'child' || relativeInsured == null
            ? {}
            : { parentInRegister: isParent(call, relativeInsured, policyholder) }),
        }
      }),
      proofs: [...review.proofs],
      decisions: review.decisions.map(({ round, decision, at, staffId, sealedOpinion, proposedBy }) => ({
        round,
        decision,
        at,
        by: named(staffId),
        ...(sealedOpinion === null ? {} : { opinion: opinionOf(sealedOpinion, at) }),
        ...(proposedBy === null ? {} : { proposedBy: named(proposedBy) }),
      })),
      ...(reversal === null
        ? {}
        : {
            reversal: {
              at: reversal.at,
              by: named(reversal.staffId),
              opinion: opinionOf(reversal.sealedOpinion, reversal.at),
              own: reversal.staffId === call.staff._id,
            },
          }),
      may: mayOf(review, call.staff, call.today),
    })
  },

  async proof(call, input) {
    const own = await ownCase(call, input.reviewId)
    if (!own.ok) return own
    const named = own.value.proofs.find(({ proofId }) => proofId === input.proofId)
    const proof = named === undefined ? null : await call.store.get('proofs', input.proofId)
    // The time for which it is kept may be over.
    if (proof === null) return refuse(NOT_FOUND)
    const { _id: proofId, fileId, contentType, bytes } = proof
    const sealed = await call.files.get(fileId, MOST_PROOF_BYTES + SEALING_BYTES)
    if (sealed === null || sealed === 'too-large') return refuse(NOT_FOUND)
    const bindings = await bindingsOf(call, [own.value])
    await writeDown(call, 'proof', own.value._id, [...bindings.values()])
    const content = unsealBytes(call.keys, PLACES.proof(proofId), sealed).toString('base64')
    return ok({ proofId, contentType, bytes, content })
  },
}

/** What sealing adds to a file, and more. */
const SEALING_BYTES = 1_024

/** A case that lies with this reviewer; to every other reviewer it is not there. */
export async function ownCase(call: StaffRead, reviewId: ReviewId): Promise<Result<ReviewDocument, Refusal>> {
  const refusal = notReviewer(call.staff)
  if (refusal !== null) return refuse(refusal)
  const review = await call.store.get('reviews', reviewId)
  return review === null || !seesCase(call.staff, review) ? refuse(NOT_FOUND) : ok(review)
}

/** Everybody in the case learns that somebody looked. */
async function writeDown(
  call: StaffRead,
  action: 'open' | 'proof',
  reviewId: ReviewId,
  held: readonly BindingDocument[],
): Promise<void> {
  const subjects = new Set(
    held.flatMap(({ policyholderId, relativeId, guardianId }) =>
      guardianId === null ? [policyholderId, relativeId] : [policyholderId, relativeId, guardianId],
    ),
  )
  const look = { functionName: 'reviews', action, kind: 'case-opened', by: 'reviewer' } as const
  await writeDownLook(call, { ...look, of: { reviewId }, subjects })
}

async function bindingsOf(
  call: StaffRead,
  found: readonly ReviewDocument[],
): Promise<ReadonlyMap<BindingId, BindingDocument>> {
  const ids = [...new Set(found.flatMap(({ bindingIds }) => bindingIds))]
  if (ids.length === 0) return new Map()
  const bindings = await call.store.find(
    'bindings',
    { _id: call.store.operators.in(ids) },
    { limit: MOST_BINDINGS },
  )
  return new Map(bindings.map((binding) => [binding._id, binding]))
}

async function staffOf(
  call: StaffRead,
  { decisions, reversal }: ReviewDocument,
): Promise<ReadonlyMap<string, StaffDocument>> {
  const ids = decisions.flatMap(({ staffId, proposedBy }) => [
    staffId,
    ...(proposedBy === null ? [] : [proposedBy]),
  ])
  const wanted = [...new Set(reversal === null ? ids : [...ids, reversal.staffId])]
  if (wanted.length === 0) return new Map()
  const found = await call.store.find('staff', { _id: call.store.operators.in(wanted) }, { limit: PAGE })
  return new Map(found.map((staff) => [staff._id, staff]))
}

function queueReply(
  call: StaffRead,
  review: ReviewDocument,
  bindings: ReadonlyMap<BindingId, BindingDocument>,
) {
  const { _id: reviewId, kind, state, regionCode, submittedAt, round, proofs, reversal } = review
  const held = review.bindingIds.flatMap((id) => bindings.get(id) ?? [])
  const [first] = held
  return {
    reviewId,
    kind,
    state,
    regionCode,
    submittedAt,
    round,
    policyholder: { name: first === undefined ? '*' : maskName(policyholderOf(call, first).name) },
    relatives: held.map((binding) => ({
      name: maskName(relativeOf(call, binding).name),
      relation: binding.relation,
    })),
    proofsGiven: proofs.filter((proof) => proof.round === round).length,
    ...(reversal === null ? {} : { reversal: { own: reversal.staffId === call.staff._id } }),
  }
}

function policyholderOf(call: StaffRead, { _id, sealedPolicyholder }: BindingDocument): NamedPerson {
  return unsealPerson(call.keys, PLACES.bindingPolicyholder(_id), sealedPolicyholder)
}

function relativeOf(call: StaffRead, { _id, sealedRelative }: BindingDocument): NamedPerson {
  return unsealPerson(call.keys, PLACES.bindingRelative(_id), sealedRelative)
}

/** The case can be read without the insurer; undefined says that it gave no answer, or of an erased person, that it cannot be asked. */
async function insuredOf(
  call: StaffRead,
  { document }: NamedPerson,
): Promise<InsuredPerson | null | undefined> {
  if (document.idNumber === '') return undefined
  try {
    return await call.insurer.findPerson(document)
  } catch (error) {
    if (error instanceof PortOutage) return undefined
    throw error
  }
}

function isParent(call: StaffRead, child: InsuredPerson, policyholder: NamedPerson): boolean {
  const index = call.keys.idIndex(policyholder.document)
  return child.parents.some((parent) => call.keys.idIndex(parent) === index)
}

function personReply({ name, document }: NamedPerson, insured: InsuredPerson | null | undefined) {
  const known = { scheme: insured?.scheme ?? null, enrolment: insured?.enrolment ?? ('none' as const) }
  return { name, ...document, ...(insured === undefined ? {} : { insured: known }) }
}

import { announceEnd } from '../../platform/bindings/announce-end'
import { changeBinding, setLastDays } from '../../platform/bindings/change-binding'
import { leaveReview, openReview } from '../../platform/bindings/reviews'
import { discloseTo } from '../../platform/disclosures'
import { discardUploads, namesOf, removeUploads, takeProofs } from '../../platform/files/take-proofs'
import type { Executes, ReadCall, WriteCall } from '../../platform/handler'
import { unsignedLetter } from '../../platform/letters/new-letter'
import { othersIn, tell } from '../../platform/notices/tell'
import { type NamedPerson, unsealPerson } from '../../platform/people'
import type { BindingDocument, LetterDocument } from '../../platform/store/collections'
import { PLACES } from '../../platform/store/places'
import type { ProofNamed } from '../../platform/store/review-collections'
import type { Transaction } from '../../platform/store/store'
import type { DraftValueOf, ParsedInputOf } from '../../shared/contract/action'
import type { bindings } from '../../shared/contract/bindings'
import { unbindFactLines, unbindLetterText } from '../../shared/copy'
import {
  bindingStateOn,
  proofsKeptDays,
  regionWords,
  type Side,
  type UnbindReason,
  unbindingWaits,
  unbindLetterWords,
} from '../../shared/rules'
import type { Day } from '../../shared/values/day'
import { birthDayOf, maskIdNumber } from '../../shared/values/id-document'
import type { BindingId } from '../../shared/values/ids'
import type { Refusal } from '../../shared/values/refusal'
import { ok, type Result, refuse } from '../../shared/values/result'
import { sideOf } from './decide'
import { decideTogether, decideUnbinding, type Unbinding } from './decide-unbind'
import { ownBinding } from './execute-changes'

type Unbindings = Pick<Executes<(typeof bindings)['actions']>, 'prepare-unbind' | 'unbind' | 'undo-unbind'>
type Unbound = DraftValueOf<(typeof bindings)['actions']['unbind']>
type LinkedRead = ReadCall<'linked'>
type LinkedWrite = WriteCall<'linked'>

interface Own {
  readonly binding: BindingDocument
  readonly side: Side
}

const NOT_FOUND: Refusal = { code: 'not-found' }

/** Ending bindings: what must be signed, the end itself, and taking it back. */
export const unbinding: Unbindings = {
  async 'prepare-unbind'(call, input) {
    const own = await loaded(call, input.bindingIds)
    if (own === null) return refuse(NOT_FOUND)
    const decided = decideAll(call, own, input.lastDay ?? null, null)
    if (!decided.ok) return decided
    const { lastDay, endsAt, proofs, becomes } = decided.value
    const letter = unbindLetter(call, own, decided.value)
    const { title, text, version } = letter.written
    await keepLetter(call, letter.document)
    await discloseNotice(call, own, letter.document._id)
    return ok({
      letterId: letter.document._id,
      notice: { title, text, version },
      lastDay,
      endsAt,
      proofs: [...proofs],
      proofsKeptDays: proofsKeptDays(letter.document.regionCode, call.today),
      review: becomes === 'review',
    })
  },

  async unbind(call, input) {
    const fileIds = input.proofFileIds
    const seen = await seenByBureau(call, input)
    if (!seen.ok) return seen
    const taken = await takeProofs(call, seen.value ? fileIds : [])
    if (!taken.ok) return taken
    const result = await call.commit(async (transaction): Promise<Result<Unbound, Refusal>> => {
      const own: Own[] = []
      for (const bindingId of sorted(input.bindingIds)) {
        const one = await ownBinding(call, transaction, bindingId, 'unbind')
        if (!one.ok) return one
        own.push(one.value)
      }
      const decided = decideAll(call, own, input.lastDay ?? null, input.proofFileIds.length)
      if (!decided.ok) return decided
      const letter = await transaction.get('letters', input.letterId)
      const refusal = letterRefused(call, letter, own, decided.value)
      if (refusal !== null) return refuse(refusal)
      // What was decided before the commit may have changed with the day; then the proofs were not taken in.
      if (decided.value.becomes === 'review' && fileIds.length > 0 && !seen.value) {
        return refuse({ code: 'letter-changed' })
      }
      return ok(
        decided.value.becomes === 'review'
          ? await submit(call, transaction, own, decided.value, {
              reason: input.reason,
              lastDay: input.lastDay ?? null,
              proofs: namesOf(taken.value),
            })
          : await end(call, transaction, own, decided.value, input.reason),
      )
    })
    // Papers for which nobody asked are not kept.
    if (result.ok) await (seen.value ? removeUploads(call, taken.value) : discardUploads(call, fileIds))
    return result
  },

  'undo-unbind': (call, input) =>
    call.commit(async (transaction) => {
      const undone: BindingDocument[] = []
      for (const bindingId of sorted(input.bindingIds)) {
        const own = await ownBinding(call, transaction, bindingId, 'undo-unbind')
        if (!own.ok) return own
        const { binding, side } = own.value
        await tell(call, transaction, othersIn(binding, call.person._id), {
          kind: 'unbinding-undone',
          bindingId,
        })
        if (unbindingWaits(binding)) {
          const happened = { at: call.now, kind: 'unbinding-undone' as const, by: side, facts: {} }
          const changed = await changeBinding(transaction, binding, {}, happened)
          await leaveReview(transaction, binding, call.now, 'withdrawn')
          undone.push(changed)
          continue
        }
        undone.push(
          await changeBinding(
            transaction,
            binding,
            { ending: null, lastDay: binding.endDay },
            { at: call.now, kind: 'unbinding-undone', by: side, facts: {} },
          ),
        )
      }
      const moved = undone.filter((binding) => !unbindingWaits(binding))
      if (moved.length > 0) {
        await setLastDays(transaction, moved, new Map(moved.map(({ _id, endDay }) => [_id, endDay])))
      }
      return ok(
        undone.map((binding) => ({ bindingId: binding._id, state: bindingStateOn(binding, call.today) })),
      )
    }),
}

/** Whether the bureau will look at it, so that proofs are fetched for it alone and before the commit. */
async function seenByBureau(
  call: LinkedWrite,
  input: ParsedInputOf<(typeof bindings)['actions']['unbind']>,
): Promise<Result<boolean, Refusal>> {
  if (input.proofFileIds.length === 0) return ok(false)
  const own = await loaded(call, input.bindingIds)
  if (own === null) return refuse(NOT_FOUND)
  const decided = decideAll(call, own, input.lastDay ?? null, input.proofFileIds.length)
  if (!decided.ok) return decided
  const letter = await call.store.get('letters', input.letterId)
  const refusal = letterRefused(call, letter, own, decided.value)
  return refusal === null ? ok(decided.value.becomes === 'review') : refuse(refusal)
}

/** Hands the application in. The bindings hold until the bureau has decided, and everybody in them knows that. */
async function submit(
  call: LinkedWrite,
  transaction: Transaction,
  own: readonly Own[],
  { proofs: proofsAsked }: Unbinding,
  asked: {
    readonly reason: UnbindReason
    readonly lastDay: Day | null
    readonly proofs: readonly ProofNamed[]
  },
): Promise<Unbound> {
  const [first] = own
  if (first === undefined) throw new Error('an unbinding of nothing')
  const review = await openReview(call, transaction, {
    kind: 'unbinding',
    bindingIds: own.map(({ binding }) => binding._id),
    regionCode: first.binding.regionCode,
    applicantId: call.person._id,
    by: first.side,
    proofsAsked,
    proofs: asked.proofs,
    reason: asked.reason,
    wishedLastDay: asked.lastDay,
  })
  for (const { binding, side } of own) {
    const happened = { at: call.now, kind: 'unbinding-asked' as const, by: side, facts: {} }
    await changeBinding(transaction, binding, { review }, happened)
    await tell(call, transaction, othersIn(binding, call.person._id), {
      kind: 'unbinding-asked',
      bindingId: binding._id,
    })
  }
  return own.map(({ binding }) => ({ bindingId: binding._id, state: 'in-review' as const }))
}

function sorted(ids: readonly BindingId[]): BindingId[] {
  return [...new Set(ids)].sort()
}

async function loaded(call: LinkedRead, bindingIds: readonly BindingId[]): Promise<Own[] | null> {
  const ids = sorted(bindingIds)
  const found = await call.store.find(
    'bindings',
    { _id: call.store.operators.in(ids) },
    { orderBy: ['_id', 'asc'], limit: ids.length },
  )
  const own = found.flatMap((binding) => {
    const side = sideOf(binding, call.person._id)
    return side === null ? [] : [{ binding, side }]
  })
  return own.length === ids.length ? own : null
}

/** Each of them by its own facts, and then whether they can end together. */
function decideAll(
  call: LinkedRead,
  own: readonly Own[],
  lastDay: Day | null,
  proofsGiven: number | null,
): Result<Unbinding, Refusal> {
  const decided: Unbinding[] = []
  for (const { binding, side } of own) {
    const relativeBirthDay = birthDayOf(relativeOf(call, binding).document)
    const one = decideUnbinding({ binding, side, lastDay, proofsGiven, relativeBirthDay, now: call.now })
    if (!one.ok) return one
    decided.push(one.value)
  }
  const oneSide = own.every(({ binding, side }) => {
    const [first] = own
    return side === first?.side && binding.policyholderId === first.binding.policyholderId
  })
  // One letter names one policyholder; a relative of two of them signs two.
  if (!oneSide) return refuse({ code: 'not-allowed', facts: { reason: 'not-together' } })
  return decideTogether(decided)
}

/** The notice that is read and signed. The same question on the same text is the same letter. */
function unbindLetter(call: LinkedRead, own: readonly Own[], { step, namedLastDay: lastDay }: Unbinding) {
  const [first] = own
  if (first === undefined) throw new Error('an unbinding of nothing')
  const { binding, side } = first
  const { regionCode, policyholderId, invitationId } = binding
  const policyholder = unsealPerson(
    call.keys,
    PLACES.bindingPolicyholder(binding._id),
    binding.sealedPolicyholder,
  )
  const relatives = own.map((each) => relativeOf(call, each.binding))
  const signerName = unsealPerson(call.keys, PLACES.person(call.person._id), call.person.sealed).name
  const written = unbindLetterText({
    step,
    words: unbindLetterWords(regionCode, call.today),
    by: side,
    signerName,
    policyholderName: policyholder.name,
    relativeNames: relatives.map(({ name }) => name),
    lastDay,
  })
  const bindingIds = own.map((each) => each.binding._id)
  // An application that was decided or taken back is over: the next one is signed anew.
  const before = step === 'apply' ? own.map((each) => each.binding.review?.reviewId ?? null) : []
  const letterId = call.keys.letterIdFor(
    JSON.stringify([
      'unbind',
      call.person._id,
      bindingIds,
      lastDay,
      written.version,
      written.text,
      ...before,
    ]),
  )
  const shown = ({ name, document }: NamedPerson) => `${name}（${maskIdNumber(document.idNumber)}）`
  const document = unsignedLetter(call.keys, {
    letterId,
    invitationId,
    policyholderId,
    purpose: 'unbind',
    signer: side,
    signerIndexes: [call.person.idIndex],
    inPerson: false,
    regionCode,
    mode: 'tick',
    written,
    facts: unbindFactLines({
      policyholder: shown(policyholder),
      relatives: relatives.map(shown),
      guardianName: side === 'guardian' ? signerName : null,
      step,
      lastDay,
      regionName: regionWords(regionCode).name,
    }),
    unbinds: { bindingIds, lastDay },
  })
  return { written, document }
}

/** The notice names the policyholder in full; she herself wrote the names of the relatives, and learns nothing by it. */
async function discloseNotice(call: LinkedRead, own: readonly Own[], letterId: LetterDocument['_id']) {
  const [first] = own
  if (first === undefined || first.side === 'policyholder') return
  await discloseTo(call, {
    subjectId: first.binding.policyholderId,
    kind: 'letter-read',
    by: first.side,
    readerId: call.person._id,
    readerKey: call.person._id,
    about: letterId,
  })
}

function keepLetter(call: LinkedRead, letter: LetterDocument): Promise<null> {
  return call.store.transact(async (transaction) => {
    if ((await transaction.get('letters', letter._id)) !== null) return { keep: false, value: null }
    await transaction.insert('letters', letter)
    return { keep: true, value: null }
  })
}

/** The letter must be this person's, signed, and about just these bindings and this day. */
function letterRefused(
  call: LinkedWrite,
  letter: LetterDocument | null,
  own: readonly Own[],
  decided: Unbinding,
): Refusal | null {
  if (letter?.unbinds == null || !letter.signerIndexes.includes(call.person.idIndex)) return NOT_FOUND
  const { bindingIds, lastDay } = letter.unbinds
  const same = bindingIds.join() === own.map(({ binding }) => binding._id).join()
  // At midnight "today" has become another day than the one that was read.
  if (!same || lastDay !== decided.namedLastDay) return { code: 'letter-changed' }
  if (letter.signedAt === null)
    return { code: 'letter-not-signed', facts: { signer: letter.signer, spokenTo: letter.signer } }
  return null
}

async function end(
  call: LinkedWrite,
  transaction: Transaction,
  own: readonly Own[],
  { lastDay, endsAt, becomes }: Unbinding,
  reason: UnbindReason,
): Promise<Unbound> {
  for (const { binding, side } of own) {
    const over = becomes === 'over'
    const withdrawn = binding.state === 'in-review'
    const cause = withdrawn ? ('application-withdrawn' as const) : ('unbound' as const)
    const actorId = call.person._id
    await announceEnd(call, transaction, binding, { actorId, by: side, cause, reason, lastDay, over })
  }
  const ended = own.map(({ binding }) => binding)
  await setLastDays(transaction, ended, new Map(ended.map(({ _id }) => [_id, lastDay])))
  return own.map(({ binding }) => ({
    bindingId: binding._id,
    state: becomes === 'over' ? ('ended' as const) : ('ending' as const),
    lastDay,
    endsAt,
  }))
}

function relativeOf(call: LinkedRead, binding: BindingDocument): NamedPerson {
  return unsealPerson(call.keys, PLACES.bindingRelative(binding._id), binding.sealedRelative)
}

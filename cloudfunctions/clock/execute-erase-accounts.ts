import type { Executes, ReadCall } from '../../platform/handler'
import { sealPerson, unsealPerson } from '../../platform/people'
import type {
  BindingDocument,
  Collections,
  InvitationDocument,
  LetterDocument,
  PersonDocument,
  RosterEntry,
  SealedPerson,
} from '../../platform/store/collections'
import { PLACES } from '../../platform/store/places'
import type { clock } from '../../shared/contract/clock'
import { maskName } from '../../shared/values/id-document'
import type { BindingId } from '../../shared/values/ids'
import { ok } from '../../shared/values/result'
import { throughAll } from './execute-pages'

type Erasing = Pick<Executes<(typeof clock)['actions']>, 'erase-accounts'>

/** Each has documents in many collections. */
const AT_ONCE = 2
const MOST = 1_000

/**
 * Erases people who closed their accounts. What others still need is left without her: of a binding and an invitation
 * her name's first character, of the history that it happened, of an application that and how it was decided. Signed
 * letters stay for their years, and the timer for letters erases them. What money moved stays, under ids alone. A run
 * that is cut off begins anew: the person herself goes last.
 */
export const erasing: Erasing = {
  async 'erase-accounts'(call) {
    const due = { eraseFrom: call.store.operators.lte(call.today) }
    const { done, more } = await throughAll(call, 'persons', due, AT_ONCE, (person) => eraseOne(call, person))
    return ok({ erased: done, more })
  },
}

async function eraseOne(call: ReadCall, person: PersonDocument): Promise<boolean> {
  const bindings = await bindingsOf(call, person)
  // An end that has come is written down by its own timer first; nobody is erased from what still holds.
  const holds = bindings.some(({ state }) => state !== 'ended')
  if (person.userKey !== null || person.closed == null || holds) return false
  // An order that has no final answer is asked about by the names and numbers that would be gone.
  const query = { limit: 1 }
  const [open] = await call.store.find('payments', { people: person._id, open: true }, query)
  if (open !== undefined) return false
  for (const binding of bindings) await withoutHer(call, person, binding)
  for (const invitation of await invitationsOf(call, person))
    await withoutHerInvited(call, person, invitation)
  await withoutHerCases(call, person, bindings)
  await eraseProofs(call, person)
  await withoutHerPaid(call, person)
  await eraseUnsigned(call, person)
  const { userKey } = person.closed
  await eraseWhere(call, 'notices', { personId: person._id })
  await eraseWhere(call, 'attempts', { whose: userKey })
  await eraseWhere(call, 'quotes', { personId: person._id })
  const user = await call.store.get('users', userKey)
  if (user?.personId === null) await call.store.erase('users', [userKey])
  await call.store.erase('identities', [person.idIndex])
  await call.store.erase('persons', [person._id])
  return true
}

async function bindingsOf(call: ReadCall, person: PersonDocument): Promise<BindingDocument[]> {
  const roster = [...person.asPolicyholder, ...person.asRelative].map(({ bindingId }) => bindingId)
  const ids = [...new Set([...roster, ...person.asGuardian])]
  if (ids.length === 0) return []
  return call.store.find('bindings', { _id: call.store.operators.in(ids) }, { limit: MOST })
}

async function invitationsOf(call: ReadCall, person: PersonDocument): Promise<InvitationDocument[]> {
  const query = { limit: MOST }
  const found = await Promise.all([
    call.store.find('invitations', { policyholderId: person._id }, query),
    call.store.find('invitations', { idIndex: person.idIndex }, query),
    call.store.find('invitations', { guardianIndexes: person.idIndex }, query),
  ])
  return [...new Map(found.flat().map((invitation) => [invitation._id, invitation])).values()]
}

/** What stays of a name that others have seen masked all the time: just that. */
function onlyMasked(call: ReadCall, place: string, sealed: SealedPerson): SealedPerson {
  const { name, document } = unsealPerson(call.keys, place, sealed)
  return sealPerson(call.keys, place, {
    name: maskName(name),
    document: { idType: document.idType, idNumber: '' },
  })
}

async function withoutHer(call: ReadCall, person: PersonDocument, { _id }: BindingDocument): Promise<void> {
  await call.store.transact(async (transaction) => {
    const binding = await transaction.get('bindings', _id)
    if (binding === null) return { keep: false, value: null }
    if (binding.policyholderId === person._id) {
      const place = PLACES.bindingPolicyholder(_id)
      await transaction.update('bindings', _id, {
        sealedPolicyholder: onlyMasked(call, place, binding.sealedPolicyholder),
      })
    }
    if (binding.relativeId === person._id) {
      const place = PLACES.bindingRelative(_id)
      await transaction.update('bindings', _id, {
        sealedRelative: onlyMasked(call, place, binding.sealedRelative),
      })
    }
    // Who signed stands beside the letters too, by an index that is made of her ID number.
    const letters = binding.letters.map(({ letterId, signer }) => ({ letterId, signer }))
    await transaction.update('bindings', _id, { letters })
    const otherId = binding.policyholderId === person._id ? binding.relativeId : binding.policyholderId
    const other = otherId === person._id ? null : await transaction.get('persons', otherId)
    if (other !== null) {
      await transaction.update('persons', otherId, {
        asPolicyholder: without(other.asPolicyholder, _id, person.idIndex),
        asRelative: without(other.asRelative, _id, person.idIndex),
      })
    }
    return { keep: true, value: null }
  })
}

function without(
  roster: readonly RosterEntry[],
  bindingId: BindingId,
  idIndex: string,
): readonly RosterEntry[] {
  return roster.map((entry) =>
    entry.bindingId === bindingId && entry.idIndex === idIndex
      ? { ...entry, idIndex: erasedIndex(bindingId) }
      : entry,
  )
}

/** Stands where an ID index stood, and finds nobody. */
function erasedIndex(of: string): string {
  return `erased:${of}`
}

async function withoutHerInvited(
  call: ReadCall,
  person: PersonDocument,
  { _id }: InvitationDocument,
): Promise<void> {
  await call.store.transact(async (transaction) => {
    const invitation = await transaction.get('invitations', _id)
    if (invitation === null) return { keep: false, value: null }
    const isHers = invitation.policyholderId === person._id
    const isToHer = invitation.idIndex === person.idIndex
    // Whom she invited in vain stands here by her own writing alone.
    const inVain = isHers && invitation.bindingId === null
    const { sealedPolicyholder, sealedRelative } = invitation
    await transaction.update('invitations', _id, {
      ...(isHers
        ? {
            sealedPolicyholder: onlyMasked(call, PLACES.invitationPolicyholder(_id), sealedPolicyholder),
            proofs: [],
          }
        : {}),
      ...(isToHer || inVain
        ? {
            sealedRelative: onlyMasked(call, PLACES.invitationRelative(_id), sealedRelative),
            idIndex: erasedIndex(_id),
            sealedDeclineReason: null,
          }
        : {}),
      guardianIndexes: invitation.guardianIndexes.filter((index) => index !== person.idIndex),
      letters: invitation.letters.map((letter) =>
        letter.signedByIndex === person.idIndex ? { ...letter, signedByIndex: erasedIndex(_id) } : letter,
      ),
    })
    return { keep: true, value: null }
  })
}

/** That and how the bureau decided stays; why she asked, what was written of it, and her papers do not. */
async function withoutHerCases(
  call: ReadCall,
  person: PersonDocument,
  bindings: readonly BindingDocument[],
): Promise<void> {
  const query = { limit: MOST }
  const found = await Promise.all([
    call.store.find('reviews', { applicantId: person._id }, query),
    bindings.length === 0
      ? []
      : call.store.find(
          'reviews',
          { bindingIds: call.store.operators.in(bindings.map(({ _id }) => _id)) },
          query,
        ),
  ])
  const proofIds = found.flat().flatMap(({ proofs }) => proofs.map(({ proofId }) => proofId))
  const stored =
    proofIds.length === 0
      ? []
      : await call.store.find('proofs', { _id: call.store.operators.in(proofIds) }, query)
  const others = new Set(stored.filter(({ ownerId }) => ownerId !== person._id).map(({ _id }) => _id))
  for (const _id of new Set(found.flat().map((review) => review._id))) {
    await call.store.transact(async (transaction) => {
      const review = await transaction.get('reviews', _id)
      if (review === null) return { keep: false, value: null }
      await transaction.update('reviews', _id, {
        ...(review.applicantId === person._id ? { reason: null } : {}),
        decisions: review.decisions.map((decision) => ({ ...decision, sealedOpinion: null })),
        reversal: null,
        hasReversal: false,
        proofs: review.proofs.filter(({ proofId }) => others.has(proofId)),
      })
      return { keep: true, value: null }
    })
  }
}

/** The files first: a record without a file is erased at the next run, a file without a record never would be. */
async function eraseProofs(call: ReadCall, person: PersonDocument): Promise<void> {
  const proofs = await call.store.find('proofs', { ownerId: person._id }, { limit: MOST })
  await call.files.remove(
    proofs.flatMap(({ fileId, uploadFileId }) => (uploadFileId === null ? [fileId] : [fileId, uploadFileId])),
  )
  await call.store.erase(
    'proofs',
    proofs.map(({ _id }) => _id),
  )
}

/** What was paid is kept; that it was hers by her ID index is not. */
async function withoutHerPaid(call: ReadCall, person: PersonDocument): Promise<void> {
  const payments = await call.store.find('payments', { people: person._id }, { limit: MOST })
  for (const { _id } of payments) {
    await call.store.transact(async (transaction) => {
      const payment = await transaction.get('payments', _id)
      if (payment === null) return { keep: false, value: null }
      const inFlightKeys = payment.inFlightKeys.map((key) => key.replace(person.idIndex, erasedIndex(_id)))
      await transaction.update('payments', _id, { inFlightKeys })
      return { keep: true, value: null }
    })
  }
}

/** A letter that nobody signed proves nothing; one that the other parent may still sign goes on without her. */
async function eraseUnsigned(call: ReadCall, person: PersonDocument): Promise<void> {
  const own = await call.store.find(
    'letters',
    { signerIndexes: person.idIndex, signedAt: null },
    { limit: MOST },
  )
  const sent = await call.store.find(
    'letters',
    { policyholderId: person._id, signedAt: null },
    { limit: MOST },
  )
  const alone = ({ signerIndexes, policyholderId }: LetterDocument) =>
    policyholderId === person._id || signerIndexes.every((index) => index === person.idIndex)
  const unsigned = [...own, ...sent]
  await call.store.erase(
    'letters',
    unsigned.filter(alone).map(({ _id }) => _id),
  )
  for (const { _id } of unsigned.filter((letter) => !alone(letter))) {
    await call.store.transact(async (transaction) => {
      const letter = await transaction.get('letters', _id)
      if (letter === null || letter.signedAt !== null) return { keep: false, value: null }
      const signerIndexes = letter.signerIndexes.filter((index) => index !== person.idIndex)
      await transaction.update('letters', _id, { signerIndexes })
      return { keep: true, value: null }
    })
  }
}

async function eraseWhere<N extends 'notices' | 'attempts' | 'quotes'>(
  call: ReadCall,
  collection: N,
  filter: Readonly<Record<string, unknown>>,
): Promise<void> {
  for (;;) {
    const found: readonly Collections[N][] = await call.store.find(collection, filter, { limit: MOST })
    await call.store.erase(
      collection,
      found.map(({ _id }) => _id),
    )
    if (found.length < MOST) return
  }
}

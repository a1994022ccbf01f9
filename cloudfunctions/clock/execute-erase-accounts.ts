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
 * her name's first character, of the history that it happened. Signed letters stay for their years, and the timer for
 * letters erases them. A run that is cut off begins anew: the person herself goes last.
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
  for (const binding of bindings) await withoutHer(call, person, binding)
  for (const invitation of await invitationsOf(call, person))
    await withoutHerInvited(call, person, invitation)
  await eraseUnsigned(call, person)
  const { userKey } = person.closed
  await eraseWhere(call, 'notices', { personId: person._id })
  await eraseWhere(call, 'attempts', { whose: userKey })
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
            proofFileIds: [],
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

async function eraseWhere<N extends 'notices' | 'attempts'>(
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

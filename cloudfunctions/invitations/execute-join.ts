import { openReview } from '../../platform/bindings/reviews'
import type { ReadCall, WriteCall } from '../../platform/handler'
import { NO_HISTORY, nextEvent } from '../../platform/history'
import type { InsuredPerson } from '../../platform/insurer/port'
import { tell } from '../../platform/notices/tell'
import { enrolmentOf, type NamedPerson, sealPerson, unsealPerson } from '../../platform/people'
import type { BindingDocument, InvitationDocument, PersonDocument } from '../../platform/store/collections'
import { PLACES } from '../../platform/store/places'
import type { Transaction } from '../../platform/store/store'
import { comesOfAge } from '../../shared/rules'
import type { Day } from '../../shared/values/day'
import { birthDayOf, type Sex, sexOf } from '../../shared/values/id-document'
import type { InvitationId, PersonId } from '../../shared/values/ids'
import type { Refusal } from '../../shared/values/refusal'
import { ok, type Result, refuse } from '../../shared/values/result'
import { decideJoin, type JoinFacts } from './decide-join'

/** Both people as the outside parties know them, asked before the transaction begins. */
export interface Outside {
  readonly policyholder: NamedPerson
  readonly policyholderInsured: InsuredPerson | null
  readonly relative: NamedPerson
  readonly relativeInsured: InsuredPerson | null
  /** The relative's name as verified or registered; null where nobody outside knows her. */
  readonly relativeName: string | null
}

/** Who answers for the relative. */
export interface Joiner {
  readonly by: 'relative' | 'guardian'
  /** A guardian who is not the policyholder, so that she finds the child's binding later. */
  readonly guardianId: PersonId | null
  /** The person on whose phone it is answered; null at a window, where a clerk enters it. */
  readonly caller: PersonDocument | null
  /** On a lent phone or at a window: the way by which the relative was verified, and the name where the check says it. */
  readonly verified?: { readonly name?: string; readonly method: string }
  /** What made the answer valid before must still be so inside the transaction. */
  stillHolds(invitation: InvitationDocument): boolean
}

export async function partiesOf(
  call: ReadCall,
  invitation: InvitationDocument,
  verifiedName?: string,
): Promise<Outside> {
  const { _id, sealedPolicyholder, sealedRelative } = invitation
  const policyholder = unsealPerson(call.keys, PLACES.invitationPolicyholder(_id), sealedPolicyholder)
  const relative = unsealPerson(call.keys, PLACES.invitationRelative(_id), sealedRelative)
  const [policyholderInsured, relativeInsured] = await Promise.all([
    call.insurer.findPerson(policyholder.document),
    call.insurer.findPerson(relative.document),
  ])
  const relativeName = verifiedName ?? relativeInsured?.name ?? null
  return { policyholder, policyholderInsured, relative, relativeInsured, relativeName }
}

/** The facts of a joining, from what is stored at this moment and what the outside parties said. */
export function sidesOf(
  call: ReadCall,
  invitation: InvitationDocument,
  outside: Outside,
  policyholder: PersonDocument,
  relative: PersonDocument | null,
): JoinFacts {
  const registered =
    relative === null ? null : unsealPerson(call.keys, PLACES.person(relative._id), relative.sealed).name
  return {
    invitation,
    policyholder: {
      document: outside.policyholder.document,
      idIndex: policyholder.idIndex,
      birthDay: outside.policyholderInsured?.birthDay ?? null,
      enrolment: enrolmentOf(outside.policyholderInsured),
      roster: policyholder.asPolicyholder,
      familyRegion: policyholder.familyEstablished?.regionCode,
    },
    policyholderIsParent: (outside.relativeInsured?.parents ?? []).some(
      (parent) => call.keys.idIndex(parent) === policyholder.idIndex,
    ),
    relative: {
      document: outside.relative.document,
      idIndex: invitation.idIndex,
      birthDay: outside.relativeInsured?.birthDay ?? null,
    },
    relation: invitation.relation,
    startDay: invitation.startDay,
    endDay: invitation.endDay ?? undefined,
    unsigned: invitation.letters
      .filter((letter) => letter.signedByIndex === null)
      .map((letter) => letter.signer),
    invitedName: outside.relative.name,
    relativeName: outside.relativeName ?? registered ?? outside.relative.name,
    relativeEnrolment: enrolmentOf(outside.relativeInsured),
    relativeRoster: relative?.asRelative ?? [],
    now: call.now,
    today: call.today,
  }
}

/**
 * Makes the binding. Both people's documents are read and written here: two who take the last place at the same
 * moment meet in the policyholder's document, and only one of them commits.
 */
export async function join(
  call: WriteCall,
  transaction: Transaction,
  invitationId: InvitationId,
  outside: Outside,
  joiner: Joiner,
): Promise<
  Result<
    {
      state: 'bound' | 'in-review'
      bindingId: BindingDocument['_id']
      effectiveFrom: BindingDocument['effectiveFrom']
    },
    Refusal
  >
> {
  const invitation = await transaction.get('invitations', invitationId)
  if (invitation === null || !joiner.stillHolds(invitation)) return refuse({ code: 'not-found' })
  const policyholder = await transaction.get('persons', invitation.policyholderId)
  if (policyholder === null) throw new Error('an invitation without its policyholder')
  const { caller } = joiner
  const relative =
    caller !== null && joiner.by === 'relative' && caller.idIndex === invitation.idIndex
      ? await transaction.get('persons', caller._id)
      : await personByIndex(transaction, invitation.idIndex)
  if (caller !== null && !(await isStillLinked(call, caller, transaction, [policyholder, relative])))
    return refuse({ code: 'not-linked' })
  const validFrom = policyholder.tokensValidFrom
  if (caller?._id !== policyholder._id && validFrom !== null && invitation.tokenMadeAt < validFrom) {
    return refuse({ code: 'not-found' })
  }

  const decided = decideJoin(sidesOf(call, invitation, outside, policyholder, relative))
  if (!decided.ok) return decided
  const { effectiveFrom, review, proofsAsked } = decided.value
  const bindingId = call.newId('binding')
  const relativeId = relative?._id ?? call.newId('person')
  const { relation, endDay: lastDay } = invitation

  // The names agree but for blanks and marks; the one from the register is the one to keep.
  const relativeNamed = { ...outside.relative, name: outside.relativeName ?? outside.relative.name }

  const start = { _id: bindingId, historyLength: 0, historyHash: NO_HISTORY }
  const event = nextEvent(start, {
    at: call.now,
    kind: review ? 'submitted-for-review' : 'bound',
    by: joiner.by,
    facts: {
      acceptance: invitation.acceptance,
      effectiveFrom,
      uses: invitation.uses,
      ...(joiner.verified === undefined ? {} : { verifiedBy: joiner.verified.method }),
      ...(caller === null ? { enteredAt: 'window' } : {}),
    },
  })
  const opened = review
    ? await openReview(call, transaction, {
        kind: 'binding',
        bindingIds: [bindingId],
        regionCode: invitation.regionCode,
        applicantId: policyholder._id,
        by: 'policyholder',
        proofsAsked,
        proofs: invitation.proofs,
        reason: null,
        wishedLastDay: null,
      })
    : null
  await transaction.insert('bindings', {
    ...start,
    invitationId,
    policyholderId: policyholder._id,
    relativeId,
    guardianId: joiner.guardianId,
    sealedPolicyholder: sealPerson(call.keys, PLACES.bindingPolicyholder(bindingId), outside.policyholder),
    sealedRelative: sealPerson(call.keys, PLACES.bindingRelative(bindingId), relativeNamed),
    relation,
    regionCode: invitation.regionCode,
    state: review ? 'in-review' : 'active',
    effectiveFrom,
    lastDay,
    ending: null,
    endedBecause: null,
    proposedEndDay: null,
    reminded: null,
    ownConsentFrom: ownConsentFrom(invitation, outside),
    ownConsentAskedAt: null,
    ownConsentGivenAt: null,
    ...(opened === null ? {} : { review: opened }),
    uses: invitation.uses,
    consentedUses: invitation.uses,
    startDay: invitation.startDay,
    endDay: invitation.endDay,
    monthlyLimitFen: invitation.monthlyLimitFen,
    perSettlementLimitFen: invitation.perSettlementLimitFen,
    acceptedAt: call.now,
    letters: invitation.letters,
    historyLength: event.number,
    historyHash: event.hash,
  })
  await transaction.insert('binding-events', event)
  await transaction.update('persons', policyholder._id, {
    asPolicyholder: [
      ...policyholder.asPolicyholder,
      { bindingId, idIndex: invitation.idIndex, relation, lastDay, sex: sexIn(outside) },
    ],
  })
  const { regionCode, poolingAreaCode } = enrolmentOf(outside.policyholderInsured)
  const enrolledIn = { regionCode, poolingAreaCode }
  const entry = { bindingId, idIndex: policyholder.idIndex, relation, lastDay, enrolledIn }
  if (relative === null) await insertWithoutPhone(call, transaction, relativeId, relativeNamed, entry)
  else await transaction.update('persons', relativeId, { asRelative: [...relative.asRelative, entry] })
  if (joiner.guardianId !== null) {
    const guardian = await transaction.get('persons', joiner.guardianId)
    await transaction.update('persons', joiner.guardianId, {
      asGuardian: [...(guardian?.asGuardian ?? []), bindingId],
    })
  }
  if (caller === null) {
    const both = [policyholder._id, relativeId]
    await tell(call, transaction, both, { kind: 'bound-at-window', bindingId, facts: { effectiveFrom } })
  } else if (relative !== null && joiner.verified !== undefined) {
    await tellWhoWasBoundInPerson(call, transaction, relative)
  }
  const state = review ? ('in-review' as const) : ('accepted' as const)
  await transaction.update('invitations', invitationId, { state, bindingId, couldNotJoinAt: null })
  return ok({ state: review ? ('in-review' as const) : ('bound' as const), bindingId, effectiveFrom })
}

/** From the insurer where it knows her, because only a resident ID number says it. */
function sexIn({ relative, relativeInsured }: Outside): Sex | null {
  return relativeInsured?.sex ?? sexOf(relative.document)
}

async function personByIndex(transaction: Transaction, idIndex: string): Promise<PersonDocument | null> {
  const known = await transaction.get('identities', idIndex)
  return known === null ? null : transaction.get('persons', known.personId)
}

/** The caller's link as stored now; her document is usually one of those that were just read. */
async function isStillLinked(
  call: WriteCall,
  caller: PersonDocument,
  transaction: Transaction,
  read: readonly (PersonDocument | null)[],
): Promise<boolean> {
  const stored =
    read.find((person) => person?._id === caller._id) ?? (await transaction.get('persons', caller._id))
  return stored?.userKey === call.userKey
}

/** A relative whom the product did not know: a newborn, or a mother without a phone. She may link herself later. */
async function insertWithoutPhone(
  call: WriteCall,
  transaction: Transaction,
  personId: PersonId,
  relative: NamedPerson,
  entry: PersonDocument['asRelative'][number],
): Promise<void> {
  const idIndex = call.keys.idIndex(relative.document)
  await transaction.insert('identities', { _id: idIndex, personId })
  await transaction.insert('persons', {
    _id: personId,
    idIndex,
    sealed: sealPerson(call.keys, PLACES.person(personId), relative),
    userKey: null,
    asPolicyholder: [],
    asRelative: [entry],
    asGuardian: [],
    tokensValidFrom: null,
    paymentPassword: null,
    createdAt: call.now,
  })
}

/** She may have a phone of her own after all: then what was done on another's stands there for her to see. */
async function tellWhoWasBoundInPerson(
  call: WriteCall,
  transaction: Transaction,
  relative: PersonDocument,
): Promise<void> {
  const user = relative.userKey === null ? null : await transaction.get('users', relative.userKey)
  if (user === null) return
  await transaction.update('users', user._id, {
    notices: [...user.notices, { kind: 'bound-in-person', at: call.now }],
  })
}

/** For a child: the birthday on which she is old enough to answer for herself. */
function ownConsentFrom(invitation: InvitationDocument, outside: Outside): Day | null {
  if (invitation.acceptance !== 'by-guardian') return null
  const birthDay = outside.relativeInsured?.birthDay ?? birthDayOf(outside.relative.document)
  return birthDay === null ? null : comesOfAge(invitation.regionCode, birthDay, invitation.startDay)
}

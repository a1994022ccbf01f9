import { keepProofs } from '../../platform/bindings/reviews'
import { discardUploads, namesOf, removeUploads, takeProofs } from '../../platform/files/take-proofs'
import type { Executes, ReadCall, Revealing, WriteCall } from '../../platform/handler'
import { newNonce } from '../../platform/ids'
import { unseal } from '../../platform/keys/sealing'
import { NO_LETTER_BEFORE } from '../../platform/letters/letter-content'
import { enrolmentOf, type NamedPerson, sealPerson, unsealPerson } from '../../platform/people'
import type { InvitationDocument, PersonDocument } from '../../platform/store/collections'
import { PLACES } from '../../platform/store/places'
import type { Transaction } from '../../platform/store/store'
import type { DraftValueOf, ParsedInputOf } from '../../shared/contract/action'
import type { invitations } from '../../shared/contract/invitations'
import { landingPath, landingScene } from '../../shared/contract/landing'
import {
  bindingBegins,
  consentNeeded,
  invitationExpires,
  invitationOverBy,
  proofsKeptDays,
} from '../../shared/rules'
import { dayOf, type Instant } from '../../shared/values/day'
import { birthDayOf, maskIdNumber, maskName } from '../../shared/values/id-document'
import type { InvitationId } from '../../shared/values/ids'
import type { Refusal } from '../../shared/values/refusal'
import { ok, type Result, refuse } from '../../shared/values/result'
import {
  type CreateFacts,
  decideCreate,
  decideInvite,
  letterReply,
  MOST_OPEN_INVITATIONS,
  NOT_OWN_CHILD,
  notAnswerable,
  notResendable,
  notRevocable,
  stateAt,
  termsReply,
} from './decide'
import { answering } from './execute-answer'
import { insertLetters } from './execute-letters'
import { receivedBy } from './execute-received'

type Actions = (typeof invitations)['actions']
type Created = DraftValueOf<Actions['create']>
type LinkedRead = ReadCall<'linked'>
type LinkedWrite = WriteCall<'linked'>

/** In whole days, so that proofs are there for the last answer that can come. */

/** How many invitations a list shows; older ones are history. */
const LIST_LIMIT = 100

interface KeptToken {
  readonly nonce: string
  readonly expiresAt: Instant
}

/** The inviter's side; the side of the invited is in `execute-answer.ts`. */
export const executes: Executes<Actions> = {
  ...answering,

  async check(call, input) {
    const facts = await factsOf(call, input)
    const allowed = decideInvite(facts)
    if (!allowed.ok) return allowed
    const regionCode = regionOf(facts)
    const consent = consentOf(facts, regionCode, false)
    if (!(await mayBeGuardian(call, facts, consent))) return refuse(NOT_OWN_CHILD)
    const { placesLeft, uses, proofs, review, rules, remarks } = allowed.value
    const begins = bindingBegins({
      regionCode,
      ...(input.startDay === undefined ? {} : { startDay: input.startDay }),
      acceptedOn: call.today,
    })
    return ok({
      acceptance: consent.acceptance === 'by-guardian' ? ('by-guardian' as const) : ('by-relative' as const),
      placesLeft,
      uses: [...uses],
      effectiveFrom: begins.effectiveFrom,
      letters: consent.letters.map(({ signer, mode }) => ({ signer, mode })),
      proofs: [...proofs],
      proofsKeptDays: proofsKeptDays(regionCode, call.today),
      review,
      rules: [...rules, ...consent.rules].map((rule) => ({ ...rule })),
      remarks: [...remarks],
    })
  },

  async create(call, input) {
    const facts = await factsOf(call, input)
    // Asked before anything is looked up about the relative, and again inside the commit on what is stored then.
    const early = decideCreate(facts)
    if (!early.ok) return early
    const regionCode = regionOf(facts)
    const consent = consentOf(facts, regionCode, input.acceptance === 'in-person')
    if (!(await mayBeGuardian(call, facts, consent))) return refuse(NOT_OWN_CHILD)
    const guardianIndexes = consent.guardian === 'parent' ? await parentIndexes(call, facts) : []
    const policyholder = namedOf(call)
    const relative: NamedPerson = { name: input.relative.name, document: facts.relative.document }
    const open = await call.store.find(
      'invitations',
      { policyholderId: call.person._id, state: call.store.operators.in(['draft', 'pending']) },
      { limit: 2 * MOST_OPEN_INVITATIONS },
    )
    const drafts = open.filter((each) => each.state === 'draft' && each.idIndex === facts.relative.idIndex)
    const living = open.filter((each) => stateAt(each, call.now) === each.state)
    if (living.length - drafts.length >= MOST_OPEN_INVITATIONS) {
      const limit = MOST_OPEN_INVITATIONS
      return refuse({ code: 'too-many-attempts', facts: { attempted: 'open-invitations', limit } })
    }
    const invitationId = call.newId('invitation')
    const fileIds = input.proofFileIds ?? []
    // Papers for which the region does not ask are not kept.
    const wanted = early.value.proofs.length > 0 || early.value.review
    const taken = await takeProofs(call, wanted ? fileIds : [])
    if (!taken.ok) return taken
    const proofsUntil = invitationOverBy({ regionCode, madeOn: call.today })

    const result = await call.commit(async (transaction): Promise<Result<Created, Refusal>> => {
      const person = await linkedPerson(call, transaction)
      if (person === null) return refuse({ code: 'not-linked' })
      const allowed = decideCreate({
        ...facts,
        policyholder: {
          ...facts.policyholder,
          roster: person.asPolicyholder,
          familyRegion: person.familyEstablished?.regionCode,
        },
      })
      if (!allowed.ok) return allowed
      // One who goes back and fills in the form again means the new one; the old draft would only confuse her.
      for (const draft of drafts) {
        const stored = await transaction.get('invitations', draft._id)
        if (stored?.state === 'draft')
          await transaction.update('invitations', draft._id, { state: 'revoked' })
      }
      const terms = {
        uses: input.uses ?? [...allowed.value.uses],
        startDay: input.startDay ?? call.today,
        endDay: input.endDay ?? null,
        monthlyLimitFen: input.monthlyLimitFen ?? null,
        perSettlementLimitFen: input.perSettlementLimitFen ?? null,
      }
      const letters = await insertLetters(call, transaction, {
        consent,
        invitationId,
        policyholder: { ...policyholder, idIndex: person.idIndex },
        relative: { ...relative, idIndex: facts.relative.idIndex },
        guardianIndexes,
        relation: facts.relation,
        regionCode,
        reviewed: allowed.value.review,
        terms,
      })
      const expiresAt = invitationExpires({ regionCode, sentAt: call.now })
      const invitation: InvitationDocument = {
        _id: invitationId,
        policyholderId: person._id,
        sealedPolicyholder: sealPerson(call.keys, PLACES.invitationPolicyholder(invitationId), policyholder),
        sealedRelative: sealPerson(call.keys, PLACES.invitationRelative(invitationId), relative),
        idIndex: facts.relative.idIndex,
        relation: facts.relation,
        acceptance: consent.acceptance,
        guardian: consent.guardian,
        guardianIndexes,
        regionCode,
        ...terms,
        state: 'draft',
        letters,
        letterChain: { length: 0, head: NO_LETTER_BEFORE, signedAt: null },
        lettersKeptUntil: dayOf(expiresAt),
        ...freshToken(call),
        createdAt: call.now,
        expiresAt,
        couldNotJoinAt: null,
        sealedDeclineReason: null,
        bindingId: null,
        proofs: namesOf(taken.value),
        reviewed: allowed.value.review,
      }
      await transaction.insert('invitations', invitation)
      await keepProofs(transaction, invitation.proofs, proofsUntil)
      return ok({
        invitationId,
        state: 'draft' as const,
        acceptance: consent.acceptance,
        letters: letters.map(letterReply),
        expiresAt,
      })
    })
    if (result.ok) await (wanted ? removeUploads(call, taken.value) : discardUploads(call, fileIds))
    return result
  },

  send: revealingToken((call, invitationId) =>
    call.commit(async (transaction): Promise<Result<KeptToken, Refusal>> => {
      const own = await ownInvitation(call, transaction, invitationId)
      if (own === null) return refuse({ code: 'not-found' })
      const refusal = notAnswerable(own.invitation, call.now, 'policyholder')
      if (refusal !== null) return refuse(refusal)
      const { expiresAt, tokenMadeAt, tokenNonce } = own.invitation
      const dead = own.person.tokensValidFrom !== null && tokenMadeAt < own.person.tokensValidFrom
      if (!dead) return ok({ nonce: tokenNonce, expiresAt })
      const token = freshToken(call)
      await transaction.update('invitations', invitationId, token)
      return ok({ nonce: token.tokenNonce, expiresAt })
    }),
  ),

  resend: revealingToken((call, invitationId) =>
    call.commit(async (transaction): Promise<Result<KeptToken, Refusal>> => {
      const own = await ownInvitation(call, transaction, invitationId)
      if (own === null) return refuse({ code: 'not-found' })
      const signed = own.invitation.letters.some(
        (letter) => letter.signer === 'policyholder' && letter.signedByIndex !== null,
      )
      const refusal = notResendable({ ...own.invitation, signed }, call.now)
      if (refusal !== null) return refuse(refusal)
      const token = freshToken(call)
      const { regionCode } = own.invitation
      const expiresAt = invitationExpires({ regionCode, sentAt: call.now })
      await transaction.update('invitations', invitationId, {
        ...token,
        expiresAt,
        state: 'pending',
        couldNotJoinAt: null,
      })
      return ok({ nonce: token.tokenNonce, expiresAt })
    }),
  ),

  async list(call) {
    const [sent, received] = await Promise.all([
      call.store.find(
        'invitations',
        { policyholderId: call.person._id },
        { orderBy: ['createdAt', 'desc'], limit: LIST_LIMIT },
      ),
      receivedBy(call, LIST_LIMIT),
    ])
    return ok({ sent: sent.map((invitation) => sentReply(call, invitation)), received })
  },

  revoke(call, input) {
    return call.commit(async (transaction) => {
      const own = await ownInvitation(call, transaction, input.invitationId)
      if (own === null) return refuse({ code: 'not-found' })
      const refusal = notRevocable(own.invitation, call.now)
      if (refusal !== null) return refuse(refusal)
      await transaction.update('invitations', input.invitationId, { state: 'revoked', closedAt: call.now })
      return ok({})
    })
  },
}

function namedOf(call: LinkedRead): NamedPerson {
  return unsealPerson(call.keys, PLACES.person(call.person._id), call.person.sealed)
}

type Form = ParsedInputOf<Actions['check']> &
  Partial<Pick<ParsedInputOf<Actions['create']>, 'uses' | 'proofFileIds'>>

/** Loads the policyholder's side. Of the relative only what the form says: the insurer is not asked about her. */
async function factsOf(call: LinkedRead, input: Form): Promise<CreateFacts> {
  const { document } = namedOf(call)
  const insured = await call.insurer.findPerson(document)
  const relative = { idType: input.relative.idType, idNumber: input.relative.idNumber }
  return {
    policyholder: {
      document,
      idIndex: call.person.idIndex,
      birthDay: insured?.birthDay ?? birthDayOf(document),
      enrolment: enrolmentOf(insured),
      roster: call.person.asPolicyholder,
      familyRegion: call.person.familyEstablished?.regionCode,
    },
    relative: { document: relative, idIndex: call.keys.idIndex(relative) },
    relation: input.relative.relation,
    startDay: input.startDay,
    endDay: input.endDay,
    uses: input.uses,
    proofFileIds: input.proofFileIds,
    today: call.today,
  }
}

/** The rules that apply are those of the policyholder's enrolment; a decision that allowed has seen that there is one. */
function regionOf(facts: CreateFacts): string {
  const { regionCode } = facts.policyholder.enrolment
  if (regionCode === null) throw new Error('an invitation was allowed without a region of enrolment')
  return regionCode
}

function consentOf(facts: CreateFacts, regionCode: string, inPerson: boolean) {
  return consentNeeded({
    regionCode,
    poolingAreaCode: facts.policyholder.enrolment.poolingAreaCode,
    relation: facts.relation,
    relativeBirthDay: birthDayOf(facts.relative.document),
    inPerson,
    today: facts.today,
  })
}

/** Own children are bound in one sitting, so the register must know them as such. Of others it says nothing here. */
async function mayBeGuardian(
  call: LinkedRead,
  facts: CreateFacts,
  consent: ReturnType<typeof consentNeeded>,
): Promise<boolean> {
  if (consent.guardian !== 'policyholder') return true
  return (await parentIndexes(call, facts)).includes(facts.policyholder.idIndex)
}

/** The parents whom the insurer's register names. The inviter never sees whether it names any. */
async function parentIndexes(call: LinkedRead, facts: CreateFacts): Promise<string[]> {
  const child = await call.insurer.findPerson(facts.relative.document)
  return (child?.parents ?? []).map((parent) => call.keys.idIndex(parent))
}

function freshToken(
  call: LinkedWrite,
): Pick<InvitationDocument, 'tokenNonce' | 'tokenIndex' | 'tokenMadeAt'> {
  const tokenNonce = newNonce()
  const tokenIndex = call.keys.tokenIndex(call.keys.invitationToken(tokenNonce))
  return { tokenNonce, tokenIndex, tokenMadeAt: call.now }
}

/** A reply with a token: kept is the nonce, and the token is made of it with a key outside the database. */
function revealingToken(
  commit: (call: LinkedWrite, invitationId: InvitationId) => Promise<Result<KeptToken, Refusal>>,
): Revealing<Actions['send'], KeptToken> {
  return {
    execute: (call, input) => commit(call, input.invitationId),
    reveal: (call, kept) => {
      const token = call.keys.invitationToken(kept.nonce)
      return { token, path: landingPath(token), scene: landingScene(token), expiresAt: kept.expiresAt }
    },
  }
}

/** The caller's person as stored now, or null where the link was moved since the call began. */
async function linkedPerson(call: LinkedWrite, transaction: Transaction): Promise<PersonDocument | null> {
  const person = await transaction.get('persons', call.person._id)
  return person?.userKey === call.userKey ? person : null
}

async function ownInvitation(
  call: LinkedWrite,
  transaction: Transaction,
  invitationId: InvitationId,
): Promise<{ invitation: InvitationDocument; person: PersonDocument } | null> {
  const person = await linkedPerson(call, transaction)
  const invitation = await transaction.get('invitations', invitationId)
  return person !== null && invitation?.policyholderId === person._id ? { invitation, person } : null
}

function sentReply(call: LinkedRead, invitation: InvitationDocument) {
  const relative = unsealPerson(
    call.keys,
    PLACES.invitationRelative(invitation._id),
    invitation.sealedRelative,
  )
  const state = stateAt(invitation, call.now)
  const reason = invitation.sealedDeclineReason
  return {
    invitationId: invitation._id,
    relative: { name: maskName(relative.name), idNumber: maskIdNumber(relative.document.idNumber) },
    relation: invitation.relation,
    state: state === 'pending' && invitation.couldNotJoinAt !== null ? ('could-not-join' as const) : state,
    acceptance: invitation.acceptance,
    letters: invitation.letters.map(letterReply),
    createdAt: invitation.createdAt,
    expiresAt: invitation.expiresAt,
    ...(reason === null
      ? {}
      : { declineReason: unseal(call.keys, PLACES.invitationDeclineReason(invitation._id), reason) }),
    ...(invitation.bindingId === null ? {} : { bindingId: invitation.bindingId }),
    ...termsReply(invitation),
  }
}

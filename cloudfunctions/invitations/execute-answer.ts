import { failedAttempt } from '../../platform/attempts'
import type { Executes, ReadCall, WriteCall } from '../../platform/handler'
import { seal } from '../../platform/keys/sealing'
import { PortOutage } from '../../platform/outage'
import type { InvitationDocument } from '../../platform/store/collections'
import { PLACES } from '../../platform/store/places'
import type { Transaction } from '../../platform/store/store'
import { verifiedPerson } from '../../platform/verification/verified-person'
import type { invitations } from '../../shared/contract/invitations'
import { noticeText, refusalSentence } from '../../shared/copy'
import { acceptanceAtWindowRefused, letterWords, notClerk, servedAtWindow } from '../../shared/rules'
import { sameName } from '../../shared/values/id-document'
import type { Refusal } from '../../shared/values/refusal'
import { ok, type Result, refuse } from '../../shared/values/result'
import { NOT_OWN_CHILD, notAnswerable, stateAt, termsReply } from './decide'
import { isRelativeSide, obstacle } from './decide-join'
import { type Joiner, join, type Outside, partiesOf, sidesOf } from './execute-join'
import { fullRelativeName, policyholderName, type Role, relativeName, roleOf } from './execute-received'

type Actions = (typeof invitations)['actions']
type LinkedRead = ReadCall<'linked'>
type Answering = Pick<
  Executes<Actions>,
  'open' | 'accept' | 'accept-for-child' | 'accept-in-person' | 'accept-at-window' | 'decline'
>

const NOT_FOUND: Refusal = { code: 'not-found' }
const NOT_AT_WINDOW: Refusal = { code: 'not-found', facts: { sought: 'invitation-at-window' } }
const SIGNED_BY_OTHER_PARENT: Refusal = { code: 'not-allowed', facts: { reason: 'signed-by-other-parent' } }

/** The side of the invited: open, accept in one of three ways, decline. */
export const answering: Answering = {
  async open(call, input) {
    const found = await byToken(call, input.token)
    if (!found.ok) return found
    const { invitation, role } = found.value
    const letter = invitation.letters.find(
      (each) => each.signer === (role === 'policyholder' ? 'policyholder' : role),
    )
    if (letter === undefined) throw new Error('an invitation has no letter for the one who opens it')
    const { title, text, version } = noticeText({
      purpose: invitation.acceptance === 'by-guardian' ? 'guardian' : 'accept',
      words: letterWords(invitation.regionCode, invitation.startDay),
      reviewed: invitation.reviewed === true,
      policyholderName: policyholderName(call, invitation),
      relativeName: relativeName(call, invitation),
      relation: invitation.relation,
      ...termsReply(invitation),
      uses: invitation.uses,
      signerName: '',
    })
    const hindrance = role === 'policyholder' ? null : await hindranceOf(call, invitation, role)
    const state = stateAt(invitation, call.now)
    return ok({
      invitationId: invitation._id,
      from: { name: policyholderName(call, invitation) },
      role,
      ...(invitation.acceptance === 'by-guardian' ? { child: { name: relativeName(call, invitation) } } : {}),
      relation: invitation.relation,
      regionCode: invitation.regionCode,
      ...termsReply(invitation),
      notice: { title, text, version },
      letterId: letter.letterId,
      letterSigned: letter.signedByIndex !== null,
      expiresAt: invitation.expiresAt,
      ...(invitation.reviewed === true ? { reviewed: true as const } : {}),
      // Nobody holds the token of a draft, but a state that the contract does not know must never leave.
      state: state === 'draft' ? ('pending' as const) : state,
      ...(invitation.bindingId === null ? {} : { bindingId: invitation.bindingId }),
      ...(hindrance === null ? {} : { obstacle: { ...hindrance, message: refusalSentence(hindrance) } }),
    })
  },

  async accept(call, input) {
    const found = await byToken(call, input.token)
    if (!found.ok) return found
    const { invitation, role } = found.value
    if (role === 'policyholder') return refuse({ code: 'not-allowed', facts: { reason: 'own-invitation' } })
    const closed = notAnswerable(invitation, call.now, role)
    if (closed !== null) return refuse(closed)
    if (role === 'guardian' && signedByAnother(call, invitation)) return refuse(SIGNED_BY_OTHER_PARENT)
    const tokenIndex = call.keys.tokenIndex(input.token)
    return joined(call, invitation, {
      by: role,
      caller: call.person,
      guardianId: role === 'guardian' ? call.person._id : null,
      stillHolds: (stored) => stored.tokenIndex === tokenIndex,
    })
  },

  async 'accept-for-child'(call, input) {
    const invitation = await call.store.get('invitations', input.invitationId)
    if (invitation?.policyholderId !== call.person._id) return refuse(NOT_FOUND)
    if (invitation.guardian !== 'policyholder') {
      return refuse(NOT_OWN_CHILD)
    }
    const closed = unfinishedOrClosed(invitation, call)
    if (closed !== null) return refuse(closed)
    return joined(call, invitation, {
      by: 'guardian',
      caller: call.person,
      guardianId: null,
      stillHolds: () => true,
    })
  },

  async 'accept-in-person'(call, input) {
    const invitation = await call.store.get('invitations', input.invitationId)
    if (invitation?.policyholderId !== call.person._id) return refuse(NOT_FOUND)
    if (invitation.acceptance !== 'in-person') {
      return refuse({ code: 'not-allowed', facts: { reason: 'not-in-person' } })
    }
    const closed = unfinishedOrClosed(invitation, call)
    if (closed !== null) return refuse(closed)
    const invited = (idIndex: string) => idIndex === invitation.idIndex
    const verified = await verifiedPerson(call, input.verificationToken, invited)
    if (!verified.ok) return verified
    return joined(call, invitation, {
      by: 'relative',
      caller: call.person,
      guardianId: null,
      verified: verified.value,
      stillHolds: () => true,
    })
  },

  async 'accept-at-window'(call, input) {
    const clerk = notClerk(call.staff)
    if (clerk !== null) return refuse(clerk)
    const { name, ...document } = input.relative
    const invitation = await call.store.get('invitations', input.invitationId)
    // Only for the person who stands there with her document; of every other invitation a clerk learns nothing.
    if (invitation === null || !servedAtWindow(call.staff, invitation)) return refuse(NOT_AT_WINDOW)
    if (invitation.idIndex !== call.keys.idIndex(document)) return refuse(NOT_AT_WINDOW)
    if (!sameName(fullRelativeName(call, invitation), name)) return refuse(NOT_AT_WINDOW)
    const closed = notAnswerable(invitation, call.now, 'relative')
    if (closed !== null) return refuse(closed)
    const letterId = invitation.letters.find(({ signer }) => signer === 'relative')?.letterId
    const letter = letterId === undefined ? null : await call.store.get('letters', letterId)
    const refusal = acceptanceAtWindowRefused(letter?.window ?? null, call.staff)
    if (refusal !== null) return refuse(refusal)
    return joined(call, invitation, {
      by: 'relative',
      caller: null,
      guardianId: null,
      // Her name is the register's; that of the document was typed by the clerk.
      verified: { method: letter?.verifiedBy ?? 'window-document' },
      stillHolds: () => true,
    })
  },

  async decline(call, input) {
    const found = await byToken(call, input.token)
    if (!found.ok) return found
    if (found.value.role === 'policyholder') {
      return refuse({ code: 'not-allowed', facts: { reason: 'own-invitation' } })
    }
    const { role } = found.value
    const invitationId = found.value.invitation._id
    const tokenIndex = call.keys.tokenIndex(input.token)
    return call.commit(async (transaction) => {
      const invitation = await transaction.get('invitations', invitationId)
      const person = await transaction.get('persons', call.person._id)
      if (person?.userKey !== call.userKey) return refuse({ code: 'not-linked' })
      // The token may have been replaced since it was looked up; then this answer was to another card.
      if (invitation?.tokenIndex !== tokenIndex) return refuse(NOT_FOUND)
      const closed = notAnswerable(invitation, call.now, role)
      if (closed !== null) return refuse(closed)
      const reason = input.reason ?? ''
      await transaction.update('invitations', invitationId, {
        state: 'declined',
        closedAt: call.now,
        sealedDeclineReason:
          reason === '' ? null : seal(call.keys, PLACES.invitationDeclineReason(invitationId), reason),
      })
      return ok({})
    })
  },
}

/** For whoever acts on the policyholder's own phone: all her letters come first, in the order in which they are asked. */
function unfinishedOrClosed(invitation: InvitationDocument, call: LinkedRead): Refusal | null {
  const state = stateAt(invitation, call.now)
  const spokenTo = 'policyholder'
  const unsigned = invitation.letters.find((letter) => letter.signedByIndex === null)
  if (state === 'draft' && unsigned !== undefined) {
    return { code: 'letter-not-signed', facts: { signer: unsigned.signer, spokenTo } }
  }
  return notAnswerable(invitation, call.now, spokenTo)
}

/**
 * Finds an invitation for the inviter, the invited and a guardian. To everybody else each token is `not-found`, and
 * the try counts against the caller, never against the token.
 */
async function byToken(
  call: LinkedRead,
  token: string,
): Promise<Result<{ invitation: InvitationDocument; role: Role }, Refusal>> {
  const tokenIndex = call.keys.tokenIndex(token)
  const [invitation] = await call.store.find('invitations', { tokenIndex }, { limit: 1 })
  const role = invitation === undefined ? null : roleOf(invitation, call.person)
  if (invitation === undefined || role === null) return failedAttempt(call, 'invitation-token', NOT_FOUND)
  // One to whom it was sent guessed nothing, so a token that died meanwhile is not counted against her.
  if (await isDead(call, invitation, role)) return refuse(NOT_FOUND)
  return ok({ invitation, role })
}

/** A child has one guardian's letter: the parent who signed it is the one who joins the child. */
function signedByAnother(call: LinkedRead, invitation: InvitationDocument): boolean {
  const signedBy = invitation.letters.find((letter) => letter.signer === 'guardian')?.signedByIndex ?? null
  return signedBy !== null && signedBy !== call.person.idIndex
}

/** Tokens that were out when the inviter's link was moved may have been sent by a stranger. */
async function isDead(call: LinkedRead, invitation: InvitationDocument, role: Role): Promise<boolean> {
  const policyholder =
    role === 'policyholder' ? call.person : await call.store.get('persons', invitation.policyholderId)
  const validFrom = policyholder?.tokensValidFrom ?? null
  return validFrom !== null && invitation.tokenMadeAt < validFrom
}

/** What stands in the way, told to the invited alone. Nothing is said while the insurer does not answer. */
async function hindranceOf(
  call: LinkedRead,
  invitation: InvitationDocument,
  role: Role,
): Promise<Refusal | null> {
  if (stateAt(invitation, call.now) !== 'pending') return null
  if (role === 'guardian' && signedByAnother(call, invitation)) return SIGNED_BY_OTHER_PARENT
  try {
    const outside = await partiesOf(call, invitation)
    const policyholder = await call.store.get('persons', invitation.policyholderId)
    if (policyholder === null) return null
    const known = await call.store.get('identities', invitation.idIndex)
    const relative = known === null ? null : await call.store.get('persons', known.personId)
    return obstacle(sidesOf(call, invitation, outside, policyholder, relative))
  } catch (error) {
    if (error instanceof PortOutage) return null
    throw error
  }
}

async function joined(call: WriteCall, invitation: InvitationDocument, joiner: Joiner) {
  const outside: Outside = await partiesOf(call, invitation, joiner.verified?.name)
  const result = await call.commit((transaction: Transaction) =>
    join(call, transaction, invitation._id, outside, joiner),
  )
  if (!result.ok && isRelativeSide(result.refusal)) {
    await call.store.updateWhere(
      'invitations',
      { _id: invitation._id, state: 'pending' },
      { couldNotJoinAt: call.now },
    )
  }
  return result
}

import { attemptsUsedUp, failedAttempt } from '../../platform/attempts'
import { canonicalJson } from '../../platform/canonical'
import type { Executes, ReadCall, WriteCall } from '../../platform/handler'
import { seal, unseal } from '../../platform/keys/sealing'
import type { InvitationDocument, LetterDocument } from '../../platform/store/collections'
import { PLACES } from '../../platform/store/places'
import type { ParsedInputOf } from '../../shared/contract/action'
import type { consentLetters } from '../../shared/contract/consent-letters'
import { INVITATION_LIFE_MS } from '../../shared/rules'
import { addMilliseconds } from '../../shared/values/day'
import type { Refusal } from '../../shared/values/refusal'
import { ok, type Result, refuse } from '../../shared/values/result'
import { type SigningFacts, signingRefusal } from './decide'

type Actions = (typeof consentLetters)['actions']

export const executes: Executes<Actions> = {
  async get(call, input) {
    const letter = await call.store.get('letters', input.letterId)
    if (letter === null || !mayRead(call, letter)) return refuse({ code: 'not-found' })
    const sentence = sentenceOf(call, letter)
    return ok({
      letterId: letter._id,
      purpose: letter.purpose,
      title: letter.title,
      text: unseal(call.keys, PLACES.letterText(letter._id), letter.sealedText),
      version: letter.version,
      sm3: letter.sm3,
      mode: letter.mode,
      ...(sentence === null ? {} : { sentence }),
      state: letter.signedAt === null ? ('unsigned' as const) : ('signed' as const),
      ...(letter.signedAt === null ? {} : { signedAt: letter.signedAt }),
      ...(letter.seal === null ? {} : { seal: letter.seal }),
    })
  },

  async sign(call, input) {
    const letter = await call.store.get('letters', input.letterId)
    if (letter === null || !mayRead(call, letter)) return refuse({ code: 'not-found' })
    const early = refusalOf(call, input, letter, await call.store.get('invitations', letter.invitationId))
    if (early !== null) return refuse(early)
    const signer = await signerIndex(call, input, letter)
    if (!signer.ok) return signer

    return call.commit(async (transaction) => {
      const stored = await transaction.get('letters', input.letterId)
      const invitation = await transaction.get('invitations', letter.invitationId)
      const person = await transaction.get('persons', call.person._id)
      if (person?.userKey !== call.userKey) return refuse({ code: 'not-linked' })
      if (stored === null || invitation === null) return refuse({ code: 'not-found' })
      const refusal = refusalOf(call, input, stored, invitation)
      if (refusal !== null) return refuse(refusal)

      const signature = canonicalJson(input.signature)
      const content = canonicalJson({
        letterId: stored._id,
        purpose: stored.purpose,
        version: stored.version,
        text: stored.sm3,
        signature,
        signer: signer.value,
        signedAt: call.now,
      })
      const letterSeal = call.sealer.sealLetter(content)
      await transaction.update('letters', stored._id, {
        signedAt: call.now,
        signedByIndex: signer.value,
        sealedSignature: seal(call.keys, PLACES.letterSignature(stored._id), signature),
        seal: letterSeal,
      })
      await transaction.update('invitations', invitation._id, {
        letters: invitation.letters.map((each) =>
          each.letterId === stored._id ? { ...each, signed: true } : each,
        ),
        // The policyholder's signature is what makes it an invitation; the 72 hours are counted from it.
        ...(stored.signer === 'policyholder'
          ? { state: 'pending' as const, expiresAt: addMilliseconds(call.now, INVITATION_LIFE_MS) }
          : {}),
      })
      return ok({ letterId: stored._id, signedAt: call.now, seal: letterSeal })
    })
  },
}

/** Those who are to sign it, and the policyholder on whose phone a relative signs in person. */
function mayRead(call: ReadCall<'linked'>, letter: LetterDocument): boolean {
  return letter.signerIndexes.includes(call.person.idIndex) || isLentPhone(call, letter)
}

function isLentPhone(call: ReadCall<'linked'>, letter: LetterDocument): boolean {
  return letter.inPerson && letter.policyholderId === call.person._id
}

function sentenceOf(call: ReadCall<'linked'>, letter: LetterDocument): string | null {
  return letter.sealedSentence === null
    ? null
    : unseal(call.keys, PLACES.letterSentence(letter._id), letter.sealedSentence)
}

function refusalOf(
  call: WriteCall<'linked'>,
  input: ParsedInputOf<Actions['sign']>,
  letter: LetterDocument,
  invitation: InvitationDocument | null,
): Refusal | null {
  if (invitation === null) return { code: 'not-found' }
  const facts: SigningFacts = {
    letter: {
      sm3: letter.sm3,
      mode: letter.mode,
      sentence: sentenceOf(call, letter),
      signer: letter.signer,
      signedAt: letter.signedAt,
    },
    invitation,
    sm3: input.sm3,
    signature: input.signature,
    onPolicyholdersPhone: letter.policyholderId === call.person._id,
    now: call.now,
  }
  return signingRefusal(facts)
}

/** Who signs: the caller, or on a lent phone the relative whom a verification of her own names. */
async function signerIndex(
  call: WriteCall<'linked'>,
  input: ParsedInputOf<Actions['sign']>,
  letter: LetterDocument,
): Promise<Result<string, Refusal>> {
  if (letter.signerIndexes.includes(call.person.idIndex)) return ok(call.person.idIndex)
  if (input.verificationToken === undefined) {
    return refuse({ code: 'verification-failed', facts: { outcome: 'missing' } })
  }
  const usedUp = await attemptsUsedUp(call.store, 'verification', call.person._id, call.today)
  if (usedUp !== null) return refuse(usedUp)
  const verified = await call.verification.redeem(input.verificationToken, call.requestKey)
  const index = verified.outcome === 'passed' ? call.keys.idIndex(verified.document) : null
  if (index !== null && letter.signerIndexes.includes(index)) return ok(index)
  return failedAttempt(call.store, 'verification', call.person._id, call.today, {
    code: 'verification-failed',
    facts: { outcome: verified.outcome === 'passed' ? 'failed' : verified.outcome },
  })
}

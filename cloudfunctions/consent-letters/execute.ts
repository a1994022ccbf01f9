import { canonicalJson } from '../../platform/canonical'
import type { Executes, ReadCall, WriteCall } from '../../platform/handler'
import { sm3 } from '../../platform/keys/keyed-hash'
import { seal, unseal } from '../../platform/keys/sealing'
import { unsealPerson } from '../../platform/people'
import { withSigner } from '../../platform/signer-name'
import type { InvitationDocument, LetterDocument } from '../../platform/store/collections'
import { PLACES } from '../../platform/store/places'
import { verifiedPerson } from '../../platform/verification/verified-person'
import type { ParsedInputOf } from '../../shared/contract/action'
import type { consentLetters } from '../../shared/contract/consent-letters'
import { INVITATION_LIFE_MS } from '../../shared/rules'
import { addMilliseconds } from '../../shared/values/day'
import { sameName } from '../../shared/values/id-document'
import type { Refusal } from '../../shared/values/refusal'
import { ok, type Result, refuse } from '../../shared/values/result'
import { type SigningFacts, signingRefusal } from './decide'

type Actions = (typeof consentLetters)['actions']

export const executes: Executes<Actions> = {
  async get(call, input) {
    const letter = await call.store.get('letters', input.letterId)
    if (letter === null || !mayRead(call, letter)) return refuse({ code: 'not-found' })
    const sentence = sentenceOf(call, letter)
    const text = textFor(call, letter)
    return ok({
      letterId: letter._id,
      purpose: letter.purpose,
      title: letter.title,
      text,
      version: letter.version,
      sm3: sm3(text),
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
    const signer = await signerOf(call, input, letter)
    if (!signer.ok) return signer

    return call.commit(async (transaction) => {
      const stored = await transaction.get('letters', input.letterId)
      const invitation = await transaction.get('invitations', letter.invitationId)
      const person = await transaction.get('persons', call.person._id)
      if (person?.userKey !== call.userKey) return refuse({ code: 'not-linked' })
      if (stored === null || invitation === null) return refuse({ code: 'not-found' })
      const refusal = refusalOf(call, input, stored, invitation)
      if (refusal !== null) return refuse(refusal)

      const misnamed = misnamedRefusal(call, stored, invitation, signer.value)
      if (misnamed !== null) return refuse(misnamed)
      const text = textFor(call, stored)
      const signature = canonicalJson(input.signature)
      const content = canonicalJson({
        letterId: stored._id,
        purpose: stored.purpose,
        version: stored.version,
        text: sm3(text),
        signature,
        signer: signer.value.idIndex,
        verifiedBy: signer.value.verifiedBy,
        signedAt: call.now,
      })
      const letterSeal = call.sealer.sealLetter(content)
      await transaction.update('letters', stored._id, {
        signedAt: call.now,
        sealedText: seal(call.keys, PLACES.letterText(stored._id), text),
        sm3: sm3(text),
        signedByIndex: signer.value.idIndex,
        verifiedBy: signer.value.verifiedBy,
        sealedSignature: seal(call.keys, PLACES.letterSignature(stored._id), signature),
        seal: letterSeal,
      })
      await transaction.update('invitations', invitation._id, {
        letters: invitation.letters.map((each) =>
          each.letterId === stored._id ? { ...each, signedByIndex: signer.value.idIndex } : each,
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
  if (isLentPhone(call, letter)) return true
  // A letter that one of two parents has signed is hers, and no longer the other's to read.
  return letter.signedByIndex === null
    ? letter.signerIndexes.includes(call.person.idIndex)
    : letter.signedByIndex === call.person.idIndex
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
      sm3: sm3(textFor(call, letter)),
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

interface SignerSeen {
  readonly idIndex: string
  readonly name: string
  /** How she was verified on a lent phone; null for one who signs on her own. */
  readonly verifiedBy: string | null
}

/** Who signs: the caller, or on a lent phone the relative whom a verification of her own names. */
async function signerOf(
  call: WriteCall<'linked'>,
  input: ParsedInputOf<Actions['sign']>,
  letter: LetterDocument,
): Promise<Result<SignerSeen, Refusal>> {
  const { idIndex } = call.person
  if (letter.signerIndexes.includes(idIndex)) return ok({ idIndex, name: ownName(call), verifiedBy: null })
  if (input.verificationToken === undefined) {
    return refuse({ code: 'verification-failed', facts: { outcome: 'missing' } })
  }
  const expected = (index: string) => letter.signerIndexes.includes(index)
  const verified = await verifiedPerson(call, input.verificationToken, expected)
  if (!verified.ok) return verified
  return ok({ idIndex: verified.value.idIndex, name: verified.value.name, verifiedBy: verified.value.method })
}

/** A relative's letter speaks of her by the name that the inviter wrote; under another name nothing is sealed. */
function misnamedRefusal(
  call: WriteCall<'linked'>,
  letter: LetterDocument,
  invitation: InvitationDocument,
  signer: SignerSeen,
): Refusal | null {
  if (letter.signer !== 'relative') return null
  const place = PLACES.invitationRelative(invitation._id)
  const invited = unsealPerson(call.keys, place, invitation.sealedRelative).name
  return sameName(invited, signer.name) ? null : { code: 'name-mismatch', facts: { spokenTo: 'relative' } }
}

/** The text as the caller reads it: a parent's letter carries the name of the parent who opens it. */
function textFor(call: ReadCall<'linked'>, letter: LetterDocument): string {
  return withSigner(unseal(call.keys, PLACES.letterText(letter._id), letter.sealedText), ownName(call))
}

function ownName(call: ReadCall<'linked'>): string {
  return unsealPerson(call.keys, PLACES.person(call.person._id), call.person.sealed).name
}

import type { Executes, ReadCall, WriteCall } from '../../platform/handler'
import { sm3 } from '../../platform/keys/keyed-hash'
import { unseal } from '../../platform/keys/sealing'
import { unsealPerson } from '../../platform/people'
import type { InvitationDocument, LetterDocument } from '../../platform/store/collections'
import { PLACES } from '../../platform/store/places'
import { verifiedPerson } from '../../platform/verification/verified-person'
import type { ParsedInputOf } from '../../shared/contract/action'
import type { consentLetters } from '../../shared/contract/consent-letters'
import type { Refusal } from '../../shared/values/refusal'
import { ok, type Result, refuse } from '../../shared/values/result'
import { type SigningFacts, signingRefusal } from './decide'
import { checking } from './execute-check'
import { discloseLetter } from './execute-disclosure'
import { factsFor, isOwn, mayRead, textFor } from './execute-letter'
import { papers } from './execute-papers'
import { type SignerSeen, type Signing, signLetter } from './execute-sign'
import { atWindow } from './execute-window'

type Actions = (typeof consentLetters)['actions']

/** Reading and signing; lists, papers and checks are in the files beside. */
export const executes: Executes<Actions> = {
  ...papers,
  ...checking,
  ...atWindow,

  async get(call, input) {
    const letter = await call.store.get('letters', input.letterId)
    if (letter === null || !mayRead(call, letter)) return refuse({ code: 'not-found' })
    await discloseLetter(call, letter, 'letter-read')
    const sentence = sentenceOf(call, letter)
    const text = textFor(call, letter)
    return ok({
      letterId: letter._id,
      purpose: letter.purpose,
      regionCode: letter.regionCode,
      title: letter.title,
      text,
      facts: factsFor(call, letter),
      version: letter.version,
      sm3: sm3(text),
      mode: letter.mode,
      ...(sentence === null ? {} : { sentence, oneTap: letter.oneTap }),
      state: letter.signedAt === null ? ('unsigned' as const) : ('signed' as const),
      ...(letter.signedAt === null ? {} : { signedAt: letter.signedAt }),
      ...(letter.seal === null ? {} : { seal: letter.seal }),
      own: isOwn(call, letter),
    })
  },

  async sign(call, input) {
    const letter = await call.store.get('letters', input.letterId)
    if (letter === null || !mayRead(call, letter)) return refuse({ code: 'not-found' })
    const early = refusalOf(call, input, letter, await call.store.get('invitations', letter.invitationId))
    if (early !== null) return refuse(early)
    const signer = await signerOf(call, input, letter)
    if (!signer.ok) return signer
    const signing: Signing = {
      letter,
      signature: input.signature,
      mode: letter.mode,
      signer: signer.value,
      text: textFor(call, letter),
      facts: factsFor(call, letter),
      async refusal(transaction, stored, invitation) {
        const person = await transaction.get('persons', call.person._id)
        if (person?.userKey !== call.userKey) return { code: 'not-linked' }
        return refusalOf(call, input, stored, invitation)
      },
    }
    return signLetter(call, signing, {})
  },
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
    invitation: letter.unbinds !== null || letter.confirms !== null ? null : invitation,
    sm3: input.sm3,
    signature: input.signature,
    onPolicyholdersPhone: letter.policyholderId === call.person._id,
    now: call.now,
  }
  return signingRefusal(facts)
}

/** Who signs: the caller, or on a lent phone the relative whom a verification of her own names. */
async function signerOf(
  call: WriteCall<'linked'>,
  input: ParsedInputOf<Actions['sign']>,
  letter: LetterDocument,
): Promise<Result<SignerSeen, Refusal>> {
  const { idIndex } = call.person
  if (letter.signerIndexes.includes(idIndex)) {
    const person = unsealPerson(call.keys, PLACES.person(call.person._id), call.person.sealed)
    return ok({ idIndex, person, verifiedBy: null })
  }
  if (input.verificationToken === undefined) {
    return refuse({ code: 'verification-failed', facts: { outcome: 'missing' } })
  }
  const expected = (index: string) => letter.signerIndexes.includes(index)
  const verified = await verifiedPerson(call, input.verificationToken, expected)
  if (!verified.ok) return verified
  const { name, document, method } = verified.value
  return ok({ idIndex: verified.value.idIndex, person: { name, document }, verifiedBy: method })
}

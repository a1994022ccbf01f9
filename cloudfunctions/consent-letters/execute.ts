import { canonicalJson } from '../../platform/canonical'
import type { Executes, ReadCall, WriteCall } from '../../platform/handler'
import { sm3 } from '../../platform/keys/keyed-hash'
import { seal, unseal } from '../../platform/keys/sealing'
import { type LetterContent, sealedText } from '../../platform/letters/letter-content'
import { type NamedPerson, unsealPerson } from '../../platform/people'
import type { InvitationDocument, LetterDocument } from '../../platform/store/collections'
import { PLACES } from '../../platform/store/places'
import { verifiedPerson } from '../../platform/verification/verified-person'
import type { ParsedInputOf } from '../../shared/contract/action'
import type { consentLetters } from '../../shared/contract/consent-letters'
import { invitationExpires, lettersKeptUntil } from '../../shared/rules'
import { dayOf, type Instant } from '../../shared/values/day'
import { sameName } from '../../shared/values/id-document'
import type { Refusal } from '../../shared/values/refusal'
import { ok, type Result, refuse } from '../../shared/values/result'
import { type SigningFacts, signingRefusal } from './decide'
import { checking } from './execute-check'
import { discloseLetter } from './execute-disclosure'
import { factsFor, isOwn, mayRead, textFor } from './execute-letter'
import { papers } from './execute-papers'

type Actions = (typeof consentLetters)['actions']

/** Reading and signing; lists, papers and checks are in the files beside. */
export const executes: Executes<Actions> = {
  ...papers,
  ...checking,

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
    const text = textFor(call, letter)
    const facts = factsFor(call, letter)
    const certificate = await call.certifier.certify({
      digest: sm3(canonicalJson({ letterId: letter._id, text, facts, signature: input.signature })),
      signer: signer.value.person,
      at: call.now,
    })

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
      const chain = { number: invitation.letterChain.length + 1, previous: invitation.letterChain.head }
      const signedAt = stampAfter(invitation.letterChain.signedAt, call.now)
      const { idIndex, person: named, verifiedBy } = signer.value
      const content: LetterContent = {
        format: 'consent-letter/1',
        letterId: stored._id,
        purpose: stored.purpose,
        regionCode: stored.regionCode,
        title: stored.title,
        version: stored.version,
        text,
        facts,
        mode: stored.mode,
        signer: { role: stored.signer, name: named.name, idIndex },
        verifiedBy,
        signature: input.signature,
        signedAt,
        certificate,
        chain,
      }
      const letterSeal = call.sealer.sealLetter(sealedText(content))
      const place = (make: (id: LetterDocument['_id']) => string, plain: string) =>
        seal(call.keys, make(letter._id), plain)
      await transaction.update('letters', stored._id, {
        signedAt,
        sealedText: place(PLACES.letterText, text),
        sealedFacts: place(PLACES.letterFacts, canonicalJson(facts)),
        sm3: sm3(text),
        signedByIndex: idIndex,
        sealedSignerName: place(PLACES.letterSignerName, named.name),
        verifiedBy,
        sealedSignature: place(PLACES.letterSignature, canonicalJson(input.signature)),
        certificate,
        chain,
        seal: letterSeal,
      })
      await transaction.update('invitations', invitation._id, {
        letters: invitation.letters.map((each) =>
          each.letterId === stored._id ? { ...each, signedByIndex: idIndex } : each,
        ),
        letterChain: { length: chain.number, head: letterSeal.sm3, signedAt },
        lettersKeptUntil: lettersKeptUntil({
          regionCode: invitation.regionCode,
          over: dayOf(signedAt),
          today: call.today,
        }),
        // The policyholder's signature is what makes it an invitation; its life is counted from it.
        ...(stored.purpose === 'invite'
          ? {
              state: 'pending' as const,
              expiresAt: invitationExpires({ regionCode: invitation.regionCode, sentAt: call.now }),
            }
          : {}),
      })
      return ok({ letterId: stored._id, signedAt, seal: letterSeal })
    })
  },
}

/** The service's clock, but never before the letter to which this one is chained: a clock may have been put back. */
function stampAfter(before: Instant | null, now: Instant): Instant {
  return before !== null && before > now ? before : now
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

interface SignerSeen {
  readonly idIndex: string
  readonly person: NamedPerson
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
  return sameName(invited, signer.person.name)
    ? null
    : { code: 'name-mismatch', facts: { spokenTo: 'relative' } }
}

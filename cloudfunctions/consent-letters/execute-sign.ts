import { canonicalJson } from '../../platform/canonical'
import type { WriteCall } from '../../platform/handler'
import { sm3 } from '../../platform/keys/keyed-hash'
import type { LetterSeal } from '../../platform/keys/letter-seal'
import { seal } from '../../platform/keys/sealing'
import { type LetterContent, type LetterFactLine, sealedText } from '../../platform/letters/letter-content'
import { type NamedPerson, unsealPerson } from '../../platform/people'
import type { InvitationDocument, LetterDocument } from '../../platform/store/collections'
import { PLACES } from '../../platform/store/places'
import type { Transaction } from '../../platform/store/store'
import type { Signature } from '../../shared/contract/consent-letters'
import {
  invitationExpires,
  lettersKeptUntil,
  type SigningMode,
  type WindowSignature,
} from '../../shared/rules'
import { dayOf, type Instant } from '../../shared/values/day'
import { sameName } from '../../shared/values/id-document'
import type { Refusal } from '../../shared/values/refusal'
import { ok, type Result, refuse } from '../../shared/values/result'

export interface SignerSeen {
  readonly idIndex: string
  readonly person: NamedPerson
  /** How she was verified where she does not sign on her own phone; null for one who does. */
  readonly verifiedBy: string | null
}

export interface Signing {
  /** As it was when the signing began; inside the transaction it is read again. */
  readonly letter: LetterDocument
  readonly signature: Signature
  readonly mode: SigningMode
  readonly signer: SignerSeen
  /** What she has read. */
  readonly text: string
  readonly facts: LetterFactLine[]
  /** At a window: who entered it. */
  readonly window?: WindowSignature
  /** Why it cannot be signed on what is stored now, or null. */
  refusal(
    transaction: Transaction,
    letter: LetterDocument,
    invitation: InvitationDocument,
  ): Promise<Refusal | null>
}

interface Signed {
  readonly letterId: LetterDocument['_id']
  readonly signedAt: Instant
  readonly seal: LetterSeal
}

/**
 * Seals a letter in the chain of its invitation, wherever it is signed: in one commit with what it brings about.
 *
 * @param more what the reply says beside that; the commit keeps the whole reply
 */
export async function signLetter<More extends object>(
  call: WriteCall,
  signing: Signing,
  more: More,
): Promise<Result<Signed & More, Refusal>> {
  const { letter, signature, mode, signer, text, facts, window } = signing
  const certificate = await call.certifier.certify({
    digest: sm3(canonicalJson({ letterId: letter._id, text, facts, signature })),
    signer: signer.person,
    at: call.now,
  })
  return call.commit(async (transaction) => {
    const stored = await transaction.get('letters', letter._id)
    const invitation = await transaction.get('invitations', letter.invitationId)
    if (stored === null || invitation === null) return refuse({ code: 'not-found' })
    const refusal =
      (await signing.refusal(transaction, stored, invitation)) ??
      misnamedRefusal(call, stored, invitation, signer)
    if (refusal !== null) return refuse(refusal)
    const chain = { number: invitation.letterChain.length + 1, previous: invitation.letterChain.head }
    const signedAt = stampAfter(invitation.letterChain.signedAt, call.now)
    const { idIndex, person: named, verifiedBy } = signer
    const content: LetterContent = {
      format: 'consent-letter/1',
      letterId: stored._id,
      purpose: stored.purpose,
      regionCode: stored.regionCode,
      title: stored.title,
      version: stored.version,
      text,
      facts,
      mode,
      signer: { role: stored.signer, name: named.name, idIndex },
      verifiedBy,
      signature,
      signedAt,
      certificate,
      chain,
    }
    const letterSeal = call.sealer.sealLetter(sealedText(content))
    const place = (make: (id: LetterDocument['_id']) => string, plain: string) =>
      seal(call.keys, make(letter._id), plain)
    await transaction.update('letters', stored._id, {
      signedAt,
      mode,
      sealedText: place(PLACES.letterText, text),
      sealedFacts: place(PLACES.letterFacts, canonicalJson(facts)),
      sm3: sm3(text),
      signedByIndex: idIndex,
      sealedSignerName: place(PLACES.letterSignerName, named.name),
      verifiedBy,
      sealedSignature: place(PLACES.letterSignature, canonicalJson(signature)),
      certificate,
      chain,
      seal: letterSeal,
      ...(window === undefined ? {} : { window }),
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
    return ok({ letterId: stored._id, signedAt, seal: letterSeal, ...more })
  })
}

/** The service's clock, but never before the letter to which this one is chained: a clock may have been put back. */
function stampAfter(before: Instant | null, now: Instant): Instant {
  return before !== null && before > now ? before : now
}

/** A relative's letter speaks of her by the name that the inviter wrote; under another name nothing is sealed. */
function misnamedRefusal(
  call: WriteCall,
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

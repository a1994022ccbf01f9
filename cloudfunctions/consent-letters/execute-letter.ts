import type { ReadCall } from '../../platform/handler'
import type { LetterSeal } from '../../platform/keys/letter-seal'
import { unseal } from '../../platform/keys/sealing'
import { type LetterContent, type LetterFactLine, sealedText } from '../../platform/letters/letter-content'
import { unsealPerson } from '../../platform/people'
import { withSigner } from '../../platform/signer-name'
import type { LetterDocument } from '../../platform/store/collections'
import { PLACES } from '../../platform/store/places'
import type { Signature } from '../../shared/contract/consent-letters'
import type { LetterId } from '../../shared/values/ids'
import type { Refusal } from '../../shared/values/refusal'
import { ok, type Result, refuse } from '../../shared/values/result'

type LinkedRead = ReadCall<'linked'>

/** More letters than an invitation has. */
const MOST_LETTERS = 20

/** Those who are to sign it, and the policyholder on whose phone a relative signs in person. */
export function mayRead(call: LinkedRead, letter: LetterDocument): boolean {
  return isLentPhone(call, letter) || isOwn(call, letter)
}

/** A letter that one of two parents has signed is hers, and no longer the other's to read. */
export function isOwn(call: LinkedRead, letter: LetterDocument): boolean {
  return letter.signedByIndex === null
    ? letter.signerIndexes.includes(call.person.idIndex)
    : letter.signedByIndex === call.person.idIndex
}

function isLentPhone(call: LinkedRead, letter: LetterDocument): boolean {
  return letter.inPerson && letter.policyholderId === call.person._id
}

export interface SignedLetter {
  readonly letter: LetterDocument
  readonly content: LetterContent
  readonly seal: LetterSeal
}

/** The caller's own letter with what its seal covers. A paper or an export is made of nothing else. */
export async function ownSignedLetter(
  call: LinkedRead,
  letterId: LetterId,
): Promise<Result<SignedLetter, Refusal>> {
  const letter = await call.store.get('letters', letterId)
  if (letter === null || !isOwn(call, letter)) return refuse({ code: 'not-found' })
  if (letter.signedAt === null || letter.seal === null) {
    return refuse({ code: 'letter-not-signed', facts: { signer: letter.signer, spokenTo: letter.signer } })
  }
  const content = readableContentOf(call, letter)
  // A paper says that it is sealed; of what was changed since, none is made.
  if (content === null || !call.sealer.isIntact(sealedText(content), letter.seal)) {
    return refuse({ code: 'letter-changed', facts: { reason: 'not-as-sealed', spokenTo: letter.signer } })
  }
  return ok({ letter, content, seal: letter.seal })
}

/** The same as `contentOf`, and null also where something that is sealed at rest was changed and no longer opens. */
export function readableContentOf(call: ReadCall, letter: LetterDocument): LetterContent | null {
  try {
    return contentOf(call, letter)
  } catch {
    // A changed byte is what somebody came here to find out; it is an answer and not a bug.
    return null
  }
}

/**
 * What the seal of a stored letter covers, or null where it is not signed.
 *
 * @throws Error where something in it was changed, so that it does not open
 */
function contentOf(call: ReadCall, letter: LetterDocument): LetterContent | null {
  const { signedAt, signedByIndex, sealedSignature, sealedSignerName, chain } = letter
  if (
    signedAt === null ||
    signedByIndex === null ||
    sealedSignature === null ||
    sealedSignerName === null ||
    chain === null
  ) {
    return null
  }
  const open = (place: string, sealed: LetterDocument['sealedText']) => unseal(call.keys, place, sealed)
  return {
    format: 'consent-letter/1',
    letterId: letter._id,
    purpose: letter.purpose,
    regionCode: letter.regionCode,
    title: letter.title,
    version: letter.version,
    text: open(PLACES.letterText(letter._id), letter.sealedText),
    facts: JSON.parse(open(PLACES.letterFacts(letter._id), letter.sealedFacts)) as LetterFactLine[],
    mode: letter.mode,
    signer: {
      role: letter.signer,
      name: open(PLACES.letterSignerName(letter._id), sealedSignerName),
      idIndex: signedByIndex,
    },
    verifiedBy: letter.verifiedBy,
    signature: JSON.parse(open(PLACES.letterSignature(letter._id), sealedSignature)) as Signature,
    signedAt,
    certificate: letter.certificate,
    chain,
  }
}

/** Every letter of the same invitation, signed or not. */
export function lettersOf(call: ReadCall, letter: LetterDocument): Promise<LetterDocument[]> {
  const { invitationId } = letter
  return call.store.find('letters', { invitationId }, { orderBy: ['_id', 'asc'], limit: MOST_LETTERS })
}

/** The signed ones, in the order in which they were sealed. */
export async function chainOf(call: ReadCall, letter: LetterDocument): Promise<LetterDocument[]> {
  const chained = (await lettersOf(call, letter)).filter((each) => each.chain !== null)
  return chained.sort((left, right) => (left.chain?.number ?? 0) - (right.chain?.number ?? 0))
}

/** The text as the caller reads it: a parent's letter carries the name of the parent who opens it. */
export function textFor(call: LinkedRead, letter: LetterDocument): string {
  return withSigner(unseal(call.keys, PLACES.letterText(letter._id), letter.sealedText), ownName(call))
}

/** The lines of the letter as the caller reads them. */
export function factsFor(call: LinkedRead, letter: LetterDocument): LetterFactLine[] {
  const stored = unseal(call.keys, PLACES.letterFacts(letter._id), letter.sealedFacts)
  const lines = JSON.parse(stored) as LetterFactLine[]
  return lines.map(({ label, value }) => ({ label, value: withSigner(value, ownName(call)) }))
}

function ownName(call: LinkedRead): string {
  return unsealPerson(call.keys, PLACES.person(call.person._id), call.person.sealed).name
}

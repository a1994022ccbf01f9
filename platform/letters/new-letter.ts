import type { Signer, SigningMode } from '../../shared/rules/answer'
import type { Day } from '../../shared/values/day'
import type { BindingId, InvitationId, LetterId, PersonId } from '../../shared/values/ids'
import { canonicalJson } from '../canonical'
import { sm3 } from '../keys/keyed-hash'
import type { Keys } from '../keys/keys'
import { seal } from '../keys/sealing'
import type { LetterDocument } from '../store/collections'
import { PLACES } from '../store/places'
import type { LetterFactLine } from './letter-content'

export interface NewLetter {
  readonly letterId: LetterId
  /** The invitation in whose chain it is sealed. */
  readonly invitationId: InvitationId
  readonly policyholderId: PersonId
  readonly purpose: LetterDocument['purpose']
  readonly signer: Signer
  readonly signerIndexes: readonly string[]
  readonly inPerson: boolean
  readonly regionCode: string
  readonly mode: SigningMode
  readonly written: {
    readonly title: string
    readonly text: string
    readonly version: string
  }
  /** What is to be typed; missing where the letter is signed in another way. */
  readonly sentence?: string
  /** Whether one tap may fill the sentence in; missing where nothing is typed. */
  readonly oneTap?: boolean
  readonly facts: readonly LetterFactLine[]
  /** The bindings that a notice of unbinding ends, and the last day that it names. */
  readonly unbinds?: { readonly bindingIds: readonly BindingId[]; readonly lastDay: Day | null }
  /** The binding to which one who came of age consents herself. */
  readonly confirms?: BindingId
}

/** A letter before anybody has signed it, on the text as it is today, so that it is signed as it was read. */
export function unsignedLetter(keys: Keys, letter: NewLetter): LetterDocument {
  const { letterId, written, facts, mode, sentence, oneTap, unbinds, confirms } = letter
  return {
    _id: letterId,
    invitationId: letter.invitationId,
    policyholderId: letter.policyholderId,
    purpose: letter.purpose,
    signer: letter.signer,
    signerIndexes: letter.signerIndexes,
    inPerson: letter.inPerson,
    regionCode: letter.regionCode,
    unbinds: unbinds ?? null,
    confirms: confirms ?? null,
    title: written.title,
    version: written.version,
    sealedFacts: seal(keys, PLACES.letterFacts(letterId), canonicalJson(facts)),
    codeIndex: keys.letterCodeIndex(keys.letterCode(letterId)),
    sealedText: seal(keys, PLACES.letterText(letterId), written.text),
    sm3: sm3(written.text),
    mode,
    sealedSentence: sentence === undefined ? null : seal(keys, PLACES.letterSentence(letterId), sentence),
    oneTap: oneTap === true,
    signedAt: null,
    signedByIndex: null,
    sealedSignerName: null,
    verifiedBy: null,
    sealedSignature: null,
    certificate: null,
    chain: null,
    seal: null,
  }
}

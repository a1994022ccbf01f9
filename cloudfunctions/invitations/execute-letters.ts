import type { WriteCall } from '../../platform/handler'
import { sm3 } from '../../platform/keys/keyed-hash'
import { seal } from '../../platform/keys/sealing'
import type { NamedPerson } from '../../platform/people'
import { SIGNER_TO_COME } from '../../platform/signer-name'
import type { InvitationLetter, Terms } from '../../platform/store/collections'
import { PLACES } from '../../platform/store/places'
import type { Transaction } from '../../platform/store/store'
import { letterText } from '../../shared/copy'
import { type consentNeeded, letterWords, type Signer } from '../../shared/rules'
import type { InvitationId } from '../../shared/values/ids'
import type { Relation } from '../../shared/values/relation'

type Named = NamedPerson & { readonly idIndex: string }

interface LetterFacts {
  readonly consent: ReturnType<typeof consentNeeded>
  readonly invitationId: InvitationId
  readonly policyholder: Named
  readonly relative: Named
  readonly guardianIndexes: readonly string[]
  readonly relation: Relation
  readonly regionCode: string
  readonly terms: Terms
}

/** Writes the letters that this invitation needs, each on the text as it is today, so that it is signed as it was read. */
export async function insertLetters(
  call: WriteCall<'linked'>,
  transaction: Transaction,
  facts: LetterFacts,
): Promise<InvitationLetter[]> {
  const letters: InvitationLetter[] = []
  for (const { signer, purpose, mode } of facts.consent.letters) {
    const letterId = call.newId('letter')
    const { startDay, endDay, uses, monthlyLimitFen, perSettlementLimitFen } = facts.terms
    const { title, text, version, sentence } = letterText({
      purpose,
      words: letterWords(facts.regionCode, startDay),
      policyholderName: facts.policyholder.name,
      relativeName: facts.relative.name,
      relation: facts.relation,
      uses,
      startDay,
      ...(endDay === null ? {} : { endDay }),
      ...(monthlyLimitFen === null ? {} : { monthlyLimitFen }),
      ...(perSettlementLimitFen === null ? {} : { perSettlementLimitFen }),
      signerName: signerNameOf(facts, signer),
    })
    await transaction.insert('letters', {
      _id: letterId,
      invitationId: facts.invitationId,
      policyholderId: call.person._id,
      purpose,
      signer,
      signerIndexes: signerIndexesOf(facts, signer),
      inPerson: signer === 'relative' && facts.consent.acceptance === 'in-person',
      title,
      version,
      sealedText: seal(call.keys, PLACES.letterText(letterId), text),
      sm3: sm3(text),
      mode,
      sealedSentence: mode === 'typed' ? seal(call.keys, PLACES.letterSentence(letterId), sentence) : null,
      signedAt: null,
      signedByIndex: null,
      verifiedBy: null,
      sealedSignature: null,
      seal: null,
    })
    letters.push({ letterId, signer, signedByIndex: null })
  }
  return letters
}

function signerIndexesOf(facts: LetterFacts, signer: Signer): string[] {
  switch (signer) {
    case 'policyholder':
      return [facts.policyholder.idIndex]
    case 'relative':
      return [facts.relative.idIndex]
    case 'guardian':
      return facts.consent.guardian === 'policyholder'
        ? [facts.policyholder.idIndex]
        : [...facts.guardianIndexes]
  }
}

/** Which of a child's parents signs is seen when one of them opens the letter. */
function signerNameOf(facts: LetterFacts, signer: Signer): string {
  if (signer === 'relative') return facts.relative.name
  if (signer === 'policyholder' || facts.consent.guardian === 'policyholder') return facts.policyholder.name
  return SIGNER_TO_COME
}

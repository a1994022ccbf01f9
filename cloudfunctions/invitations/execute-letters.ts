import type { WriteCall } from '../../platform/handler'
import { unsignedLetter } from '../../platform/letters/new-letter'
import type { NamedPerson } from '../../platform/people'
import { SIGNER_TO_COME } from '../../platform/signer-name'
import type { InvitationLetter, Terms } from '../../platform/store/collections'
import type { Transaction } from '../../platform/store/store'
import { type LetterFacts as LetterText, letterFactLines, letterText } from '../../shared/copy'
import { type consentNeeded, letterWords, regionWords, type Signer } from '../../shared/rules'
import { birthDayOf, maskIdNumber, sexOf } from '../../shared/values/id-document'
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
  /** Whether the bureau decides after both have signed. */
  readonly reviewed: boolean
  readonly terms: Terms
}

/** Writes the letters that this invitation needs, each on the text as it is today, so that it is signed as it was read. */
export async function insertLetters(
  call: WriteCall<'linked'>,
  transaction: Transaction,
  facts: LetterFacts,
): Promise<InvitationLetter[]> {
  const letters: InvitationLetter[] = []
  for (const { signer, purpose, mode, sentence, oneTap } of facts.consent.letters) {
    const letterId = call.newId('letter')
    const { startDay, endDay, uses, monthlyLimitFen, perSettlementLimitFen } = facts.terms
    const written: LetterText = {
      purpose,
      words: letterWords(facts.regionCode, startDay),
      reviewed: facts.reviewed,
      policyholderName: facts.policyholder.name,
      relativeName: facts.relative.name,
      relation: facts.relation,
      ...kinFacts(facts),
      uses,
      startDay,
      ...(endDay === null ? {} : { endDay }),
      ...(monthlyLimitFen === null ? {} : { monthlyLimitFen }),
      ...(perSettlementLimitFen === null ? {} : { perSettlementLimitFen }),
      signerName: signerNameOf(facts, signer),
    }
    const lines = letterFactLines({
      ...written,
      signer,
      regionName: regionWords(facts.regionCode).name,
      policyholderIdNumber: maskIdNumber(facts.policyholder.document.idNumber),
      relativeIdNumber: maskIdNumber(facts.relative.document.idNumber),
    })
    const letter = unsignedLetter(call.keys, {
      letterId,
      invitationId: facts.invitationId,
      policyholderId: call.person._id,
      purpose,
      signer,
      signerIndexes: signerIndexesOf(facts, signer),
      inPerson: signer === 'relative' && facts.consent.acceptance === 'in-person',
      regionCode: facts.regionCode,
      mode,
      written: letterText(written),
      ...(sentence === undefined ? {} : { sentence }),
      ...(oneTap === undefined ? {} : { oneTap }),
      facts: lines,
    })
    await transaction.insert('letters', letter)
    letters.push({ letterId, signer, signedByIndex: null })
  }
  return letters
}

/** What calls her 母亲 and not 父母, as far as the two documents say. */
function kinFacts({ policyholder, relative }: LetterFacts) {
  const [his, hers] = [birthDayOf(policyholder.document), birthDayOf(relative.document)]
  return {
    relativeSex: sexOf(relative.document),
    relativeIsOlder: his === null || hers === null || his === hers ? null : hers < his,
  }
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

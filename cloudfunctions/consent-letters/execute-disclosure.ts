import { discloseTo } from '../../platform/disclosures'
import type { ReadCall } from '../../platform/handler'
import type { LetterDocument } from '../../platform/store/collections'
import type { DisclosureKind } from '../../shared/contract/records'

/**
 * Writes down whose data is read with this letter. A relative's or a guardian's letter names the policyholder in full,
 * to whom that is told; the policyholder, who wrote the relative's name herself, learns it nowhere, but a letter that
 * the relative signed on her phone is the relative's.
 */
export async function discloseLetter(
  call: ReadCall<'linked'>,
  letter: LetterDocument,
  kind: Extract<DisclosureKind, 'letter-read' | 'letter-printed' | 'letter-exported'>,
): Promise<void> {
  const { person } = call
  const reading = { kind, readerId: person._id, readerKey: person._id, about: letter._id }
  if (letter.policyholderId !== person._id) {
    const by = letter.signer === 'guardian' ? 'guardian' : 'relative'
    await discloseTo(call, { ...reading, subjectId: letter.policyholderId, by })
    return
  }
  const signedByOther = letter.signedByIndex !== null && letter.signedByIndex !== person.idIndex
  if (!signedByOther) return
  const signer = await call.store.get('identities', letter.signedByIndex ?? '')
  if (signer === null) return
  await discloseTo(call, { ...reading, subjectId: signer.personId, by: 'policyholder' })
}

/** Whoever checks a paper learns that this person signed it. The signer herself is not told of her own checks. */
export async function discloseCheck(
  call: ReadCall,
  letter: LetterDocument,
  readerKey: string,
): Promise<void> {
  const idIndex = letter.signedByIndex ?? ''
  const [signer] = await call.store.find('persons', { idIndex }, { limit: 1 })
  if (signer === undefined || signer.userKey === readerKey) return
  await discloseTo(call, {
    subjectId: signer._id,
    kind: 'letter-checked',
    by: 'paper-holder',
    readerId: null,
    readerKey,
    about: letter._id,
  })
}

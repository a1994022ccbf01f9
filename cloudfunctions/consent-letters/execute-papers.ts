import { canonicalJson } from '../../platform/canonical'
import { PAPER_LINK_SECONDS, PAPER_REUSE_MS } from '../../platform/files/paper-life'
import type { Executes, ReadCall } from '../../platform/handler'
import { sm3, sm3OfBytes } from '../../platform/keys/keyed-hash'
import type { LetterSeal } from '../../platform/keys/letter-seal'
import type { PrintableLetter } from '../../platform/letters/render-letter'
import { unsealPerson } from '../../platform/people'
import type { InvitationDocument, LetterDocument } from '../../platform/store/collections'
import { PLACES } from '../../platform/store/places'
import { addressOfCheck } from '../../shared/contract/check-address'
import type { consentLetters } from '../../shared/contract/consent-letters'
import { printedSigner } from '../../shared/copy'
import { regionWords } from '../../shared/rules'
import { addMilliseconds } from '../../shared/values/day'
import { maskName } from '../../shared/values/id-document'
import { letterCodeInGroups } from '../../shared/values/letter-code'
import { ok, refuse } from '../../shared/values/result'
import { isListed } from './decide-list'
import { discloseLetter } from './execute-disclosure'
import { chainOf, lettersOf, ownSignedLetter, type SignedLetter } from './execute-letter'

type Actions = (typeof consentLetters)['actions']
type LinkedRead = ReadCall<'linked'>

/** More letters than one person signs; the newest are shown. */
const LIST_LIMIT = 200
/** With another look of the paper a file that was made before is made again. */
const PAPER_FORM = 1

/** My letters, as a list, as paper and as a file to take along. */
export const papers: Pick<Executes<Actions>, 'list' | 'pdf' | 'export'> = {
  async list(call) {
    const { idIndex } = call.person
    const letters = await call.store.find(
      'letters',
      { signerIndexes: idIndex },
      { orderBy: ['_id', 'desc'], limit: LIST_LIMIT },
    )
    if (letters.length === 0) return ok({ letters: [] })
    const invitations = await call.store.find(
      'invitations',
      { _id: call.store.operators.in([...new Set(letters.map(({ invitationId }) => invitationId))]) },
      { limit: LIST_LIMIT },
    )
    const byId = new Map(invitations.map((invitation) => [invitation._id, invitation]))
    return ok({
      letters: letters.flatMap((letter) => {
        const invitation = byId.get(letter.invitationId)
        return invitation !== undefined && isListed(letter, invitation, idIndex, call.now)
          ? [listed(call, letter, invitation)]
          : []
      }),
    })
  },

  async pdf(call, input) {
    const signed = await ownSignedLetter(call, input.letterId)
    if (!signed.ok) return signed
    await discloseLetter(call, signed.value.letter, 'letter-printed')
    const printable = await printableLetter(call, signed.value)
    const paperId = call.keys.fileName(`letter:${input.letterId}`)
    const madeOf = sm3(canonicalJson({ form: PAPER_FORM, printable }))
    const earlier = await call.store.get('papers', paperId)
    const reusableFrom = addMilliseconds(call.now, -PAPER_REUSE_MS)
    if (earlier?.madeOf === madeOf && earlier.madeAt > reusableFrom) {
      return ok({ url: await call.files.link(earlier.fileId, PAPER_LINK_SECONDS), sm3: earlier.sm3 })
    }
    // Setting text brings megabytes along, which reading and signing should not wait for.
    const { renderLetter } = await import('../../platform/letters/render-letter')
    const bytes = await renderLetter(printable)
    const fileId = await call.files.put(`letters/${paperId}.pdf`, bytes)
    const paper = { _id: paperId, fileId, madeOf, sm3: sm3OfBytes(bytes), madeAt: call.now }
    await call.store.replace('papers', paper)
    return ok({ url: await call.files.link(fileId, PAPER_LINK_SECONDS), sm3: paper.sm3 })
  },

  async export(call, input) {
    const signed = await ownSignedLetter(call, input.letterId)
    if (!signed.ok) return signed
    const { letter, content, seal } = signed.value
    await discloseLetter(call, letter, 'letter-exported')
    const earlierSeals = (await chainOf(call, letter))
      .slice(0, content.chain.number - 1)
      .flatMap((each) => (each.seal === null ? [] : [each.seal]))
    const key = call.sealer.publicKeys.find(({ keyId }) => keyId === seal.keyId)
    if (key === undefined) return refuse({ code: 'not-found' })
    return ok({
      fileName: `letter-${letter._id}.json`,
      letter: {
        format: 'consent-letter-export/1' as const,
        content: { ...content, letterId: letter._id },
        seal,
        earlierSeals,
        publicKey: key.publicKey,
      },
    })
  },
}

function listed(call: LinkedRead, letter: LetterDocument, invitation: InvitationDocument) {
  const other =
    letter.signer === 'relative'
      ? unsealPerson(call.keys, PLACES.invitationPolicyholder(invitation._id), invitation.sealedPolicyholder)
      : unsealPerson(call.keys, PLACES.invitationRelative(invitation._id), invitation.sealedRelative)
  return {
    letterId: letter._id,
    purpose: letter.purpose,
    title: letter.title,
    version: letter.version,
    regionCode: letter.regionCode,
    state: letter.signedAt === null ? ('unsigned' as const) : ('signed' as const),
    ...(letter.signedAt === null ? {} : { signedAt: letter.signedAt }),
    signer: letter.signer,
    counterpart: { name: maskName(other.name) },
    relation: invitation.relation,
    invitationId: invitation._id,
    ...(invitation.bindingId === null ? {} : { bindingId: invitation.bindingId }),
  }
}

/** What goes on the paper: her own strokes, and of the other side that and when it was sealed, without a stroke of it. */
async function printableLetter(call: LinkedRead, signed: SignedLetter): Promise<PrintableLetter> {
  const { letter, content, seal } = signed
  const others = (await lettersOf(call, letter)).filter(({ _id }) => _id !== letter._id)
  const code = call.keys.letterCode(letter._id)
  const { signature } = content
  return {
    title: content.title,
    text: content.text,
    facts: content.facts,
    regionName: regionWords(content.regionCode).name,
    version: content.version,
    signatures: [
      {
        who: printedSigner(letter.signer, content.signer.name),
        own: true,
        ...(signature.kind === 'handwritten'
          ? { strokes: { width: signature.width, height: signature.height, strokes: signature.strokes } }
          : {}),
        signedAt: content.signedAt,
        mode: content.mode,
      },
      ...others.map((other) => ({
        who: printedSigner(other.signer, null),
        own: false,
        signedAt: other.signedAt,
        mode: other.mode,
      })),
    ],
    seal: sealLine(letter, seal, content.signedAt),
    checkUrl: addressOfCheck(call.appUrl, letter._id, code),
    checkCode: letterCodeInGroups(code),
  }
}

function sealLine(letter: LetterDocument, seal: LetterSeal, signedAt: PrintableLetter['seal']['signedAt']) {
  return { sm3: seal.sm3, keyId: seal.keyId, signedAt, letterId: letter._id }
}

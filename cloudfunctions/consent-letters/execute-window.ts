import { attemptsUsedUp, failedAttempt } from '../../platform/attempts'
import type { Executes, ReadCall, WriteCall } from '../../platform/handler'
import { sm3 } from '../../platform/keys/keyed-hash'
import { unseal } from '../../platform/keys/sealing'
import type { LetterFactLine } from '../../platform/letters/letter-content'
import { unsealPerson } from '../../platform/people'
import { staffKey, writeDownLook } from '../../platform/staff-look'
import type { InvitationDocument, LetterDocument, PersonDocument } from '../../platform/store/collections'
import { PLACES } from '../../platform/store/places'
import { verifiedPerson } from '../../platform/verification/verified-person'
import type { ParsedInputOf } from '../../shared/contract/action'
import type { consentLetters } from '../../shared/contract/consent-letters'
import { acceptanceAtWindowRefused, notClerk, servedAtWindow } from '../../shared/rules'
import { maskName, sameName } from '../../shared/values/id-document'
import type { PersonId } from '../../shared/values/ids'
import type { Refusal } from '../../shared/values/refusal'
import { ok, type Result, refuse } from '../../shared/values/result'
import { signingRefusal } from './decide'
import { type SignerSeen, type Signing, signLetter } from './execute-sign'

type Actions = (typeof consentLetters)['actions']
type AtWindow = Pick<Executes<Actions>, 'find-at-window' | 'sign-at-window'>
type Shown = ParsedInputOf<Actions['find-at-window']>['relative']
type SignAsked = ParsedInputOf<Actions['sign-at-window']>

/** More invitations than one person has open at once. */
const MOST_OPEN = 100
const NOT_THERE: Refusal = { code: 'not-found', facts: { sought: 'invitation-at-window' } }

interface Waiting {
  readonly invitation: InvitationDocument
  readonly letter: LetterDocument
}

/** For one without a phone, who stands at a window with her original document. */
export const atWindow: AtWindow = {
  async 'find-at-window'(call, { relative }) {
    const refusal = notClerk(call.staff) ?? (await attemptsUsedUp(counted(call), 'window-search'))
    if (refusal !== null) return refuse(refusal)
    const waiting = await waitingFor(call, relative)
    if (waiting.length === 0) return failedAttempt(counted(call), 'window-search', NOT_THERE)
    const letters = []
    for (const each of waiting) {
      await writeDown(call, each)
      letters.push(await letterReply(call, each))
    }
    return ok({ letters })
  },

  async 'sign-at-window'(call, input) {
    const clerk = notClerk(call.staff)
    if (clerk !== null) return refuse(clerk)
    const waiting = await waitingFor(call, input.relative)
    const found = waiting.find(({ letter }) => letter._id === input.letterId)
    if (found === undefined) return refuse(NOT_THERE)
    const early = refusalOf(call, input, found.letter, found.invitation)
    if (early !== null) return refuse(early)
    const signer = await signerOf(call, input, found.letter)
    if (!signer.ok) return signer
    const { by: identifiedBy } = input.identification
    const signing: Signing = {
      letter: found.letter,
      signature: input.signature,
      // A tick at a window would be the clerk's own; her hand is hers.
      mode: 'handwritten',
      signer: signer.value,
      text: textOf(call, found.letter),
      facts: factsOf(call, found.letter),
      window: { identifiedBy, staffId: call.staff._id },
      refusal: async (_, letter, invitation) => refusalOf(call, input, letter, invitation),
    }
    return signLetter(call, signing, { secondClerk: identifiedBy === 'document' })
  },
}

/** Tries of a clerk are counted against her account, as those of a person against hers. */
function counted<Call extends ReadCall<'staff'>>(call: Call) {
  return { ...call, userKey: staffKey(call) }
}

/** What this person is invited to, where the name on her document is the one that the inviter wrote. */
async function waitingFor(call: ReadCall<'staff'>, shown: Shown): Promise<Waiting[]> {
  const { name, ...document } = shown
  const idIndex = call.keys.idIndex(document)
  const found = await call.store.find(
    'invitations',
    { idIndex, state: 'pending' },
    { orderBy: ['createdAt', 'desc'], limit: MOST_OPEN },
  )
  const open = found.filter(
    (each) =>
      each.expiresAt > call.now &&
      servedAtWindow(call.staff, each) &&
      sameName(unsealPerson(call.keys, PLACES.invitationRelative(each._id), each.sealedRelative).name, name),
  )
  const living = await withLivingToken(call, open)
  const waiting: Waiting[] = []
  for (const invitation of living) {
    const letterId = invitation.letters.find(({ signer }) => signer === 'relative')?.letterId
    const letter = letterId === undefined ? null : await call.store.get('letters', letterId)
    if (letter?.signerIndexes.includes(idIndex)) waiting.push({ invitation, letter })
  }
  return waiting
}

/** An invitation that was out when the inviter's link was moved may be a stranger's; it is dead at a window too. */
async function withLivingToken(
  call: ReadCall<'staff'>,
  invitations: readonly InvitationDocument[],
): Promise<InvitationDocument[]> {
  const ids = [...new Set(invitations.map(({ policyholderId }) => policyholderId))]
  if (ids.length === 0) return []
  const inviters = await call.store.find(
    'persons',
    { _id: call.store.operators.in(ids) },
    { limit: ids.length },
  )
  const validFrom = new Map<PersonId, PersonDocument['tokensValidFrom']>(
    inviters.map((person) => [person._id, person.tokensValidFrom]),
  )
  return invitations.filter(
    ({ policyholderId, tokenMadeAt }) => tokenMadeAt >= (validFrom.get(policyholderId) ?? ''),
  )
}

/** Both people learn that the window read a letter that names them in full. */
async function writeDown(call: ReadCall<'staff'>, { invitation, letter }: Waiting): Promise<void> {
  const relative = await call.store.get('identities', invitation.idIndex)
  const subjects = new Set<PersonId>([invitation.policyholderId])
  if (relative !== null) subjects.add(relative.personId)
  const look = { functionName: 'consent-letters', action: 'find-at-window', kind: 'letter-read' } as const
  await writeDownLook(call, { ...look, by: 'clerk', of: { letterId: letter._id }, subjects })
}

async function letterReply(call: ReadCall<'staff'>, { invitation, letter }: Waiting) {
  const { _id, sealedPolicyholder, relation, regionCode, expiresAt } = invitation
  const policyholder = unsealPerson(call.keys, PLACES.invitationPolicyholder(_id), sealedPolicyholder)
  const text = textOf(call, letter)
  const window = letter.window ?? null
  const clerk = window === null ? null : await call.store.get('staff', window.staffId)
  const signed = letter.signedAt !== null
  return {
    letterId: letter._id,
    invitationId: _id,
    from: { name: maskName(policyholder.name) },
    relation,
    regionCode,
    expiresAt,
    title: letter.title,
    text,
    facts: factsOf(call, letter),
    version: letter.version,
    sm3: sm3(text),
    state: signed ? ('signed' as const) : ('unsigned' as const),
    ...(window === null
      ? {}
      : {
          entered: {
            by: clerk?.name ?? window.staffId,
            own: window.staffId === call.staff._id,
            identifiedBy: window.identifiedBy,
          },
        }),
    may: { sign: !signed, accept: signed && acceptanceAtWindowRefused(window, call.staff) === null },
  }
}

function textOf(call: ReadCall, letter: LetterDocument): string {
  return unseal(call.keys, PLACES.letterText(letter._id), letter.sealedText)
}

function factsOf(call: ReadCall, letter: LetterDocument): LetterFactLine[] {
  return JSON.parse(unseal(call.keys, PLACES.letterFacts(letter._id), letter.sealedFacts)) as LetterFactLine[]
}

function refusalOf(
  call: WriteCall<'staff'>,
  input: SignAsked,
  letter: LetterDocument,
  invitation: InvitationDocument,
): Refusal | null {
  return signingRefusal({
    letter: {
      sm3: sm3(textOf(call, letter)),
      mode: 'handwritten',
      sentence: null,
      signer: letter.signer,
      signedAt: letter.signedAt,
    },
    invitation,
    sm3: input.sm3,
    signature: input.signature,
    onPolicyholdersPhone: false,
    now: call.now,
  })
}

/** Who signs: by a check of her own, or as her original document says, which the clerk has held against her face. */
async function signerOf(
  call: WriteCall<'staff'>,
  { relative, identification }: SignAsked,
  letter: LetterDocument,
): Promise<Result<SignerSeen, Refusal>> {
  if (identification.by === 'document') {
    const { name, ...document } = relative
    const idIndex = call.keys.idIndex(document)
    return ok({ idIndex, person: { name, document }, verifiedBy: 'window-document' })
  }
  const expected = (index: string) => letter.signerIndexes.includes(index)
  const verified = await verifiedPerson(counted(call), identification.verificationToken, expected)
  if (!verified.ok) return verified
  const { name, document, method, idIndex } = verified.value
  return ok({ idIndex, person: { name, document }, verifiedBy: `window-${method}` })
}

import { chainOfReadings } from '../../platform/disclosures'
import { unseal } from '../../platform/keys/sealing'
import { unsealPerson } from '../../platform/people'
import type {
  BindingDocument,
  Collections,
  InvitationDocument,
  LetterDocument,
} from '../../platform/store/collections'
import { PLACES } from '../../platform/store/places'
import type { PaymentDocument } from '../../platform/store/premium-collections'
import type { ReviewDocument } from '../../platform/store/review-collections'
import type { SettlementDocument } from '../../platform/store/settlement-collections'
import { maskIdNumber, maskName } from '../../shared/values/id-document'
import type { PersonId } from '../../shared/values/ids'
import {
  allOf,
  bindingIdsOf,
  chainOf,
  counterpartOf,
  inParts,
  type LinkedRead,
  namesInBinding,
  namesInInvitation,
  ownBindings,
  sideIn,
  sideOfInvitation,
} from './execute-own'

/** All that is stored of a person, each collection by its name, as she may see it. */
export type Gathered = Readonly<Record<keyof Collections, readonly object[]>>

/**
 * Everything of hers, each collection for itself: a new collection does not compile until it says what of a person
 * stands in it. ID numbers and the names of others are masked; what another has signed is there without its words.
 *
 * The collections are read one after the other. What happens meanwhile is left out where something that was read before
 * does not know of it, so that the file does not contradict itself.
 */
export async function gather(call: LinkedRead): Promise<Gathered> {
  const { person, userKey } = call
  const { idIndex } = person
  const bindings = await ownBindings(call)
  const [user, ownAudit, userAudit, sent, received, asGuardian, signedOrToSign, notices, disclosures, read] =
    await Promise.all([
      call.store.get('users', userKey),
      chainOf(call, 'audit', person._id),
      chainOf(call, 'audit', userKey),
      allOf(call, 'invitations', { policyholderId: person._id }),
      allOf(call, 'invitations', { idIndex }),
      allOf(call, 'invitations', { guardianIndexes: idIndex }),
      allOf(call, 'letters', { signerIndexes: idIndex }),
      allOf(call, 'notices', { personId: person._id }),
      chainOf(call, 'disclosures', chainOfReadings(person._id)),
      allOf(call, 'disclosures', { readerId: person._id }),
    ])
  const reviewIds = bindings.flatMap(({ review }) => (review == null ? [] : [review.reviewId]))
  const reviews = await inParts(call, 'reviews', '_id', reviewIds)
  const [payments, bills, quotes, insuranceCodes] = await Promise.all([
    allOf(call, 'payments', { people: person._id }),
    allOf(call, 'settlements', { people: person._id }),
    allOf(call, 'quotes', { personId: person._id }),
    allOf(call, 'insurance-codes', { personId: person._id }),
  ])
  const paid = payments.map((payment) => paymentOfHers(payment, person._id))
  const movements = await inParts(
    call,
    'premium-movements',
    'orderId',
    paid.flatMap(({ lines }) => lines.map(({ lineId }) => lineId)),
  )
  const settled = bills.map((bill) => settlementOfHers(bill, person._id))
  const settlementMovements = await inParts(
    call,
    'settlement-movements',
    'orderId',
    bills.filter(({ relativeId }) => relativeId === person._id).map(({ orderId }) => orderId),
  )
  const invitations = distinct([...sent, ...received, ...asGuardian])
  const aboutHer = await inParts(
    call,
    'letters',
    'invitationId',
    invitations.map(({ _id }) => _id),
  )
  const letters = distinct([...signedOrToSign, ...aboutHer])
  const [events, requests, attempts, papers] = await Promise.all([
    inParts(call, 'binding-events', 'bindingId', bindingIdsOf(person)),
    allOf(call, 'requests', { chain: call.store.operators.in([person._id, userKey]) }),
    inParts(call, 'attempts', 'whose', [userKey, ...letters.map(({ _id }) => _id)]),
    inParts(call, 'papers', '_id', [
      ...letters.map(({ _id }) => call.keys.fileName(`letter:${_id}`)),
      ...payments.map(({ _id }) => call.keys.fileName(`receipt:${_id}`)),
      ...exportPapers(call),
    ]),
  ])
  const lengthOf = new Map(bindings.map(({ _id, historyLength }) => [_id, historyLength]))
  const written = new Map([
    [person._id as string, ownAudit.length],
    [userKey, userAudit.length],
  ])
  const moved = new Set(paid.flatMap(({ lines }) => lines.flatMap(movedOf)))
  const others = namesOfOthers(call, bindings, invitations)
  const invitationOf = new Map(invitations.map((invitation) => [invitation._id, invitation]))
  return {
    users:
      user === null
        ? []
        : [
            {
              regionCode: user.regionCode,
              elderMode: user.elderMode,
              notices: user.notices,
              messages: user.sealedOpenid !== null,
            },
          ],
    persons: [personOf(call)],
    identities: [{ personId: person._id }],
    invitations: invitations.map((invitation) => invitationOfHers(call, invitation)),
    letters: letters.map((letter) =>
      letterOfHers(call, letter, invitationOf.get(letter.invitationId), others),
    ),
    papers: papers.map(({ sm3, madeAt }) => ({ sm3, madeAt })),
    bindings: bindings.map((binding) => bindingOfHers(call, binding)),
    'binding-events': events
      .filter(({ bindingId, number }) => number <= (lengthOf.get(bindingId) ?? 0))
      .map(({ _id, ...event }) => event),
    requests: requests
      .filter(({ chain, auditNumber }) => auditNumber <= (written.get(chain) ?? 0))
      .map(({ at, chain, auditNumber }) => ({ at, chain, auditNumber })),
    audit: [...ownAudit, ...userAudit].map(({ at, functionName, action, number, hash }) => ({
      at,
      functionName,
      action,
      number,
      hash,
    })),
    attempts: attempts.map(({ _id, count, day }) => ({ what: _id.slice(0, _id.indexOf(':')), count, day })),
    notices: notices.map(({ kind, at, bindingId, facts, readAt }) => ({
      kind,
      at,
      bindingId,
      facts,
      readAt,
    })),
    payments: paid,
    quotes: quotes.map(({ premiumYear, from, totalFen, expiresAt }) => ({
      premiumYear,
      from,
      totalFen,
      expiresAt,
    })),
    'premium-movements': movements
      .filter(({ kind, orderId }) => moved.has(`${kind}:${orderId}`))
      .map(({ _id, sequence, ...movement }) => movement),
    'insurance-codes': insuranceCodes.map(({ shownAt, expiresAt, shownById }) => ({
      shownAt,
      expiresAt,
      mine: shownById === person._id,
    })),
    settlements: settled,
    // The movements of a whole bill are told to the one who was treated; a policyholder has her part in `settlements`.
    'settlement-movements': settlementMovements.map(({ _id, sequence, ...movement }) => movement),
    // Hospitals and pharmacies are nobody.
    institutions: [],
    'institution-nonces': [],
    // Differences with the insurer name movements, and nobody.
    reconciliation: [],
    staff: [],
    reviews: reviews.map((review) => reviewOfHers(review, person._id)),
    proofs: reviews.flatMap(({ proofs, proofsKeptUntil }) =>
      proofs.map(({ round }) => ({ round, keptUntil: proofsKeptUntil })),
    ),
    // How far the timers' jobs have come is about nobody.
    progress: [],
    disclosures: distinct([...disclosures, ...read]).map(({ at, kind, by, readerId, about }) => ({
      at,
      kind,
      by,
      mine: readerId === person._id,
      about,
    })),
  }
}

/** Where her application stands. Its reason is the applicant's own; the opinion is in `bindings.get` for who may act. */
function reviewOfHers(review: ReviewDocument, personId: PersonId) {
  const mine = review.applicantId === personId
  return {
    reviewId: review._id,
    kind: review.kind,
    state: review.state,
    round: review.round,
    submittedAt: review.submittedAt,
    decidedAt: review.decidedAt,
    mine,
    reason: mine ? review.reason : null,
    decisions: review.decisions.map(({ decision, at, round }) => ({ decision, at, round })),
  }
}

/** The payer sees every line; a relative or a guardian the lines that are about her. */
function paymentOfHers(payment: PaymentDocument, personId: PersonId) {
  const isPayer = payment.personId === personId
  const lines = payment.lines.filter(
    ({ relativeId, guardianId }) => isPayer || relativeId === personId || guardianId === personId,
  )
  return {
    paymentId: payment._id,
    premiumYear: payment.premiumYear,
    from: payment.from,
    createdAt: payment.createdAt,
    paidByMe: isPayer,
    lines: lines.map(({ lineId, bindingId, tierTitle, amountFen, regionCode, state, settledAt, refund }) => ({
      lineId,
      bindingId,
      tierTitle,
      amountFen,
      regionCode,
      state,
      settledAt,
      refundedAt: refund?.refundedAt ?? null,
    })),
  }
}

/** What must have moved for a line to stand as it does. */
function movedOf({ lineId, state, refundedAt }: ReturnType<typeof paymentOfHers>['lines'][number]): string[] {
  const premium = state === 'paid' ? [`premium:${lineId}`] : []
  return refundedAt === null ? premium : [...premium, `reversal:${lineId}`]
}

/** Who was treated sees the whole bill; a policyholder or a guardian what is about her binding, and not where it was. */
function settlementOfHers(bill: SettlementDocument, personId: PersonId) {
  const treated = bill.relativeId === personId
  const lines = bill.lines.filter((line) => treated || line.policyholderId === personId)
  return {
    settlementId: bill._id,
    institutionKind: bill.institutionKind,
    institutionId: treated ? bill.institutionId : null,
    kind: bill.kind,
    state: bill.state,
    createdAt: bill.createdAt,
    settledAt: bill.settledAt,
    reversedAt: bill.reversal?.reversedAt ?? null,
    treated,
    billFen: treated ? bill.billFen : null,
    lines: lines.map(({ from, bindingId, amountFen }) => ({ from, bindingId, amountFen })),
  }
}

/** Under which names her exports lie in the file storage. */
export function exportPapers(call: LinkedRead): string[] {
  return (['json', 'pdf'] as const).map((format) => exportPaper(call, format))
}

export function exportPaper(call: LinkedRead, format: 'json' | 'pdf'): string {
  return call.keys.fileName(`export:${call.person._id}:${format}`)
}

function distinct<Document extends { readonly _id: string }>(documents: readonly Document[]): Document[] {
  return [...new Map(documents.map((document) => [document._id, document])).values()]
}

function personOf({ person, keys }: LinkedRead) {
  const { name, document } = unsealPerson(keys, PLACES.person(person._id), person.sealed)
  return {
    personId: person._id,
    name,
    idType: document.idType,
    idNumber: maskIdNumber(document.idNumber),
    createdAt: person.createdAt,
    familyEstablished: person.familyEstablished ?? null,
    hasPaymentPassword: person.paymentPassword !== null,
    bindings: bindingIdsOf(person),
  }
}

function termsOf({
  uses,
  startDay,
  endDay,
  monthlyLimitFen,
  perSettlementLimitFen,
}: BindingDocument | InvitationDocument) {
  return { uses, startDay, endDay, monthlyLimitFen, perSettlementLimitFen }
}

function invitationOfHers(call: LinkedRead, invitation: InvitationDocument) {
  const side = sideOfInvitation(invitation, call)
  const reason = invitation.sealedDeclineReason
  return {
    invitationId: invitation._id,
    side,
    counterpart: counterpartOf(namesInInvitation(call, invitation), side),
    relation: invitation.relation,
    acceptance: invitation.acceptance,
    regionCode: invitation.regionCode,
    state: invitation.state,
    ...termsOf(invitation),
    createdAt: invitation.createdAt,
    expiresAt: invitation.expiresAt,
    closedAt: invitation.closedAt ?? null,
    declineReason:
      reason === null ? null : unseal(call.keys, PLACES.invitationDeclineReason(invitation._id), reason),
    bindingId: invitation.bindingId,
    proofs: invitation.proofs.length,
  }
}

function bindingOfHers(call: LinkedRead, binding: BindingDocument) {
  const side = sideIn(binding, call)
  const { ending } = binding
  return {
    bindingId: binding._id,
    invitationId: binding.invitationId,
    side,
    counterpart: counterpartOf(namesInBinding(call, binding), side),
    relation: binding.relation,
    regionCode: binding.regionCode,
    state: binding.state,
    effectiveFrom: binding.effectiveFrom,
    lastDay: binding.lastDay,
    // The reason stays with the side that gave it.
    ending: ending === null ? null : { ...ending, reason: ending.by === side ? ending.reason : null },
    endedBecause: binding.endedBecause,
    proposedEndDay: binding.proposedEndDay,
    ...termsOf(binding),
    consentedUses: binding.consentedUses,
    acceptedAt: binding.acceptedAt,
    historyLength: binding.historyLength,
    historyHash: binding.historyHash,
  }
}

/** Every name in full that stands in her papers and is not hers. */
function namesOfOthers(
  call: LinkedRead,
  bindings: readonly BindingDocument[],
  invitations: readonly InvitationDocument[],
): string[] {
  const own = unsealPerson(call.keys, PLACES.person(call.person._id), call.person.sealed).name
  const names = [
    ...bindings.map((binding) => namesInBinding(call, binding)),
    ...invitations.map((invitation) => namesInInvitation(call, invitation)),
  ].flatMap(({ policyholder, relative }) => [policyholder, relative])
  // The longest first: a name may be part of another one.
  return [...new Set(names)].filter((name) => name !== own).sort((left, right) => right.length - left.length)
}

function letterOfHers(
  call: LinkedRead,
  letter: LetterDocument,
  invitation: InvitationDocument | undefined,
  others: readonly string[],
) {
  const { _id, purpose, signer, title, version, regionCode, signedAt, verifiedBy } = letter
  const about = {
    letterId: _id,
    purpose,
    signer,
    title,
    version,
    regionCode,
    signedAt,
    verifiedBy,
    sm3: letter.seal?.sm3 ?? null,
    bindingId: invitation?.bindingId ?? null,
  }
  const own =
    letter.signedByIndex === null
      ? letter.signerIndexes.includes(call.person.idIndex)
      : letter.signedByIndex === call.person.idIndex
  if (!own) return { ...about, own, words: null }
  const open = (place: string, sealed: LetterDocument['sealedText']) =>
    masked(unseal(call.keys, place, sealed), others)
  return {
    ...about,
    own,
    words: {
      text: open(PLACES.letterText(_id), letter.sealedText),
      facts: JSON.parse(open(PLACES.letterFacts(_id), letter.sealedFacts)) as unknown,
      sentence:
        letter.sealedSentence === null ? null : open(PLACES.letterSentence(_id), letter.sealedSentence),
      signature:
        letter.sealedSignature === null
          ? null
          : (JSON.parse(open(PLACES.letterSignature(_id), letter.sealedSignature)) as unknown),
    },
    certificate: letter.certificate,
    chain: letter.chain,
    seal: letter.seal,
  }
}

function masked(text: string, names: readonly string[]): string {
  return names.reduce((rest, name) => rest.replaceAll(name, maskName(name)), text)
}

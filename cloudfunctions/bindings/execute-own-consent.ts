import { announceEnd } from '../../platform/bindings/announce-end'
import { changeBinding, setLastDays } from '../../platform/bindings/change-binding'
import type { Executes, ReadCall, WriteCall } from '../../platform/handler'
import { unsignedLetter } from '../../platform/letters/new-letter'
import { othersIn, tell } from '../../platform/notices/tell'
import { unsealPerson } from '../../platform/people'
import type { BindingDocument } from '../../platform/store/collections'
import { PLACES } from '../../platform/store/places'
import type { Transaction } from '../../platform/store/store'
import type { bindings } from '../../shared/contract/bindings'
import { type LetterFacts, letterFactLines, letterText } from '../../shared/copy'
import { consentNeeded, letterWords, regionWords } from '../../shared/rules'
import { maskIdNumber } from '../../shared/values/id-document'
import type { BindingId } from '../../shared/values/ids'
import type { Refusal } from '../../shared/values/refusal'
import { ok, type Result, refuse } from '../../shared/values/result'
import { decideOwnRefusal, ownConsentRefused } from './decide-own-consent'

type OwnConsent = Pick<
  Executes<(typeof bindings)['actions']>,
  'prepare-own-consent' | 'give-own-consent' | 'decline-own-consent'
>

/** She was a child when a guardian signed for her; now she is old enough to answer herself. */
export const consenting: OwnConsent = {
  async 'prepare-own-consent'(call, { bindingId }) {
    const binding = await call.store.get('bindings', bindingId)
    if (binding === null || binding.relativeId !== call.person._id) return refuse({ code: 'not-found' })
    const refusal = ownConsentRefused(binding, call.today)
    if (refusal !== null) return refuse(refusal)
    const letter = ownLetter(call, binding)
    await call.store.transact(async (transaction) => {
      if ((await transaction.get('letters', letter._id)) !== null) return { keep: false, value: null }
      await transaction.insert('letters', letter)
      return { keep: true, value: null }
    })
    return ok({ letterId: letter._id })
  },

  'give-own-consent'(call, { bindingId, letterId }) {
    return call.commit(async (transaction) => {
      const own = await ownBindingAsRelative(call, transaction, bindingId)
      if (!own.ok) return own
      const binding = own.value
      const refusal = ownConsentRefused(binding, call.today)
      if (refusal !== null) return refuse(refusal)
      const letter = await transaction.get('letters', letterId)
      if (letter?.confirms !== bindingId || !letter.signerIndexes.includes(call.person.idIndex)) {
        return refuse({ code: 'not-found' })
      }
      if (letter.signedByIndex === null) {
        return refuse({ code: 'letter-not-signed', facts: { signer: 'relative', spokenTo: 'relative' } })
      }
      await changeBinding(
        transaction,
        binding,
        {
          ownConsentGivenAt: call.now,
          letters: [...binding.letters, { letterId, signer: 'relative' }],
        },
        { at: call.now, kind: 'own-consent-given', by: 'relative', facts: {} },
      )
      await tell(call, transaction, othersIn(binding, call.person._id), {
        kind: 'own-consent-given',
        bindingId,
      })
      return ok({ givenAt: call.now })
    })
  },

  'decline-own-consent'(call, { bindingId }) {
    return call.commit(async (transaction) => {
      const own = await ownBindingAsRelative(call, transaction, bindingId)
      if (!own.ok) return own
      const decided = decideOwnRefusal(own.value, call.now)
      if (!decided.ok) return decided
      const { lastDay, over } = decided.value
      await announceEnd(call, transaction, own.value, {
        actorId: call.person._id,
        by: 'relative',
        cause: 'own-consent-declined',
        reason: null,
        lastDay,
        over,
      })
      await setLastDays(transaction, [own.value], new Map([[bindingId, lastDay]]))
      return ok(over ? { state: 'ended' as const } : { state: 'ending' as const, lastDay })
    })
  },
}

/** The binding as stored now; to everybody but the relative in it there is nothing to answer. */
async function ownBindingAsRelative(
  call: WriteCall<'linked'>,
  transaction: Transaction,
  bindingId: BindingId,
): Promise<Result<BindingDocument, Refusal>> {
  // The link may have moved to another phone since the call began.
  const person = await transaction.get('persons', call.person._id)
  if (person?.userKey !== call.userKey) return refuse({ code: 'not-linked' })
  const binding = await transaction.get('bindings', bindingId)
  return binding?.relativeId === person._id ? ok(binding) : refuse({ code: 'not-found' })
}

/** The letter that an adult relative signs, about the binding as it stands. Asked for again it is the same one. */
function ownLetter(call: ReadCall<'linked'>, binding: BindingDocument) {
  const { _id, regionCode, relation, uses, endDay, monthlyLimitFen, perSettlementLimitFen } = binding
  const policyholder = unsealPerson(call.keys, PLACES.bindingPolicyholder(_id), binding.sealedPolicyholder)
  const relative = unsealPerson(call.keys, PLACES.bindingRelative(_id), binding.sealedRelative)
  const consent = consentNeeded({
    regionCode,
    relation,
    relativeBirthDay: null,
    inPerson: false,
    today: call.today,
  })
  const letter = consent.letters.find(({ signer }) => signer === 'relative')
  if (letter === undefined) throw new Error('an adult relative signs a letter of her own')
  const { mode, sentence, oneTap } = letter
  const written: LetterFacts = {
    purpose: 'accept',
    words: letterWords(regionCode, call.today),
    policyholderName: policyholder.name,
    relativeName: relative.name,
    relation,
    uses,
    startDay: call.today,
    ...(endDay === null ? {} : { endDay }),
    ...(monthlyLimitFen === null ? {} : { monthlyLimitFen }),
    ...(perSettlementLimitFen === null ? {} : { perSettlementLimitFen }),
    signerName: relative.name,
  }
  const said = letterText(written)
  return unsignedLetter(call.keys, {
    letterId: call.keys.letterIdFor(JSON.stringify(['own-consent', _id, said.version, said.text])),
    invitationId: binding.invitationId,
    policyholderId: binding.policyholderId,
    purpose: 'accept',
    signer: 'relative',
    signerIndexes: [call.person.idIndex],
    inPerson: false,
    regionCode,
    mode,
    ...(sentence === undefined ? {} : { sentence }),
    ...(oneTap === undefined ? {} : { oneTap }),
    written: said,
    facts: letterFactLines({
      ...written,
      signer: 'relative',
      regionName: regionWords(regionCode).name,
      policyholderIdNumber: maskIdNumber(policyholder.document.idNumber),
      relativeIdNumber: maskIdNumber(relative.document.idNumber),
    }),
    confirms: _id,
  })
}

import { attemptsUsedUp, failedAttempt } from '../../platform/attempts'
import { uploadPathOf } from '../../platform/files/uploads'
import type { Executes, ReadCall, WriteCall } from '../../platform/handler'
import { hashPassword } from '../../platform/keys/password'
import { seal } from '../../platform/keys/sealing'
import { PortOutage } from '../../platform/outage'
import { enrolmentOf, type NamedPerson, sealPerson, unsealPerson } from '../../platform/people'
import type { PersonDocument, UserDocument } from '../../platform/store/collections'
import { PLACES } from '../../platform/store/places'
import type { Transaction } from '../../platform/store/store'
import { verifiedPerson } from '../../platform/verification/verified-person'
import type { identity } from '../../shared/contract/identity'
import { familyFirst, isRegionHeld } from '../../shared/rules'
import type { Day, Instant } from '../../shared/values/day'
import { maskIdNumber, maskName } from '../../shared/values/id-document'
import { ok, refuse } from '../../shared/values/result'
import { formRefusal, isTooSimple, verificationRefusal } from './decide'
import { signingInStaff } from './execute-sign-in-staff'

type Actions = (typeof identity)['actions']

const MOST_LOOKS = 4

export const executes: Executes<Actions> = {
  async me(call) {
    const { user, person } = await userWithPerson(call)
    const settings = settingsOf(user, person)
    const notices = (user?.notices ?? []).map(({ kind, at }) => ({ kind, at }))
    if (person === undefined) return ok({ linked: false, settings, notices })

    const { name, document } = unsealPerson(call.keys, PLACES.person(person._id), person.sealed)
    const [insured, account] = await Promise.all([
      call.insurer.findPerson(document),
      accountOf(call, document),
    ])
    const enrolment = enrolmentOf(insured)
    return ok({
      linked: true,
      person: {
        personId: person._id,
        name: maskName(name),
        idNumber: maskIdNumber(document.idNumber),
        scheme: enrolment.scheme,
        poolingArea: insured?.poolingArea ?? null,
        regionCode: enrolment.regionCode,
        enrolment: enrolment.enrolment,
      },
      ...(account === undefined ? {} : { account }),
      ...familyOf(person, enrolment.regionCode, call.today),
      settings: { ...settings, regionCode: settings.regionCode ?? enrolment.regionCode },
      notices,
    })
  },

  'sign-in-staff': signingInStaff,

  async link(call, input) {
    const form = { name: input.name, document: { idType: input.idType, idNumber: input.idNumber } }
    const invalidForm = formRefusal(form.document)
    if (invalidForm !== null) return refuse(invalidForm)
    const usedUp = await attemptsUsedUp(call, 'verification')
    if (usedUp !== null) return refuse(usedUp)
    const verified = await call.verification.redeem(input.verificationToken, call.requestKey)
    const refusal = verificationRefusal(form, verified)
    if (refusal !== null) {
      return failedAttempt(call, 'verification', refusal)
    }
    // The name as it is registered, not as it was typed: it is the one that stands in letters.
    const person = {
      name: verified.outcome === 'passed' ? verified.name : form.name,
      document: form.document,
    }
    return call.commit((transaction) => moveLink(call, transaction, person))
  },

  async 'upload-folder'(call) {
    if (call.caller.kind !== 'user') throw new Error('somebody is linked who is no user')
    return ok({ folder: uploadPathOf(call.caller.openid) })
  },

  'choose-region'(call, input) {
    if (!isRegionHeld(input.regionCode)) {
      return Promise.resolve(refuse({ code: 'rule-unknown', facts: { regionCode: input.regionCode } }))
    }
    return call.commit(async (transaction) => {
      await changeUser(transaction, call.userKey, { regionCode: input.regionCode })
      return ok({ regionCode: input.regionCode })
    })
  },

  async 'set-payment-password'(call, input) {
    const { document } = unsealPerson(call.keys, PLACES.person(call.person._id), call.person.sealed)
    if (isTooSimple(input.password, document)) {
      return refuse({ code: 'not-allowed', facts: { reason: 'password-too-simple' } })
    }
    const own = (idIndex: string) => idIndex === call.person.idIndex
    const verified = await verifiedPerson(call, input.verificationToken, own)
    if (!verified.ok) return verified
    const paymentPassword = await hashPassword(call.keys, input.password, call.passwordLog2N)
    return call.commit(async (transaction) => {
      const person = await transaction.get('persons', call.person._id)
      if (person?.userKey !== call.userKey) return refuse({ code: 'not-linked' })
      await transaction.update('persons', person._id, { paymentPassword, paymentPasswordFailures: 0 })
      return ok({})
    })
  },

  async 'update-settings'(call, input) {
    return call.commit(async (transaction) => {
      const user = await changeUser(
        transaction,
        call.userKey,
        input.elderMode === undefined ? {} : { elderMode: input.elderMode },
      )
      return ok(settingsOf(user, call.person))
    })
  },
}

/** Both say that they belong together; where they differ, the link was moved while they were read. */
async function userWithPerson(call: ReadCall<'user'>) {
  for (let looks = 1; ; looks += 1) {
    const [user, [person]] = await Promise.all([
      call.store.get('users', call.userKey),
      call.store.find('persons', { userKey: call.userKey }, { limit: 1 }),
    ])
    const agree = (user?.personId ?? null) === (person?._id ?? null)
    if (agree || looks === MOST_LOOKS) return { user, person }
  }
}

/** Set up in another region counts for nothing in this one. */
function familyOf({ familyEstablished }: PersonDocument, regionCode: string | null, today: Day) {
  if (familyFirst(regionCode, today) === null) return {}
  return { family: { established: familyEstablished?.regionCode === regionCode } }
}

function settingsOf(user: UserDocument | null, person: PersonDocument | undefined) {
  return {
    regionCode: user?.regionCode ?? null,
    elderMode: user?.elderMode ?? false,
    hasPaymentPassword: person?.paymentPassword != null,
  }
}

/** The balance, or nothing where there is no account or the insurer did not answer: never a guess. */
async function accountOf(
  call: ReadCall<'user'>,
  document: Parameters<ReadCall['insurer']['accountOf']>[0],
): Promise<{ balanceFen: number } | undefined> {
  try {
    const account = await call.insurer.accountOf(document)
    return account === null ? undefined : { balanceFen: account.balanceFen }
  } catch (error) {
    if (error instanceof PortOutage) return undefined
    throw error
  }
}

async function changeUser(
  transaction: Transaction,
  userKey: string,
  fields: Partial<Omit<UserDocument, '_id'>>,
): Promise<UserDocument> {
  const found = await transaction.get('users', userKey)
  const user: UserDocument = {
    ...(found ?? {
      _id: userKey,
      personId: null,
      regionCode: null,
      elderMode: false,
      notices: [],
      sealedOpenid: null,
    }),
    ...fields,
  }
  if (found === null) await transaction.insert('users', user)
  else if (Object.keys(fields).length > 0) await transaction.update('users', userKey, fields)
  return user
}

/**
 * One person has one user. A fresh verification moves the link: the old user is told, the payment password is
 * cleared and the tokens of invitations that the person sent are dead, since whoever held them may be a stranger.
 */
async function moveLink(call: WriteCall<'user'>, transaction: Transaction, verified: NamedPerson) {
  const idIndex = call.keys.idIndex(verified.document)
  const known = await transaction.get('identities', idIndex)
  const person = known === null ? null : await transaction.get('persons', known.personId)
  const user = await transaction.get('users', call.userKey)
  const personId = person?._id ?? call.newId('person')
  const oldUserKey = person?.userKey ?? null
  const moved = oldUserKey !== null && oldUserKey !== call.userKey

  if (person === null) {
    await transaction.insert('identities', { _id: idIndex, personId })
    await transaction.insert('persons', {
      _id: personId,
      idIndex,
      sealed: sealPerson(call.keys, PLACES.person(personId), verified),
      userKey: call.userKey,
      asPolicyholder: [],
      asRelative: [],
      asGuardian: [],
      tokensValidFrom: null,
      paymentPassword: null,
      createdAt: call.now,
    })
  } else {
    await transaction.update('persons', personId, {
      // A name may have been changed at the register; the check just passed names the one that holds now.
      sealed: sealPerson(call.keys, PLACES.person(personId), verified),
      userKey: call.userKey,
      // Who comes back before she was erased has her account again; the bindings that ended stay ended.
      ...(person.closed == null ? {} : { closed: null, eraseFrom: null }),
      ...(moved ? { paymentPassword: null, tokensValidFrom: call.now } : {}),
    })
  }
  if (moved) await tellOldUser(transaction, oldUserKey, call.now)
  if (user?.personId && user.personId !== personId) {
    // This user was linked to somebody else, such as a mother whose phone was lent; that person has no user now, and
    // nobody answers for the tokens that went out under her name.
    await transaction.update('persons', user.personId, {
      userKey: null,
      paymentPassword: null,
      tokensValidFrom: call.now,
    })
  }
  const { caller } = call
  const sealedOpenid =
    caller.kind === 'user' ? seal(call.keys, PLACES.userOpenid(call.userKey), caller.openid) : null
  await changeUser(transaction, call.userKey, { personId, sealedOpenid })
  const replaced = user?.personId != null && user.personId !== personId
  return ok({ personId, moved, replaced })
}

async function tellOldUser(transaction: Transaction, userKey: string, at: Instant): Promise<void> {
  const user = await transaction.get('users', userKey)
  if (user === null) return
  await transaction.update('users', userKey, {
    personId: null,
    notices: [...user.notices, { kind: 'link-moved-away', at }],
  })
}

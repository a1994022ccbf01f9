import type { ReadCall } from '../../platform/handler'
import { type CodeReader, readCode } from '../../platform/insurance-codes/read-code'
import type { InsuredPerson, PersonalAccount } from '../../platform/insurer/port'
import { unsealPerson } from '../../platform/people'
import { monthBegun, sharedAccountOf } from '../../platform/sharing/shared-account'
import type { BindingDocument, PersonDocument } from '../../platform/store/collections'
import type { InsuranceCodeDocument } from '../../platform/store/insurance-code-collection'
import { PLACES } from '../../platform/store/places'
import type { PaymentDocument } from '../../platform/store/premium-collections'
import type { InstitutionDocument } from '../../platform/store/settlement-collections'
import type { SettlementFacts } from '../../shared/rules'
import { type Fen, fen } from '../../shared/values/fen'
import { type IdDocument, maskName } from '../../shared/values/id-document'
import type { PersonId } from '../../shared/values/ids'
import type { Refusal } from '../../shared/values/refusal'
import { ok, type Result, refuse } from '../../shared/values/result'
import { codeRefused, institutionRefused, type SettlementKind } from './decide'

/** More payments than one person makes in a lifetime; the platform gives no more at once. */
const MOST_PAYMENTS = 1_000

export interface Asked {
  readonly insuranceCode: string
  readonly institutionId: string
  readonly kind?: SettlementKind | undefined
  readonly patient?: IdDocument | undefined
}

export interface Identified {
  readonly institution: InstitutionDocument
  readonly code: InsuranceCodeDocument
  readonly treated: PersonDocument
}

/** Where a bill is and whose it is, for one who may ask about it. */
export async function identify(
  call: ReadCall<'linked-or-institution'>,
  asked: Asked,
): Promise<Result<Identified, Refusal>> {
  if (call.institution !== null && call.institution._id !== asked.institutionId) {
    return refuse({ code: 'not-allowed', facts: { reason: 'other-institution' } })
  }
  const institution = call.institution ?? (await call.store.get('institutions', asked.institutionId))
  const refused = institutionRefused(institution, asked.kind)
  if (refused !== null || institution === null) return refuse(refused ?? { code: 'institution-unknown' })
  const read = await readCode(call, asked.insuranceCode, readerOf(call))
  if (!read.ok) return read
  const code = read.value
  const hers = call.person?._id === code.personId ? call.person : null
  const treated = hers ?? (await call.store.get('persons', code.personId))
  if (treated === null) return refuse({ code: 'not-found', facts: { sought: 'insurance-code' } })
  const isHers =
    (call.person === null || hers !== null) &&
    (asked.patient === undefined || call.keys.idIndex(asked.patient) === treated.idIndex)
  const notHers = codeRefused({ isHers, regionCode: null, today: call.today })
  return notHers === null ? ok({ institution, code, treated }) : refuse(notHers)
}

function readerOf(call: ReadCall<'linked-or-institution'>): CodeReader {
  return call.institution === null
    ? { kind: 'person', userKey: call.userKey ?? '' }
    : { kind: 'institution', institutionId: call.institution._id }
}

export interface Policyholder {
  readonly person: PersonDocument
  readonly insured: InsuredPerson | null
  readonly personalAccount: PersonalAccount | null
}

export interface Loaded {
  readonly insured: InsuredPerson
  readonly ownAccountFen: Fen | null
  readonly bindings: readonly BindingDocument[]
  readonly policyholders: ReadonlyMap<PersonId, Policyholder>
  readonly payments: readonly PaymentDocument[]
}

type Loading = Pick<ReadCall, 'store' | 'insurer' | 'keys' | 'today'>

/** Everything by which a bill of hers is divided; null where she is insured nowhere. */
export async function load(call: Loading, treated: PersonDocument): Promise<Loaded | null> {
  const { operators } = call.store
  const document = unsealPerson(call.keys, PLACES.person(treated._id), treated.sealed).document
  const ids = treated.asRelative.map(({ bindingId }) => bindingId)
  const [insured, own, found] = await Promise.all([
    call.insurer.findPerson(document),
    call.insurer.accountOf(document),
    ids.length === 0 ? [] : call.store.find('bindings', { _id: operators.in(ids) }, { limit: ids.length }),
  ])
  if (insured === null) return null
  const ownAccountFen = own?.balanceFen ?? null
  // What is over gives nothing and need not be told of, since it is in her list as over.
  const bindings = found.filter((binding) => binding.state !== 'ended')
  const policyholderIds = bindings.map(({ policyholderId }) => policyholderId)
  if (policyholderIds.length === 0) {
    return { insured, ownAccountFen, bindings, policyholders: new Map(), payments: [] }
  }
  const [people, payments] = await Promise.all([
    call.store.find('persons', { _id: operators.in(policyholderIds) }, { limit: policyholderIds.length }),
    call.store.find('payments', { personId: operators.in(policyholderIds) }, { limit: MOST_PAYMENTS }),
  ])
  const policyholders = await Promise.all(
    people.map(async (person): Promise<[PersonId, Policyholder]> => {
      const theirs = unsealPerson(call.keys, PLACES.person(person._id), person.sealed).document
      const [policyholder, personalAccount] = await Promise.all([
        call.insurer.findPerson(theirs),
        call.insurer.accountOf(theirs),
      ])
      return [person._id, { person, insured: policyholder, personalAccount }]
    }),
  )
  return { insured, ownAccountFen, bindings, policyholders: new Map(policyholders), payments }
}

/** The rules' question. @param people the policyholders as a transaction has just read them, where it has */
export function factsOf(
  call: Loading,
  { insured, ownAccountFen, bindings, policyholders, payments }: Loaded,
  bill: { readonly amountFen: Fen; readonly institutionKind: InstitutionDocument['kind'] },
  people: ReadonlyMap<PersonId, PersonDocument> = new Map(),
): SettlementFacts {
  const begun = monthBegun(call.today)
  return {
    regionCode: insured.regionCode ?? '',
    poolingAreaCode: insured.poolingArea?.code ?? null,
    billFen: bill.amountFen,
    use: bill.institutionKind,
    on: call.today,
    ownAccountFen,
    walletFen: fen(0),
    shared: bindings.flatMap((binding) => {
      const policyholder = policyholders.get(binding.policyholderId)
      if (policyholder === undefined) return []
      const person = people.get(binding.policyholderId) ?? policyholder.person
      const counts = ({ personId, createdAt }: PaymentDocument) =>
        personId === person._id && (person.accountLimitFen != null || createdAt >= begun)
      const sharing = { ...policyholder, person, payments: payments.filter(counts) }
      return [sharedAccountOf(binding, sharing, insured, call.today, nameOf(call, binding))]
    }),
  }
}

/** In full, for an order by name; it leaves the function masked. */
function nameOf({ keys }: Loading, { _id, sealedPolicyholder }: BindingDocument): string {
  return unsealPerson(keys, PLACES.bindingPolicyholder(_id), sealedPolicyholder).name
}

export function maskedNames(
  call: Loading,
  bindings: readonly BindingDocument[],
): ReadonlyMap<string, string> {
  return new Map(bindings.map((binding) => [binding._id, maskName(nameOf(call, binding))]))
}

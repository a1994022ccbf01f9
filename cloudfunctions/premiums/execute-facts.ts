import type { ReadCall } from '../../platform/handler'
import type { InsuredPerson } from '../../platform/insurer/port'
import { enrolmentOf, type NamedPerson, unsealPerson } from '../../platform/people'
import { monthBegun, sharedAccountOf } from '../../platform/sharing/shared-account'
import type { BindingDocument } from '../../platform/store/collections'
import { PLACES } from '../../platform/store/places'
import type { PaymentDocument } from '../../platform/store/premium-collections'
import type { Fen } from '../../shared/values/fen'
import { birthDayOf, maskName } from '../../shared/values/id-document'
import type { BindingId, PaymentId } from '../../shared/values/ids'
import type { RelativeFacts } from './decide'

type LinkedRead = ReadCall<'linked'>

export interface LoadedRelative {
  readonly binding: BindingDocument
  readonly named: NamedPerson
  readonly insured: InsuredPerson | null
  readonly inFlightKey: string
  readonly paidByCaller: boolean
  readonly facts: RelativeFacts
}

export interface Loaded {
  readonly payer: InsuredPerson | null
  /** Null where there is no account: another scheme, or not insured. */
  readonly balanceFen: Fen | null
  readonly relatives: readonly LoadedRelative[]
  /** The payment of the id that was asked for, where it has been confirmed. */
  readonly confirmed: PaymentDocument | null
}

/** More payments than one person makes in a lifetime; the platform gives no more at once. */
const MOST_PAYMENTS = 1_000

/** The bindings by which the caller's account may be used, or those of them that are asked for; null where one is not hers. */
export async function ownBindings(
  call: LinkedRead,
  wanted?: readonly BindingId[],
): Promise<BindingDocument[] | null> {
  const own = call.person.asPolicyholder.map(({ bindingId }) => bindingId)
  const ids = wanted ?? own
  if (!ids.every((id) => own.includes(id))) return null
  if (ids.length === 0) return []
  const found = await call.store.find(
    'bindings',
    { _id: call.store.operators.in([...ids]) },
    { orderBy: ['acceptedAt', 'asc'], limit: ids.length },
  )
  if (wanted === undefined) return found
  // In the order in which they were asked for.
  const byId = new Map(found.map((binding) => [binding._id, binding]))
  return wanted.map((id) => byId.get(id)).filter((binding) => binding !== undefined)
}

export function payerDocument(call: LinkedRead) {
  return unsealPerson(call.keys, PLACES.person(call.person._id), call.person.sealed).document
}

/** Whom a premium is for, as she is shown; nothing is known of one whose binding is gone. */
export function insuredReply(named: NamedPerson | null): { name: string; birthYear?: number } {
  if (named === null) return { name: '' }
  const birthDay = birthDayOf(named.document)
  return {
    name: maskName(named.name),
    ...(birthDay === null ? {} : { birthYear: Number(birthDay.slice(0, 4)) }),
  }
}

/**
 * Everything that the rules are asked with, for these bindings and this year.
 *
 * @param paymentId is looked for too: whether it has been confirmed already
 */
export async function loadFacts(
  call: LinkedRead,
  bindings: readonly BindingDocument[],
  premiumYear: number,
  payer: InsuredPerson | null,
  paymentId?: PaymentId,
): Promise<Loaded> {
  const document = payerDocument(call)
  const people = bindings.map((binding) =>
    unsealPerson(call.keys, PLACES.bindingRelative(binding._id), binding.sealedRelative),
  )
  const keys = people.map((named) => `${call.keys.idIndex(named.document)}:${premiumYear}`)
  // Our own payments first: one that is settled meanwhile is then found at the register, and not in neither place.
  const payments = await paymentsThatCount(call, keys, paymentId)
  const [personalAccount, insured, statuses] = await Promise.all([
    call.insurer.accountOf(document),
    Promise.all(people.map((named) => call.insurer.findPerson(named.document))),
    Promise.all(people.map((named) => call.insurer.premiumStatus(named.document, premiumYear, document))),
  ])
  const underWay = new Set(payments.flatMap(({ inFlight }) => inFlight))
  const own = payments.filter(({ personId }) => personId === call.person._id)
  const relatives = bindings.map((binding, index): LoadedRelative => {
    const named = people[index]
    const status = statuses[index]
    const inFlightKey = keys[index]
    if (named === undefined || status === undefined || inFlightKey === undefined) {
      throw new Error('a binding without its answers')
    }
    const relative = insured[index] ?? null
    const { paid, waiver } = status
    return {
      binding,
      named,
      insured: relative,
      inFlightKey,
      paidByCaller: paid?.by === 'payer',
      facts: {
        facts: {
          account: sharedAccountOf(
            binding,
            { person: call.person, insured: payer, personalAccount, payments: own },
            relative,
            call.today,
          ),
          relative: {
            ...enrolmentOf(relative),
            birthDay: relative?.birthDay ?? null,
            ...(relative?.poolingArea == null ? {} : { city: relative.poolingArea.name }),
            paid: paid !== null,
            ...(waiver === null ? {} : { waiverGroup: waiver }),
          },
          premiumYear,
          today: call.today,
        },
        paid: paid === null ? null : { paidOn: paid.paidOn, by: paid.by },
        inFlight: underWay.has(inFlightKey),
      },
    }
  })
  const confirmed = payments.find(({ _id }) => _id === paymentId) ?? null
  return { payer, balanceFen: personalAccount?.balanceFen ?? null, relatives, confirmed }
}

/**
 * In one question: whose premium is under way, whoever sent it; what of the limits she has used; and the payment that is
 * looked for. A month's limit asks for the month; that of the whole account names no time, and by our own reading holds
 * for everything that was paid by it.
 */
function paymentsThatCount(
  call: LinkedRead,
  keys: readonly string[],
  paymentId: PaymentId | undefined,
): Promise<PaymentDocument[]> {
  const { operators } = call.store
  const { _id: personId, accountLimitFen } = call.person
  const hers =
    accountLimitFen == null ? { personId, createdAt: operators.gte(monthBegun(call.today)) } : { personId }
  const wanted = [
    hers,
    ...(keys.length === 0 ? [] : [{ inFlight: operators.in([...keys]) }]),
    ...(paymentId === undefined ? [] : [{ _id: paymentId }]),
  ]
  return call.store.find('payments', operators.or(wanted), { limit: MOST_PAYMENTS })
}

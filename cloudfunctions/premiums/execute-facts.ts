import type { ReadCall } from '../../platform/handler'
import type { InsuredPerson } from '../../platform/insurer/port'
import { enrolmentOf, type NamedPerson, unsealPerson } from '../../platform/people'
import type { BindingDocument } from '../../platform/store/collections'
import { PLACES } from '../../platform/store/places'
import type { PaymentDocument } from '../../platform/store/premium-collections'
import { bindingStateOn } from '../../shared/rules'
import { day, startOfDay } from '../../shared/values/day'
import { addFen, type Fen, fen } from '../../shared/values/fen'
import { birthDayOf, maskName } from '../../shared/values/id-document'
import type { BindingId } from '../../shared/values/ids'
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
}

/** More payments than one person makes in a month. */
const MOST_PAYMENTS = 500

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

/** Everything that the rules are asked with, for these bindings and this year. */
export async function loadFacts(
  call: LinkedRead,
  bindings: readonly BindingDocument[],
  premiumYear: number,
  payer: InsuredPerson | null,
): Promise<Loaded> {
  const document = payerDocument(call)
  const people = bindings.map((binding) =>
    unsealPerson(call.keys, PLACES.bindingRelative(binding._id), binding.sealedRelative),
  )
  const keys = people.map((named) => `${call.keys.idIndex(named.document)}:${premiumYear}`)
  const [balanceFen, insured, statuses, underWay, thisMonth] = await Promise.all([
    call.insurer.balanceOf(document),
    Promise.all(people.map((named) => call.insurer.findPerson(named.document))),
    Promise.all(people.map((named) => call.insurer.premiumStatus(named.document, premiumYear, document))),
    keysUnderWay(call, keys),
    paymentsThisMonth(call),
  ])
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
          account: accountOf(call, binding, { payer, relative, balanceFen, thisMonth }),
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
  return { payer, balanceFen, relatives }
}

async function keysUnderWay(call: LinkedRead, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set()
  const found = await call.store.find(
    'payments',
    { inFlight: call.store.operators.in([...keys]) },
    { limit: MOST_PAYMENTS },
  )
  return new Set(found.flatMap(({ inFlight }) => inFlight))
}

function paymentsThisMonth(call: LinkedRead): Promise<PaymentDocument[]> {
  const begun = startOfDay(day(`${call.today.slice(0, 8)}01`))
  return call.store.find(
    'payments',
    { personId: call.person._id, createdAt: call.store.operators.gte(begun) },
    { limit: MOST_PAYMENTS },
  )
}

/** What is not known to have failed counts as used. */
function usedOf(payments: readonly PaymentDocument[], bindingId: BindingId): Fen {
  const used = payments
    .flatMap(({ lines }) => lines)
    .filter((line) => line.bindingId === bindingId)
    .filter(({ state, refund }) => state !== 'failed' && refund?.state !== 'refunded')
  return addFen(...used.map(({ amountFen }) => amountFen))
}

function accountOf(
  call: LinkedRead,
  binding: BindingDocument,
  known: {
    readonly payer: InsuredPerson | null
    readonly relative: InsuredPerson | null
    readonly balanceFen: Fen | null
    readonly thisMonth: readonly PaymentDocument[]
  },
) {
  const { payer, relative, balanceFen, thisMonth } = known
  return {
    bindingId: binding._id,
    regionCode: binding.regionCode,
    state: bindingStateOn(binding, call.today),
    effectiveFrom: binding.effectiveFrom,
    lastDay: binding.lastDay,
    uses: binding.uses,
    boundAt: binding.acceptedAt,
    sameArea: payer?.poolingArea != null && payer.poolingArea.code === relative?.poolingArea?.code,
    // One policyholder pays here, so that there is no order and no tie to break.
    place: null,
    policyholderName: '',
    policyholderActive: payer?.enrolment === 'active',
    balanceFen: balanceFen ?? fen(0),
    perSettlementLimitFen: binding.perSettlementLimitFen,
    monthLimitFen: binding.monthlyLimitFen,
    usedThisMonthFen: usedOf(thisMonth, binding._id),
    accountLimitFen: null,
    usedOfAccountLimitFen: fen(0),
  }
}

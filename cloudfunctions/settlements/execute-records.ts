import type { Executes, ReadCall } from '../../platform/handler'
import { unsealPerson } from '../../platform/people'
import { isOrderOpen as isPremiumOpen, paymentState } from '../../platform/premiums/answers'
import { isOrderOpen } from '../../platform/settlements/answers'
import { peopleOfSettlements, settleSettlement } from '../../platform/settlements/settle-settlement'
import type { BindingDocument } from '../../platform/store/collections'
import { PLACES } from '../../platform/store/places'
import type { PaymentDocument } from '../../platform/store/premium-collections'
import type { InstitutionDocument, SettlementDocument } from '../../platform/store/settlement-collections'
import type { settlements } from '../../shared/contract/settlements'
import { day, dayOf, startOfDay } from '../../shared/values/day'
import { addFen, type Fen } from '../../shared/values/fen'
import { maskName } from '../../shared/values/id-document'
import type { BindingId, PersonId } from '../../shared/values/ids'
import { ok, refuse } from '../../shared/values/result'

type Telling = Pick<Executes<(typeof settlements)['actions']>, 'get' | 'records'>
type LinkedRead = ReadCall<'linked'>

const PAGE = 20

export const telling: Telling = {
  async get(call, { settlementId }) {
    const settlement = await call.store.get('settlements', settlementId)
    if (settlement?.institutionId !== call.institution._id) return refuse({ code: 'not-found' })
    const people = await peopleOfSettlements(call.store, [settlement])
    const current = await settleSettlement(call, settlement, people)
    return ok(settlementReply(current, await namesForReply(call, current)))
  },

  /** Bills and premiums are two collections with one order: the newest of both, and from there on. */
  async records(call, { bindingId, side, month, cursor }) {
    const filter = { people: call.person._id, ...keysBetween(call, month, cursor) }
    const query = { orderBy: ['orderKey', 'desc'], limit: PAGE + 1 } as const
    const { operators } = call.store
    const ofSide =
      side === undefined
        ? {}
        : { relativeId: side === 'relative' ? call.person._id : operators.neq(call.person._id) }
    const payerOf =
      side === undefined
        ? {}
        : { personId: side === 'policyholder' ? call.person._id : operators.neq(call.person._id) }
    const [bills, payments] = await Promise.all([
      call.store.find(
        'settlements',
        { ...filter, ...ofSide, ...(bindingId === undefined ? {} : { bindingIds: bindingId }) },
        query,
      ),
      call.store.find(
        'payments',
        { ...filter, ...payerOf, ...(bindingId === undefined ? {} : { 'lines.bindingId': bindingId }) },
        query,
      ),
    ])
    const found = [...bills, ...payments].sort((one, other) => (one.orderKey < other.orderKey ? 1 : -1))
    const page = found.slice(0, PAGE)
    const [bindings, institutions] = await Promise.all([
      bindingsIn(call, page),
      institutionsIn(
        call,
        page.filter((one): one is SettlementDocument => 'institutionId' in one),
      ),
    ])
    const last = page.at(-1)
    return ok({
      records: page.map((one) =>
        'institutionId' in one
          ? billRecord(call, one, bindings, institutions)
          : premiumRecord(call, one, bindings, bindingId),
      ),
      ...(found.length > PAGE && last !== undefined ? { next: last.orderKey } : {}),
    })
  },
}

/** Keys begin with the moment, so that a month is a stretch of them. */
function keysBetween(
  { store: { operators } }: LinkedRead,
  month: string | undefined,
  cursor: string | undefined,
) {
  const conditions = [
    ...(cursor === undefined ? [] : [operators.lt(cursor)]),
    ...(month === undefined
      ? []
      : [operators.gte(momentsOf(month).from), operators.lt(momentsOf(month).until)]),
  ]
  return conditions.length === 0 ? {} : { orderKey: operators.and(conditions) }
}

/** From the first moment of a month, YYYY-MM in Asia/Shanghai, to that of the next. */
export function momentsOf(month: string) {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
  return { from: startOfDay(day(`${month}-01`)), until: startOfDay(day(`${next}-01`)) }
}

export function bindingIdsIn(page: readonly (SettlementDocument | PaymentDocument)[]): BindingId[] {
  return [
    ...new Set(
      page.flatMap((one) =>
        'institutionId' in one ? one.bindingIds : one.lines.map(({ bindingId }) => bindingId),
      ),
    ),
  ]
}

export type Bindings = ReadonlyMap<BindingId, BindingDocument>

export async function bindingsIn(
  call: Pick<ReadCall, 'store'>,
  page: readonly (SettlementDocument | PaymentDocument)[],
): Promise<Bindings> {
  const ids = bindingIdsIn(page)
  if (ids.length === 0) return new Map()
  const found = await call.store.find(
    'bindings',
    { _id: call.store.operators.in(ids) },
    { limit: ids.length },
  )
  return new Map(found.map((binding) => [binding._id, binding]))
}

async function institutionsIn(
  call: LinkedRead,
  bills: readonly SettlementDocument[],
): Promise<ReadonlyMap<string, InstitutionDocument>> {
  const ids = [...new Set(bills.map(({ institutionId }) => institutionId))]
  if (ids.length === 0) return new Map()
  const found = await call.store.find(
    'institutions',
    { _id: call.store.operators.in(ids) },
    { limit: ids.length },
  )
  return new Map(found.map((institution) => [institution._id, institution]))
}

function sideOfBill({ relativeId, lines }: SettlementDocument, caller: PersonId) {
  if (relativeId === caller) return 'relative' as const
  const pays = lines.some(({ policyholderId }) => policyholderId === caller)
  return pays ? ('policyholder' as const) : ('guardian' as const)
}

/** What a policyholder's account paid is hers to see, and the rest of the bill is not; nor where exactly it was. */
function billRecord(
  call: LinkedRead,
  bill: SettlementDocument,
  bindings: Bindings,
  institutions: ReadonlyMap<string, InstitutionDocument>,
) {
  const side = sideOfBill(bill, call.person._id)
  const lines =
    side === 'policyholder'
      ? bill.lines.filter((line) => line.policyholderId === call.person._id)
      : bill.lines
  const { institutionId, institutionKind, kind, createdAt, settledAt } = bill
  const binding = lines[0]?.bindingId == null ? undefined : bindings.get(lines[0].bindingId)
  const name = institutions.get(institutionId)?.name
  const other = side === 'relative' || binding === undefined ? null : maskName(relativeName(call, binding))
  return {
    settlementId: bill._id,
    on: kind,
    side,
    state: stateOf(bill),
    amountFen: addFen(...lines.map(({ amountFen }) => amountFen)),
    institution: {
      kind: institutionKind,
      ...(side === 'policyholder' || name === undefined ? {} : { name }),
    },
    ...(other === null ? {} : { other: { name: other } }),
    lines: linesReply(lines, policyholderNames(call, bindings)),
    createdAt,
    ...(settledAt === null ? {} : { settledAt }),
  }
}

function premiumRecord(
  call: LinkedRead,
  payment: PaymentDocument,
  bindings: Bindings,
  bindingId: BindingId | undefined,
) {
  const caller = call.person._id
  const isPayer = payment.personId === caller
  const lines = payment.lines.filter(
    (line) =>
      (isPayer || line.relativeId === caller || line.guardianId === caller) &&
      (bindingId === undefined || line.bindingId === bindingId),
  )
  const side = isPayer
    ? ('policyholder' as const)
    : lines.some(({ relativeId }) => relativeId === caller)
      ? ('relative' as const)
      : ('guardian' as const)
  const names = lines.flatMap((line) => {
    const binding = bindings.get(line.bindingId)
    if (binding === undefined) return []
    return [maskName(isPayer ? relativeName(call, binding) : policyholderName(call, binding))]
  })
  const settledAt = lines.find((line) => line.settledAt !== null)?.settledAt ?? null
  return {
    paymentId: payment._id,
    on: 'premium' as const,
    side,
    state: premiumStateOf(lines),
    amountFen: addFen(...lines.map(({ amountFen }) => amountFen)),
    ...(names.length === 0 ? {} : { other: { name: [...new Set(names)].join('、') } }),
    lines: lines.map(({ bindingId: of, amountFen }) => ({
      from: 'binding' as const,
      bindingId: of,
      amountFen,
    })),
    premiumYear: payment.premiumYear,
    createdAt: payment.createdAt,
    ...(settledAt === null ? {} : { settledAt }),
  }
}

function premiumStateOf(lines: PaymentDocument['lines']) {
  if (lines.some((line) => line.refund?.state === 'open')) return 'reversing' as const
  switch (paymentState(lines)) {
    case 'paid':
    case 'partly-paid':
      return 'settled' as const
    case 'refunded':
      return 'reversed' as const
    case 'failed':
      return 'failed' as const
    case 'processing':
      return 'processing' as const
    case 'outcome-unknown':
      return 'outcome-unknown' as const
  }
}

/** Whether a line of a premium has moved money that was not given back. */
export function premiumStands(line: PaymentDocument['lines'][number]): boolean {
  return !isPremiumOpen(line) && line.state === 'paid' && line.refund?.state !== 'refunded'
}

export function relativeName(
  { keys }: Pick<ReadCall, 'keys'>,
  { _id, sealedRelative }: BindingDocument,
): string {
  return unsealPerson(keys, PLACES.bindingRelative(_id), sealedRelative).name
}

function policyholderName({ keys }: Pick<ReadCall, 'keys'>, binding: BindingDocument): string {
  return unsealPerson(keys, PLACES.bindingPolicyholder(binding._id), binding.sealedPolicyholder).name
}

type Names = ReadonlyMap<BindingId, string>

function policyholderNames(call: Pick<ReadCall, 'keys'>, bindings: Bindings): Names {
  return new Map([...bindings].map(([id, binding]) => [id, maskName(policyholderName(call, binding))]))
}

/** Whose accounts the lines of a settlement name, masked. */
export async function namesForReply(
  call: Pick<ReadCall, 'store' | 'keys'>,
  settlement: SettlementDocument,
): Promise<Names> {
  return policyholderNames(call, await bindingsIn(call, [settlement]))
}

function linesReply(lines: SettlementDocument['lines'], names: Names) {
  return lines.map(({ from, bindingId, amountFen }) => {
    const name = bindingId === null ? undefined : names.get(bindingId)
    return {
      from,
      amountFen,
      ...(bindingId === null ? {} : { bindingId }),
      ...(name === undefined ? {} : { policyholder: { name } }),
    }
  })
}

export function settlementReply(settlement: SettlementDocument, names: Names) {
  const { _id, kind, billFen, lines, createdAt, settledAt, reversal } = settlement
  return {
    settlementId: _id,
    state: stateOf(settlement),
    kind,
    amountFen: billFen as Fen,
    lines: linesReply(lines, names),
    createdAt,
    ...(settledAt === null ? {} : { settledAt }),
    ...(reversal?.reversedAt == null ? {} : { reversedAt: reversal.reversedAt }),
  }
}

export function stateOf(settlement: SettlementDocument) {
  if (isOrderOpen(settlement)) {
    return settlement.state === 'unknown' ? ('outcome-unknown' as const) : ('processing' as const)
  }
  if (settlement.state === 'failed') return 'failed' as const
  switch (settlement.reversal?.state) {
    case 'open':
      return 'reversing' as const
    case 'reversed':
      return 'reversed' as const
    default:
      return 'settled' as const
  }
}

/** The month in which something was paid, YYYY-MM in Asia/Shanghai. */
export function paidInMonth(at: Parameters<typeof dayOf>[0]): string {
  return dayOf(at).slice(0, 7)
}

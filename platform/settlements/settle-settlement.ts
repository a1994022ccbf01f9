import type { Instant } from '../../shared/values/day'
import type { BindingId, Id, PersonId, SettlementId } from '../../shared/values/ids'
import { changeBinding } from '../bindings/change-binding'
import type { Insurer } from '../insurer/port'
import type { SettledLeg, SettlementLeg } from '../insurer/settlement-orders'
import type { Keys } from '../keys/keys'
import { tell } from '../notices/tell'
import { answerToOrder, askedAgainAt, isShutOut } from '../orders/asking'
import { unsealPerson } from '../people'
import { unspend } from '../sharing/spending'
import type { PersonDocument } from '../store/collections'
import { PLACES } from '../store/places'
import type { SettlementDocument, SettlementLineKept } from '../store/settlement-collections'
import type { Store, Transaction } from '../store/store'
import { type AnswerGiven, type Applied, applyAnswer, isOrderOpen } from './answers'

interface Settling {
  readonly now: Instant
  readonly store: Store
  readonly insurer: Insurer
  readonly keys: Keys
  newId<Kind extends string>(kind: Kind): Id<Kind>
}

export type PeopleOfSettlement = ReadonlyMap<PersonId, PersonDocument>

/** Who is treated, and whose accounts pay. */
export async function peopleOfSettlements(
  store: Store,
  settlements: readonly Pick<SettlementDocument, 'relativeId' | 'lines'>[],
): Promise<PeopleOfSettlement> {
  const ids = [
    ...new Set(
      settlements.flatMap(({ relativeId, lines }) => [
        relativeId,
        ...lines.flatMap(({ policyholderId }) => (policyholderId === null ? [] : [policyholderId])),
      ]),
    ),
  ]
  if (ids.length === 0) return new Map()
  const found = await store.find('persons', { _id: store.operators.in(ids) }, { limit: ids.length })
  return new Map(found.map((person) => [person._id, person]))
}

/** Asks the insurer about what has no final answer, under its own id. Nothing is written here. */
export async function askInsurer(
  call: Settling,
  settlement: SettlementDocument,
  people: PeopleOfSettlement,
): Promise<AnswerGiven> {
  const { insurer } = call
  const { orderId, reversal } = settlement
  if (isOrderOpen(settlement)) {
    const answer = await answerToOrder({
      shutOut: isShutOut(settlement, call.now),
      send: () => insurer.settleBill(orderOf(call, settlement, people)),
      cancel: () => insurer.cancelSettlement(orderId),
      find: () => insurer.findSettlement(orderId),
    })
    return { of: 'order', orderId, answer }
  }
  if (reversal === null) throw new Error('a settlement of which nothing is open')
  const { reversalId } = reversal
  return { of: 'reversal', answer: await insurer.reverseSettlement({ reversalId, orderId }) }
}

function orderOf(call: Settling, settlement: SettlementDocument, people: PeopleOfSettlement) {
  const documentOf = (personId: PersonId | null) => {
    const person = personId === null ? undefined : people.get(personId)
    if (person === undefined) throw new Error('a settlement without its people')
    return unsealPerson(call.keys, PLACES.person(person._id), person.sealed).document
  }
  const { orderId, institutionId, kind, relativeId, lines } = settlement
  const legs = lines.map(
    ({ from, policyholderId, amountFen }): SettlementLeg =>
      from === 'binding'
        ? { from: 'shared-account', holder: documentOf(policyholderId), amountFen }
        : { from, amountFen },
  )
  return { orderId, insured: documentOf(relativeId), institutionId, kind, legs }
}

/**
 * Writes down what was answered, in the caller's transaction: the settlement, a movement, what counts against limits, an
 * event in the history of each binding by which it was paid, and a notice to both sides. What is final already is left
 * as it is.
 */
export async function recordAnswer(
  call: Settling,
  transaction: Transaction,
  settlementId: SettlementId,
  given: AnswerGiven,
): Promise<SettlementDocument> {
  const settlement = await transaction.get('settlements', settlementId)
  if (settlement === null) throw new Error('a settlement that is gone')
  const applied = applyAnswer(settlement, given)
  const asked = settlement.asked + 1
  const fields = { ...applied.fields, asked, askAt: askedAgainAt(call.now, asked) }
  await transaction.update('settlements', settlementId, fields)
  await recordMovement(transaction, settlement, applied)
  if (applied.failed || applied.reversed !== null) await giveBackLimits(transaction, settlement)
  await recordInHistories(call, transaction, settlement, applied)
  await tellOf(call, transaction, settlement, applied)
  return { ...settlement, ...fields }
}

async function recordMovement(
  transaction: Transaction,
  { _id: settlementId }: SettlementDocument,
  { settled, reversed }: Applied,
): Promise<void> {
  const moved = reversed ?? settled
  if (moved === null) return
  const { orderId, amountFen, sequence, settledAt: at } = moved
  const legs: SettledLeg[] = moved.legs.map((leg) => ({ ...leg }))
  const [_id, kind] =
    reversed === null
      ? ([orderId, 'settlement'] as const)
      : ([reversed.reversalId, 'settlement-reversal'] as const)
  await transaction.insert('settlement-movements', {
    _id,
    kind,
    settlementId,
    orderId,
    amountFen,
    legs,
    sequence,
    at,
  })
}

interface LineOfBinding extends SettlementLineKept {
  readonly bindingId: BindingId
  readonly policyholderId: PersonId
}

export function linesOfBindings(lines: readonly SettlementLineKept[]): LineOfBinding[] {
  return lines.filter(
    (line): line is LineOfBinding => line.bindingId !== null && line.policyholderId !== null,
  )
}

async function giveBackLimits(
  transaction: Transaction,
  { _id, lines, month }: SettlementDocument,
): Promise<void> {
  for (const { policyholderId, bindingId, amountFen } of linesOfBindings(lines)) {
    const person = await transaction.get('persons', policyholderId)
    if (person === null) throw new Error('a settlement without its people')
    const settledSpending = unspend(person, _id, month, { bindingId, amountFen })
    await transaction.update('persons', policyholderId, { settledSpending })
  }
}

/** Both sides of a binding find in its history what was paid by it: the sum and what kind of institution it was. */
async function recordInHistories(
  { now: at }: Settling,
  transaction: Transaction,
  { _id: settlementId, lines, institutionKind }: SettlementDocument,
  { settled, reversed }: Applied,
): Promise<void> {
  if (settled === null && reversed === null) return
  const kind = reversed === null ? 'settlement-paid' : 'settlement-reversed'
  for (const { bindingId, amountFen } of linesOfBindings(lines)) {
    const binding = await transaction.get('bindings', bindingId)
    if (binding === null) throw new Error('a settlement without its binding')
    const facts = { settlementId, institutionKind, amountFen }
    await changeBinding(transaction, binding, {}, { at, kind, by: 'relative', facts })
  }
}

/** Each policyholder hears of her own part alone; who was treated hears of the whole bill once. */
async function tellOf(
  call: Settling,
  transaction: Transaction,
  { _id: settlementId, lines, institutionKind, relativeId, billFen }: SettlementDocument,
  { settled, reversed }: Applied,
): Promise<void> {
  if (settled === null && reversed === null) return
  const kind = reversed === null ? 'settlement-paid' : 'settlement-reversed'
  const shared = linesOfBindings(lines)
  for (const { policyholderId, bindingId, amountFen } of shared) {
    const facts = { settlementId, institutionKind, amountFen }
    await tell(call, transaction, [policyholderId], { kind, bindingId, facts })
  }
  const facts = { settlementId, institutionKind, amountFen: billFen, own: true }
  const bindingId = shared[0]?.bindingId ?? null
  await tell(call, transaction, [relativeId], { kind, bindingId, facts })
}

/** Asks about what is open and writes it down, for whoever comes by: a timer, or somebody who looks. */
export async function settleSettlement(
  call: Settling,
  settlement: SettlementDocument,
  people: PeopleOfSettlement,
): Promise<SettlementDocument> {
  if (!settlement.open) return settlement
  const given = await askInsurer(call, settlement, people)
  return call.store.transact(async (transaction) => ({
    keep: true,
    value: await recordAnswer(call, transaction, settlement._id, given),
  }))
}

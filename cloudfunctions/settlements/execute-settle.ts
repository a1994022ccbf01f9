import type { Executes, WriteCall } from '../../platform/handler'
import { askedAgainAt, isShutOut } from '../../platform/orders/asking'
import { PortOutage } from '../../platform/outage'
import { applyAnswer, isDividedAnew } from '../../platform/settlements/answers'
import {
  askInsurer,
  linesOfBindings,
  peopleOfSettlements,
  recordAnswer,
} from '../../platform/settlements/settle-settlement'
import { monthOf } from '../../platform/sharing/shared-account'
import { spend } from '../../platform/sharing/spending'
import type { PersonDocument } from '../../platform/store/collections'
import type { SettlementDocument, SettlementLineKept } from '../../platform/store/settlement-collections'
import type { settlements } from '../../shared/contract/settlements'
import { type SettlementPlan, settlementPlan } from '../../shared/rules'
import type { Fen } from '../../shared/values/fen'
import type { BindingId, PersonId, SettlementId } from '../../shared/values/ids'
import type { Refusal } from '../../shared/values/refusal'
import { ok, type Result, refuse } from '../../shared/values/result'
import { factsOf, type Identified, identify, type Loaded, load } from './execute-facts'
import { namesForReply, settlementReply } from './execute-records'

type Settling = Pick<Executes<(typeof settlements)['actions']>, 'settle'>
type InstitutionWrite = WriteCall<'institution'>

/** Accounts that are used elsewhere at the same moment are looked at again; after so many times the till asks again. */
const DIVISIONS = 4

/**
 * Intent, insurer, outcome. How a bill is divided is committed before the insurer is asked, under an id that the request
 * has made, with what it uses of each limit; what the insurer answers is committed afterwards. Whoever comes by in
 * between goes on from there. A bill that an account can no longer pay is divided anew, under an order of its own.
 */
export const settling: Settling = {
  async settle(call, input) {
    const settlementId = call.keys.settlementIdFor(call.requestKey)
    const earlier = await call.store.get('settlements', settlementId)
    if (earlier !== null) return settled(call, earlier)
    const identified = await identify(call, input)
    if (!identified.ok) return identified
    const { institution, treated, code } = identified.value
    const { kind, amountFen } = input
    const bill = { institution, treated, shownById: code.shownById, settlementId, kind, amountFen }
    const intended = await intend(call, bill, null)
    return intended.ok ? settled(call, intended.value) : intended
  },
}

interface Bill extends Pick<Identified, 'institution' | 'treated'> {
  readonly shownById: PersonId
  readonly settlementId: SettlementId
  readonly kind: SettlementDocument['kind']
  readonly amountFen: Fen
}

type Written =
  | { readonly is: 'written'; readonly settlement: SettlementDocument }
  /** A premium was paid from one of the accounts, or other accounts come into it, than was counted on. */
  | { readonly is: 'overtaken' }

/** Divides a bill by how everything is now, and writes that down. @param before the division that an account failed */
async function intend(
  call: InstitutionWrite,
  bill: Bill,
  before: SettlementDocument | null,
): Promise<Result<SettlementDocument, Refusal>> {
  for (let tries = 1; tries <= DIVISIONS; tries += 1) {
    const loaded = await load(call, bill.treated)
    if (loaded === null) return refuse({ code: 'not-enrolled', facts: { enrolment: 'none' } })
    const written = await writeIntent(call, bill, loaded, before)
    if (written.is === 'written') return ok(written.settlement)
  }
  throw new PortOutage('store-busy', 'same-request')
}

/**
 * What a limit is decided by stands in each policyholder's own document, which is read and written here: of two bills at
 * the same moment the second sees what the first has used.
 */
function writeIntent(
  call: InstitutionWrite,
  bill: Bill,
  loaded: Loaded,
  before: SettlementDocument | null,
): Promise<Written> {
  const counted = { amountFen: bill.amountFen, institutionKind: bill.institution.kind }
  const wanted = sharersIn(settlementPlan(factsOf(call, loaded, counted)), loaded)
  return call.store.transact<Written>(async (transaction) => {
    const people = new Map<PersonId, PersonDocument>()
    for (const personId of wanted) {
      const person = await transaction.get('persons', personId)
      const seen = loaded.policyholders.get(personId)?.person
      if (person === null || person.latestPaymentId !== seen?.latestPaymentId) {
        return { keep: false, value: { is: 'overtaken' } }
      }
      people.set(personId, person)
    }
    const plan = settlementPlan(factsOf(call, loaded, counted, people))
    const sharers = sharersIn(plan, loaded)
    if (!sharers.every((personId) => people.has(personId))) {
      return { keep: false, value: { is: 'overtaken' } }
    }
    const settlement = settlementOf(call, bill, loaded, plan, before)
    for (const { policyholderId, bindingId, amountFen } of linesOfBindings(settlement.lines)) {
      const person = people.get(policyholderId)
      if (person === undefined) throw new Error('an account that was not read')
      const settledSpending = spend(person, settlement._id, settlement.month, { bindingId, amountFen })
      await transaction.update('persons', policyholderId, { settledSpending })
    }
    if (before === null) await transaction.insert('settlements', settlement)
    else {
      const current = await transaction.get('settlements', settlement._id)
      if (current?.orderId !== before.orderId) return { keep: false, value: { is: 'overtaken' } }
      const { _id, ...fields } = settlement
      await transaction.update('settlements', _id, fields)
    }
    return { keep: true, value: { is: 'written', settlement } }
  })
}

function sharersIn(plan: SettlementPlan, { bindings }: Loaded): PersonId[] {
  const used = new Set(plan.lines.map(({ bindingId }) => bindingId))
  return bindings.filter(({ _id }) => used.has(_id)).map(({ policyholderId }) => policyholderId)
}

function settlementOf(
  call: InstitutionWrite,
  { settlementId, institution, shownById, treated, kind, amountFen: billFen }: Bill,
  { bindings }: Loaded,
  plan: SettlementPlan,
  before: SettlementDocument | null,
): SettlementDocument {
  const bindingOf = new Map(bindings.map((binding) => [binding._id, binding]))
  const lines = plan.lines.map(({ from, bindingId, amountFen }): SettlementLineKept => {
    const binding = bindingId === undefined ? undefined : bindingOf.get(bindingId as BindingId)
    return {
      from,
      bindingId: binding?._id ?? null,
      policyholderId: binding?.policyholderId ?? null,
      amountFen,
    }
  })
  const used = linesOfBindings(lines)
  const guardians = used.flatMap(({ bindingId }) => bindingOf.get(bindingId)?.guardianId ?? [])
  const orderNumber = (before?.orderNumber ?? 0) + 1
  const createdAt = before?.createdAt ?? call.now
  return {
    _id: settlementId,
    institutionId: institution._id,
    institutionKind: institution.kind,
    kind,
    relativeId: treated._id,
    shownById,
    billFen,
    orderId: `${settlementId}-${orderNumber}`,
    orderNumber,
    lines,
    state: 'waiting',
    refusal: null,
    settledAt: null,
    reversal: null,
    month: monthOf(call.today),
    createdAt,
    orderKey: `${createdAt}:${settlementId}`,
    people: [...new Set([treated._id, ...used.map(({ policyholderId }) => policyholderId), ...guardians])],
    bindingIds: used.map(({ bindingId }) => bindingId),
    open: true,
    asked: 0,
    askAt: askedAgainAt(call.now, 0),
  }
}

type SettledReply = Promise<Result<ReturnType<typeof settlementReply>, Refusal>>

/**
 * Asks about what is open and answers. The reply is kept for this request only when everything in it is final: until
 * then the same request asks again.
 */
export async function settled(call: InstitutionWrite, settlement: SettlementDocument): SettledReply {
  let current = settlement
  while (true) {
    const people = await peopleOfSettlements(call.store, [current])
    const names = await namesForReply(call, current)
    if (!current.open) return answer(call, current, names)
    const given = await askInsurer(call, current, people)
    const after = applyAnswer(current, given)
    const reversalRefused = after.fields.reversal?.state === 'refused'
    if (!after.fields.open && !after.failed && !reversalRefused) {
      const { _id } = current
      return call.commit(async (transaction) =>
        ok(settlementReply(await recordAnswer(call, transaction, _id, given), names)),
      )
    }
    const { _id } = current
    current = await call.store.transact(async (transaction) => ({
      keep: true,
      value: await recordAnswer(call, transaction, _id, given),
    }))
    if (current.open) return ok(settlementReply(current, names))
    if (reversalRefused) return refuse({ code: 'not-allowed', facts: { reason: 'reversal-refused' } })
    const anew = await divideAnew(call, current)
    if (!anew.ok) return anew
    current = anew.value
  }
}

function answer(
  call: InstitutionWrite,
  settlement: SettlementDocument,
  names: Awaited<ReturnType<typeof namesForReply>>,
): SettledReply {
  if (settlement.state === 'failed') {
    if (isDividedAnew(settlement)) return resume(call, settlement)
    return Promise.resolve(refuse(settlement.refusal ?? { code: 'not-allowed' }))
  }
  return call.commit(() => Promise.resolve(ok(settlementReply(settlement, names))))
}

/** A process was cut off between a division that failed and the next one. */
async function resume(call: InstitutionWrite, settlement: SettlementDocument): SettledReply {
  const anew = await divideAnew(call, settlement)
  return anew.ok ? settled(call, anew.value) : anew
}

/** Refused by the insurer because an account has less than it had: divided by what is there now, while its time lasts. */
async function divideAnew(
  call: InstitutionWrite,
  failed: SettlementDocument,
): Promise<Result<SettlementDocument, Refusal>> {
  if (!isDividedAnew(failed)) return refuse(failed.refusal ?? { code: 'not-allowed' })
  const [treated, institution] = await Promise.all([
    call.store.get('persons', failed.relativeId),
    call.store.get('institutions', failed.institutionId),
  ])
  const tooOften = failed.orderNumber >= DIVISIONS || isShutOut(failed, call.now)
  if (tooOften || treated === null || institution === null) {
    return refuse({ code: 'not-allowed', facts: { reason: 'settlement-cancelled' } })
  }
  const { _id: settlementId, kind, billFen: amountFen, shownById } = failed
  return intend(call, { institution, treated, shownById, settlementId, kind, amountFen }, failed)
}

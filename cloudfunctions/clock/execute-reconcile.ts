import type { Executes, ReadCall } from '../../platform/handler'
import { bindingsOfPayments, settlePayment } from '../../platform/premiums/settle-payment'
import { peopleOfSettlements, settleSettlement } from '../../platform/settlements/settle-settlement'
import type { Transaction } from '../../platform/store/store'
import type { clock } from '../../shared/contract/clock'
import { addMilliseconds, type Instant, instant } from '../../shared/values/day'
import { fen } from '../../shared/values/fen'
import { ok } from '../../shared/values/result'
import { type Difference, differencesOf, type Moved } from './decide-reconcile'
import { cameTo, moveOn } from './execute-progress'

type Reconciling = Pick<Executes<(typeof clock)['actions']>, 'reconcile-premiums'>

/** What moved a moment ago may be on its way to our records. */
const LEFT_FOR_NEXT_TIME_MS = 15 * 60_000
const BEGINNING = instant('2000-01-01T00:00:00Z')
const PAGE = 500
/** The id of a payment or a settlement is the first part of the id of each of its orders and reversals. */
const ID_LENGTH = 26

/** A run that is cut off has moved nothing on, and the next one compares the same time again. */
export const reconciling: Reconciling = {
  async 'reconcile-premiums'(call) {
    const after = await cameTo(call, 'premium-statement')
    const from = after === '' ? BEGINNING : instant(after)
    const until = addMilliseconds(call.now, -LEFT_FOR_NEXT_TIME_MS)
    if (until <= from) return ok({ compared: 0, differences: 0 })
    const there = await statementOf(call, from, until)
    const first = await movementsOf(call, from, until)
    const settled = await settleMissing(call, first, there)
    const here = settled ? await movementsOf(call, from, until) : first
    const differences = differencesOf(here, there)
    const recorded = await recordedSince(call)
    await call.store.transact(async (transaction) => {
      for (const difference of differences) await keep(transaction, call.now, difference)
      for (const _id of recorded) {
        const settled = { at: call.now, by: null, how: 'recorded-since' } as const
        await transaction.update('reconciliation', _id, { settled, open: false })
      }
      await moveOn(transaction, call, 'premium-statement', { after: until, done: true })
      return { keep: true, value: null }
    })
    return ok({ compared: there.length, differences: differences.length })
  },
}

async function statementOf(call: ReadCall, from: Instant, until: Instant): Promise<Moved[]> {
  const moved: Moved[] = []
  for (let after: number | null = 0; after !== null; ) {
    const page = await call.insurer.statement({ afterSequence: after, from, until, limit: PAGE })
    moved.push(...page.lines)
    after = page.next
  }
  return moved
}

async function movementsOf(call: ReadCall, from: Instant, until: Instant): Promise<Moved[]> {
  const [premiums, settlements] = await Promise.all([
    allBetween(call, 'premium-movements', from, until),
    allBetween(call, 'settlement-movements', from, until),
  ])
  return [...premiums, ...settlements]
}

async function allBetween(
  call: ReadCall,
  collection: 'premium-movements' | 'settlement-movements',
  from: Instant,
  until: Instant,
): Promise<Moved[]> {
  const { operators } = call.store
  const moved: Moved[] = []
  for (let after = ''; ; ) {
    const page = await call.store.find(
      collection,
      { at: operators.and([operators.gte(from), operators.lt(until)]), _id: operators.gt(after) },
      { orderBy: ['_id', 'asc'], limit: PAGE },
    )
    moved.push(...page.map(({ _id, ...movement }) => ({ id: _id, ...movement })))
    const last = page.at(-1)
    if (page.length < PAGE || last === undefined) return moved
    after = last._id
  }
}

/** An outcome that we have not asked for yet is no difference: it is asked for now. */
async function settleMissing(
  call: ReadCall,
  here: readonly Moved[],
  there: readonly Moved[],
): Promise<boolean> {
  const known = new Set(here.map(({ id }) => id))
  const missing = there.filter(({ id }) => !known.has(id)).map(({ id }) => id.slice(0, ID_LENGTH))
  if (missing.length === 0) return false
  const open = { _id: call.store.operators.in([...new Set(missing)]), open: true }
  const [payments, settlements] = await Promise.all([
    call.store.find('payments', open, { limit: PAGE }),
    call.store.find('settlements', open, { limit: PAGE }),
  ])
  const bindings = await bindingsOfPayments(call.store, payments)
  for (const payment of payments) await settlePayment(call, payment, bindings)
  const people = await peopleOfSettlements(call.store, settlements)
  for (const settlement of settlements) await settleSettlement(call, settlement, people)
  return payments.length + settlements.length > 0
}

/** What was missing here when it was compared, and stands here now with the same sum: it was only late. */
async function recordedSince(call: ReadCall): Promise<string[]> {
  const open = await call.store.find(
    'reconciliation',
    { open: true, difference: 'missing-here' },
    { limit: PAGE },
  )
  if (open.length === 0) return []
  const found = await call.store.find(
    'premium-movements',
    { _id: call.store.operators.in(open.map(({ movementId }) => movementId)) },
    { limit: PAGE },
  )
  const sums = new Map(found.map(({ _id, amountFen }) => [_id, amountFen]))
  return open.filter(({ movementId, thereFen }) => sums.get(movementId) === thereFen).map(({ _id }) => _id)
}

async function keep(
  transaction: Transaction,
  foundAt: Instant,
  { difference, movementId, hereFen, thereFen }: Difference,
): Promise<void> {
  const _id = `${difference}:${movementId}`
  if ((await transaction.get('reconciliation', _id)) !== null) return
  await transaction.insert('reconciliation', {
    _id,
    difference,
    movementId,
    hereFen: hereFen === null ? null : fen(hereFen),
    thereFen: thereFen === null ? null : fen(thereFen),
    foundAt,
    settled: null,
    open: true,
  })
}

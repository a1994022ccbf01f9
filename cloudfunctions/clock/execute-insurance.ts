import { changeBinding, setLastDays } from '../../platform/bindings/change-binding'
import type { Executes, ReadCall } from '../../platform/handler'
import type { InsuranceChange, InsuredPerson } from '../../platform/insurer/port'
import { othersIn, tell } from '../../platform/notices/tell'
import { enrolmentOf, unsealPerson } from '../../platform/people'
import type { BindingDocument } from '../../platform/store/collections'
import { PLACES } from '../../platform/store/places'
import type { clock } from '../../shared/contract/clock'
import { bindingStateOn } from '../../shared/rules'
import type { Day } from '../../shared/values/day'
import type { BindingId } from '../../shared/values/ids'
import { ok } from '../../shared/values/result'
import { decideEnding, type EndingDecided } from './decide-ending'
import { pageAfterPage, severalAtOnce } from './execute-pages'
import { cameTo, cameToToday, moveOn } from './execute-progress'

type Insurance = Pick<Executes<(typeof clock)['actions']>, 'follow-insurance-changes' | 'check-insurance'>

/** Each binding asks the insurer twice; how far it has come is written down after so many. */
const PAGE = 100
const AT_ONCE = 4

/** Endings that nobody taps: what the insurer knows of the two people decides, by the region's rule. */
export const insurance: Insurance = {
  async 'follow-insurance-changes'(call) {
    const { done: followed, more } = await pageAfterPage(call, () => followPage(call))
    return ok({ followed, more })
  },

  async 'check-insurance'(call) {
    const { done: checked, more } = await pageAfterPage(call, () => checkPage(call))
    return ok({ checked, more })
  },
}

/** A page that fails somewhere is asked for again, as a whole: a death is told of in no other place. */
async function followPage(call: ReadCall) {
  const { changes, next } = await call.insurer.changes(Number(await cameTo(call, 'insurance-changes')), PAGE)
  const failures: unknown[] = []
  let done = 0
  for (const change of changes) {
    const bindingIds = await bindingsOf(call, change)
    const ends = await severalAtOnce(call, bindingIds, AT_ONCE, (id) => endIfOver(call, id, change))
    if (ends.begun < bindingIds.length) return { done, more: true }
    failures.push(...ends.failures)
    done += ends.values.filter(Boolean).length
  }
  if (failures.length > 0) throw failures[0]
  const last = changes.at(-1)
  if (last !== undefined) await keep(call, 'insurance-changes', String(last.sequence), true)
  return { done, more: next !== null }
}

async function checkPage(call: ReadCall) {
  const after = await cameToToday(call, 'insurance-check')
  if (after === null) return { done: 0, more: false }
  const { operators } = call.store
  const page = await call.store.find(
    'bindings',
    { _id: operators.gt(after), state: operators.in(['in-review', 'active', 'paused']) },
    { orderBy: ['_id', 'asc'], limit: PAGE },
  )
  const checks = await severalAtOnce(call, page, AT_ONCE, ({ _id }) => endIfOver(call, _id, null))
  if (checks.begun < page.length) return { done: 0, more: true }
  if (checks.failures.length > 0) throw checks.failures[0]
  const more = page.length === PAGE
  await keep(call, 'insurance-check', page.at(-1)?._id ?? after, !more)
  return { done: page.length, more }
}

/** The bindings of the person whose insurance changed, on either side. */
async function bindingsOf(call: ReadCall, change: InsuranceChange): Promise<BindingId[]> {
  const identity = await call.store.get('identities', call.keys.idIndex(change.document))
  const person = identity === null ? null : await call.store.get('persons', identity.personId)
  if (person === null) return []
  return [...person.asPolicyholder, ...person.asRelative]
    .filter(({ lastDay }) => lastDay === null || lastDay >= call.today)
    .map(({ bindingId }) => bindingId)
}

/** Asks the insurer of both as they are now, decides, and writes the end down. @returns whether it ends */
async function endIfOver(
  call: ReadCall,
  bindingId: BindingId,
  change: InsuranceChange | null,
): Promise<boolean> {
  const seen = await call.store.get('bindings', bindingId)
  if (seen === null || bindingStateOn(seen, call.today) === 'ended') return false
  const [policyholder, relative] = await Promise.all([
    sideOf(call, PLACES.bindingPolicyholder(bindingId), seen.sealedPolicyholder, change),
    sideOf(call, PLACES.bindingRelative(bindingId), seen.sealedRelative, change),
  ])
  return call.store.transact(async (transaction) => {
    const binding = await transaction.get('bindings', bindingId)
    const decided =
      binding === null
        ? null
        : decideEnding({ binding, policyholder, relative, today: call.today, now: call.now })
    if (binding === null || decided === null) return { keep: false, value: false }
    const { cause, lastDay, over, ending } = decided
    await changeBinding(
      transaction,
      binding,
      {
        ending,
        lastDay,
        proposedEndDay: null,
        ...(over ? { state: 'ended' as const, endedBecause: cause } : {}),
      },
      { at: call.now, kind: over ? 'ended' : 'unbinding', by: 'system', facts: factsOf(decided) },
    )
    await setLastDays(transaction, [binding], new Map([[bindingId, lastDay]]))
    await tell(call, transaction, othersIn(binding, null), {
      kind: over ? 'binding-ended' : 'unbinding-announced',
      bindingId,
      facts: factsOf(decided),
    })
    return { keep: true, value: true }
  })
}

function factsOf({ cause, lastDay }: EndingDecided) {
  return { cause, lastDay }
}

async function sideOf(
  call: ReadCall,
  place: string,
  sealed: BindingDocument['sealedRelative'],
  change: InsuranceChange | null,
): Promise<{ readonly enrolment: ReturnType<typeof enrolmentOf>; readonly diedOn?: Day }> {
  const { document } = unsealPerson(call.keys, place, sealed)
  const insured: InsuredPerson | null = await call.insurer.findPerson(document)
  const isHers = change !== null && call.keys.idIndex(change.document) === call.keys.idIndex(document)
  const diedOn = isHers ? change.diedOn : null
  return { enrolment: enrolmentOf(insured), ...(diedOn === null ? {} : { diedOn }) }
}

function keep(
  call: ReadCall,
  job: 'insurance-changes' | 'insurance-check',
  after: string,
  done: boolean,
): Promise<null> {
  return call.store.transact(async (transaction) => {
    await moveOn(transaction, call, job, { after, done })
    return { keep: true, value: null }
  })
}

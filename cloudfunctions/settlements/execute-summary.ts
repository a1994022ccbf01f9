import type { Executes, ReadCall } from '../../platform/handler'
import { linesOfBindings } from '../../platform/settlements/settle-settlement'
import type { PaymentDocument } from '../../platform/store/premium-collections'
import type { SettlementDocument } from '../../platform/store/settlement-collections'
import type { settlements } from '../../shared/contract/settlements'
import { maskName } from '../../shared/values/id-document'
import { ok } from '../../shared/values/result'
import { type OwnCost, ownCosts, type SharedCost, sharedCosts } from './decide-summary'
import { bindingsIn, momentsOf, paidInMonth, premiumStands, relativeName, stateOf } from './execute-records'

type Summing = Pick<Executes<(typeof settlements)['actions']>, 'summary'>
type LinkedRead = ReadCall<'linked'>

const PAGE = 1_000

export const summing: Summing = {
  async summary(call, input) {
    const year = input.year ?? Number(call.today.slice(0, 4))
    const [bills, payments] = await Promise.all([
      allOfYear(call, 'settlements', year),
      allOfYear(call, 'payments', year),
    ])
    const standing = (bills as SettlementDocument[]).filter((bill) => stateOf(bill) === 'settled')
    const hers = (payments as PaymentDocument[]).filter(({ personId }) => personId === call.person._id)
    const costs: SharedCost[] = [
      ...standing.flatMap(({ lines, kind, createdAt }) =>
        linesOfBindings(lines)
          .filter(({ policyholderId }) => policyholderId === call.person._id)
          .map(({ bindingId, amountFen }) => ({
            bindingId,
            amountFen,
            on: kind,
            month: paidInMonth(createdAt),
          })),
      ),
      ...hers.flatMap(({ lines, createdAt }) =>
        lines.filter(premiumStands).map(({ bindingId, amountFen }) => ({
          bindingId,
          amountFen,
          on: 'premium' as const,
          month: paidInMonth(createdAt),
        })),
      ),
    ]
    const own: OwnCost[] = standing
      .filter(({ relativeId }) => relativeId === call.person._id)
      .flatMap(({ lines, institutionKind, createdAt }) =>
        lines.map(({ from, amountFen }) => ({
          from,
          amountFen,
          institution: institutionKind,
          month: paidInMonth(createdAt),
        })),
      )
    const bindings = await bindingsIn(call, [...standing, ...hers])
    return ok({
      year,
      shared: sharedCosts(costs).map((cost) => {
        const binding = bindings.get(cost.bindingId)
        return { ...cost, name: binding === undefined ? '' : maskName(relativeName(call, binding)) }
      }),
      own: ownCosts(own),
    })
  },
}

/** A year of one person is a few pages at most. */
async function allOfYear(call: LinkedRead, collection: 'settlements' | 'payments', year: number) {
  const { operators } = call.store
  const until = momentsOf(`${year}-12`).until
  const found: (SettlementDocument | PaymentDocument)[] = []
  for (let after: string = momentsOf(`${year}-01`).from; ; ) {
    const page = await call.store.find(
      collection,
      { people: call.person._id, orderKey: operators.and([operators.gt(after), operators.lt(until)]) },
      { orderBy: ['orderKey', 'asc'], limit: PAGE },
    )
    found.push(...page)
    const last = page.at(-1)
    if (page.length < PAGE || last === undefined) return found
    after = last.orderKey
  }
}

import { type Executes, type ReadCall, refusalReply } from '../../platform/handler'
import type { premiums } from '../../shared/contract/premiums'
import {
  bindingStateOn,
  type PremiumPayable,
  premiumWindowOf,
  premiumYearOffered,
  premiumYears,
} from '../../shared/rules'
import { addMilliseconds, type Day } from '../../shared/values/day'
import { addFen } from '../../shared/values/fen'
import type { QuoteId } from '../../shared/values/ids'
import { ok, refuse } from '../../shared/values/result'
import { decideLines, decidePayable, type LineDecided } from './decide'
import { insuredReply, type LoadedRelative, loadFacts, ownBindings, payerDocument } from './execute-facts'

type Choosing = Pick<Executes<(typeof premiums)['actions']>, 'payable' | 'quote'>
type LinkedRead = ReadCall<'linked'>

const QUOTE_LIFE_MS = 15 * 60_000

/** What can be paid for whom, and what it costs. */
export const choosing: Choosing = {
  async payable(call, input) {
    const [payer, own] = await Promise.all([call.insurer.findPerson(payerDocument(call)), ownBindings(call)])
    const bindings = (own ?? []).filter((binding) => bindingStateOn(binding, call.today) !== 'ended')
    const regionCode = payer?.regionCode ?? bindings[0]?.regionCode ?? ''
    const asked = { regionCode, today: call.today }
    const premiumYear = input.premiumYear ?? premiumYearOffered(asked) ?? Number(call.today.slice(0, 4))
    const loaded = await loadFacts(call, bindings, premiumYear, payer)
    const window = premiumWindowOf({ ...asked, premiumYear })
    return ok({
      premiumYear,
      years: premiumYears(asked),
      ...(window.ok
        ? { window: windowReply(window.value, call.today) }
        : { unknown: refusalReply(window.refusal) }),
      ...(loaded.balanceFen === null ? {} : { balanceFen: loaded.balanceFen }),
      relatives: loaded.relatives.map((relative) =>
        payableReply(call, relative, loaded.balanceFen !== null, premiumYear),
      ),
    })
  },

  async quote(call, input) {
    // The wallet is its owner's once it can be opened here; until then nobody has one.
    if (input.payFrom === 'wallet') {
      return refuse({ code: 'wallet-not-open', facts: { side: 'policyholder', spokenTo: 'policyholder' } })
    }
    const wanted = input.items.map(({ bindingId }) => bindingId)
    const [payer, bindings] = await Promise.all([
      call.insurer.findPerson(payerDocument(call)),
      ownBindings(call, wanted),
    ])
    if (bindings === null || bindings.length < wanted.length) return refuse({ code: 'not-found' })
    const { balanceFen, relatives } = await loadFacts(call, bindings, input.premiumYear, payer)
    if (balanceFen === null) return refuse({ code: 'not-employee-scheme', facts: {} })
    const decided = decideLines(
      relatives.map(({ facts }, index) => ({ ...facts, tier: input.items[index]?.tier })),
    )
    if (!decided.ok) return decided
    const quoteId: QuoteId = call.newId('quote')
    const paymentId = call.keys.paymentIdFor(quoteId)
    const lines = decided.value.map((line, index) => ({ ...line, lineId: `${paymentId}-${index + 1}` }))
    const totalFen = addFen(...lines.map(({ amountFen }) => amountFen))
    const expiresAt = addMilliseconds(call.now, QUOTE_LIFE_MS)
    await call.store.transact(async (transaction) => {
      await transaction.insert('quotes', {
        _id: quoteId,
        personId: call.person._id,
        premiumYear: input.premiumYear,
        from: 'account',
        lines: lines.map((line, index) => quotedLine(line, relatives[index])),
        totalFen,
        expiresAt,
      })
      return { keep: true, value: null }
    })
    return ok({
      quoteId,
      paymentId,
      premiumYear: input.premiumYear,
      lines: lines.map((line, index) => lineReply(line, relatives[index])),
      totalFen,
      balanceFen,
      expiresAt,
    })
  },
}

type NumberedLine = LineDecided & { readonly lineId: string }

function quotedLine(line: NumberedLine, relative: LoadedRelative | undefined) {
  const { lineId, tier, tierTitle, amountFen, part, extras, benefitFrom, basis } = line
  if (relative === undefined) throw new Error('a line without its relative')
  const regionCode = relative.insured?.regionCode ?? relative.binding.regionCode
  const poolingAreaCode = relative.insured?.poolingArea?.code ?? null
  const bindingId = relative.binding._id
  const place = { regionCode, poolingAreaCode }
  const confined = part === 'whole' ? {} : { part }
  return { lineId, bindingId, tier, tierTitle, amountFen, extras, ...place, benefitFrom, basis, ...confined }
}

function lineReply(line: NumberedLine, relative: LoadedRelative | undefined) {
  const { lineId, bindingId, tier, tierTitle, amountFen, extras, late, benefitFrom, waiting } = line
  return {
    lineId,
    bindingId,
    ...insuredReply(relative?.named ?? null),
    tier,
    tierTitle,
    amountFen,
    extras: [...extras],
    late,
    ...(benefitFrom === null ? {} : { benefitFrom }),
    ...(waiting === null ? {} : { waiting }),
    basis: line.basis.map((rule) => ({ ...rule })),
    remarks: [...line.remarks],
  }
}

function windowReply({ from, until }: { readonly from: Day; readonly until: Day }, today: Day) {
  return { from, to: until, open: from <= today && today <= until }
}

function payableReply(call: LinkedRead, relative: LoadedRelative, hasAccount: boolean, premiumYear: number) {
  const { binding, named, insured, facts, paidByCaller } = relative
  const { state, payable, refusal } = decidePayable(facts)
  const hindrance =
    state === 'unpaid' && !hasAccount ? ({ code: 'not-employee-scheme', facts: {} } as const) : refusal
  const window = premiumWindowOf({
    regionCode: insured?.regionCode ?? binding.regionCode,
    premiumYear,
    ...(insured?.poolingArea == null ? {} : { city: insured.poolingArea.name }),
    today: call.today,
  })
  return {
    bindingId: binding._id,
    ...insuredReply(named),
    relation: binding.relation,
    poolingArea: insured?.poolingArea ?? null,
    state,
    ...(window.ok ? { window: windowReply(window.value, call.today) } : {}),
    ...priceReply(payable),
    ...(facts.paid === null ? {} : { paidOn: facts.paid.paidOn, paidByCaller }),
    ...(hindrance === null ? {} : { refusal: refusalReply(hindrance) }),
  }
}

function priceReply(payable: PremiumPayable | null) {
  if (payable === null) return { tiers: [], extras: [], late: false, remarks: [] }
  const { tiers, extras, late, benefitFrom, waiting, confirmAs, remarks } = payable
  return {
    tiers: [...tiers],
    extras: [...extras],
    late,
    ...(benefitFrom === null ? {} : { benefitFrom }),
    ...(waiting !== null && 'days' in waiting ? { waitingDays: waiting.days } : {}),
    ...(waiting !== null && 'months' in waiting ? { waitingMonths: waiting.months } : {}),
    ...(confirmAs === null ? {} : { confirmAs }),
    remarks: [...remarks],
  }
}

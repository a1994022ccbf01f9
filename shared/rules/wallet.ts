import { addDays, dayOf, type Instant, momentOn, timeOfDay } from '../values/day'
import { addFen, type Fen, fen, subtractFen } from '../values/fen'
import type { Refusal } from '../values/refusal'
import type { Relation } from '../values/relation'
import { ok, type Result, refuse } from '../values/result'
import type { EnrolmentFacts } from './answer'
import { type Grounds, groundsOf, neededRule } from './grounds'
import { FALLBACK_REGION } from './held-regions'
import type { ParameterName, Region } from './parameters'
import { regionOf, ruleHolding, ruleOf, settledDecision, settledRule } from './rule'

/**
 * How the wallet works on a day. Until 2026-01-08 the money moves into the relative's wallet; from the notice of
 * 2026-01-09 nothing moves: so much of the policyholder's account is frozen for the relative, and what she has not used
 * is free again when the sharing ends.
 */
export type WalletModel = 'transfer' | 'quota'

export interface TransferFacts {
  /** The sender, by whose region's rules it is done. */
  readonly sender: EnrolmentFacts & { readonly walletOpen: boolean }
  readonly recipientWalletOpen: boolean
  readonly relation: Relation
  readonly from: 'account' | 'wallet'
  /** Above zero. */
  readonly amountFen: Fen
  readonly accountFen: Fen
  /** What is frozen of the account for relatives already; zero before 2026-01-09. */
  readonly frozenFen: Fen
  readonly walletFen: Fen
  /** What the sender has sent today, whatever became of it. */
  readonly sentToday: readonly Fen[]
  /** Whether an earlier one still waits to be accepted. */
  readonly pending: boolean
  readonly now: Instant
}

export interface TransferAllowed extends Grounds {
  readonly model: WalletModel
  /** When it comes back if it is not accepted. */
  readonly returnsAt: Instant
  readonly transfersLeft: number | null
}

/**
 * Whether money may be passed on by wallet now.
 *
 * Refusals: `rule-unknown`, `not-enrolled`, `not-employee-scheme`, `enrolment-suspended`, `relation-not-covered`,
 * `wallet-not-open`, `outside-hours`, `transfer-pending`, `transfer-count-reached`, `transfer-amount-exceeded`,
 * `balance-floor`, `balance-too-low`. For `wallet.transfer`.
 */
export function mayTransfer(facts: TransferFacts): Result<TransferAllowed, Refusal> {
  if (facts.amountFen <= 0) throw new RangeError('an amount to pass on is above zero')
  const region = regionOf(facts.sender.regionCode) ?? FALLBACK_REGION
  const today = dayOf(facts.now)
  const model = modelOf(region, facts.now)
  if (!model.ok) return model
  const refusal = senderRefused(region, facts) ?? peopleRefused(region, facts)
  if (refusal !== null) return refuse(refusal)
  const hours = hoursRefused(region, facts.now)
  if (!hours.ok) return hours
  const held = pendingRefused(region, facts) ?? countRefused(region, facts)
  if (held !== null) return refuse(held)
  const amount = amountRefused(region, facts)
  if (!amount.ok) return amount
  const short = balanceRefused(region, facts)
  if (short !== null) return refuse(short)
  return ok({
    model: model.value,
    returnsAt: unacceptedReturnsAt({ regionCode: region.regionCode, sentAt: facts.now }),
    transfersLeft: transfersLeft(region, facts.now, facts.sentToday.length + 1),
    ...groundsOf(region, TRANSFER_RULES, today),
  })
}

const TRANSFER_RULES = [
  'wallet-live',
  'wallet-model',
  'wallet-quota',
  'relation-scope',
  'wallet-recipient-opens',
  'wallet-hours',
  'wallet-pending-blocks',
  'wallet-count',
  'wallet-amount-fen',
  'wallet-day-amount-fen',
  'wallet-floor-fen',
  'wallet-return-at',
] as const satisfies readonly ParameterName[]

/** Known to be live, and how it works: without either nothing is passed on. */
function modelOf(region: Region, now: Instant): Result<WalletModel, Refusal> {
  const today = dayOf(now)
  const live = neededRule(region, 'wallet-live', today)
  if (!live.ok) return live
  if (live.value.mayBlock && today < live.value.value) {
    return refuse({
      code: 'rule-unknown',
      facts: {
        regionCode: region.regionCode,
        regionName: region.shortName,
        parameter: 'wallet-live',
        from: live.value.value,
        spokenTo: 'policyholder',
      },
      rule: live.value.cited,
    })
  }
  const model = neededRule(region, 'wallet-model', today)
  return model.ok ? ok(model.value.value) : model
}

/** From the account only the employee scheme can send; what is in a wallet already may be passed on by anybody. */
function senderRefused(region: Region, { sender, from, now }: TransferFacts): Refusal | null {
  const today = dayOf(now)
  const who = { side: 'policyholder', spokenTo: 'policyholder' }
  const cited = (name: 'policyholder-scheme' | 'policyholder-standing') => {
    const rule = ruleHolding(region, name, today, sender.poolingAreaCode)
    return rule === null ? {} : { rule: rule.cited }
  }
  if (sender.enrolment === 'none' || sender.scheme === null) {
    return { code: 'not-enrolled', facts: who, ...cited('policyholder-scheme') }
  }
  if (from === 'account' && sender.scheme !== 'employee') {
    return {
      code: 'not-employee-scheme',
      facts: { ...who, scheme: sender.scheme },
      ...cited('policyholder-scheme'),
    }
  }
  if (sender.enrolment === 'suspended') {
    return { code: 'enrolment-suspended', facts: who, ...cited('policyholder-standing') }
  }
  return sender.walletOpen ? null : { code: 'wallet-not-open', facts: { ...who } }
}

function peopleRefused(region: Region, facts: TransferFacts): Refusal | null {
  const today = dayOf(facts.now)
  const scope = neededRule(region, 'relation-scope', today)
  if (!scope.ok) return scope.refusal
  if (scope.value.mayBlock && !scope.value.value.includes(facts.relation)) {
    return {
      code: 'relation-not-covered',
      facts: {
        relation: facts.relation,
        scope: scope.value.value,
        regionName: region.shortName,
        today,
        spokenTo: 'policyholder',
      },
      rule: scope.value.cited,
    }
  }
  const opens = settledDecision(region, 'wallet-recipient-opens', today)
  if (!opens.value || facts.recipientWalletOpen) return null
  return {
    code: 'wallet-not-open',
    facts: { side: 'relative', spokenTo: 'policyholder' },
    rule: opens.cited,
  }
}

/** The first minute counts and the last one does not: 22:00 is when the pause begins. */
function hoursRefused(region: Region, now: Instant): Result<null, Refusal> {
  const hours = neededRule(region, 'wallet-hours', dayOf(now))
  if (!hours.ok) return hours
  const { from, to } = hours.value.value
  const time = timeOfDay(now)
  if (!hours.value.mayBlock || (from <= time && time < to)) return ok(null)
  const opens = momentOn(time < from ? dayOf(now) : addDays(dayOf(now), 1), from)
  return refuse({ code: 'outside-hours', facts: { from, to, opens }, rule: hours.value.cited })
}

function pendingRefused(region: Region, { pending, now }: TransferFacts): Refusal | null {
  const rule = settledDecision(region, 'wallet-pending-blocks', dayOf(now))
  if (!pending || !rule.value) return null
  const returnAt = settledRule(region, 'wallet-return-at', dayOf(now)).value
  return { code: 'transfer-pending', facts: { returnAt }, rule: rule.cited }
}

function countRefused(region: Region, { sentToday, now }: TransferFacts): Refusal | null {
  const rule = ruleOf(region, 'wallet-count', dayOf(now))
  if (rule === null || !rule.mayBlock || sentToday.length < rule.value) return null
  return {
    code: 'transfer-count-reached',
    facts: { limit: rule.value, sent: sentToday.length },
    rule: rule.cited,
  }
}

function amountRefused(region: Region, facts: TransferFacts): Result<null, Refusal> {
  const today = dayOf(facts.now)
  const single = neededRule(region, 'wallet-amount-fen', today)
  if (!single.ok) return single
  if (single.value.mayBlock && facts.amountFen > single.value.value) {
    return refuse({
      code: 'transfer-amount-exceeded',
      facts: { per: 'transfer', limitFen: single.value.value, amountFen: facts.amountFen },
      rule: single.value.cited,
    })
  }
  const day = ruleOf(region, 'wallet-day-amount-fen', today)
  const sentFen = addFen(...facts.sentToday)
  if (day?.mayBlock !== true || sentFen + facts.amountFen <= day.value) return ok(null)
  return refuse({
    code: 'transfer-amount-exceeded',
    facts: {
      per: 'day',
      limitFen: day.value,
      amountFen: facts.amountFen,
      leftFen: Math.max(0, day.value - sentFen),
    },
    rule: day.cited,
  })
}

function balanceRefused(region: Region, facts: TransferFacts): Refusal | null {
  if (facts.from === 'wallet') {
    return facts.amountFen <= facts.walletFen
      ? null
      : {
          code: 'balance-too-low',
          facts: { of: 'wallet', neededFen: facts.amountFen, balanceFen: facts.walletFen },
        }
  }
  // Read as the source has it, before the transfer; what has to be left afterwards no source says.
  const floor = ruleOf(region, 'wallet-floor-fen', dayOf(facts.now))
  if (floor?.mayBlock === true && facts.accountFen < floor.value) {
    return {
      code: 'balance-floor',
      facts: { floorFen: floor.value, balanceFen: facts.accountFen },
      rule: floor.cited,
    }
  }
  const freeFen = fen(Math.max(0, facts.accountFen - facts.frozenFen))
  if (facts.amountFen <= freeFen) return null
  return {
    code: 'balance-too-low',
    facts: { of: 'account', neededFen: facts.amountFen, balanceFen: freeFen },
  }
}

/** When what was not accepted comes back: the next day at the region's time. */
export function unacceptedReturnsAt(question: {
  readonly regionCode: string
  readonly sentAt: Instant
}): Instant {
  const region = regionOf(question.regionCode) ?? FALLBACK_REGION
  const sentOn = dayOf(question.sentAt)
  return momentOn(addDays(sentOn, 1), settledRule(region, 'wallet-return-at', sentOn).value)
}

function transfersLeft(region: Region, now: Instant, sent: number): number | null {
  const rule = ruleOf(region, 'wallet-count', dayOf(now))
  return rule?.mayBlock === true ? Math.max(0, rule.value - sent) : null
}

export interface WalletToday extends Grounds {
  readonly model: WalletModel
  readonly hours: { readonly from: string; readonly to: string }
  readonly openNow: boolean
  /** Null where no number is published. */
  readonly transfersLeft: number | null
  /** Null where no sum a day is published with better evidence than machine-written text. */
  readonly amountLeftFen: Fen | null
  readonly singleLimitFen: Fen
}

/** What the wallet lets a person do today. Refusal: `rule-unknown`. For `wallet.get`. */
export function walletToday(question: {
  readonly regionCode: string
  readonly sentToday: readonly Fen[]
  readonly now: Instant
}): Result<WalletToday, Refusal> {
  const region = regionOf(question.regionCode) ?? FALLBACK_REGION
  const { now, sentToday } = question
  const today = dayOf(now)
  const model = modelOf(region, now)
  if (!model.ok) return model
  const hours = neededRule(region, 'wallet-hours', today)
  if (!hours.ok) return hours
  const single = neededRule(region, 'wallet-amount-fen', today)
  if (!single.ok) return single
  const day = ruleOf(region, 'wallet-day-amount-fen', today)
  return ok({
    model: model.value,
    hours: hours.value.value,
    openNow: hoursRefused(region, now).ok,
    transfersLeft: transfersLeft(region, now, sentToday.length),
    amountLeftFen: day?.mayBlock === true ? fen(Math.max(0, day.value - addFen(...sentToday))) : null,
    singleLimitFen: single.value.value,
    ...groundsOf(region, TRANSFER_RULES, today),
  })
}

/**
 * What goes back to the policyholder when the sharing by wallet ends: of a frozen quota all that was not used, of money
 * that was moved nothing, because it is the relative's since she accepted it. For `wallet` and the timer.
 */
export function returnsWhenEnded(shared: {
  readonly model: WalletModel
  readonly amountFen: Fen
  readonly usedFen: Fen
}): Fen {
  if (shared.usedFen > shared.amountFen) throw new RangeError('no more can be used than was shared')
  return shared.model === 'quota' ? subtractFen(shared.amountFen, shared.usedFen) : fen(0)
}

import type { SETTLEMENT_KINDS } from '../../shared/contract/settlements'
import { settlementSentences } from '../../shared/copy/settlement-sentences'
import {
  ownCredentialRule,
  type SettlementFacts,
  type SettlementPlan,
  settlementPlan,
} from '../../shared/rules'
import type { Day } from '../../shared/values/day'
import type { Refusal, RuleCited } from '../../shared/values/refusal'

export type SettlementKind = (typeof SETTLEMENT_KINDS)[number]

export interface InstitutionFacts {
  readonly kind: 'hospital' | 'pharmacy'
  readonly active: boolean
}

/** A bill of this kind at this institution, or why there is none. A pharmacy treats nobody, and a hospital is none. */
export function institutionRefused(
  institution: InstitutionFacts | null,
  kind: SettlementKind | undefined,
): Refusal | null {
  if (institution?.active !== true) return { code: 'institution-unknown' }
  const sells = kind === 'pharmacy'
  if (kind === undefined || sells === (institution.kind === 'pharmacy')) return null
  return { code: 'use-not-allowed', facts: { setBy: 'institution', institution: institution.kind } }
}

export interface CodeFacts {
  readonly regionCode: string | null
  /** Whether the code is that of the person who asks, or whose document the till was shown. */
  readonly isHers: boolean
  readonly today: Day
}

/** Nobody is treated with somebody else's code, and nobody looks with one into somebody else's accounts. */
export function codeRefused({ isHers, regionCode, today }: CodeFacts): Refusal | null {
  if (isHers) return null
  const rule = ownCredentialRule(regionCode, today)
  return {
    code: 'not-allowed',
    facts: { reason: 'code-of-another' },
    ...(rule === null ? {} : { rule }),
  }
}

export interface Divided {
  readonly plan: SettlementPlan
  readonly reasons: readonly string[]
  readonly rules: readonly RuleCited[]
}

/** Who pays what of a bill, and the sentences that say why. @param names the policyholders, masked, by binding */
export function divide(facts: SettlementFacts, names: ReadonlyMap<string, string>): Divided {
  const plan = settlementPlan(facts)
  const named = (bindingId: string | undefined) => names.get(bindingId ?? '') ?? ''
  const reasons = settlementSentences({
    billFen: facts.billFen,
    lines: plan.lines.map((line) => ({ ...line, name: named(line.bindingId) })),
    passedOver: plan.passedOver.map((one) => ({ ...one, name: named(one.bindingId) })),
  })
  const cited = [...plan.lines, ...plan.passedOver].flatMap(({ rule }) => (rule === null ? [] : [rule]))
  const rules = [...new Map(cited.map((rule) => [rule.parameter, rule])).values()]
  return { plan, reasons, rules }
}

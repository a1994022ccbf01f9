import { ageOn, type Day } from '../values/day'
import { type IdDocument, idNumberProblem } from '../values/id-document'
import type { Refusal } from '../values/refusal'
import { ok, type Result, refuse } from '../values/result'
import { type Grounds, groundsOf } from './grounds'
import { FALLBACK_REGION } from './held-regions'
import { sameDocument } from './may-invite'
import { regionOf, ruleOf, settledRule } from './rule'

export interface FamilyCodeFacts {
  readonly regionCode: string
  readonly holder: IdDocument
  readonly relative: { readonly document: IdDocument; readonly birthDay: Day | null }
  /** How many the holder has added in this calendar month, in whatever app. */
  readonly addedThisMonth: number
  /** How many hold the relative's code already. */
  readonly holdersOfRelative: number
  /** Whether this holder is one of them. */
  readonly held: boolean
  /** How many proofs are uploaded; missing where it is only asked what will be needed. */
  readonly proofsGiven?: number
  readonly today: Day
}

export interface FamilyCodeAllowed extends Grounds {
  /** A child is added by its guardian, anybody else agrees by a face check or another proof of herself. */
  readonly confirmedBy: 'relative' | 'guardian'
  readonly proofs: readonly string[]
  /** Left of this month after this one; null where no number is published. */
  readonly leftThisMonth: number | null
  /** It never does: the code shows who she is, and what she spends is her own. */
  readonly sharesMoney: false
}

/**
 * Whether somebody may hold a relative's insurance code (亲情账户). It shares no money, and so asks for no insurance and
 * no relation.
 *
 * Refusals: `self`, `id-number-invalid`, `already-bound` and `limit-reached` (each with `kind`), `proof-required`. For
 * `family-codes.add`.
 */
export function mayAddFamilyCode(facts: FamilyCodeFacts): Result<FamilyCodeAllowed, Refusal> {
  const region = regionOf(facts.regionCode) ?? FALLBACK_REGION
  const { today } = facts
  const spokenTo = 'policyholder'
  if (sameDocument(facts.holder, facts.relative.document)) {
    return refuse({ code: 'self', facts: { kind: 'family-code', spokenTo } })
  }
  const problem = idNumberProblem(facts.relative.document)
  if (problem !== null) return refuse({ code: 'id-number-invalid', facts: { problem, spokenTo } })
  if (facts.held) return refuse({ code: 'already-bound', facts: { kind: 'family-code', spokenTo } })
  const month = ruleOf(region, 'family-code-changes-a-month', today)
  if (month?.mayBlock === true && facts.addedThisMonth >= month.value) {
    return refuse({
      code: 'limit-reached',
      facts: { kind: 'family-codes-a-month', limit: month.value, used: facts.addedThisMonth },
      rule: month.cited,
    })
  }
  const holders = ruleOf(region, 'family-code-holders', today)
  if (holders?.mayBlock === true && facts.holdersOfRelative >= holders.value) {
    return refuse({
      code: 'limit-reached',
      facts: { kind: 'family-code-holders', limit: holders.value },
      rule: holders.cited,
    })
  }
  const childAge = settledRule(region, 'family-code-child-age', today)
  const { birthDay } = facts.relative
  const isChild = birthDay !== null && ageOn(birthDay, today) < childAge.value
  const asked = isChild ? ruleOf(region, 'family-code-child-proofs', today) : null
  const proofs = asked?.mayBlock === true ? asked.value : []
  if (asked !== null && proofs.length > 0 && facts.proofsGiven === 0) {
    return refuse({
      code: 'proof-required',
      facts: { proofs, for: 'family-code', spokenTo },
      rule: asked.cited,
    })
  }
  return ok({
    confirmedBy: isChild ? 'guardian' : 'relative',
    proofs,
    leftThisMonth: month?.mayBlock === true ? month.value - facts.addedThisMonth - 1 : null,
    sharesMoney: false,
    ...groundsOf(
      region,
      [
        'family-code-shares-money',
        'family-code-changes-a-month',
        'family-code-holders',
        'family-code-child-age',
        ...(isChild ? (['family-code-child-proofs'] as const) : []),
        'family-code-removed-by',
      ],
      today,
    ),
  })
}

import { addDays, type Day } from '../values/day'
import { FALLBACK_REGION } from './held-regions'
import { regionOf, settledRule } from './rule'

/**
 * The last day on which the proofs of an application are still there after it was decided: so long it may be handed in
 * again, and so long a decision can be reversed, since nobody reverses what cannot be looked at any more. No source
 * names the days: they are this product's reading until a region gives its own (`proof-retention-days`).
 */
export function proofsKeptUntil(question: { readonly regionCode: string; readonly decidedOn: Day }): Day {
  return addDays(question.decidedOn, proofsKeptDays(question.regionCode, question.decidedOn))
}

/** For how many days after the decision they are kept, so that whoever hands them in knows it beforehand. */
export function proofsKeptDays(regionCode: string, on: Day): number {
  return settledRule(regionOf(regionCode) ?? FALLBACK_REGION, 'proof-retention-days', on).value
}

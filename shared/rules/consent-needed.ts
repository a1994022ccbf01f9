import { ageOn, type Day } from '../values/day'
import type { RuleCited } from '../values/refusal'
import type { Relation } from '../values/relation'
import type { ConsentNeeded, LetterNeeded, SigningMode } from './answer'
import { FALLBACK_REGION } from './held-regions'
import { regionOf, settledRule } from './rule'

/**
 * What must be signed before a binding may begin. The policyholder's letter binds nobody but her: an adult relative
 * signs her own (个人信息保护法 art. 29, and both sides of their own will), and for a child the guardian signs. Who is
 * sixteen or older signs for herself, a policyholder's own child too.
 *
 * A child stays a guardian's matter when the family sits together: `inPerson` speaks of adults.
 */
export function consentNeeded(question: {
  readonly regionCode: string
  readonly relation: Relation
  /** Null where the document carries no birth day; the relative is then taken for an adult. */
  readonly relativeBirthDay: Day | null
  readonly inPerson: boolean
  readonly today: Day
}): ConsentNeeded {
  const { relation, relativeBirthDay, inPerson, today } = question
  const region = regionOf(question.regionCode) ?? FALLBACK_REGION
  const mode = settledRule(region, 'consent-mode', today)
  const guardianAge = settledRule(region, 'guardian-age', today)
  const confirms = settledRule(region, 'relative-confirms', today)
  const invite: LetterNeeded = { signer: 'policyholder', purpose: 'invite', mode: mode.value }
  // The sources speak of the policyholder's letter; that the other side signs in the same way is our reading.
  const otherSide: RuleCited = { ...mode.cited, ourReading: true }

  const isChild = relativeBirthDay !== null && ageOn(relativeBirthDay, today) < guardianAge.value
  if (isChild) {
    return {
      acceptance: 'by-guardian',
      guardian: relation === 'child' ? 'policyholder' : 'parent',
      letters: [invite, signed('guardian', 'guardian', mode.value)],
      rules: [guardianAge.cited, otherSide],
    }
  }
  return {
    acceptance: inPerson ? 'in-person' : 'by-relative',
    guardian: null,
    letters: [invite, signed('relative', 'accept', mode.value)],
    rules: [confirms.cited, otherSide],
  }
}

function signed(
  signer: LetterNeeded['signer'],
  purpose: LetterNeeded['purpose'],
  mode: SigningMode,
): LetterNeeded {
  return { signer, purpose, mode }
}

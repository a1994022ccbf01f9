import { ageOn, type Day, day, parseDay } from '../values/day'
import type { RuleCited } from '../values/refusal'
import type { Relation } from '../values/relation'
import type { ConsentNeeded, LetterNeeded, Signer, SigningMode } from './answer'
import { type Grounds, groundsOf } from './grounds'
import { FALLBACK_REGION } from './held-regions'
import type { Region } from './parameters'
import { regionOf, ruleHolding, ruleOf, settledRule } from './rule'

/**
 * What must be signed before a binding may begin. The policyholder's letter binds nobody but her: an adult relative
 * signs her own (个人信息保护法 art. 29, and both sides of their own will), and for a child the guardian signs. Who is
 * sixteen or older signs for herself, a policyholder's own child too.
 *
 * A child stays a guardian's matter when the family sits together: `inPerson` speaks of adults.
 */
export function consentNeeded(question: {
  readonly regionCode: string
  /** The policyholder's, for a notice that is known of one city; missing or null where nobody says. */
  readonly poolingAreaCode?: string | null
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
  const signed = letterBy(region, mode.value, today)
  const invite = signed('policyholder', 'invite')
  // The sources speak of the policyholder's letter; that the other side signs in the same way is our reading.
  const otherSide: RuleCited = { ...mode.cited, ourReading: true }
  const read = noticeOf(region, today, question.poolingAreaCode ?? null)

  const isChild = relativeBirthDay !== null && ageOn(relativeBirthDay, today) < guardianAge.value
  if (isChild) {
    return {
      acceptance: 'by-guardian',
      guardian: relation === 'child' ? 'policyholder' : 'parent',
      letters: [invite, signed('guardian', 'guardian')],
      ...read,
      rules: [guardianAge.cited, otherSide, ...read.rules],
    }
  }
  return {
    acceptance: inPerson ? 'in-person' : 'by-relative',
    guardian: null,
    letters: [invite, signed('relative', 'accept')],
    ...read,
    rules: [confirms.cited, otherSide, ...read.rules],
  }
}

/** The sentence to type where a region has letters typed, and whether one tap may fill it in. */
function letterBy(region: Region, mode: SigningMode, today: Day) {
  const sentence = mode === 'typed' ? settledRule(region, 'consent-sentence', today).value : null
  const oneTap = mode === 'typed' && ruleOf(region, 'consent-one-tap', today)?.value === true
  return (signer: Signer, purpose: LetterNeeded['purpose']): LetterNeeded => ({
    signer,
    purpose,
    mode,
    ...(sentence === null ? {} : { sentence, oneTap }),
  })
}

/** The notice that is read before anything is signed; null where the region has none beside its letter. */
function noticeOf(region: Region, today: Day, areaCode: string | null) {
  const notice = ruleHolding(region, 'bind-notice-title', today, areaCode)
  const { rules, remarks } = groundsOf(region, ['consent-title', 'consent-mode'], today)
  return {
    noticeTitle: notice?.value ?? null,
    rules: notice === null ? rules : [notice.cited, ...rules],
    remarks,
  }
}

/**
 * What is read and agreed to before a binding ends: the region's 解绑告知书, ticked by whoever ends it. 西藏 ticks it;
 * that every region does is our reading, because leaving must never be harder than joining was.
 *
 * For `bindings.prepare-unbind`.
 */
export function unbindConsentNeeded(question: {
  readonly regionCode: string
  readonly by: Signer
  readonly today: Day
}): Grounds & { readonly noticeTitle: string; readonly letters: readonly LetterNeeded<'unbind'>[] } {
  const region = regionOf(question.regionCode) ?? FALLBACK_REGION
  return {
    noticeTitle: settledRule(region, 'unbind-notice-title', question.today).value,
    letters: [{ signer: question.by, purpose: 'unbind', mode: 'tick' }],
    ...groundsOf(region, ['unbind-notice-title'], question.today),
  }
}

/** The day on which a child is old enough to answer for herself: the birthday at which the guardian's age ends. */
export function comesOfAge(regionCode: string, birthDay: Day, on: Day): Day {
  const region = regionOf(regionCode) ?? FALLBACK_REGION
  const years = settledRule(region, 'guardian-age', on).value
  const year = String(Number(birthDay.slice(0, 4)) + years)
  // One born on 29 February comes of age on 1 March of a common year, as `ageOn` counts.
  return parseDay(`${year}${birthDay.slice(4)}`) ?? day(`${year}-03-01`)
}

import { birthDayOf, type IdDocument, idNumberProblem, sameName } from '../../shared/values/id-document'
import type { Refusal } from '../../shared/values/refusal'

/** What is wrong with the form before anybody is asked, or null. */
export function formRefusal(document: IdDocument): Refusal | null {
  const problem = idNumberProblem(document)
  return problem === null ? null : { code: 'id-number-invalid', facts: { problem } }
}

type Verified =
  | { readonly outcome: 'passed'; readonly name: string; readonly document: IdDocument }
  | { readonly outcome: 'failed' | 'unknown' }

/**
 * Whether the identity check vouches for the person in the form, or why not. A check that was passed for somebody
 * else is answered like one that was not passed, so that nothing is learned about that somebody.
 */
export function verificationRefusal(
  form: { readonly name: string; readonly document: IdDocument },
  verified: Verified,
): Refusal | null {
  if (verified.outcome !== 'passed') {
    return { code: 'verification-failed', facts: { outcome: verified.outcome } }
  }
  if (!sameDocument(verified.document, form.document)) {
    return { code: 'verification-failed', facts: { outcome: 'failed' } }
  }
  return sameName(verified.name, form.name) ? null : { code: 'name-mismatch' }
}

function sameDocument(left: IdDocument, right: IdDocument): boolean {
  return left.idType === right.idType && left.idNumber === right.idNumber
}

/** Six digits that others try first: one digit repeated, a straight run, or the owner's birth day. */
export function isTooSimple(password: string, document: IdDocument): boolean {
  const steps = [...password].slice(1).map((digit, index) => Number(digit) - Number(password[index]))
  if (steps.every((step) => step === steps[0]) && Math.abs(steps[0] ?? 0) <= 1) return true
  const birthDigits = birthDayOf(document)?.replaceAll('-', '') ?? ''
  return birthDigits.includes(password) || document.idNumber.endsWith(password)
}

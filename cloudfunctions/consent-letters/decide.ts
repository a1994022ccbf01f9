import type { Signature } from '../../shared/contract/consent-letters'
import type { SigningMode } from '../../shared/rules'
import type { Instant } from '../../shared/values/day'
import type { Refusal } from '../../shared/values/refusal'

/**
 * The least ink of a handwritten name, as parts of the canvas and in points (our own figures): a dot, a tap or one
 * short stroke is no signature, and a name of a single simple character is.
 */
const LEAST_POINTS = 12
const LEAST_LENGTH_OF_SHORT_SIDE = 0.6
const LEAST_EXTENT_OF_SHORT_SIDE = 0.15

export interface SigningFacts {
  readonly letter: {
    readonly sm3: string
    readonly mode: SigningMode
    readonly sentence: string | null
    readonly signer: 'policyholder' | 'guardian' | 'relative'
    readonly signedAt: Instant | null
  }
  /** Null for a letter about a binding that holds already: it is signed long after the invitation. */
  readonly invitation: {
    readonly state: string
    readonly expiresAt: Instant
  } | null
  readonly sm3: string
  readonly signature: Signature
  /** Whether the one who signs does so on the policyholder's phone: then she may while it is still a draft. */
  readonly onPolicyholdersPhone: boolean
  readonly now: Instant
}

/** Why a letter cannot be signed in this way now, or null. */
export function signingRefusal(facts: SigningFacts): Refusal | null {
  const { letter, invitation } = facts
  if (letter.signedAt !== null) {
    return { code: 'not-allowed', facts: { reason: 'already-signed', signedAt: letter.signedAt } }
  }
  const closed = invitationRefusal(facts)
  if (closed !== null) return closed
  if (facts.sm3 !== letter.sm3) return { code: 'letter-changed' }
  if (facts.signature.kind !== letter.mode) {
    return {
      code: 'invalid-request',
      facts: { issues: [{ path: 'input.signature.kind', message: `this letter takes ${letter.mode}` }] },
    }
  }
  if (isEmpty(facts.signature, letter.sentence))
    return { code: 'signature-empty', facts: { mode: letter.mode } }
  return invitation === null || invitation.state === 'draft' || letter.signer !== 'policyholder'
    ? null
    : { code: 'invitation-closed', facts: { state: invitation.state } }
}

function invitationRefusal({ invitation, now, letter, onPolicyholdersPhone }: SigningFacts): Refusal | null {
  if (invitation === null) return null
  const spokenTo = onPolicyholdersPhone ? 'policyholder' : letter.signer
  if (invitation.state !== 'draft' && invitation.state !== 'pending') {
    const code = invitation.state === 'expired' ? 'invitation-expired' : 'invitation-closed'
    return { code, facts: { state: invitation.state, spokenTo } }
  }
  if (invitation.expiresAt <= now) {
    return { code: 'invitation-expired', facts: { expiresAt: invitation.expiresAt, spokenTo } }
  }
  // The relative answers to an invitation that was made; before the policyholder signs, there is none.
  if (invitation.state === 'draft' && letter.signer !== 'policyholder' && !onPolicyholdersPhone) {
    return { code: 'not-found' }
  }
  return null
}

/** Whether a signature says nothing: too little ink, or another sentence than the one to be typed. */
export function isEmpty(signature: Signature, sentence: string | null): boolean {
  switch (signature.kind) {
    case 'tick':
      return false
    case 'typed':
      return sentence === null || withoutMarks(signature.text) !== withoutMarks(sentence)
    case 'handwritten':
      return hasTooLittleInk(signature)
  }
}

/** Blanks and punctuation are not what a person is asked to say. */
function withoutMarks(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{P}]/gu, '')
}

function hasTooLittleInk({ strokes, width, height }: Extract<Signature, { kind: 'handwritten' }>): boolean {
  const side = Math.min(width, height)
  // Ink outside the canvas is not seen by the one who signs, so it does not count.
  const inside = strokes.map((stroke) =>
    stroke.filter(({ x, y }) => x >= 0 && y >= 0 && x <= width && y <= height),
  )
  const points = inside.flat()
  if (points.length < LEAST_POINTS) return true
  const length = inside.reduce((sum, stroke) => sum + lengthOf(stroke), 0)
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  const extent = Math.max(spread(xs), spread(ys))
  return length < LEAST_LENGTH_OF_SHORT_SIDE * side || extent < LEAST_EXTENT_OF_SHORT_SIDE * side
}

function lengthOf(stroke: readonly { readonly x: number; readonly y: number }[]): number {
  return stroke.slice(1).reduce((sum, point, index) => {
    const before = stroke[index] ?? point
    return sum + Math.hypot(point.x - before.x, point.y - before.y)
  }, 0)
}

function spread(values: readonly number[]): number {
  return (
    values.reduce((most, value) => Math.max(most, value), -Infinity) -
    values.reduce((least, value) => Math.min(least, value), Infinity)
  )
}

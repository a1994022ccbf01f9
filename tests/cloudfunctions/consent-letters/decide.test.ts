import fc from 'fast-check'
import { isEmpty, type SigningFacts, signingRefusal } from '../../../cloudfunctions/consent-letters/decide'
import { instant } from '../../../shared/values/day'

const NOW = instant('2025-11-05T01:00:00.000Z')
const SM3 = 'a'.repeat(64)

const DRAFT = { state: 'draft', expiresAt: instant('2025-11-08T01:00:00.000Z') }

function facts(more: Partial<SigningFacts> = {}): SigningFacts {
  return {
    letter: { sm3: SM3, mode: 'tick', sentence: null, signer: 'policyholder', signedAt: null },
    invitation: DRAFT,
    sm3: SM3,
    signature: { kind: 'tick' },
    onPolicyholdersPhone: true,
    now: NOW,
    ...more,
  }
}

const canvas = { kind: 'handwritten', width: 600, height: 300 } as const
const line = (count: number, stepX: number, stepY: number) =>
  Array.from({ length: count }, (_, index) => ({
    x: 50 + index * stepX,
    y: 50 + index * stepY,
    t: index * 10,
  }))

describe('signing', () => {
  it('is possible once, on the text that was read, in the way of the letter', () => {
    const { letter } = facts()
    expect(signingRefusal(facts())).toBeNull()
    expect(signingRefusal(facts({ sm3: 'b'.repeat(64) }))?.code).toBe('letter-changed')
    expect(signingRefusal(facts({ signature: { kind: 'typed', text: 'x' } }))?.code).toBe('invalid-request')
    expect(signingRefusal(facts({ letter: { ...letter, signedAt: NOW } }))).toMatchObject({
      code: 'not-allowed',
      facts: { reason: 'already-signed' },
    })
  })

  it.each([
    ['accepted', 'invitation-closed'],
    ['declined', 'invitation-closed'],
    ['revoked', 'invitation-closed'],
    ['expired', 'invitation-expired'],
  ])('is over with the invitation: %s', (state, code) => {
    expect(signingRefusal(facts({ invitation: { ...DRAFT, state } }))?.code).toBe(code)
  })

  it('of a notice of unbinding asks nothing of an invitation that is long over', () => {
    expect(signingRefusal(facts({ invitation: null }))).toBeNull()
    const relative = { ...facts().letter, signer: 'relative' as const }
    expect(
      signingRefusal(facts({ invitation: null, letter: relative, onPolicyholdersPhone: false })),
    ).toBeNull()
    expect(signingRefusal(facts({ invitation: null, sm3: 'b'.repeat(64) }))?.code).toBe('letter-changed')
  })

  it('ends with the 72 hours to the millisecond', () => {
    const invitation = { state: 'pending', expiresAt: NOW }
    const letter = { ...facts().letter, signer: 'relative' as const }
    expect(signingRefusal(facts({ letter, invitation }))?.code).toBe('invitation-expired')
  })

  it('shows the relative nothing of an invitation that the policyholder has not signed', () => {
    const letter = { ...facts().letter, signer: 'relative' as const }
    expect(signingRefusal(facts({ letter, onPolicyholdersPhone: false }))?.code).toBe('not-found')
    const invitation = { ...DRAFT, state: 'pending' }
    expect(signingRefusal(facts({ letter, invitation, onPolicyholdersPhone: false }))).toBeNull()
  })
})

describe('an empty signature', () => {
  it.each([
    ['no stroke', []],
    ['a tap', [[{ x: 300, y: 150, t: 0 }]]],
    ['many taps on one spot', Array.from({ length: 40 }, () => [{ x: 300, y: 150, t: 0 }])],
    ['one short stroke', [line(12, 1, 0)]],
    ['ink outside the canvas', [line(40, 20, 0).map((point) => ({ ...point, y: -50 }))]],
  ])('%s', (_, strokes) => {
    expect(isEmpty({ ...canvas, strokes }, null)).toBe(true)
  })

  it('is not one of a single simple character', () => {
    expect(isEmpty({ ...canvas, strokes: [line(24, 10, 0)] }, null)).toBe(false)
  })

  it('does not become empty by more ink', () => {
    const point = fc.record({
      x: fc.double({ min: 0, max: 600, noNaN: true }),
      y: fc.double({ min: 0, max: 300, noNaN: true }),
      t: fc.nat(),
    })
    fc.assert(
      fc.property(fc.array(fc.array(point, { maxLength: 30 }), { maxLength: 8 }), (more) => {
        expect(isEmpty({ ...canvas, strokes: [line(24, 10, 0), ...more] }, null)).toBe(false)
      }),
    )
  })

  it('is a sentence other than the one to be typed; blanks and marks do not matter', () => {
    const sentence = '我已阅读,同意共享。'
    const typed = (text: string) => isEmpty({ kind: 'typed', text }, sentence)
    expect(typed('我已阅读 同意共享')).toBe(false)
    expect(typed('我已阅读,同意共享。')).toBe(false)
    expect(typed('我已阅读,不同意共享。')).toBe(true)
    expect(typed('')).toBe(true)
    expect(isEmpty({ kind: 'typed', text: '' }, null)).toBe(true)
  })
})

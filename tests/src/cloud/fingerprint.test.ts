import fc from 'fast-check'
import { fingerprintOf } from '../../../src/cloud/fingerprint'

const of = (input: unknown, secrets: readonly string[] = [], caller = 'a') =>
  fingerprintOf(caller, 'identity', 'link', input, secrets)

describe('the fingerprint of a write', () => {
  it('does not depend on the order of keys or on undefined ones', () => {
    expect(of({ a: 1, b: { c: 2, d: 3 } })).toBe(of({ b: { d: 3, c: 2, e: undefined }, a: 1 }))
  })

  it('leaves secrets out, wherever they stand', () => {
    expect(of({ a: 1, token: 'x' }, ['token'])).toBe(of({ a: 1, token: 'y' }, ['token']))
    const strokes = (text: string) => ({ letterId: 'l', signature: { kind: 'handwritten', strokes: [text] } })
    expect(of(strokes('x'), ['signature.strokes'])).toBe(of(strokes('y'), ['signature.strokes']))
    expect(of({ strokes: 'x' }, ['signature.strokes'])).not.toBe(of({ strokes: 'y' }, ['signature.strokes']))
  })

  it('keeps two callers apart', () => {
    expect(of({ a: 1 }, [], 'a')).not.toBe(of({ a: 1 }, [], 'b'))
  })

  it('tells inputs apart', () => {
    const input = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean()))
    fc.assert(
      fc.property(input, input, (one, other) => {
        const same =
          JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort())
        expect(of(one) === of(other)).toBe(same)
      }),
    )
  })
})

import fc from 'fast-check'
import * as v from 'valibot'
import { isEmpty } from '../../../../cloudfunctions/consent-letters/decide'
import { consentLetters } from '../../../../shared/contract/consent-letters'
import {
  BLANK_INK,
  boundsOf,
  curvesOf,
  handwritingOf,
  type Ink,
  isEnoughInk,
  penDown,
  penMove,
  penUp,
  pictureOf,
  refitted,
  turned,
  undoStroke,
} from '../../../../src/components/signature-pad/ink'

const SIZE = { width: 343, height: 420 }

type Touch = { kind: 'down' | 'move'; x: number; y: number; wait: number } | { kind: 'up'; wait: number }

const coordinate = fc.double({ min: -500, max: 900, noNaN: true })
const touch: fc.Arbitrary<Touch> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('down' as const, 'move' as const),
    x: coordinate,
    y: coordinate,
    wait: fc.integer({ min: 0, max: 500 }),
  }),
  fc.record({ kind: fc.constant('up' as const), wait: fc.integer({ min: 0, max: 500 }) }),
)

function written(touches: readonly Touch[]): Ink {
  let now = 1_700_000_000_000
  let ink = BLANK_INK
  for (const each of touches) {
    now += each.wait
    if (each.kind === 'down') ink = penDown(ink, each, now, SIZE)
    else if (each.kind === 'move') ink = penMove(ink, each, now, SIZE)
    else ink = penUp(ink)
  }
  return ink
}

function line(from: [number, number], to: [number, number], points: number): Touch[] {
  const at = (index: number) => ({
    x: from[0] + ((to[0] - from[0]) * index) / points,
    y: from[1] + ((to[1] - from[1]) * index) / points,
    wait: 16,
  })
  const moves = Array.from({ length: points }, (_, index) => ({ kind: 'move' as const, ...at(index + 1) }))
  return [{ kind: 'down', ...at(0) }, ...moves, { kind: 'up', wait: 16 }]
}

describe('ink', () => {
  it('is always something that the contract takes, whatever the fingers do', () => {
    const signature = consentLetters.actions.sign.input.entries.signature
    fc.assert(
      fc.property(
        fc.array(touch, { maxLength: 120 }),
        fc.constantFrom('upright', 'sideways'),
        (touches, turn) => {
          const sent = handwritingOf(written(touches), SIZE, turn)
          expect(v.safeParse(signature, sent).success).toBe(true)
          for (const point of sent.strokes.flat()) {
            expect(point.x).toBeGreaterThanOrEqual(0)
            expect(point.x).toBeLessThanOrEqual(sent.width)
            expect(point.y).toBeGreaterThanOrEqual(0)
            expect(point.y).toBeLessThanOrEqual(sent.height)
          }
        },
      ),
    )
  })

  it('has times that never run backwards and begin at zero', () => {
    fc.assert(
      fc.property(fc.array(touch, { maxLength: 120 }), (touches) => {
        const times = written(touches)
          .strokes.flat()
          .map((point) => point.t)
        expect(times).toEqual([...times].sort((a, b) => a - b))
        expect(times[0] ?? 0).toBe(0)
      }),
    )
  })

  it('takes back one stroke at a time until the pad is blank', () => {
    fc.assert(
      fc.property(fc.array(touch, { maxLength: 60 }), (touches) => {
        let ink = written(touches)
        const strokes = ink.strokes.length
        for (let count = 0; count < strokes; count++) ink = undoStroke(ink)
        expect(ink).toEqual(BLANK_INK)
      }),
    )
  })

  it('writes nothing without a finger on the pad: a scroll that passes over it leaves no line', () => {
    expect(penMove(BLANK_INK, { x: 10, y: 10 }, 5, SIZE)).toBe(BLANK_INK)
    const lifted = written(line([10, 10], [100, 100], 10))
    expect(penMove(lifted, { x: 200, y: 200 }, 99, SIZE)).toBe(lifted)
  })

  it('stops at the contract’s bounds of strokes and points', () => {
    let ink = BLANK_INK
    for (let count = 0; count < 305; count++) ink = penUp(penDown(ink, { x: count, y: 1 }, count, SIZE))
    expect(ink.strokes).toHaveLength(300)
    let long = penDown(BLANK_INK, { x: 0, y: 0 }, 0, SIZE)
    for (let count = 0; count < 5_010; count++)
      long = penMove(long, { x: (count % 2) * 50, y: 0 }, count, SIZE)
    expect(long.strokes[0]).toHaveLength(5_000)
  })

  it('can be sent however long a hand writes: the largest is below 100 KB of text, and the line stays where it was', () => {
    // Three hundred strokes that wander over the largest pad for a minute.
    const size = { width: 812, height: 1_375 }
    let ink = BLANK_INK
    for (let stroke = 0; stroke < 300; stroke++) {
      const at = (step: number) => ({
        x: (stroke * 37 + step * 1.9) % 812,
        y: (stroke * 53 + step * 2.3) % 1_375,
      })
      ink = penDown(ink, at(0), stroke * 200, size)
      for (let step = 1; step < 80; step++) ink = penMove(ink, at(step), stroke * 200 + step * 2, size)
      ink = penUp(ink)
    }
    expect(ink.strokes.flat().length).toBeGreaterThan(20_000)
    const sent = handwritingOf(ink, size, 'sideways')
    expect(v.safeParse(consentLetters.actions.sign.input.entries.signature, sent).issues).toBeUndefined()
    expect(JSON.stringify(sent).length).toBeLessThan(98_000)
    expect(sent.strokes).toHaveLength(300)
    const ends = (strokes: readonly (readonly unknown[])[]) => strokes.map((each) => [each[0], each.at(-1)])
    expect(ends(sent.strokes)).toEqual(ends(turned(ink.strokes, size, 'sideways')))
    // What a hand usually writes is sent point by point.
    const usual = written(line([10, 10], [300, 300], 40))
    expect(handwritingOf(usual, SIZE, 'upright').strokes).toEqual(usual.strokes)
  })

  it('lies level after a quarter turn: what ran down the phone runs to the right', () => {
    const down = written(line([170, 20], [170, 400], 20))
    const sent = handwritingOf(down, SIZE, 'sideways')
    expect([sent.width, sent.height]).toEqual([SIZE.height, SIZE.width])
    const bounds = boundsOf(sent.strokes)
    expect((bounds?.right ?? 0) - (bounds?.left ?? 0)).toBeCloseTo(380, 0)
    expect(bounds?.top).toBeCloseTo(SIZE.width - 170, 0)
    const points = sent.strokes[0] ?? []
    expect(points[0]?.x).toBeLessThan(points[points.length - 1]?.x ?? 0)
  })

  it('fits a smaller pad whole, and stays as it was on a larger one', () => {
    const size = fc.record({
      width: fc.integer({ min: 60, max: 800 }),
      height: fc.integer({ min: 60, max: 800 }),
    })
    fc.assert(
      fc.property(fc.array(touch, { maxLength: 60 }), size, (touches, to) => {
        const ink = written(touches)
        const fitted = refitted(ink, to)
        expect(fitted.strokes.map((stroke) => stroke.length)).toEqual(
          ink.strokes.map((stroke) => stroke.length),
        )
        for (const { x, y } of fitted.strokes.flat()) {
          expect(x).toBeLessThanOrEqual(to.width)
          expect(y).toBeLessThanOrEqual(to.height)
        }
        if (to.width >= SIZE.width && to.height >= SIZE.height) expect(fitted).toBe(ink)
      }),
    )
  })

  it('keeps the shape in a turn: every two points stay as far apart as they were', () => {
    fc.assert(
      fc.property(fc.array(touch, { minLength: 2, maxLength: 40 }), (touches) => {
        const ink = written(touches)
        const before = ink.strokes.flat()
        const after = handwritingOf(ink, SIZE, 'sideways').strokes.flat()
        for (let index = 1; index < before.length; index++) {
          const [a, b, c, d] = [before[index - 1], before[index], after[index - 1], after[index]]
          if (!a || !b || !c || !d) throw new Error('a point was lost')
          expect(Math.hypot(c.x - d.x, c.y - d.y)).toBeCloseTo(Math.hypot(a.x - b.x, a.y - b.y), 5)
        }
      }),
    )
  })
})

describe('enough ink', () => {
  it.each([
    ['nothing', []],
    ['a dot', [{ kind: 'down', x: 50, y: 50, wait: 0 } as const]],
    [
      'many dots in one place',
      Array.from({ length: 40 }, () => ({ kind: 'down', x: 9, y: 9, wait: 5 }) as const),
    ],
    ['a short tick', line([10, 10], [30, 30], 14)],
    ['a scribble within a fingertip', [...line([10, 10], [30, 10], 20), ...line([30, 12], [10, 12], 20)]],
    ['two far points', line([10, 10], [300, 300], 1)],
  ])('%s is not a name', (_what, touches) => {
    expect(isEnoughInk(written(touches).strokes, SIZE)).toBe(false)
  })

  it('two characters are a name, and stay one whatever is written after them', () => {
    const name = [
      ...line([40, 60], [160, 60], 20),
      ...line([100, 30], [100, 180], 20),
      ...line([200, 60], [320, 60], 20),
      ...line([260, 30], [260, 180], 20),
    ]
    fc.assert(
      fc.property(fc.array(touch, { maxLength: 40 }), (more) => {
        expect(isEnoughInk(written([...name, ...more]).strokes, SIZE)).toBe(true)
      }),
    )
  })
})

describe('the pad and the function', () => {
  it('agree: what the pad takes as a name is never refused as too little ink', () => {
    const far = fc.record({ x: fc.integer({ min: 0, max: 343 }), y: fc.integer({ min: 0, max: 420 }) })
    fc.assert(
      fc.property(fc.array(fc.tuple(far, far), { minLength: 1, maxLength: 6 }), (lines) => {
        const ink = written(lines.flatMap(([from, to]) => line([from.x, from.y], [to.x, to.y], 14)))
        const taken = isEnoughInk(ink.strokes, SIZE)
        for (const turn of ['upright', 'sideways'] as const) {
          if (taken) expect(isEmpty(handwritingOf(ink, SIZE, turn), null)).toBe(false)
        }
      }),
    )
  })
})

describe('the drawn line', () => {
  it('begins where the finger began and ends where it ended', () => {
    const stroke = written(line([10, 20], [110, 220], 15)).strokes[0] ?? []
    const curves = curvesOf(stroke)
    const last = stroke[stroke.length - 1]
    expect(curves).toHaveLength(stroke.length - 1)
    expect(curves[0]).toMatchObject({ controlX: 10, controlY: 20 })
    expect(curves[curves.length - 1]).toMatchObject({ x: last?.x, y: last?.y })
  })

  it('is a picture of nothing when nothing was written, else an SVG around the ink', () => {
    expect(pictureOf(handwritingOf(BLANK_INK, SIZE, 'upright'))).toBe('')
    const picture = pictureOf(handwritingOf(written(line([50, 50], [150, 90], 12)), SIZE, 'upright'))
    const svg = decodeURIComponent(picture.replace('data:image/svg+xml,', ''))
    expect(svg).toContain('viewBox="42 42 116 56"')
    expect(svg).toContain('<path d="M50,50q')
  })
})

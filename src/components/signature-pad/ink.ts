import type { Signature } from '../../../shared/contract/consent-letters'

/** A place of the finger on the pad, in the pad's own units (logical pixels), `t` in milliseconds from the first touch. */
export interface InkPoint {
  readonly x: number
  readonly y: number
  readonly t: number
}
export type Stroke = readonly InkPoint[]

export interface PadSize {
  readonly width: number
  readonly height: number
}

/** Which way up the phone is held while signing. `sideways` is a quarter turn to the left: the long side is the width. */
export type PadTurn = 'upright' | 'sideways'

/** Everything that was written, and whether a finger is down. Values only: each change makes a new one. */
export interface Ink {
  readonly strokes: readonly Stroke[]
  readonly writing: boolean
  /** The moment of the first touch, in milliseconds of the caller's clock; null while the pad is empty. */
  readonly beganAt: number | null
}

export const BLANK_INK: Ink = { strokes: [], writing: false, beganAt: null }

// The contract's bounds, so that a signature can always be sent: no more strokes are begun, and of very many points
// those are sent that show the line as it was drawn.
const MOST_STROKES = 300
const MOST_POINTS = 2_500
// Nobody writes her name in so many; beyond it the finger plays, and the phone need not keep it.
const MOST_POINTS_OF_STROKE = 5_000

// A finger that rests sends the same place again and again; closer than this says nothing about the hand.
const LEAST_STEP = 1.2

// Too little ink is refused when it is sent. The pad says so before, while she can still add to it, and asks for a
// little more than the function does, so that what the pad takes is never refused. Parts of the pad's short side.
const LEAST_POINTS = 12
const LEAST_LENGTH_OF_SHORT_SIDE = 0.65
const LEAST_EXTENT_OF_SHORT_SIDE = 0.18

function roundTenth(value: number): number {
  return Math.round(value * 10) / 10
}

function within(value: number, most: number): number {
  return roundTenth(Math.min(Math.max(value, 0), most))
}

/** Puts the finger down. Beyond the greatest number of strokes nothing is written. */
export function penDown(ink: Ink, place: { x: number; y: number }, at: number, size: PadSize): Ink {
  if (ink.strokes.length >= MOST_STROKES) return ink.writing ? { ...ink, writing: false } : ink
  const beganAt = ink.beganAt ?? at
  const point = {
    x: within(place.x, size.width),
    y: within(place.y, size.height),
    t: Math.max(0, Math.round(at - beganAt)),
  }
  return { strokes: [...ink.strokes, [point]], writing: true, beganAt }
}

/** Moves the finger. Without a finger down nothing is written: a scroll that ends on the pad leaves no line. */
export function penMove(ink: Ink, place: { x: number; y: number }, at: number, size: PadSize): Ink {
  const stroke = ink.strokes[ink.strokes.length - 1]
  const last = stroke?.[stroke.length - 1]
  if (!ink.writing || stroke === undefined || last === undefined || ink.beganAt === null) return ink
  if (stroke.length >= MOST_POINTS_OF_STROKE) return ink
  const x = within(place.x, size.width)
  const y = within(place.y, size.height)
  if (Math.hypot(x - last.x, y - last.y) < LEAST_STEP) return ink
  const point = { x, y, t: Math.max(last.t, Math.round(at - ink.beganAt)) }
  return { ...ink, strokes: [...ink.strokes.slice(0, -1), [...stroke, point]] }
}

export function penUp(ink: Ink): Ink {
  return ink.writing ? { ...ink, writing: false } : ink
}

/** Takes back the last stroke. */
export function undoStroke(ink: Ink): Ink {
  const strokes = ink.strokes.slice(0, -1)
  return strokes.length === 0 ? BLANK_INK : { ...ink, strokes, writing: false }
}

function lengthOf(stroke: Stroke): number {
  let length = 0
  for (let index = 1; index < stroke.length; index++) {
    const from = stroke[index - 1]
    const to = stroke[index]
    if (from !== undefined && to !== undefined) length += Math.hypot(to.x - from.x, to.y - from.y)
  }
  return length
}

/** The smallest box around the ink; null where there is none. */
export function boundsOf(
  strokes: readonly Stroke[],
): { left: number; top: number; right: number; bottom: number } | null {
  const points = strokes.flat()
  if (points.length === 0) return null
  const xs = points.map((point) => point.x)
  const ys = points.map((point) => point.y)
  const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b))
  const most = (values: number[]) => values.reduce((a, b) => Math.max(a, b))
  return { left: least(xs), top: least(ys), right: most(xs), bottom: most(ys) }
}

/** Whether what was written can be a name: a dot, a tick or a short line is not one. */
export function isEnoughInk(strokes: readonly Stroke[], size: PadSize): boolean {
  const bounds = boundsOf(strokes)
  if (bounds === null) return false
  const points = pointsIn(strokes)
  const length = strokes.reduce((sum, stroke) => sum + lengthOf(stroke), 0)
  const extent = Math.max(bounds.right - bounds.left, bounds.bottom - bounds.top)
  const side = Math.min(size.width, size.height)
  return (
    points >= LEAST_POINTS &&
    length >= LEAST_LENGTH_OF_SHORT_SIDE * side &&
    extent >= LEAST_EXTENT_OF_SHORT_SIDE * side
  )
}

/**
 * The ink on a pad that has become smaller, as when the letters grow or the phone is turned: drawn smaller where it
 * would stick out, with its shape kept. What fits stays as it was written.
 */
export function refitted(ink: Ink, size: PadSize): Ink {
  const bounds = boundsOf(ink.strokes)
  if (bounds === null || (bounds.right <= size.width && bounds.bottom <= size.height)) return ink
  const scale = Math.min(size.width / bounds.right, size.height / bounds.bottom)
  const strokes = ink.strokes.map((stroke) =>
    stroke.map(({ x, y, t }) => ({ x: within(x * scale, size.width), y: within(y * scale, size.height), t })),
  )
  return { ...ink, strokes }
}

/** The ink as somebody sees it who holds the phone sideways: a quarter turn, so that the name lies level. */
export function turned(strokes: readonly Stroke[], size: PadSize, turn: PadTurn): readonly Stroke[] {
  if (turn === 'upright') return strokes
  return strokes.map((stroke) =>
    stroke.map((point) => ({ x: point.y, y: roundTenth(size.width - point.x), t: point.t })),
  )
}

export type Handwriting = Extract<Signature, { kind: 'handwritten' }>

/** What is sent with the letter: the strokes, level, on a canvas of the size on which they were written. */
export function handwritingOf(ink: Ink, size: PadSize, turn: PadTurn): Handwriting {
  const [width, height] = turn === 'upright' ? [size.width, size.height] : [size.height, size.width]
  return {
    kind: 'handwritten',
    width,
    height,
    strokes: turned(thinned(ink.strokes), size, turn).map((stroke) => stroke.map((point) => ({ ...point }))),
  }
}

/** As few points as are taken: the nearest to each other go first, each stroke keeps its two ends. */
function thinned(strokes: readonly Stroke[]): readonly Stroke[] {
  let kept = strokes
  for (let step = LEAST_STEP * 1.25; pointsIn(kept) > MOST_POINTS; step *= 1.25) {
    kept = kept.map((stroke) => withoutNearOnes(stroke, step))
  }
  return kept
}

function pointsIn(strokes: readonly Stroke[]): number {
  return strokes.reduce((sum, stroke) => sum + stroke.length, 0)
}

function withoutNearOnes(stroke: Stroke, step: number): Stroke {
  const kept: InkPoint[] = []
  stroke.forEach((point, index) => {
    const before = kept[kept.length - 1]
    const isEnd = index === 0 || index === stroke.length - 1
    if (before === undefined || isEnd || Math.hypot(point.x - before.x, point.y - before.y) >= step) {
      kept.push(point)
    }
  })
  return kept
}

/** One piece of a smooth line: a quadratic curve from where the pen stands. */
export interface Curve {
  readonly controlX: number
  readonly controlY: number
  readonly x: number
  readonly y: number
}

/**
 * A stroke as smooth curves: each place that the finger passed bends the line, and the line runs through
 * the middles between them. A stroke of one place is a dot, which has no curve.
 */
export function curvesOf(stroke: Stroke): readonly Curve[] {
  const curves: Curve[] = []
  for (let index = 1; index < stroke.length; index++) {
    const bend = stroke[index - 1]
    const next = stroke[index]
    if (bend === undefined || next === undefined) continue
    const isLast = index === stroke.length - 1
    curves.push({
      controlX: bend.x,
      controlY: bend.y,
      x: isLast ? next.x : (bend.x + next.x) / 2,
      y: isLast ? next.y : (bend.y + next.y) / 2,
    })
  }
  return curves
}

export const INK_COLOUR = '#1b2430'
export const INK_WIDTH = 4

/** A picture of the signature, cut to the ink, as a data URI that an `Image` shows on every platform. */
export function pictureOf(handwriting: Handwriting): string {
  const bounds = boundsOf(handwriting.strokes)
  if (bounds === null) return ''
  const margin = INK_WIDTH * 2
  const box = [
    roundTenth(bounds.left - margin),
    roundTenth(bounds.top - margin),
    roundTenth(bounds.right - bounds.left + margin * 2),
    roundTenth(bounds.bottom - bounds.top + margin * 2),
  ].join(' ')
  const paths = handwriting.strokes.map(pathOf).join('')
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}"><g fill="none" stroke="${INK_COLOUR}"` +
    ` stroke-width="3" stroke-linecap="round" stroke-linejoin="round">${paths}</g></svg>`
  // A comma may stand in an address as it is; a blank would take three bytes.
  return `data:image/svg+xml,${encodeURIComponent(svg).replace(/%2C/g, ',')}`
}

// However small the picture is shown, the line stays as thick as a pen's.
const EVEN_WIDTH = ' vector-effect="non-scaling-stroke"'

function pathOf(stroke: Stroke): string {
  const first = stroke[0]
  if (first === undefined) return ''
  const start = `M${first.x},${first.y}`
  // A line of no length with round ends is drawn as a dot.
  if (stroke.length === 1) return `<path d="${start}l0,0"${EVEN_WIDTH}/>`
  // Each curve is told from where the one before has ended: a quarter of the length, because the steps are small.
  let from = { x: first.x, y: first.y }
  const line = curvesOf(stroke)
    .map((curve) => {
      const steps = [curve.controlX - from.x, curve.controlY - from.y, curve.x - from.x, curve.y - from.y]
      const [bendX = 0, bendY = 0, stepX = 0, stepY = 0] = steps.map(roundTenth)
      from = { x: from.x + stepX, y: from.y + stepY }
      return `q${[bendX, bendY, stepX, stepY].join(',')}`
    })
    .join('')
  return `<path d="${start}${line}"${EVEN_WIDTH}/>`
}

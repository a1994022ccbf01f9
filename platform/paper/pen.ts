export interface PenPoint {
  readonly x: number
  readonly y: number
}

/** The strokes of a signature in the units of the canvas on which it was written. */
export interface PenStrokes {
  readonly width: number
  readonly height: number
  readonly strokes: readonly (readonly PenPoint[])[]
}

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A small signature on a large canvas is drawn larger than the canvas would be, but a dot stays a dot. */
const MOST_ENLARGED = 2.5
/** Points nearer to each other than this, in points of the paper, cannot be told apart in print. */
const NEAREST = 0.35
const MOST_POINTS = 2_500

/** The strokes on the paper: as large as the box allows, in its middle, never distorted. */
export function strokesInBox({ width, height, strokes }: PenStrokes, box: Box): PenPoint[][] {
  const points = strokes.flat()
  if (points.length === 0) return []
  const [left, right] = range(points.map(({ x }) => x))
  const [top, bottom] = range(points.map(({ y }) => y))
  const asCanvas = Math.min(box.width / width, box.height / height)
  const scale = Math.min(
    box.width / Math.max(right - left, 1),
    box.height / Math.max(bottom - top, 1),
    asCanvas * MOST_ENLARGED,
  )
  const toPaper = ({ x, y }: PenPoint) => ({
    x: box.x + box.width / 2 + (x - (left + right) / 2) * scale,
    y: box.y + box.height / 2 + (y - (top + bottom) / 2) * scale,
  })
  return thinned(strokes.filter((stroke) => stroke.length > 0).map((stroke) => stroke.map(toPaper)))
}

/**
 * One stroke as the path of an SVG: curves through the middles between points, so that no corner shows where the finger was
 * asked for its place.
 */
export function strokePath(points: readonly PenPoint[]): string {
  const [first, ...rest] = points
  const last = rest.at(-1)
  if (first === undefined) return ''
  // A line without length gets its ink from the round ends of the pen.
  if (last === undefined) return `M${place(first)}L${place({ x: first.x + 0.01, y: first.y })}`
  const curves = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? last
    return `Q${place(point)} ${place({ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}`
  })
  return `M${place(first)}${curves.join('')}L${place(last)}`
}

function place({ x, y }: PenPoint): string {
  return `${x.toFixed(2)} ${y.toFixed(2)}`
}

function range(values: readonly number[]): [number, number] {
  return values.reduce<[number, number]>(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  )
}

/** Leaves out points that print cannot show; a scribble of a million points must not make the file heavy. */
function thinned(strokes: PenPoint[][]): PenPoint[][] {
  let kept = strokes
  let points = Number.POSITIVE_INFINITY
  for (let nearest = NEAREST; points > Math.max(MOST_POINTS, strokes.length * 2); nearest *= 1.5) {
    kept = kept.map((stroke) => withoutNearOnes(stroke, nearest))
    points = kept.reduce((sum, stroke) => sum + stroke.length, 0)
  }
  return kept
}

function withoutNearOnes(stroke: PenPoint[], nearest: number): PenPoint[] {
  const kept: PenPoint[] = []
  for (const [index, point] of stroke.entries()) {
    const before = kept.at(-1)
    const isEnd = index === 0 || index === stroke.length - 1
    if (before === undefined || isEnd || Math.hypot(point.x - before.x, point.y - before.y) >= nearest) {
      kept.push(point)
    }
  }
  return kept
}

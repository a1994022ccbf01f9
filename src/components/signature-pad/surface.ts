import Taro from '@tarojs/taro'
import { curvesOf, INK_COLOUR, INK_WIDTH, type PadSize, type Stroke } from './ink'

/** What is drawn on: a context whose unit is one logical pixel, whatever the density of the screen. */
export interface Surface {
  readonly context: CanvasRenderingContext2D
  readonly size: PadSize
}

interface CanvasNode {
  width: number
  height: number
  getContext(kind: '2d'): CanvasRenderingContext2D | null
}

function prepared(canvas: CanvasNode, size: PadSize, density: number): Surface | null {
  // A sharp line needs as many dots as the screen has; more than three for each pixel nobody sees.
  const ratio = Math.min(Math.max(density, 1), 3)
  canvas.width = Math.round(size.width * ratio)
  canvas.height = Math.round(size.height * ratio)
  const context = canvas.getContext('2d')
  if (context === null) return null
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.lineWidth = INK_WIDTH
  context.strokeStyle = INK_COLOUR
  context.fillStyle = INK_COLOUR
  return { context, size }
}

/** In a browser: a canvas of our own inside the box, as large as the box is. */
export function surfaceInBrowser(canvas: HTMLCanvasElement, box: HTMLElement): Surface | null {
  const { width, height } = box.getBoundingClientRect()
  if (width < 1 || height < 1) return null
  return prepared(canvas, { width, height }, window.devicePixelRatio || 1)
}

/** In WeChat: the node behind the `Canvas` component; null while it is not there yet. */
export function surfaceInWeapp(canvasId: string): Promise<Surface | null> {
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${canvasId}`)
      .fields({ node: true, size: true })
      .exec((answers: readonly ({ node?: CanvasNode; width?: number; height?: number } | null)[]) => {
        const found = answers[0]
        const { node, width = 0, height = 0 } = found ?? {}
        if (node === undefined || width < 1 || height < 1) resolve(null)
        else resolve(prepared(node, { width, height }, Taro.getWindowInfo().pixelRatio))
      })
  })
}

/**
 * Draws a stroke, or what was added to it since `fromPoint` places had been drawn. The last piece, which runs to the
 * very place of the finger, is drawn when the finger is lifted (`whole`).
 */
export function drawStroke({ context }: Surface, stroke: Stroke, fromPoint: number, whole: boolean): void {
  const first = stroke[0]
  if (first === undefined) return
  if (stroke.length === 1) {
    context.beginPath()
    context.arc(first.x, first.y, INK_WIDTH / 2, 0, Math.PI * 2)
    context.fill()
    return
  }
  const curves = curvesOf(stroke)
  const end = whole ? curves.length : curves.length - 1
  const begin = Math.min(Math.max(fromPoint - 2, 0), Math.max(end - 1, 0))
  const before = begin === 0 ? first : curves[begin - 1]
  if (before === undefined || end <= begin) return
  context.beginPath()
  context.moveTo(before.x, before.y)
  for (const curve of curves.slice(begin, end)) {
    context.quadraticCurveTo(curve.controlX, curve.controlY, curve.x, curve.y)
  }
  context.stroke()
}

export function drawAll(surface: Surface, strokes: readonly Stroke[]): void {
  surface.context.clearRect(0, 0, surface.size.width, surface.size.height)
  for (const stroke of strokes) drawStroke(surface, stroke, 0, true)
}

import { PHONE } from './wx'

/** How large a canvas says that it is. */
export const PAD = { width: PHONE.width - 32, height: 300 }

/** The node behind a `canvas`: it draws nothing and counts what it was told to draw. */
export class CanvasNode {
  width = PAD.width
  height = PAD.height
  strokes = 0
  private readonly context = this.makeContext()

  getContext(kind: string): unknown {
    if (kind !== '2d') throw new Error(`a canvas of the kind ${kind} is not here`)
    return this.context
  }

  private makeContext() {
    const nothing = () => undefined
    return {
      ...{
        setTransform: nothing,
        scale: nothing,
        clearRect: nothing,
        beginPath: nothing,
        closePath: nothing,
      },
      ...{ moveTo: nothing, lineTo: nothing, arc: nothing, quadraticCurveTo: nothing, fillRect: nothing },
      fill: () => this.drawn(),
      stroke: () => this.drawn(),
    }
  }

  private drawn(): void {
    this.strokes += 1
  }
}

import { type Launched, Live } from './component'
import { CanvasNode, type Watch } from './elements'
import type { Address } from './navigation'
import type { Occasion } from './record'
import { ViewNode } from './view'

/** An open page: its logic, and what stands on it. */
export class Page extends Live {
  /** Why the page sends what it sends now. */
  occasion: Occasion
  /** What its scripts want to be told of when it comes into sight. */
  readonly watches = new Set<Watch>()
  private readonly canvases = new Map<string, CanvasNode>()
  private root: ViewNode | null = null

  constructor(
    readonly address: Address,
    launched: Launched,
  ) {
    const { timers, logic, record } = launched
    const read = () => logic.configurationOf(address.route)
    const configuration = timers.guard(`${address.route}.js`, read) ?? {}
    super(address.route, configuration, configuration, {}, launched)
    this.occasion = record.occasion(this.path, 'opened')
  }

  begin(): void {
    this.live('onLoad', this.launched.logic.own(this.address.query))
    this.live('onShow')
    this.launched.timers.later(() => this.live('onReady'))
  }

  /** Somebody touches the page; what it sends from now on is because of that. */
  touched(cause: string): void {
    this.occasion = this.launched.record.occasion(this.path, cause)
  }

  sent(bytes: number, drawn: () => void): void {
    this.occasion.calls += 1
    this.occasion.bytes += bytes
    this.root = null
    this.launched.timers.later(() => {
      this.tree()
      drawn()
    })
  }

  /** All that stands on it, as WeChat would draw it. */
  tree(): ViewNode {
    if (this.root !== null) return this.root
    const root = new ViewNode({ tag: 'page' }, this, null)
    // What is sent while it is drawn asks for a further drawing.
    this.root = root
    this.drawInto(root)
    return root
  }

  /** The node that draws for a `canvas`, as long as the page lives. */
  canvas(id: string): CanvasNode {
    const canvas = this.canvases.get(id) ?? new CanvasNode()
    this.canvases.set(id, canvas)
    return canvas
  }

  override leave(): void {
    super.leave('onUnload')
  }
}

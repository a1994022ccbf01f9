import { type Build, kept } from './build'
import { CanvasNode, type Watch } from './elements'
import { hearers } from './events'
import type { Configuration, LogicLayer } from './logic'
import type { Address } from './navigation'
import type { Occasion, RunRecord } from './record'
import type { Timers } from './timers'
import { type Draw, type Drawn, elementOf } from './view'

/** What every page and component of one launch stands on. */
export interface Launched {
  readonly build: Build
  readonly logic: LogicLayer
  readonly timers: Timers
  readonly record: RunRecord
  readonly draw: Draw
}

type Data = Record<string, unknown>

/** A page or a component that lives: it hears what happens on what its template draws. */
abstract class Live {
  /** What `this` is in the logic. */
  readonly self: Data
  protected readonly data: Data
  /** The components that its template has brought to life. */
  private readonly inner = new Map<string, Component>()

  constructor(
    readonly path: string,
    protected readonly configuration: Configuration,
    methods: Configuration,
    initial: object,
    protected readonly launched: Launched,
  ) {
    const { logic, record } = launched
    this.data = logic.own({ ...initial, ...(configuration.data ?? {}) }) as Data
    const setData = (changed: Data, drawn?: () => void) => {
      const text = JSON.stringify(changed)
      for (const [place, value] of Object.entries(logic.own(changed) as Data)) put(this.data, place, value)
      record.deeds += 1
      this.sent(Buffer.byteLength(text), () => drawn?.call(this.self))
    }
    const known = { data: this.data, setData, route: path, __route__: path, is: path }
    this.self = Object.assign(logic.own({}) as Data, methods, known)
  }

  /** Something went to the view, which calls back once it is drawn. */
  abstract sent(bytes: number, drawn: () => void): void

  /** Calls a moment of its life, where it has asked for it. */
  live(moment: string, ...parts: unknown[]): unknown {
    const { lifetimes } = this.configuration as { lifetimes?: Configuration }
    const method = lifetimes?.[moment] ?? this.configuration[moment]
    if (typeof method !== 'function') return undefined
    return this.launched.record.guard(`${this.path} ${moment}`, () => method.call(this.self, ...parts))
  }

  leave(moment = 'detached'): void {
    for (const component of this.inner.values()) component.leave()
    this.live(moment)
  }

  /** Puts the elements that its template makes of its data inside that element, and the components' own in them. */
  drawInto(parent: Element): void {
    const alive = new Set<string>()
    this.fill(parent, this.launched.draw(this.path, this.data).children, '', alive)
    for (const [key, component] of this.inner) {
      if (alive.has(key)) continue
      this.inner.delete(key)
      component.leave()
    }
  }

  private fill(parent: Element, drawn: Drawn['children'] = [], place: string, alive: Set<string>): void {
    for (const [index, each] of drawn.entries()) {
      const at = `${place}.${index}`
      if (typeof each === 'string') parent.append(...(each.trim() === '' ? [] : [each]))
      // `block`, `wx:if` and `wx:for` leave boxes that nobody sees.
      else if (each.tag === 'virtual') this.fill(parent, each.children, at, alive)
      else {
        const element = elementOf(each)
        hearers.set(element, this)
        parent.append(element)
        const file = this.launched.build.componentFile(this.path, element.localName)
        if (file === undefined) this.fill(element, each.children, at, alive)
        else this.component(file, each.attr ?? {}, at, alive).drawInto(element)
      }
    }
  }

  /** The one that lives there already, with the properties of now, else a new one. */
  private component(file: string, properties: Configuration, at: string, alive: Set<string>): Component {
    const { sid = at } = (properties.i ?? {}) as { sid?: unknown }
    const key = `${file} ${sid}`
    alive.add(key)
    const isNew = !this.inner.has(key)
    const component = kept(this.inner, key, () => new Component(file, this.launched, this))
    component.handOn(properties)
    if (isNew) component.live('attached')
    return component
  }
}

class Component extends Live {
  /** The properties as they were handed on last, as text. */
  private handedOn = ''
  private readonly declared: readonly string[]

  constructor(
    file: string,
    launched: Launched,
    private readonly parent: Live,
  ) {
    const configuration = launched.logic.configurationOf(file)
    const declared = Object.entries(
      (configuration.properties ?? {}) as Record<string, { value?: unknown } | null>,
    )
    const defaults = Object.fromEntries(declared.map(([name, property]) => [name, property?.value]))
    super(file, configuration, (configuration.methods ?? {}) as Configuration, defaults, launched)
    this.declared = Object.keys(defaults)
  }

  sent(bytes: number, drawn: () => void): void {
    this.parent.sent(bytes, drawn)
  }

  /** Takes properties that differ from the last; what the component has set itself since then stays. */
  handOn(properties: Configuration): void {
    const text = JSON.stringify(Object.fromEntries(this.declared.map((name) => [name, properties[name]])))
    if (text !== this.handedOn) Object.assign(this.data, this.launched.logic.own(JSON.parse(text)))
    this.handedOn = text
  }
}

/** An open page: its logic, and what stands on it. */
export class Page extends Live {
  /** Why the page sends what it sends now. */
  occasion: Occasion
  /** What its scripts want to be told of when it comes into sight. */
  readonly watches = new Set<Watch>()
  private readonly canvases = new Map<string, CanvasNode>()
  private root: Element | null = null

  constructor(
    readonly address: Address,
    launched: Launched,
  ) {
    const { logic, record } = launched
    const read = () => logic.configurationOf(address.route)
    const configuration = record.guard(`${address.route}.js`, read) ?? {}
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
  tree(): Element {
    if (this.root !== null) return this.root
    const root = elementOf({ tag: 'page' })
    // What is sent while it is drawn asks for a further drawing.
    this.root = root
    this.drawInto(root)
    return root
  }

  /** The node that draws for a `canvas`, as long as the page lives. */
  canvas(id: string): CanvasNode {
    return kept(this.canvases, id, () => new CanvasNode())
  }
}

/** Sets `root.cn.[0].cl` and the like, making what is missing on the way. */
function put(data: Data, place: string, value: unknown): void {
  const steps = place.match(/[^.[\]]+/g) ?? []
  const last = steps.pop() ?? ''
  const holder = steps.reduce((at, step, index) => {
    at[step] ??= /^\d+$/.test(steps[index + 1] ?? last) ? [] : {}
    return at[step] as Data
  }, data)
  holder[last] = value
}

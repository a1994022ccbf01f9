import type { Build } from './build'
import type { Configuration, LogicLayer } from './logic'
import type { RunRecord } from './record'
import type { Timers } from './timers'
import { type Draw, type Drawn, ViewNode } from './view'

/** What every page and component of one launch stands on. */
export interface Launched {
  readonly build: Build
  readonly logic: LogicLayer
  readonly timers: Timers
  readonly record: RunRecord
  readonly draw: Draw
}

type Data = Record<string, unknown>

/** A page or a component that lives: `this` of the logic's own methods, and the owner of what the view draws. */
export abstract class Live {
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
      for (const [place, value] of Object.entries(logic.own(JSON.parse(text)) as Data))
        put(this.data, place, value)
      record.deeds += 1
      this.sent(Buffer.byteLength(text), () => drawn?.call(this.self))
    }
    const known = { data: this.data, setData, route: path, __route__: path, is: path }
    this.self = Object.assign(logic.own({}) as Data, methods, known)
  }

  /** Something went to the view, which calls back once it is drawn. */
  abstract sent(bytes: number, drawn: () => void): void

  handler(name: string): ((event: unknown) => unknown) | undefined {
    const method = this.self[name]
    return typeof method === 'function' ? (event) => method.call(this.self, event) : undefined
  }

  /** Calls a moment of its life, where it has asked for it. */
  live(moment: string, ...parts: unknown[]): unknown {
    const lifetimes = (this.configuration.lifetimes ?? {}) as Configuration
    const method = lifetimes[moment] ?? this.configuration[moment]
    if (typeof method !== 'function') return undefined
    return this.launched.timers.guard(`${this.path} ${moment}`, () => method.call(this.self, ...parts))
  }

  /** Puts the elements that its template makes of its data inside that element, and the components' own in them. */
  drawInto(parent: ViewNode): void {
    const alive = new Set<string>()
    this.nodes(this.launched.draw(this.path, this.data).children, parent, '', alive)
    for (const [key, component] of this.inner) {
      if (alive.has(key)) continue
      this.inner.delete(key)
      component.leave()
    }
  }

  protected leave(moment = 'detached'): void {
    for (const component of this.inner.values()) component.leave()
    this.live(moment)
  }

  private nodes(drawn: Drawn['children'] = [], parent: ViewNode, place: string, alive: Set<string>): void {
    for (const [index, each] of drawn.entries()) {
      const at = `${place}.${index}`
      if (typeof each === 'string') parent.say(each)
      // `block`, `wx:if` and `wx:for` leave boxes that nobody sees.
      else if (each.tag === 'virtual') this.nodes(each.children, parent, at, alive)
      else {
        const node = new ViewNode(each, this, parent)
        const file = this.launched.build.componentFile(this.path, node.name)
        if (file === undefined) this.nodes(each.children, node, at, alive)
        else this.component(file, each.attr ?? {}, at, alive).drawInto(node)
      }
    }
  }

  private component(file: string, properties: Configuration, place: string, alive: Set<string>): Component {
    const { sid = place } = (properties.i ?? {}) as { sid?: unknown }
    const key = `${file} ${sid}`
    alive.add(key)
    const known = this.inner.get(key)
    const component = known ?? new Component(file, this.launched, this)
    this.inner.set(key, component)
    component.handOn(properties)
    if (known === undefined) component.live('attached')
    return component
  }
}

class Component extends Live {
  /** The properties as they were handed on last, as text. */
  private handedOn = ''

  constructor(
    file: string,
    launched: Launched,
    private readonly parent: Live,
  ) {
    const configuration = launched.logic.configurationOf(file)
    const declared = (configuration.properties ?? {}) as Record<string, { value?: unknown } | null>
    const defaults = Object.entries(declared).map(([name, property]) => [name, property?.value])
    const methods = (configuration.methods ?? {}) as Configuration
    super(file, configuration, methods, Object.fromEntries(defaults), launched)
  }

  sent(bytes: number, drawn: () => void): void {
    this.parent.sent(bytes, drawn)
  }

  /** Takes properties that differ from the last; what the component has set itself since then stays. */
  handOn(properties: Configuration): void {
    const declared = Object.keys((this.configuration.properties ?? {}) as object)
    const text = JSON.stringify(Object.fromEntries(declared.map((name) => [name, properties[name]])))
    if (text === this.handedOn) return
    this.handedOn = text
    Object.assign(this.data, this.launched.logic.own(JSON.parse(text)))
  }
}

/** Sets `root.cn.[0].cl` and the like, making what is missing on the way. */
function put(data: Data, place: string, value: unknown): void {
  const steps = place.match(/[^.[\]]+/g) ?? []
  steps.slice(0, -1).reduce((at, step, index) => {
    at[step] ??= /^\d+$/.test(steps[index + 1] ?? '') ? [] : {}
    return at[step] as Data
  }, data)[steps[steps.length - 1] ?? ''] = value
}

import type { Configuration } from './code'
import type { Owner } from './view'

export type Method = (this: unknown, ...parts: unknown[]) => unknown

interface Surroundings {
  /** A value made of the logic's own objects. */
  own(value: unknown): unknown
  /** Called with each setData, as the text that crosses to the view, and what to do once it is drawn. */
  sent(text: string, drawn: () => void): void
}

/** A page or a component that lives: `this` of the logic's own methods, and the owner of what the view draws. */
export class Instance implements Owner {
  readonly data: Record<string, unknown>
  /** What `this` is in the logic. */
  readonly self: Record<string, unknown>
  private readonly methods: Configuration
  /** The properties as they were handed on last, as text. */
  private handedOn = ''

  constructor(
    readonly path: string,
    private readonly configuration: Configuration,
    private readonly around: Surroundings,
    properties?: Readonly<Record<string, unknown>>,
  ) {
    const declared = (configuration.properties ?? {}) as Record<string, { value?: unknown } | null>
    const defaults = Object.entries(declared).map(([name, property]) => [name, property?.value])
    const initial = { ...Object.fromEntries(defaults), ...((configuration.data ?? {}) as object) }
    this.data = around.own(initial) as Record<string, unknown>
    this.methods = properties === undefined ? configuration : ((configuration.methods ?? {}) as Configuration)
    const setData = (changed: Record<string, unknown>, drawn?: () => void) => {
      const text = JSON.stringify(changed)
      for (const [place, value] of Object.entries(around.own(JSON.parse(text)) as object))
        put(this.data, place, value)
      around.sent(text, () => drawn?.call(this.self))
    }
    const known = { data: this.data, setData, route: path, __route__: path, is: path }
    this.self = Object.assign(around.own({}) as Record<string, unknown>, this.methods, known)
    if (properties !== undefined) this.handOn(properties)
  }

  handler(name: string): ((event: unknown) => unknown) | undefined {
    const method = this.self[name]
    return typeof method === 'function' ? (event) => method.call(this.self, event) : undefined
  }

  /** Calls a moment of its life, where it has asked for it. */
  live(moment: string, ...parts: unknown[]): unknown {
    const lifetimes = (this.configuration.lifetimes ?? {}) as Configuration
    const method = lifetimes[moment] ?? this.configuration[moment]
    return typeof method === 'function' ? (method as Method).call(this.self, ...parts) : undefined
  }

  /** Takes properties that differ from the last; what the component has set itself since then stays. */
  handOn(properties: Readonly<Record<string, unknown>>): void {
    const declared = Object.keys((this.configuration.properties ?? {}) as object)
    const asked = Object.fromEntries(declared.map((name) => [name, properties[name]]))
    const text = JSON.stringify(asked)
    if (text === this.handedOn) return
    this.handedOn = text
    Object.assign(this.data, this.around.own(JSON.parse(text)) as object)
  }
}

/** Sets `root.cn.[0].cl` and the like, making what is missing on the way. */
function put(data: Record<string, unknown>, place: string, value: unknown): void {
  const steps = place.match(/[^.[\]]+/g) ?? []
  let at: Record<string, unknown> = data
  steps.forEach((step, index) => {
    if (index === steps.length - 1) {
      at[step] = value
      return
    }
    if (typeof at[step] !== 'object' || at[step] === null)
      at[step] = /^\d+$/.test(steps[index + 1] ?? '') ? [] : {}
    at = at[step] as Record<string, unknown>
  })
}

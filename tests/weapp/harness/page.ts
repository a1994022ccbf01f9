import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type vm from 'node:vm'
import type { LogicLayer } from './code'
import { Instance } from './instances'
import type { Occasion, RunRecord } from './record'
import type { Timers } from './timers'
import { type Owner, ViewLayer, type ViewNode } from './view'

export interface PageSurroundings {
  readonly directory: string
  readonly logic: LogicLayer
  readonly timers: Timers
  readonly record: RunRecord
  readonly views: vm.Script
  readonly opening: number
}

/** An open page: its logic, its drawing, and the components that the drawing brings to life. */
export class PageInstance {
  readonly opening: number
  /** Why the page sends what it sends now. */
  occasion: Occasion
  private readonly instance: Instance | null
  private readonly view: ViewLayer
  private readonly components = new Map<string, Instance>()
  private drawn: ViewNode | null = null

  constructor(
    readonly path: string,
    readonly query: Readonly<Record<string, string>>,
    private readonly around: PageSurroundings,
  ) {
    this.opening = around.opening
    this.occasion = { page: path, cause: 'opened' }
    // WeChat draws each page in a view of its own.
    this.view = new ViewLayer(around.views, around.record)
    this.instance =
      around.timers.guard(`${path}.js`, () => this.makeInstance(path, around.logic.pageAt(path))) ?? null
  }

  /** Somebody touches the page; what it sends from now on is because of that. */
  touched(cause: string): void {
    this.occasion = { page: this.path, cause }
  }

  get self(): unknown {
    return this.instance?.self
  }

  begin(): void {
    this.live('onLoad', this.around.logic.own(this.query))
    this.live('onShow')
    this.around.timers.later(() => this.live('onReady'))
  }

  live(moment: string, ...parts: unknown[]): unknown {
    return this.around.timers.guard(`${this.path} ${moment}`, () => this.instance?.live(moment, ...parts))
  }

  tree(): ViewNode {
    if (this.drawn !== null) return this.drawn
    const owner: Owner = this.instance ?? { path: this.path, data: {}, handler: () => undefined }
    const alive = new Set<string>()
    this.drawn = this.view.render(owner, (parent, name, place, properties) => {
      const file = this.componentFile(parent.path, name)
      if (file === null) return null
      const { sid } = (properties.i ?? {}) as { sid?: unknown }
      const key = `${file} ${typeof sid === 'string' ? sid : place}`
      alive.add(key)
      const known = this.components.get(key)
      known?.handOn(properties)
      return known ?? this.born(key, file, properties)
    })
    for (const [key, component] of this.components) {
      if (alive.has(key)) continue
      this.components.delete(key)
      component.live('detached')
    }
    return this.drawn
  }

  private born(key: string, file: string, properties: Readonly<Record<string, unknown>>): Instance {
    const component = this.makeInstance(file, this.around.logic.componentAt(file), properties)
    this.components.set(key, component)
    component.live('attached')
    return component
  }

  private makeInstance(
    file: string,
    configuration: Readonly<Record<string, unknown>>,
    properties?: Readonly<Record<string, unknown>>,
  ): Instance {
    const sent = (text: string, drawn: () => void) => {
      this.around.record.sent.push({ bytes: Buffer.byteLength(text), occasion: this.occasion })
      this.drawn = null
      this.around.timers.later(() => {
        this.tree()
        drawn()
      })
    }
    return new Instance(
      file,
      configuration,
      { own: (value) => this.around.logic.own(value), sent },
      properties,
    )
  }

  /** The component that a page or another component calls by that name. */
  private componentFile(owner: string, name: string): string | null {
    const named = (file: string): string | undefined => {
      const full = path.join(this.around.directory, `${file}.json`)
      if (!existsSync(full)) return undefined
      const { usingComponents = {} } = JSON.parse(readFileSync(full, 'utf8'))
      return usingComponents[name]
    }
    const asked = named(owner) ?? named('app')
    if (asked === undefined) return null
    return asked.startsWith('/') ? asked.slice(1) : path.posix.join(path.posix.dirname(owner), asked)
  }
}

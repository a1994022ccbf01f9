import vm from 'node:vm'
import { CanvasNode, PAD } from './canvas'
import { LogicLayer } from './code'
import { compileTemplates } from './compilers'
import { dispatch, type Place, touchAt } from './events'
import { addressIn, PageStack } from './navigation'
import { PageInstance } from './page'
import { RunRecord } from './record'
import { Timers } from './timers'
import { attribute, describeNode, nameOf, select, textOf, type ViewNode } from './view'
import { type Host, type Measured, makeWx, PHONE } from './wx'

export interface Outside {
  /** `wx.cloud.callFunction`: resolves with the function's result, rejects with WeChat's `errMsg`. */
  callFunction(name: string, data: unknown): Promise<unknown>
  /** `wx.request`: resolves with `{ statusCode, data }`. */
  request(options: Readonly<Record<string, unknown>>): Promise<unknown>
  /** The phone's clock, in milliseconds since 1970. */
  now(): number
}

export interface ShareCard {
  readonly title: string
  readonly path: string
}

const SETTLED_AFTER_MS = 20_000

const compiledViews = new Map<string, vm.Script>()

/**
 * A built mini-program that runs: its templates drawn by WeChat's compiler, its scripts in a bare realm. It is used
 * as a hand uses it, by what stands on the page, and records what went wrong.
 */
export class MiniProgram {
  readonly record = new RunRecord()
  /** What went to the clipboard and the toasts, last first. */
  readonly told: { readonly kind: string; readonly text: string }[] = []
  private readonly timers = new Timers(this.record)
  private readonly logic: LogicLayer
  private readonly views: vm.Script
  private app: Record<string, unknown> = {}
  private readonly pages: PageStack
  private readonly canvases = new Map<string, CanvasNode>()
  private readonly watches = new Set<{ selector: string; callback: (answer: unknown) => void }>()
  private options: unknown = {}
  private openings = 0
  private asking = 0

  /**
   * @param directory a build, such as `dist/weapp`
   * @param storage what the phone kept; it outlives the mini-program
   * @throws Error where a template does not compile
   */
  constructor(
    private readonly directory: string,
    private readonly outside: Outside,
    private readonly storage = new Map<string, string>(),
  ) {
    const known = compiledViews.get(directory) ?? new vm.Script(compileTemplates(directory))
    compiledViews.set(directory, known)
    this.views = known
    this.logic = new LogicLayer(directory, this.record, {
      wx: makeWx(this.host(), this.record),
      timers: this.timers.globals(),
      now: outside.now,
    })
    this.pages = new PageStack(directory, (route, query) => this.makePage(route, query), this.record)
    this.logic.define('getApp', () => this.app)
    this.logic.define('getCurrentPages', () => this.pages.open.map(({ self }) => self))
  }

  /** Starts it at a page, as a tap on its icon, a card or a code does. */
  async launch(address = this.pages.home, scene = 1001): Promise<this> {
    const { route, query } = addressIn(address)
    this.options = this.logic.own({ path: route, query, scene, referrerInfo: {}, shareTicket: '' })
    this.timers.guard('app.js', () => {
      this.logic.load('app.js')
      if (this.logic.app === null) throw new Error('app.js has not called App')
      this.app = Object.assign(this.logic.own({}) as object, this.logic.app) as Record<string, unknown>
      this.callApp('onLaunch')
      this.callApp('onShow')
    })
    await this.open(address)
    return this
  }

  /** A card or a code opens it anew at a page while it runs: the pages go, what it holds in memory stays. */
  async open(address: string): Promise<void> {
    this.timers.guard(`open ${address}`, () => this.pages.navigate('reLaunch', { url: address }))
    await this.settle()
  }

  /** The page before somebody's eyes. */
  get page(): PageInstance {
    return this.pages.top()
  }

  /** The address of that page, with what it was opened with. */
  address(): string {
    const query = Object.entries(this.page.query).map(([name, value]) => `${name}=${value}`)
    return `/${this.page.path}${query.length === 0 ? '' : `?${query.join('&')}`}`
  }

  $$(selector: string): ViewNode[] {
    return select(this.page.tree(), selector)
  }

  /** @throws Error where there is none */
  $(selector: string): ViewNode {
    const [first] = this.$$(selector)
    if (first === undefined) throw new Error(`no ${selector} on ${this.page.path}`)
    return first
  }

  text(): string {
    return textOf(this.page.tree())
  }

  /** @throws Error where nothing would hear the tap */
  async tap(target: string | ViewNode): Promise<void> {
    const node = typeof target === 'string' ? this.$(target) : target
    const cause = `tap ${nameOf(node)}`
    this.page.touched(cause)
    const at = { x: 20, y: 20 }
    this.timers.guard(cause, () => {
      dispatch(node, 'touchstart', {}, [touchAt(at)])
      dispatch(node, 'touchend', {}, [], [touchAt(at)])
      if (attribute(node, 'openType') === 'share') return
      if (!dispatch(node, 'tap', at, [touchAt(at)])) {
        throw new Error(`nothing hears a tap on ${describeNode(node)} on ${this.page.path}`)
      }
    })
    await this.settle()
  }

  async input(target: string | ViewNode, text: string): Promise<void> {
    const node = typeof target === 'string' ? this.$(target) : target
    const most = Number(attribute(node, 'maxlength') ?? 140)
    const value = most >= 0 ? text.slice(0, most) : text
    const cause = `input ${nameOf(node)}`
    this.page.touched(cause)
    this.timers.guard(cause, () => {
      dispatch(node, 'focus', { value: '', height: 0 })
      if (!dispatch(node, 'input', { value, cursor: value.length, keyCode: 0 })) {
        throw new Error(`nothing hears what is typed into ${describeNode(node)} on ${this.page.path}`)
      }
      dispatch(node, 'blur', { value })
    })
    await this.settle()
  }

  /** Writes on a canvas with a finger. Places are parts of its width and height. */
  async sign(selector: string, strokes: readonly (readonly Place[])[]): Promise<void> {
    const at = ([x, y]: Place) => touchAt({ x: x * PAD.width, y: y * PAD.height })
    for (const stroke of strokes) {
      this.page.touched(`sign ${selector}`)
      for (const [index, place] of stroke.entries()) {
        const type = index === 0 ? 'touchstart' : 'touchmove'
        this.timers.guard('sign', () => {
          if (!dispatch(this.$(selector), type, {}, [at(place)]))
            throw new Error(`nothing hears ${type} on ${selector}`)
        })
      }
      const last = stroke[stroke.length - 1]
      this.timers.guard('sign', () => {
        dispatch(this.$(selector), 'touchend', {}, [], last === undefined ? [] : [at(last)])
      })
      await this.settle()
    }
  }

  /** How often the canvas of this page was drawn on. */
  drawn(selector: string): number {
    return this.canvasOf(this.$(selector)).strokes
  }

  /**
   * Forwards the page, by its own button where it has one, else by the menu.
   * @throws Error where the page cannot be forwarded
   */
  async share(): Promise<ShareCard> {
    const [button] = this.$$('[open-type=share]')
    const asked = {
      from: button === undefined ? 'menu' : 'button',
      target: button === undefined ? undefined : {},
    }
    const card = this.timers.guard('share', () => this.page.live('onShareAppMessage', this.logic.own(asked)))
    await this.settle()
    if (typeof card !== 'object' || card === null) throw new Error(`${this.page.path} cannot be forwarded`)
    return JSON.parse(JSON.stringify(card)) as ShareCard
  }

  async back(): Promise<void> {
    this.timers.guard('back', () => this.pages.navigate('navigateBack', {}))
    await this.settle()
  }

  /** Waits until nothing is on its way: no call, no answer, no short timer. What repeats for ever is not waited for. */
  async settle(): Promise<void> {
    const end = Date.now() + SETTLED_AFTER_MS
    for (let still = 0; still < 2; ) {
      await new Promise((resolve) => setTimeout(resolve, 2))
      still = this.asking === 0 && !this.timers.busy() ? still + 1 : 0
      if (Date.now() > end) throw new Error(`${this.page.path} does not come to rest`)
    }
    const page = this.pages.open[this.pages.open.length - 1]
    page?.tree()
    if (page?.occasion.cause === 'opened') page.touched('later')
  }

  /** Ends it. What the phone kept stays in its storage. */
  close(): void {
    this.timers.stop()
  }

  private callApp(moment: string): void {
    const method = this.app[moment]
    if (typeof method === 'function') method.call(this.app, this.options)
  }

  private makePage(route: string, query: Readonly<Record<string, string>>): PageInstance {
    const { directory, logic, timers, record, views } = this
    return new PageInstance(route, query, {
      directory,
      logic,
      timers,
      record,
      views,
      opening: ++this.openings,
    })
  }

  private canvasOf(node: ViewNode): CanvasNode {
    const key = `${this.page.opening} ${String(attribute(node, 'id'))}`
    const canvas = this.canvases.get(key) ?? new CanvasNode()
    this.canvases.set(key, canvas)
    return canvas
  }

  private measured(node: ViewNode): Measured {
    const size = node.tag === 'canvas' ? PAD : { width: PHONE.width, height: 44 }
    return {
      ...size,
      id: String(attribute(node, 'id') ?? ''),
      dataset: {},
      node: node.tag === 'canvas' ? this.canvasOf(node) : undefined,
    }
  }

  private host(): Host {
    const asked = async (work: Promise<unknown>) => {
      this.asking += 1
      try {
        return await work
      } finally {
        // What the answer sets off comes before the page counts as still.
        setTimeout(() => (this.asking -= 1), 0)
      }
    }
    return {
      own: (value) => this.logic.own(value),
      later: (work) => this.timers.later(work),
      navigate: (how, options) => this.pages.navigate(how, options),
      knows: (how, options) => this.pages.knows(how, options),
      callFunction: (name, data) => asked(this.outside.callFunction(name, JSON.parse(JSON.stringify(data)))),
      request: (options) => asked(this.outside.request(JSON.parse(JSON.stringify(options)))),
      storage: this.storage,
      launchOptions: () => this.options,
      measure: (selector, all) =>
        this.$$(selector)
          .slice(0, all ? undefined : 1)
          .map((node) => this.measured(node)),
      scrollTo: (selector) => {
        this.$(selector)
        for (const watch of this.watches)
          if (watch.selector === selector) watch.callback({ intersectionRatio: 1 })
      },
      watch: (selector, callback) => {
        const watch = { selector, callback }
        this.watches.add(watch)
        this.timers.later(() => callback({ intersectionRatio: 0 }))
        return () => this.watches.delete(watch)
      },
      said: (kind, text) => void this.told.unshift({ kind, text }),
    }
  }
}

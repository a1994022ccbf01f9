import { readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { CanvasNode, PAD } from './canvas'
import { LogicLayer } from './code'
import { compileTemplates } from './compilers'
import { dispatch, type Place, touchAt } from './events'
import { PageInstance } from './page'
import { RunRecord } from './record'
import { Timers } from './timers'
import { attribute, describeNode, nameOf, select, textOf, type ViewNode } from './view'
import { type Host, type Measured, makeWx, type Navigation, PHONE } from './wx'

export interface Outside {
  /** `wx.cloud.callFunction`: resolves with the function's result, rejects with WeChat's `errMsg`. */
  callFunction(name: string, data: unknown): Promise<unknown>
  /** `wx.request`: resolves with `{ statusCode, data }`. */
  request(options: Readonly<Record<string, unknown>>): Promise<unknown>
  /** The phone's clock, in milliseconds since 1970. */
  now(): number
}

interface AppFile {
  readonly pages: readonly string[]
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[]
  readonly tabBar?: { readonly list: readonly { readonly pagePath: string }[] }
}

export interface ShareCard {
  readonly title: string
  readonly path: string
}

const DEEPEST = 10
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
  private readonly appFile: AppFile
  private app: Record<string, unknown> = {}
  private stack: PageInstance[] = []
  private readonly tabs = new Map<string, PageInstance>()
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
    this.appFile = JSON.parse(readFileSync(path.join(directory, 'app.json'), 'utf8'))
    const known = compiledViews.get(directory) ?? new vm.Script(compileTemplates(directory))
    compiledViews.set(directory, known)
    this.views = known
    this.logic = new LogicLayer(directory, this.record, {
      wx: makeWx(this.host(), this.record),
      timers: this.timers.globals(),
      now: outside.now,
    })
    this.logic.define('getApp', () => this.app)
    this.logic.define('getCurrentPages', () => this.stack.map(({ self }) => self))
  }

  /** Starts it at a page, as a tap on its icon, a card or a code does. */
  async launch(address = `/${this.appFile.pages[0]}`, scene = 1001): Promise<this> {
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
    this.timers.guard(`open ${address}`, () => this.navigate('reLaunch', { url: address }))
    await this.settle()
  }

  /** The page before somebody's eyes. */
  get page(): PageInstance {
    const top = this.stack[this.stack.length - 1]
    if (top === undefined) throw new Error('no page is open')
    return top
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
    this.timers.guard('back', () => this.navigate('navigateBack', {}))
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
    const page = this.stack[this.stack.length - 1]
    page?.tree()
    if (page?.occasion.cause === 'opened') page.touched('later')
  }

  /** Ends it. What the phone kept stays in its storage. */
  close(): void {
    this.timers.stop()
    this.stack = []
  }

  private callApp(moment: string): void {
    const method = this.app[moment]
    if (typeof method === 'function') method.call(this.app, this.options)
  }

  private addressOf(options: Readonly<Record<string, unknown>>) {
    return addressIn(String(options.url), this.stack[this.stack.length - 1]?.path)
  }

  private isTab(route: string): boolean {
    return this.appFile.tabBar?.list.some(({ pagePath }) => pagePath === route) ?? false
  }

  private knows(how: Navigation, options: Readonly<Record<string, unknown>>): boolean {
    const { route } = this.addressOf(options)
    const isTab = this.isTab(route)
    const wrong = [
      this.routes().includes(route) ? null : `page "${route}" is not found`,
      how === 'switchTab' && !isTab ? `"${route}" is no tab` : null,
      (how === 'navigateTo' || how === 'redirectTo') && isTab ? `"${route}" is a tab` : null,
      how === 'navigateTo' && this.stack.length >= DEEPEST ? `more than ${DEEPEST} pages` : null,
    ].find((reason) => reason !== null)
    if (wrong === undefined) return true
    this.record.error('navigation', `${how}:fail ${wrong}`)
    return false
  }

  private navigate(how: Navigation, options: Readonly<Record<string, unknown>>): void {
    if (how === 'navigateBack') {
      const steps = Math.min(Number(options.delta ?? 1), this.stack.length - 1)
      for (let step = 0; step < steps; step++) this.leave(this.stack.pop())
      this.page.live('onShow')
      return
    }
    const { route, query } = this.addressOf(options)
    if (!this.knows(how, options)) throw new Error(`${how}:fail`)
    const isTab = this.isTab(route)
    if (how === 'navigateTo') this.stack[this.stack.length - 1]?.live('onHide')
    else if (how === 'redirectTo') this.leave(this.stack.pop())
    else {
      for (let top = this.stack.pop(); top !== undefined; top = this.stack.pop()) {
        if (how === 'switchTab' && this.tabs.get(top.path) === top) top.live('onHide')
        else this.leave(top)
      }
      // A launch anew begins without the tabs that were open before.
      if (how === 'reLaunch') for (const tab of this.tabs.values()) this.leave(tab)
    }
    const before = isTab ? this.tabs.get(route) : undefined
    const page = before ?? this.makePage(route, query)
    if (isTab) this.tabs.set(route, page)
    this.stack.push(page)
    if (before === undefined) page.live('onLoad', this.logic.own(query))
    page.live('onShow')
    if (before === undefined) this.timers.later(() => page.live('onReady'))
  }

  private makePage(route: string, query: Readonly<Record<string, string>>): PageInstance {
    return new PageInstance(route, query, {
      directory: this.directory,
      logic: this.logic,
      timers: this.timers,
      record: this.record,
      views: this.views,
      opening: ++this.openings,
    })
  }

  private leave(page: PageInstance | undefined): void {
    if (page === undefined) return
    page.live('onUnload')
    if (this.tabs.get(page.path) === page) this.tabs.delete(page.path)
  }

  private routes(): string[] {
    const { pages, subPackages = [] } = this.appFile
    return [...pages, ...subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root}/${page}`))]
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
      navigate: (how, options) => this.navigate(how, options),
      knows: (how, options) => this.knows(how, options),
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

/** `/pages/home/index?a=1`, or an address beside the page that asks. Values stay as they were written. */
function addressIn(address: string, from = ''): { route: string; query: Record<string, string> } {
  const [place = '', rest = ''] = address.split('?')
  const route = place.startsWith('/') ? place.slice(1) : path.posix.join(path.posix.dirname(from), place)
  const pairs = rest.split('&').flatMap((pair) => {
    const [name = '', value = ''] = pair.split('=')
    return name === '' ? [] : [[name, value]]
  })
  return { route, query: Object.fromEntries(pairs) }
}

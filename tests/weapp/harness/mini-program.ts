import { Build } from './build'
import { PAD } from './elements'
import { describe, happen, type Place } from './events'
import { type Launched, Page } from './live'
import { LogicLayer } from './logic'
import { addressIn, PageStack } from './navigation'
import { endHearing, hearRejections, RunRecord } from './record'
import { Timers } from './timers'
import { seenIn, titleOf, viewLayer } from './view'
import { makeWx, type Outside } from './wx'

export type { Outside }

export interface ShareCard {
  readonly title: string
  readonly path: string
}

const SETTLED_AFTER_MS = 20_000

/** Where a finger taps. */
const TAPPED: Place = [20, 20]

/** A button of this kind tells WeChat, too, that its owner has agreed to the guideline on privacy. */
const AGREE = 'agreePrivacyAuthorization'

/**
 * A built mini-program that runs: its templates drawn by WeChat's compiler, its scripts in a bare realm. It is used
 * as a hand uses it, by what stands on the page, and records what went wrong.
 */
export class MiniProgram {
  readonly record = new RunRecord()
  private readonly timers = new Timers(this.record)
  private readonly logic: LogicLayer
  private readonly pages: PageStack
  private options: unknown

  /**
   * @param directory a build, such as `dist/weapp`
   * @param storage what the phone kept; it outlives the mini-program
   * @throws Error where a template does not compile
   */
  constructor(directory: string, outside: Outside, storage = new Map<string, string>()) {
    const { record, timers } = this
    const build = Build.at(directory)
    const pages = new PageStack(build, record, (address) => new Page(address, launched))
    const own = (value: unknown): unknown => logic.own(value)
    const launchOptions = () => this.options
    const logic: LogicLayer = new LogicLayer(build, record, outside.now, {
      wx: makeWx({ record, timers, pages, outside, storage, own, launchOptions }),
      getApp: () => logic.app,
      getCurrentPages: () => pages.open.map(({ self }) => self),
      ...timers.globals(),
    })
    const launched: Launched = { build, logic, timers, record, draw: viewLayer(build.templates, record) }
    this.pages = pages
    this.logic = logic
    hearRejections(logic.promises, record)
  }

  /** Starts it at a page, as a tap on its icon, a card or a code does. */
  async launch(address = this.pages.home, scene = 1001): Promise<this> {
    const { route, query } = addressIn(address)
    this.options = this.logic.own({ path: route, query, scene, referrerInfo: {}, shareTicket: '' })
    this.record.guard('app.js', () => {
      this.logic.load('app.js')
      const { app } = this.logic
      if (app === undefined) throw new Error('app.js has not called App')
      for (const moment of [app.onLaunch, app.onShow])
        if (typeof moment === 'function') moment.call(app, this.options)
    })
    await this.open(address)
    return this
  }

  /** A card or a code opens it anew at a page while it runs: the pages go, what it holds in memory stays. */
  open(address: string): Promise<void> {
    return this.does(`open ${address}`, () => this.pages.navigate('reLaunch', { url: address }))
  }

  back(): Promise<void> {
    return this.does('back', () => this.pages.navigate('navigateBack', {}))
  }

  /** The page before somebody's eyes. */
  get page(): Page {
    return this.pages.top()
  }

  /** The elements before somebody's eyes that a selector names. */
  $$(selector: string): Element[] {
    return seenIn(this.page.tree(), selector)
  }

  /** @throws Error where there is none */
  $(selector: string): Element {
    const [first] = this.$$(selector)
    if (first === undefined) throw new Error(`no ${selector} on ${this.page.path}`)
    return first
  }

  text(): string {
    return `${this.page.tree().textContent}`
  }

  /** Records where nothing hears the tap, and where nothing comes of it. */
  async tap(target: string | Element): Promise<void> {
    const element = typeof target === 'string' ? this.$(target) : target
    const kind = element.getAttribute('open-type')
    const before = this.record.deeds
    await this.touch(`tap ${titleOf(element)}`, () => {
      happen(element, 'touchstart', {}, TAPPED)
      happen(element, 'touchend', {}, TAPPED)
      if (kind === 'share') return
      const [x, y] = TAPPED
      this.heard(element, 'tap', { x, y }, TAPPED)
      if (kind === AGREE) happen(element, AGREE.toLowerCase(), { errMsg: `${AGREE}:ok` })
    })
    if (this.record.deeds === before)
      this.record.say('error', 'tap', `nothing came of a tap on ${describe(element)}`)
  }

  async input(target: string | Element, text: string): Promise<void> {
    const element = typeof target === 'string' ? this.$(target) : target
    const most = Number(element.getAttribute('maxlength') ?? 140)
    const value = most >= 0 ? text.slice(0, most) : text
    await this.touch(`input ${titleOf(element)}`, () => {
      happen(element, 'focus', { value: '', height: 0 })
      this.heard(element, 'input', { value, cursor: value.length, keyCode: 0 })
      happen(element, 'blur', { value })
    })
  }

  /** Writes on a canvas with a finger. Places are parts of its width and height. */
  async sign(selector: string, strokes: readonly (readonly Place[])[]): Promise<void> {
    for (const stroke of strokes) {
      const places = stroke.map(([x, y]): Place => [x * PAD.width, y * PAD.height])
      await this.touch(`sign ${selector}`, () => {
        // The canvas may be drawn anew in the middle of a stroke.
        for (const [index, place] of places.entries())
          this.heard(this.$(selector), index === 0 ? 'touchstart' : 'touchmove', {}, place)
        happen(this.$(selector), 'touchend', {}, places.at(-1))
      })
    }
  }

  /** How often the canvas of this page was drawn on. */
  drawn(selector: string): number {
    return this.page.canvas(this.$(selector).id).strokes
  }

  /**
   * Forwards the page, by its own button where it has one, else by the menu.
   * @throws Error where the page cannot be forwarded
   */
  async share(): Promise<ShareCard> {
    const from = this.$$('[open-type=share]').length > 0 ? 'button' : 'menu'
    const card = this.page.live('onShareAppMessage', this.logic.own({ from, target: {} }))
    await this.settle()
    if (typeof card !== 'object' || card === null) throw new Error(`${this.page.path} cannot be forwarded`)
    return card as ShareCard
  }

  /** Waits until nothing is on its way: no call, no answer, no short timer. What repeats for ever is not waited for. */
  async settle(): Promise<void> {
    const end = Date.now() + SETTLED_AFTER_MS
    for (let still = 0; still < 2; ) {
      await new Promise((resolve) => setTimeout(resolve, 2))
      still = this.timers.isBusy() ? 0 : still + 1
      if (Date.now() > end) throw new Error(`${this.page.path} does not come to rest`)
    }
    const page = this.pages.open.at(-1)
    page?.tree()
    if (page?.occasion.cause === 'opened') page.touched('later')
  }

  /** Ends it. What the phone kept stays in its storage. */
  close(): void {
    this.timers.stop()
    endHearing(this.logic.promises)
  }

  /** What the page sends from here on is because of that touch. */
  private touch(cause: string, work: () => void): Promise<void> {
    this.page.touched(cause)
    return this.does(cause, work)
  }

  private async does(what: string, work: () => void): Promise<void> {
    this.record.guard(what, work)
    await this.settle()
  }

  /** @throws Error where nothing hears it */
  private heard(element: Element, type: string, detail: object, finger?: Place): void {
    if (happen(element, type, detail, finger)) return
    throw new Error(`nothing hears ${type} on ${describe(element)} on ${this.page.path}`)
  }
}

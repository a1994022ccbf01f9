import path from 'node:path'
import { CHECK_PAGE } from '../../shared/contract/check-address'
import budgets from '../budgets/budgets.json'
import { KB } from '../budgets/built'
import { AppPhone, NAME, type Owner, type Place } from '../journeys-in-app/app-phone'
import { MiniProgram, type Outside } from './harness/mini-program'
import type { Occasion } from './harness/record'
import { hindrancesIn } from './hindrances'

const BUILD = path.resolve(__dirname, '../../dist/weapp-local')
/** What a page waits for may depend on the other phone, at which a page looks every three seconds. */
const PATIENCE_MS = 15_000
const STEPS_OF_A_STROKE = 8

interface Product {
  readonly url: string
  readonly clock: { now(): number }
}

/** One person's phone with the compiled mini-program on it, whose cloud is the product that the test started. */
export class WeappPhone extends AppPhone {
  private program: MiniProgram
  private readonly storage = new Map<string, string>()
  private readonly troublesBefore: string[] = []
  private readonly newScreens = new Set<Occasion>()
  private readonly handed = new Map<string, Buffer>()
  private offline = false
  private readonly shown = new WeakMap<object, string>()
  private address = ''

  constructor(
    private readonly product: Product,
    readonly owner: Owner,
    private readonly wechat: NonNullable<Outside['wechat']> = {},
  ) {
    super()
    this.program = this.makeProgram()
  }

  protected get url(): string {
    return this.product.url
  }

  protected async openPage(address: string): Promise<void> {
    if (this.address === '') await this.program.launch(address)
    else await this.program.open(address)
    this.address = address
  }

  async title(text: string | RegExp): Promise<void> {
    await this.until(`a heading ${text}`, () =>
      this.program.$$('.fs-page__title').some((heading) => says(`${heading.textContent}`, text)),
    )
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.until(`${text}`, () => this.program.$$('*').some((node) => says(`${node.textContent}`, text)))
  }

  async words(): Promise<string> {
    return this.program.text()
  }

  async count(selector: string): Promise<number> {
    return this.program.$$(selector).length
  }

  async waitFor(selector: string): Promise<void> {
    await this.until(selector, () => this.program.$$(selector).length > 0)
  }

  alerts(): Promise<void> {
    return this.waitFor('[aria-role=alert]')
  }

  async tap(id: string): Promise<void> {
    await this.waitFor(`#${id}`)
    await this.touch(this.program.$(`#${id}`))
  }

  async tapTwice(id: string): Promise<void> {
    const node = this.program.$(`#${id}`)
    await Promise.all([this.program.tap(node), this.program.tap(node)])
  }

  async tapText(text: string): Promise<void> {
    await this.sees(text)
    const nodes = this.program.$$('*').filter(({ textContent }) => textContent?.includes(text))
    // The innermost one: what lies around it says the same and more.
    await this.touch(last(nodes, text))
  }

  async press(name: string | RegExp): Promise<void> {
    const isAll = (node: Element) => typeof name !== 'string' || nameToReader(node) === name
    await this.touch(await this.named('button', name, isAll))
  }

  async choose(name: string | RegExp, question?: string): Promise<void> {
    await this.touch(
      await this.named('radio', name, (node) => question === undefined || isAnswerTo(question, node)),
    )
  }

  async chosen(name: string | RegExp): Promise<void> {
    await this.named('radio', name, (node) => node.getAttribute('aria-checked') === 'true')
  }

  async tick(): Promise<void> {
    await this.touch(await this.named('checkbox', /./))
  }

  async tickNamed(name: string | RegExp): Promise<void> {
    await this.touch(await this.named('checkbox', name))
  }

  async fill(id: string, text: string): Promise<void> {
    await this.waitFor(`#${id}`)
    await this.program.input(`#${id}`, text)
  }

  async fillLabelled(label: string, text: string): Promise<void> {
    await this.program.input(`input[aria-label="${label}"]`, text)
  }

  async drawName(): Promise<void> {
    await this.program.sign('.fs-pad__canvas', NAME.map(inSteps))
    if (this.program.drawn('.fs-pad__canvas') === 0) throw new Error('the pad shows no ink')
  }

  async back(): Promise<void> {
    await this.program.back()
  }

  async handOver(): Promise<string> {
    await this.waitFor('[open-type=share]')
    return (await this.program.share()).path
  }

  async takePaper(): Promise<Buffer> {
    await this.tap('letter-pdf')
    await this.sees('PDF 已经打开')
    return this.handedOver('document') ?? Buffer.alloc(0)
  }

  async takeFile(button = 'letter-export'): Promise<string> {
    await this.tap(button)
    await this.until('a file to send on', () => this.handedOver('file') !== undefined)
    return this.handedOver('file')?.toString('utf8') ?? ''
  }

  /** WeChat opens the mini-program at the page of the code's rule, with the whole address as `q`. */
  scan(address: string): Promise<void> {
    return this.open(`/${CHECK_PAGE}?q=${encodeURIComponent(address)}`)
  }

  private handedOver(how: string): Buffer | undefined {
    return this.handed.get(how)
  }

  async setOffline(offline: boolean): Promise<void> {
    this.offline = offline
  }

  async restart(): Promise<void> {
    const address = this.program.page.address.text
    this.end()
    this.program = this.makeProgram()
    await this.program.launch(address)
  }

  async kept(): Promise<string> {
    return JSON.stringify([...this.storage])
  }

  settled(): Promise<void> {
    return this.program.settle()
  }

  // Nothing scrolls here; each touch has settled already.
  protected async afterScrolling(): Promise<void> {}

  protected reachEnd(): Promise<void> {
    return this.readLetter()
  }

  async hindrances(): Promise<readonly string[]> {
    await this.settled()
    return hindrancesIn(this.program.page.tree()).map((found) => `${this.program.page.path}: ${found}`)
  }

  troublesSoFar(): readonly string[] {
    return [...this.troublesBefore, ...this.program.record.troubles(), ...this.overBudget()]
  }

  async close(): Promise<void> {
    this.program.close()
  }

  /** Each occasion on which a page sent more to its view than it may; every journey measures it on its way. */
  private overBudget(): string[] {
    const { setDataFirstScreenKb, setDataInteractionKb } = budgets.weapp
    return this.program.record.occasions.flatMap((occasion) => {
      const { bytes, calls } = occasion
      const at = `${occasion.page} ${occasion.cause}`
      const isScreen = occasion.cause === 'opened' || this.newScreens.has(occasion)
      const mostKb = isScreen ? setDataFirstScreenKb : setDataInteractionKb
      const kb = (bytes / KB).toFixed(1)
      return bytes <= mostKb * KB
        ? []
        : [`${at} sent ${kb} KB in ${calls} setData calls; it may send ${mostKb} KB`]
    })
  }

  private async touch(node: Element): Promise<void> {
    this.noteScreen()
    await this.program.tap(node)
    this.noteScreen()
  }

  /** Where a page is about something else than before, another screen stands on it. */
  private noteScreen(): void {
    const { page } = this.program
    const about = ['.fs-page__title', '.fs-letter__title', '.fs-empty__title']
      .flatMap((title) => this.program.$$(title))
      .map(({ textContent }) => textContent)
    const before = this.shown.get(page)
    if (before !== undefined && before !== about.join()) this.newScreens.add(page.occasion)
    this.shown.set(page, about.join())
  }

  private end(): void {
    this.program.close()
    this.troublesBefore.push(...this.program.record.troubles(), ...this.overBudget())
  }

  private makeProgram(): MiniProgram {
    return new MiniProgram(
      BUILD,
      {
        callFunction: (name, event) => this.callFunction(name, event),
        request: (options) => this.request(options),
        now: () => this.product.clock.now(),
        handed: (how, bytes) => void this.handed.set(how, bytes),
        wechat: this.wechat,
      },
      this.storage,
    )
  }

  /** As WeChat's cloud does it: the caller is who holds the phone, and what a function throws stands in one line. */
  private async callFunction(name: string, event: unknown): Promise<unknown> {
    const { status, body } = await this.post(`/call/${name}`, event, 'cloud.callFunction:fail request:fail')
    if (status === 200) return { errMsg: 'cloud.callFunction:ok', result: JSON.parse(body), requestID: '' }
    throw {
      errMsg: `cloud.callFunction:fail Error: errCode: -504002 functions execute fail | errMsg: ${body}`,
    }
  }

  /** The mini-program knows the local server by the address that its build was given. */
  private async request(options: Readonly<Record<string, unknown>>): Promise<unknown> {
    const { pathname } = new URL(String(options.url))
    const { status, body } = await this.post(pathname, options.data, 'request:fail')
    return { errMsg: 'request:ok', statusCode: status, data: JSON.parse(body), header: {}, cookies: [] }
  }

  private async post(to: string, body: unknown, failed: string): Promise<{ status: number; body: string }> {
    if (this.offline) throw { errMsg: `${failed} net::ERR_INTERNET_DISCONNECTED` }
    const response = await fetch(`${this.product.url}${to}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-openid': this.owner.openid ?? '' },
      body: JSON.stringify(body),
    })
    return { status: response.status, body: await response.text() }
  }

  private async named(
    role: string,
    name: string | RegExp,
    isMeant: (node: Element) => boolean = () => true,
  ): Promise<Element> {
    const found = () =>
      this.program.$$(`[aria-role=${role}]`).filter((node) => says(nameToReader(node), name) && isMeant(node))
    await this.until(`a ${role} ${name}`, () => found().length > 0)
    const [first] = found()
    if (first === undefined) throw new Error(`no ${role} ${name}`)
    return first
  }

  private async until(what: string, isThere: () => boolean): Promise<void> {
    const end = Date.now() + PATIENCE_MS
    for (;;) {
      await this.program.settle()
      this.noteScreen()
      if (isThere()) return
      if (Date.now() > end) break
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    const { page } = this.program
    const troubles = this.troublesSoFar()
    throw new Error(
      `${page.path} does not show ${what}. It says: ${this.program.text()}` +
        (troubles.length === 0 ? '' : `\nWhat went wrong: ${troubles.join('\n')}`),
    )
  }
}

function says(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text)
}

/** What a screen reader calls it. */
function nameToReader(node: Element): string {
  return node.getAttribute('aria-label') ?? `${node.textContent}`
}

function isAnswerTo(question: string, node: Element): boolean {
  const group = node.closest('[aria-role=radiogroup]')
  return group !== null && nameToReader(group) === question
}

function last(nodes: readonly Element[], text: string): Element {
  const node = nodes[nodes.length - 1]
  if (node === undefined) throw new Error(`nothing says ${text}`)
  return node
}

/** A finger passes many places on its way. */
function inSteps(stroke: readonly Place[]): Place[] {
  return stroke.flatMap(([x, y], index): Place[] => {
    const [fromX, fromY] = stroke[index - 1] ?? [x, y]
    if (index === 0) return [[x, y]]
    return Array.from({ length: STEPS_OF_A_STROKE }, (_, step): Place => {
      const part = (step + 1) / STEPS_OF_A_STROKE
      return [fromX + (x - fromX) * part, fromY + (y - fromY) * part]
    })
  })
}

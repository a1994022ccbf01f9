import { readFileSync } from 'node:fs'
import axe from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core'
import { AppPhone, NAME, type Owner } from '../journeys-in-app/app-phone'

/** A phone of common size; everything must fit on it. */
export const SCREEN = { width: 375, height: 812 }

/** How long after a touch its first effect is there: a frame or two, a scroll's delay. */
const SET_OFF_MS = 150

// Chromium calls home and wants a sandbox that a container does not give; neither has a part in these tests.
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export function startBrowser(executablePath = process.env.CHROME_PATH): Promise<Browser> {
  return chromium.launch({ executablePath, args: FLAGS, headless: true })
}

/** One person's phone: a browser of her own on the H5 app, used by what stands on the screen. */
export class Phone extends AppPhone {
  /** Every error that a page wrote to the console or threw. A test ends with none. */
  readonly troubles: string[] = []
  private onTheWay = 0

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    readonly owner: Owner,
    protected readonly url: string,
  ) {
    super()
    page.on('console', (message) => {
      if (message.type() === 'error') this.troubles.push(`${message.text()} ${message.location().url}`)
    })
    page.on('pageerror', (error) => this.troubles.push(String(error)))
    page.on('request', () => {
      this.onTheWay += 1
    })
    page.on('requestfinished', () => {
      this.onTheWay -= 1
    })
    page.on('requestfailed', (request) => {
      this.onTheWay -= 1
      const error = request.failure()?.errorText
      // A page that is left does not wait for its answers.
      if (error !== 'net::ERR_ABORTED') this.troubles.push(`${error} ${request.url()}`)
    })
  }

  static async of(browser: Browser, url: string, owner: Owner, scale = 1): Promise<Phone> {
    const context = await browser.newContext({
      viewport: SCREEN,
      deviceScaleFactor: scale,
      hasTouch: true,
      locale: 'zh-CN',
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    // The product asks nobody but its own server; a font or picture from elsewhere would be a fault.
    await context.route(
      (address) => address.origin !== new URL(url).origin && !address.protocol.startsWith('data'),
      (route) => route.abort(),
    )
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    return new Phone(page, context, owner, url)
  }

  private async openAddress(address: string): Promise<void> {
    await this.page.goto('about:blank')
    await this.page.goto(address)
    await this.settled()
  }

  protected async openPage(path: string): Promise<void> {
    // A new address with another part after # alone would not load the page anew.
    await this.page.goto('about:blank')
    await this.page.goto(`${this.url}/h5/?as=${this.owner.openid}#${path}`)
    await this.settled()
  }

  /** Whatever is before her eyes: pages further down the stack stay in the document, hidden. */
  seen(selector: string): Locator {
    return this.page.locator(`${selector} >> visible=true`)
  }

  text(text: string | RegExp): Locator {
    return this.page.getByText(text).filter({ visible: true }).first()
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.text(text).waitFor()
  }

  async waitFor(selector: string): Promise<void> {
    await this.seen(selector).first().waitFor()
  }

  async alerts(): Promise<void> {
    await this.page.getByRole('alert').filter({ visible: true }).first().waitFor()
  }

  count(selector: string): Promise<number> {
    return this.seen(selector).count()
  }

  async tap(id: string): Promise<void> {
    await this.seen(`#${id}`).last().click()
  }

  async tapTwice(id: string): Promise<void> {
    await this.seen(`#${id}`).last().dblclick()
  }

  async tapText(text: string): Promise<void> {
    await this.text(text).click()
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).filter({ visible: true }).first().click()
  }

  async choose(name: string | RegExp, question?: string): Promise<void> {
    const { page } = this
    const asked = question === undefined ? page : page.getByRole('radiogroup', { name: question })
    await asked.getByRole('radio', { name }).filter({ visible: true }).first().click()
  }

  async chosen(name: string | RegExp): Promise<void> {
    await this.page.getByRole('radio', { name, checked: true }).filter({ visible: true }).first().waitFor()
  }

  async tick(): Promise<void> {
    await this.page.getByRole('checkbox').filter({ visible: true }).first().click()
  }

  async tickNamed(name: string | RegExp): Promise<void> {
    await this.page.getByRole('checkbox', { name }).filter({ visible: true }).first().click()
  }

  async fill(id: string, text: string): Promise<void> {
    await this.seen(`#${id} input`).last().fill(text)
  }

  async fillLabelled(label: string, text: string): Promise<void> {
    await this.page.getByLabel(label).fill(text)
  }

  title(text: string | RegExp): Promise<void> {
    return this.page
      .getByRole('heading', { level: 1, name: text })
      .filter({ visible: true })
      .first()
      .waitFor()
  }

  async settled(): Promise<void> {
    // A moment for what a touch sets off; then until nothing is on its way and nothing moves.
    await this.page.waitForTimeout(SET_OFF_MS)
    for (let moments = 0; this.onTheWay > 0 && moments < 100; moments++) await this.page.waitForTimeout(50)
    await this.page.evaluate(async () => {
      const finite = (animation: Animation) => animation.effect?.getTiming().iterations !== Infinity
      await Promise.allSettled(
        document
          .getAnimations()
          .filter(finite)
          .map(({ finished }) => finished),
      )
    })
  }

  // The button moves the page smoothly, and another takes its place at the end: a tap on the way might hit that one.
  protected async afterScrolling(): Promise<void> {
    await this.page.waitForTimeout(350)
  }

  /** With the thumb: one movement, and quicker than screen by screen. */
  protected async reachEnd(): Promise<void> {
    const end = this.seen('.fs-letter__end').last()
    await end.evaluate((element) => element.scrollIntoView({ block: 'center' }))
    await this.seen('#letter-read-on').last().waitFor({ state: 'hidden' })
  }

  async drawName(): Promise<void> {
    const box = await this.seen('.fs-pad__canvas').first().boundingBox()
    if (box === null) throw new Error('the pad is not there')
    // Across, the reader's upper edge is the right one of the screen.
    const across = (await this.seen('.fs-pad--sideways').count()) > 0
    const at = (x: number, y: number) => {
      const [right, down] = across ? [1 - y, x] : [x, y]
      return { x: box.x + box.width * right, y: box.y + box.height * down }
    }
    for (const stroke of NAME) {
      const [first, ...rest] = stroke.map(([x, y]) => at(x, y))
      if (first === undefined) continue
      await this.page.mouse.move(first.x, first.y)
      await this.page.mouse.down()
      for (const place of rest) await this.page.mouse.move(place.x, place.y, { steps: 8 })
      await this.page.mouse.up()
    }
  }

  async words(): Promise<string> {
    return (await this.seen('.fs-page').last().textContent()) ?? ''
  }

  async back(): Promise<void> {
    await this.page.goBack()
    await this.settled()
  }

  async handOver(): Promise<string> {
    const link = await this.copiedLink()
    return link.slice(link.indexOf('#') + 1)
  }

  /** The link that 复制邀请链接 puts on the clipboard. */
  async copiedLink(): Promise<string> {
    await this.tap('share-copy')
    await this.sees('已复制，去发给家人吧。')
    return this.page.evaluate(() => navigator.clipboard.readText())
  }

  async takePaper(): Promise<Buffer> {
    const [reply] = await Promise.all([
      this.page.waitForResponse(
        (response) =>
          response.url().endsWith('/call/consent-letters') &&
          response.request().postData()?.includes('"pdf"') === true,
      ),
      this.tap('letter-pdf'),
    ])
    await this.sees('PDF 已经打开')
    for (const page of this.context.pages()) if (page !== this.page) await page.close()
    const { value } = (await reply.json()) as { value: { url: string } }
    const paper = await fetch(value.url)
    if (paper.headers.get('content-type') !== 'application/pdf') throw new Error('the address shows no paper')
    return Buffer.from(await paper.arrayBuffer())
  }

  async takeFile(button = 'letter-export'): Promise<string> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.tap(button)])
    return readFileSync(await download.path(), 'utf8')
  }

  /** Nothing is known in the browser of whoever scans. */
  scan(address: string): Promise<void> {
    return this.openAddress(address)
  }

  async setOffline(offline: boolean): Promise<void> {
    await this.context.setOffline(offline)
    // A browser calls it an error that there was no network. Here it was meant.
    if (!offline) this.troubles.length = 0
  }

  async restart(): Promise<void> {
    await this.page.reload()
  }

  kept(): Promise<string> {
    return this.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
  }

  troublesSoFar(): readonly string[] {
    return this.troubles
  }

  close(): Promise<void> {
    return this.context.close()
  }

  /** In the usual size and in elder mode: barriers, targets that a thumb would miss, and what sticks out. */
  async hindrances(): Promise<readonly string[]> {
    await this.settled()
    const found: string[] = []
    for (const elder of [false, true]) {
      await this.showElder(elder)
      found.push(
        ...(await this.accessibilityTroubles()),
        ...(await this.smallTargets(elder ? 60 : 44)).map((target) => `too small: ${target}`),
        ...((await this.sticksOut()) ? ['sticks out at the side'] : []),
      )
    }
    await this.showElder(false)
    return found.map((hindrance) => `${this.page.url()}: ${hindrance}`)
  }

  /** The page before her in the other size of letters: elder mode is this one class and nothing else. */
  async showElder(on: boolean): Promise<void> {
    await this.page.evaluate((elder) => {
      const kept = window as unknown as { keptElder?: MutationObserver }
      kept.keptElder?.disconnect()
      const show = () => {
        for (const page of document.querySelectorAll('.fs-page')) {
          if (page.classList.contains('fs-page--elder') !== elder)
            page.classList.toggle('fs-page--elder', elder)
        }
      }
      show()
      // A page that is drawn again takes its own classes; the letters stay large until they are asked to be small.
      kept.keptElder = new MutationObserver(show)
      const attributes = { attributes: true, attributeFilter: ['class'], childList: true, subtree: true }
      if (elder) kept.keptElder.observe(document.body, attributes)
    }, on)
    // Two frames: the first lays out, the second paints.
    await this.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    )
  }

  /** What axe-core finds wrong on the page before her, each with the element. */
  async accessibilityTroubles(): Promise<string[]> {
    if (await this.page.evaluate(() => !('axe' in window))) await this.page.evaluate(axe.source)
    return this.page.evaluate(async () => {
      const { axe: checker } = window as unknown as { axe: typeof axe }
      // What lies under the page before her is hidden and cannot be reached.
      const { violations } = await checker.run(document)
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
    })
  }

  /** Targets that a thumb would miss, smaller than `least` pixels either way. */
  smallTargets(least: number): Promise<string[]> {
    return this.page.evaluate((side) => {
      const targets = Array.from(
        document.querySelectorAll<HTMLElement>('[role=button],[role=radio],[role=checkbox],input'),
      )
      return targets.flatMap((target) => {
        const { width, height } = target.getBoundingClientRect()
        const isSeen = width > 0 && height > 0
        return isSeen && (width < side - 0.5 || height < side - 0.5)
          ? [`${Math.round(width)}×${Math.round(height)} ${target.textContent?.slice(0, 20)}`]
          : []
      })
    }, least)
  }

  /** Whether anything sticks out at the side, which one would have to scroll for. */
  async sticksOut(): Promise<boolean> {
    return this.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  }

  async picture(path: string): Promise<void> {
    await this.settled()
    await this.page.screenshot({ path })
  }

  /** The whole page, or the upper part of a very long one: for a moment the screen is as high as that. */
  async longPicture(path: string, most = 1_300): Promise<void> {
    await this.settled()
    const height = await this.page.evaluate(() => {
      const pages = Array.from(document.querySelectorAll<HTMLElement>('.fs-page')).filter(
        (page) => page.getBoundingClientRect().width > 0,
      )
      return Math.max(window.innerHeight, ...pages.map((page) => page.scrollHeight))
    })
    await this.page.setViewportSize({ width: SCREEN.width, height: Math.min(Math.ceil(height), most) })
    await this.page.waitForTimeout(200)
    await this.page.screenshot({ path })
    await this.page.setViewportSize(SCREEN)
  }
}

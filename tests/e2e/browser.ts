import axe from 'axe-core'
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core'

/** A phone of common size; everything must fit on it. */
export const SCREEN = { width: 375, height: 812 }

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

export interface Owner {
  readonly openid: string | null
  readonly name: string
  readonly idNumber: string
}

/** One person's phone: a browser of her own on the H5 app, used by what stands on the screen. */
export class Phone {
  /** Every error that a page wrote to the console or threw. A test ends with none. */
  readonly troubles: string[] = []

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    readonly owner: Owner,
    private readonly url: string,
  ) {
    page.on('console', (message) => {
      if (message.type() === 'error') this.troubles.push(`${message.text()} ${message.location().url}`)
    })
    page.on('pageerror', (error) => this.troubles.push(String(error)))
    page.on('requestfailed', (request) => {
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

  /** Opens an address as the camera of somebody does of whom nothing is known. */
  async openAddress(address: string): Promise<void> {
    await this.page.goto('about:blank')
    await this.page.goto(address)
    await this.settled()
  }

  /** Agrees to the privacy text where it is asked for, unless the sheet itself is what is looked at. */
  async open(path = '/pages/home/index', privacy: 'agree' | 'leave' = 'agree'): Promise<void> {
    // A new address with another part after # alone would not load the page anew.
    await this.page.goto('about:blank')
    await this.page.goto(
      `${this.url}/h5/?as=${this.owner.openid}#${path.startsWith('/') ? path : `/${path}`}`,
    )
    await this.settled()
    if (privacy === 'agree') await this.agreeToPrivacy()
  }

  /** Answers the privacy sheet where it is open; asked once on each phone. */
  async agreeToPrivacy(): Promise<void> {
    const agree = this.seen('#privacy-agree')
    if ((await agree.count()) === 0) return
    await agree.last().click()
    await this.settled()
  }

  /** Whatever is before her eyes: pages further down the stack stay in the document, hidden. */
  seen(selector: string): Locator {
    return this.page.locator(`${selector} >> visible=true`)
  }

  text(text: string | RegExp): Locator {
    return this.page.getByText(text).filter({ visible: true }).first()
  }

  async tap(id: string): Promise<void> {
    await this.seen(`#${id}`).last().click()
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).filter({ visible: true }).first().click()
  }

  async choose(name: string | RegExp): Promise<void> {
    await this.page.getByRole('radio', { name }).filter({ visible: true }).first().click()
  }

  async fill(id: string, text: string): Promise<void> {
    await this.seen(`#${id} input`).last().fill(text)
  }

  /** The one main heading of the page before her. */
  title(text: string | RegExp): Promise<void> {
    return this.page
      .getByRole('heading', { level: 1, name: text })
      .filter({ visible: true })
      .first()
      .waitFor()
  }

  async settled(): Promise<void> {
    await this.page.waitForLoadState('networkidle').catch(() => undefined)
    await this.page.waitForTimeout(350)
  }

  /** Says who she is, once, on the page for it. */
  async link(): Promise<void> {
    await this.agreeToPrivacy()
    await this.fill('name', this.owner.name)
    await this.fill('id-number', this.owner.idNumber)
    await this.page.getByRole('checkbox').filter({ visible: true }).first().click()
    await this.tap('submit')
    await this.title('身份已经确认')
    await this.tap('done')
    await this.settled()
  }

  /** Reads with the button until the end has been before her eyes. */
  async readLetter(): Promise<void> {
    await this.seen('.fs-letter').first().waitFor()
    for (let screen = 0; screen < 30; screen++) {
      await this.page.waitForTimeout(350)
      const button = this.seen('#letter-read-on')
      if ((await button.count()) === 0) return
      await button.first().click()
    }
    throw new Error('the letter has no end')
  }

  /** Writes two characters with the finger: strokes of many small steps, as a hand makes them. */
  async writeName(): Promise<void> {
    await this.tap('letter-open-pad')
    await this.drawName()
    await this.tap('pad-done')
    await this.seen('.fs-letter__signature').first().waitFor()
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

  /** In the region's own way: by hand where it asks for that, else by a tick. */
  async sign(way: 'handwritten' | 'tick'): Promise<void> {
    await this.readLetter()
    if (way === 'handwritten') await this.writeName()
    else await this.page.getByRole('checkbox').filter({ visible: true }).first().click()
    await this.tap('letter-sign')
  }

  /** Every word on the page before her, for what must not be among them. */
  async words(): Promise<string> {
    return (await this.seen('.fs-page').last().textContent()) ?? ''
  }

  /** The link that 复制邀请链接 puts on the clipboard. */
  async copiedLink(): Promise<string> {
    await this.tap('share-copy')
    await this.text('已复制，去发给家人吧。').waitFor()
    return this.page.evaluate(() => navigator.clipboard.readText())
  }

  /** Asks a function as this phone would, to compare what it holds with what is shown. */
  async ask(functionName: string, action: string): Promise<Record<string, unknown[]>> {
    const response = await fetch(`${this.url}/call/${functionName}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-openid': this.owner.openid ?? '' },
      body: JSON.stringify({ action, input: {} }),
    })
    return ((await response.json()) as { value: Record<string, unknown[]> }).value
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
  }

  /** What axe-core finds wrong on the page before her, each with the element. */
  async accessibilityTroubles(): Promise<string[]> {
    await this.settled()
    await this.page.evaluate(axe.source)
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

type Place = readonly [number, number]

/** 王五, more or less, in parts of the pad. */
const NAME: readonly (readonly Place[])[] = [
  [
    [0.1, 0.25],
    [0.42, 0.25],
  ],
  [
    [0.12, 0.42],
    [0.4, 0.42],
  ],
  [
    [0.26, 0.25],
    [0.26, 0.62],
  ],
  [
    [0.08, 0.62],
    [0.44, 0.61],
  ],
  [
    [0.56, 0.25],
    [0.9, 0.25],
  ],
  [
    [0.73, 0.25],
    [0.64, 0.62],
  ],
  [
    [0.6, 0.43],
    [0.82, 0.43],
    [0.8, 0.62],
  ],
  [
    [0.53, 0.63],
    [0.93, 0.62],
  ],
]

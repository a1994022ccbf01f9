import { mkdirSync } from 'node:fs'
import path from 'node:path'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { type Product, startProduct } from '../../local/product'

const ROOT = path.resolve(__dirname, '../..')
/** Where pictures for docs/screens are written; nowhere unless they are asked for. */
const SCREENS = process.env.DESK_SCREENS

export function startDeskProduct(): Promise<Product> {
  return startProduct({
    dataDir: null,
    port: 0,
    demoNow: Date.parse('2025-11-05T09:00:00+08:00'),
    functionsDir: path.join(ROOT, 'dist/cloudfunctions'),
    h5Dir: null,
    passwordScryptLog2N: 4,
  })
}

/** A desk in front of a screen of this width; what goes wrong in the page is added to `troubles`. */
export async function openDesk(
  browser: Browser,
  url: string,
  width: number,
  troubles: string[],
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 812 }, locale: 'zh-CN' })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text())
  })
  page.on('pageerror', (error) => troubles.push(String(error)))
  await page.goto(url)
  return page
}

/** Nothing sticks out, on a wide and on a narrow screen, and nobody is kept out. */
export async function expectDeskForAll(page: Page, picture: string): Promise<void> {
  for (const width of [1280, 375]) {
    await page.setViewportSize({ width, height: 812 })
    if (SCREENS !== undefined) {
      mkdirSync(SCREENS, { recursive: true })
      await page.screenshot({ path: path.join(SCREENS, `desk-${picture}-${width}.png`), fullPage: true })
    }
    const sticksOut = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
    expect(sticksOut).toBe(false)
  }
  await page.evaluate(axe.source)
  const found = await page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run()
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  })
  expect(found).toEqual([])
  await page.setViewportSize({ width: 1280, height: 812 })
}

import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { chromium } from 'playwright-core'
import budgets from './budgets.json'
import { DIST, KB, readBuilt } from './built'

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }
const FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
]

/** Serves the build as it is, on a port of its own; calls of functions find nobody. */
function serveBuild(): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const file = path.join(DIST, pathname.endsWith('/') ? `${pathname}index.html` : pathname)
    if (!file.startsWith(DIST) || !existsSync(file)) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' })
    response.end(readFileSync(file))
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server))
  })
}

/** Opens the app with an empty cache. Returns what came over the line, zipped, and whom else it asked. */
async function openApp(): Promise<{ firstLoadKb: number; files: string[]; foreign: string[] }> {
  const server = await serveBuild()
  const { port } = server.address() as AddressInfo
  const home = `http://127.0.0.1:${port}`
  const browser = await chromium.launch({ executablePath: process.env.CHROME_PATH, args: FLAGS })
  try {
    const page = await browser.newPage({ viewport: { width: 375, height: 812 } })
    const foreign: string[] = []
    const files: string[] = []
    let bytes = 0
    await page.route('**/*', async (route) => {
      const url = route.request().url()
      if (url.startsWith(home) || url.startsWith('data:') || url.startsWith('blob:')) return route.continue()
      foreign.push(url)
      return route.abort()
    })
    page.on('response', async (response) => {
      const url = new URL(response.url())
      if (response.status() !== 200 || url.origin !== home) return
      const file = url.pathname.endsWith('/') ? `${url.pathname}index.html` : url.pathname
      files.push(file)
      bytes += gzipSync(readFileSync(path.join(DIST, file))).length
    })
    await page.goto(`${home}/h5/`, { waitUntil: 'load' })
    await page.waitForSelector('#app > *', { state: 'attached', timeout: 20_000 })
    await page.waitForLoadState('networkidle', { timeout: 20_000 })
    return { firstLoadKb: Math.round(bytes / KB), files, foreign }
  } finally {
    await browser.close()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

describe('the H5 app', () => {
  it(`brings at most ${budgets.h5.firstLoadGzipKb} KB, zipped, before the first page shows, all of it from here`, async () => {
    const { firstLoadKb, files, foreign } = await openApp()
    expect(files).toContain('/h5/index.html')
    expect(files.filter((file) => file.endsWith('.js')).length).toBeGreaterThan(1)
    // React and Taro alone weigh more than this: less would mean that not everything was counted.
    expect(firstLoadKb).toBeGreaterThan(100)
    expect(firstLoadKb).toBeLessThanOrEqual(budgets.h5.firstLoadGzipKb)
    expect(foreign).toEqual([])
  })

  const html = readBuilt('h5', 'index.html')
  const viewport = /<meta name="viewport" content="([^"]*)"/.exec(html)?.[1] ?? ''

  it('says that it is in Chinese', () => {
    expect(html).toMatch(/<html[^>]* lang="zh-CN"/)
  })

  it('can be zoomed', () => {
    expect(viewport).toMatch(/width=device-width/)
    expect(viewport).not.toMatch(/user-scalable\s*=\s*(no|0)|maximum-scale/)
  })
})

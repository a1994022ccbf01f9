import path from 'node:path'
import type { Build } from './build'
import type { Page } from './live'
import type { RunRecord } from './record'

export const NAVIGATION = ['navigateTo', 'redirectTo', 'reLaunch', 'switchTab', 'navigateBack'] as const
export type Navigation = (typeof NAVIGATION)[number]

export interface Address {
  readonly route: string
  readonly query: Readonly<Record<string, string>>
  /** As it is written, from the root on. */
  readonly text: string
}

/** As many pages WeChat keeps one above another. */
const DEEPEST = 10

/** The open pages one above another, and the tabs that wait beside them, by WeChat's rules. */
export class PageStack {
  readonly open: Page[] = []
  /** The address of the first page of the list. */
  readonly home: string
  private readonly routes: readonly string[]
  private readonly tabRoutes: readonly string[]
  private readonly tabs = new Map<string, Page>()

  constructor(
    { app }: Build,
    private readonly record: RunRecord,
    private readonly makePage: (address: Address) => Page,
  ) {
    const further = (app.subPackages ?? []).map(({ root, pages }) => pages.map((page) => `${root}/${page}`))
    this.routes = [...app.pages, ...further.flat()]
    this.tabRoutes = (app.tabBar?.list ?? []).map(({ pagePath }) => pagePath)
    this.home = `/${app.pages[0]}`
  }

  /** @throws Error where no page is open */
  top(): Page {
    const top = this.open.at(-1)
    if (top === undefined) throw new Error('no page is open')
    return top
  }

  /** @throws Error as WeChat says it, where the address cannot be gone to in that way, which is recorded */
  navigate(how: Navigation, { url, delta = 1 }: { readonly url?: unknown; readonly delta?: unknown }): void {
    const address = addressIn(String(url), this.open.at(-1)?.path)
    const { route } = address
    const isTab = this.tabRoutes.includes(route)
    const depth = this.open.length
    const wrong =
      how !== 'navigateBack' &&
      ((!this.routes.includes(route) && `page "${route}" is not found`) ||
        (how === 'switchTab' && !isTab && `"${route}" is no tab`) ||
        (how !== 'switchTab' && how !== 'reLaunch' && isTab && `"${route}" is a tab`) ||
        (how === 'navigateTo' && depth >= DEEPEST && `more than ${DEEPEST} pages`))
    if (wrong) {
      this.record.say('error', 'navigation', `${how}:fail ${wrong}`)
      throw new Error(`${how}:fail ${wrong}`)
    }

    if (how === 'navigateTo') this.top().live('onHide')
    const back = Math.max(1, depth - Number(delta))
    const staying = {
      navigateTo: depth,
      redirectTo: depth - 1,
      reLaunch: 0,
      switchTab: 0,
      navigateBack: back,
    }
    for (const page of this.open.splice(staying[how]).reverse()) {
      if (how === 'switchTab' && this.tabs.get(page.path) === page) page.live('onHide')
      else this.leave(page)
    }
    // A launch anew begins without the tabs that were open before.
    if (how === 'reLaunch') for (const tab of this.tabs.values()) this.leave(tab)

    const waiting = how === 'navigateBack' ? this.open.pop() : this.tabs.get(route)
    const page = waiting ?? this.makePage(address)
    if (isTab) this.tabs.set(route, page)
    this.open.push(page)
    if (waiting === undefined) page.begin()
    else page.live('onShow')
  }

  private leave(page: Page): void {
    page.leave('onUnload')
    if (this.tabs.get(page.path) === page) this.tabs.delete(page.path)
  }
}

/** `/pages/home/index?a=1`, or an address beside the page that asks. Values stay as they were written. */
export function addressIn(address: string, from = ''): Address {
  const [place = '', rest = ''] = address.split('?')
  const text = path.posix.resolve('/', path.posix.dirname(from), place)
  const pairs = rest.split('&').map((pair) => pair.split('='))
  const query = Object.fromEntries(pairs.flatMap(([name, value = '']) => (name ? [[name, value]] : [])))
  return { route: text.slice(1), query, text: rest === '' ? text : `${text}?${rest}` }
}

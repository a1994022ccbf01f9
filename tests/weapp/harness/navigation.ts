import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { PageInstance } from './page'
import type { RunRecord } from './record'
import type { Navigation } from './wx'

interface AppFile {
  readonly pages: readonly string[]
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[]
  readonly tabBar?: { readonly list: readonly { readonly pagePath: string }[] }
}

type Query = Readonly<Record<string, string>>
type Options = Readonly<Record<string, unknown>>

/** As many pages WeChat keeps one above another. */
const DEEPEST = 10

/** The open pages one above another, and the tabs that wait beside them, by WeChat's rules. */
export class PageStack {
  readonly open: PageInstance[] = []
  /** The address of the first page of the list. */
  readonly home: string
  private readonly routes: readonly string[]
  private readonly tabRoutes: readonly string[]
  private readonly tabs = new Map<string, PageInstance>()

  constructor(
    directory: string,
    private readonly makePage: (route: string, query: Query) => PageInstance,
    private readonly record: RunRecord,
  ) {
    const app: AppFile = JSON.parse(readFileSync(path.join(directory, 'app.json'), 'utf8'))
    const further = (app.subPackages ?? []).flatMap(({ root, pages }) =>
      pages.map((page) => `${root}/${page}`),
    )
    this.routes = [...app.pages, ...further]
    this.tabRoutes = (app.tabBar?.list ?? []).map(({ pagePath }) => pagePath)
    this.home = `/${app.pages[0]}`
  }

  /** @throws Error where no page is open */
  top(): PageInstance {
    const top = this.open[this.open.length - 1]
    if (top === undefined) throw new Error('no page is open')
    return top
  }

  /** Whether that address can be gone to in that way; where not, it is recorded. */
  knows(how: Navigation, options: Options): boolean {
    const { route } = this.addressOf(options)
    const isTab = this.tabRoutes.includes(route)
    const wrong = [
      this.routes.includes(route) ? null : `page "${route}" is not found`,
      how === 'switchTab' && !isTab ? `"${route}" is no tab` : null,
      (how === 'navigateTo' || how === 'redirectTo') && isTab ? `"${route}" is a tab` : null,
      how === 'navigateTo' && this.open.length >= DEEPEST ? `more than ${DEEPEST} pages` : null,
    ].find((reason) => reason !== null)
    if (wrong === undefined) return true
    this.record.error('navigation', `${how}:fail ${wrong}`)
    return false
  }

  /** @throws Error where the address is wrong */
  navigate(how: Navigation, options: Options): void {
    if (how === 'navigateBack') {
      const steps = Math.min(Number(options.delta ?? 1), this.open.length - 1)
      for (let step = 0; step < steps; step++) this.leave(this.open.pop())
      this.top().live('onShow')
      return
    }
    const { route, query } = this.addressOf(options)
    if (!this.knows(how, options)) throw new Error(`${how}:fail`)
    this.makeRoom(how)
    const isTab = this.tabRoutes.includes(route)
    const before = isTab ? this.tabs.get(route) : undefined
    const page = before ?? this.makePage(route, query)
    if (isTab) this.tabs.set(route, page)
    this.open.push(page)
    if (before === undefined) page.begin()
    else page.live('onShow')
  }

  private makeRoom(how: Navigation): void {
    if (how === 'navigateTo') {
      this.open[this.open.length - 1]?.live('onHide')
      return
    }
    if (how === 'redirectTo') {
      this.leave(this.open.pop())
      return
    }
    for (let top = this.open.pop(); top !== undefined; top = this.open.pop()) {
      if (how === 'switchTab' && this.tabs.get(top.path) === top) top.live('onHide')
      else this.leave(top)
    }
    // A launch anew begins without the tabs that were open before.
    if (how === 'reLaunch') for (const tab of this.tabs.values()) this.leave(tab)
  }

  private leave(page: PageInstance | undefined): void {
    if (page === undefined) return
    page.live('onUnload')
    if (this.tabs.get(page.path) === page) this.tabs.delete(page.path)
  }

  private addressOf({ url }: Options) {
    return addressIn(String(url), this.open[this.open.length - 1]?.path)
  }
}

/** `/pages/home/index?a=1`, or an address beside the page that asks. Values stay as they were written. */
export function addressIn(address: string, from = ''): { route: string; query: Record<string, string> } {
  const [place = '', rest = ''] = address.split('?')
  const route = place.startsWith('/') ? place.slice(1) : path.posix.join(path.posix.dirname(from), place)
  const pairs = rest.split('&').flatMap((pair) => {
    const [name = '', value = ''] = pair.split('=')
    return name === '' ? [] : [[name, value]]
  })
  return { route, query: Object.fromEntries(pairs) }
}

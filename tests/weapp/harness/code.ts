import { readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import type { RunRecord } from './record'

/** WeChat hands these to every script as parameters without a value: what a browser has is not there. */
const NOT_THERE = [
  ...['window', 'document', 'frames', 'self', 'location', 'navigator', 'localStorage', 'sessionStorage'],
  ...['history', 'Caches', 'screen', 'alert', 'confirm', 'prompt', 'fetch', 'XMLHttpRequest', 'WebSocket'],
]

/** Part of the language in Node, but not on every phone. */
const NOT_TO_RELY_ON = ['Intl', 'WebAssembly', 'SharedArrayBuffer', 'Atomics', 'structuredClone']

export type Configuration = Readonly<Record<string, unknown>>

/** Compiled once for every launch that follows. */
const compiled = new Map<string, vm.Script>()

/**
 * The logic layer: the build's scripts in a bare realm with WeChat's `require`, `App`, `Page` and `Component`, and
 * without anything that only a browser or Node has.
 */
export class LogicLayer {
  readonly realm: vm.Context
  /** What `App` was called with. */
  app: Configuration | null = null
  private readonly pages = new Map<string, Configuration>()
  private readonly components = new Map<string, Configuration>()
  private readonly modules = new Map<string, { exports: unknown }>()
  /** The page or component whose script runs now: `Page` and `Component` do not say for whom they are called. */
  private running = ''

  constructor(
    private readonly directory: string,
    private readonly record: RunRecord,
    parts: { readonly wx: object; readonly timers: object; readonly now: () => number },
  ) {
    const globals: Record<string, unknown> = {
      wx: parts.wx,
      ...parts.timers,
      console: this.console(),
      App: (configuration: Configuration) => {
        this.app = configuration
      },
      Page: (configuration: Configuration) => this.pages.set(this.running, configuration),
      Component: (configuration: Configuration) => this.components.set(this.running, configuration),
      Behavior: (configuration: Configuration) => configuration,
      phoneNow: parts.now,
    }
    this.realm = vm.createContext(globals)
    for (const name of NOT_TO_RELY_ON) vm.runInContext(`delete globalThis.${name}`, this.realm)
    // The phone's clock: what the product's own machine says, so that a test can move both.
    vm.runInContext(
      `{
        const now = phoneNow
        delete globalThis.phoneNow
        const RealDate = Date
        globalThis.Date = class Date extends RealDate {
          constructor(...parts) { super(...(parts.length === 0 ? [now()] : parts)) }
          static now() { return now() }
        }
      }`,
      this.realm,
    )
  }

  define(name: string, value: unknown): void {
    this.realm[name] = value
  }

  /** A value that the logic may keep: made of its own realm's objects. */
  own(value: unknown): unknown {
    if (value === undefined) return undefined
    return vm.runInContext('JSON.parse', this.realm)(JSON.stringify(value))
  }

  /** What `Page` was called with by the page's script, which is run when the page is opened for the first time. */
  pageAt(route: string): Configuration {
    return this.registered(this.pages, route, 'Page')
  }

  componentAt(place: string): Configuration {
    return this.registered(this.components, place, 'Component')
  }

  private registered(kind: Map<string, Configuration>, place: string, caller: string): Configuration {
    const before = this.running
    this.running = place
    try {
      this.load(`${place}.js`)
    } finally {
      this.running = before
    }
    const configuration = kind.get(place)
    if (configuration === undefined) throw new Error(`${place}.js has not called ${caller}`)
    return configuration
  }

  load(file: string): unknown {
    const known = this.modules.get(file)
    if (known !== undefined) return known.exports
    const module = { exports: {} as unknown }
    this.modules.set(file, module)
    const require = (asked: string) => {
      const target = path.posix.join(path.posix.dirname(file), asked)
      return this.load(target.endsWith('.js') ? target : `${target}.js`)
    }
    this.script(file).runInContext(this.realm)(require, module, module.exports)
    return module.exports
  }

  private script(file: string): vm.Script {
    const full = path.join(this.directory, file)
    const known = compiled.get(full)
    if (known !== undefined) return known
    let code: string
    try {
      code = readFileSync(full, 'utf8')
    } catch {
      throw new Error(`module '${file}' is not defined`)
    }
    const parameters = ['require', 'module', 'exports', ...NOT_THERE].join(', ')
    const script = new vm.Script(`(function (${parameters}) {${code}\n})`, { filename: full })
    compiled.set(full, script)
    return script
  }

  private console() {
    const line = (parts: readonly unknown[]) => parts.map(String).join(' ').slice(0, 1_000)
    return {
      log: () => undefined,
      info: () => undefined,
      debug: () => undefined,
      time: () => undefined,
      timeEnd: () => undefined,
      warn: (...parts: unknown[]) => this.record.warnings.push(line(parts)),
      error: (...parts: unknown[]) => this.record.error('console', line(parts)),
    }
  }
}

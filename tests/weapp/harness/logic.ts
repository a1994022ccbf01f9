import path from 'node:path'
import vm from 'node:vm'
import type { Build } from './build'
import type { RunRecord } from './record'

/** Part of the language in Node, but not on every phone. */
const NOT_TO_RELY_ON = ['Intl', 'WebAssembly', 'SharedArrayBuffer', 'Atomics', 'structuredClone']

/** The phone's clock: what the product's own machine says, so that a test can move both. */
const CLOCK = `((now, RealDate) => {
  globalThis.Date = class Date extends RealDate {
    constructor(...parts) { super(...(parts.length === 0 ? [now()] : parts)) }
    static now() { return now() }
  }
})`

/** What `App`, `Page` or `Component` is called with. */
export type Configuration = Readonly<Record<string, unknown>>

/**
 * The logic layer: the build's scripts in a bare realm with WeChat's `require`, `App`, `Page` and `Component`, and
 * without anything that only a browser or Node has.
 */
export class LogicLayer {
  /** What `App` was called with. */
  app: Configuration | undefined
  /** What each promise of the realm is made from. */
  readonly promises: object
  private readonly realm: vm.Context
  private readonly parse: (text: string) => unknown
  private readonly registered = new Map<string, Configuration>()
  private readonly modules = new Map<string, { exports: unknown }>()
  /** The page or component whose script runs now: `Page` and `Component` do not say for whom they are called. */
  private running = ''

  constructor(
    private readonly build: Build,
    record: RunRecord,
    now: () => number,
    globals: Readonly<Record<string, unknown>>,
  ) {
    const register = (configuration: Configuration) => this.registered.set(this.running, configuration)
    const line = (parts: readonly unknown[]) => parts.map(String).join(' ').slice(0, 1_000)
    const quiet = ['log', 'info', 'debug', 'time', 'timeEnd'].map((name) => [name, () => undefined])
    this.realm = vm.createContext({
      ...globals,
      console: {
        ...Object.fromEntries(quiet),
        warn: (...parts: unknown[]) => record.say('warning', 'console', line(parts)),
        error: (...parts: unknown[]) => record.say('error', 'console', line(parts)),
      },
      App: (configuration: Configuration) => (this.app = configuration),
      Page: register,
      Component: register,
      Behavior: (configuration: Configuration) => configuration,
    })
    for (const name of NOT_TO_RELY_ON) vm.runInContext(`delete globalThis.${name}`, this.realm)
    vm.runInContext(CLOCK, this.realm)(now, vm.runInContext('Date', this.realm))
    this.parse = vm.runInContext('JSON.parse', this.realm)
    this.promises = vm.runInContext('Promise.prototype', this.realm)
  }

  /** A copy that the logic may keep: made of its own realm's objects. */
  own(value: unknown): unknown {
    return value === undefined ? undefined : this.parse(JSON.stringify(value))
  }

  /** What a page's or component's script says of it; it is run when it is needed for the first time. */
  configurationOf(place: string): Configuration {
    const before = this.running
    this.running = place
    try {
      this.load(`${place}.js`)
    } finally {
      this.running = before
    }
    const configuration = this.registered.get(place)
    if (configuration === undefined) throw new Error(`${place}.js has not called Page or Component`)
    return configuration
  }

  load(file: string): unknown {
    const known = this.modules.get(file)
    if (known !== undefined) return known.exports
    const module = { exports: {} as unknown }
    this.modules.set(file, module)
    const require = (asked: string) =>
      this.load(path.posix.join(path.posix.dirname(file), asked.endsWith('.js') ? asked : `${asked}.js`))
    this.build.script(file).runInContext(this.realm)(require, module, module.exports)
    return module.exports
  }
}

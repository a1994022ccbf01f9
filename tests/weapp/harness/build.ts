import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { compileTemplates } from './compilers'

interface AppFile {
  readonly pages: readonly string[]
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[]
  readonly tabBar?: { readonly list: readonly { readonly pagePath: string }[] }
}

type ComponentPlaces = Readonly<Record<string, string | undefined>>

/** A built mini-program on disk, such as `dist/weapp`. Each of its files is read and compiled once for all launches. */
export class Build {
  private static readonly known = new Map<string, Build>()

  /** @throws Error where a template does not compile */
  static at(directory: string): Build {
    return kept(Build.known, directory, () => new Build(directory))
  }

  readonly templates: vm.Script
  readonly app: AppFile
  private readonly scripts = new Map<string, vm.Script>()
  private readonly components = new Map<string, ComponentPlaces>()

  private constructor(private readonly directory: string) {
    this.templates = new vm.Script(compileTemplates(directory))
    this.app = JSON.parse(readFileSync(path.join(directory, 'app.json'), 'utf8'))
  }

  /**
   * A script as WeChat wraps it: a function of `require`, `module` and `exports`.
   * @throws Error where it is not there
   */
  script(file: string): vm.Script {
    const filename = path.join(this.directory, file)
    return kept(this.scripts, file, () => {
      if (!existsSync(filename)) throw new Error(`module '${file}' is not defined`)
      const code = readFileSync(filename, 'utf8')
      return new vm.Script(`(function (require, module, exports) {${code}\n})`, { filename })
    })
  }

  /** The component that a page or another component calls by that name. */
  componentFile(owner: string, name: string): string | undefined {
    const asked = this.componentsOf(owner)[name] ?? this.componentsOf('app')[name]
    return asked && path.posix.resolve('/', path.posix.dirname(owner), asked).slice(1)
  }

  private componentsOf(file: string): ComponentPlaces {
    const full = path.join(this.directory, `${file}.json`)
    const read = () => (existsSync(full) ? JSON.parse(readFileSync(full, 'utf8')).usingComponents : {})
    return kept(this.components, file, () => read() ?? {})
  }
}

/** What a map keeps under a key, made the first time. */
export function kept<Key, Value>(all: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = all.get(key) ?? make()
  all.set(key, value)
  return value
}

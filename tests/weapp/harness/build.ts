import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { compileTemplates } from './compilers'

interface AppFile {
  readonly pages: readonly string[]
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[]
  readonly tabBar?: { readonly list: readonly { readonly pagePath: string }[] }
}

/** A built mini-program on disk, such as `dist/weapp`. Each of its files is read and compiled once for all launches. */
export class Build {
  private static readonly known = new Map<string, Build>()

  /** @throws Error where a template does not compile */
  static at(directory: string): Build {
    const build = Build.known.get(directory) ?? new Build(directory)
    Build.known.set(directory, build)
    return build
  }

  readonly templates: vm.Script
  readonly app: AppFile
  private readonly scripts = new Map<string, vm.Script>()
  private readonly components = new Map<string, Readonly<Record<string, string>>>()

  private constructor(private readonly directory: string) {
    this.templates = new vm.Script(compileTemplates(directory))
    this.app = JSON.parse(readFileSync(path.join(directory, 'app.json'), 'utf8'))
  }

  /**
   * A script as WeChat wraps it: a function of `require`, `module` and `exports`.
   * @throws Error where it is not there
   */
  script(file: string): vm.Script {
    const full = path.join(this.directory, file)
    if (!existsSync(full)) throw new Error(`module '${file}' is not defined`)
    const code = () => `(function (require, module, exports) {${readFileSync(full, 'utf8')}\n})`
    const script = this.scripts.get(file) ?? new vm.Script(code(), { filename: full })
    this.scripts.set(file, script)
    return script
  }

  /** The component that a page or another component calls by that name. */
  componentFile(owner: string, name: string): string | undefined {
    const asked = this.componentsOf(owner)[name] ?? this.componentsOf('app')[name]
    return asked && path.posix.resolve('/', path.posix.dirname(owner), asked).slice(1)
  }

  private componentsOf(file: string): Readonly<Record<string, string>> {
    const full = path.join(this.directory, `${file}.json`)
    const read = () => (existsSync(full) ? JSON.parse(readFileSync(full, 'utf8')).usingComponents : undefined)
    const components = this.components.get(file) ?? read() ?? {}
    this.components.set(file, components)
    return components
  }
}

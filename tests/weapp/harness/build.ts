import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'

const ROOT = path.resolve(__dirname, '../../..')
const PACKAGE = path.join(ROOT, 'node_modules/miniprogram-compiler/bin')
const COPIES = path.join(ROOT, '.cache/weapp-compilers')
const FOLDERS: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'mac', win32: 'windows' }
const ENOUGH_BYTES = 64 * 1024 * 1024

/**
 * WeChat's own two compilers, as the developer tools ran them in 2020: `wcc` turns templates into JavaScript that
 * draws them, `wcsc` does the same for styles. The package brings them for three systems.
 */
type CompilerName = 'wcc' | 'wcsc'

/**
 * The program, ready to run. On Linux it comes without permission to be run, and what npm has installed is not
 * changed, so a copy of it is run.
 * @throws Error in one sentence where this machine cannot run it
 */
export function compiler(name: CompilerName): string {
  const folder = FOLDERS[process.platform]
  const file = process.platform === 'win32' ? `${name}.exe` : name
  const copy = path.join(COPIES, file)
  try {
    if (folder === undefined) throw new Error(`there is none for ${process.platform}`)
    const original = path.join(PACKAGE, folder, file)
    if (statSync(copy, { throwIfNoEntry: false })?.size !== statSync(original).size) {
      mkdirSync(COPIES, { recursive: true })
      copyFileSync(original, copy)
    }
    chmodSync(copy, 0o755)
    const { error, stdout } = spawnSync(copy, ['--help'], { encoding: 'utf8', timeout: 10_000 })
    if (error !== undefined) throw error
    if (!/WeChat/i.test(stdout)) throw new Error('it does not say its name')
    return copy
  } catch (error) {
    throw new Error(
      `The mini-program was not run: WeChat's compiler ${name} does not work on ${process.platform} ` +
        `${process.arch} (${error instanceof Error ? error.message.split('\n')[0] : String(error)}); ` +
        'run the tests on Linux x64, macOS or Windows.',
    )
  }
}

export function filesBelow(directory: string, ending: RegExp): string[] {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' })
  return files
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => ending.test(file))
    .sort()
}

function compile(name: CompilerName, directory: string, ending: RegExp, ...options: string[]) {
  const files = filesBelow(directory, ending).map((file) => `./${file}`)
  const settings = { cwd: directory, encoding: 'utf8', maxBuffer: ENOUGH_BYTES } as const
  return spawnSync(compiler(name), [...options, ...files], settings)
}

/**
 * All templates of a build, compiled to the one script that draws them.
 * @throws Error with what the compiler says, where a template is not well formed
 */
export function compileTemplates(directory: string): string {
  const { status, stdout, stderr } = compile('wcc', directory, /\.(wxml|wxs)$/, '-gn', '$gwx', '-d')
  if (status === 0) return stdout
  throw new Error(`wcc: ${`${stderr}${stdout}`.trim().slice(0, 2_000)}`)
}

/** What is wrong with the styles of a build, a line for each: the compiler says it and yet calls it a success. */
export function styleTroubles(directory: string): string[] {
  const { status, stdout, stderr } = compile('wcsc', directory, /\.wxss$/, '-lc')
  const said = [stdout, stderr].flatMap((text) => (/^ERR:[\s\S]*/m.exec(text)?.[0] ?? '').split('\n'))
  const troubles = said.filter((line) => line.trim() !== '' && !/^ERR:\s*$|^error file count: 0/.test(line))
  return status === 0 ? troubles : [...troubles, `wcsc ended with ${status}`]
}

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

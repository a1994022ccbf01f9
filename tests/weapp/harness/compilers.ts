import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'

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

import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'

/**
 * WeChat's own two compilers, as the developer tools ran them in 2020: `wcc` turns templates into JavaScript that
 * draws them, `wcsc` does the same for styles. The package brings them for three systems.
 */
const ROOT = path.resolve(__dirname, '../../..')
const PACKAGE = path.join(ROOT, 'node_modules/miniprogram-compiler/bin')
const COPIES = path.join(ROOT, '.cache/weapp-compilers')
const FOLDERS: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'mac', win32: 'windows' }
const ENOUGH_BYTES = 64 * 1024 * 1024

export type CompilerName = 'wcc' | 'wcsc'

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
    if (!/WeChat|Wechat/.test(stdout)) throw new Error('it does not say its name')
    return copy
  } catch (error) {
    throw new Error(
      `The mini-program was not run: WeChat's compiler ${name} does not work on ${process.platform} ` +
        `${process.arch} (${error instanceof Error ? error.message.split('\n')[0] : String(error)}); ` +
        'run the tests on Linux x64, macOS or Windows.',
    )
  }
}

export function filesBelow(directory: string, ending: RegExp, below = ''): string[] {
  return readdirSync(path.join(directory, below), { withFileTypes: true })
    .flatMap((entry) => {
      const file = path.posix.join(below, entry.name)
      if (entry.isDirectory()) return filesBelow(directory, ending, file)
      return ending.test(entry.name) ? [file] : []
    })
    .sort()
}

/**
 * All templates of a build, compiled to the one script that draws them.
 * @throws Error with what the compiler says, where a template is not well formed
 */
export function compileTemplates(directory: string): string {
  const files = filesBelow(directory, /\.(wxml|wxs)$/).map((file) => `./${file}`)
  const { status, stdout, stderr } = spawnSync(compiler('wcc'), ['-d', ...files, '-gn', '$gwx'], {
    cwd: directory,
    encoding: 'utf8',
    maxBuffer: ENOUGH_BYTES,
  })
  if (status === 0) return stdout
  throw new Error(`wcc: ${`${stderr}${stdout}`.trim().slice(0, 2_000)}`)
}

/** What is wrong with the styles of a build, a line for each: the compiler says it and yet calls it a success. */
export function styleTroubles(directory: string): string[] {
  const files = filesBelow(directory, /\.wxss$/).map((file) => `./${file}`)
  const { status, stdout, stderr } = spawnSync(compiler('wcsc'), ['-lc', ...files], {
    cwd: directory,
    encoding: 'utf8',
    maxBuffer: ENOUGH_BYTES,
  })
  const said = [stdout, stderr].flatMap((text) => {
    const lines = text.split('\n')
    const first = lines.findIndex((line) => line.startsWith('ERR:'))
    return first === -1 ? [] : lines.slice(first)
  })
  return [
    ...said.filter((line) => line.trim() !== '' && !/^ERR:\s*$|^error file count: 0/.test(line)),
    ...(status === 0 ? [] : [`wcsc ended with ${status}`]),
  ]
}

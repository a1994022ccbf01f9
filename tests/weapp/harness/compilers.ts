import { spawnSync } from 'node:child_process'
import { chmodSync, readdirSync } from 'node:fs'
import path from 'node:path'

const PACKAGE = path.resolve(__dirname, '../../../node_modules/miniprogram-compiler/bin')
const FOLDERS: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'mac', win32: 'windows' }
const ENOUGH_BYTES = 64 * 1024 * 1024

/**
 * WeChat's own two compilers, as the developer tools ran them in 2020: `wcc` turns templates into JavaScript that
 * draws them, `wcsc` does the same for styles. The package brings them for three systems.
 */
type CompilerName = 'wcc' | 'wcsc'

/**
 * The program, ready to run.
 * @throws Error in one sentence where this machine cannot run it
 */
export function compiler(name: CompilerName): string {
  const { platform, arch } = process
  const folder = FOLDERS[platform]
  const program = path.join(PACKAGE, folder ?? '', platform === 'win32' ? `${name}.exe` : name)
  try {
    if (folder === undefined) throw new Error(`there is none for ${platform}`)
    // The package brings it without permission to be run.
    chmodSync(program, 0o755)
    const { error, stdout } = spawnSync(program, ['--help'], { encoding: 'utf8', timeout: 10_000 })
    if (error !== undefined) throw error
    if (!/WeChat/i.test(stdout)) throw new Error('it does not say its name')
    return program
  } catch (error) {
    const [why] = String(error).split('\n')
    throw new Error(
      `The mini-program was not run: WeChat's compiler ${name} does not work on ${platform} ${arch} (${why}); ` +
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

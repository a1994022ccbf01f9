import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const SCRIPTS = path.resolve(__dirname, '../../scripts')

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A folder of its own to run scripts in. */
export function emptyFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'scripts-'))
}

/** Runs a program of a few lines that may import from scripts/ as `@scripts/…`. */
export function runModule(
  program: string,
  { cwd = emptyFolder(), env = {} }: { cwd?: string; env?: Record<string, string> } = {},
): Ran {
  const code = program.replaceAll("'@scripts/", `'${pathToFileURL(SCRIPTS).href}/`)
  const ran = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
    cwd,
    env: { PATH: process.env.PATH, ...env },
    encoding: 'utf8',
    timeout: 30_000,
  })
  return { code: ran.status, stdout: ran.stdout, stderr: ran.stderr }
}

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { runQuietly } from '../terminal/run.mjs'
import { step } from '../terminal/step.mjs'

/** WeChat's own uploader weighs 276 MB with what it brings, so it is no dependency: who uploads installs it. */
const PACKAGE = 'miniprogram-ci'
const VERSION = '2.1.42'
const HOME = path.resolve('.cache', PACKAGE)
const INSTALL_LIMIT_MS = 15 * 60_000

function installedVersion() {
  const manifest = path.join(HOME, 'node_modules', PACKAGE, 'package.json')
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).version : null
}

/** Installs it where it is not there yet, without running any package's install script. */
export async function ensureCompiler() {
  if (installedVersion() !== VERSION) {
    mkdirSync(HOME, { recursive: true })
    // A manifest of its own keeps npm from writing into the product's.
    writeFileSync(path.join(HOME, 'package.json'), '{ "private": true }\n')
    const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--save-exact']
    const command = ['npm', 'install', '--prefix', HOME, ...quiet, `${PACKAGE}@${VERSION}`]
    await step(`installing ${PACKAGE} ${VERSION}, once`, () =>
      runQuietly(command, { limitMs: INSTALL_LIMIT_MS }),
    )
  }
  return createRequire(path.join(HOME, 'package.json'))(PACKAGE)
}

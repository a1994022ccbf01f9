import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { runQuietly } from '../terminal/run.mjs'
import { step } from '../terminal/step.mjs'

const LOCK = 'package-lock.json'
/** What npm itself writes down once everything is in place. */
const NPM_RECORD = 'node_modules/.package-lock.json'
const OUR_RECORD = 'node_modules/.installed'
const INSTALL_LIMIT_MS = 15 * 60_000

const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')

/** Whether npm's own record holds every package of the lock in its version; those of other systems may lack. */
function recordFitsLock() {
  if (!existsSync(NPM_RECORD)) return false
  const wanted = JSON.parse(read(LOCK)).packages
  const there = JSON.parse(read(NPM_RECORD)).packages
  return Object.entries(wanted).every(([place, { version, optional }]) => {
    if (place === '') return true
    return there[place] === undefined ? optional === true : there[place].version === version
  })
}

/** Roughly: npm moves folders about while this counts. */
function packagesSoFar() {
  try {
    const names = readdirSync('node_modules').filter((name) => !name.startsWith('.'))
    const scopes = names.filter((name) => name.startsWith('@'))
    const scoped = scopes.flatMap((scope) => readdirSync(`node_modules/${scope}`))
    return `${names.length - scopes.length + scoped.length} packages`
  } catch {
    return ''
  }
}

/**
 * Installs what package-lock.json names, once per change of that file. Afterwards no network is needed.
 * No package's install script runs: none is needed, and each would be foreign code on this machine.
 */
export async function ensurePackages() {
  const hash = createHash('sha256').update(read(LOCK)).digest('hex')
  if (read(OUR_RECORD) === hash) return
  if (!recordFitsLock()) {
    rmSync(OUR_RECORD, { force: true })
    const itself = process.env.npm_execpath ?? ''
    const npm = itself.endsWith('npm-cli.js') ? [process.execPath, itself] : ['npm']
    const command = [...npm, 'ci', '--ignore-scripts', '--no-audit', '--no-fund']
    const install = () => runQuietly(command, { limitMs: INSTALL_LIMIT_MS })
    await step('installing packages (about 500 MB, once)', install, { soFar: packagesSoFar })
  }
  writeFileSync(OUR_RECORD, hash)
}

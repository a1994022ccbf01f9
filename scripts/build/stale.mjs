import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const STAMPS = '.cache/stamps'
const NEVER_INPUT = new Set(['node_modules', 'dist', '.git', '.cache', '.data'])

/** Every file below the paths, sorted, so that the same tree gives the same list on every machine. */
function filesBelow(paths) {
  const found = []
  for (const entry of paths) {
    if (!existsSync(entry)) continue
    if (statSync(entry).isFile()) {
      found.push(entry)
      continue
    }
    const children = readdirSync(entry).filter((name) => !NEVER_INPUT.has(name))
    found.push(...filesBelow(children.map((name) => path.join(entry, name))))
  }
  return found.sort()
}

/** One hash over the names and the bytes of every input, and over the settings that a build reads. */
export function hashOfInputs(paths, settings) {
  const hash = createHash('sha256').update(JSON.stringify([process.version, settings]))
  for (const file of filesBelow(paths)) {
    hash.update(`\0${file}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

const stampOf = (name) => path.join(STAMPS, name)

/** Whether the last finished build had these inputs, and what it made is still there. */
export function isFresh(name, hash, outputs) {
  if (!existsSync(stampOf(name)) || readFileSync(stampOf(name), 'utf8') !== hash) return false
  return outputs.every((output) => existsSync(output))
}

export function forget(name) {
  rmSync(stampOf(name), { force: true })
}

/** @throws where the build ended without one of its outputs */
export function remember(name, hash, outputs) {
  const missing = outputs.filter((output) => !existsSync(output))
  if (missing.length > 0) throw new Error(`The build "${name}" ended without ${missing.join(', ')}.`)
  mkdirSync(STAMPS, { recursive: true })
  writeFileSync(stampOf(name), hash)
}

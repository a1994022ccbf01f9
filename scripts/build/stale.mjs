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

/** One hash over the names and the bytes of every input. */
export function hashOf(paths) {
  const hash = createHash('sha256').update(process.version)
  for (const file of filesBelow(paths)) {
    hash.update(`\0${file}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

/**
 * Runs `build` where an input changed since the last time, or an output is missing.
 * The stamp is removed first: a build that is killed half-way is not taken for a finished one.
 * @returns whether it built
 */
export async function buildIfStale({ name, inputs, outputs, build }) {
  const stamp = path.join(STAMPS, name)
  const hash = hashOf(inputs)
  const fresh =
    existsSync(stamp) && readFileSync(stamp, 'utf8') === hash && outputs.every((o) => existsSync(o))
  if (fresh) return false
  rmSync(stamp, { force: true })
  await build()
  const missing = outputs.filter((output) => !existsSync(output))
  if (missing.length > 0) throw new Error(`The build "${name}" ended without ${missing.join(', ')}.`)
  mkdirSync(STAMPS, { recursive: true })
  writeFileSync(stamp, hash)
  return true
}

import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSync } from 'esbuild'

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/**
 * The rules as they are in the sources, bundled in memory: what is written from them must not depend on a build that is
 * out of date. `contents` is a module in `shared/`.
 */
export function loadRules(contents) {
  const [bundle] = buildSync({
    stdin: { contents, resolveDir: path.join(ROOT, 'shared') },
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
  }).outputFiles
  const module = { exports: {} }
  new Function('module', 'exports', 'require', bundle.text)(
    module,
    module.exports,
    createRequire(import.meta.url),
  )
  return module.exports
}

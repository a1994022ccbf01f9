import { existsSync } from 'node:fs'
import { buildTarget } from '../scripts/build/build.mjs'

/** Jest's set-up of every project that runs function bundles: what changed is built once, before the tests. */
export default async function buildOnce() {
  process.chdir(new URL('..', import.meta.url).pathname)
  for (const [target, script] of [
    ['functions', 'scripts/build-functions.mjs'],
    ['local', 'scripts/build-local.mjs'],
  ]) {
    if (existsSync(script)) await buildTarget(target)
  }
}

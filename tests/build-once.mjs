import { existsSync } from 'node:fs'
import { buildTarget } from '../scripts/build/build.mjs'

/** Jest's set-up of the projects that run function bundles: what changed is built once, before the tests. */
export default async function buildOnce() {
  if (existsSync('scripts/build-functions.mjs')) await buildTarget('functions')
  if (existsSync('scripts/build-local.mjs')) await buildTarget('local')
}

import { buildTarget } from '../scripts/build/build.mjs'

/** Jest's set-up of the projects that run function bundles: what changed is built once, before the tests. */
export default async function buildOnce() {
  await buildTarget('functions')
  await buildTarget('local')
}

import { buildTarget } from '../scripts/build/build.mjs'
import buildOnce from './build-once.mjs'

/** Jest's set-up of the mini-program's tests: the product, the build that ships, and the one for the local server. */
export default async function miniProgramOnce() {
  await buildOnce()
  await buildTarget('weapp')
  await buildTarget('weapp-local')
}

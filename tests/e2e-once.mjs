import { buildTarget } from '../scripts/build/build.mjs'
import { ensureBrowser } from '../scripts/set-up/browser.mjs'
import buildOnce from './build-once.mjs'

/** Jest's set-up of the browser tests: the whole product, and the path of a browser in CHROME_PATH. */
export default async function everythingOnce() {
  await buildOnce()
  await buildTarget('h5')
  await ensureBrowser()
}

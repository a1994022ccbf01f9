import { buildTarget } from '../scripts/build/build.mjs'
import { ensureBrowser } from '../scripts/set-up/browser.mjs'

/** Jest's set-up of the budgets: every build that has one, and a browser to open the app with. */
export default async function weighEverything() {
  for (const target of ['functions', 'h5', 'weapp']) await buildTarget(target)
  await ensureBrowser()
}

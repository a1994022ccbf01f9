import { buildTarget } from '../scripts/build/build.mjs'

/** Jest's set-up of the budgets: every build that has one. */
export default async function weighEverything() {
  for (const target of ['functions', 'h5', 'weapp']) await buildTarget(target)
}

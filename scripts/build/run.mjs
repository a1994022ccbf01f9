import '../set-up/node-version.mjs'
import { ensurePackages } from '../set-up/packages.mjs'
import { step } from '../terminal/step.mjs'
import { buildTarget } from './build.mjs'
import { TARGETS } from './targets.mjs'

// node scripts/build/run.mjs <target>: builds it from scratch, also where nothing changed.
const name = process.argv[2]
if (!Object.hasOwn(TARGETS, name)) {
  console.error(`Which build? One of: ${Object.keys(TARGETS).join(', ')}.`)
  process.exit(1)
}
try {
  await ensurePackages()
  await step(`building the ${TARGETS[name].title}`, () => buildTarget(name, { anew: true }))
} catch (error) {
  console.error(error.message)
  process.exit(1)
}

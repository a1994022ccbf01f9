import './set-up/node-version.mjs'
import { buildTargetAloud } from './build/build.mjs'
import { runChecks } from './checks.mjs'
import { runJestProject } from './jest-project.mjs'
import { ensureBrowser } from './set-up/browser.mjs'
import { ensurePackages } from './set-up/packages.mjs'
import { seconds, step } from './terminal/step.mjs'

// Everything, from a fresh clone: install, build, find or install a browser, check, run every test.
const startedAt = Date.now()
const sum = { passed: 0, failed: 0 }
const broken = new Set()

function add({ passed, failed }) {
  sum.passed += passed
  sum.failed += failed
}

/** Prepares what tests need. Where it fails, the tests that need it are not run and count as failed. */
async function prepare(need, work) {
  try {
    await work()
  } catch (error) {
    console.error(error.message)
    broken.add(need)
    add({ passed: 0, failed: 1 })
  }
}

async function runProject(name, needs) {
  const missing = needs.filter((need) => broken.has(need))
  if (missing.length > 0) {
    console.log(`✗ tests: ${name} could not run without ${missing.join(' and ')}`)
    return add({ passed: 0, failed: 1 })
  }
  const succeeded = ({ failed }) => failed === 0
  add(await step(`tests: ${name}`, () => runJestProject(name), { succeeded }))
}

function end() {
  console.log(`in ${seconds(Date.now() - startedAt)}`)
  console.log(`${sum.passed} passed, ${sum.failed} failed`)
  process.exit(sum.failed === 0 && sum.passed > 0 ? 0 : 1)
}

await prepare('packages', ensurePackages)
if (broken.has('packages')) end()
for (const target of ['functions', 'local', 'h5', 'weapp', 'weapp-local']) {
  await prepare(target, () => buildTargetAloud(target))
}
await prepare('a browser', ensureBrowser)
add(await runChecks())
await runProject('unit', [])
await runProject('stack', ['functions', 'local'])
await runProject('budgets', ['functions', 'h5', 'weapp', 'a browser'])
await runProject('weapp', ['functions', 'local', 'weapp', 'weapp-local'])
await runProject('e2e', ['functions', 'local', 'h5', 'a browser'])
end()

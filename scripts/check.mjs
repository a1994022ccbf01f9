import './set-up/node-version.mjs'
import { runChecks } from './checks.mjs'
import { runJestProject } from './jest-project.mjs'
import { ensurePackages } from './set-up/packages.mjs'

// What is asked before every commit: types, lint, walls, dead code and the unit tests, in under 90 seconds.
await ensurePackages()
const checks = await runChecks()
const tests = await runJestProject('unit')
const failed = checks.failed + tests.failed
console.log(`${checks.passed + tests.passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

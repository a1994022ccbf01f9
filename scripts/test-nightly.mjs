import './set-up/node-version.mjs'
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'

// What takes long: the whole product is killed three hundred times while it pays, and as often while it gives back.
const KILL_ROUNDS = '300'

const jest = createRequire(import.meta.url).resolve('jest/bin/jest.js')
const { status } = spawnSync(
  process.execPath,
  [jest, '--selectProjects', 'stack', '--testPathPatterns', 'tests/faults/premium-killed'],
  { stdio: 'inherit', env: { ...process.env, KILL_ROUNDS } },
)
process.exit(status ?? 1)

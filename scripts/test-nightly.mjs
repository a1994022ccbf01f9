import './set-up/node-version.mjs'
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'

// What takes long: the whole product is killed three hundred times while it pays, and as often while it gives back.
const KILL_ROUNDS = '300'
/** And the model of paying and giving back lives through this many lives. */
const MODEL_RUNS = '60'
/** And so many bindings end at one midnight. */
const MANY_ENDINGS = '10000'

const jest = createRequire(import.meta.url).resolve('jest/bin/jest.js')
const { status } = spawnSync(
  process.execPath,
  [jest, '--selectProjects', 'stack', '--testPathPatterns', '(premium-killed|premium-model|many-endings)'],
  { stdio: 'inherit', env: { ...process.env, KILL_ROUNDS, MODEL_RUNS, MANY_ENDINGS } },
)
process.exit(status ?? 1)

import { existsSync } from 'node:fs'
import { runQuietly } from './terminal/run.mjs'
import { step } from './terminal/step.mjs'

const bin = (file) => ['node', `node_modules/${file}`]
const ROOMS = [
  'shared',
  'src',
  'config',
  'cloudfunctions',
  'platform',
  'local',
  'tests',
  'scripts',
  'bench',
].filter((room) => existsSync(room))

/** What is checked by reading the code alone. Each counts as one check in the sum of `npm test`. */
const CHECKS = [
  { title: 'types', command: [...bin('typescript/bin/tsc'), '-b'] },
  { title: 'lint and format', command: [...bin('@biomejs/biome/bin/biome'), 'ci', '--colors=off'] },
  {
    title: 'walls between the rooms',
    command: [
      ...bin('dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      ...ROOMS,
    ],
  },
  { title: 'dead code', command: [...bin('knip/bin/knip.js'), '--no-progress'] },
]

/** Runs every check, also after one has failed, two at a time. @returns how many passed and failed */
export async function runChecks() {
  const sum = { passed: 0, failed: 0 }
  const waiting = [...CHECKS]
  const worker = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const { title, command } = check
      const done = step(title, () => runQuietly(command))
      await done.then(
        () => sum.passed++,
        () => sum.failed++,
      )
    }
  }
  await Promise.all([worker(), worker()])
  return sum
}

import { runQuietly } from '../terminal/run.mjs'
import { buildIfStale } from './stale.mjs'
import { TARGETS } from './targets.mjs'

/**
 * Builds one target where it is stale.
 * @param {keyof typeof TARGETS} name
 * @returns whether it had to be built
 */
export function buildTarget(name) {
  const { inputs, outputs, command } = TARGETS[name]
  return buildIfStale({
    name,
    inputs,
    outputs,
    build: () => runQuietly(command, { title: TARGETS[name].title }),
  })
}

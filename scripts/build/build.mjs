import { runQuietly } from '../terminal/run.mjs'
import { step } from '../terminal/step.mjs'
import { forget, hashOfInputs, isFresh, remember } from './stale.mjs'
import { TARGETS } from './targets.mjs'

function hashOfTarget({ inputs, settings, env = {} }) {
  return hashOfInputs(
    inputs,
    settings.map((name) => env[name] ?? process.env[name] ?? null),
  )
}

/**
 * Builds one target where it is stale, or in any case if `anew`.
 * @param {keyof typeof TARGETS} name
 */
export async function buildTarget(name, { anew = false } = {}) {
  const target = TARGETS[name]
  const hash = hashOfTarget(target)
  if (!anew && isFresh(name, hash, target.outputs)) return
  // Forgotten first: a build that is killed half-way is not taken for a finished one.
  forget(name)
  await runQuietly(target.command, { env: { NODE_ENV: 'production', ...target.env } })
  remember(name, hash, target.outputs)
}

/** Like buildTarget, said aloud where something has to be done. */
export async function buildTargetAloud(name) {
  const target = TARGETS[name]
  if (isFresh(name, hashOfTarget(target), target.outputs)) return
  await step(`building the ${target.title}`, () => buildTarget(name))
}

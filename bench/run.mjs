import '../scripts/set-up/node-version.mjs'
import { ensurePackages } from '../scripts/set-up/packages.mjs'

// Measures the product against the bare store in the same run; bench/README.md says how to read what comes out.
await ensurePackages()
const { buildBench, removeBench } = await import('./build.mjs')
const { measureMemory } = await import('./memory.mjs')
const { measurePassword } = await import('./password.mjs')
const { measurePrinting } = await import('./print.mjs')
const { printResults, writeResults } = await import('./report.mjs')
const { measureSpeed } = await import('./speed.mjs')

const startedAt = performance.now()
const say = (line) => console.log(`✓ ${line}`)
try {
  await buildBench()
  const actions = await measureSpeed(say)
  const password = await measurePassword(say)
  const functions = await measureMemory(say)
  const printing = await measurePrinting(say)
  printResults({ actions, password, functions, printing })
  writeResults({ actions, password, functions, printing }, (performance.now() - startedAt) / 1000)
} finally {
  removeBench()
}

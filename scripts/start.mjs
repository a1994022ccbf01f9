import './set-up/node-version.mjs'
import path from 'node:path'
import { buildTargetAloud } from './build/build.mjs'
import { ensurePackages } from './set-up/packages.mjs'
import { keepServing } from './watch.mjs'

// Installs and builds what is missing or stale, then serves everything. With --watch it builds again what
// changes. The server runs in this very process: what stops or kills one stops or kills both.
try {
  await ensurePackages()
  for (const target of ['functions', 'local', 'h5']) await buildTargetAloud(target)
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
if (process.argv.includes('--watch')) keepServing()
else await import(path.resolve('dist/local/start.js'))

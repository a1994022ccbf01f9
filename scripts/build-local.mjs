import { cpSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/**
 * Bundles the local server, so that it runs with plain node, and its function worker, which is a program of its own.
 * libsql stays outside: it brings a native part for each system.
 * @returns {Promise<{ name: string, bytes: number }[]>}
 */
export async function buildLocal({ quiet = false, to = path.join(ROOT, 'dist/local') } = {}) {
  const entries = {
    'function-worker': 'local/cloudbase/functions/worker.ts',
    start: 'local/start.ts',
  }
  await build({
    entryPoints: Object.fromEntries(
      Object.entries(entries).map(([name, file]) => [name, path.join(ROOT, file)]),
    ),
    outdir: to,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['libsql'],
    keepNames: true,
    sourcemap: false,
    logLevel: 'error',
  })
  rmSync(path.join(to, 'demo'), { recursive: true, force: true })
  cpSync(path.join(ROOT, 'local/demo'), path.join(to, 'demo'), { recursive: true })
  rmSync(path.join(to, '../desk'), { recursive: true, force: true })
  cpSync(path.join(ROOT, 'desk'), path.join(to, '../desk'), { recursive: true })
  return Object.keys(entries).map((name) => {
    const { size: bytes } = statSync(path.join(to, `${name}.js`))
    if (!quiet) console.log(`${name.padEnd(18)} ${(bytes / 1024).toFixed(0).padStart(6)} KB`)
    return { name, bytes }
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildLocal()

import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { loadRules } from './rules/load.mjs'
import { rulesSchema } from './rules/schema.mjs'

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const DATA = `export { DEFINITIONS, NATIONAL, REGIONS, RELIABILITIES, SOURCES } from './rules/parameters'`

/** What the module exports: the questions, and the data and words that they are answered from. */
const ENTRY = `export * from './rules'
${DATA}
export { refusalSentence } from './copy'
export * from './values/day'
export * from './values/fen'
`

/**
 * Writes the rules as a module of their own: one ESM file for any JavaScript, its types, the data as JSON and the
 * JSON Schema of the data.
 */
export async function buildRules({ to = path.join(ROOT, 'dist/rules') } = {}) {
  rmSync(to, { recursive: true, force: true })
  mkdirSync(to, { recursive: true })
  await build({
    stdin: { contents: ENTRY, resolveDir: path.join(ROOT, 'shared'), loader: 'ts' },
    outfile: path.join(to, 'rules.mjs'),
    bundle: true,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    format: 'esm',
    target: 'es2020',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
  })
  execFileSync(process.execPath, [
    path.join(ROOT, 'node_modules/typescript/bin/tsc'),
    ...['--project', path.join(ROOT, 'shared'), '--composite', 'false', '--incremental', 'false'],
    ...['--declaration', '--emitDeclarationOnly', '--outDir', path.join(to, 'types')],
  ])
  // The shape of requests is nobody's business who asks the rules.
  rmSync(path.join(to, 'types/contract'), { recursive: true })
  writeFileSync(path.join(to, 'types/index.d.ts'), ENTRY)
  const data = loadRules(DATA)
  const { SOURCES: sources, NATIONAL: national, REGIONS: regions } = data
  const json = (file, value) => writeFileSync(path.join(to, file), `${JSON.stringify(value, null, 2)}\n`)
  json('rules.json', { sources, national, regions })
  json('rules.schema.json', rulesSchema(data))
  json('package.json', {
    name: 'family-account-sharing-rules',
    version: '0.1.0',
    license: 'Apache-2.0',
    type: 'module',
    sideEffects: false,
    exports: {
      '.': { types: './types/index.d.ts', default: './rules.mjs' },
      './rules.json': './rules.json',
      './rules.schema.json': './rules.schema.json',
    },
  })
  return statSync(path.join(to, 'rules.mjs')).size
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const bytes = await buildRules()
  console.log(
    `dist/rules/rules.mjs ${(bytes / 1024).toFixed(0)} KB, with types, rules.json and rules.schema.json`,
  )
}

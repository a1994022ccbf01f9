import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { buildTargetAloud } from '../scripts/build/build.mjs'
import { PRINTING } from '../scripts/build-functions.mjs'

/** Everything that a run makes: bundles, and the data of the run. Nothing of it is kept. */
const ROOM = path.resolve('.cache/bench')
export const FUNCTIONS_DIRECTORY = path.join(ROOM, 'functions')
export const PRODUCT_PROGRAM = path.join(ROOM, 'local/product.js')
export const PEOPLE_PROGRAM = path.join(ROOM, 'local/people.js')
export const PRINT_PROGRAM = path.join(ROOM, 'print/letter.js')
export const PASSWORD_PROGRAM = path.join(ROOM, 'local/password.js')
export const DATA_DIRECTORY = path.join(ROOM, 'data')

/** The product's functions as they are deployed, and beside them the two references. */
export async function buildBench() {
  await buildTargetAloud('functions')
  rmSync(ROOM, { recursive: true, force: true })
  mkdirSync(ROOM, { recursive: true })
  cpSync('dist/cloudfunctions', FUNCTIONS_DIRECTORY, { recursive: true })
  const forNode = { bundle: true, platform: 'node', format: 'cjs', target: 'node20', logLevel: 'error' }
  await build({
    ...forNode,
    entryPoints: ['bare', 'empty'].map((name) => ({
      in: `bench/functions/${name}.js`,
      out: `${name}/index`,
    })),
    outdir: FUNCTIONS_DIRECTORY,
    minifySyntax: true,
    minifyWhitespace: true,
    keepNames: true,
  })
  await build({
    ...forNode,
    entryPoints: [
      { in: 'local/product.ts', out: 'product' },
      { in: 'local/people/index.ts', out: 'people' },
      { in: 'local/cloudbase/functions/worker.ts', out: 'function-worker' },
      { in: 'platform/keys/password.ts', out: 'password' },
    ],
    outdir: path.dirname(PRODUCT_PROGRAM),
    external: ['libsql'],
    keepNames: true,
  })
  await buildPrinting()
}

/** What prints a letter, without the function around it. */
export function buildPrinting() {
  return build({
    ...PRINTING,
    stdin: {
      contents:
        "export { renderLetter } from './platform/letters/render-letter'\n" +
        "export { notoSansSc } from './platform/paper/whole-font'\n" +
        "export { default as PDFDocument } from 'pdfkit'",
      resolveDir: process.cwd(),
    },
    outfile: PRINT_PROGRAM,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
    keepNames: true,
  })
}

export function functionNames() {
  return readdirSync(FUNCTIONS_DIRECTORY).sort()
}

export function removeBench() {
  rmSync(ROOM, { recursive: true, force: true })
}

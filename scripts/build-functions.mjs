import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const RUNTIME = 'node20'
const require = createRequire(import.meta.url)

/** The whole font beside the bundle of each function that sets text on paper; it is read when something is printed. */
const FONT = require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')
const PRINTS = path.join('platform', 'paper', 'whole-font.ts')

/**
 * pdfkit and fontkit in their CommonJS form. The other form of pdfkit looks for files beside `import.meta.url`, which a
 * CommonJS bundle does not have, and fails when it is loaded; fontkit would be in the bundle twice.
 */
export const PRINTING = { alias: { pdfkit: require.resolve('pdfkit'), fontkit: require.resolve('fontkit') } }

/** Every folder in `from` that holds an index.ts is one deployable function. */
function functionsIn(from) {
  return readdirSync(from, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(from, entry.name, 'index.ts')))
    .map((entry) => entry.name)
    .sort()
}

/**
 * Bundles each cloud function into one file: a function's folder is all that is deployed, so `shared/` and
 * `platform/` have to be inside. Names are kept, for the places in an incident's log.
 * @returns {Promise<{ name: string, bytes: number }[]>}
 */
export async function buildFunctions({
  quiet = false,
  from = path.join(ROOT, 'cloudfunctions'),
  to = path.join(ROOT, 'dist/cloudfunctions'),
} = {}) {
  const names = functionsIn(from)
  rmSync(to, { recursive: true, force: true })
  mkdirSync(to, { recursive: true })
  await Promise.all(
    names.map(async (name) => {
      const { metafile } = await build({
        ...PRINTING,
        entryPoints: [path.join(from, name, 'index.ts')],
        outfile: path.join(to, name, 'index.js'),
        bundle: true,
        platform: 'node',
        format: 'cjs',
        target: RUNTIME,
        minifySyntax: true,
        minifyWhitespace: true,
        keepNames: true,
        sourcemap: false,
        legalComments: 'none',
        logLevel: 'error',
        metafile: true,
        absWorkingDir: ROOT,
      })
      if (PRINTS in metafile.inputs) copyFileSync(FONT, path.join(to, name, path.basename(FONT)))
    }),
  )
  return names.map((name) => {
    writeFileSync(
      path.join(to, name, 'package.json'),
      `${JSON.stringify({ name, version: '0.0.0', private: true, main: 'index.js' }, null, 2)}\n`,
    )
    const { size: bytes } = statSync(path.join(to, name, 'index.js'))
    if (!quiet) console.log(`${name.padEnd(18)} ${(bytes / 1024).toFixed(0).padStart(6)} KB`)
    return { name, bytes }
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildFunctions()

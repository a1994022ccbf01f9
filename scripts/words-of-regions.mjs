import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadRules } from './rules/load.mjs'

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const TABLE = path.join(ROOT, 'shared/rules/words-of-regions.ts')
const COMMAND = 'node scripts/words-of-regions.mjs'

/** The table as it must stand in the file, in the project's own format. */
function table() {
  const { general, regions } = loadRules(
    `export { wordsTable } from './rules/words-from-parameters'`,
  ).wordsTable()
  const text = [
    `// Written by \`${COMMAND}\` from shared/rules/parameters; do not edit it here.`,
    `import type { RegionWords } from './answer'`,
    '',
    `export const GENERAL_WORDS: RegionWords = ${JSON.stringify(general)}`,
    '',
    '/** Of each region what differs from the general words. */',
    `export const WORDS_OF_REGIONS: readonly (Partial<RegionWords> & { readonly regionCode: string })[] = ${JSON.stringify(regions)}`,
    '',
  ].join('\n')
  return execFileSync(
    process.execPath,
    [
      'node_modules/@biomejs/biome/bin/biome',
      'check',
      '--write',
      '--stdin-file-path=shared/rules/words-of-regions.ts',
    ],
    { cwd: ROOT, input: text, encoding: 'utf8' },
  )
}

writeFileSync(TABLE, table())
console.log('shared/rules/words-of-regions.ts is written')

import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadRules } from './rules/load.mjs'

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const REPORT = path.join(ROOT, 'docs/regions.md')
const REPORT_COMMAND = 'node scripts/regions-report.mjs'
/** The report speaks of one day, so that it changes with the rules and not with the calendar. */
const REPORT_DAY = '2025-11-05'

const rules = () =>
  loadRules(`export { explain, regions } from './rules'\nexport { REGIONS } from './rules/parameters'`)

const LEVELS = { region: "the region's own", national: 'national', product: 'our reading', none: 'unknown' }

/** A bar would end the cell of a table. */
const cell = (text) => String(text).replaceAll('|', '\\|')

function shown(value) {
  if (value === null) return '–'
  return cell(typeof value === 'string' ? value : JSON.stringify(value))
}

function dates({ from, until }) {
  if (from === undefined && until === undefined) return '–'
  return `${from ?? '…'} to ${until ?? '…'}`
}

function overview(held) {
  const lines = held.regions().map(({ regionCode, name }) => {
    const rows = held.explain(regionCode, REPORT_DAY)
    const count = (level) => rows.filter((row) => row.level === level).length
    const weak = rows.filter((row) => row.reliability === 'machine-written').length
    const checked = rows.map((row) => row.lastChecked).sort()[0]
    return `| ${regionCode} | ${name} | ${count('region')} | ${count('national')} | ${count('product')} | ${count('none')} | ${weak} | ${checked} |`
  })
  return [
    "| code | region | the region's own | national | our reading | unknown | machine-written alone | checked since |",
    '|---|---|---|---|---|---|---|---|',
    ...lines,
  ]
}

function chapter(held, { regionCode, name }) {
  const rows = held.explain(regionCode, REPORT_DAY)
  const { notFound } = held.REGIONS.find((region) => region.regionCode === regionCode)
  return [
    `## ${name} (${regionCode})`,
    '',
    '| parameter | value | from where | reliability | in force | where unknown |',
    '|---|---|---|---|---|---|',
    ...rows.map(
      (row) =>
        `| ${row.parameter} (${cell(row.title)}) | ${shown(row.value)} | ${LEVELS[row.level]} | ${row.reliability} | ${dates(row)} | ${row.whenUnknown} |`,
    ),
    '',
    `Looked for in the region and not found: ${notFound.join(', ')}.`,
    '',
  ]
}

export function report() {
  const held = rules()
  return [
    '# What is known of each region',
    '',
    `Written by \`${REPORT_COMMAND}\` from \`shared/rules/parameters\`; do not edit it here. The values are those in`,
    `force on ${REPORT_DAY}, the day of the demo; amounts are in fen.`,
    '',
    ...overview(held),
    '',
    ...held.regions().flatMap((region) => chapter(held, region)),
  ].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = report()
  if (!process.argv.includes('--check')) {
    writeFileSync(REPORT, text)
    console.log('docs/regions.md is written')
  } else if (readFileSync(REPORT, 'utf8') === text) {
    console.log('docs/regions.md says what the rules say')
  } else {
    console.error(`docs/regions.md is out of date: run ${REPORT_COMMAND}`)
    process.exitCode = 1
  }
}

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
  loadRules(
    `export { explain, regions } from './rules'
    export { DEFINITIONS, NATIONAL, PRODUCT_DEFAULTS, REGIONS, reliabilityOf } from './rules/parameters'`,
  )

/** A bar would end the cell of a table. */
const cell = (text) => String(text).replaceAll('|', '\\|')

function shown(value) {
  if (value === null) return '–'
  return cell(typeof value === 'string' ? value : JSON.stringify(value))
}

const KNOWN_AS = { 'at-latest': ' at the latest', month: ' (the month)', year: ' (the year)' }

/** Since when, and until when; a dash where no source names a day. */
function inForce({ from, fromIs, until }) {
  const since = from === undefined ? null : `from ${from}${KNOWN_AS[fromIs] ?? ''}`
  const ended = until === undefined ? null : `until ${until}`
  return [since, ended].filter((part) => part !== null).join(' ') || '–'
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

/** The one city of which the sources speak, and what holds in the rest of the region today. */
function onlyIn(held, region, parameter, { city }) {
  if (city === undefined) return ''
  const row = held.explain(region.regionCode, REPORT_DAY).find((one) => one.parameter === parameter)
  const rest = row?.elsewhere
  const holds =
    rest === undefined
      ? ''
      : rest.value === null
        ? `; elsewhere not known: ${held.DEFINITIONS[parameter].whenUnknown}`
        : `; elsewhere ${shown(rest.value)}, ${rest.ourReading ? 'our reading' : rest.level}`
  return ` (${city.name} ${city.code} alone${holds})`
}

/** One line for each value, history included. */
function valueRows(held, layer, region) {
  return Object.keys(held.DEFINITIONS)
    .flatMap((parameter) => (layer[parameter] ?? []).map((entry) => ({ parameter, entry })))
    .map(
      ({ parameter, entry }) =>
        `| ${parameter} (${cell(held.DEFINITIONS[parameter].title)}) | ${shown(entry.value)}${onlyIn(held, region, parameter, entry)} | ${inForce(entry)} | ${held.reliabilityOf(entry)} | ${entry.sources.join(', ')} |`,
    )
}

const VALUE_HEAD = ['| parameter | value | in force | reliability | sources |', '|---|---|---|---|---|']

function country(held) {
  return ['## The whole country', '', ...VALUE_HEAD, ...valueRows(held, held.NATIONAL, null), '']
}

function readings(held) {
  return [
    '## Our readings',
    '',
    'What this product takes where neither the region nor the country says anything.',
    '',
    '| parameter | value | why |',
    '|---|---|---|',
    ...Object.entries(held.PRODUCT_DEFAULTS).map(
      ([name, { value, why }]) =>
        `| ${name} (${cell(held.DEFINITIONS[name].title)}) | ${shown(value)} | ${cell(why)} |`,
    ),
    '',
  ]
}

function chapter(held, region) {
  const { name, regionCode, parameters, notFound, lastChecked } = region
  return [
    `## ${name} (${regionCode})`,
    '',
    ...VALUE_HEAD,
    ...valueRows(held, parameters, region),
    '',
    `Looked for up to ${lastChecked} and not found: ${notFound.join(', ')}.`,
    '',
  ]
}

export function report() {
  const held = rules()
  return [
    '# What is known of each region',
    '',
    `Written by \`${REPORT_COMMAND}\` from \`shared/rules/parameters\`; do not edit it here. Each value stands with`,
    'the days on which it is in force and with the reliability of its best source; what the sources are stands in',
    '`shared/rules/parameters/sources`. Amounts are in fen. What a region does not say follows the country, then our',
    'reading; a value of one city alone says what holds in the rest of its region. The sums are those of',
    `${REPORT_DAY}, the day of the demo.`,
    '',
    ...overview(held),
    '',
    ...country(held),
    ...readings(held),
    ...held.REGIONS.flatMap((region) => chapter(held, region)),
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

import { fileURLToPath } from 'node:url'
import { loadRules } from './rules/load.mjs'

/** A value that nobody has looked at for so long is listed: rules of a year change with the year. */
export const STALE_AFTER_DAYS = 365

const DAY_MS = 86_400_000

/** The values that were last looked at more than a year before the day, the oldest first. */
export function staleValues(day) {
  const { NATIONAL, REGIONS, PRODUCT_DEFAULTS } = loadRules(
    `export { NATIONAL, REGIONS, PRODUCT_DEFAULTS } from './rules/parameters'`,
  )
  const layers = [
    { where: 'national', values: Object.entries(NATIONAL) },
    { where: 'our reading', values: Object.entries(PRODUCT_DEFAULTS).map(([name, one]) => [name, [one]]) },
    ...REGIONS.map(({ shortName, parameters }) => ({ where: shortName, values: Object.entries(parameters) })),
  ]
  return layers
    .flatMap(({ where, values }) =>
      values.flatMap(([parameter, entries]) => {
        // History is not looked at again: what held in a past year does not change.
        const current = entries.filter(({ until }) => until === undefined || until >= day)
        return current.map(({ lastChecked }) => ({ where, parameter, lastChecked }))
      }),
    )
    .filter(({ lastChecked }) => (Date.parse(day) - Date.parse(lastChecked)) / DAY_MS > STALE_AFTER_DAYS)
    .sort((a, b) => a.lastChecked.localeCompare(b.lastChecked))
}

function report(day) {
  const stale = staleValues(day)
  if (stale.length === 0) return `On ${day} no value in force is older than ${STALE_AFTER_DAYS} days.`
  return [
    `On ${day} ${stale.length} values in force were last looked at more than ${STALE_AFTER_DAYS} days before:`,
    ...stale.map(({ where, parameter, lastChecked }) => `  ${lastChecked}  ${where}  ${parameter}`),
  ].join('\n')
}

// A report and no check: a rule does not become wrong by waiting, and a build must not fail because a year went by.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  console.log(report(process.argv[2] ?? new Date().toISOString().slice(0, 10)))
}

import { writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'

const RESULTS = 'bench/results.json'

export function printResults({ actions, password, functions, printing }) {
  const speed = actions.flatMap(({ action, roundTrips, levels }) =>
    levels.map((level, index) => [
      index === 0 ? action : '',
      index === 0 ? roundTrips : '',
      level.callers,
      level.calls,
      level.callsPerSecond.toFixed(0),
      level.bareCallsPerSecond.toFixed(0),
      level.ratio.toFixed(2),
      level.p50Ms.toFixed(1),
      level.p95Ms.toFixed(1),
      level.bareP50Ms.toFixed(1),
    ]),
  )
  print(
    ['action', 'trips', 'callers', 'calls', 'calls/s', 'bare/s', 'ratio', 'p50 ms', 'p95 ms', 'bare p50'],
    speed,
  )
  print(
    ['password', 'p50 ms', 'p95 ms'],
    [['one check', password.p50Ms.toFixed(0), password.p95Ms.toFixed(0)]],
  )
  print(
    ['function', 'MB', '× empty', 'first call ms', '× empty', 'second call ms'],
    functions.map((each) => [
      each.name,
      each.megabytes.toFixed(1),
      each.memoryRatio.toFixed(1),
      each.firstCallMs.toFixed(0),
      each.firstCallRatio.toFixed(1),
      each.secondCallMs.toFixed(1),
    ]),
  )
  print(
    ['printing', 'KB', 'first ms', 'p50 ms', 'plain ms', 'ratio'],
    [
      [
        'a letter',
        (printing.bytes / 1024).toFixed(0),
        printing.firstMs.toFixed(0),
        printing.letterMs.toFixed(1),
        printing.plainMs.toFixed(1),
        printing.ratio.toFixed(2),
      ],
    ],
  )
}

/** The first column is text and stands on the left, the others are figures and stand on the right. */
function print(head, rows) {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => String(row[column]).length)),
  )
  console.log('')
  for (const row of [head, ...rows]) {
    const cells = row.map((cell, column) =>
      column === 0 ? String(cell).padEnd(widths[column]) : String(cell).padStart(widths[column]),
    )
    console.log(cells.join('  '))
  }
}

/** The load tells how much else the machine did: above the number of processors the figures are rough. */
export function writeResults(results, seconds) {
  const machine = { node: process.version, processors: availableParallelism(), load: loadavg()[0] }
  writeFileSync(RESULTS, `${JSON.stringify(rounded({ machine, seconds, ...results }), null, 2)}\n`)
  console.log(`\nwritten to ${RESULTS}`)
}

/** Three decimals say more than a benchmark knows. */
function rounded(value) {
  return JSON.parse(JSON.stringify(value), (_, each) =>
    typeof each === 'number' ? Math.round(each * 1000) / 1000 : each,
  )
}

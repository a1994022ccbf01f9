import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const ROOT = path.resolve(__dirname, '../..')
const CONFIGURATION = path.join(ROOT, '.dependency-cruiser.cjs')

/** One import that each wall must stop: the wall, the file that imports, what it imports. */
const STOPPED: [wall: string, from: string, to: string][] = [
  ['values-stand-alone', 'shared/values/a.ts', '../rules/ask'],
  ['rules-know-no-request', 'shared/rules/b.ts', '../contract/request'],
  ['copy-chooses-nothing', 'shared/copy/c.ts', '../rules/ask'],
  ['contract-says-no-sentence', 'shared/contract/d.ts', '../copy/say'],
  ['shared-stays-shared', 'shared/values/e.ts', '../../platform/store/store'],
  ['shared-carries-two-packages', 'shared/values/f.ts', 'listed'],
  ['shared-runs-anywhere', 'shared/values/g.ts', 'node:fs'],
  ['pages-see-only-shared', 'src/pages/h.ts', '../../cloudfunctions/one/decide'],
  ['phones-carry-words-alone', 'src/pages/rules.ts', '../../shared/rules/ask'],
  ['pages-run-without-node', 'src/pages/i.ts', 'node:crypto'],
  ['nothing-stands-on-pages', 'cloudfunctions/one/j.ts', '../../src/pages/page'],
  ['decisions-are-pure', 'cloudfunctions/two/decide.ts', 'valibot'],
  ['only-execute-waits', 'cloudfunctions/one/k.ts', '../../platform/store/store'],
  ['functions-stand-apart', 'cloudfunctions/one/l.ts', '../three/more'],
  ['platform-carries-functions', 'platform/store/m.ts', '../../cloudfunctions/one/decide'],
  ['one-door-to-cloudbase', 'cloudfunctions/one/n.ts', '@cloudbase/node-sdk'],
  ['nothing-sees-local', 'platform/store/o.ts', '../../local/clock'],
  ['nothing-stands-on-tests', 'local/p.ts', '../tests/example'],
  ['no-development-package-ships', 'platform/store/q.ts', 'tool'],
  ['every-package-is-listed', 'platform/store/r.ts', 'stowaway'],
  ['no-circle', 'platform/store/circle.ts', './circle'],
  ['no-dangling-import', 'platform/store/s.ts', './nowhere'],
]

/** The straight line itself, which no wall may stop. */
const OPEN: [from: string, to: string][] = [
  ['shared/rules/ask.ts', '../values/value'],
  ['shared/rules/words.ts', '../copy/say'],
  ['shared/copy/say.ts', '../values/value'],
  ['shared/contract/request.ts', 'valibot'],
  ['shared/values/value.ts', 'dayjs'],
  ['src/pages/page.ts', '../../shared/contract/request'],
  ['src/pages/words.ts', '../../shared/rules/region-words'],
  ['shared/rules/region-words.ts', '../values/value'],
  ['cloudfunctions/one/decide.ts', '../../shared/rules/ask'],
  ['cloudfunctions/one/execute.ts', '../../platform/store/store'],
  ['cloudfunctions/one/execute-answer.ts', '../../platform/store/store'],
  ['cloudfunctions/three/more.ts', './decide'],
  ['cloudfunctions/three/decide.ts', '../../shared/values/value'],
  ['platform/store/store.ts', '@cloudbase/node-sdk'],
  ['local/clock.ts', '../platform/store/store'],
  ['tests/example.ts', '../local/clock'],
]

const PACKAGES = ['dayjs', 'valibot', '@cloudbase/node-sdk', 'listed', 'tool', 'stowaway']

interface Violation {
  readonly from: string
  readonly rule: { readonly name: string }
}

/** Builds a small house with exactly these imports and lets dependency-cruiser walk it. */
function cruise(house: string): Violation[] {
  const write = (file: string, text: string) => {
    mkdirSync(path.join(house, path.dirname(file)), { recursive: true })
    writeFileSync(path.join(house, file), text)
  }
  const listed = (names: string[]) => Object.fromEntries(names.map((name) => [name, '1.0.0']))
  write(
    'package.json',
    JSON.stringify({
      dependencies: listed(PACKAGES.filter((name) => name !== 'tool' && name !== 'stowaway')),
      devDependencies: listed(['tool']),
    }),
  )
  for (const name of PACKAGES) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }))
    write(`node_modules/${name}/index.js`, 'module.exports = {}\n')
  }
  for (const [from, to] of [...OPEN, ...STOPPED.map(([, from, to]) => [from, to] as const)]) {
    write(from, `import * as it from '${to}'\nexport const seen = it\n`)
  }
  const cruised = spawnSync(
    process.execPath,
    [
      path.join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      ...['--config', CONFIGURATION, '--output-type', 'json'],
      ...['shared', 'src', 'cloudfunctions', 'platform', 'local', 'tests'],
    ],
    { cwd: house, encoding: 'utf8', timeout: 60_000 },
  )
  return JSON.parse(cruised.stdout).summary.violations
}

describe('the walls between the rooms', () => {
  const house = mkdtempSync(path.join(tmpdir(), 'house-'))
  let violations: Violation[] = []

  beforeAll(() => {
    violations = cruise(house)
  })
  afterAll(() => rmSync(house, { recursive: true, force: true }))

  it.each(STOPPED)('%s: %s may not import %s', (wall, from) => {
    expect(violations.filter((v) => v.from === from).map((v) => v.rule.name)).toContain(wall)
  })

  it.each(OPEN)('%s may import %s', (from) => {
    expect(violations.filter((v) => v.from === from)).toEqual([])
  })

  it('has an import here for each wall, and says of each why it stands', () => {
    const { forbidden }: { forbidden: { name: string; comment: string }[] } = require(CONFIGURATION)
    expect(forbidden.map((wall) => wall.name).sort()).toEqual(STOPPED.map(([wall]) => wall).sort())
    expect(forbidden.filter((wall) => wall.comment.length < 40)).toEqual([])
  })
})

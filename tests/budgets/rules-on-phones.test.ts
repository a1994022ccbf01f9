import { regions } from '../../shared/rules'
import { DEFINITIONS, NATIONAL, PRODUCT_DEFAULTS, REGIONS, SOURCES } from '../../shared/rules/parameters'
import { GENERAL_WORDS, WORDS_OF_REGIONS } from '../../shared/rules/words-of-regions'
import budgets from './budgets.json'
import { builtFiles, KB, readBuilt } from './built'

const app: { readonly subPackages?: readonly { readonly root: string }[] } = JSON.parse(
  readBuilt('weapp', 'app.json'),
)
const roots = (app.subPackages ?? []).map(({ root }) => `${root}/`)

/** The code of a package as it is sent, Chinese written out or escaped. */
const codeOf = (belongs: (file: string) => boolean) =>
  builtFiles('weapp')
    .filter(({ file }) => file.endsWith('.js') && belongs(file))
    .map(({ file }) => readBuilt('weapp', file))
    .join('\n')

const PACKAGES: [name: string, code: string][] = [
  ['the main package', codeOf((file) => !roots.some((root) => file.startsWith(root)))],
  ...roots.map((root): [string, string] => [root, codeOf((file) => file.startsWith(root))]),
]

const escaped = (text: string) =>
  text.replace(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** Every Chinese text inside a value, each once. A shorter one may stand in a sentence of a page as well. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.length >= 4 && /\p{Script=Han}/u.test(value) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return [...new Set(Object.values(value).flatMap(textsIn))]
}

/** What the texts weigh in the code, in bytes. */
function weightIn(code: string, texts: readonly string[]): number {
  const lower = code.toLowerCase()
  return texts.reduce((sum, text) => {
    if (lower.includes(escaped(text).toLowerCase())) return sum + escaped(text).length
    return code.includes(text) ? sum + Buffer.byteLength(text) : sum
  }, 0)
}

const WORDS = textsIn([GENERAL_WORDS, WORDS_OF_REGIONS])
const EVERYTHING = textsIn([NATIONAL, REGIONS, PRODUCT_DEFAULTS, SOURCES, DEFINITIONS, WORDS])

describe('the rules on a phone', () => {
  it.each(PACKAGES)(`weigh at most ${budgets.weapp.rulesKb} KB in %s`, (_, code) => {
    expect(weightIn(code, EVERYTHING) / KB).toBeLessThanOrEqual(budgets.weapp.rulesKb)
  })

  it('stay far below what any package may take of them', () => {
    expect(budgets.weapp.rulesKb).toBeLessThanOrEqual(budgets.weapp.rulesLimitKb)
  })

  it('are the words of every region', () => {
    const [[, main] = ['', '']] = PACKAGES
    expect(weightIn(main, WORDS)).toBeGreaterThan(0)
    for (const { name } of regions()) expect(weightIn(main, [name])).toBeGreaterThan(0)
  })

  it.each(PACKAGES)('come without their sources in %s', (_, code) => {
    const sources = Object.values(SOURCES).map(({ says }) => says)
    expect(sources.length).toBeGreaterThan(100)
    expect(weightIn(code, sources)).toBe(0)
  })
})

import path from 'node:path'
import { type Finding, filesIn } from './house'

/** A name that says nothing collects everything. */
const SAYS_NOTHING = new Set([
  ...['utils', 'util', 'helpers', 'helper', 'manager', 'managers', 'service', 'services'],
  ...['common', 'misc', 'lib', 'stuff'],
])
/** 业务办理, the page where a person finds what can be done, is the domain's own word; only pages and their pictures know it. */
const isDomainWord = (place: string, word: string) =>
  word === 'services' && /^(src|docs\/screens)\//.test(place)
/** Written as every project writes them. */
const GIVEN = /^(README(\.[\w-]+)?\.md|LICENSE|CHANGELOG\.md|CONTRIBUTING\.md|docs\/ARCHITECTURE\.md)$/
const KEBAB = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/

function places(files: string[]): string[] {
  const all = new Set<string>()
  for (const file of files) {
    for (let at = file; at !== '.'; at = path.dirname(at)) all.add(at)
  }
  return [...all].sort()
}

function badNames(files: string[]): Finding[] {
  return places(files).flatMap((place) => {
    const name = path.basename(place)
    if (GIVEN.test(place) || /(^|\/)README\.md$/.test(place)) return []
    if (!KEBAB.test(name)) return [`${place} is not kebab-case`]
    const empty = name.split(/[.-]/).find((word) => SAYS_NOTHING.has(word))
    return empty !== undefined && !isDomainWord(place, empty) ? [`${place}: "${empty}" says nothing`] : []
  })
}

describe('names', () => {
  it('of files and folders are kebab-case and say what is inside', () => {
    expect(badNames(filesIn())).toEqual([])
  })

  it.each([
    'src/utils/a.ts',
    'platform/date-helpers.ts',
    'platform/store/service.ts',
    'src/common/x.ts',
    'src/Button.tsx',
    'shared/rules/memberCap.ts',
    'local/member_cap.ts',
  ])('would see: %s', (file) => {
    expect(badNames([file])).toHaveLength(1)
  })

  it.each(['shared/rules/parameters/540000.ts', 'src/build-constants.d.ts', 'README.zh-CN.md', '.ci/run'])(
    'would let pass: %s',
    (file) => {
      expect(badNames([file])).toEqual([])
    },
  )
})

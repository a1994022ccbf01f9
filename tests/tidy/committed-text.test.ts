import { codeIn, findIn, lines, textFilesIn } from './house'

/** Patterns are put together from pieces, so that this file is not its own finding. */
const joined = (...pieces: string[]) => new RegExp(pieces.join(''), 'i')

const RULES: { what: string; pattern: RegExp; files: () => string[]; seen: string[]; passed: string[] }[] = [
  {
    what: "a path of somebody's machine",
    // A quote, a blank or a line's beginning stands before an absolute path; `pages/home/index` is none.
    pattern: joined('(^|[\\s"\'`(=:])', '/(work|root|home|Users)', '/[\\w.-]'),
    files: () => textFilesIn(),
    seen: [`see ${'/ho'}me/me/project`, `'${'/wo'}rk/main/dist'`],
    passed: ["'/pages/home/index'", "'../home/model'"],
  },
  {
    what: "a package registry's host",
    pattern: joined(
      '(registry|artifactory|nexus|verdaccio|npm)',
      '[\\w-]*',
      '\\.[\\w.-]+\\.?(org|com|cn|net|io)/',
    ),
    files: () => textFilesIn().filter((file) => !/^(docs|README)/.test(file)),
    seen: [`https://${'regi'}stry.npmjs.org/hono`, `http://${'nex'}us.example.com/a`],
    passed: ['https://github.com/npm/cli', 'https://cloud.tencent.com/document'],
  },
  {
    what: 'work that is put off',
    pattern: new RegExp(
      `\\b(${['TO', 'FIX'].map((start) => `${start}${start === 'TO' ? 'DO' : 'ME'}`).join('|')})\\b`,
    ),
    files: () => codeIn('.'),
    seen: [`// ${'TO'}DO: later`],
    passed: ['const todo = 1'],
  },
  {
    what: 'a test that does not run, or keeps others from running',
    pattern: joined(
      '\\b(describe|it|test)',
      '\\.(only|skip|todo)\\b',
      '|\\b(xit|xdescribe|xtest|fit|fdescribe)\\(',
    ),
    files: () => codeIn('tests'),
    seen: [`it.${'sk'}ip('x', () => {})`, `${'fd'}escribe('x', () => {})`],
    passed: ["it('skips nothing', () => {})", 'benefit(1)'],
  },
  {
    what: 'a type check that is switched off',
    pattern: joined('@ts-', '(ignore|nocheck|expect-error)'),
    files: () => codeIn('.'),
    seen: [`// @ts-${'ig'}nore`],
    passed: ['// types hold'],
  },
]

describe.each(RULES)('nowhere: $what', ({ pattern, files, seen, passed }) => {
  it('holds', () => {
    expect(findIn(files(), (file, text) => lines(file, text, pattern))).toEqual([])
  })
  it.each(seen)('would see: %s', (text) => {
    expect(lines('example', text, pattern)).toHaveLength(1)
  })
  it.each(passed)('would let pass: %s', (text) => {
    expect(lines('example', text, pattern)).toEqual([])
  })
})

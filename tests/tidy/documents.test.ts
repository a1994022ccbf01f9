import { existsSync } from 'node:fs'
import path from 'node:path'
import { type Finding, filesIn, findIn, ROOT, read } from './house'

const documents = () => filesIn().filter((file) => file.endsWith('.md'))

/** Links to files of the project that are not there. */
function deadLinks(file: string, text: string): Finding[] {
  return [...text.matchAll(/\]\(([^)#\s]+)(#[^)]*)?\)/g)]
    .map((link) => link[1] ?? '')
    .filter((target) => !/^[a-z]+:/.test(target))
    .filter((target) => !existsSync(path.join(ROOT, path.dirname(file), target)))
    .map((target) => `${file} links to ${target}`)
}

describe('documents', () => {
  it('link only to what is there', () => {
    expect(findIn(documents(), deadLinks)).toEqual([])
    expect(deadLinks('README.md', '[a](docs/nowhere.md) [b](LICENSE) [c](https://example.com)')).toEqual([
      'README.md links to docs/nowhere.md',
    ])
  })

  it('list every decision, numbered without a gap', () => {
    const decisions = filesIn('docs/decisions')
      .map((file) => path.basename(file))
      .filter((name) => /^\d{4}-/.test(name))
    const list = read('docs/decisions/README.md')
    expect(decisions.length).toBeGreaterThan(0)
    expect(decisions.filter((name) => !list.includes(`(${name})`))).toEqual([])
    expect(decisions.map((name) => Number(name.slice(0, 4)))).toEqual(decisions.map((_, at) => at + 1))
  })

  it('say of each decision why, and what was not chosen', () => {
    for (const file of filesIn('docs/decisions').filter((name) => /\/\d{4}-/.test(name))) {
      const headings = [...read(file).matchAll(/^## (.+)$/gm)].map((heading) => heading[1])
      expect([file, ...headings]).toEqual([file, 'Question', 'Decision', 'Not chosen', 'Consequences'])
    }
  })
})

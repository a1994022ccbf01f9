import { readFileSync } from 'node:fs'
import path from 'node:path'
import budgets from './budgets.json'
import { builtFiles, DIST, readBuilt } from './built'

const TEXT = /\.(js|css|html|wxml|wxss|json|svg)$/

/** Every host that a build names, and where; relative addresses name none. */
function hostsIn(text: string): string[] {
  const addresses = text.matchAll(
    /(?:https?:|wss?:)?\\?\/\\?\/((?:[a-z0-9-]+\.)+[a-z]{2,})(?=[/:"'`?#\s)\\]|$)/gi,
  )
  const withScheme = [...addresses].filter(
    (found) => /^(https?|wss?)/i.test(found[0]) || /^\/\//.test(found[0]),
  )
  return [...new Set(withScheme.map((found) => (found[1] ?? '').toLowerCase()))]
}

/** Where the rules cite the text of a law or a notice: told to the reader as their source, never fetched. */
const CITED = hostsIn(readFileSync(path.join(DIST, '../shared/rules/parameters/sources.ts'), 'utf8'))

describe('no build names a host that nobody allowed', () => {
  it.each(['h5', 'weapp'])('%s', (build) => {
    const files = builtFiles(build).filter(({ file }) => TEXT.test(file))
    expect(files.length).toBeGreaterThan(5)
    const strangers = files.flatMap(({ file }) =>
      hostsIn(readBuilt(build, file))
        .filter((host) => !Object.hasOwn(budgets.hosts, host) && !CITED.includes(host))
        .map((host) => `${file} names ${host}`),
    )
    expect(strangers).toEqual([])
  })

  it.each([
    ['fetch("https://img.example.com/a.png")', ['img.example.com']],
    ["url('//cdn.example.cn/a.woff')", ['cdn.example.cn']],
    ['"https:\\/\\/cdn.example.cn\\/a"', ['cdn.example.cn']],
    ['"/h5/js/app.js" // a comment', []],
  ])('would see: %s', (text, hosts) => {
    expect(hostsIn(text)).toEqual(hosts)
  })
})

import { SOURCES } from '../../shared/rules/parameters/sources'
import budgets from './budgets.json'
import { builtFiles, readBuilt } from './built'
import { hostsIn, strangersIn } from './hosts'

const TEXT = /\.(js|css|html|wxml|wxss|wxs|json|svg)$/

/** Where the rules cite the text of a law or a notice: told to the reader as their source, never fetched. */
const CITED = Object.values(SOURCES).flatMap(({ address }) => hostsIn(`"${address}"`))

const ALLOWED = Object.keys(budgets.hosts)
const BUILDS = [
  ['h5', ALLOWED],
  ['weapp', ALLOWED],
  ['cloudfunctions', [...ALLOWED, ...CITED, ...Object.keys(budgets.functions.hosts)]],
] as const

function textsOf(build: string) {
  return builtFiles(build)
    .filter(({ file }) => TEXT.test(file))
    .map(({ file }) => ({ file, text: readBuilt(build, file) }))
}

describe('no build names a host that nobody allowed', () => {
  it.each(BUILDS)('%s', (build, allowed) => {
    const files = textsOf(build)
    expect(files.length).toBeGreaterThan(5)
    expect(strangersIn(files, allowed)).toEqual([])
  })

  it.each(BUILDS)('%s would be seen to fetch a picture from elsewhere', (build, allowed) => {
    const [first, ...others] = textsOf(build)
    if (first === undefined) throw new Error(`${build} is empty`)
    const spoiled = { ...first, text: `${first.text};a="https://img.example.com/empty.png"` }
    expect(strangersIn([spoiled, ...others], allowed)).toEqual([`${first.file} names img.example.com`])
  })

  it('keeps no host on the lists that no build names any more', () => {
    const named = new Set(BUILDS.flatMap(([build]) => textsOf(build).flatMap(({ text }) => hostsIn(text))))
    const listed = [...ALLOWED, ...Object.keys(budgets.functions.hosts)]
    expect(listed.filter((host) => !named.has(host))).toEqual([])
  })

  it.each([
    ['fetch("https://img.example.com/a.png")', ['img.example.com']],
    ["url('//cdn.example.cn/a.woff')", ['cdn.example.cn']],
    ['"https:\\/\\/cdn.example.cn\\/a"', ['cdn.example.cn']],
    ['<image src="http://pictures.example.com:8080/a" />', ['pictures.example.com']],
    ['"wss://push.example.cn"', ['push.example.cn']],
    ['"/h5/js/app.js" // a comment', []],
  ])('would see: %s', (text, hosts) => {
    expect(hostsIn(text)).toEqual(hosts)
  })
})

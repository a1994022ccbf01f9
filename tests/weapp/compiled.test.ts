import { readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { compiler, compileTemplates, filesBelow, styleTroubles } from './harness/compilers'

// Where WeChat's compilers cannot run on this machine, nothing below has run, and each test says so and fails.
/** What `node --check` would say of a script, without a process for each. */
function mistakesIn(name: string, script: string): string[] {
  try {
    vm.compileFunction(script)
    return []
  } catch (error) {
    return [`${name}: ${error}`]
  }
}

const DIST = path.resolve(__dirname, '../../dist')

// Of the build for the local server, whose templates and scripts are the same, every journey finds out the same.
describe('every file of dist/weapp', () => {
  const directory = path.join(DIST, 'weapp')

  it('is a template that WeChat compiles', () => {
    expect(filesBelow(directory, /\.wxml$/).length).toBeGreaterThan(5)
    expect(compileTemplates(directory)).toContain('$gwx=function')
  })

  it('is a style that WeChat compiles', () => {
    expect(filesBelow(directory, /\.wxss$/).length).toBeGreaterThan(5)
    expect(styleTroubles(directory)).toEqual([])
  })

  it('is a script without a mistake in its writing', () => {
    const scripts = filesBelow(directory, /\.js$/)
    expect(scripts.length).toBeGreaterThan(10)
    expect(
      scripts.flatMap((script) => mistakesIn(script, readFileSync(path.join(directory, script), 'utf8'))),
    ).toEqual([])
    expect(mistakesIn('a.js', 'const a = ;')).toEqual([expect.stringContaining('a.js: SyntaxError')])
  })
})

it('names the compiler where a machine cannot run it, and what that means', () => {
  const { platform } = process
  Object.defineProperty(process, 'platform', { value: 'aix' })
  try {
    expect(() => compiler('wcc')).toThrow(
      /^The mini-program was not run: WeChat's compiler wcc does not work on aix/,
    )
  } finally {
    Object.defineProperty(process, 'platform', { value: platform })
  }
})

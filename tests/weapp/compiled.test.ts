import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { compiler, compileTemplates, filesBelow, styleTroubles } from './harness/compilers'

// Where WeChat's compilers cannot run on this machine, nothing below has run, and each test says so and fails.
const DIST = path.resolve(__dirname, '../../dist')

describe.each(['weapp', 'weapp-local'])('every file of dist/%s', (name) => {
  const directory = path.join(DIST, name)

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
    const broken = scripts.filter((script) => {
      const { status } = spawnSync(process.execPath, ['--check', path.join(directory, script)])
      return status !== 0
    })
    expect(broken).toEqual([])
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

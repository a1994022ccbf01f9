import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { emptyFolder, runModule } from './run-module'

/** A build that copies its input and counts how often it was asked. */
const BUILD = `
  import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
  import { forget, hashOfInputs, isFresh, remember } from '@scripts/build/stale.mjs'
  const hash = hashOfInputs(['in', 'missing'], [process.env.SETTING ?? null])
  if (isFresh('it', hash, ['out/file'])) console.log('fresh')
  else {
    forget('it')
    if (process.env.BREAKS) throw new Error('broken')
    mkdirSync('out', { recursive: true })
    writeFileSync('out/file', 'built')
    remember('it', hash, ['out/file'])
    console.log('built')
  }
`

describe('a build', () => {
  const cwd = emptyFolder()
  const build = (env: Record<string, string> = {}) => runModule(BUILD, { cwd, env }).stdout.trim()
  const write = (file: string, text: string) => writeFileSync(path.join(cwd, file), text)

  beforeAll(() => {
    mkdirSync(path.join(cwd, 'in/deep'), { recursive: true })
    write('in/a', '1')
  })
  afterAll(() => rmSync(cwd, { recursive: true, force: true }))

  it('is made once, and again when anything it comes from is another', () => {
    expect(build()).toBe('built')
    expect(build()).toBe('fresh')
    write('in/a', '2')
    expect([build(), build()]).toEqual(['built', 'fresh'])
    write('in/deep/b', '')
    expect([build(), build()]).toEqual(['built', 'fresh'])
    rmSync(path.join(cwd, 'in/a'))
    expect([build(), build()]).toEqual(['built', 'fresh'])
  })

  it('depends on the settings that it reads', () => {
    expect([build({ SETTING: 'x' }), build({ SETTING: 'x' }), build()]).toEqual(['built', 'fresh', 'built'])
  })

  it('is made again when what it made is gone', () => {
    rmSync(path.join(cwd, 'out'), { recursive: true })
    expect(build()).toBe('built')
  })

  it('that broke is not taken for a finished one', () => {
    write('in/a', '3')
    expect(build({ BREAKS: 'yes' })).toBe('')
    write('in/a', '2')
    expect(build()).toBe('built')
  })
})

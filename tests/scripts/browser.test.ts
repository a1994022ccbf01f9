import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { emptyFolder, runModule } from './run-module'

/** No browser of this machine is looked at: the PATH and the home are those of the test. */
const PROGRAM = `
  import { ensureBrowser } from '@scripts/set-up/browser.mjs'
  process.getuid = () => Number(process.env.AS_USER ?? 0)
  try {
    await ensureBrowser({
      usualPlaces: [],
      download: async () => { throw new Error('no network') },
    })
    console.log('browser ' + process.env.CHROME_PATH)
  } catch (error) {
    console.log('none: ' + error.message)
  }
`

describe('a browser for the tests', () => {
  let home = ''
  const bin = (name: string) => path.join(home, 'bin', name)

  function program(name: string, script: string): void {
    writeFileSync(bin(name), `#!/bin/sh\n${script}\n`)
    chmodSync(bin(name), 0o755)
  }
  function ensure(env: Record<string, string> = {}): string {
    const path = `${home}/bin:/usr/bin-of-nobody`
    const { stdout } = runModule(PROGRAM, { cwd: home, env: { PATH: path, HOME: home, ...env } })
    return stdout.trim().split('\n').at(-1) ?? ''
  }

  beforeEach(() => {
    home = emptyFolder()
    mkdirSync(path.join(home, 'bin'))
    program('fc-list', 'echo /fonts/noto.ttc')
  })
  afterEach(() => rmSync(home, { recursive: true, force: true }))

  it('is the one that CHROME_PATH names', () => {
    program('mine', 'echo Chromium 1')
    program('chromium', 'echo Chromium 2')
    expect(ensure({ CHROME_PATH: bin('mine') })).toBe(`browser ${bin('mine')}`)
  })

  it('is not another one where CHROME_PATH names one that does not start', () => {
    program('chromium', 'echo Chromium 2')
    expect(ensure({ CHROME_PATH: '/nowhere/chrome' })).toMatch(/^none: CHROME_PATH .*\/nowhere\/chrome/)
  })

  it('is an installed one, past a stub that only says how to install it', () => {
    program('chromium', 'echo "install the snap"; exit 1')
    program('google-chrome', 'echo Google Chrome 1')
    expect(ensure()).toBe(`browser ${bin('google-chrome')}`)
  })

  it('is installed with apt-get where that is allowed and nothing can be downloaded', () => {
    program(
      'apt-get',
      `echo "$1" >> ${home}/apt; [ "$1" = install ] && printf '#!/bin/sh\\necho 1\\n' > ${bin('chromium')} && /bin/chmod +x ${bin('chromium')}; true`,
    )
    expect(ensure()).toBe(`browser ${bin('chromium')}`)
    expect(readFileSync(path.join(home, 'apt'), 'utf8')).toBe('update\ninstall\n')
  })

  it('is asked for in one sentence where nothing helps', () => {
    program('apt-get', 'exit 0')
    const asked = ensure({ AS_USER: '1000' })
    expect(asked).toMatch(/^none: .*install Chromium or Chrome, or set CHROME_PATH\.$/)
  })
})

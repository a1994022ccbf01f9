import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { styleTroubles } from './harness/compilers'
import { MiniProgram } from './harness/mini-program'

const BUILD = path.resolve(__dirname, '../../dist/weapp')
const LINK = 'packages/identity/link/index'
/** What the page says when its button was pressed too early. */
const AFTER_THE_TAP = '请填写证件号码'
const copies: string[] = []

afterEach(() => {
  for (const copy of copies.splice(0)) rmSync(copy, { recursive: true, force: true })
})

/** A copy of the build with one file changed. */
function mutated(file: string, change: (text: string) => string): string {
  const copy = mkdtempSync(path.join(os.tmpdir(), 'weapp-'))
  copies.push(copy)
  cpSync(BUILD, copy, { recursive: true })
  const full = path.join(copy, file)
  const before = readFileSync(full, 'utf8')
  const after = change(before)
  expect(after === before).toBe(false)
  writeFileSync(full, after)
  return copy
}

/** Opens a page and presses its button without having typed anything. */
async function walk(directory: string, address = `/${LINK}`) {
  const program = new MiniProgram(directory, {
    callFunction: () =>
      Promise.resolve({ result: { ok: true, value: { linked: false, settings: { elderMode: false } } } }),
    request: () => Promise.reject({ errMsg: 'request:fail' }),
    now: Date.now,
  })
  try {
    await program.launch(address)
    if (program.$$('#privacy-agree').length > 0) await program.tap('#privacy-agree')
    if (program.$$('#submit').length > 0) await program.tap('#submit')
    // The form of an invitation first sends a person there.
    const [first] = program.$$('[aria-role=button]')
    if (address !== `/${LINK}` && first !== undefined) await program.tap(first)
    return { troubles: program.record.troubles(), text: program.text() }
  } finally {
    program.close()
  }
}

it('finds nothing wrong with the build as it is', async () => {
  const { troubles, text } = await walk(BUILD)
  expect(troubles).toEqual([])
  expect(text).toContain(AFTER_THE_TAP)
})

describe('the harness finds', () => {
  it('a template that was deleted', async () => {
    const build = mutated('base.wxml', (text) =>
      text.replace(/<template name="tmpl_0_5">[\s\S]*?<\/template>/, ''),
    )
    expect((await walk(build)).troubles).toContainEqual(expect.stringMatching(/^wxml: .*tmpl_0_\d+/))
  })

  it('an element that hears no tap any more', async () => {
    const build = mutated('base.wxml', (text) => text.replaceAll('bindtap="eh"', ''))
    expect((await walk(build)).troubles).toContainEqual(
      expect.stringContaining('nothing hears tap on <view #submit>'),
    )
  })

  it('a component that names an event wrongly: its page does nothing about the tap', async () => {
    const build = mutated('common.js', (text) => text.replaceAll('onClick:', 'onClik:'))
    const { troubles, text } = await walk(build)
    expect(troubles).toContainEqual(
      expect.stringMatching(/^error: tap: nothing came of a tap on <view #(privacy-agree|submit)>/),
    )
    expect(text).not.toContain(AFTER_THE_TAP)
  })

  it('a promise that is refused and that nobody handles', async () => {
    const build = mutated(`${LINK}.js`, (text) => `${text};Promise.reject(new Error("left alone"));`)
    expect((await walk(build)).troubles).toContainEqual('error: promise: Error: left alone')
  })

  it('an element that calls what its page does not have', async () => {
    const build = mutated('base.wxml', (text) => text.replaceAll('bindtap="eh"', 'bindtap="ehh"'))
    expect((await walk(build)).troubles).toContainEqual(
      expect.stringContaining(`${LINK} has no method "ehh" for tap`),
    )
  })

  it('a script of the view that cannot be compiled, and one that throws', async () => {
    const broken = mutated('utils.wxs', (text) => text.replace('module.exports = {', 'module.exports = {{'))
    await expect(walk(broken)).rejects.toThrow(/wcc: .*utils\.wxs/)
    const throwing = mutated('utils.wxs', (text) =>
      text.replace('a: function (l, n, s) {', '$&\n    s.missing.split(",")'),
    )
    expect((await walk(throwing)).troubles).toContainEqual(expect.stringMatching(/^wxml: /))
  })

  it.each([
    'localStorage.getItem("a")',
    'window.innerWidth',
    'document.body',
    'new TextEncoder()',
    'wx.getLocation()',
  ])('that a page uses %s', async (code) => {
    const build = mutated(`${LINK}.js`, (text) => `${text};${code};`)
    const name = /\w+/.exec(code.replace(/^new |^wx\./, ''))?.[0] ?? ''
    const { troubles } = await walk(build)
    expect(troubles).toContainEqual(expect.stringMatching(/^error: /))
    expect(troubles.join()).toMatch(
      new RegExp(`${name}|reading 'getItem'|reading 'innerWidth'|reading 'body'`),
    )
  })

  it('a chunk that is missing', async () => {
    const build = mutated('app.js', (text) => `${text} `)
    rmSync(path.join(build, 'common.js'))
    expect((await walk(build)).troubles).toContainEqual(
      expect.stringContaining("module 'common.js' is not defined"),
    )
  })

  it('a page that is not registered, in its script or in the list of pages', async () => {
    const silent = mutated(`${LINK}.js`, () => '')
    expect((await walk(silent)).troubles).toContainEqual(
      expect.stringContaining(`${LINK}.js has not called Page or Component`),
    )
    const unlisted = mutated('app.json', (text) => text.replace('"pages":["link/index"]', '"pages":[]'))
    await expect(walk(unlisted)).rejects.toThrow('no page is open')
  })

  it('an address that leads nowhere', async () => {
    const build = mutated('common.js', (text) =>
      text.replaceAll(`"/${LINK}"`, '"/packages/identity/lnk/index"'),
    )
    const { troubles } = await walk(build, '/packages/invite/form/index')
    expect(troubles).toContainEqual(
      expect.stringContaining('navigateTo:fail page "packages/identity/lnk/index" is not found'),
    )
  })

  it('a style that WeChat does not take, although its compiler calls it a success', () => {
    const build = mutated(`${LINK}.wxss`, (text) => `${text}.a{color`)
    expect(styleTroubles(build)).toContainEqual(expect.stringContaining(`${LINK}.wxss`))
  })
})

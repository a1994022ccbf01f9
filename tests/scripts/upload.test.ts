import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runModule } from './run-module'

const ROOT = path.resolve(__dirname, '../..')
const key = path.join(mkdtempSync(path.join(tmpdir(), 'upload-')), 'upload.key')
writeFileSync(key, 'not read by these tests')

const complete = {
  WEAPP_APPID: 'wx0000000000000000',
  WEAPP_PRIVATE_KEY_PATH: key,
  OPERATOR_NAME: '某市医疗保障局',
  OPERATOR_CONTACT: '12393',
}

function settingsFor(env: Record<string, string>): Record<string, unknown> {
  const { stdout, stderr } = runModule(`
    import { uploadSettings } from '@scripts/upload/settings.mjs'
    console.log(JSON.stringify(uploadSettings(${JSON.stringify(env)})))
  `)
  expect(stderr).toBe('')
  return JSON.parse(stdout)
}

describe('npm run upload:weapp', () => {
  it('says in one sentence what it lacks, and ends with 1 before anything is built or fetched', () => {
    const ran = spawnSync(process.execPath, ['scripts/upload-weapp.mjs'], {
      cwd: ROOT,
      env: { PATH: process.env.PATH },
      encoding: 'utf8',
      timeout: 20_000,
    })
    expect(ran.status).toBe(1)
    expect(ran.stdout).toBe('')
    expect(ran.stderr.trim().split('\n')).toHaveLength(1)
    for (const name of Object.keys(complete)) expect(ran.stderr).toContain(name)
  })

  it.each(Object.keys(complete))('does not go on without %s, and names it alone', (name) => {
    const { problem } = settingsFor({ ...complete, [name]: ' ' })
    expect(problem).toContain(name)
    for (const other of Object.keys(complete)) if (other !== name) expect(problem).not.toContain(other)
  })

  it('does not go on with a key that is not there, and does not repeat its path', () => {
    const { problem } = settingsFor({ ...complete, WEAPP_PRIVATE_KEY_PATH: `${key}.gone` })
    expect(problem).toContain('no file')
    expect(problem).not.toContain(key)
  })

  it.each(['0', '31', 'two'])('does not take robot %s', (robot) => {
    expect(settingsFor({ ...complete, WEAPP_ROBOT: robot }).problem).toContain('WEAPP_ROBOT')
  })

  it('takes all it needs from the environment', () => {
    const expected = { appid: complete.WEAPP_APPID, privateKeyPath: key, robot: 1 }
    expect(settingsFor(complete)).toEqual(expected)
  })

  it('describes the version by its commit, shortened, and says where it is not the commit alone', () => {
    const { stdout } = runModule(`
      import { descriptionOf } from '@scripts/upload/settings.mjs'
      const all = [descriptionOf('abc1234', 'Ask first', false), descriptionOf('abc1234', 'Ask first', true)]
      console.log(JSON.stringify([...all, descriptionOf('abc1234', 'x'.repeat(300), false).length]))
    `)
    expect(JSON.parse(stdout)).toEqual(['abc1234 Ask first', 'abc1234+changes Ask first', 100])
  })
})

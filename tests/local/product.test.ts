import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { type Product, startProduct } from '../../local/product'
import { START, temporaryDirectory } from './cloudbase/functions/sample-functions'

const PROGRAM = path.resolve('dist/local/start.js')
const LIMIT_MS = 20_000

interface Started {
  readonly child: ChildProcess
  /** The address of the ready line, or null where the program ended without one. */
  readonly url: string | null
  readonly said: () => string
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
}

const children = new Set<ChildProcess>()

/** Runs the program as `npm start` does, with nothing but these variables, until it is ready or has ended. */
function start(variables: Record<string, string>): Promise<Started> {
  const env = { PATH: process.env.PATH ?? '', PORT: '0', ...variables }
  const child = spawn(process.execPath, [PROGRAM], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  children.add(child)
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString()
  })
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.on('close', (code, signal) => {
      children.delete(child)
      resolve({ code, signal })
    })
  })
  return new Promise((resolve) => {
    const limit = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS)
    const settle = (url: string | null) => {
      clearTimeout(limit)
      resolve({ child, url, said: () => errors, ended })
    }
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('ready ')) settle(line.slice('ready '.length))
    })
    void ended.then(() => settle(null))
  })
}

async function shownClock(url: string | null): Promise<number> {
  const response = await fetch(`${url}/clock`)
  return Date.parse(((await response.json()) as { now: string }).now)
}

describe('the product as a program', () => {
  const directories: string[] = []
  const newDirectory = () => {
    const directory = temporaryDirectory()
    directories.push(directory)
    return directory
  }
  afterAll(() => {
    for (const child of children) child.kill('SIGKILL')
    for (const directory of directories) rmSync(directory, { recursive: true, force: true })
  })

  it('serves, keeps its secrets to itself, and ends in order', async () => {
    const dataDir = path.join(newDirectory(), 'new', 'data')
    const first = await start({ DATA_DIR: dataDir })
    expect(first.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    const now = await shownClock(first.url)
    expect(now).toBeGreaterThanOrEqual(START)
    expect(now).toBeLessThan(START + LIMIT_MS)
    const reply = await fetch(`${first.url}/call/rules`, {
      method: 'POST',
      body: JSON.stringify({ action: 'regions', input: {} }),
    })
    expect(await reply.json()).toMatchObject({ ok: true })
    const secrets = path.join(dataDir, 'secrets.json')
    expect(statSync(secrets).mode & 0o777).toBe(0o600)
    first.child.kill('SIGTERM')
    expect(await first.ended).toEqual({ code: 0, signal: null })

    const kept = readFileSync(secrets, 'utf8')
    const second = await start({ DATA_DIR: dataDir })
    expect(second.url).not.toBeNull()
    expect(readFileSync(secrets, 'utf8')).toBe(kept)
    second.child.kill('SIGINT')
    expect(await second.ended).toEqual({ code: 0, signal: null })
  })

  it('shares its data with no second process, and is not held up by one that was killed', async () => {
    const dataDir = newDirectory()
    const first = await start({ DATA_DIR: dataDir })
    await fetch(`${first.url}/clock`, { method: 'POST', body: '{"now":"2025-12-24T18:00+08:00"}' })
    const second = await start({ DATA_DIR: dataDir })
    expect(second.url).toBeNull()
    expect(second.said().trim()).toBe(
      `The data directory ${dataDir} is in use by another running server: stop it, or set DATA_DIR.`,
    )
    expect((await second.ended).code).toBe(1)

    first.child.kill('SIGKILL')
    await first.ended
    const third = await start({ DATA_DIR: dataDir, DEMO_NOW: '2025-11-05T09:00+08:00' })
    expect(await shownClock(third.url)).toBeGreaterThanOrEqual(Date.parse('2025-12-24T18:00+08:00'))
    third.child.kill('SIGTERM')
    await third.ended
  })

  it('says in one sentence that the port is taken', async () => {
    const taken = createServer()
    const port = await new Promise<number>((resolve) => {
      taken.listen(0, '127.0.0.1', () => {
        const address = taken.address()
        resolve(address !== null && typeof address === 'object' ? address.port : 0)
      })
    })
    const started = await start({ DATA_DIR: newDirectory(), PORT: String(port) })
    taken.close()
    expect(started.url).toBeNull()
    expect(started.said().trim()).toBe(
      `Port ${port} on 127.0.0.1 is taken by another program: stop it, or set PORT to a free one.`,
    )
    expect((await started.ended).code).toBe(1)
  })

  it.each([
    [{ PORT: 'http' }, /^PORT is a number/],
    [{ PORT: '70000' }, /^PORT is a number/],
    [{ DEMO_NOW: 'yesterday' }, /^DEMO_NOW is "real" or a time/],
    [{ HOST: '0.0.0.0' }, /ALLOW_OTHER_DEVICES=yes/],
  ])('refuses a wrong setting in one sentence: %j', async (variables, sentence) => {
    const dataDir = path.join(newDirectory(), 'untouched')
    const started = await start({ DATA_DIR: dataDir, ...(variables as Record<string, string>) })
    expect(started.url).toBeNull()
    expect(started.said().trim().split('\n')).toEqual([expect.stringMatching(sentence)])
    expect(existsSync(dataDir)).toBe(false)
  })

  it('does not begin anew beside data whose secrets are gone', async () => {
    const dataDir = newDirectory()
    const first = await start({ DATA_DIR: dataDir })
    first.child.kill('SIGTERM')
    await first.ended
    rmSync(path.join(dataDir, 'secrets.json'))
    const without = await start({ DATA_DIR: dataDir })
    expect([without.url, without.said()]).toEqual([null, expect.stringContaining('secrets.json is missing')])
    writeFileSync(path.join(dataDir, 'secrets.json'), '{}')
    const wrong = await start({ DATA_DIR: dataDir })
    expect([wrong.url, wrong.said()]).toEqual([null, expect.stringContaining('does not hold the secrets')])
  })

  it('warns when it takes requests from other devices', async () => {
    const started = await start({ DATA_DIR: newDirectory(), HOST: '0.0.0.0', ALLOW_OTHER_DEVICES: 'yes' })
    expect(started.said()).toContain('Warning: other devices')
    started.child.kill('SIGTERM')
    await started.ended
  })
})

describe('the product inside a test', () => {
  let product: Product
  beforeAll(async () => {
    product = await startProduct({
      dataDir: null,
      port: 0,
      host: '127.0.0.1',
      demoNow: START,
      functionsDir: 'dist/cloudfunctions',
      h5Dir: null,
      passwordScryptLog2N: 10,
    })
  })
  afterAll(() => product.close())

  it('links a person through the real functions, the identity check and the insurer', async () => {
    const { people, call } = await helpers(product)
    const person = people.find(({ openid }) => openid === 'o-xizang-zhaxi')
    const { token } = await post(`${product.url}/verify`, { idNumber: person?.idNumber, method: 'face' })
    const input = { name: person?.name, idNumber: person?.idNumber, verificationToken: token }
    const requestId = '01HZZZZZZZZZZZZZZZZZZZZZZZ'
    expect(await call('identity', { action: 'link', requestId, input })).toMatchObject({ ok: true })
    expect(await call('identity', { action: 'me', input: {} })).toMatchObject({
      ok: true,
      value: { linked: true, person: { name: '扎*' } },
    })
  })

  it('shows the page that says how to build the app where there is none', async () => {
    const response = await fetch(`${product.url}/h5/`)
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('npm run build:h5')
  })

  it('leaves nothing running when it cannot start', async () => {
    const settings = {
      dataDir: null,
      host: '127.0.0.1',
      demoNow: START,
      functionsDir: 'dist/cloudfunctions',
      h5Dir: null,
    }
    await expect(startProduct({ ...settings, port: product.port })).rejects.toThrow(/is taken/)
    await expect(startProduct({ ...settings, port: 0, functionsDir: 'no-such' })).rejects.toThrow(
      /is missing/,
    )
  })
})

async function post(url: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  return (await response.json()) as Record<string, unknown>
}

async function helpers(product: Product) {
  const people = (await (await fetch(`${product.url}/people`)).json()) as {
    openid: string | null
    name: string
    idNumber: string
  }[]
  const call = (name: string, event: unknown) =>
    post(`${product.url}/call/${name}`, event, { 'x-openid': 'o-xizang-zhaxi' })
  return { people, call }
}

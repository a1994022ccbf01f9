import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import path from 'node:path'
import { Readable } from 'node:stream'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { HttpBindings } from '@hono/node-server'
import {
  createGateway,
  type GatewaySettings,
  type RunningGateway,
  startGateway,
} from '../../../../local/cloudbase/gateway'
import type { Fault } from '../../../../local/insurer/faults'
import { INSTITUTIONS, PEOPLE, STAFF } from '../../../../local/people'
import { type SampleCloud, START, startSampleCloud, temporaryDirectory } from '../functions/sample-functions'

const SOURCES = {
  echo: `exports.main = async (event) => ({
    ok: true,
    value: { event, openid: process.env.WX_OPENID ?? null, custom: process.env.TCB_CUSTOM_USER_ID ?? null },
  })`,
  failing: `exports.main = async ({ how }) => {
    if (how === 'outage') throw new Error(JSON.stringify({ outage: { code: 'insurer-unavailable', retry: 'same-request' } }))
    throw new Error('secret detail')
  }`,
}
const APP = `console.log(${JSON.stringify('家人'.repeat(2_000))})`
const INLINE = 'window.started = true'

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

describe('the local gateway', () => {
  let cloud: SampleCloud
  let gateway: RunningGateway
  let settings: GatewaySettings
  const issued: unknown[] = []
  let faults: Fault[] = []
  const around = temporaryDirectory()
  const directory = path.join(around, 'h5')
  beforeAll(async () => {
    mkdirSync(path.join(directory, 'js'), { recursive: true })
    writeFileSync(path.join(directory, 'index.html'), `<html><script>${INLINE}</script></html>`)
    writeFileSync(path.join(directory, 'js/app.0a1b2c3d.js'), APP)
    writeFileSync(path.join(around, 'outside.txt'), 'outside')
    cloud = await startSampleCloud(SOURCES)
    settings = {
      cloudbase: cloud,
      clock: cloud.clock,
      log: (entry) => cloud.log.push(entry),
      people: PEOPLE,
      staff: STAFF,
      institutions: INSTITUTIONS,
      verification: {
        issue: (asked) => {
          issued.push(asked)
          return { token: 'a-token' }
        },
      },
      bureau: {
        issue: (account) => `code-of-${account}`,
        accountIn: (ticket) => (ticket === 'a-ticket' ? 'reviewer-lin' : null),
      },
      insurer: {
        setFault: (next) => {
          faults = next === null ? [] : 'kind' in next ? [next] : [...next]
        },
        faults: () => faults,
      },
      h5Directory: directory,
      demoDirectory: path.resolve('local/demo'),
      deskDirectory: path.resolve('desk'),
    }
    gateway = await startGateway({ ...settings, port: 0, host: '127.0.0.1' })
  })
  afterAll(async () => {
    await gateway.close()
    await cloud.close()
    rmSync(around, { recursive: true })
  })

  /** Sends just these headers, as no fetch would: a browser's own are part of what is tested. */
  const send = (
    method: string,
    target: string,
    headers: Record<string, string> = {},
    body?: Buffer | string,
  ): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const request = httpRequest(
        { host: '127.0.0.1', port: gateway.port, method, path: target, headers },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(chunks),
            }),
          )
        },
      )
      request.on('error', reject)
      request.end(body)
    })
  const json = (answer: Answer) => JSON.parse(answer.body.toString('utf8'))
  const call = (name: string, event: unknown, headers: Record<string, string> = {}) =>
    send('POST', `/call/${name}`, headers, typeof event === 'string' ? event : JSON.stringify(event))

  describe('a call', () => {
    it('reaches the function as the one whom the header names', async () => {
      const event = { action: 'a', input: { name: '扎西' } }
      const as = async (headers: Record<string, string>) => json(await call('echo', event, headers)).value
      expect(await as({ 'x-openid': 'o-1' })).toEqual({ event, openid: 'o-1', custom: null })
      const staffId = STAFF[0]?.staffId ?? ''
      expect(await as({ 'x-staff': staffId })).toEqual({ event, openid: null, custom: `staff:${staffId}` })
      expect(await as({ 'x-staff-ticket': 'a-ticket' })).toMatchObject({ custom: 'staff:reviewer-lin' })
      const institutionId = INSTITUTIONS[0]?.institutionId ?? ''
      expect(await as({ 'x-institution': institutionId })).toMatchObject({
        custom: `institution:${institutionId}`,
      })
      expect(await as({})).toEqual({ event, openid: null, custom: null })
    })

    it('tells an outage from a bug, and shows no detail of a bug', async () => {
      const outage = await call('failing', { how: 'outage' })
      expect([outage.status, json(outage)]).toEqual([
        503,
        { outage: { code: 'insurer-unavailable', retry: 'same-request' } },
      ])
      const bug = await call('failing', { how: 'bug' })
      expect([bug.status, json(bug)]).toEqual([500, { incident: expect.stringMatching(/^[0-9a-f-]{36}$/) }])
    })

    it('of an unknown function is not found, whatever it sends', async () => {
      for (const event of ['{}', 'not json', 'x'.repeat(2 * 1024 * 1024)]) {
        const answer = await call('no-such', event)
        expect([answer.status, json(answer)]).toEqual([
          404,
          { ok: false, refusal: { code: 'not-found', message: expect.stringContaining('返回首页') } },
        ])
      }
      expect((await call('..%2fadmin', '{}')).status).toBe(404)
    })

    const deep = `{"action":"a","input":${'['.repeat(5_000)}${']'.repeat(5_000)}}`
    it.each([
      ['10 MB', `{"action":"${'x'.repeat(10 * 1024 * 1024)}"}`],
      ['just over 1 MB', '{}'.padStart(1024 * 1024 + 1)],
      ['half of an object', '{"action":'],
      ['nothing', ''],
      ['a list', '[]'],
      ['null', 'null'],
      ['what is not UTF-8', '\xff'],
      ['too many levels', deep],
    ])('with %s is refused and changes nothing', async (_, body) => {
      const sent = body === '\xff' ? Buffer.from([0x22, 0xff, 0x22]) : body
      const answer = await send('POST', '/call/echo', { 'x-openid': 'o-1' }, sent)
      expect(answer.status).toBe(200)
      expect(json(answer)).toEqual({
        ok: false,
        refusal: {
          code: 'invalid-request',
          message: expect.stringMatching(/[\u4e00-\u9fff].*。$/),
          facts: { issues: [{ path: '', message: expect.any(String) }] },
        },
      })
    })

    it.each([
      [{ 'x-openid': '' }],
      [{ 'x-openid': 'o'.repeat(129) }],
      [{ 'x-openid': 'with space' }],
      [{ 'x-openid': '\xe9' }],
      [{ 'x-openid': 'o-1', 'x-staff': 'reviewer-lin' }],
    ])('with a header that names nobody is refused: %j', async (headers) => {
      const answer = await call('echo', {}, headers as unknown as Record<string, string>)
      expect([answer.status, json(answer).refusal.code]).toEqual([200, 'invalid-request'])
    })

    it('takes staff and institutions that exist', async () => {
      expect(json(await call('echo', {}, { 'x-staff': 'nobody' })).refusal.code).toBe('not-allowed')
      expect(json(await call('echo', {}, { 'x-staff-ticket': 'made-up' })).refusal.code).toBe('not-allowed')
      expect(json(await call('echo', {}, { 'x-institution': 'H0' })).refusal.code).toBe('institution-unknown')
    })

    it('takes POST alone', async () => {
      for (const method of ['GET', 'PUT', 'DELETE', 'OPTIONS']) {
        const answer = await send(method, '/call/echo')
        expect([answer.status, answer.headers.allow]).toEqual([405, 'POST'])
      }
    })
  })

  describe('a page of another origin', () => {
    const own = () => `127.0.0.1:${gateway.port}`
    const foreign: [string, () => Record<string, string>][] = [
      ['a name that leads here', () => ({ host: 'attacker.example' })],
      ['a name that begins like this one', () => ({ host: `127.0.0.1.attacker.example:${gateway.port}` })],
      ['a foreign origin', () => ({ host: own(), origin: 'https://attacker.example' })],
      ['another port of this machine', () => ({ host: own(), origin: 'http://127.0.0.1:3000' })],
      ['an origin that is not told', () => ({ host: own(), origin: 'null' })],
      [
        'a request that the browser marks',
        () => ({ host: own(), 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }),
      ],
    ]
    it.each(foreign)('is refused: %s', async (_, headers) => {
      for (const [method, target] of [
        ['POST', '/call/echo'],
        ['GET', '/people'],
        ['GET', '/'],
      ] as const) {
        const answer = await send(method, target, headers(), method === 'POST' ? '{}' : undefined)
        expect(answer.status).toBe(403)
        expect(answer.headers['access-control-allow-origin']).toBeUndefined()
      }
    })

    it('is told from this one, and from a link that somebody followed', async () => {
      const accepted: Record<string, string>[] = [
        { host: own(), origin: `http://${own()}` },
        { host: `localhost:${gateway.port}`, origin: `http://localhost:${gateway.port}` },
        { host: own(), 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
      ]
      for (const headers of accepted) expect((await send('GET', '/people', headers)).status).toBe(200)
    })

    it('finds headers on every answer that keep it out', async () => {
      for (const target of ['/', '/people', '/h5/', '/desk/', '/no-such', '/call/echo']) {
        const { headers } = await send('GET', target)
        expect(headers).toMatchObject({
          'x-content-type-options': 'nosniff',
          'x-frame-options': 'SAMEORIGIN',
          'referrer-policy': 'no-referrer',
          'cross-origin-resource-policy': 'same-origin',
          'content-security-policy': expect.stringContaining("default-src 'self'"),
        })
        expect(headers['content-security-policy']).not.toContain("script-src 'self' 'unsafe")
      }
    })
  })

  describe('what only this machine has', () => {
    it('shows the people as the contract says', async () => {
      const people = json(await send('GET', '/people'))
      expect(people).toHaveLength(PEOPLE.length)
      expect(Object.keys(people[0]).sort()).toEqual([
        'balanceFen',
        'enrolment',
        'family',
        'idNumber',
        'idType',
        'name',
        'note',
        'openid',
        'poolingArea',
        'regionCode',
        'scheme',
      ])
      expect((await send('HEAD', '/people')).body).toHaveLength(0)
      expect(json(await send('GET', '/staff'))).toEqual(STAFF)
      expect(json(await send('GET', '/institutions'))).toEqual(INSTITUTIONS)
    })

    it('hands out the token of a face check', async () => {
      const asked = { idNumber: '540099199006160014', method: 'face', outcome: 'fail' }
      expect(json(await send('POST', '/verify', {}, JSON.stringify(asked)))).toEqual({ token: 'a-token' })
      expect(issued).toEqual([asked])
      for (const wrong of [
        {},
        { ...asked, method: 'voice' },
        { ...asked, outcome: 'maybe' },
        { ...asked, idNumber: 5 },
      ]) {
        const answer = await send('POST', '/verify', {}, JSON.stringify(wrong))
        expect([answer.status, json(answer).refusal.code]).toEqual([400, 'invalid-request'])
      }
    })

    it('sets and shows the faults of the insurer', async () => {
      const set = (body: unknown) => send('POST', '/insurer/faults', {}, JSON.stringify(body))
      const wanted = [
        { kind: 'lost', operation: '/premiums/pay', times: 1 },
        { kind: 'slow', ms: 300 },
      ]
      expect(json(await set({ faults: wanted }))).toEqual({ faults: wanted })
      expect(json(await send('GET', '/insurer/faults'))).toEqual({ faults: wanted })
      for (const wrong of [
        { kind: 'explode' },
        { kind: 'slow', ms: 60_001 },
        { kind: 'lost', operation: '/elsewhere' },
        { kind: 'lost', times: 0 },
      ]) {
        expect((await set({ faults: [wrong] })).status).toBe(400)
      }
      expect(faults).toEqual(wanted)
      expect(json(await set({ faults: [] }))).toEqual({ faults: [] })
    })

    it('takes faults from this machine alone, also where other devices may use it', async () => {
      const app = createGateway({ ...settings, otherDevices: true })
      const from = async (remoteAddress: string) => {
        const incoming = Object.assign(Readable.from([Buffer.from('{"faults":[{"kind":"refuse"}]}')]), {
          headers: { 'content-type': 'application/json' },
          socket: { remoteAddress },
        })
        const headers = { host: '192.0.2.1:8787' }
        const asked = new Request('http://192.0.2.1:8787/insurer/faults', { method: 'POST', headers })
        return (await app.fetch(asked, { incoming } as unknown as HttpBindings)).status
      }
      expect(await from('192.0.2.7')).toBe(403)
      expect(await from('::ffff:192.0.2.7')).toBe(403)
      expect(faults).toEqual([])
      for (const address of ['127.0.0.1', '::ffff:127.0.0.1', '::1']) expect(await from(address)).toBe(200)
      expect(faults).toEqual([{ kind: 'refuse' }])
      faults = []
    })

    it('shows and shifts the clock', async () => {
      const shown = json(await send('GET', '/clock'))
      expect(Date.parse(shown.now)).toBeGreaterThanOrEqual(START)
      const shift = (now: unknown) => send('POST', '/clock', {}, JSON.stringify({ now }))
      expect(json(await shift('2025-11-08T00:00+08:00')).now).toMatch(/^2025-11-07T16:00:0/)
      expect(cloud.clock.now()).toBeGreaterThan(START + 2 * 86_400_000)
      for (const wrong of ['tomorrow', '2025-11-08', '1999-12-31T00:00Z', 5, null]) {
        expect((await shift(wrong)).status).toBe(400)
      }
      cloud.clock.set(START)
      const removed = await send('DELETE', '/clock')
      expect([removed.status, removed.headers.allow]).toEqual([405, 'GET, HEAD, POST'])
    })
  })

  describe('an upload', () => {
    const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
    const upload = async (parts: Record<string, Buffer | string>, headers: Record<string, string> = {}) => {
      const form = new FormData()
      for (const [name, value] of Object.entries(parts)) {
        if (typeof value === 'string') form.set(name, value)
        else form.set(name, new Blob([Uint8Array.from(value)], { type: 'text/html' }), '../../evil.html')
      }
      const encoded = new Response(form)
      const body = Buffer.from(await encoded.arrayBuffer())
      const type = encoded.headers.get('content-type') ?? ''
      return await send('POST', '/upload', { 'content-type': type, ...headers }, body)
    }

    it('keeps a file where its owner says, once however often it is sent, and nowhere else', async () => {
      const headers = { 'x-openid': 'o-1' }
      const folder = json(await upload({ file: PNG }, headers))
        .fileId.split('/')
        .slice(3, 5)
        .join('/')
      const cloudPath = `${folder}/photo-1.png`
      const sent = await upload({ file: PNG, cloudPath }, headers)
      expect(sent.status).toBe(200)
      expect(json(sent).fileId).toBe(`cloud://local.local-files/${cloudPath}`)
      expect(json(await upload({ file: PNG, cloudPath }, headers))).toEqual(json(sent))
      for (const elsewhere of [
        `uploads/${'0'.repeat(24)}/photo-1.png`,
        `${folder}/deeper/photo-1.png`,
        `${folder}/../photo-1.png`,
        'sealed/photo-1.png',
      ]) {
        expect((await upload({ file: PNG, cloudPath: elsewhere }, headers)).status).toBe(400)
      }
      expect((await upload({ file: PNG, cloudPath }, { 'x-openid': 'o-2' })).status).toBe(400)
    })

    it('gives the id of the file, which is kept as what it is', async () => {
      const answer = await upload({ file: PNG, note: 'ignored' }, { 'x-openid': 'o-1' })
      expect(answer.status).toBe(200)
      const { fileId } = json(answer)
      expect(fileId).toMatch(/^cloud:\/\/local\.local-files\/uploads\/[0-9a-f]{24}\/[0-9A-Z]{26}\.png$/)
      const kept = await cloud.files.get(fileId)
      expect(Buffer.from(kept?.bytes ?? [])).toEqual(PNG)
      expect(kept?.contentType).toBe('image/png')
    })

    it('is looked at through a link that says how', async () => {
      const { fileId } = json(await upload({ file: Buffer.from('%PDF-1.7 letter') }))
      const link = new URL(cloud.files.link(fileId) ?? '')
      const answer = await send('GET', link.pathname + link.search)
      expect(answer.body.toString()).toBe('%PDF-1.7 letter')
      expect(answer.headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': 'inline',
      })
      expect((await send('GET', link.pathname)).status).toBe(404)
    })

    it.each([
      ['of another kind', { file: Buffer.from('<script>alert(1)</script>') }, 415],
      ['that is empty', { file: Buffer.alloc(0) }, 400],
      ['that is a text', { file: 'text' }, 400],
      ['twice', { file: PNG, other: PNG }, 400],
      ['over 10 MB', { file: Buffer.concat([PNG, Buffer.alloc(10 * 1024 * 1024)]) }, 413],
    ])('of a file %s is refused', async (_, parts, status) => {
      const answer = await upload(parts)
      expect([answer.status, json(answer).refusal.code]).toEqual([status, 'invalid-request'])
    })

    it('that is no form is refused', async () => {
      expect((await send('POST', '/upload', { 'content-type': 'image/png' }, PNG)).status).toBe(415)
      const broken = { 'content-type': 'multipart/form-data; boundary=x' }
      expect((await send('POST', '/upload', broken, '--x\r\nbroken')).status).toBe(400)
      expect((await upload({ file: PNG }, { 'x-openid': 'a b' })).status).toBe(400)
    })
  })

  describe('pages', () => {
    it('come compressed, once, and are asked for again by their tag', async () => {
      const get = (coding: string, more: Record<string, string> = {}) =>
        send('GET', '/h5/js/app.0a1b2c3d.js', { 'accept-encoding': coding, ...more })
      const [br, gzip, plain] = [await get('gzip, br'), await get('gzip;q=0.8, br;q=0'), await get('')]
      expect([br, gzip, plain].map(({ headers }) => headers['content-encoding'])).toEqual([
        'br',
        'gzip',
        undefined,
      ])
      expect(brotliDecompressSync(br.body).toString()).toBe(APP)
      expect(gunzipSync(gzip.body).toString()).toBe(APP)
      expect(plain.body.toString()).toBe(APP)
      expect(br.headers).toMatchObject({
        vary: 'accept-encoding',
        'cache-control': 'public, max-age=31536000, immutable',
        'content-type': 'text/javascript; charset=utf-8',
      })
      const again = await get('br', { 'if-none-match': String(br.headers.etag) })
      expect([again.status, again.body.length]).toEqual([304, 0])
      expect((await get('br', { 'if-none-match': String(gzip.headers.etag) })).status).toBe(200)
    })

    it('of the app are one page, with its own script allowed and no other', async () => {
      for (const target of ['/h5/', '/h5/?as=o-1', '/h5/pages/home/index']) {
        const answer = await send('GET', target)
        expect(answer.status).toBe(200)
        expect(answer.body.toString()).toContain(INLINE)
        expect(answer.headers['cache-control']).toBe('no-cache')
        expect(answer.headers['content-security-policy']).toMatch(
          /script-src 'self' 'sha256-[A-Za-z0-9+/]{43}='$/,
        )
      }
      expect((await send('GET', '/h5/js/missing.js')).status).toBe(404)
      const redirected = await send('GET', '/h5')
      expect([redirected.status, redirected.headers.location]).toEqual([308, '/h5/'])
    })

    it('do not lead out of their directory', async () => {
      for (const target of [
        '/h5/../outside.txt',
        '/h5/..%2foutside.txt',
        '/h5/%2e%2e/outside.txt',
        '/h5/..%5coutside.txt',
        '/h5/%00.txt',
        '/h5/%ff.txt',
        '/demo/..%2f..%2fpackage.json',
      ]) {
        const answer = await send('GET', target)
        expect([target, answer.status]).toEqual([target, 404])
      }
    })

    it('show the demo, and say plainly what is not there yet', async () => {
      const demo = await send('GET', '/')
      expect(demo.body.toString()).toContain('本机演示')
      for (const [, target = ''] of demo.body.toString().matchAll(/(?:src|href)="(\/demo\/[^"]+)"/g)) {
        expect((await send('GET', target)).status).toBe(200)
      }
      expect((await send('GET', '/desk/')).body.toString()).toContain('医保工作台')
      const missing = await send('GET', '/no-such', { accept: 'text/html' })
      expect([missing.status, missing.headers['content-type']]).toEqual([404, 'text/html; charset=UTF-8'])
      expect((await send('POST', '/')).status).toBe(405)
      expect((await send('HEAD', '/')).body).toHaveLength(0)
    })
  })
})

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type InsurerOptions, type RunningInsurer, startInsurer } from '../../../local/insurer'
import type { LogEntry } from '../../../local/log'
import { PEOPLE, personByOpenid, personNamed } from '../../../local/people'

const KEY = 'a-key-for-the-tests-of-the-insurer'
const DEMO_NOW = Date.parse('2025-11-05T01:00:00Z')

const wang = personByOpenid('o-hebei-wang-jianguo')
const child = personByOpenid('o-hebei-chen-yutong')
const permitHolder = personByOpenid('o-guangdong-chen-yongen')

let running: RunningInsurer[] = []
const start = async (more: Partial<InsurerOptions> = {}): Promise<RunningInsurer> => {
  const insurer = await startInsurer({
    directory: null,
    people: PEOPLE,
    key: KEY,
    now: () => DEMO_NOW,
    ...more,
  })
  running.push(insurer)
  return insurer
}
afterEach(async () => {
  await Promise.all(running.map((insurer) => insurer.close()))
  running = []
})

const send = (insurer: RunningInsurer, where: string, body: unknown, more: RequestInit = {}) =>
  fetch(insurer.url + where, {
    method: 'POST',
    headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...more,
  })
const ask = async (insurer: RunningInsurer, where: string, body: unknown): Promise<unknown> => {
  const response = await send(insurer, where, body)
  expect(response.status).toBe(200)
  return response.json()
}
const documentOf = ({ idType, idNumber }: { idType: string; idNumber: string }) => ({ idType, idNumber })

describe('persons/find', () => {
  it('tells what the insurer knows of an insured person', async () => {
    const insurer = await start()
    expect(await ask(insurer, '/persons/find', documentOf(wang))).toEqual({
      person: {
        name: '王建国',
        document: documentOf(wang),
        birthDay: '1980-05-18',
        sex: 'male',
        scheme: 'employee',
        enrolment: 'active',
        poolingArea: { code: '130100', name: '石家庄市' },
        regionCode: '130000',
        parents: [],
      },
    })
  })

  it('finds a permit holder by number and type together, with a birth day that the number does not carry', async () => {
    const insurer = await start()
    expect(await ask(insurer, '/persons/find', documentOf(permitHolder))).toMatchObject({
      person: { name: '陈咏恩', birthDay: '1988-08-18', document: { idType: '04' } },
    })
    expect(await ask(insurer, '/persons/find', { ...documentOf(permitHolder), idType: '06' })).toEqual({
      person: null,
    })
  })

  it('says null of the uninsured just as of somebody it never heard of', async () => {
    const insurer = await start()
    const uninsured = await send(insurer, '/persons/find', documentOf(personNamed('周凯')))
    const stranger = await send(insurer, '/persons/find', { idType: '01', idNumber: '110101200001010000' })
    expect(await uninsured.text()).toBe('{"person":null}')
    expect(await stranger.text()).toBe('{"person":null}')
  })

  it('tells the parents until the eighteenth birthday by its own clock, counted in Shanghai', async () => {
    let now = Date.parse('2032-05-31T15:59:59Z')
    const insurer = await start({ now: () => now })
    const parents = [personNamed('陈志强'), personNamed('刘丽华')].map(documentOf)
    expect(await ask(insurer, '/persons/find', documentOf(child))).toMatchObject({ person: { parents } })
    now = Date.parse('2032-05-31T16:00:00Z')
    expect(await ask(insurer, '/persons/find', documentOf(child))).toMatchObject({ person: { parents: [] } })
  })

  it('shows a suspended enrolment, and follows a change of it', async () => {
    const insurer = await start()
    const suspended = documentOf(personNamed('赵明辉'))
    expect(await ask(insurer, '/persons/find', suspended)).toMatchObject({
      person: { enrolment: 'suspended' },
    })
    insurer.setEnrolment(wang.idNumber, { enrolment: 'suspended' })
    expect(await ask(insurer, '/persons/find', documentOf(wang))).toMatchObject({
      person: { enrolment: 'suspended', scheme: 'employee', regionCode: '130000' },
    })
    insurer.setEnrolment(wang.idNumber, {
      enrolment: 'active',
      poolingArea: { code: '370100', name: '济南市' },
      regionCode: '370000',
    })
    expect(await ask(insurer, '/persons/find', documentOf(wang))).toMatchObject({
      person: { enrolment: 'active', poolingArea: { name: '济南市' }, regionCode: '370000' },
    })
    insurer.setEnrolment(wang.idNumber, { enrolment: 'none' })
    expect(await ask(insurer, '/persons/find', documentOf(wang))).toEqual({ person: null })
    expect(() => insurer.setEnrolment('nobody', { enrolment: 'none' })).toThrow(RangeError)
  })
})

describe('accounts/balance', () => {
  it('tells the balance in fen, and null where there is no account', async () => {
    const insurer = await start()
    expect(await ask(insurer, '/accounts/balance', documentOf(wang))).toEqual({
      balanceFen: 1_200_000,
      priorYearsFen: 1_200_000,
    })
    for (const name of ['陈雨桐', '周凯']) {
      expect(await ask(insurer, '/accounts/balance', documentOf(personNamed(name)))).toEqual({
        balanceFen: null,
      })
    }
  })

  it('has no account left to tell of when somebody goes over to the resident scheme', async () => {
    const insurer = await start()
    insurer.setEnrolment(wang.idNumber, { enrolment: 'active', scheme: 'resident' })
    expect(await ask(insurer, '/accounts/balance', documentOf(wang))).toEqual({ balanceFen: null })
  })

  it('knows everybody of the demo as the people say', async () => {
    const insurer = await start()
    for (const person of PEOPLE) {
      expect(await ask(insurer, '/accounts/balance', documentOf(person))).toEqual({
        balanceFen: person.balanceFen,
        ...(person.balanceFen === null ? {} : { priorYearsFen: person.balanceFen }),
      })
    }
  })
})

describe('a request that is wrong', () => {
  it('is refused without the key, whatever it asks for', async () => {
    const insurer = await start()
    for (const authorization of [undefined, '', KEY, 'Bearer ', `Bearer ${KEY}x`, `Bearer ${KEY.slice(1)}`]) {
      for (const where of ['/persons/find', '/no-such-path']) {
        const response = await send(insurer, where, documentOf(wang), {
          headers: authorization === undefined ? {} : { authorization },
        })
        expect(response.status).toBe(401)
        expect(await response.json()).toMatchObject({ error: 'unauthorized' })
      }
    }
  })

  it('is told what is wrong, and never what was sent', async () => {
    const insurer = await start()
    const cases: [unknown, number, string][] = [
      ['{', 400, 'not-json'],
      ['null', 400, 'invalid-request'],
      [[], 400, 'invalid-request'],
      [{ idNumber: wang.idNumber }, 400, 'invalid-request'],
      [{ idType: '02', idNumber: wang.idNumber }, 400, 'invalid-request'],
      [{ idType: '01', idNumber: 130099 }, 400, 'invalid-request'],
      [{ idType: '01', idNumber: `${wang.idNumber}${'0'.repeat(40)}` }, 400, 'invalid-request'],
      [{ ...documentOf(wang), [wang.idNumber]: 1 }, 400, 'invalid-request'],
      [{ idType: '01', idNumber: wang.idNumber.repeat(1_000) }, 413, 'too-long'],
    ]
    for (const [body, status, error] of cases) {
      const response = await send(insurer, '/persons/find', body)
      expect(response.status).toBe(status)
      const text = await response.text()
      expect(JSON.parse(text)).toMatchObject({ error })
      expect(text).not.toContain(wang.idNumber)
    }
  })

  it('is refused at another path or with another method', async () => {
    const insurer = await start()
    expect((await send(insurer, '/persons/find/', documentOf(wang))).status).toBe(404)
    const get = await send(insurer, '/persons/find', undefined, { method: 'GET', body: undefined })
    expect(get.status).toBe(405)
  })
})

describe('docs/insurer-interface.md', () => {
  it('shows requests and replies as they really are', async () => {
    const text = readFileSync(path.join(__dirname, '../../../docs/insurer-interface.md'), 'utf8')
    const sections = text.split('\n### `POST {INSURER_URL}').slice(1)
    expect(sections).toHaveLength(13)
    // Of this family alone, so that the numbers of the movements are those of the document whoever joins the demo.
    const people = ['陈志强', '刘丽华', '陈雨桐'].map(personNamed)
    const insurer = await start({ people })
    for (const section of sections) {
      const where = section.slice(0, section.indexOf('`'))
      if (where === '/changes') {
        insurer.setEnrolment(personNamed('刘丽华').idNumber, { enrolment: 'suspended' })
      }
      const blocks = [...section.matchAll(/```json\n([\s\S]+?)```/g)].map((match): unknown =>
        JSON.parse(match[1] ?? ''),
      )
      expect([2, 4]).toContain(blocks.length)
      for (let at = 0; at < blocks.length; at += 2) {
        expect(await ask(insurer, where, blocks[at])).toEqual(blocks[at + 1])
      }
    }
  })
})

describe('its own data', () => {
  it('is kept: a second start does not take the people again', async () => {
    const directory = mkdtempSync(path.join(tmpdir(), 'insurer-'))
    try {
      const first = await start({ directory })
      first.setEnrolment(wang.idNumber, { enrolment: 'suspended' })
      await first.close()
      running = []
      const changed = PEOPLE.map((person) => ({ ...person, name: '换了' }))
      const second = await start({ directory, people: changed })
      expect(await ask(second, '/persons/find', documentOf(wang))).toMatchObject({
        person: { name: '王建国', enrolment: 'suspended' },
      })
      expect(await ask(second, '/accounts/balance', documentOf(wang))).toEqual({
        balanceFen: 1_200_000,
        priorYearsFen: 1_200_000,
      })
    } finally {
      await Promise.all(running.map((insurer) => insurer.close()))
      running = []
      rmSync(directory, { recursive: true })
    }
  })

  it('is not shared between two insurers in memory', async () => {
    const [one, other] = [await start(), await start()]
    one.setEnrolment(wang.idNumber, { enrolment: 'none' })
    expect(await ask(other, '/persons/find', documentOf(wang))).toMatchObject({ person: { name: '王建国' } })
  })
})

describe('its log', () => {
  it('holds path, status and time, and nothing of a person', async () => {
    const lines: LogEntry[] = []
    const insurer = await start({ log: (entry) => lines.push(entry) })
    await ask(insurer, '/persons/find', documentOf(wang))
    await send(insurer, `/persons/${wang.idNumber}`, documentOf(wang))
    await send(insurer, '/persons/find', { idNumber: wang.idNumber })
    await insurer.close()
    running = []
    expect(lines).toEqual([
      { level: 'info', event: 'insurer-request', path: '/persons/find', status: 200, ms: expect.any(Number) },
      { level: 'info', event: 'insurer-request', path: 'unknown', status: 404, ms: expect.any(Number) },
      { level: 'info', event: 'insurer-request', path: '/persons/find', status: 400, ms: expect.any(Number) },
    ])
    const text = JSON.stringify(lines)
    for (const secret of [wang.idNumber, wang.name, KEY]) expect(text).not.toContain(secret)
  })
})

describe('a fault', () => {
  it('lasts until it is taken away', async () => {
    const insurer = await start()
    insurer.setFault({ kind: 'error' })
    expect((await send(insurer, '/persons/find', documentOf(wang))).status).toBe(500)
    insurer.setFault({ kind: 'refuse' })
    await expect(send(insurer, '/persons/find', documentOf(wang))).rejects.toThrow('fetch failed')
    insurer.setFault({ kind: 'slow', ms: 120 })
    const begun = performance.now()
    expect((await send(insurer, '/persons/find', documentOf(wang))).status).toBe(200)
    expect(performance.now() - begun).toBeGreaterThanOrEqual(110)
    insurer.setFault(null)
    expect((await send(insurer, '/persons/find', documentOf(wang))).status).toBe(200)
  })

  it('does not keep the insurer from closing', async () => {
    const insurer = await start()
    insurer.setFault({ kind: 'slow', ms: 60_000 })
    const asked = send(insurer, '/persons/find', documentOf(wang)).catch((error: unknown) => error)
    await new Promise((resolve) => setTimeout(resolve, 50))
    await insurer.close()
    running = []
    expect(await asked).toMatchObject({ name: 'TypeError', message: 'fetch failed' })
  })
})

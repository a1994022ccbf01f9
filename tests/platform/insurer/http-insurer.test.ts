import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { inspect } from 'node:util'
import { type RunningInsurer, startInsurer } from '../../../local/insurer'
import { closeServer, listen } from '../../../local/loopback'
import { PEOPLE, personByOpenid, personNamed } from '../../../local/people'
import { createHttpInsurer } from '../../../platform/insurer/http-insurer'
import { PortOutage } from '../../../platform/outage'
import type { IdDocument } from '../../../shared/values/id-document'

const KEY = 'a-key-for-the-tests-of-the-insurer'
const wang = personByOpenid('o-hebei-wang-jianguo')
const document: IdDocument = { idType: wang.idType, idNumber: wang.idNumber }

const thrownBy = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => {
      throw new Error('nothing was thrown')
    },
    (error: unknown) => error,
  )

const expectUnavailable = (error: unknown): void => {
  expect(error).toBeInstanceOf(PortOutage)
  expect(error).toMatchObject({ code: 'insurer-unavailable', retry: 'same-request' })
  expectSilent(error)
}

/** Neither the text, nor the stack, nor a cause may say who was asked about. */
const expectSilent = (error: unknown): void => {
  expect(error).toBeInstanceOf(Error)
  const text = inspect(error, { depth: 10, showHidden: true })
  for (const secret of [wang.idNumber, wang.name, KEY]) expect(text).not.toContain(secret)
}

describe('with the local insurer', () => {
  let insurer: RunningInsurer
  beforeAll(async () => {
    const now = () => Date.parse('2025-11-05T01:00:00Z')
    insurer = await startInsurer({ directory: null, people: PEOPLE, key: KEY, now })
  })
  afterAll(() => insurer.close())
  beforeEach(() => insurer.setFault(null))
  const port = (timeoutMs = 5_000, key = KEY) => createHttpInsurer({ url: insurer.url, key, timeoutMs })

  it('finds a person and her balance', async () => {
    expect(await port().findPerson(document)).toMatchObject({
      name: '王建国',
      document,
      regionCode: '130000',
    })
    expect(await port().accountOf(document)).toEqual({ balanceFen: 1_200_000, priorYearsFen: 1_200_000 })
  })

  it('gives null for the uninsured and where there is no account', async () => {
    const { idType, idNumber } = personNamed('周凯')
    expect(await port().findPerson({ idType, idNumber })).toBeNull()
    expect(await port().accountOf({ idType, idNumber })).toBeNull()
  })

  it('takes an address with a slash at its end', async () => {
    const slashed = createHttpInsurer({ url: `${insurer.url}/`, key: KEY, timeoutMs: 5_000 })
    expect((await slashed.accountOf(document))?.balanceFen).toBe(1_200_000)
  })

  it.each([['refuse'], ['error']] as const)('reports the fault %s as an outage', async (kind) => {
    insurer.setFault({ kind })
    expectUnavailable(await thrownBy(port().findPerson(document)))
    expectUnavailable(await thrownBy(port().accountOf(document)))
  })

  it('gives up on a slow insurer when its time is over, without a second attempt', async () => {
    insurer.setFault({ kind: 'slow', ms: 10_000 })
    const begun = performance.now()
    expectUnavailable(await thrownBy(port(200).findPerson(document)))
    expect(performance.now() - begun).toBeLessThan(2_000)
  })

  it('waits for an insurer that is slow but in time', async () => {
    insurer.setFault({ kind: 'slow', ms: 50 })
    expect((await port().accountOf(document))?.balanceFen).toBe(1_200_000)
  })

  it('takes a wrong key for a bug of ours, not for an outage', async () => {
    const error = await thrownBy(port(5_000, 'another-key-than-the-insurer-has').findPerson(document))
    expect(error).toBeInstanceOf(Error)
    expect(error).not.toBeInstanceOf(PortOutage)
    expect((error as Error).message).toContain('401')
    expectSilent(error)
  })

  it('reports a port at which nobody listens', async () => {
    const server = createServer()
    const free = await listen(server)
    await closeServer(server)
    const nobody = createHttpInsurer({ url: `http://127.0.0.1:${free}`, key: KEY, timeoutMs: 5_000 })
    expectUnavailable(await thrownBy(nobody.findPerson(document)))
  })
})

describe('with an insurer that misbehaves', () => {
  interface Seen {
    readonly url: string
    readonly body: string
  }

  /** Asks one question of a server that answers in its own way, and tells how often it was asked. */
  const against = async (
    answer: (response: ServerResponse, attempt: number, request: IncomingMessage) => void,
    question: 'findPerson' | 'accountOf' = 'findPerson',
  ): Promise<{ outcome: unknown; seen: Seen[] }> => {
    const seen: Seen[] = []
    const server = createServer((request, response) => {
      let body = ''
      request.on('data', (chunk: Buffer) => {
        body += chunk.toString('utf8')
      })
      request.on('end', () => {
        seen.push({ url: request.url ?? '', body })
        answer(response, seen.length, request)
      })
    })
    const url = `http://127.0.0.1:${await listen(server)}`
    try {
      const port = createHttpInsurer({ url, key: KEY, timeoutMs: 1_000 })
      const outcome = await port[question](document).catch((error: unknown) => error)
      return { outcome, seen }
    } finally {
      server.closeAllConnections()
      await closeServer(server)
    }
  }
  const json = (response: ServerResponse, value: unknown, status = 200) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(value))
  }

  const person = {
    name: wang.name,
    document,
    birthDay: wang.birthDay,
    sex: wang.sex,
    scheme: wang.scheme,
    enrolment: wang.enrolment,
    poolingArea: wang.poolingArea,
    regionCode: wang.regionCode,
    parents: [],
  }

  it('sends the number in the body and never in the address', async () => {
    const { outcome, seen } = await against((response) => json(response, { person }))
    expect(outcome).toEqual(person)
    expect(seen).toEqual([{ url: '/persons/find', body: JSON.stringify(document) }])
  })

  it('asks once more after a broken connection, and only once', async () => {
    const mended = await against(
      (response, attempt) => (attempt === 1 ? response.destroy() : json(response, { balanceFen: 5 })),
      'accountOf',
    )
    expect(mended.outcome).toEqual({ balanceFen: 5, priorYearsFen: null })
    expect(mended.seen).toHaveLength(2)
    const broken = await against((response) => response.destroy())
    expectUnavailable(broken.outcome)
    expect(broken.seen).toHaveLength(2)
  })

  it.each([[500], [502], [503], [408], [429], [301], [307], [204]])(
    'reports status %i as an outage, asked once and followed nowhere',
    async (status) => {
      const { outcome, seen } = await against((response) => {
        response.writeHead(status, { location: '/elsewhere' })
        response.end()
      })
      expectUnavailable(outcome)
      expect(seen).toHaveLength(1)
    },
  )

  it.each([[400], [401], [403], [404], [413], [422]])(
    'takes status %i for a bug of ours and asks no second time',
    async (status) => {
      const { outcome, seen } = await against((response) => json(response, { error: wang.idNumber }, status))
      expect(outcome).toBeInstanceOf(Error)
      expect(outcome).not.toBeInstanceOf(PortOutage)
      expectSilent(outcome)
      expect(seen).toHaveLength(1)
    },
  )

  it.each([
    ['an empty object', {}],
    ['nothing', null],
    ['a person without a name', { person: { ...person, name: '' } }],
    ['a birth day that is no day', { person: { ...person, birthDay: '1980-02-30' } }],
    ['an unknown scheme', { person: { ...person, scheme: '310' } }],
    ['an unknown state', { person: { ...person, enrolment: 'unknown' } }],
    ['a region of two digits', { person: { ...person, regionCode: '13' } }],
    ['parents left out', { person: { ...person, parents: undefined } }],
    ['somebody else', { person: { ...person, document: { ...document, idNumber: '130099198005181012' } } }],
    ['another type of document', { person: { ...person, document: { ...document, idType: '04' } } }],
  ])('reports a reply that cannot be used: %s', async (_, reply) => {
    const { outcome, seen } = await against((response) => json(response, reply))
    expectUnavailable(outcome)
    expect(seen).toHaveLength(1)
  })

  it.each([['12.5'], ['-1'], ['1e300'], ['"100"'], ['{}']])('reports a balance of %s', async (balance) => {
    const { outcome } = await against((response) => {
      response.end(`{"balanceFen":${balance}}`)
    }, 'accountOf')
    expectUnavailable(outcome)
  })

  it.each([
    ['no reply at all', () => undefined],
    ['text', (response: ServerResponse) => void response.end('<html>maintenance</html>')],
    [
      'a reply that is cut off',
      (response: ServerResponse) => {
        response.writeHead(200, { 'content-length': '1000' })
        response.write('{"person":')
        setTimeout(() => response.destroy(), 20)
      },
    ],
    [
      'a reply that never ends',
      (response: ServerResponse) => {
        response.writeHead(200)
        response.write('{"person":')
      },
    ],
  ])('reports %s', async (_, answer) => {
    const { outcome, seen } = await against(answer)
    expectUnavailable(outcome)
    expect(seen).toHaveLength(1)
  })
})

import { ulid } from 'ulid'
import * as v from 'valibot'
import { openDatabase } from '../../local/cloudbase/database'
import { createHandler, type Main } from '../../platform/handler'
import { deriveKeys } from '../../platform/keys/keys'
import { PortOutage } from '../../platform/outage'
import type { Ports } from '../../platform/ports'
import { INDEXES } from '../../platform/store/collections'
import { createStore } from '../../platform/store/store'
import { contractOf, read, secretWrite, write } from '../../shared/contract/action'
import { day } from '../../shared/values/day'
import { ok, refuse } from '../../shared/values/result'
import { initSdk, type SdkServer, serveAdmin } from '../local/cloudbase/sdk'

/** A function made for this test: each action goes wrong, or right, in one way. */
const contract = contractOf('trial', {
  count: write({
    access: 'user',
    input: v.object({ by: v.number(), password: v.optional(v.string()) }),
    value: v.object({ count: v.number() }),
    secretInput: ['password'],
  }),
  secret: secretWrite({ access: 'user', input: v.object({}), value: v.object({ secret: v.string() }) }),
  leak: write({ access: 'user', input: v.object({}), value: v.object({ shown: v.string() }) }),
  broken: write({ access: 'user', input: v.object({}), value: v.object({ count: v.number() }) }),
  away: read({ access: 'anyone', input: v.object({}), value: v.object({}) }),
  bug: read({ access: 'anyone', input: v.object({}), value: v.object({}) }),
})

const CANARY = '130099197001019999'
const database = openDatabase({ file: ':memory:', now: Date.now, collections: Object.keys(INDEXES) })
let server: SdkServer
let main: Main
let ports: Ports
let revealed = 0
const lines: string[] = []

beforeAll(async () => {
  server = await serveAdmin((action, params) => database.handle(action, params))
  initSdk(server.adminUrl)
  ports = {
    store: createStore(),
    keys: deriveKeys('ab'.repeat(32)),
    passwordLog2N: 4,
  } as Ports
  main = createHandler(
    contract,
    {
      count: (call, input) =>
        call.commit(async (transaction) => {
          if (input.by === 0) return refuse({ code: 'not-allowed' })
          const kept = await transaction.get('attempts', 'counter')
          const count = (kept?.count ?? 0) + input.by
          if (kept === null)
            await transaction.insert('attempts', {
              _id: 'counter',
              whose: 'nobody',
              count,
              day: day('2025-11-05'),
              lastRequest: null,
            })
          else await transaction.update('attempts', 'counter', { count })
          return ok({ count })
        }),
      secret: {
        execute: (call) => call.commit(() => Promise.resolve(ok({ nonce: 'n' }))),
        reveal: (_call, kept: { nonce: string }) => {
          revealed += 1
          return { secret: `secret-${kept.nonce}` }
        },
      },
      leak: (call) =>
        call.commit(() => Promise.resolve(ok({ shown: 'yes', hidden: CANARY } as { shown: string }))),
      broken: (call) =>
        call.commit(async (transaction) => {
          await transaction.insert('attempts', {
            _id: 'broken',
            whose: 'nobody',
            count: 1,
            day: day('2025-11-05'),
            lastRequest: null,
          })
          return ok({ count: 'no number' } as unknown as { count: number })
        }),
      away: () => Promise.reject(new PortOutage('insurer-unavailable', 'same-request')),
      bug: () => Promise.reject(new Error(`no such person: ${CANARY}`)),
    },
    ports,
  )
})
beforeEach(() => {
  process.env.WX_CONTEXT_KEYS = 'WX_OPENID'
  process.env.WX_OPENID = 'o-1'
  jest.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
})
afterAll(async () => {
  delete process.env.WX_OPENID
  delete process.env.WX_CONTEXT_KEYS
  await server.close()
  database.close()
})

const ask = (action: string, input: unknown = {}, requestId = ulid()) =>
  main({ action, requestId, input }, undefined)
const counter = async () => (await ports.store.get('attempts', 'counter'))?.count ?? 0

it('does a thing once for a request, also when its twins come at the same time', async () => {
  const before = await counter()
  const requestId = ulid()
  const replies = await Promise.all(Array.from({ length: 5 }, () => ask('count', { by: 2 }, requestId)))
  expect(new Set(replies.map((reply) => JSON.stringify(reply)))).toEqual(
    new Set([JSON.stringify({ ok: true, value: { count: before + 2 } })]),
  )
  expect(await counter()).toBe(before + 2)
  expect(await ask('count', { by: 3 }, requestId)).toMatchObject({ refusal: { code: 'request-reused' } })
  // A secret is no part of what was asked: the same request with another one gets the first reply.
  expect(await ask('count', { by: 2, password: '739154' }, requestId)).toEqual(replies[0])
})

it('keeps the requests of two callers apart', async () => {
  const requestId = ulid()
  const first = await ask('count', { by: 1 }, requestId)
  process.env.WX_OPENID = 'o-2'
  expect(await ask('count', { by: 1 }, requestId)).not.toEqual(first)
})

it('writes nothing for a refusal, and asks again when the same request comes again', async () => {
  const before = await counter()
  const requestId = ulid()
  expect(await ask('count', { by: 0 }, requestId)).toMatchObject({ refusal: { code: 'not-allowed' } })
  expect(await ask('count', { by: 0 }, requestId)).toMatchObject({ refusal: { code: 'not-allowed' } })
  expect(await counter()).toBe(before)
  const key = ports.keys.requestKey(ports.keys.userKey('o-1'), 'trial', 'count', requestId)
  expect(await ports.store.get('requests', key)).toBeNull()
})

it('makes a secret reply again and stores only what it is made of', async () => {
  const requestId = ulid()
  const reply = await ask('secret', {}, requestId)
  expect(reply).toEqual({ ok: true, value: { secret: 'secret-n' } })
  expect(await ask('secret', {}, requestId)).toEqual(reply)
  expect(revealed).toBe(2)
  const stored = await ports.store.find('requests', {}, { limit: 100 })
  expect(JSON.stringify(stored)).not.toContain('secret-n')
  expect(JSON.stringify(stored)).not.toContain('739154')
})

it('lets out and keeps only what the contract declares', async () => {
  expect(await ask('leak')).toEqual({ ok: true, value: { shown: 'yes' } })
  expect(JSON.stringify(await ports.store.find('requests', {}, { limit: 100 }))).not.toContain(CANARY)
})

it('takes a reply that breaks the contract for a bug, and commits nothing of it', async () => {
  await expect(ask('broken')).rejects.toThrow(/^\{"incident":"[0-9A-Z]{26}"\}$/)
  expect(await ports.store.get('attempts', 'broken')).toBeNull()
})

it('tells an outage from a bug, and neither tells anything else', async () => {
  await expect(ask('away')).rejects.toThrow(
    '{"outage":{"code":"insurer-unavailable","retry":"same-request"}}',
  )
  const bug = await ask('bug').catch((error: Error) => error.message)
  expect(bug).toMatch(/^\{"incident":"[0-9A-Z]{26}"\}$/)
  const { incident } = JSON.parse(String(bug)) as { incident: string }
  expect(lines.filter((line) => line.includes(incident))).toHaveLength(1)
})

it('leaves an audit event for each change, and one line of log for each call, none with personal data', async () => {
  const events = await ports.store.find('audit', { action: 'count' }, { limit: 100 })
  expect(events.length).toBeGreaterThan(1)
  expect(events[0]).toMatchObject({ functionName: 'trial', actor: ports.keys.userKey('o-1') })
  expect(lines.length).toBeGreaterThan(10)
  expect(lines.join('\n')).not.toContain(CANARY)
  expect(lines.join('\n')).not.toContain('o-1')
})

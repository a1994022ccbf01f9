import { type SampleCloud, SDK, START, startSampleCloud } from './sample-functions'

const SOURCES = {
  // Waits in the middle, so that calls would be mixed up if two ran at once.
  who: `
    const tcb = require(${SDK})
    exports.main = async (event, context) => {
      await new Promise((done) => setTimeout(done, event.waitMs))
      const known = tcb.getCloudbaseContext(context)
      return {
        asked: event.asked,
        fromContext: known.WX_OPENID ?? null,
        fromEnvironment: process.env.WX_OPENID ?? null,
        uuid: known.TCB_UUID ?? null,
        custom: known.TCB_CUSTOM_USER_ID ?? null,
        trigger: known.TRIGGER_SRC ?? null,
      }
    }`,
  environment: 'exports.main = async () => ({ ...process.env })',
  late: `
    let seen = 'nothing yet'
    exports.main = async (event) => {
      if (event.ask) return seen
      setTimeout(() => { seen = process.env.WX_OPENID ?? 'wiped' }, 20)
      return 'answered'
    }`,
  slow: 'exports.main = (event) => { if (event.spin) for (;;); return event.asked }',
  failing: `
    exports.main = async ({ how }) => {
      if (how === 'outage') throw new Error(JSON.stringify({ outage: { code: 'insurer-unavailable', retry: 'same-request' } }))
      if (how === 'incident') throw new Error(JSON.stringify({ incident: 'i-1' }))
      if (how === 'bug') throw new TypeError('no name of 王建国 130099198005180011')
      if (how === 'json') throw new Error('{"neither": 1}')
      if (how === 'string') throw 'a string'
      if (how === 'exit') process.exit(3)
      if (how === 'later') { setTimeout(() => { throw new Error('later') }, 0); await new Promise(() => {}) }
      if (how === 'circular') { const a = {}; a.a = a; return a }
      if (how === 'memory') { const all = []; for (;;) all.push(new Array(1e5).fill(Math.random())) }
      if (how === 'long') return 'x'.repeat(7 * 1024 * 1024)
      return how
    }`,
  time: 'exports.main = async () => ({ now: Date.now(), made: new Date().toISOString(), text: Date() })',
  broken: 'throw new Error("cannot load this")',
  shapes:
    'exports.main = async ({ what }) => what === "nothing" ? undefined : { at: new Date(0), gone: undefined }',
}

describe('function workers', () => {
  let cloud: SampleCloud
  beforeAll(async () => {
    cloud = await startSampleCloud(SOURCES, {
      environment: () => ({ INSURER_URL: 'http://insurer' }),
      memoryMb: 64,
      timeoutMs: 25_000,
    })
  })
  afterAll(() => cloud.close())

  const openidOf = (index: number) => `o-${String(index).padStart(4, '0')}`

  it('never mixes up two hundred callers at once', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        cloud.invoke('who', { asked: index, waitMs: index % 7 }, { kind: 'user', openid: openidOf(index) }),
      ),
    )
    expect(outcomes).toEqual(
      outcomes.map((_, index) => ({
        kind: 'reply',
        value: {
          asked: index,
          fromContext: openidOf(index),
          fromEnvironment: openidOf(index),
          uuid: expect.stringMatching(/^[0-9a-f]{32}$/),
          custom: null,
          trigger: null,
        },
      })),
    )
  })

  it('says who calls as the platform does, and says nothing about the caller before', async () => {
    const call = async (identity: Parameters<typeof cloud.invoke>[2]) => {
      const outcome = await cloud.invoke('who', { waitMs: 0 }, identity)
      return outcome.kind === 'reply' ? outcome.value : outcome
    }
    const nobody = { fromContext: null, fromEnvironment: null, uuid: null, custom: null, trigger: null }
    await call({ kind: 'user', openid: 'o-1' })
    expect(await call({ kind: 'staff', staffId: 's1' })).toEqual({ ...nobody, custom: 'staff:s1' })
    expect(await call({ kind: 'institution', institutionId: 'H1' })).toEqual({
      ...nobody,
      custom: 'institution:H1',
    })
    expect(await call({ kind: 'timer', timerName: 't' })).toEqual({ ...nobody, trigger: 'timer' })
    expect(await call({ kind: 'anonymous' })).toEqual(nobody)
  })

  it('wipes the identity after the call, also for what runs on', async () => {
    const user = { kind: 'user', openid: 'o-late' } as const
    const once = await startSampleCloud({ late: SOURCES.late }, { instances: 1 })
    await once.invoke('late', {}, user)
    const seen = () => once.invoke('late', { ask: true }, { kind: 'anonymous' })
    let outcome = await seen()
    for (let tries = 0; tries < 200 && 'value' in outcome && outcome.value === 'nothing yet'; tries += 1) {
      await new Promise((done) => setTimeout(done, 10))
      outcome = await seen()
    }
    expect(outcome).toEqual({ kind: 'reply', value: 'wiped' })
    await once.close()
  })

  it('gives a function its own environment and nothing of the server', async () => {
    process.env.SECRET_OF_THE_SERVER = 'x'
    const outcome = await cloud.invoke('environment', {}, { kind: 'anonymous' })
    delete process.env.SECRET_OF_THE_SERVER
    const names = outcome.kind === 'reply' ? Object.keys(outcome.value as object).sort() : []
    expect(names).toEqual([
      'INSURER_URL',
      'SCF_NAMESPACE',
      'TCB_CONTEXT_CNFG',
      'TCB_CONTEXT_KEYS',
      'TCB_ENV',
      'TENCENTCLOUD_REGION',
      'TENCENTCLOUD_RUNENV',
      'TENCENTCLOUD_SECRETID',
      'TENCENTCLOUD_SECRETKEY',
      'WX_CONTEXT_KEYS',
    ])
  })

  it('ends a call that takes too long, and serves the next one', async () => {
    const quick = await startSampleCloud({ slow: SOURCES.slow }, { timeoutMs: 300, instances: 1 })
    const spinning = quick.invoke('slow', { spin: true }, { kind: 'anonymous' })
    const waiting = quick.invoke('slow', { asked: 'next' }, { kind: 'anonymous' })
    expect(await spinning).toEqual({ kind: 'outage', code: 'function-timeout', retry: 'same-request' })
    expect(await waiting).toEqual({ kind: 'reply', value: 'next' })
    await quick.close()
  })

  it('tells outages and incidents from bugs, and logs no message of a bug', async () => {
    const how = (kind: string) => cloud.invoke('failing', { how: kind }, { kind: 'anonymous' })
    const numbered = { kind: 'incident', incident: expect.stringMatching(/^[0-9a-f-]{36}$/) }
    expect(await how('outage')).toEqual({
      kind: 'outage',
      code: 'insurer-unavailable',
      retry: 'same-request',
    })
    expect(await how('incident')).toEqual({ kind: 'incident', incident: 'i-1' })
    for (const bug of ['bug', 'json', 'string', 'circular']) expect(await how(bug)).toEqual(numbered)
    expect(await how('long')).toEqual({ kind: 'outage', code: 'reply-too-long', retry: 'never' })
    const logged = JSON.stringify(cloud.log)
    expect(logged).toContain('function-threw')
    expect(logged).not.toContain('王建国')
    expect(logged).not.toContain('130099')
  })

  it.each(['exit', 'later', 'memory'])('survives a crash of an instance: %s', async (kind) => {
    const crashed = await cloud.invoke('failing', { how: kind }, { kind: 'anonymous' })
    expect(crashed).toEqual({ kind: 'incident', incident: expect.any(String) })
    expect(await cloud.invoke('failing', { how: 'well' }, { kind: 'anonymous' })).toEqual({
      kind: 'reply',
      value: 'well',
    })
  })

  it('shows functions the local clock, also after a shift', async () => {
    const shownTime = async () => {
      const outcome = await cloud.invoke('time', {}, { kind: 'anonymous' })
      return outcome.kind === 'reply' ? (outcome.value as { now: number; made: string; text: string }) : null
    }
    const first = await shownTime()
    expect(Math.abs((first?.now ?? 0) - cloud.clock.now())).toBeLessThan(5_000)
    cloud.clock.set(START + 3 * 86_400_000)
    const shifted = await shownTime()
    expect(shifted?.made.slice(0, 10)).toBe('2025-11-08')
    expect(shifted?.text).toContain('2025')
    cloud.clock.set(START)
  })

  it('answers for a bundle that does not load, every time', async () => {
    const numbered = { kind: 'incident', incident: expect.any(String) }
    expect(await cloud.invoke('broken', {}, { kind: 'anonymous' })).toEqual(numbered)
    expect(await cloud.invoke('broken', {}, { kind: 'anonymous' })).toEqual(numbered)
    expect(cloud.log).toContainEqual(
      expect.objectContaining({ event: 'function-not-loaded', message: 'cannot load this' }),
    )
  })

  it('passes JSON and nothing else', async () => {
    const shaped = (what: string) => cloud.invoke('shapes', { what }, { kind: 'anonymous' })
    expect(await shaped('nothing')).toEqual({ kind: 'reply', value: null })
    expect(await shaped('date')).toEqual({ kind: 'reply', value: { at: '1970-01-01T00:00:00.000Z' } })
  })

  it('refuses an event over 6 MB, and a function that is not there', async () => {
    const long = { text: 'x'.repeat(6 * 1024 * 1024) }
    expect(await cloud.invoke('time', long, { kind: 'anonymous' })).toEqual({
      kind: 'outage',
      code: 'event-too-long',
      retry: 'never',
    })
    expect(() => cloud.invoke('no-such', {}, { kind: 'anonymous' })).toThrow(RangeError)
  })
})

import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { openClock } from '../../local/clock'
import { type RunningVerification, startVerification } from '../../local/verification'
import { createHttpVerification } from '../../platform/verification/http-verification'
import { START, temporaryDirectory } from './cloudbase/functions/sample-functions'

const KEY = 'a-key-of-the-identity-check'
const PERSON = { name: '扎西', idType: '01', idNumber: '540099199006160014' }
const MINUTE = 60_000

describe('the identity check', () => {
  const clock = openClock({ file: null, startAt: START })
  let verification: RunningVerification
  beforeAll(async () => {
    verification = await startVerification({ directory: null, people: [PERSON], key: KEY, clock })
  })
  afterAll(async () => {
    await verification.close()
    clock.close()
  })
  const issue = (idNumber = PERSON.idNumber, outcome?: 'pass' | 'fail') =>
    verification.issue({ idNumber, method: 'face', ...(outcome === undefined ? {} : { outcome }) }).token
  const post = async (
    body: unknown,
    headers: Record<string, string> = { authorization: `Bearer ${KEY}` },
  ) => {
    const response = await fetch(`${verification.url}/redeem`, {
      method: 'POST',
      headers,
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
    return { status: response.status, body: await response.json() }
  }
  const redeem = async (token: string, redemptionId = 'r-1') => (await post({ token, redemptionId })).body

  it('says who passed, once, and the same again to the same redemption', async () => {
    const token = issue()
    const passed = { outcome: 'passed', ...PERSON, method: 'face' }
    expect(await redeem(token)).toEqual(passed)
    expect(await redeem(token)).toEqual(passed)
    expect(await redeem(token, 'r-2')).toEqual({ outcome: 'unknown' })
  })

  it('says that a check failed: asked to fail, or nobody by that number', async () => {
    expect(await redeem(issue(PERSON.idNumber, 'fail'))).toEqual({ outcome: 'failed' })
    expect(await redeem(issue('540099199006160015'))).toEqual({ outcome: 'failed' })
  })

  it('knows no token that was made up, and none after five minutes', async () => {
    expect(await redeem('made-up')).toEqual({ outcome: 'unknown' })
    const [late, onTime] = [issue(), issue()]
    clock.set(clock.now() + 4 * MINUTE)
    expect(await redeem(onTime)).toMatchObject({ outcome: 'passed' })
    clock.set(clock.now() + 2 * MINUTE)
    expect(await redeem(late)).toEqual({ outcome: 'unknown' })
    // A redemption that was answered in time is answered again, however late its repeat comes.
    expect(await redeem(onTime)).toMatchObject({ outcome: 'passed' })
  })

  it('gives one of many that redeem at once the token', async () => {
    const token = issue()
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, index) => redeem(token, `r-${index}`)))
    expect(outcomes.filter(({ outcome }) => outcome === 'passed')).toHaveLength(1)
  })

  it('speaks to who has the key, and in its own words alone', async () => {
    const asked = { token: issue(), redemptionId: 'r' }
    expect((await post(asked, {})).status).toBe(401)
    expect((await post(asked, { authorization: 'Bearer another' })).status).toBe(401)
    for (const body of ['', '{', '[]', '{"token":1,"redemptionId":"r"}', { token: 'x'.repeat(10_000) }]) {
      expect((await post(body)).status).toBe(400)
    }
    const authorization = `Bearer ${KEY}`
    expect((await fetch(`${verification.url}/redeem`, { headers: { authorization } })).status).toBe(405)
    expect((await fetch(`${verification.url}/people`, { headers: { authorization } })).status).toBe(404)
    expect(await redeem(asked.token)).toMatchObject({ outcome: 'passed' })
  })

  it('is reached through the port of the functions', async () => {
    const port = createHttpVerification({ url: verification.url, key: KEY, timeoutMs: 2_000 })
    expect(await port.redeem(issue(), 'r')).toEqual({
      outcome: 'passed',
      name: PERSON.name,
      document: { idType: '01', idNumber: PERSON.idNumber },
      method: 'face',
    })
  })

  it('keeps tokens over a restart, and never in a form that could be redeemed', async () => {
    const directory = temporaryDirectory()
    const open = () => startVerification({ directory, people: [PERSON], key: KEY, clock })
    const first = await open()
    const { token } = first.issue({ idNumber: PERSON.idNumber, method: 'sms' })
    await first.close()
    expect(readFileSync(path.join(directory, 'verification.db')).includes(token)).toBe(false)
    const second = await open()
    const port = createHttpVerification({ url: second.url, key: KEY, timeoutMs: 2_000 })
    expect(await port.redeem(token, 'r')).toMatchObject({ outcome: 'passed' })
    await second.close()
    rmSync(directory, { recursive: true })
  })
})

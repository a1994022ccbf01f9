import { failureOfCloudError } from '../../../src/cloud/cloud-error'
import { failureOfHttp } from '../../../src/cloud/http-answer'
import { both, isUnanswered } from '../../../src/cloud/outcome'
import { type Reading, readingAfter } from '../../../src/cloud/reading'
import { outcomeOfReply } from '../../../src/cloud/reply'
import { askedIn } from '../../../src/cloud/session'

describe('what WeChat says of a call that failed', () => {
  const thrown = (message: string) => ({
    errCode: -504002,
    errMsg: `cloud.callFunction:fail Error: errCode: -504002 functions execute fail | errMsg: Error: ${message}`,
  })

  it.each([
    [
      'an outage that our function threw',
      thrown('{"outage":{"code":"insurer-timeout","retry":"same-request"}}'),
      { kind: 'outage', code: 'insurer-timeout', retry: 'same-request' },
    ],
    [
      'the same with escaped quotes',
      thrown('{\\"outage\\":{\\"code\\":\\"insurer\\",\\"retry\\":\\"never\\"}}'),
      { kind: 'outage', code: 'insurer', retry: 'never' },
    ],
    ['an incident', thrown('{"incident":"01ABC"}'), { kind: 'incident', incident: '01ABC' }],
    ['any other throw', thrown('boom'), { kind: 'incident', incident: '' }],
    [
      'a time-out, after which the work may be done',
      { errCode: -504003, errMsg: 'cloud.callFunction:fail Invoking task timed out after 3 seconds' },
      { kind: 'outage', code: 'function-timeout', retry: 'same-request' },
    ],
    ['no network', { errMsg: 'cloud.callFunction:fail request:fail ' }, { kind: 'offline' }],
    ['nothing readable', null, { kind: 'offline' }],
  ])('%s', (_name, error, failure) => {
    expect(failureOfCloudError(error)).toEqual(failure)
  })
})

describe('what a status other than 200 means', () => {
  it.each([
    [503, { outage: { code: 'store', retry: 'never' } }, { kind: 'outage', code: 'store', retry: 'never' }],
    [503, { outage: { code: 'store' } }, { kind: 'outage', code: 'store', retry: 'same-request' }],
    [500, { incident: '01ABC' }, { kind: 'incident', incident: '01ABC' }],
    [502, null, { kind: 'incident', incident: '' }],
    [404, 'not here', { kind: 'offline' }],
  ])('%i %j', (status, body, failure) => {
    expect(failureOfHttp(status, body)).toEqual(failure)
  })
})

describe('a reply', () => {
  const refusal = { code: 'self', message: '这是您自己' }

  it('is a value or a refusal', () => {
    expect(outcomeOfReply({ ok: true, value: 1 })).toEqual({ kind: 'value', value: 1 })
    expect(outcomeOfReply({ ok: false, refusal })).toEqual({ kind: 'refused', refusal })
  })

  it.each([null, 'text', {}, { ok: true }, { ok: 'yes', value: 1 }])('%j is not ours', (reply) => {
    expect(outcomeOfReply(reply)).toEqual({ kind: 'incident', incident: '' })
  })

  it('of two calls is the first that is no value', () => {
    const value = { kind: 'value' as const, value: 1 }
    const offline = { kind: 'offline' as const }
    expect(both(value, value)).toEqual({ kind: 'value', value: { first: 1, second: 1 } })
    expect(both(value, offline)).toBe(offline)
    expect(both(offline, value)).toBe(offline)
  })
})

describe('the number of a request', () => {
  it('is kept as long as the request may still be answered', () => {
    expect(isUnanswered({ kind: 'offline' })).toBe(true)
    expect(isUnanswered({ kind: 'incident', incident: 'x' })).toBe(true)
    expect(isUnanswered({ kind: 'outage', code: 'x', retry: 'same-request' })).toBe(true)
    expect(isUnanswered({ kind: 'outage', code: 'x', retry: 'never' })).toBe(false)
    expect(isUnanswered({ kind: 'value', value: 1 })).toBe(false)
    expect(isUnanswered({ kind: 'refused', refusal: { code: 'self', message: '' } })).toBe(false)
  })
})

describe('a reading', () => {
  const ready: Reading<{ a: number }> = { phase: 'ready', value: { a: 1 }, trouble: null }

  it('stays the same object while nothing has changed, so that nothing is drawn', () => {
    expect(readingAfter(ready, { kind: 'value', value: { a: 1 } })).toBe(ready)
    expect(readingAfter(ready, { kind: 'value', value: { a: 2 } })).toEqual({ ...ready, value: { a: 2 } })
  })

  it('keeps its value through a failure and tells it beside', () => {
    const troubled = readingAfter(ready, { kind: 'offline' })
    expect(troubled).toEqual({ ...ready, trouble: { kind: 'offline' } })
    expect(readingAfter(troubled, { kind: 'value', value: { a: 1 } })).toEqual(ready)
  })

  it('has failed where there was no value, and gives way to a refusal', () => {
    expect(readingAfter({ phase: 'loading' }, { kind: 'offline' })).toEqual({
      phase: 'failed',
      failure: { kind: 'offline' },
    })
    const refusal = { code: 'not-linked' as const, message: '' }
    expect(readingAfter(ready, { kind: 'refused', refusal })).toEqual({ phase: 'refused', refusal })
  })
})

describe('the chosen person of the local demonstration', () => {
  it.each([
    ['?as=o-xizang-zhaxi', 'o-xizang-zhaxi'],
    ['?demo=1&as=a%20b', 'a b'],
    ['#/pages/home/index?as=o-1', 'o-1'],
    ['?as=', null],
    ['?basis=o-1', null],
    ['', null],
  ])('%s', (address, openid) => {
    expect(askedIn(address)).toBe(openid)
  })
})

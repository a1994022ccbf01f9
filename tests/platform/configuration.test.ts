import fc from 'fast-check'
import { callerOf } from '../../platform/caller'
import { canonicalJson, without } from '../../platform/canonical'
import { readEnvironment } from '../../platform/environment'
import { redact, writeLog } from '../../platform/log'
import { instant } from '../../shared/values/day'

const CONFIGURED = {
  INSURER_URL: 'http://127.0.0.1:1',
  INSURER_KEY: 'k'.repeat(16),
  VERIFICATION_URL: 'http://127.0.0.1:2',
  VERIFICATION_KEY: 'k'.repeat(16),
  PRODUCT_SECRET: 'ab'.repeat(32),
  SEAL_PRIVATE_KEY: 'cd'.repeat(32),
  SEAL_KEY_ID: 'k1',
  APP_URL: 'https://example.org/h5/',
}

describe('the configuration of a function', () => {
  it('is a deployment with a dear password hash unless it says otherwise', () => {
    expect(readEnvironment(CONFIGURED)).toMatchObject({
      PRODUCT_STAGE: 'deployment',
      PASSWORD_SCRYPT_LOG2N: 15,
    })
    expect(() => readEnvironment({ ...CONFIGURED, PASSWORD_SCRYPT_LOG2N: '10' })).toThrow(/one machine only/)
    const local = { ...CONFIGURED, PASSWORD_SCRYPT_LOG2N: '10', PRODUCT_STAGE: 'local' }
    expect(readEnvironment(local).PASSWORD_SCRYPT_LOG2N).toBe(10)
  })

  it('takes the public keys that sealed before, and none where there were none', () => {
    const key = `04${'ab'.repeat(64)}`
    const read = (SEAL_RETIRED_KEYS?: string) =>
      readEnvironment({ ...CONFIGURED, SEAL_RETIRED_KEYS }).SEAL_RETIRED_KEYS
    expect(read()).toEqual([])
    expect(read('')).toEqual([])
    expect(read(`k0:${key},k-1:${key}`)).toEqual([
      { keyId: 'k0', publicKey: key },
      { keyId: 'k-1', publicKey: key },
    ])
    for (const wrong of ['k0', `k0:${key.slice(2)}`, `k0=${key}`]) {
      expect(() => read(wrong)).toThrow('SEAL_RETIRED_KEYS')
    }
  })

  it('takes the key of the custom login as the console gives it out, or none', () => {
    const key = { private_key_id: 'k1', private_key: 'pem', env_id: 'e1' }
    const read = (STAFF_TICKET_KEY?: string) =>
      readEnvironment({ ...CONFIGURED, STAFF_TICKET_KEY }).STAFF_TICKET_KEY
    expect(read()).toBeUndefined()
    expect(read(JSON.stringify(key))).toEqual(key)
    for (const wrong of ['sécret', '{"private_key":"sécret"}', '']) {
      expect(() => read(wrong)).toThrow('STAFF_TICKET_KEY')
      expect(() => read(wrong)).not.toThrow('sécret')
    }
  })

  it.each(Object.keys(CONFIGURED))('names %s where it is missing or wrong, and never its value', (name) => {
    expect(() => readEnvironment({ ...CONFIGURED, [name]: undefined })).toThrow(name)
    const wrong = { ...CONFIGURED, [name]: 'sécret' }
    expect(() => readEnvironment(wrong)).toThrow(name)
    expect(() => readEnvironment(wrong)).not.toThrow('sécret')
  })
})

it.each([
  [{ WX_OPENID: 'o-1' }, { kind: 'user', openid: 'o-1' }],
  [
    { WX_OPENID: 'o-1', TRIGGER_SRC: 'timer' },
    { kind: 'user', openid: 'o-1' },
  ],
  [{ TRIGGER_SRC: 'timer' }, { kind: 'timer' }],
  [{ TCB_CUSTOM_USER_ID: 'staff:lin' }, { kind: 'staff', staffId: 'lin' }],
  [
    { TCB_CUSTOM_USER_ID: 'institution:H1', TRIGGER_SRC: 'timer' },
    { kind: 'institution', institutionId: 'H1' },
  ],
  [{ TCB_CUSTOM_USER_ID: 'someone', TRIGGER_SRC: 'timer' }, { kind: 'anonymous' }],
  [{}, { kind: 'anonymous' }],
  [{ WX_OPENID: 7 }, { kind: 'anonymous' }],
])('takes %j for %j', (context, caller) => expect(callerOf(context)).toEqual(caller))

describe('the fingerprint of a request', () => {
  it('does not depend on the order of fields', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse())
        expect(canonicalJson(reversed)).toBe(canonicalJson(value))
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('leaves out what is secret, wherever it stands, and nothing else', () => {
    const input = {
      letterId: 'L',
      signature: { kind: 'handwritten', strokes: [[1]], width: 3 },
      password: '739154',
    }
    expect(without(input, ['password', 'signature.strokes', 'nowhere.at.all'])).toEqual({
      letterId: 'L',
      signature: { kind: 'handwritten', width: 3 },
    })
  })
})

describe('the log', () => {
  it('holds no name, ID number or token of an error that somebody else worded', () => {
    const canaries = ['扎西多吉', '130099197001019999', '54009919900616001X', 'q5fWZk2bT0uH8xRrVnYc1A']
    const lines: string[] = []
    const spy = jest.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
    const error = Object.assign(new Error(`no document for ${canaries.join(' / ')}`), { code: canaries[1] })
    const line = { level: 'error', functionName: 'identity', action: 'link', outcome: 'incident' } as const
    writeLog({
      ...line,
      at: instant('2025-11-05T01:00:00Z'),
      milliseconds: 3,
      more: { incident: 'I', error },
    })
    spy.mockRestore()
    expect(lines).toHaveLength(1)
    for (const canary of canaries) expect(lines[0]).not.toContain(canary)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ functionName: 'identity', incident: 'I' })
  })

  it('lets no run of digits through, however it is embedded', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(redact(`${before} 130099197001019999 ${after}`)).not.toContain('130099197001019999')
      }),
    )
  })
})

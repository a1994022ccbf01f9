import { ULID_PATTERN } from '../../../shared/values/ids'
import { call } from '../../../src/cloud/call'
import { ulidOf } from '../../../src/cloud/request-id'
import { transport } from '../../../src/cloud/transport'
import { pruned } from '../../../src/cloud/unanswered'

const mockStore = new Map<string, unknown>()

jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getStorageSync: (key: string) => mockStore.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => mockStore.set(key, structuredClone(value)),
    getRandomValues: () => Promise.reject(new Error('an old WeChat')),
  },
}))
jest.mock('../../../src/cloud/transport', () => ({ transport: { send: jest.fn() } }))

const send = jest.mocked(transport.send)
const sentIds = () => send.mock.calls.map(([, event]) => event.requestId)
const done = { kind: 'reply' as const, reply: { ok: true, value: {} } }

beforeEach(() => {
  mockStore.clear()
  send.mockReset()
})

const revoke = (invitationId: string) => call('invitations', 'revoke', { invitationId })

describe('a write', () => {
  it('carries a ULID, and a new one once it was answered', async () => {
    send.mockResolvedValue(done)
    await revoke('a')
    await revoke('a')
    const [first, second] = sentIds()
    expect(first).toMatch(ULID_PATTERN)
    expect(second).toMatch(ULID_PATTERN)
    expect(second).not.toBe(first)
  })

  it.each([
    { kind: 'offline' as const },
    { kind: 'outage' as const, code: 'store', retry: 'same-request' as const },
    { kind: 'incident' as const, incident: 'x' },
  ])('is sent again with the same number after $kind', async (failure) => {
    send.mockResolvedValueOnce(failure).mockResolvedValueOnce(done).mockResolvedValueOnce(done)
    expect(await revoke('a')).toEqual(failure)
    expect(await revoke('a')).toEqual({ kind: 'value', value: {} })
    await revoke('a')
    const [first, again, later] = sentIds()
    expect(again).toBe(first)
    expect(later).not.toBe(first)
  })

  it('keeps the numbers of different inputs apart', async () => {
    send.mockResolvedValue({ kind: 'offline' })
    await revoke('a')
    await revoke('b')
    await revoke('a')
    const [a, b, again] = sentIds()
    expect(b).not.toBe(a)
    expect(again).toBe(a)
  })

  it('is one request when it is tapped twice at once', async () => {
    send.mockResolvedValue(done)
    await Promise.all([revoke('a'), revoke('a')])
    const [first, second] = sentIds()
    expect(second).toBe(first)
  })

  it('stores neither a password nor a verification token', async () => {
    send.mockResolvedValue({ kind: 'offline' })
    await call('premiums', 'pay', { quoteId: '01JBQUOTE00000000000000000', password: '735190' })
    await call('records', 'withdraw', { verificationToken: 'canary-token' })
    const kept = JSON.stringify([...mockStore])
    expect(kept).toContain('premiums/pay')
    expect(kept).toContain('records/withdraw')
    expect(kept).not.toContain('735190')
    expect(kept).not.toContain('canary-token')
  })

  it('is another one for every new password: what the second one is must not be answered with the first', async () => {
    send.mockResolvedValue({ kind: 'offline' })
    for (const password of ['735190', '735191']) {
      await call('identity', 'set-payment-password', { password, verificationToken: 'canary-token' })
    }
    const [first, second] = sentIds()
    expect(second).not.toBe(first)
    expect(mockStore.size).toBe(0)
  })

  it('is forgotten when it can never be answered', async () => {
    send.mockResolvedValue({ kind: 'outage', code: 'x', retry: 'never' })
    await revoke('a')
    await revoke('a')
    const [first, second] = sentIds()
    expect(second).not.toBe(first)
  })
})

describe('a read', () => {
  it('carries no number and stores nothing', async () => {
    send.mockResolvedValue({ kind: 'offline' })
    await call('identity', 'me', {})
    expect(sentIds()).toEqual([undefined])
    expect(mockStore.size).toBe(0)
  })
})

describe('the store of unanswered requests', () => {
  const day = 24 * 60 * 60 * 1000

  it('forgets the old and, beyond fifty, the older', () => {
    const requestId = ulidOf(0, new Uint8Array(16))
    const many = Object.fromEntries(
      Array.from({ length: 80 }, (_, index) => [`f${index}`, { requestId, at: index * day }]),
    )
    const kept = Object.keys(pruned(many, 80 * day))
    expect(kept).not.toContain('f50')
    expect(kept).toContain('f51')
    const young = Object.fromEntries(
      Array.from({ length: 80 }, (_, index) => [`f${index}`, { requestId, at: index }]),
    )
    expect(Object.keys(pruned(young, 100)).sort()).toEqual(
      Array.from({ length: 50 }, (_, index) => `f${index + 30}`).sort(),
    )
  })
})

describe('a ULID', () => {
  it('has its time in front and is well formed to the end of its time', () => {
    const zeros = new Uint8Array(16)
    expect(ulidOf(0, zeros)).toBe('0'.repeat(26))
    expect(ulidOf(1469918176385, zeros).slice(0, 10)).toBe('01ARYZ6S41')
    expect(ulidOf(2 ** 48 - 1, new Uint8Array(16).fill(255))).toBe(`7${'Z'.repeat(25)}`)
    expect(ulidOf(2, zeros) > ulidOf(1, new Uint8Array(16).fill(255))).toBe(true)
  })
})

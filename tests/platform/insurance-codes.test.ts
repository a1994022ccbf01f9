import { openDatabase } from '../../local/cloudbase/database'
import { ATTEMPTS_A_DAY } from '../../platform/attempts'
import { readCode } from '../../platform/insurance-codes/read-code'
import { CODE_LIFE_MS, showCode } from '../../platform/insurance-codes/show-code'
import { deriveKeys } from '../../platform/keys/keys'
import { INDEXES } from '../../platform/store/collections'
import { createStore, type Store } from '../../platform/store/store'
import { addMilliseconds, day, instant } from '../../shared/values/day'
import type { PersonId } from '../../shared/values/ids'
import { initSdk, type SdkServer, serveAdmin } from '../local/cloudbase/sdk'

const database = openDatabase({ file: ':memory:', now: Date.now, collections: Object.keys(INDEXES) })
const keys = deriveKeys('cd'.repeat(32))
const now = instant('2025-11-05T01:00:00Z')
const today = day('2025-11-05')
const GRANDMOTHER = '01K99XG0V8Q2M4T6Y8A0C2E4G6' as PersonId
const DAUGHTER = '01K99XG5N1R3N5V7Z9B1D3F5H7' as PersonId
const OWN = { personId: GRANDMOTHER, shownById: GRANDMOTHER, familyCodeId: null }
const NOBODYS = '0'.repeat(20)
const hospital = (institutionId = 'H5200990520') => ({ kind: 'institution', institutionId }) as const

let server: SdkServer
let store: Store
beforeAll(async () => {
  server = await serveAdmin((action, params) => database.handle(action, params))
  initSdk(server.adminUrl)
  store = createStore()
})
afterAll(async () => {
  await server.close()
  database.close()
})

const show = (of: Parameters<typeof showCode>[1] = OWN) => showCode({ store, keys, now }, of)
const readAt = (code: string, at = now, reader: Parameters<typeof readCode>[2] = hospital()) =>
  readCode({ store, keys, now: at, today }, code, reader)

it('leads to whose code it is and who showed it, until its minute is over', async () => {
  const { insuranceCode, expiresAt } = await show({ ...OWN, shownById: DAUGHTER })
  expect(expiresAt).toBe(addMilliseconds(now, CODE_LIFE_MS))
  const lastMoment = addMilliseconds(now, CODE_LIFE_MS - 1)
  expect(await readAt(insuranceCode, lastMoment)).toMatchObject({
    ok: true,
    value: { personId: GRANDMOTHER, shownById: DAUGHTER, familyCodeId: null },
  })
  expect(await readAt(insuranceCode, expiresAt)).toMatchObject({ refusal: { code: 'code-expired' } })
})

it('is another one each time, and both are good: one that is being scanned does not die', async () => {
  const codes = await Promise.all(Array.from({ length: 20 }, () => show()))
  expect(new Set(codes.map(({ insuranceCode }) => insuranceCode)).size).toBe(20)
  for (const { insuranceCode } of codes) {
    expect(insuranceCode).toMatch(/^\d{20}$/)
    expect((await readAt(insuranceCode)).ok).toBe(true)
  }
})

it('stands nowhere in the store, and nor does a number of the person', async () => {
  const { insuranceCode } = await show()
  const kept = await store.find('insurance-codes', {}, { limit: 1_000 })
  expect(kept.length).toBeGreaterThan(0)
  expect(JSON.stringify(kept)).not.toContain(insuranceCode)
})

it('that nobody was shown counts against whoever brings it, and the right one then helps no more', async () => {
  const { insuranceCode } = await show()
  const reader = { kind: 'person', userKey: 'user-1' } as const
  const limit = ATTEMPTS_A_DAY['insurance-code']
  for (let tries = 1; tries <= limit; tries += 1) {
    expect(await readAt(NOBODYS, now, reader)).toMatchObject({
      refusal: { code: 'not-found', facts: { sought: 'insurance-code' } },
    })
  }
  const usedUp = { refusal: { code: 'too-many-attempts', facts: { limit } } }
  expect(await readAt(NOBODYS, now, reader)).toMatchObject(usedUp)
  expect(await readAt(insuranceCode, now, reader)).toMatchObject(usedUp)
  // Everybody has a count of her own, and so has every institution.
  expect((await readAt(insuranceCode, now, { kind: 'person', userKey: 'user-2' })).ok).toBe(true)
  expect((await readAt(insuranceCode)).ok).toBe(true)
})

it('that is over counts against nobody: a queue may be slow', async () => {
  const { insuranceCode, expiresAt } = await show()
  const reader = hospital('H5200990521')
  for (let tries = 0; tries < 3; tries += 1) await readAt(insuranceCode, expiresAt, reader)
  const counted = await store.find('attempts', { whose: 'institution:H5200990521' }, { limit: 10 })
  expect(counted).toEqual([])
})

import fc from 'fast-check'
import { auditChainOf, isChainIntact, nextInChain } from '../../platform/chain'
import { deriveKeys } from '../../platform/keys/keys'
import type { Chained } from '../../platform/store/collections'

const keys = deriveKeys('ab'.repeat(32))
const otherKeys = deriveKeys('cd'.repeat(32))

type Entry = Chained & { readonly action: string }
function chainOf(actions: readonly string[], by = keys): Entry[] {
  const entries: Entry[] = []
  for (const action of actions) entries.push(nextInChain(by, 'a', entries.at(-1) ?? null, { action }))
  return entries
}
const actions = fc.array(fc.string(), { minLength: 2, maxLength: 12 })

it('is whole as it was written, and also empty', () => {
  expect(isChainIntact(keys, [])).toBe(true)
  fc.assert(fc.property(actions, (said) => expect(isChainIntact(keys, chainOf(said))).toBe(true)))
})

it('is not when one is changed, missing before the last, or in another place', () => {
  fc.assert(
    fc.property(actions, fc.nat(), (said, seed) => {
      const entries = chainOf(said)
      const at = seed % entries.length
      const changed = entries.map((entry, index) =>
        index === at ? { ...entry, action: `${entry.action}!` } : entry,
      )
      expect(isChainIntact(keys, changed)).toBe(false)
      const missing = entries.filter((_, index) => index !== at)
      expect(isChainIntact(keys, missing)).toBe(at === entries.length - 1)
      expect(isChainIntact(keys, [...entries].reverse())).toBe(false)
    }),
  )
})

it('cannot be made by one who has the database and not the key', () => {
  expect(isChainIntact(keys, chainOf(['a', 'b'], otherKeys))).toBe(false)
})

it('keeps a person on a chain of her own, and spreads a party that acts for many', () => {
  const person = { _id: 'p' }
  const user = { caller: { kind: 'user', openid: 'o' }, userKey: 'u', person } as const
  expect(auditChainOf(user, 'ff00')).toEqual({ chain: 'p', actor: 'p' })
  expect(auditChainOf({ ...user, person: null }, 'ff00')).toEqual({ chain: 'u', actor: 'u' })
  const hospital = {
    caller: { kind: 'institution', institutionId: 'h' },
    userKey: null,
    person: null,
  } as const
  expect(auditChainOf(hospital, 'ff00')).toEqual({ chain: 'institution:h/ff', actor: 'institution:h' })
  expect(auditChainOf(hospital, '0100').chain).toBe('institution:h/01')
  const staff = { ...hospital, caller: { kind: 'staff', staffId: 's' } } as const
  expect(auditChainOf(staff, '0100').actor).toBe('staff:s')
  expect(auditChainOf({ ...hospital, caller: { kind: 'timer' } }, '0100').actor).toBe('timer')
})

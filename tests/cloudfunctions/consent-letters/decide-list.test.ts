import { isListed } from '../../../cloudfunctions/consent-letters/decide-list'
import { instant } from '../../../shared/values/day'

const NOW = instant('2025-11-05T01:00:00Z')
const LATER = instant('2025-11-06T01:00:00Z')
const letter = { signer: 'policyholder' as const, signedByIndex: null, inPerson: false }
const invitation = { state: 'draft', expiresAt: LATER, guardian: null }

it('lists what I signed, whatever became of it, and nothing that another parent signed', () => {
  for (const state of ['pending', 'accepted', 'declined', 'revoked', 'expired']) {
    expect(isListed({ ...letter, signedByIndex: 'me' }, { ...invitation, state }, 'me', NOW)).toBe(true)
    expect(isListed({ ...letter, signedByIndex: 'other' }, { ...invitation, state }, 'me', NOW)).toBe(false)
  }
})

it.each([
  ['policyholder', 'draft', null, true],
  ['policyholder', 'revoked', null, false],
  ['policyholder', 'expired', null, false],
  ['relative', 'draft', null, false],
  ['relative', 'pending', null, true],
  ['relative', 'accepted', null, false],
  ['guardian', 'draft', 'parent', false],
  ['guardian', 'draft', 'policyholder', true],
  ['guardian', 'pending', 'parent', true],
] as const)('unsigned, of the %s, %s, guardian %s: %s', (signer, state, guardian, listed) => {
  expect(isListed({ ...letter, signer }, { ...invitation, state, guardian }, 'me', NOW)).toBe(listed)
  expect(isListed({ ...letter, signer }, { state, guardian, expiresAt: NOW }, 'me', NOW)).toBe(false)
})

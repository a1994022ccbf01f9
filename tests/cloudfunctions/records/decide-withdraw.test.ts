import {
  decideWithdrawal,
  type HeldBinding,
  invitationAfter,
} from '../../../cloudfunctions/records/decide-withdraw'
import { day, instant } from '../../../shared/values/day'

const NOW = instant('2025-11-05T01:00:00.000Z')
const TODAY = day('2025-11-05')
const held = (part: Partial<HeldBinding>): HeldBinding => ({
  bindingId: 'one',
  regionCode: '130000',
  state: 'active',
  lastDay: null,
  ending: null,
  ...part,
})
const unbinding: HeldBinding['ending'] = {
  by: 'relative',
  cause: 'unbound',
  reason: 'other',
  decidedAt: NOW,
}

it.each<[string, Partial<HeldBinding>, object[], string]>([
  ['one that holds', {}, [{ lastDay: TODAY, over: false }], '2025-11-06'],
  ['one that is paused', { state: 'paused' }, [{ lastDay: TODAY, over: false }], '2025-11-06'],
  ['one with an end day', { lastDay: day('2025-12-31') }, [{ lastDay: TODAY, over: false }], '2025-11-06'],
  ['one on its last day', { lastDay: TODAY }, [{ lastDay: TODAY, over: false }], '2025-11-06'],
  [
    'one that is to end later',
    { lastDay: day('2025-11-30'), ending: unbinding },
    [{ lastDay: TODAY, over: false }],
    '2025-11-06',
  ],
  ['one that nobody approved yet', { state: 'in-review' }, [{ lastDay: TODAY, over: true }], '2025-11-05'],
  // 陕西 reviews an unbinding; a withdrawn consent waits for nobody.
  ['one where the region reviews', { regionCode: '610000' }, [{ lastDay: TODAY, over: false }], '2025-11-06'],
  ['one that is over', { state: 'ended' }, [], '2025-11-05'],
  ['one that is over, unseen by a timer', { lastDay: day('2025-11-04') }, [], '2025-11-05'],
])('a withdrawal ends %s', (_what, part, ends, eraseFrom) => {
  const decided = decideWithdrawal([held(part)], NOW, TODAY)
  expect(decided.ends).toMatchObject(ends)
  expect(decided.ends).toHaveLength(ends.length)
  expect(decided.eraseFrom).toBe(eraseFrom)
})

it('of one who is in nothing holds nothing back', () => {
  expect(decideWithdrawal([], NOW, TODAY)).toEqual({ ends: [], eraseFrom: TODAY })
})

it.each([
  ['draft', true, false, 'revoked'],
  ['pending', true, false, 'revoked'],
  ['pending', false, true, 'declined'],
  ['draft', false, true, null],
  ['pending', false, false, null],
  ['accepted', true, false, null],
  ['expired', true, false, null],
  ['declined', false, true, null],
])('an invitation that is %s, hers %s, to her %s: %s', (state, isHers, isToHer, after) => {
  expect(invitationAfter({ state, isHers, isToHer })).toBe(after)
})

import {
  awaitsOwnConsent,
  decideOwnRefusal,
  ownConsentRefused,
} from '../../../cloudfunctions/bindings/decide-own-consent'
import type { Ending } from '../../../shared/rules'
import { day, instant } from '../../../shared/values/day'

const BIRTHDAY = day('2026-09-01')
const DURING = instant('2026-09-01T02:00:00.000Z')
const ENDING: Ending = { by: 'policyholder', cause: 'unbound', reason: 'other', decidedAt: DURING }

const binding = (more: object = {}) => ({
  regionCode: '610000',
  state: 'active' as const,
  lastDay: null,
  ending: null,
  ownConsentFrom: BIRTHDAY,
  ownConsentGivenAt: null,
  ...more,
})

describe('her own answer', () => {
  it.each([
    ['the day before', binding(), '2026-08-31', 'not-of-age'],
    ['her birthday', binding(), '2026-09-01', null],
    ['years later', binding(), '2030-01-01', null],
    ['while it is paused', binding({ state: 'paused' }), '2026-09-01', null],
    ['for one who was of age', binding({ ownConsentFrom: null }), '2026-09-01', 'consented-already'],
    ['once she has given it', binding({ ownConsentGivenAt: DURING }), '2026-09-02', 'consented-already'],
    ['after the end', binding({ lastDay: day('2026-09-01') }), '2026-09-02', 'binding-ended'],
  ])('%s', (_, each, today, reason) => {
    const refusal = ownConsentRefused(each, day(today))
    expect(refusal?.facts?.reason ?? null).toBe(reason)
    expect(awaitsOwnConsent(each, day(today))).toBe(reason === null)
  })

  it('is not waited for where an end is under way', () => {
    const each = binding({ ending: ENDING, lastDay: day('2026-09-30') })
    expect(awaitsOwnConsent(each, BIRTHDAY)).toBe(false)
    expect(decideOwnRefusal(each, DURING)).toMatchObject({
      ok: false,
      refusal: { facts: { reason: 'binding-ending' } },
    })
  })

  it('is no: it ends by the rule for ends, an application at once', () => {
    expect(decideOwnRefusal(binding(), DURING)).toEqual({
      ok: true,
      value: { lastDay: BIRTHDAY, over: false },
    })
    const applied = binding({ state: 'in-review' })
    expect(decideOwnRefusal(applied, DURING)).toMatchObject({ ok: true, value: { over: true } })
  })
})

import * as fc from 'fast-check'

const mockHidden = new Set<string>()
jest.mock('../../../shared/rules/rule', () => {
  const actual = jest.requireActual('../../../shared/rules/rule')
  const unlessHidden =
    <Rest extends readonly unknown[]>(find: (region: unknown, name: string, ...rest: Rest) => unknown) =>
    (region: unknown, name: string, ...rest: Rest) =>
      mockHidden.has(name) ? null : find(region, name, ...rest)
  return {
    ...actual,
    ruleOf: unlessHidden(actual.ruleOf),
    ruleHolding: unlessHidden(actual.ruleHolding),
    ruleForYear: unlessHidden(actual.ruleForYear),
    decidingRule: unlessHidden(actual.decidingRule),
  }
})

import { inviteTermsRefused, premiumBenefit, walletToday } from '../../../shared/rules'
import { DEFINITIONS, type ParameterName } from '../../../shared/rules/parameters'
import { day, instant } from '../../../shared/values/day'
import type { Refusal } from '../../../shared/values/refusal'
import type { Result } from '../../../shared/values/result'
import { holds } from '../property'
import { anySeveral } from './any-question'
import { invite, join, joinFacts, planOf, premium, REGION, refund, transfer } from './asking'

/** Questions that are answered with yes as long as everything is known, and what they cannot do without. */
const QUESTIONS: readonly (readonly [string, () => Result<unknown, Refusal>, readonly ParameterName[]])[] = [
  ['may invite', () => invite('河北', 'spouse'), ['policyholder-scheme', 'relation-scope']],
  [
    'may join',
    () => join('河北', 'spouse'),
    ['policyholder-scheme', 'relation-scope', 'relative-insured', 'pooling-scope'],
  ],
  [
    'may pay a premium',
    () => premium('河北', '2025-11-05', 2026),
    ['premium-fen', 'premium-window', 'allowed-uses'],
  ],
  [
    'when the cover begins',
    () =>
      premiumBenefit({
        regionCode: REGION.河北,
        premiumYear: 2026,
        paidOn: day('2025-11-05'),
        today: day('2025-11-05'),
      }),
    ['premium-benefit'],
  ],
  [
    'may ask a premium back',
    () => refund('河北', 2026, '2025-11-05', '2025-11-06', '去世'),
    ['premium-refund'],
  ],
  [
    'may pass money on',
    () => transfer('河北'),
    ['wallet-live', 'wallet-model', 'wallet-hours', 'wallet-amount-fen', 'relation-scope'],
  ],
  [
    'what the wallet lets one do',
    () => walletToday({ regionCode: REGION.河北, sentToday: [], now: instant('2025-11-05T10:00:00+08:00') }),
    ['wallet-live', 'wallet-model', 'wallet-hours', 'wallet-amount-fen'],
  ],
]

afterEach(() => mockHidden.clear())

describe('what is not known and may not be guessed', () => {
  it.each(QUESTIONS)('%s: yes where all of it is known', (_, ask) => {
    expect(ask().ok).toBe(true)
  })

  it.each(QUESTIONS.flatMap(([name, ask, needed]) => needed.map((hidden) => [name, hidden, ask] as const)))(
    '%s: rule-unknown without %s',
    (_, hidden, ask) => {
      expect(DEFINITIONS[hidden].whenUnknown).toBe('refuse')
      mockHidden.add(hidden)
      expect(ask()).toMatchObject({
        ok: false,
        refusal: { code: 'rule-unknown', facts: { parameter: hidden } },
      })
    },
  )

  it('whatever is hidden, an answer never turns to yes', () => {
    const refusing = (Object.keys(DEFINITIONS) as ParameterName[]).filter(
      (name) => DEFINITIONS[name].whenUnknown === 'refuse',
    )
    holds(
      fc.property(
        fc.constantFrom(...QUESTIONS),
        fc.subarray(refusing),
        fc.subarray(refusing),
        ([, ask], some, more) => {
          mockHidden.clear()
          for (const name of some) mockHidden.add(name)
          const without = ask().ok
          for (const name of more) mockHidden.add(name)
          if (!without) expect(ask().ok).toBe(false)
        },
      ),
    )
  })

  it('without published uses nothing is taken of a binding, and no use can be chosen', () => {
    mockHidden.add('allowed-uses')
    const allowed = invite('河北', 'spouse')
    if (!allowed.ok) throw new Error('the uses alone are not known')
    const terms = { ...joinFacts('河北', 'spouse'), uses: ['hospital' as const], proofsGiven: 0 }
    expect(inviteTermsRefused(terms, allowed.value)).toMatchObject({ code: 'use-not-allowed' })
    holds(
      fc.property(anySeveral, (several) => {
        const { lines } = planOf('河北', 100, { shared: several, on: '2026-03-01' })
        expect(lines.map(({ from }) => from)).toEqual(['cash'])
      }),
    )
  })
})

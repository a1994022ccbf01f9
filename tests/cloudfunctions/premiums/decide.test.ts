import fc from 'fast-check'
import {
  decideLines,
  decidePayable,
  type ItemFacts,
  priceChanged,
} from '../../../cloudfunctions/premiums/decide'
import { type RefundReason, refundRefused } from '../../../cloudfunctions/premiums/decide-refund'
import type { PremiumFacts } from '../../../shared/rules'
import { day, instant } from '../../../shared/values/day'
import { fen } from '../../../shared/values/fen'

const TODAY = day('2025-11-05')
const PRICE = 400_00

function item(
  bindingId: string,
  more: {
    account?: Partial<PremiumFacts['account']>
    relative?: Partial<PremiumFacts['relative']>
    paid?: ItemFacts['paid']
    inFlight?: boolean
    tier?: string
    today?: string
    premiumYear?: number
  } = {},
): ItemFacts {
  return {
    facts: {
      account: {
        bindingId,
        regionCode: '130000',
        state: 'active',
        effectiveFrom: day('2024-01-01'),
        lastDay: null,
        uses: ['hospital', 'pharmacy', 'premium'],
        boundAt: instant('2025-01-01T00:00:00Z'),
        sameArea: true,
        place: null,
        policyholderName: '',
        policyholderActive: true,
        balanceFen: fen(5_000_00),
        perSettlementLimitFen: null,
        monthLimitFen: null,
        usedThisMonthFen: fen(0),
        accountLimitFen: null,
        usedOfAccountLimitFen: fen(0),
        ...more.account,
      },
      relative: {
        scheme: 'resident',
        enrolment: 'active',
        regionCode: '130000',
        poolingAreaCode: '130100',
        birthDay: day('2017-09-15'),
        city: '石家庄市',
        paid: more.paid != null,
        ...more.relative,
      },
      premiumYear: more.premiumYear ?? 2026,
      today: day(more.today ?? TODAY),
    },
    paid: more.paid ?? null,
    inFlight: more.inFlight ?? false,
    tier: more.tier,
  }
}

const PAID = { paidOn: day('2025-10-30'), by: 'somebody-else' } as const

describe('how a relative stands', () => {
  it.each<[string, ItemFacts, string, string | undefined]>([
    ['to be paid', item('a'), 'unpaid', undefined],
    ['paid, by whomever', item('a', { paid: PAID }), 'paid', undefined],
    [
      'paid, though the binding is paused',
      item('a', { paid: PAID, account: { state: 'paused' } }),
      'paid',
      undefined,
    ],
    ['under way', item('a', { inFlight: true }), 'processing', undefined],
    [
      'of the employee scheme',
      item('a', { relative: { scheme: 'employee' } }),
      'not-eligible',
      'not-resident-scheme',
    ],
    ['paused', item('a', { account: { state: 'paused' } }), 'not-eligible', 'not-allowed'],
    ['over', item('a', { account: { lastDay: day('2025-11-04') } }), 'not-eligible', 'not-allowed'],
    ['without this use', item('a', { account: { uses: ['hospital'] } }), 'not-eligible', 'use-not-allowed'],
    [
      'on a day on which nothing is taken',
      item('a', { today: '2024-10-26', premiumYear: 2025 }),
      'unpaid',
      'window-closed',
    ],
    ['of a year that is not known', item('a', { premiumYear: 2027 }), 'unpaid', 'rule-unknown'],
    [
      'dearer than what is left',
      item('a', { account: { balanceFen: fen(399_99) } }),
      'unpaid',
      'balance-too-low',
    ],
    [
      'beyond the limit of the month',
      item('a', { account: { monthLimitFen: fen(100_00) } }),
      'unpaid',
      'balance-too-low',
    ],
  ])('%s', (_, facts, state, refusal) => {
    const decided = decidePayable(facts)
    expect([decided.state, decided.refusal?.code]).toEqual([state, refusal])
  })

  it('tells the price where only the money is missing', () => {
    const short = decidePayable(item('a', { account: { balanceFen: fen(0) } }))
    expect(short.payable?.tiers.map(({ amountFen }) => amountFen)).toEqual([PRICE])
  })
})

describe('where only what is left from the years before may be used (浙江)', () => {
  const payer = (priorYearsFen?: number) => ({
    account: {
      regionCode: '330000',
      ...(priorYearsFen === undefined ? {} : { priorYearsFen: fen(priorYearsFen) }),
    },
  })

  it('says that it is not known, and the price all the same, where the insurer does not tell that part', () => {
    const { state, refusal, payable } = decidePayable(item('a', payer()))
    expect([state, refusal?.code, refusal?.facts?.reason]).toEqual([
      'unpaid',
      'not-allowed',
      'prior-years-unknown',
    ])
    expect(refusal?.rule).toMatchObject({ parameter: 'account-part', value: 'prior-years' })
    expect(payable?.tiers.map(({ amountFen }) => amountFen)).toEqual([PRICE])
    const lines = decideLines([item('a', payer())])
    expect(lines.ok ? null : lines.refusal.facts).toMatchObject({ reason: 'prior-years-unknown' })
  })

  it('takes from that part alone, for several from what the ones before have left of it', () => {
    const one = decideLines([item('a', payer(PRICE))])
    expect(one.ok ? one.value[0]?.part : one).toBe('prior-years')
    const two = decideLines([item('a', payer(2 * PRICE - 1)), item('b', payer(2 * PRICE - 1))])
    expect(two.ok ? null : two.refusal).toMatchObject({
      code: 'balance-too-low',
      facts: { bindingId: 'b', usableFen: 2 * PRICE - 1, cut: 'prior-years' },
    })
  })

  it('leaves the whole account open elsewhere', () => {
    const lines = decideLines([item('a')])
    expect(lines.ok ? lines.value[0]?.part : lines).toBe('whole')
  })
})

describe('several from one account', () => {
  it.each<[string, ItemFacts[], string, object]>([
    ['one of them paid', [item('a'), item('b', { paid: PAID })], 'already-paid', { bindingId: 'b' }],
    [
      'one of them under way',
      [item('a'), item('b', { inFlight: true })],
      'not-allowed',
      { bindingId: 'b', reason: 'payment-in-progress' },
    ],
    ['a tier that there is not', [item('a', { tier: 'high' })], 'tier-unknown', { bindingId: 'a' }],
    [
      'enough for one of them',
      [
        item('a', { account: { balanceFen: fen(799_99) } }),
        item('b', { account: { balanceFen: fen(799_99) } }),
      ],
      'balance-too-low',
      { bindingId: 'b', neededFen: 800_00, balanceFen: 799_99 },
    ],
  ])('%s', (_, items, code, facts) => {
    const decided = decideLines(items)
    if (decided.ok) throw new Error('decided')
    expect(decided.refusal).toMatchObject({ code, facts })
  })

  it('never cost more together than is in the account', () => {
    fc.assert(
      fc.property(fc.nat(3_000_00), fc.integer({ min: 1, max: 8 }), (balance, count) => {
        const account = { balanceFen: fen(balance) }
        const items = Array.from({ length: count }, (_, index) => item(`b${index}`, { account }))
        const decided = decideLines(items)
        expect(decided.ok).toBe(count * PRICE <= balance)
        if (decided.ok)
          expect(decided.value.map(({ amountFen }) => amountFen)).toEqual(Array(count).fill(PRICE))
      }),
    )
  })
})

it('takes another sum, tier or person for another price', () => {
  const now = decideLines([item('a')])
  if (!now.ok) throw new Error('refused')
  const quoted = { bindingId: 'a', tier: 'standard', amountFen: fen(PRICE) }
  expect(priceChanged([quoted], now.value)).toBeNull()
  for (const other of [{ amountFen: fen(380_00) }, { tier: 'student' }, { bindingId: 'b' }]) {
    expect(priceChanged([{ ...quoted, ...other }], now.value)?.code).toBe('price-changed')
  }
})

describe('giving back', () => {
  it.each<[string, string, number, string, RefundReason, string | undefined, string | null]>([
    ['河北, before the cover begins', '130000', 2026, '2025-12-31', 'duplicate', undefined, null],
    ['河北, on its first day', '130000', 2026, '2026-01-01', 'duplicate', 'refund-too-late', null],
    ['河北, for a reason in no list', '130000', 2026, '2025-11-06', 'other', 'not-allowed', null],
    [
      '汕尾, for the reason that is listed, where the first day of cover is not known',
      '440000',
      2026,
      '2025-11-06',
      'duplicate',
      'rule-unknown',
      '441500',
    ],
    ['汕尾, for another', '440000', 2026, '2025-11-06', 'died', 'not-allowed', '441500'],
    ['广州, where the list of 汕尾 does not hold', '440000', 2026, '2025-11-06', 'died', undefined, '440100'],
    [
      '西藏, where the first day of cover is not known, in the year before',
      '540000',
      2026,
      '2025-12-31',
      'died',
      undefined,
      null,
    ],
    ['西藏, in the year itself', '540000', 2026, '2026-01-01', 'died', 'rule-unknown', null],
  ])('%s', (_, regionCode, premiumYear, today, reason, expected, poolingAreaCode) => {
    const facts = {
      regionCode,
      poolingAreaCode,
      premiumYear,
      paidOn: TODAY,
      reason,
      today: day(today),
    }
    expect(refundRefused(facts)?.code).toBe(expected)
  })
})

import fc from 'fast-check'
import { day } from '../../../../shared/values/day'
import { fen } from '../../../../shared/values/fen'
import { itemsInAddress, itemsOf } from '../../../../src/packages/premiums/items'
import {
  amountOf,
  chosenAtFirst,
  glanceOf,
  linesOf,
  mayBeChosen,
  type Payable,
  type PayableRelative,
  selectionOf,
  toggled,
  windowText,
  yearChoices,
} from '../../../../src/packages/premiums/overview/model'
import { id } from '../../pages/invitations'

const TODAY = day('2025-11-05')
const WINDOW = { from: day('2025-10-20'), to: day('2026-02-28'), open: true }
const ONE_TIER = [{ tier: 'standard', title: '统一标准', amountFen: fen(400_00) }]
const TWO_TIERS = [
  { tier: 'high', title: '高档', amountFen: fen(400_00) },
  { tier: 'low', title: '低档', amountFen: fen(240_00) },
]

function relative(order: number, more: Partial<PayableRelative> = {}): PayableRelative {
  return {
    bindingId: id('binding', order),
    name: '陈**',
    birthYear: 2010 + order,
    relation: 'child',
    poolingArea: null,
    state: 'unpaid',
    tiers: ONE_TIER,
    extras: [],
    window: WINDOW,
    late: false,
    remarks: [],
    ...more,
  }
}

function payable(relatives: readonly PayableRelative[], more: Partial<Payable> = {}): Payable {
  return {
    premiumYear: 2026,
    years: [2026, 2025],
    window: WINDOW,
    balanceFen: fen(5_000_00),
    relatives: [...relatives],
    ...more,
  }
}

const refusal = { code: 'balance-too-low' as const, message: '钱不够。' }

describe('what is chosen', () => {
  it.each([
    ['what is unpaid', relative(1), true],
    ['what is paid', relative(1, { state: 'paid' }), false],
    ['what is under way', relative(1, { state: 'processing' }), false],
    ['what has something in the way', relative(1, { refusal }), false],
    ['what has no price', relative(1, { tiers: [] }), false],
  ])('may be %s', (_, one, may) => {
    expect(mayBeChosen(one)).toBe(may)
  })

  it('is the only one there is, and nobody where there are several', () => {
    const paid = relative(2, { state: 'paid' })
    expect(chosenAtFirst(payable([relative(1), paid]))).toEqual({ [id('binding', 1)]: 'standard' })
    expect(chosenAtFirst(payable([relative(1), relative(3)]))).toEqual({})
  })

  it('comes with its tier where there is one, and asks for it where there are two', () => {
    const tibetan = relative(2, { tiers: TWO_TIERS })
    const family = payable([relative(1), tibetan])
    const chosen = toggled(toggled({}, relative(1)), tibetan)
    expect(selectionOf(family, chosen)).toMatchObject({
      total: 400_00,
      problem: '请给陈**（2012年生）选一档',
    })
    const decided = { ...chosen, [tibetan.bindingId]: 'low' }
    expect(selectionOf(family, decided)).toEqual({
      items: [
        { bindingId: id('binding', 1), tier: 'standard' },
        { bindingId: id('binding', 2), tier: 'low' },
      ],
      total: 640_00,
      left: 4_360_00,
      problem: null,
    })
    expect(toggled(decided, tibetan)).toEqual({ [id('binding', 1)]: 'standard' })
  })

  it('counts what is collected together with it', () => {
    const extras = [{ title: '长护险', amountFen: fen(30_00) }]
    expect(amountOf(relative(1, { extras }), 'standard')).toBe(430_00)
    expect(amountOf(relative(1, { extras }), 'other')).toBeNull()
  })

  it('is no more than the account holds, no more than ten, and not nobody', () => {
    const chosenOf = (relatives: readonly PayableRelative[]) =>
      relatives.reduce((chosen, one) => toggled(chosen, one), {})
    expect(selectionOf(payable([relative(1)]), {}).problem).toBe('请先选要替谁缴')
    const two = [relative(1), relative(2)]
    expect(selectionOf(payable(two, { balanceFen: fen(799_99) }), chosenOf(two))).toMatchObject({
      left: -1,
      problem: '账户里的钱不够，请少选一位',
    })
    const eleven = Array.from({ length: 11 }, (_, order) => relative(order + 1))
    expect(selectionOf(payable(eleven), chosenOf(eleven)).problem).toBe('一次最多替 10 位家人缴，请分两次')
  })

  it('drops out by itself when somebody else has paid meanwhile', () => {
    const chosen = toggled({}, relative(1))
    expect(selectionOf(payable([relative(1, { state: 'paid' })]), chosen).items).toEqual([])
  })

  it('comes whole out of the address that it went into, and nothing else does', () => {
    const item = fc.record({
      bindingId: fc.integer({ min: 0, max: 99 }).map((order) => id('binding', order)),
      tier: fc.stringMatching(/^[a-z][a-z-]{0,12}$/),
    })
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 10 }), (items) => {
        const address = itemsInAddress(items)
        expect(itemsOf(address)).toEqual(items)
        // WeChat hands an escaped sign on as it is.
        expect(encodeURIComponent(address)).toBe(address)
      }),
    )
    for (const wrong of [undefined, '', 'x', `${id('binding', 1)}`, `${id('binding', 1)}.a~`]) {
      expect(itemsOf(wrong)).toBeNull()
    }
  })
})

describe('what is told', () => {
  it('counts at one glance and leaves out what is none', () => {
    const family = [
      relative(1),
      relative(2, { state: 'paid' }),
      relative(3, { state: 'waived' }),
      relative(4, { state: 'not-eligible' }),
      relative(5, { state: 'processing' }),
    ]
    expect(glanceOf(payable(family))).toBe('1 位已缴，1 位没缴，1 位结果确认中，2 位不用在这里缴')
    expect(glanceOf(payable([relative(1)]))).toBe('1 位没缴')
    expect(glanceOf(payable([]))).toBe('')
  })

  it('offers the years that are known and the coming one, each once', () => {
    expect(yearChoices(payable([]), TODAY)).toEqual([2026, 2025])
    expect(yearChoices(payable([]), day('2026-09-01'))).toEqual([2027, 2026, 2025])
    expect(yearChoices(payable([], { premiumYear: 2030 }), TODAY)).toEqual([2030, 2026, 2025])
  })

  it('says whether the window is to come, open or over', () => {
    const closed = { ...WINDOW, open: false }
    expect(windowText(WINDOW, TODAY)).toContain('现在可以缴')
    expect(windowText(closed, day('2025-10-19'))).toContain('还没有开始')
    expect(windowText(closed, day('2026-03-01'))).toContain('已经过了')
  })

  it('says who paid, without saying who it was', () => {
    const paid = relative(1, { state: 'paid', paidOn: TODAY })
    expect(linesOf({ ...paid, paidByCaller: true }, WINDOW, TODAY)).toEqual([
      '2025年11月5日缴的，用的是您的账户。',
    ])
    expect(linesOf({ ...paid, paidByCaller: false }, WINDOW, TODAY)).toEqual([
      '2025年11月5日缴的，不是从您的账户缴的。',
    ])
  })

  it('says of a late payment what it brings, and of another area its own window', () => {
    const late = relative(1, {
      late: true,
      waitingDays: 60,
      benefitFrom: day('2026-06-01'),
      window: { ...WINDOW, to: day('2025-12-31') },
      extras: [{ title: '长护险', amountFen: fen(30_00) }],
      remarks: ['备注。'],
    })
    expect(linesOf(late, WINDOW, TODAY)).toEqual([
      '缴费期：2025年10月20日到2025年12月31日，现在可以缴。',
      '已经过了集中缴费期，按过期后的价钱缴。',
      '另外一起收：长护险 30.00元',
      '缴了以后要等 60 天，才能报销。',
      '待遇从2026年6月1日开始。',
      '备注。',
    ])
    expect(linesOf(relative(1, { waitingMonths: 3 }), WINDOW, TODAY)).toEqual([
      '缴了以后要等 3 个月，才能报销。',
    ])
  })

  it('says what has to be done elsewhere so that nothing is to be paid', () => {
    expect(linesOf(relative(1, { state: 'waived', confirmAs: '新生儿免缴确认' }), WINDOW, TODAY)).toEqual([
      '按当地的规定，这一年不用缴钱。',
      '要先在当地办“新生儿免缴确认”。',
    ])
  })
})

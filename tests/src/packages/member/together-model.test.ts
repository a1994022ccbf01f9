import { day } from '../../../../shared/values/day'
import { limitProblem } from '../../../../src/packages/member/account-limit/model'
import { isKept, moved, type Placed, placedIn } from '../../../../src/packages/member/order/model'
import { id } from '../../pages/invitations'

const row = (order: number, place?: number): Placed => ({
  bindingId: id('binding', order),
  relation: 'child',
  counterpart: { name: '秦*' },
  state: 'active',
  effectiveFrom: day('2025-11-05'),
  uses: ['hospital'],
  regionCode: '610000',
  ...(place === undefined ? {} : { place }),
})
const idsOf = (rows: readonly Placed[] | null) => rows?.map(({ bindingId }) => bindingId)

describe('the places', () => {
  const rows = [row(1), row(2), row(3)]

  it('stand in the order that the function names, and only those', () => {
    const order = [id('binding', 3), id('binding', 1)]
    expect(idsOf(placedIn({ asPolicyholder: rows, asRelative: [], order }))).toEqual(order)
    expect(placedIn({ asPolicyholder: rows, asRelative: [] })).toBeNull()
  })

  it('change with a neighbour, and at the ends nothing moves', () => {
    expect(idsOf(moved(rows, 1, -1))).toEqual([2, 1, 3].map((order) => id('binding', order)))
    expect(idsOf(moved(rows, 1, 1))).toEqual([1, 3, 2].map((order) => id('binding', order)))
    expect(moved(rows, 0, -1)).toEqual(rows)
    expect(moved(rows, 2, 1)).toEqual(rows)
  })

  it('are kept where each stands in the place that it has', () => {
    expect(isKept([row(1, 1), row(2, 2)])).toBe(true)
    expect(isKept([row(2, 2), row(1, 1)])).toBe(false)
    expect(isKept([row(1), row(2)])).toBe(false)
  })
})

describe('a limit for all relatives together', () => {
  it.each([
    ['', null, '请先填一个数'],
    ['零', null, '请填大于 0 的数字，例如 1000'],
    ['0', null, '请填大于 0 的数字，例如 1000'],
    ['300', 300_00, '和现在的限额一样'],
    ['300.5', 300_00, null],
    ['300', null, null],
  ])('%s, where %s holds', (typed, limitFen, problem) => {
    expect(limitProblem(typed, limitFen)).toBe(problem)
  })
})

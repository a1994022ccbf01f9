import {
  decideAccountLimit,
  decideOrder,
  mayLimitAccount,
  orderNow,
} from '../../../cloudfunctions/bindings/decide-settings'
import { day } from '../../../shared/values/day'
import { fen } from '../../../shared/values/fen'
import { id } from '../../src/pages/invitations'

const TODAY = day('2025-11-05')

function given(
  order: number,
  regionCode: string,
  more: { lastDay?: string; state?: 'active' | 'ended' } = {},
) {
  const { lastDay, state = 'active' } = more
  return {
    _id: id('binding', order),
    regionCode,
    state,
    lastDay: lastDay === undefined ? null : day(lastDay),
    ending: null,
  }
}

const ids = (...orders: number[]) => orders.map((order) => id('binding', order))
const reasonIn = (answer: ReturnType<typeof decideOrder>) => (answer.ok ? null : answer.refusal.facts?.reason)

describe('how much of the account all relatives use', () => {
  it('is set in 山东, under the bindings there that are not over, and nowhere else', () => {
    const bindings = [given(1, '370000'), given(2, '130000'), given(3, '370000', { lastDay: '2025-11-04' })]
    const decided = decideAccountLimit(bindings, null, fen(100), TODAY)
    expect(decided.ok && decided.value.map(({ _id }) => _id)).toEqual(ids(1))
    for (const regionCode of ['130000', '540000', '610000']) {
      expect(mayLimitAccount([given(1, regionCode)], TODAY)).toBe(false)
      expect(decideAccountLimit([given(1, regionCode)], null, fen(100), TODAY)).toMatchObject({
        ok: false,
        refusal: { code: 'not-allowed', facts: { reason: 'no-account-limit' } },
      })
    }
  })

  it.each([
    [null, null],
    [fen(100), fen(100)],
  ])('is not set to what it is already: %s', (limitFen, wishedFen) => {
    expect(decideAccountLimit([given(1, '370000')], limitFen, wishedFen, TODAY)).toMatchObject({
      ok: false,
      refusal: { code: 'not-allowed', facts: { reason: 'nothing-to-change' } },
    })
  })

  it('is taken away', () => {
    expect(decideAccountLimit([given(1, '370000')], fen(100), null, TODAY).ok).toBe(true)
  })
})

describe('the places of the bindings', () => {
  const shaanxi = [given(1, '610000'), given(2, '610000'), given(3, '610000', { state: 'ended' })]

  it('are set in 陕西, for every one that is not over', () => {
    const decided = decideOrder(shaanxi, ids(2, 1), TODAY)
    expect(decided.ok && decided.value.map(({ _id }) => _id)).toEqual(ids(2, 1))
  })

  it('stand as they were set, those without a place behind the others as they came', () => {
    const placed = (order: number, place?: number) => ({
      ...given(order, '610000'),
      ...(place === undefined ? {} : { place }),
    })
    const now = orderNow([placed(1), placed(2, 2), placed(3), placed(4, 1)], TODAY)
    expect(now?.map(({ _id }) => _id)).toEqual(ids(4, 2, 1, 3))
    expect(orderNow([placed(1), placed(2)], TODAY)?.map(({ _id }) => _id)).toEqual(ids(1, 2))
    expect(orderNow(shaanxi.slice(0, 1), TODAY)).toBeNull()
  })

  it.each([
    ['one is missing', ids(1)],
    ['one is named twice', ids(1, 1)],
    ['one is named twice beside all', ids(1, 2, 1)],
    ['one is over', ids(1, 2, 3)],
    ['one is somebody else’s', ids(1, 9)],
  ])('are refused where %s', (_, bindingIds) => {
    expect(reasonIn(decideOrder(shaanxi, bindingIds, TODAY))).toBe('order-changed')
  })

  it('are the region’s own elsewhere', () => {
    expect(reasonIn(decideOrder([given(1, '130000')], ids(1), TODAY))).toBe('no-order')
    expect(orderNow([given(1, '410000'), given(2, '410000')], TODAY)).toBeNull()
  })
})

import { decideAccountLimit, decideOrder, mayOrder } from '../../../cloudfunctions/bindings/decide-settings'
import { day } from '../../../shared/values/day'
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
    const decided = decideAccountLimit(bindings, TODAY)
    expect(decided.ok && decided.value.map(({ _id }) => _id)).toEqual(ids(1))
    for (const regionCode of ['130000', '540000', '610000']) {
      expect(decideAccountLimit([given(1, regionCode)], TODAY)).toMatchObject({
        ok: false,
        refusal: { code: 'not-allowed', facts: { reason: 'no-account-limit' } },
      })
    }
  })
})

describe('the places of the bindings', () => {
  const shaanxi = [given(1, '610000'), given(2, '610000'), given(3, '610000', { state: 'ended' })]

  it('are set in 陕西, for every one that is not over', () => {
    const decided = decideOrder(shaanxi, ids(2, 1), TODAY)
    expect(decided.ok && decided.value.map(({ _id }) => _id)).toEqual(ids(2, 1))
    expect(mayOrder(shaanxi, TODAY)).toBe(true)
    expect(mayOrder(shaanxi.slice(0, 1), TODAY)).toBe(false)
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
    expect(mayOrder([given(1, '410000'), given(2, '410000')], TODAY)).toBe(false)
  })
})

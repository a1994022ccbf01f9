const mockStore = new Map<string, unknown>()
jest.mock('@tarojs/taro', () => ({
  getStorageSync: (key: string) => mockStore.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => void mockStore.set(key, value),
}))

import { forgetOpenPayment, keepOpenPayment, openPayments } from '../../../src/cloud/open-payment'

beforeEach(() => mockStore.clear())

const kept = () => openPayments().map(({ paymentId }) => paymentId)

it('keeps what was sent until it is known, the newest first, each once and the latest five', () => {
  expect(kept()).toEqual([])
  for (const paymentId of ['a', 'b', 'a']) keepOpenPayment(paymentId)
  expect(kept()).toEqual(['a', 'b'])
  forgetOpenPayment('b')
  forgetOpenPayment('unknown')
  expect(kept()).toEqual(['a'])
  for (const paymentId of ['c', 'd', 'e', 'f', 'g']) keepOpenPayment(paymentId)
  expect(kept()).toEqual(['g', 'f', 'e', 'd', 'c'])
})

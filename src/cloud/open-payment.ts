import Taro from '@tarojs/taro'
import { sessionKey } from './session'

/** Payments that were sent and of which this phone does not know yet what became of them, the newest first. */
export interface OpenPayment {
  readonly paymentId: string
  /** When it was sent, by the phone's own clock in milliseconds. */
  readonly at: number
}

const MOST = 5
const storageKey = () => `open-payments:${sessionKey()}`

/** No password and no name is kept: the id alone, by which the function is asked. */
export function openPayments(): readonly OpenPayment[] {
  const kept: unknown = Taro.getStorageSync(storageKey())
  return Array.isArray(kept) ? (kept as OpenPayment[]) : []
}

/** Kept before it is sent, so that a phone that dies in between asks for it when it comes back. */
export function keepOpenPayment(paymentId: string): void {
  const others = openPayments().filter((each) => each.paymentId !== paymentId)
  store([{ paymentId, at: Date.now() }, ...others].slice(0, MOST))
}

/** What became of it is known, or it was refused before anything was paid. */
export function forgetOpenPayment(paymentId: string): void {
  const kept = openPayments()
  const others = kept.filter((each) => each.paymentId !== paymentId)
  if (others.length < kept.length) store(others)
}

function store(payments: readonly OpenPayment[]): void {
  try {
    Taro.setStorageSync(storageKey(), payments)
  } catch {
    // A full store costs the reminder on this phone alone; the payment stands in the records all the same.
  }
}

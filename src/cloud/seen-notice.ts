import Taro from '@tarojs/taro'
import { sessionKey } from './session'

const storageKey = () => `seen-notice:${sessionKey()}`

/** The time of the newest notice that the person has read on this phone; empty where there is none. */
export function lastSeenNotice(): string {
  const seen: unknown = Taro.getStorageSync(storageKey())
  return typeof seen === 'string' ? seen : ''
}

export function keepSeenNotice(at: string): void {
  Taro.setStorageSync(storageKey(), at)
}

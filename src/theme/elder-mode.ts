import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'
import { sessionKey } from '../cloud/session'

const KEY = 'elder-mode'

const listeners = new Set<() => void>()
let known: boolean | null = null

function storageKey(): string {
  return `${KEY}:${sessionKey()}`
}

function current(): boolean {
  // Kept on the phone as well, so that the first screen already has the right size.
  known ??= Taro.getStorageSync(storageKey()) === true
  return known
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Large letters and large targets. The function `identity` keeps the choice; this is what the pages show at once. */
export function setElderMode(on: boolean): void {
  if (current() === on) return
  known = on
  Taro.setStorageSync(storageKey(), on)
  for (const listener of listeners) listener()
}

export function useElderMode(): boolean {
  return useSyncExternalStore(subscribe, current, current)
}

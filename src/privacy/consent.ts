import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'
import { sessionKey } from '../cloud/session'
import { PRIVACY_VERSION } from '../copy/privacy'
import { agreed, askedAgain, type PrivacyState, refused, withdrawn } from './model'

/** The button that WeChat checks for a tap before it takes an agreement. */
export const AGREE_BUTTON = 'privacy-agree'

type Answer = (answer: { event: 'agree' | 'disagree'; buttonId?: string }) => void

const listeners = new Set<() => void>()
let state: PrivacyState | null = null
let waiting: Answer[] = []
let contractName: string | null = null

const storageKey = () => `privacy-agreed:${sessionKey()}`

function current(): PrivacyState {
  if (state === null) {
    const kept: unknown = Taro.getStorageSync(storageKey())
    const agreedVersion = typeof kept === 'string' && kept !== '' ? kept : null
    state = { agreedVersion, wechatAsks: false, callWaits: false, refused: false }
  }
  return state
}

function become(next: PrivacyState): void {
  const before = current()
  state = next
  if (next.agreedVersion !== before.agreedVersion) keep(next.agreedVersion)
  for (const listener of listeners) listener()
}

function keep(version: string | null): void {
  try {
    if (version === null) Taro.removeStorageSync(storageKey())
    else Taro.setStorageSync(storageKey(), version)
  } catch {
    // A full store costs the memory of the answer: she is asked again next time.
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function usePrivacy(): PrivacyState {
  return useSyncExternalStore(subscribe, current, current)
}

/** The name of the guideline that the operator registered with WeChat; null where WeChat names none. */
export function wechatContractName(): string | null {
  return contractName
}

function answerWaiting(answer: Parameters<Answer>[0]): void {
  const asked = waiting
  waiting = []
  for (const resolve of asked) resolve(answer)
}

export function agreeToPrivacy(): void {
  become(agreed(current(), PRIVACY_VERSION))
  answerWaiting({ event: 'agree', buttonId: AGREE_BUTTON })
}

export function refusePrivacy(): void {
  become(refused(current()))
  answerWaiting({ event: 'disagree' })
}

export function askPrivacyAgain(): void {
  become(askedAgain(current()))
}

export function withdrawPrivacy(): void {
  become(withdrawn(current()))
}

/**
 * At the start of the mini-program: asks WeChat whether its own guideline is agreed to, and takes over its question,
 * so that a person meets one sheet in plain words. Both came with base library 2.32.3; before it WeChat has neither
 * and asks nothing.
 */
export function watchWechatPrivacy(): void {
  if (process.env.TARO_ENV !== 'weapp') return
  if (typeof Taro.onNeedPrivacyAuthorization === 'function') {
    Taro.onNeedPrivacyAuthorization((resolve) => {
      waiting.push(resolve)
      become({ ...current(), wechatAsks: true, callWaits: true })
    })
  }
  if (typeof Taro.getPrivacySetting === 'function') {
    Taro.getPrivacySetting({
      success: ({ needAuthorization, privacyContractName }) => {
        contractName = privacyContractName === '' ? null : privacyContractName
        if (needAuthorization !== current().wechatAsks) {
          become({ ...current(), wechatAsks: needAuthorization })
        }
      },
    })
  }
}

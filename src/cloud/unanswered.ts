import Taro from '@tarojs/taro'
import type { RequestId } from '../../shared/values/ids'
import { makeRequestId } from './request-id'

const KEY = 'unanswered-requests'
/** A request that nobody asked about for so long is forgotten; the function keeps its answer for ever. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000
const KEPT_AT_MOST = 50

export interface Kept {
  readonly requestId: RequestId
  readonly at: number
}
export type KeptByFingerprint = Readonly<Record<string, Kept>>

/** The youngest entries that are not too old. */
export function pruned(kept: KeptByFingerprint, now: number): KeptByFingerprint {
  const young = Object.entries(kept)
    .filter(([, entry]) => now - entry.at < KEPT_MS)
    .sort(([, a], [, b]) => b.at - a.at)
    .slice(0, KEPT_AT_MOST)
  return Object.fromEntries(young)
}

/**
 * The number under which this write was sent before and not answered, else a new one. It is stored before it is sent,
 * so that a phone that dies in between asks again with the same number and changes nothing twice.
 */
export async function requestIdFor(fingerprint: string): Promise<RequestId> {
  const before = stored()[fingerprint]
  if (before !== undefined) return before.requestId
  const requestId = await makeRequestId()
  // Two taps at once both come here; the first to store wins, and the second takes its number.
  const meanwhile = stored()
  const winner = meanwhile[fingerprint]
  if (winner !== undefined) return winner.requestId
  store(pruned({ ...meanwhile, [fingerprint]: { requestId, at: Date.now() } }, Date.now()))
  return requestId
}

export function forgetRequest(fingerprint: string): void {
  const { [fingerprint]: _answered, ...others } = stored()
  store(others)
}

function stored(): KeptByFingerprint {
  const value: unknown = Taro.getStorageSync(KEY)
  return typeof value === 'object' && value !== null ? (value as KeptByFingerprint) : {}
}

function store(kept: KeptByFingerprint): void {
  try {
    Taro.setStorageSync(KEY, kept)
  } catch {
    // A full store costs the memory of an unanswered request, never the request itself.
  }
}

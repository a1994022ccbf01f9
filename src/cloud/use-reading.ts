import Taro, { useDidHide, useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Outcome } from './outcome'
import { type Reading, readingAfter } from './reading'

/** How often a page that waits for another person looks again, in milliseconds. */
export const LIVE_EVERY_MS = 3000

/** How soon a reading that failed is tried again without being asked. */
const AFTER_FAILURE_MS = 8000

/**
 * Reads when the page shows, again each time it comes back, on a pull down, and every `everyMs` while it is visible;
 * after a failure it tries again by itself.
 * An answer that a newer question has overtaken is dropped.
 *
 * `key` names what is read: with another key the reading begins anew; with null nothing is asked yet.
 */
export function useReading<Value>(
  key: string | null,
  read: () => Promise<Outcome<Value>>,
  options: { readonly everyMs?: number } = {},
): { readonly reading: Reading<Value>; readonly reload: () => Promise<void> } {
  const [reading, setReading] = useState<Reading<Value>>({ phase: 'loading' })
  const latestRead = useRef(read)
  latestRead.current = read
  const latestKey = useRef(key)
  const question = useRef(0)
  const busy = useRef(false)
  const visible = useRef(true)

  const reload = useCallback(async () => {
    if (latestKey.current === null) return
    question.current += 1
    const mine = question.current
    busy.current = true
    const outcome = await latestRead.current()
    if (mine !== question.current) return
    busy.current = false
    setReading((before) => readingAfter(before, outcome))
  }, [])

  useEffect(() => {
    if (latestKey.current !== key) setReading({ phase: 'loading' })
    latestKey.current = key
    void reload()
    return () => {
      question.current += 1
    }
  }, [key, reload])

  const shownBefore = useRef(false)
  useDidShow(() => {
    visible.current = true
    // The first show comes together with the effect above, which has asked already.
    if (shownBefore.current) void reload()
    shownBefore.current = true
  })
  useDidHide(() => {
    visible.current = false
  })
  usePullDownRefresh(() => {
    void reload().then(() => Taro.stopPullDownRefresh())
  })

  const everyMs = options.everyMs ?? (isInTrouble(reading) ? AFTER_FAILURE_MS : undefined)
  useEffect(() => {
    if (everyMs === undefined) return
    const timer = setInterval(() => {
      if (visible.current && !busy.current) void reload()
    }, everyMs)
    return () => clearInterval(timer)
  }, [everyMs, reload])

  return { reading, reload }
}

function isInTrouble(reading: Reading<unknown>): boolean {
  return reading.phase === 'failed' || (reading.phase === 'ready' && reading.trouble !== null)
}

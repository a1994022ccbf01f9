import { useEffect, useState } from 'react'
import { type Instant, instantFromMilliseconds, millisecondsOf, parseInstant } from '../../shared/values/day'

const EVERY_MS = 20_000

/** How far the functions' clock is from the phone's, in milliseconds. Only the local server's clock can be shifted. */
let aheadMs = 0

/**
 * The time for what is only shown: how long an invitation holds, how old a child is. What counts is decided by the
 * functions with their own clock, so a phone whose clock is wrong shows a wrong number and does no harm.
 */
export function useNow(): Instant {
  const [now, setNow] = useState(phoneNow)
  useEffect(() => {
    let left = false
    const refresh = () => {
      void readAhead().then(() => {
        if (!left) setNow(phoneNow())
      })
    }
    refresh()
    const timer = setInterval(refresh, EVERY_MS)
    return () => {
      left = true
      clearInterval(timer)
    }
  }, [])
  return now
}

function phoneNow(): Instant {
  return instantFromMilliseconds(Date.now() + aheadMs)
}

async function readAhead(): Promise<void> {
  if (process.env.TARO_ENV !== 'h5' || H5_TRANSPORT !== 'local') return
  try {
    const answer: unknown = await (await fetch('/clock')).json()
    const now = typeof answer === 'object' && answer !== null && 'now' in answer ? answer.now : null
    const moment = typeof now === 'string' ? parseInstant(now) : null
    if (moment !== null) aheadMs = millisecondsOf(moment) - Date.now()
  } catch {
    // Without a network the last known difference is as good as any.
  }
}

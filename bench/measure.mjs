/**
 * Makes the calls, `callers` of them at any time, and hands out no further ones when the time is over, so that a slow
 * machine comes to an end too. Each caller makes at least one.
 * @param calls what to call, in this order, each given the number of the caller who makes it
 * @returns how many were made, in how many milliseconds in all, and how long each took
 */
export async function measure(calls, callers, limitMs = Number.POSITIVE_INFINITY) {
  const durations = []
  const startedAt = performance.now()
  let next = 0
  const caller = async (slot) => {
    for (let own = 0; next < calls.length; own += 1) {
      if (own > 0 && performance.now() - startedAt > limitMs) return
      const call = calls[next]
      next += 1
      const from = performance.now()
      await call(slot)
      durations.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: callers }, (_, slot) => caller(slot)))
  return { made: next, milliseconds: performance.now() - startedAt, durations }
}

/** Several measurements of the same thing, as one. */
export function summed(measurements) {
  const durations = measurements.flatMap((each) => each.durations).sort((a, b) => a - b)
  const milliseconds = measurements.reduce((sum, each) => sum + each.milliseconds, 0)
  return {
    calls: durations.length,
    callsPerSecond: (durations.length / milliseconds) * 1000,
    p50Ms: percentile(durations, 0.5),
    p95Ms: percentile(durations, 0.95),
  }
}

function percentile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]
}

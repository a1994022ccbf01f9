const STILL_THERE_MS = 15_000

export function seconds(ms) {
  return ms < 10_000 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms / 1000)} s`
}

/**
 * Runs a step that a person waits for: says what it is, that it is still going on, and how long it took.
 * `soFar` may add how far it has come; `succeeded` judges a result, where a failure is no exception.
 */
export async function step(title, work, { soFar = () => '', succeeded = () => true } = {}) {
  const from = Date.now()
  const remind = () => {
    const progress = [seconds(Date.now() - from), soFar()].filter((part) => part !== '').join(', ')
    console.log(`  … ${title} (${progress})`)
  }
  const reminder = setInterval(remind, STILL_THERE_MS)
  console.log(`• ${title}`)
  try {
    const result = await work()
    console.log(`${succeeded(result) ? '✓' : '✗'} ${title}  ${seconds(Date.now() - from)}`)
    return result
  } catch (error) {
    console.log(`✗ ${title}  ${seconds(Date.now() - from)}`)
    throw error
  } finally {
    clearInterval(reminder)
  }
}

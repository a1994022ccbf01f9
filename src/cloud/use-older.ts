import { useEffect, useRef, useState } from 'react'
import type { Outcome } from './outcome'

interface PageOf<Entry> {
  readonly entries: readonly Entry[]
  readonly next: string | undefined
}

/**
 * The older pages that were asked for, below the first one; where they cannot be read the first is read anew.
 *
 * `key` names of what they are pages: with another key none is there.
 */
export function useOlder<Entry>(
  read: (cursor: string) => Promise<Outcome<PageOf<Entry>>>,
  reload: () => Promise<void>,
  key = '',
) {
  const latestKey = useRef(key)
  latestKey.current = key
  const [older, setOlder] = useState<PageOf<Entry> | null>(null)
  const [loading, setLoading] = useState(false)
  // The effect needs no value of the key: it is asked for anew because the key is another one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  useEffect(() => setOlder(null), [key])
  const more = async (cursor: string) => {
    if (loading) return
    setLoading(true)
    const outcome = await read(cursor)
    setLoading(false)
    if (latestKey.current !== key) return
    if (outcome.kind !== 'value') return void reload()
    const { entries, next } = outcome.value
    setOlder((before) => ({ entries: [...(before?.entries ?? []), ...entries], next }))
  }
  const nextAfter = (first: string | undefined) => (older === null ? first : older.next)
  return { entries: older?.entries ?? [], nextAfter, more, loading }
}

/** The first page as it is now and the older ones below it; an entry that moved between them is shown once. */
export function withOlder<Entry>(
  first: readonly Entry[],
  older: readonly Entry[],
  idOf: (entry: Entry) => string,
): readonly Entry[] {
  const shown = new Set(first.map(idOf))
  return [...first, ...older.filter((entry) => !shown.has(idOf(entry)))]
}

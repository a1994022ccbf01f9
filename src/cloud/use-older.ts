import { useState } from 'react'
import type { Outcome } from './outcome'

interface PageOf<Entry> {
  readonly entries: readonly Entry[]
  readonly next: string | undefined
}

/** The older pages that were asked for, below the first one; where they cannot be read the first is read anew. */
export function useOlder<Entry>(
  read: (cursor: string) => Promise<Outcome<PageOf<Entry>>>,
  reload: () => Promise<void>,
) {
  const [older, setOlder] = useState<PageOf<Entry> | null>(null)
  const [loading, setLoading] = useState(false)
  const more = async (cursor: string) => {
    if (loading) return
    setLoading(true)
    const outcome = await read(cursor)
    setLoading(false)
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

import { useState } from 'react'
import type { Outcome } from '../../cloud/outcome'

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

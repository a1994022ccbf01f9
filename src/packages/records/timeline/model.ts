import type { TimelineEntry } from '../../../../shared/contract/records'
import { addressOf, ROUTES } from '../../../routes'

/** The first page as it is now and the older ones below it; an entry that moved between them is shown once. */
export function withOlder<Entry>(
  first: readonly Entry[],
  older: readonly Entry[],
  idOf: (entry: Entry) => string,
): readonly Entry[] {
  const shown = new Set(first.map(idOf))
  return [...first, ...older.filter((entry) => !shown.has(idOf(entry)))]
}

/** Where a tap on an entry leads; null where there is nothing more to see. */
export function pageOf(entry: TimelineEntry): string | null {
  switch (entry.about) {
    case 'binding':
      return addressOf(ROUTES.memberDetail, { bindingId: entry.bindingId })
    case 'letter':
      return addressOf(ROUTES.letterRead, { letterId: entry.letterId })
    case 'invitation':
      return null
  }
}

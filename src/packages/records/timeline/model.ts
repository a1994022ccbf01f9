import type { TimelineEntry } from '../../../../shared/contract/records'
import { addressOf, ROUTES } from '../../../routes'

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

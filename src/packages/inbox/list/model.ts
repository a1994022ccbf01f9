import type { ValueFor } from '../../../cloud/writes'
import { addressOf, ROUTES } from '../../../routes'

export type InboxPage = ValueFor<'records', 'inbox'>
export type InboxNotice = InboxPage['notices'][number]

/** The notices that are not read yet, so that they can be marked together. */
export function unreadIds(notices: readonly InboxNotice[]): InboxNotice['noticeId'][] {
  return notices.filter(({ read }) => !read).map(({ noticeId }) => noticeId)
}

/** The older pages are not read again, so what she has just read is noted in them here. */
export function markedRead(
  notices: readonly InboxNotice[],
  noticeIds: readonly InboxNotice['noticeId'][],
): readonly InboxNotice[] {
  return notices.map((notice) => (noticeIds.includes(notice.noticeId) ? { ...notice, read: true } : notice))
}

/** Where a tap on a notice leads; null where there is nothing more to see. */
export function pageOf({ kind, bindingId, facts }: InboxNotice): string | null {
  const text = (key: string) => {
    const fact = facts[key]
    return typeof fact === 'string' || typeof fact === 'number' ? String(fact) : undefined
  }
  switch (kind) {
    case 'premium-paid':
    case 'premium-not-paid':
    case 'premium-refunded':
      return addressOf(ROUTES.payment, { paymentId: text('paymentId') })
    case 'premium-window-open':
    case 'premium-window-closes':
      return addressOf(ROUTES.premiums, { year: text('premiumYear') })
    // What she is asked for stands on a page of its own; everything else on that of the binding.
    case 'own-consent-asked':
      return bindingId === undefined ? null : addressOf(ROUTES.memberOwnConsent, { bindingId })
    default:
      return bindingId === undefined ? null : addressOf(ROUTES.memberDetail, { bindingId })
  }
}

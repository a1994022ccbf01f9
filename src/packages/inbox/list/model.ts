import type { ValueFor } from '../../../cloud/writes'

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

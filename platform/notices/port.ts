import type { Instant } from '../../shared/values/day'
import type { NoticeId } from '../../shared/values/ids'
import type { NoticeKind } from '../../shared/values/notice'

/** One message outside the app. It names nobody: whoever looks at the locked phone reads it too. */
export interface NoticeMessage {
  readonly noticeId: NoticeId
  /** The platform's user who gets it. */
  readonly openid: string
  readonly kind: NoticeKind
  /** Chinese, at most 20 characters each, as WeChat has it. */
  readonly title: string
  readonly hint: string
  readonly at: Instant
  /** The page of the mini-program that it opens. */
  readonly page: string
}

export type Delivered =
  | 'sent'
  /** She has not allowed messages, or has used up those she allowed. It will not be otherwise in a minute. */
  | 'not-subscribed'
  /** The channel does not take this message; the set-up is wrong. */
  | 'not-taken'

/**
 * Messages outside the app (微信订阅消息). An outside party; the inbox holds every notice without it.
 */
export interface NoticeChannel {
  /** May deliver twice when an answer is lost. Throws `PortOutage` when the channel gives no usable answer. */
  deliver(message: NoticeMessage): Promise<Delivered>
}

import type { NoticeKind } from '../values/notice'

/**
 * What a message outside the app says: what happened and what to do, each in at most 20 characters, as WeChat takes
 * them. No name and no sum: whoever holds the phone reads it.
 */
export const NOTICE_MESSAGES: Readonly<
  Record<NoticeKind, { readonly title: string; readonly hint: string }>
> = {
  'bound-at-window': { title: '家人在医保窗口办好了共济', hint: '不知道这件事的，请点开看看' },
  'binding-approved': { title: '家庭共济审核通过了', hint: '点开看看从哪天起能用' },
  'binding-rejected': { title: '家庭共济审核没有通过', hint: '点开看看原因和怎么办' },
  'unbinding-asked': { title: '家人申请解除家庭共济', hint: '审核通过才会解除，点开看看' },
  'unbinding-announced': { title: '有一份家庭共济要解除了', hint: '点开看看用到哪一天' },
  'unbinding-undone': { title: '解除已经撤回，共济照旧', hint: '点开看看详情' },
  'unbinding-refused': { title: '解除申请没有通过', hint: '点开看看原因和怎么办' },
  'binding-ended': { title: '有一份家庭共济结束了', hint: '点开看看原因' },
  'binding-paused': { title: '有一份家庭共济暂停了', hint: '点开看看详情' },
  'binding-resumed': { title: '家庭共济恢复了，可以用了', hint: '点开看看详情' },
  'limits-changed': { title: '家庭共济的限额改了', hint: '点开看看现在能用多少' },
  'order-changed': { title: '家人改了先用谁的钱', hint: '点开看看排在第几位' },
  'end-day-proposed': { title: '家人提出延长家庭共济', hint: '点开看看，同意或不同意' },
  'end-day-agreed': { title: '家庭共济的日期改好了', hint: '点开看看用到哪一天' },
  'end-day-declined': { title: '家人没有同意改日期', hint: '点开看看现在的日期' },
  'end-day-near': { title: '家庭共济快到期了', hint: '要接着用，请点开延长' },
  'own-consent-given': { title: '家人自己签字确认了', hint: '家庭共济照旧，不用办什么' },
  'own-consent-awaited': { title: '等孩子本人签字确认', hint: '家庭共济照旧，点开看看' },
  'own-consent-asked': { title: '请您自己确认家庭共济', hint: '点开看看，签字确认' },
  'premium-paid': { title: '居民医保费缴好了', hint: '点开看看哪一年、多少钱' },
  'premium-not-paid': { title: '居民医保费没有缴成', hint: '点开看看原因和怎么办' },
  'premium-refunded': { title: '居民医保费退回账户了', hint: '点开看看退了多少' },
  'settlement-paid': { title: '有一笔看病买药结算了', hint: '点开看看多少钱' },
  'settlement-reversed': { title: '有一笔结算退回了', hint: '点开看看退了多少' },
  'premium-window-open': { title: '可以缴居民医保费了', hint: '有家人还没有缴，点开看看' },
  'premium-window-closes': { title: '居民医保缴费快截止了', hint: '有家人还没有缴，点开看看' },
}

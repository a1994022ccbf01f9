import { yuanText } from '../../shared/copy'
import { fen } from '../../shared/values/fen'
import type { NoticeKind } from '../../shared/values/notice'
import type { InboxNotice } from '../packages/inbox/list/model'
import { balanceText, dayText } from './app'
import { END_SENTENCES, endCauseOf } from './member'

export const INBOX = {
  title: '消息',
  empty: { title: '还没有消息', text: '家人有变动时，会在这里告诉您。' },
  new: '新',
  more: '看更早的',
  markAll: '全部标为看过',
  open: '看详情',
} as const

/** What a notice says: the heading, and a sentence with its days. `name` is the other side, masked. */
export function noticeSentence(notice: InboxNotice): { readonly title: string; readonly text: string } {
  const name = notice.counterpart?.name ?? '家人'
  const day = (key: string): string | null => {
    const fact = notice.facts[key]
    return typeof fact === 'string' ? dayText(fact) : null
  }
  const endDay = day('endDay')
  const lastDay = day('lastDay') ?? '当天'
  const count = (key: string): number | null => {
    const fact = notice.facts[key]
    return typeof fact === 'number' ? fact : null
  }
  const amountFen = count('amountFen')
  const amount = amountFen === null ? '' : `，${balanceText(amountFen)}`
  const year = count('premiumYear') ?? ''
  // That one of the two asked for it needs no reason beside it.
  const cause = endCauseOf(notice.facts.cause)
  const because = cause === 'unbound' || notice.facts.cause === undefined ? '' : END_SENTENCES[cause]
  const until = day('until')
  const closing = until === null ? '缴费期快结束了' : `缴费期到${until}为止`
  const said: Readonly<Record<NoticeKind, readonly [title: string, text: string]>> = {
    'bound-at-window': [
      '在窗口办好了',
      `和${name}的共享，在医保窗口当面签字办好了，由窗口人员录入。不知道这件事的，请联系当地医保部门。`,
    ],
    'binding-approved': ['审核通过了', `和${name}的共享审核通过，可以用了。`],
    'binding-rejected': ['审核没有通过', `和${name}的共享没有通过审核。点开看原因，可以补材料再交。`],
    'unbinding-asked': ['申请了解除', `${name}申请解除共享，正在等当地审核。审核通过以前，共享照旧。`],
    'unbinding-announced': ['要解除共享', `和${name}的共享要解除了，用到${lastDay}为止。${because}`],
    'unbinding-undone': ['解除撤回了', `和${name}的共享不解除了，照旧能用。`],
    'unbinding-refused': ['解除没有通过', `解除和${name}的共享，当地没有同意。共享照旧。`],
    'binding-ended': [
      '共享结束了',
      `和${name}的共享结束了。${END_SENTENCES[endCauseOf(notice.facts.cause)]}`,
    ],
    'binding-paused': ['共享暂停了', `${name}暂停了共享，现在不能用。`],
    'binding-resumed': ['共享恢复了', `${name}恢复了共享，现在能用了。`],
    'limits-changed': ['用途或限额改了', limitsChanged(name, notice.facts)],
    'order-changed': ['先后顺序改了', `${name}把您排在第 ${count('place') ?? ''} 位。点开看是什么意思。`],
    'end-day-proposed': [
      '请您回答',
      `${name}提出${endDay === null ? '不设结束日期，一直有效' : `把共享延长到${endDay}`}。您同意才算数。`,
    ],
    'end-day-agreed': [
      '日期改好了',
      `和${name}的共享${endDay === null ? '改成一直有效' : `延长到${endDay}`}。`,
    ],
    'end-day-declined': ['没有同意改日期', `${name}没有同意延长，还是原来的日期。`],
    'end-day-near': ['快到期了', `和${name}的共享用到${endDay ?? lastDay}为止。要接着用，请提前延长。`],
    'own-consent-given': ['本人确认了', `${name}到了自己签字的年龄，已经自己签字确认。`],
    'own-consent-asked': ['请您自己确认', `您到了自己签字的年龄。和${name}的共享，请您本人签字确认。`],
    'own-consent-awaited': [
      '等孩子本人确认',
      `和${name}的共享里，孩子到了自己签字的年龄，要由本人签字确认。在那以前，共享照旧。`,
    ],
    'premium-paid': ['医保费缴好了', `${name}：${year}年度居民医保费缴好了${amount}。`],
    'premium-not-paid': ['医保费没有缴成', `${name}：${year}年度居民医保费没有缴成，钱没有动。点开看原因。`],
    'premium-refunded': ['医保费退回了', `${name}：${year}年度居民医保费退回原来的账户${amount}。`],
    'settlement-paid': [
      '结算好了',
      settlementText(notice.facts, name, amount, '结算好了', '用了您个人账户里的钱'),
    ],
    'settlement-reversed': [
      '结算退回了',
      settlementText(notice.facts, name, amount, '退回了', '用掉的钱退回了您的个人账户'),
    ],
    'premium-window-open': ['可以缴费了', `${name}的${year}年度居民医保费可以缴了，还没有缴。${closing}。`],
    'premium-window-closes': ['快截止了', `${name}的${year}年度居民医保费还没有缴。${closing}。`],
  }
  const [title, text] = said[notice.kind]
  return { title, text }
}

/** A limit of one's own is looked up; one that all relatives share is said, since nothing else shows who set it. */
function limitsChanged(name: string, facts: InboxNotice['facts']): string {
  const { accountLimitFen } = facts
  if (accountLimitFen === undefined) return `${name}改了用途或限额。点开看现在能用多少。`
  return typeof accountLimitFen === 'number'
    ? `${name}设了限额：所有家人一起最多用 ${yuanText(fen(accountLimitFen))}。`
    : `${name}取消了所有家人一起用的限额。`
}

/** Who was treated hears of her own bill, a policyholder of what her account paid; where exactly is not said to her. */
function settlementText(
  facts: InboxNotice['facts'],
  name: string,
  amount: string,
  own: string,
  shared: string,
): string {
  const place = facts.institutionKind === 'pharmacy' ? '药店' : '医院'
  if (facts.own === true) return `您在${place}的一笔费用${own}${amount}。点开看从哪里付的。`
  return `${name}在${place}${shared}${amount}。`
}

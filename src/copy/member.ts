import type { BindingReply } from '../../shared/contract/bindings'
import { END_CAUSES, type EndCause } from '../../shared/rules/binding-changes'
import type { HistoryEvent } from '../packages/member/detail/model'
import { dayText } from './app'

type State = BindingReply['state']

export const MEMBER_COPY = {
  title: '家人详情',
  sharedWith: (name: string) => `${name}可以用您的医保钱`,
  sharedBy: (name: string) => `您可以用${name}的医保钱`,
  sharedByForChild: (child: string, name: string) => `${child}可以用${name}的医保钱`,
  child: '孩子',
  relation: '是您的',
  relationOfMe: '您是对方的',
  relationOfChild: '孩子是对方的',
  from: '开始',
  lastDay: '到期',
  lastDayOpen: '一直有效',
  uses: '可以用在',
  monthly: '每月最多',
  perSettlement: '每次最多',
  noLimit: '不限',
  region: '按哪里的规定办',
  historyTitle: '办过的事',
  historyIntact: '每一步都留了底，一环扣一环，没有被改过。',
  historyBroken: '记录核对不上，可能被改动过。请联系当地医保部门。',
  historyEmpty: '还没有记录',
  lettersTitle: '签过的承诺书',
  readLetter: '看这一份',
  otherSidesLetter: '对方签的那一份，只有对方自己能看。',
  endTitle: '以后不想继续了',
  endNow: '在这里结束共享还没有开通。现在可以这样办：',
  endDay: '结束的那天当天还能用，第二天零点起就不能用了。',
  letter: '签过的文书',
  missing: '没有找到',
  missingText: '可能已经结束，或者不是您的。回到“我的家人”看看。',
  toFamily: '回到我的家人',
} as const

/** Where it can be ended today, in the words of the region's own pages; the sources name these places. */
export const WHERE_TO_END: Readonly<Record<string, readonly string[]>> = {
  '540000': [
    '微信里打开「西藏医保」小程序，进「我要办」→「个人账号家庭共享」',
    '勾选同意解绑告知书，选中这位家人，完成解绑',
  ],
  '130000': ['微信里打开「河北智慧医保」小程序，进「业务办理」→「个人账户共济」', '选中这位家人，点「解绑」'],
}
export const WHERE_TO_END_ELSEWHERE: readonly string[] = [
  '到参保地的医保窗口，带上身份证',
  '或在当地医保的官方小程序、「国家医保服务平台」App 的地方专区里办',
]

export const NOT_YET = '还没开始'

export function stateSentence(
  state: State,
  effectiveFrom: string,
  lastDay: string | undefined,
  today: string,
): string {
  switch (state) {
    case 'in-review':
      return '已经交上去，正在等当地审核，还不能用。'
    case 'active':
      return effectiveFrom > today
        ? `${dayText(effectiveFrom)}开始能用。`
        : '现在就能用。看病买药时出示本人的医保码就行。'
    case 'paused':
      return '暂时停着，现在不能用。'
    case 'ending':
      return lastDay === undefined ? '快要结束了。' : `用到${dayText(lastDay)}当天，第二天起就不能用了。`
    case 'ended':
      return lastDay === undefined ? '已经结束，不能用了。' : `用到${dayText(lastDay)}，已经结束了。`
  }
}

const ACTORS: Readonly<
  Record<HistoryEvent['by'], { readonly policyholder: string; readonly relative: string }>
> = {
  policyholder: { policyholder: '您', relative: '对方' },
  relative: { policyholder: '对方', relative: '您' },
  guardian: { policyholder: '孩子的监护人', relative: '监护人' },
  reviewer: { policyholder: '当地医保部门', relative: '当地医保部门' },
  system: { policyholder: '系统', relative: '系统' },
}

/** What happened, as one plain sentence for the side that reads it. */
export function eventSentence(
  event: Pick<HistoryEvent, 'kind' | 'by' | 'facts'>,
  side: 'policyholder' | 'relative',
): string {
  const who = ACTORS[event.by][side]
  const day = (name: string): string | null => {
    const fact = event.facts?.[name]
    return typeof fact === 'string' ? dayText(fact) : null
  }
  const endDay = day('endDay')
  switch (event.kind) {
    case 'bound': {
      const from = day('effectiveFrom')
      return `${who}签好承诺书，加入了。${from === null ? '' : `从${from}起有效。`}`
    }
    case 'submitted-for-review':
      return `${who}签好承诺书，交给当地审核。`
    case 'resubmitted':
      return `${who}补交了材料。`
    case 'approved':
      return `${who}审核通过了。`
    case 'rejected':
      return `${who}审核没有通过。`
    case 'decision-reversed':
      return `${who}更正了审核结果。`
    case 'unbinding-asked':
      return `${who}申请解除，等当地审核。`
    case 'unbinding-refused':
      return `${who}没有同意解除，共享照旧。`
    case 'unbinding':
      return `${who}提出解除，用到${day('lastDay') ?? '当天'}为止。`
    case 'unbinding-undone':
      return `${who}撤回了解除，共享照旧。`
    case 'paused':
      return `${who}暂停了共享。`
    case 'resumed':
      return `${who}恢复了共享。`
    case 'limits-set':
      return `${who}改了用途和限额。`
    case 'end-day-proposed':
      return `${who}提出${endDay === null ? '不设结束日期' : `用到${endDay}`}。`
    case 'end-day-agreed':
      return `双方同意${endDay === null ? '一直有效' : `用到${endDay}`}。`
    case 'end-day-declined':
      return `${who}没有同意改结束日期。`
    case 'order-set':
      return `${who}改了先用谁的钱。`
    case 'own-consent-asked':
      return '孩子到了自己签字的年龄，请本人确认。'
    case 'own-consent-given':
      return `${who}自己签字确认了。`
    case 'ended':
      return `结束了。${END_SENTENCES[endCauseOf(event.facts?.cause)]}`
    // A phone with an older version meets what a newer function has written down.
    default:
      return `${who}办理了一项变更。`
  }
}

export function endCauseOf(cause: unknown): EndCause {
  return END_CAUSES.find((each) => each === cause) ?? 'end-day'
}

/** Why it ended, said to either side. */
export const END_SENTENCES: Readonly<Record<EndCause, string>> = {
  unbound: '有一方提出了解除。',
  'end-day': '约定的日期到了。',
  'review-rejected': '当地审核没有通过。',
  'application-withdrawn': '审核期间撤回了申请。',
  'relative-died': '被共享的家人去世了。',
  'policyholder-died': '授权人去世了。',
  'enrolment-ended': '有一方不再参保。',
  'policyholder-left-scheme': '授权人不再参加职工医保。',
  moved: '有一方的医保关系转到了外地。',
  'rule-changed': '当地的规定变了，不再能继续。',
  'consent-withdrawn': '有一方撤回了同意。',
}

import type { BindingReply } from '../../shared/contract/bindings'
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
export function eventSentence(event: HistoryEvent, side: 'policyholder' | 'relative'): string {
  const who = ACTORS[event.by][side]
  const from = event.facts?.effectiveFrom
  switch (event.kind) {
    case 'bound':
      return typeof from === 'string'
        ? `${who}签好承诺书，加入了。从${dayText(from)}起有效。`
        : `${who}签好承诺书，加入了。`
    case 'submitted-for-review':
      return `${who}签好承诺书，交给当地审核。`
    default:
      return `${who}办理了一项变更。`
  }
}

import type { BindingReply } from '../../shared/contract/bindings'
import { dayText } from './app'

type State = BindingReply['state']

export const MEMBER_COPY = {
  title: '家人详情',
  sharedWith: (name: string) => `${name}可以用您的医保钱`,
  sharedBy: (name: string) => `您可以用${name}的医保钱`,
  sharedByForChild: (name: string) => `孩子可以用${name}的医保钱`,
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
  otherSidesLetter: '由对方签，只给对方看',
  endTitle: '以后不想继续了',
  endNow: '在这里结束共享还没有开通。现在可以这样办：',
  endDay: '结束的那天当天还能用，第二天零点起就不能用了。',
  missing: '没有找到这段关系',
} as const

/** Where it can be ended today, in the words of the region's own pages; the sources name these places. */
export const WHERE_TO_END: Readonly<Record<string, readonly string[]>> = {
  '540000': [
    '微信里打开「西藏医保」小程序，进「我要办」→「个人账号家庭共享」',
    '勾选同意解绑告知书，选中这位家人，完成解绑',
  ],
  '130000': [
    '微信里打开「河北智慧医保」小程序，进「业务办理」→「个人账户共济」',
    '选中这位家人，点「解绑」',
  ],
}
export const WHERE_TO_END_ELSEWHERE: readonly string[] = [
  '到参保地的医保窗口，带上身份证',
  '或在当地医保的官方小程序、「国家医保服务平台」App 的地方专区里办',
]

export const NOT_YET = '还没开始'

export function stateSentence(state: State, effectiveFrom: string, lastDay: string | undefined, today: string): string {
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

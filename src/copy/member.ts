import type { BindingReply } from '../../shared/contract/bindings'
import { yuanText } from '../../shared/copy'
import { END_CAUSES, type EndCause } from '../../shared/rules/binding-changes'
import { fen } from '../../shared/values/fen'
import type { ChangeOffered, HistoryEvent } from '../packages/member/detail/model'
import { balanceText, dayText, momentText } from './app'

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
  fromReview: '审核通过那天',
  lastDay: '到期',
  lastDayOpen: '一直有效',
  reminded: '到期前 30 天和 3 天，会在消息里提醒双方。',
  uses: '可以用在',
  monthly: '每月最多',
  perSettlement: '每次最多',
  together: '所有家人一起最多',
  place: '先后顺序',
  placeOf: (place: number) => `第 ${place} 位`,
  noLimit: '不限',
  region: '按哪里的规定办',
  historyTitle: '办过的事',
  historyIntact: '每一步都留了底，一环扣一环，没有被改过。',
  historyBroken: '记录核对不上，可能被改动过。请联系当地医保部门。',
  historyEmpty: '还没有记录',
  historyAll: (more: number) => `看更早的 ${more} 件`,
  lettersTitle: '签过的承诺书',
  readLetter: '看这一份',
  otherSidesLetter: '对方签的那一份，只有对方自己能看。',
  sharedBefore: (name: string) => `和${name}的共享结束了`,
  sharedByForChildBefore: (child: string, name: string) => `${child}和${name}的共享结束了`,
  inReview: (name: string) => `和${name}的共享，等当地审核`,
  rejected: (name: string) => `和${name}的共享，没有通过审核`,
  endingTitle: '正在解除',
  changesTitle: '要改点什么',
  againTitle: '还想再共享',
  again: {
    policyholder: '可以重新邀请，双方要重新签字。',
    relative: '请对方重新邀请您，双方要重新签字。',
  },
  inviteAgain: '重新邀请',
  letter: '签过的文书',
  missing: '没有找到',
  missingText: '可能已经结束，或者不是您的。回到“我的家人”看看。',
  toFamily: '回到我的家人',
} as const

export const APPLICATION = {
  binding: {
    waitingTitle: '正在等当地审核',
    waiting: '审核通过那天起才能用。结果会在消息里告诉双方。',
    rejectedTitle: '这一次没有通过',
    rejected: '补上材料可以再交一次，不用重新签字。',
    rejectedForGood: '还想共享，要重新邀请，双方重新签字。',
  },
  unbinding: {
    waitingTitle: '解除的申请正在审核',
    waiting: '当地审核通过以前，共享照旧。结果会在消息里告诉双方。',
    rejectedTitle: '解除的申请没有通过',
    rejected: '共享照旧。补上材料可以再交一次。',
    rejectedForGood: '共享照旧。',
  },
  sent: (at: string, round: number) =>
    `${momentText(at)} 交上去的${round === 1 ? '' : `，这是第 ${round} 次`}。`,
  given: (count: number) => (count === 0 ? '没有材料。' : `交了 ${count} 份材料。`),
  opinion: (opinion: string) => `当地的意见：${opinion}`,
  resubmitUntil: (day: string) => `最晚${dayText(day)}交。`,
  resubmit: '补材料，再交一次',
} as const

/** The page on which a rejected application is handed in again. */
export const RESUBMIT = {
  title: '补材料',
  lead: '照当地的意见，把材料重新拍好，再交一次。',
  opinionTitle: '当地的意见',
  until: (day: string) => `最晚${dayText(day)}交，过了就要重新办理。`,
  beforeSeen: '以前交的照片，审核的人还看得到，只交新拍的就行。',
  send: '再交一次',
  sending: '正在交上去…',
  doneTitle: '已经再次交上去',
  done: {
    binding: '当地会重新审核，通过那天起就能用。结果会在消息里告诉双方。',
    unbinding: '当地会重新审核。通过以前，共享照旧。结果会在消息里告诉双方。',
  },
  nothing: '现在不用补材料',
  nothingText: '这份申请可能已经有了新的结果，或者补交的时间过了。点开详情看看办到哪一步。',
  toDetail: '看看详情',
} as const

export const CHANGES: Readonly<Record<ChangeOffered, { readonly name: string; readonly text: string }>> = {
  pause: { name: '暂停', text: '马上停用，随时可以恢复' },
  resume: { name: '恢复', text: '接着用' },
  limits: { name: '改用途和限额', text: '看病、买药、缴费，最多用多少' },
  extend: { name: '延长到期日', text: '您提出，对方同意才算' },
  unbind: { name: '解除共享', text: '以后不想继续了，在这里办' },
  withdraw: { name: '撤回申请', text: '不等审核了，在这里撤回' },
}

export const NOT_YET = '还没开始'

export function stateSentence(
  binding: Pick<BindingReply, 'state' | 'effectiveFrom' | 'lastDay' | 'paused' | 'endedBecause'>,
  today: string,
): string {
  const { state, effectiveFrom, lastDay, endedBecause } = binding
  switch (state) {
    case 'in-review':
      return '已经交上去，正在等当地审核，还不能用。'
    case 'active':
      return effectiveFrom > today
        ? `${dayText(effectiveFrom)}开始能用。`
        : '现在就能用。看病买药时出示本人的医保码就行。'
    case 'paused':
      return '暂时停着，现在不能用。'
    case 'ending': {
      if (binding.paused === true) return '已经暂停，现在不能用。'
      return lastDay === undefined ? '快要结束了。' : `用到${dayText(lastDay)}当天，第二天起就不能用了。`
    }
    case 'ended': {
      if (endedBecause === 'review-rejected') return '当地审核没有通过，不能用。'
      const why = endedBecause === undefined ? '' : END_SENTENCES[endedBecause]
      // An application that never held was not used until any day.
      return lastDay === undefined ||
        lastDay < effectiveFrom ||
        NEVER_HELD.includes(endedBecause ?? 'unbound')
        ? `已经结束，不能用了。${why}`
        : `用到${dayText(lastDay)}，已经结束了。${why}`
    }
  }
}

const NEVER_HELD: readonly EndCause[] = ['review-rejected', 'application-withdrawn']

/** An end that is coming, said to one side: who asked for it, until when it holds, and what she can do. */
export function endingSentence(
  ending: NonNullable<BindingReply['ending']>,
  side: 'policyholder' | 'relative',
  name: string,
  lastDay: string,
): string {
  const until = `${dayText(lastDay)}当天还能用，${momentText(ending.endsAt)} 起不能用。`
  if (ending.cause === 'own-consent-declined' && ending.mayUndo) {
    return `您没有同意继续。${until}改了主意，可以在那以前撤回，再签字确认。`
  }
  if (ending.cause !== 'unbound') return `${END_SENTENCES[ending.cause]}${until}`
  if (ending.mayUndo) return `您提出了解除。${until}在那以前，您可以撤回。`
  const who = ending.by === 'guardian' && side === 'policyholder' ? '孩子的监护人' : name
  return `${who}提出了解除。${until}您不用做什么。还想继续的话，可以和对方商量，请对方在那以前撤回。`
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
      const where = event.facts?.enteredAt === 'window' ? '由医保窗口录入：' : ''
      return `${where}${who}签好承诺书，加入了。${from === null ? '' : `从${from}起有效。`}`
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
      return limitsSet(who, event.facts)
    case 'end-day-proposed':
      return `${who}提出${endDay === null ? '不设结束日期' : `用到${endDay}`}。`
    case 'end-day-agreed':
      return `双方同意${endDay === null ? '一直有效' : `用到${endDay}`}。`
    case 'end-day-declined':
      return `${who}没有同意改结束日期。`
    case 'order-set': {
      const place = event.facts?.place
      return typeof place === 'number' ? `${who}把先后顺序排在第 ${place} 位。` : `${who}改了先后顺序。`
    }
    case 'own-consent-asked':
      return '孩子到了自己签字的年龄，请本人确认。'
    case 'own-consent-given':
      return `${who}自己签字确认了。`
    case 'premium-paid':
      return `${who}缴了${premium(event.facts)}。`
    case 'premium-refunded':
      return `${who}退回了${premium(event.facts)}，钱回到原来的账户。`
    case 'settlement-paid':
      return `${spentAt(event.facts)}。`
    case 'settlement-reversed':
      return `退回了${spentAt(event.facts)}，钱回到原来的账户。`
    case 'ended':
      return `结束了。${END_SENTENCES[endCauseOf(event.facts?.cause)]}`
    // A phone with an older version meets what a newer function has written down.
    default:
      return `${who}办理了一项变更。`
  }
}

/** At what kind of place, and how much: which one it was is not said to the other side. */
function spentAt(facts: HistoryEvent['facts']): string {
  const { institutionKind, amountFen } = facts ?? {}
  const amount = typeof amountFen === 'number' ? ` ${balanceText(amountFen)}` : ''
  return `在${institutionKind === 'pharmacy' ? '药店' : '医院'}用的${amount}`
}

/** Which year's premium, and how much: a history says nothing else of it. */
function premium(facts: HistoryEvent['facts']): string {
  const { premiumYear: year, amountFen } = facts ?? {}
  const amount = typeof amountFen === 'number' ? ` ${balanceText(amountFen)}` : ''
  return `${typeof year === 'number' ? `${year}年度` : ''}居民医保费${amount}`
}

function limitsSet(who: string, facts: HistoryEvent['facts']): string {
  const together = facts?.accountLimitFen
  if (together === undefined) return `${who}改了用途和限额。`
  return typeof together === 'number'
    ? `${who}设了限额：所有家人一起最多用 ${yuanText(fen(together))}。`
    : `${who}取消了所有家人一起用的限额。`
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
  'own-consent-declined': '孩子到了自己签字的年龄，本人没有同意继续。',
}

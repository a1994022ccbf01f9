import type { UnbindReason } from '../../shared/rules/binding-changes'
import { dayText, momentText } from './app'

export const UNBIND_STEPS = ['选家人和原因', '看告知书', '核对']
/** Where papers are looked at. */
export const UNBIND_STEPS_WITH_PROOFS = ['选家人和原因', '看告知书', '拍材料', '核对']

export const UNBIND = {
  title: '解除共享',
  withdrawTitle: '撤回申请',
  leadGiven: '选要解除的家人，可以一次选几位。',
  leadReceived: '选要解除的那一份。',
  who: '解除和谁的共享',
  whoMissing: '请先选要解除的家人',
  none: '没有可以解除的共享',
  noneText: '正在使用或者暂停着的共享，才需要解除。',
  reason: '为什么解除',
  reasonHint: '只有您自己知道，不会告诉对方，也不写进告知书。',
  reasonMissing: '请选一个原因',
  lastDay: '用到哪天',
  lastDayHint: '不选就是今天。那天当天还能用，第二天零点结束。',
  lastDayToday: '今天',
  lastDayClear: '改回今天',
  next: '去看告知书',
  preparing: '正在准备告知书…',
  readTitle: '请看告知书',
  readLead: '看到最后，点选同意，再往下办。',
  tick: (noticeTitle: string) => `我看完了《${noticeTitle}》，同意解除`,
  checkTitle: '请核对',
  checkLead: '点“确认解除”才算数，现在还可以回头。',
  checkWho: '和谁解除',
  checkLast: '最后一天',
  checkLastDay: (day: string) => `${dayText(day)}（当天还能用）`,
  checkEnds: '从何时起不能用',
  checkEndsAtOnce: '确认以后马上',
  checkReason: '原因',
  checkReasonOwn: (reason: string) => `${reason}（对方看不到）`,
  staysTitle: '解除以后',
  stays: [
    '双方的医保待遇、各自账户里的钱都不变。',
    '结束以前已经开始的结算，照常办完。',
    '和别的家人之间的共享，不受影响。',
    '对方马上会收到消息，知道谁提出的、用到哪天。',
  ],
  undoTitle: '改主意了怎么办',
  undoUntil: (endsAt: string) =>
    `${momentText(endsAt)} 以前，都可以在“我的家人”里点“撤回解除”。过了这个时候就不能撤回，要重新邀请、重新签字。`,
  undoNever: '确认以后马上结束，不能撤回。还想共享，要重新邀请、重新签字。',
  confirm: '确认解除',
  confirmWithdraw: '确认撤回申请',
  confirming: '正在办理…',
  back: '先不解除了',
  doneTitle: '解除已经提出',
  doneText: (names: string, lastDay: string) => `和${names}的共享，用到${dayText(lastDay)}当天。`,
  overTitle: '已经结束',
  overText: (names: string) => `和${names}的共享，从现在起不能用了。`,
  told: '已经告诉对方。您选的原因，对方看不到。',
  toFamily: '回到我的家人',
  readAgain: '重看告知书',
  changedTitle: '告知书要重看一遍',
  changedText: '可能刚过零点，结束的日子变了。请重看一遍告知书，再确认。前面选的都还在。',
  elsewhere: '这份共享刚刚有了变化，可能对方也提出了解除，或者已经到期。回到“我的家人”看现在是什么样。',
  application: {
    title: '申请解除',
    told: (region: string) => `按${region}的规定，解除要先申请，当地审核通过才算数。审核期间，共享照旧能用。`,
    reasonHint: '对方看不到，也不写进告知书；审核的人会看到。',
    lastDay: '希望用到哪天',
    lastDayHint: '审核通过得晚，就以通过那天为准。',
    lastDayOpen: '审核通过那天',
    lastDayClear: '改回审核通过那天',
    readLead: '看到最后，点选同意，再往下办。',
    tick: (noticeTitle: string) => `我看完了《${noticeTitle}》，同意申请解除`,
    proofsTitle: '拍材料',
    proofsLead: '当地要看能说明情况的材料，比如离婚证、死亡证明、户口变动。拍好再往下办。',
    proofsNext: '拍好了，去核对',
    checkLead: '点“交上去”才算数，现在还可以回头。',
    checkLast: '希望用到',
    checkEnds: '从何时起不能用',
    checkEndsText: '当地审核通过以后，才知道是哪天',
    checkReason: (reason: string) => `${reason}（对方看不到，审核的人会看到）`,
    checkProofs: '材料',
    checkProofsText: (count: number) => `${count} 份`,
    staysTitle: '交上去以后',
    stays: [
      '审核通过以前，共享照旧能用。',
      '对方马上会收到消息，知道谁申请的。',
      '结果会在消息里告诉双方，写明用到哪天。',
      '没有通过的，会写明缺什么，可以补材料再交。',
    ],
    undo: '审核有结果以前，都可以在“我的家人”里点开这份共享，点“撤回申请”。',
    confirm: '交上去',
    confirming: '正在交上去…',
    doneTitle: '申请已经交上去',
    doneText: (names: string) => `解除和${names}的共享，正在等当地审核。审核通过以前，照旧能用。`,
  },
} as const

export const UNBIND_REASON_LABELS: Readonly<Record<UnbindReason, string>> = {
  divorce: '离婚',
  death: '家人去世',
  moved: '搬走了',
  mistake: '当初填错了',
  'no-longer-needed': '不再需要',
  other: '其他',
}

export const UNDO_UNBIND = {
  action: '撤回解除',
  actionOnApplication: '撤回申请',
  title: (name: string) => `撤回解除，继续和${name}共享？`,
  text: '撤回以后照旧能用，和没有提出过一样。对方会收到消息。',
  confirm: '确定撤回',
  cancel: '不撤回',
  done: '已撤回，照旧能用',
} as const

/** 还剩 14 小时 59 分: how long until an end. Whole minutes, rounded down; null once it has come. */
export function countdownText(left: { readonly hours: number; readonly minutes: number } | null): string {
  if (left === null) return '马上结束'
  const { hours, minutes } = left
  if (hours >= 48) return `还剩 ${Math.floor(hours / 24)} 天`
  return hours === 0 ? `还剩 ${minutes} 分钟` : `还剩 ${hours} 小时 ${minutes} 分`
}

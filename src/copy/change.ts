import { dayText } from './app'

export const CHANGE = {
  title: '改用途和限额',
  lead: (name: string) => `改完马上生效，${name}会收到消息。`,
  uses: '可以用在',
  usesHint: '只能在双方签字的范围里选。要加别的用途，得重新邀请、重新签字。',
  usesMissing: '至少要留一项。都不想让用，可以暂停或者解除。',
  monthly: '每月最多（元）',
  perSettlement: '每次最多（元）',
  limitHint: '不填就是不限',
  limitPlaceholder: '不限',
  notAnAmount: '请填数字，例如 200',
  perSettlementAbove: '每次最多不能比每月最多还多',
  save: '保存',
  saving: '正在保存…',
  nothing: '还没有改动',
  saved: '已经改好',
  notYours: '用途和限额由出钱的一方来设。想多用一些，可以和对方商量。',
  toDetail: '回到家人详情',
} as const

export const EXTEND = {
  title: '延长到期日',
  lead: '您提出，对方同意了才算数。在那以前，还是原来的日子。',
  now: '现在用到',
  how: '想延长到什么时候',
  open: '不设结束日期',
  openNote: '一直有效，直到有一方解除',
  day: '换一个更晚的日子',
  dayLabel: '用到哪天',
  dayEmpty: '请选日子',
  dayClear: '重新选',
  missing: '请先选延长到什么时候',
  dayMissing: '请选一个日子',
  send: '提出延长',
  sending: '正在办理…',
  askedTitle: '已经告诉对方',
  askedText: (endDay: string | null) =>
    `您提出${endDay === null ? '不设结束日期，一直有效' : `用到${dayText(endDay)}`}。对方同意以后马上生效，结果会在消息里告诉您。`,
  agreedTitle: '已经延长',
  agreedText: (endDay: string | null) =>
    endDay === null ? '现在起不设结束日期，一直有效。' : `现在用到${dayText(endDay)}。`,
  notNeeded: '这份共享没有结束日期，一直有效，不用延长。',
  notNow: '这份共享正在结束或者已经结束，不能延长。还想继续，可以撤回解除，或者重新邀请。',
  earlier: '想早一点结束，请用“解除共享”。',
} as const

export const PROPOSAL = {
  theirsTitle: '对方想延长，请您回答',
  theirs: (name: string, endDay: string | null) =>
    `${name}提出${endDay === null ? '不设结束日期，一直有效' : `把到期日延到${dayText(endDay)}`}。您同意才算数；不同意，还是原来的日子。`,
  ownTitle: '等对方回答',
  own: (endDay: string | null) =>
    `您提出${endDay === null ? '不设结束日期，一直有效' : `延长到${dayText(endDay)}`}。对方同意以前，还是原来的日子。`,
  agree: '同意延长',
  decline: '不同意',
  agreed: '已经同意',
  declined: '已经回答',
} as const

export const PAUSE = {
  pause: {
    title: (name: string) => `暂停和${name}的共享？`,
    text: (name: string) => `马上生效：${name}暂时不能用您的钱，随时可以恢复。${name}会收到消息。`,
    confirm: '暂停',
    done: '已经暂停',
  },
  resume: {
    title: (name: string) => `恢复和${name}的共享？`,
    text: (name: string) => `马上生效：${name}又能用您的钱了。${name}会收到消息。`,
    confirm: '恢复',
    done: '已经恢复',
  },
} as const

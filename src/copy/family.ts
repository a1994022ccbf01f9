import { yuanText } from '../../shared/copy'
import { fen } from '../../shared/values/fen'
import type { InvitationState } from '../pages/family/model'
import { dayText, momentText } from './app'
import { usesInWords } from './list'

export const FAMILY = {
  tabs: { given: '我共享给家人', received: '家人共享给我' },
  tabsLabel: '看哪一边',
  since: (day: string) => `从${dayText(day)}起`,
  until: (day: string) => `用到${dayText(day)}（当天还能用）`,
  untilThen: (day: string) => `用到${dayText(day)}`,
  pausedToo: '已经暂停，现在不能用',
  proposalAsked: '对方想延长，请点开回答',
  proposalSent: '您提出了延长，等对方回答',
  endMany: '解除共享',
  forAllTitle: '给所有家人一起设的',
  accountLimit: {
    name: '一共最多用多少',
    now: (limitFen: number | null) =>
      limitFen === null ? '现在不限' : `所有家人一起，现在最多用 ${yuanText(fen(limitFen))}`,
  },
  order: { name: '先后顺序', now: '谁排在前面，就先用您的钱' },
  awaitsOwnConsent: { self: '请您本人签字确认，点开办理', others: '等本人签字确认' },
  uses: (uses: readonly string[]) => `用于：${usesInWords(uses)}`,
  yourRelation: (label: string) => `您的${label}`,
  youAre: (label: string) => `您是对方的${label}`,
  open: '看详情',
  membersTitle: '正在共享的家人',
  pendingTitle: '还没办完的邀请',
  closedTitle: '已经结束的邀请',
  endedTitle: '已经结束的共享',
  deadline: (at: string) => `请对方在 ${momentText(at)} 前答复`,
  draftDeadline: (at: string) => `请在 ${momentText(at)} 前办完`,
  expiredAt: (at: string) => `${momentText(at)} 已过期`,
  declineReason: (reason: string) => `对方说：${reason}`,
  actions: {
    share: '给对方看邀请',
    resend: '换一个新邀请',
    revoke: '撤回',
    resume: '接着办',
    again: '重新邀请',
  },
  resendDialog: {
    title: '换一个新邀请？',
    text: '会生成新的邀请，再等 72 小时。以前发出去的那个马上失效。',
    confirm: '换一个新的',
  },
  revokeDialog: {
    title: (name: string) => `撤回给${name}的邀请？`,
    text: '撤回后对方不能再接受。以后想邀请，可以重新填写。',
    confirm: '撤回邀请',
    cancel: '先留着',
  },
  unbindingWaits: '解除的申请正在审核，照旧能用',
  afterReview: '审核通过那天起能用',
  rejectedMore: '点开看原因和怎么补交。',
  unfinished: '还没办完',
  revoked: '已撤回',
  emptyGiven: {
    title: '还没有家人用您的医保钱',
    text: '邀请家人，对方本人同意后就能用。不满 16 周岁的孩子，由您当场替孩子签字。',
  },
  emptyReceived: {
    title: '还没有家人把医保钱共享给您',
    text: '家人邀请您以后，会在首页提醒您。',
  },
  notLinked: { title: '请先确认您是谁', text: '确认身份后，就能看到您和家人的共享。', button: '去确认身份' },
} as const

export const BINDING_STATES = {
  'in-review': '审核中',
  active: '使用中',
  paused: '已暂停',
  ending: '快要结束',
  ended: '已结束',
} as const

/** What the bureau did not agree to. */
export const REJECTED = '没有通过'

export const INVITATION_STATES: Readonly<Record<InvitationState, string>> = {
  draft: '还没发出',
  pending: '等对方答复',
  accepted: '已接受',
  'in-review': '审核中',
  declined: '对方没有同意',
  'could-not-join': '对方暂时不能加入',
  revoked: '已撤回',
  expired: '已过期',
}

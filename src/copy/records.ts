import type { DisclosureKind, TimelineEntry } from '../../shared/contract/records'
import type { ValueFor } from '../cloud/writes'
import { dayText } from './app'
import { eventSentence } from './member'

export const RECORDS = {
  title: '我的记录',
  lead: '办过的每一件事都在这里，新的在前。',
  empty: { title: '还没有记录', text: '邀请家人、签字、变动，以后都会记在这里。' },
  more: '看更早的',
  open: '看详情',
  intact: '记录一环扣一环，核对过，没有被改过。',
  broken: '记录核对不上，可能被改动过。请联系当地医保部门。',
  whoSaw: { title: '谁看过我的信息', text: '别人什么时候、因为什么看过。' },
  takeAlong: { title: '带走我的数据', text: '把存着的全部信息存成一份文件。' },
  close: { title: '撤回同意、注销', text: '先看会发生什么，再决定。' },
} as const

export const WHO_SAW = {
  title: '谁看过我的信息',
  lead: '看到全名、文书或材料才算。只看到“王**”这样的，不算。',
  empty: { title: '还没有人看过', text: '有人打开写着您全名的文书，会记在这里，您和对方都能看到。' },
  byYou: '您看的',
  byOther: '别人看的',
} as const

export const TAKE_ALONG = {
  title: '带走我的数据',
  lead: '存着的全部信息，一份给人看，一份给别的程序用。',
  what: '里面有您的身份、邀请、共享、签过的文书和办事记录。别人的姓名和所有证件号码会隐去一部分。',
  paperText: '纸质样式的 PDF，能看、能打印。',
  paper: '存成 PDF',
  fileText: '数据文件（JSON），可以交给别的机构或程序。',
  file: '存成数据文件',
  after: '文件十分钟内能打开，一小时后从我们这里删掉。导出也会记进“谁看过我的信息”。',
  opened: '文件已经打开。请存到您自己放心的地方。',
  failed: '没有打开成功，请再试一次。',
} as const

export const CLOSE = {
  title: '撤回同意、注销',
  lead: '先看清楚会发生什么。现在还没有改动任何东西。',
  ends: '会结束的共享',
  noBindings: '没有正在用的共享。',
  ending: (name: string, side: string, lastDay: string) =>
    side === 'policyholder'
      ? `${name}用您医保钱的共享，用到${dayText(lastDay)}为止。`
      : side === 'guardian'
        ? `您替孩子签字的共享（钱是${name}的），用到${dayText(lastDay)}为止。`
        : `您用${name}医保钱的共享，用到${dayText(lastDay)}为止。`,
  told: '对方会马上收到消息。',
  invitations: (count: number) => `还没接受的 ${count} 份邀请会收回。`,
  keepTitle: '会留下来的',
  keep: (count: number, until: string) =>
    `签过的 ${count} 份文书要保存到${dayText(until)}，作为凭证，到期自动删掉。`,
  keepNone: '没有签过的文书需要保存。',
  keepMoney: '用钱的账目也按规定保存，里面没有您的姓名和证件号码。',
  gone: '会删掉的',
  goneText: (from: string) =>
    `从${dayText(from)}起，姓名、证件号码、设置、消息和支付密码都会删掉，删掉就找不回来。对方只留下“王**”这样的称呼。`,
  back: (from: string) => `${dayText(from)}以前重新确认身份，账户还能找回；已经结束的共享要重新邀请。`,
  why: '注销不能由别人代办。核验通过以后，还会再问您一次。',
  confirm: {
    title: '真的要注销吗？',
    text: '共享会结束，邀请会收回，账户会关闭。',
    yes: '撤回同意并注销',
  },
  done: {
    title: '已经注销',
    text: (from: string) => `同意已经撤回，账户已经关闭。从${dayText(from)}起，您的信息会被删掉。`,
    button: '好的',
  },
} as const

const SIGNED: Readonly<Record<string, string>> = {
  invite: '授权承诺书',
  accept: '同意书',
  guardian: '替孩子签的同意书',
  unbind: '解除共享的告知书',
  wallet: '医保钱包的承诺书',
}

/** What happened, as one plain sentence, and the other side's masked name in it. */
export function timelineSentence(entry: TimelineEntry): string {
  const name = entry.counterpart?.name ?? '家人'
  const side = entry.side === 'policyholder' ? 'policyholder' : 'relative'
  switch (entry.about) {
    case 'binding':
      return `和${name}的共享：${eventSentence(entry, side)}`
    case 'invitation':
      return invitationSentence(entry.kind, side, name)
    case 'letter': {
      const { purpose } = entry.facts
      return `您签了${(typeof purpose === 'string' && SIGNED[purpose]) || '一份文书'}，对方是${name}。`
    }
  }
}

function invitationSentence(
  kind: Extract<TimelineEntry, { about: 'invitation' }>['kind'],
  side: 'policyholder' | 'relative',
  name: string,
): string {
  const own = side === 'policyholder'
  switch (kind) {
    case 'made':
      return `您邀请了${name}。`
    case 'received':
      return `${name}邀请了您。`
    case 'declined':
      return own ? `${name}谢绝了您的邀请。` : `您谢绝了${name}的邀请。`
    case 'revoked':
      return own ? `您收回了给${name}的邀请。` : `${name}收回了邀请。`
    case 'expired':
      return own ? `给${name}的邀请过期了。` : `${name}的邀请过期了。`
  }
}

type Reading = ValueFor<'records', 'who-saw'>['readings'][number]

const DONE: Readonly<Record<DisclosureKind, string>> = {
  'letter-read': '打开过一份文书',
  'letter-printed': '把一份文书存成了 PDF',
  'letter-exported': '导出过一份文书',
  'letter-checked': '核对过一份纸质文书',
  'case-opened': '打开过审核材料',
  'data-exported': '导出过全部数据',
}

/** Who read what, in one sentence. A phone of an older version may meet a reading that it does not know. */
export function readingSentence({ kind, by, mine, other }: Reading): string {
  const done = DONE[kind] ?? '看过一次信息'
  if (by === 'self') return `您${done}。`
  const name = other?.name ?? '已注销的用户'
  if (mine) return `您${done}，上面有${name}的全名。`
  if (by === 'paper-holder') return `有人拿着您的纸质文书，${done}。`
  if (by === 'reviewer') return `审核人员${done}。`
  if (by === 'clerk') return `医保窗口的工作人员${done}，上面有您的全名。`
  return `${name}${done}，上面有您的全名。`
}

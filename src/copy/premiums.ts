import { relationLabel } from '../../shared/copy'
import { RELATIONS } from '../../shared/values/relation'
import type { ValueFor } from '../cloud/writes'
import { balanceText, dayText, momentText } from './app'

type Payable = ValueFor<'premiums', 'payable'>
type Relative = Payable['relatives'][number]
type PaymentRecord = ValueFor<'premiums', 'get'>
type Line = PaymentRecord['lines'][number]

const yearText = (premiumYear: number) => `${premiumYear}年度`

/** Names are masked, so that the year of birth tells two children of one name apart. */
export function insuredText({ name, birthYear }: Pick<Line, 'name' | 'birthYear'>): string {
  return birthYear === undefined ? name : `${name}（${birthYear}年生）`
}

/** 子女: what she is to the payer; a newer function may send a relation that is not known here. */
export function relationText(relation: string): string {
  const known = RELATIONS.find((one) => one === relation)
  return known === undefined ? '家人' : relationLabel(known)
}

export const PREMIUMS = {
  title: '居民医保缴费',
  lead: '用您医保个人账户里的钱，替家人缴一年的居民医保费。',
  theirWords: (system: string, first: string) => `在“${system}”里叫“${first}”，是同一件事。`,
  years: '看哪一年',
  yearText,
  balance: '您的个人账户里有',
  amount: balanceText,
  noAccount: '您没有职工医保的个人账户，不能替家人缴。家人替您缴的，可以在缴费记录里看。',
  glance: (counts: Readonly<Record<'paid' | 'unpaid' | 'processing' | 'other', number>>) =>
    [
      counts.paid === 0 ? '' : `${counts.paid} 位已缴`,
      counts.unpaid === 0 ? '' : `${counts.unpaid} 位没缴`,
      counts.processing === 0 ? '' : `${counts.processing} 位结果确认中`,
      counts.other === 0 ? '' : `${counts.other} 位不用在这里缴`,
    ]
      .filter((part) => part !== '')
      .join('，'),
  window: {
    open: (from: string, to: string) => `缴费期：${dayText(from)}到${dayText(to)}，现在可以缴。`,
    notYet: (from: string, to: string) => `缴费期：${dayText(from)}到${dayText(to)}，还没有开始。`,
    over: (from: string, to: string) => `集中缴费期是${dayText(from)}到${dayText(to)}，已经过了。`,
  },
  unknownTitle: '这一年的规定还没有查到',
  states: {
    paid: '已缴',
    unpaid: '没缴',
    processing: '结果确认中',
    waived: '不用缴',
    'not-eligible': '不在这里缴',
  } satisfies Readonly<Record<Relative['state'], string>>,
  paidOn: (day: string, byCaller: boolean) =>
    byCaller ? `${dayText(day)}缴的，用的是您的账户。` : `${dayText(day)}缴的，不是从您的账户缴的。`,
  processing: '这一笔正在等医保系统答复，请不要重复缴。',
  seeRecords: '去缴费记录看结果',
  waived: '按当地的规定，这一年不用缴钱。',
  confirmAs: (what: string) => `要先在当地办“${what}”。`,
  tier: '选哪一档',
  tierMissing: (name: string) => `请给${name}选一档`,
  extra: (title: string, amountFen: number) => `另外一起收：${title} ${balanceText(amountFen)}`,
  late: '已经过了集中缴费期，按过期后的价钱缴。',
  waitingDays: (days: number) => `缴了以后要等 ${days} 天，才能报销。`,
  waitingMonths: (months: number) => `缴了以后要等 ${months} 个月，才能报销。`,
  benefitFrom: (day: string) => `待遇从${dayText(day)}开始。`,
  rule: '看依据',
  hideRule: '收起依据',
  pick: (name: string) => `替${name}缴`,
  chosen: (count: number, totalFen: number) => `已选 ${count} 位，共 ${balanceText(totalFen)}`,
  left: (leftFen: number) => `缴完还剩 ${balanceText(leftFen)}`,
  next: '去核对',
  chooseFirst: '请先选要替谁缴',
  tooMany: '一次最多替 10 位家人缴，请分两次',
  tooLittle: '账户里的钱不够，请少选一位',
  nothingToPay: '没有要缴的了。',
  empty: {
    title: '还没有能替缴的家人',
    text: '先把家人加进来，对方同意后，就能在这里替家人缴费。',
    action: '去添加家人',
  },
  records: { title: '缴费记录', text: '每一笔缴费、凭证和退费。' },
  password: { title: '支付密码', text: '第一次设置，或者忘了重新设。' },
} as const

export const PREMIUM_CHECK = {
  title: '请核对',
  lead: '看清楚替谁缴、缴多少，再输密码。',
  from: '从哪里出钱',
  account: '您的医保个人账户',
  total: '一共',
  balance: '账户里有',
  left: '缴完还剩',
  year: '缴费年度',
  tier: '档次',
  waiting: '等待期',
  waitingDays: (days: number) => `${days} 天`,
  waitingMonths: (months: number) => `${months} 个月`,
  benefit: '待遇开始',
  basis: '价钱和时间的依据',
  showBasis: '看依据和出处',
  hideBasis: '收起依据',
  holdsUntil: (at: string, minutes: number) =>
    minutes <= 0
      ? `这个价钱保留到 ${momentText(at)}，不到一分钟了。`
      : `这个价钱保留到 ${momentText(at)}，还有 ${minutes} 分钟。慢慢看，过了时间再核对一次就行。`,
  expired: { title: '价钱要重新核对', text: '这份缴费单放了一刻钟，按规定要再查一次价钱。没有扣钱。' },
  again: '重新核对',
  back: '回去看各人的情况',
  pay: (totalFen: number) => `缴 ${balanceText(totalFen)}`,
  setPassword: '先设支付密码',
  resetPassword: '重新设置支付密码',
  noPassword: {
    title: '还没有支付密码',
    text: '缴费要输六位支付密码。先设一个，设好后回到这里接着缴。',
  },
  locked: '支付密码锁住了',
  wrongAddress: { title: '没有选好要替谁缴', text: '请回到缴费页，选好家人再核对。' },
  asking: {
    title: '请输入支付密码',
    text: (count: number) => `从您的个人账户替 ${count} 位家人缴`,
    forgot: '忘了密码',
    cancel: '先不缴，回去核对',
  },
} as const

const PREMIUM_PAYMENT_STATES = {
  paid: { tone: 'going-well', title: '缴好了' },
  processing: { tone: 'waiting', title: '结果确认中' },
  'outcome-unknown': { tone: 'waiting', title: '结果确认中' },
  failed: { tone: 'attention', title: '没有缴成' },
  'partly-paid': { tone: 'attention', title: '有的缴好了，有的没有' },
  refunded: { tone: 'over', title: '已经退回' },
} as const satisfies Readonly<Record<PaymentRecord['state'], { tone: string; title: string }>>

export const PREMIUM_PAYMENT = {
  title: '缴费详情',
  states: PREMIUM_PAYMENT_STATES,
  refunding: '退费确认中',
  lines: {
    paid: '已缴',
    processing: '结果确认中',
    'outcome-unknown': '结果确认中',
    failed: '没有缴成',
    refunding: '退费确认中',
    refunded: '已退回',
  } satisfies Readonly<Record<Line['state'], string>>,
  waiting: {
    text: '医保系统还没有答复。钱可能已经扣了，也可能没有，请不要重复缴。',
    next: '我们会一直问到有结果，结果会放进“消息”里。您可以先离开。',
    refund: '医保系统还没有答复退费。结果会放进“消息”里，您可以先离开。',
  },
  partly: '下面写明了每一位的结果。没有缴成的没有扣钱。',
  failed: '没有扣钱。原因写在下面。',
  refunded: '钱退回了原来的个人账户。',
  partRefunded: (amountFen: number) => `其中 ${balanceText(amountFen)}已经退回原来的个人账户。`,
  asking: {
    title: '正在问这一笔的结果',
    text: '刚才没有等到答复。正在向医保系统问，请不要重复缴，稍等一会儿。',
  },
  notArrived: {
    title: '这一笔没有送到，没有扣钱',
    text: '医保系统没有收到这一笔，可以放心重新缴。',
    button: '重新缴费',
  },
  cannotAsk: '现在问不到结果。网络恢复后，这里会自动再问，请先不要重复缴。',
  sum: (premiumYear: number, count: number) => `${premiumYear}年度居民医保费，${count} 位家人`,
  missing: { title: '没有找到这一笔', text: '请从缴费记录里打开。' },
  payer: '谁出的钱',
  yours: '您的个人账户',
  theirs: (name: string) => `${name}的个人账户`,
  when: '提交时间',
  number: '缴费编号',
  paidAt: '缴费时间',
  refundedAt: '退回时间',
  benefit: '待遇开始',
  receipt: '缴费凭证（PDF）',
  receiptText: '可以打印、转发。它不是税务发票，也不是财政票据。',
  receiptOpened: '凭证已经打开。',
  receiptFailed: '没有打开成功，请再试一次。',
  refund: '这一笔想退',
  refundName: (name: string) => `退${name}的这一笔`,
  done: '好了',
  payAgain: '回去重新缴',
  leave: '先离开，回缴费页',
} as const

export type RefundReason = 'duplicate' | 'died' | 'employee-scheme' | 'insured-elsewhere' | 'aided'

export const REFUND_REASON_LABELS: Readonly<
  Record<RefundReason, { readonly label: string; readonly note?: string }>
> = {
  duplicate: { label: '重复缴了', note: '同一年缴了两次' },
  'employee-scheme': { label: '参加了职工医保', note: '这一年不用再缴居民医保' },
  'insured-elsewhere': { label: '在别的地方参保了' },
  died: { label: '参保人去世了' },
  aided: { label: '属于政府资助的人', note: '这一年由政府替缴' },
}

export const PREMIUM_REFUND = {
  title: '申请退费',
  lead: '待遇开始以前可以退。钱退回原来的个人账户。',
  amount: '退多少',
  reason: '为什么退',
  reasonMissing: '请选一个原因',
  until: (day: string) => `待遇从${dayText(day)}开始，在那以前可以退。`,
  note: '退了以后，这一笔就不算数了。没有在别处参保的话，这一年看病不能报销，要参保得重新缴。',
  send: '申请退费',
  dialog: {
    title: (name: string) => `退${name}的居民医保费？`,
    text: (amountFen: number) => `${balanceText(amountFen)}会退回原来的个人账户，这一笔就不算数了。`,
    confirm: '确定退费',
    cancel: '先不退',
  },
  notHere: '这一笔现在不能退。请回到缴费详情看看它的情况。',
  back: '回缴费详情',
  records: '看缴费记录',
} as const

export const PREMIUM_RECORDS = {
  title: '缴费记录',
  lead: '您替家人缴的，和家人替您缴的，新的在前。',
  empty: { title: '还没有缴费记录', text: '缴过的每一笔都会记在这里。' },
  emptyFiltered: '这里没有记录，请换一年或换一位看看。',
  years: '看哪一年',
  allYears: '全部年度',
  who: '看哪一位',
  everyone: '全部家人',
  more: '看更早的',
  open: '看详情',
  openFilter: '按年度或家人找',
  closeFilter: '收起',
  byYou: '您缴的',
  by: (name: string) => `${name}缴的`,
  when: (moment: string, payer: string) => `${moment}，${payer}`,
  takeAlong: { title: '存成文件', text: '缴费记录和其他记录一起，存成 PDF 或数据文件。' },
} as const

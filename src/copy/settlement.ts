import { balanceText } from './app'

export const SETTLEMENT_PREVIEW = {
  title: '看看会从哪里付',
  lead: '先算一算，不会真的付钱，也不会记下来。',
  where: '在哪里用',
  places: { hospital: '医院看病', pharmacy: '药店买药' },
  amount: '要付多少钱',
  amountHint: '医保报销以后，自己还要付的钱。',
  amountProblem: '请填写金额，比如 86 或 86.5。',
  look: '看看从哪里付',
  result: (amountFen: number) => `${balanceText(amountFen)}会这样付`,
  why: '为什么',
  note: '这是现在的情况。真正付的时候，按当时的余额和限额算。',
  basis: '依据',
  open: '看规定和出处',
  close: '收起规定和出处',
} as const

/** From whose money a part is paid. */
export function sourceText(
  from: 'own-account' | 'binding' | 'wallet' | 'cash',
  name: string | undefined,
): string {
  switch (from) {
    case 'own-account':
      return '本人的个人账户'
    case 'binding':
      return `${name ?? '家人'}的个人账户`
    case 'wallet':
      return '本人的医保钱包'
    case 'cash':
      return '本人另付'
  }
}

export const SPENDING = {
  title: '钱用在哪里',
  lead: '每一笔都在这里，新的在前。',
  sides: { policyholder: '我的账户付的', relative: '给我付的' },
  sideLabel: '看哪一边',
  year: (year: number) => `${year}年`,
  earlier: '上一年',
  later: '下一年',
  total: (amountFen: number) => `一共 ${balanceText(amountFen)}`,
  nothing: '这一年还没有用过。',
  byMember: '按家人',
  byMonth: '按月',
  bySource: '从哪里付的',
  month: (month: string) => `${Number(month.slice(5))}月`,
  picked: '只看这一项，再点一次看全部',
  all: '看全部',
  only: (what: string) => `只看${what}`,
  list: '明细',
  empty: { title: '没有明细', text: '家人看病、买药或缴居民医保费用了您的账户，会记在这里。' },
  emptyOwn: { title: '没有明细', text: '您看病、买药，或家人替您缴费以后，会记在这里。' },
  more: '看更早的',
  ownYear: '您自己一年的看病买药费用',
  premiumYear: (year: number) => `${year}年度`,
} as const

const ON: Readonly<Record<'outpatient' | 'inpatient' | 'pharmacy' | 'premium', string>> = {
  outpatient: '门诊',
  inpatient: '住院',
  pharmacy: '药店买药',
  premium: '居民医保费',
}

export interface SpentRecord {
  readonly on: keyof typeof ON
  readonly side: 'policyholder' | 'relative' | 'guardian'
  readonly institution?:
    | { readonly kind: 'hospital' | 'pharmacy'; readonly name?: string | undefined }
    | undefined
  readonly other?: { readonly name: string } | undefined
  readonly premiumYear?: number | undefined
}

/** What it was, at what kind of place, and for whom or by whom. A policyholder is not told what kind of treatment. */
export function spentTitle({ on, side, institution, other, premiumYear }: SpentRecord): string {
  if (on === 'premium') {
    const year = premiumYear === undefined ? '' : SPENDING.premiumYear(premiumYear)
    if (other === undefined) return `${year}${ON.premium}`
    return side === 'policyholder'
      ? `${other.name}的${year}${ON.premium}`
      : `${other.name}缴的${year}${ON.premium}`
  }
  const kind = institution?.kind === 'pharmacy' ? '药店' : '医院'
  if (side === 'policyholder') return `${other?.name ?? '家人'}在${kind}用的`
  return `${institution?.name ?? kind}，${ON[on]}`
}

const STATES: Readonly<Record<string, string | null>> = {
  settled: null,
  processing: '正在办',
  'outcome-unknown': '结果确认中',
  failed: '没有办成，钱没有动',
  reversing: '正在退回',
  reversed: '已经退回',
}

/** What is to be said of how it stands; null where the money went as it should. */
export function spentState(state: string): string | null {
  return STATES[state] ?? null
}

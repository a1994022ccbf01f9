import type { Day, Instant } from '../values/day'
import { addFen, type Fen } from '../values/fen'
import { EXPORT_PRINT } from './export-words'
import { dayText, yuanText } from './figures'
import { momentText } from './letter-print'
import { RECEIPT_PRINT } from './receipt-print'

interface ExportedLine {
  readonly lineId: string
  readonly name: string
  readonly tierTitle: string
  readonly amountFen: Fen
  readonly state: 'paid' | 'processing' | 'outcome-unknown' | 'failed' | 'refunding' | 'refunded'
  readonly settledAt?: Instant
  readonly benefitFrom?: Day
  readonly refundedAt?: Instant
}

interface ExportedPayment {
  readonly paymentId: string
  readonly payer: { readonly name: string }
  readonly createdAt: Instant
  readonly lines: readonly ExportedLine[]
}

interface Section {
  readonly title: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly lines: readonly string[]
}

/** What became of a line, for whoever reads it on paper. */
const STATES: Readonly<Record<ExportedLine['state'], string>> = {
  paid: RECEIPT_PRINT.paid,
  processing: '办理中',
  'outcome-unknown': '结果确认中',
  failed: '没有缴成，钱没有动',
  refunding: '正在退回',
  refunded: RECEIPT_PRINT.refunded,
}

const WORDS = {
  title: (year: number) => `${year}年度居民医保缴费记录`,
  whole: '合计',
  paid: '已缴',
  refunded: '已退回',
  none: '这一年度没有缴费记录。',
  refundedAt: '退回时间',
} as const

/** The payments of a year as the parts of a printed report: first what stands in all, then each payment. */
export function premiumSections(
  payments: readonly ExportedPayment[],
  premiumYear: number,
  madeAt: Instant,
): {
  readonly title: string
  readonly above: { readonly left: string; readonly right: string }
  readonly footer: string
  readonly sections: readonly Section[]
} {
  return {
    title: WORDS.title(premiumYear),
    above: { left: RECEIPT_PRINT.left, right: EXPORT_PRINT.right(momentText(madeAt)) },
    footer: RECEIPT_PRINT.notATicket,
    sections: [wholeOf(payments), ...payments.map(sectionOf)],
  }
}

function wholeOf(payments: readonly ExportedPayment[]): Section {
  if (payments.length === 0) return { title: WORDS.whole, facts: [], lines: [WORDS.none] }
  const lines = payments.flatMap((payment) => payment.lines)
  const sumOf = (...states: ExportedLine['state'][]) =>
    yuanText(addFen(...lines.filter(({ state }) => states.includes(state)).map(({ amountFen }) => amountFen)))
  return {
    title: WORDS.whole,
    facts: [
      { label: WORDS.paid, value: sumOf('paid', 'refunding') },
      { label: WORDS.refunded, value: sumOf('refunded') },
    ],
    lines: [],
  }
}

function sectionOf({ paymentId, payer, createdAt, lines }: ExportedPayment): Section {
  return {
    title: momentText(createdAt),
    facts: [
      { label: RECEIPT_PRINT.payer, value: payer.name },
      { label: RECEIPT_PRINT.paymentId, value: paymentId },
    ],
    lines: lines.map(lineText),
  }
}

function lineText(line: ExportedLine): string {
  const { name, tierTitle, amountFen, state, settledAt, benefitFrom, refundedAt, lineId } = line
  return [
    `${name}　${tierTitle}　${yuanText(amountFen)}　${STATES[state]}`,
    ...(settledAt === undefined ? [] : [`${RECEIPT_PRINT.paidAt}：${momentText(settledAt)}`]),
    ...(benefitFrom === undefined ? [] : [`${RECEIPT_PRINT.benefitFrom}：${dayText(benefitFrom)}`]),
    ...(refundedAt === undefined ? [] : [`${WORDS.refundedAt}：${momentText(refundedAt)}`]),
    `${RECEIPT_PRINT.orderId}：${lineId}`,
  ].join('；')
}

import type { Fen } from '../values/fen'
import { yuanText } from './figures'

export interface SettlementTold {
  readonly billFen: Fen
  readonly lines: readonly {
    readonly from: 'own-account' | 'binding' | 'wallet' | 'cash'
    readonly amountFen: Fen
    /** Of the policyholder, masked. */
    readonly name: string
    readonly reason: string
  }[]
  readonly passedOver: readonly { readonly name: string; readonly reason: string }[]
}

/** Of a bill, what each pays and why, and whose account gives nothing and why: one sentence or two for each. */
export function settlementSentences({ billFen, lines, passedOver }: SettlementTold): string[] {
  return [
    ...lines.map(
      ({ from, amountFen, name, reason }) =>
        `${yuanText(billFen)}里的${yuanText(amountFen)}${paidFrom(from, name)}：${reason}`,
    ),
    ...passedOver.map(({ name, reason }) => `${name}的个人账户：${reason}`),
  ]
}

function paidFrom(from: SettlementTold['lines'][number]['from'], name: string): string {
  switch (from) {
    case 'own-account':
      return '用本人的个人账户付'
    case 'binding':
      return `用${name}的个人账户付`
    case 'wallet':
      return '用本人的医保钱包付'
    case 'cash':
      return '由本人另付'
  }
}

import type { Fen } from '../values/fen'
import { yuanText } from './figures'

/** What keeps a policyholder's account from paying more. */
export type Cut =
  | 'balance'
  | 'floor'
  | 'prior-years'
  | 'settlement-limit'
  | 'region-settlement-limit'
  | 'month-limit'
  | 'region-month-limit'
  | 'account-limit'
  | 'region-account-limit'

/** Why a binding gives nothing to a settlement. */
export type PassedOver =
  | 'paused'
  | 'in-review'
  | 'not-begun'
  | 'over'
  | 'policyholder-not-active'
  | 'use-closed-by-policyholder'
  | 'use-not-in-region'
  | 'uses-unknown'
  | 'prior-years-unknown'
  | 'nothing-left'
  | 'one-policyholder'
  | 'bill-covered'

export type OrderOfPolicyholders =
  | 'binding-time'
  | 'local-first-then-binding-time'
  | 'balance-high-first'
  | 'balance-high-first-then-name'
  | 'policyholder-set'

const ORDER_SENTENCES: Readonly<Record<OrderOfPolicyholders, string>> = {
  'binding-time': '先绑定的授权人先用。',
  'local-first-then-binding-time': '同一统筹区的授权人先用，其中先绑定的先用，别的统筹区的排在后面。',
  'balance-high-first': '账户余额多的授权人先用。',
  'balance-high-first-then-name': '账户余额多的授权人先用，余额一样多的按姓名排。',
  'policyholder-set': '按授权人设好的顺位用。',
}

/** Why this line pays, and why no more. */
export function lineSentence(
  line:
    | { readonly from: 'own-account' | 'wallet' | 'cash' }
    | {
        readonly from: 'binding'
        readonly order: OrderOfPolicyholders | null
        readonly cut: Cut | null
        readonly figureFen: Fen | null
      },
): string {
  switch (line.from) {
    case 'own-account':
      return '先用本人个人账户里的钱。'
    case 'wallet':
      return '再用本人医保钱包里的钱。'
    case 'cash':
      return '剩下的由本人支付。'
    case 'binding': {
      const why = line.order === null ? '本人的账户不够，用授权人的。' : ORDER_SENTENCES[line.order]
      return line.cut === null ? why : why + cutSentence(line.cut, line.figureFen)
    }
  }
}

function cutSentence(cut: Cut, figureFen: Fen | null): string {
  const figure = figureFen === null ? '' : yuanText(figureFen)
  switch (cut) {
    case 'balance':
      return '账户里的钱用完了。'
    case 'floor':
      return `按当地规定，授权人的账户里要留${figure}。`
    case 'prior-years':
      return '按当地规定，只能用账户里往年结余的钱。'
    case 'settlement-limit':
      return `授权人设了每次最多用${figure}。`
    case 'region-settlement-limit':
      return `按当地规定，每次最多用${figure}。`
    case 'month-limit':
      return `授权人设了每月最多用${figure}。`
    case 'region-month-limit':
      return `按当地规定，每月最多用${figure}。`
    case 'account-limit':
      return `授权人设了家人一共最多用${figure}。`
    case 'region-account-limit':
      return `按当地规定，家人一共最多用${figure}。`
  }
}

const PASSED_OVER: Readonly<Record<Exclude<PassedOver, 'nothing-left'>, string>> = {
  paused: '这份绑定暂停了，所以没有用。授权人恢复以后就能用。',
  'in-review': '这份绑定还在审核，所以没有用。',
  'not-begun': '这份绑定还没有到开始的日子，所以没有用。',
  over: '这份绑定已经结束，所以没有用。',
  'policyholder-not-active': '授权人现在用不了个人账户，所以没有用。',
  'use-closed-by-policyholder': '授权人没有打开这个用途，所以没有用。',
  'use-not-in-region': '按当地规定，家人的钱不能这样用，所以没有用。',
  'uses-unknown': '当地能把钱用在哪里，没有查到规定，所以没有用。可以拨打12393询问。',
  'prior-years-unknown': '按当地规定，只能用账户里往年结余的钱，医保系统没有告知这部分有多少，所以没有用。',
  'one-policyholder': '按当地规定，一次结算只用一位授权人的钱，所以没有用。',
  'bill-covered': '前面的钱已经够了，所以没有用。',
}

/** Why a binding gives nothing this time. */
export function passedOverSentence(because: PassedOver, cut: Cut | null, figureFen: Fen | null): string {
  if (because !== 'nothing-left') return PASSED_OVER[because]
  return `这一次没有可用的钱，所以没有用。${cut === null ? '' : cutSentence(cut, figureFen)}`
}

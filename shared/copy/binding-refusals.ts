import type { Facts } from './facts'

/** Why a binding cannot be changed as somebody wished, and what to do; null where another sentence knows better. */
export function bindingNotAllowed(facts: Facts): string | null {
  switch (facts.text('reason')) {
    case 'other-sides-change':
      return facts.text('side') === 'policyholder'
        ? null
        : '钱是对方账户里的，暂停、恢复和限额只能由对方来设。可以和对方商量，或者解除这份共享。'
    case 'binding-ended':
      return '这份共享已经结束，不能再改。如果还需要，请重新邀请。'
    case 'binding-ending':
      return '这份共享已经在解除了。在结束之前，提出解除的一方可以撤回。'
    case 'binding-active':
      return facts.text('change') === 'undo-unbind'
        ? '这份共享没有在解除，不用撤回。'
        : '这份共享正在用，不用恢复。'
    case 'binding-paused':
      return facts.text('change') === 'undo-unbind'
        ? '这份共享没有在解除，不用撤回。'
        : '这份共享已经暂停了。要接着用，请点恢复。'
    case 'ended-by-other':
      return '解除不是您提出的，只能由提出的一方撤回。还想继续的话，请和对方商量，或在结束后重新邀请。'
    case 'nothing-to-change':
      return '没有要改的内容。请先改一项，再保存。'
    case 'no-account-limit':
      return '当地没有“账户一共最多用多少”这一项。可以给每位家人分别设限额。'
    case 'no-order':
      return '先用谁的钱，由当地规定来定，不用自己排。'
    case 'order-changed':
      return '家人有了变动。请刷新后，把每一位都重新排一遍。'
    case 'not-together':
      return '这几份共享的结束日期或办法不一样，不能一起解除。请一份一份地办。'
    case 'consented-already':
      return '这份共享不用再由本人确认。'
    case 'not-of-age':
      return `要到${facts.day('from') ?? '规定的年龄'}，才由本人自己签字确认。`
    case 'own-proposal':
      return '这个日期是您提出的，要等对方回答。'
    case 'no-such-proposal':
      return '没有等您回答的日期，可能对方刚刚改过。请刷新后再看一次。'
    default:
      return null
  }
}

/** What is wrong with a day on which a binding would end; null where another sentence knows better. */
export function lastDayInvalid(facts: Facts): string | null {
  switch (facts.text('problem')) {
    case 'not-later':
      return '新的日期要比现在的最后一天晚。想早点结束，请用解除。'
    case 'open-ended-already':
      return '这份共享没有结束日期，一直有效，不用延长。'
    default:
      return null
  }
}

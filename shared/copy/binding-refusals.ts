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
      return reviewNotAllowed(facts)
  }
}

/** Why a step of a review cannot be taken: to the reviewer, and to the person who hands in again. */
function reviewNotAllowed(facts: Facts): string | null {
  switch (facts.text('reason')) {
    case 'reviewers-only':
      return '这一项由审核员办理。请用审核员的账号登录。'
    case 'every-region-only':
      return '账目差异由负责全部地区的审核员处理。请用那样的账号登录。'
    case 'difference-settled':
      return '这一笔差异已经处理过了。请刷新列表。'
    case 'review-decided':
      return '这份申请已经有结果了，不能再审一次。请刷新后查看；要改结果，请提出更正，由另一位审核员确认。'
    case 'review-changed':
      return '申请人刚刚重新交了材料。请重新打开这份申请，看过新的材料再决定。'
    case 'review-moot':
      return '这份申请里的共享已经结束或撤回了，不用再审。请刷新列表。'
    case 'review-not-decided':
      return '这份申请还没有审，不用更正。请先审核。'
    case 'reversal-waits':
      return '已经有人提出更正，正在等另一位审核员确认。'
    case 'reversal-too-late':
      return '材料的保存时间已经过了，不能再更正。请让双方重新办理。'
    case 'no-reversal':
      return '没有等着确认的更正，可能刚刚处理过。请刷新后查看。'
    case 'own-reversal':
      return '更正是您自己提出的，要由另一位审核员来确认。'
    case 'place-taken':
      return '现在恢复不了：双方的名额或参保情况已经变了。请让双方重新办理。'
    case 'review-not-rejected':
      return '这份申请不用补交。请刷新后看看办到哪一步了。'
    case 'resubmit-too-late':
      return '补交的时间已经过了。还需要的话，请重新办理一次。'
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

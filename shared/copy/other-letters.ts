import type { Day } from '../values/day'
import type { Fen } from '../values/fen'
import { dayText, yuanText } from './figures'
import { type LetterWords, numbered, OUR_READING, penaltyText, type WrittenLetter } from './letters'

/** The first day on which the text for ending a sharing is used; a new wording is a new version. */
export const UNBIND_LETTER_VERSION = '2026-11-25'
/** The same for the wallet. */
export const WALLET_LETTER_VERSION = '2025-11-05'

/** A letter of this product alone, so that what is typed under it, where it is typed, is ours as well. */
interface TypedLetter extends WrittenLetter {
  readonly sentence: string
}

/**
 * What a notice of unbinding does: it ends a sharing; it asks the bureau to end it, which decides first; or it takes
 * back an application to share on which nobody has decided.
 */
export type UnbindStep = 'end' | 'apply' | 'withdraw'

export interface UnbindLetterFacts {
  readonly step: UnbindStep
  /** Of the region whose rules apply: the policyholder's. */
  readonly words: Pick<LetterWords, 'unbinding'> & {
    /** The region's own name for the letter. */
    readonly unbindTitle: string
    readonly rebinding: { readonly nextDay: boolean; readonly ourReading: boolean }
  }
  /** Who ends it. A guardian does so for the child, who is then the relative. */
  readonly by: 'policyholder' | 'relative' | 'guardian'
  readonly signerName: string
  readonly policyholderName: string
  /** All with whom it ends. */
  readonly relativeNames: readonly string[]
  /** The last day on which it holds; for an application the one that is wished for, or null where none is. */
  readonly lastDay: Day | null
}

/** The notice (告知书) that is signed to end a sharing: with whom, from when, what stays, what must be done oneself. */
export function unbindLetterText(facts: UnbindLetterFacts): TypedLetter {
  const relatives = facts.relativeNames.join('、')
  const { rebinding, unbindTitle } = facts.words
  const again = rebinding.nextDay ? '最早从次日起' : '随时'
  const paragraphs = [
    `${whoEnds(facts, relatives)}`,
    ...numbered([
      `什么时候结束：${whenItEnds(facts)}。`,
      ...(facts.step === 'apply' ? [UNTIL_DECIDED] : []),
      `${whatStops(facts, relatives)}`,
      `不变的：双方各自的医保待遇、各自账户里的钱都不变，和别的家人之间的共享也不受影响。`,
      `凭证：看病买药仍只用患者本人的医保码或社保卡，不能冒用别人的。`,
      `想恢复：${again}可以重新邀请，双方要重新签字${rebinding.ourReading ? OUR_READING : ''}。`,
      `信息：${whereItGoes(facts)}`,
      `责任：我清楚${STEP_WORDS[facts.step]}的后果，这是我自己的决定，没有人冒用我的名义。`,
    ]),
    `签署人：${facts.signerName}`,
  ]
  return {
    title: unbindTitle,
    text: paragraphs.join('\n'),
    version: UNBIND_LETTER_VERSION,
    sentence: `我确认${STEP_WORDS[facts.step]}，已经知道以后的变化`,
  }
}

const UNTIL_DECIDED =
  '审核通过以前：申请可以撤回；想马上停用，可以由授权人先暂停。没有通过的，共享照旧，医保部门会说明原因。'

const STEP_WORDS: Readonly<Record<UnbindStep, string>> = {
  end: '解除',
  apply: '申请解除',
  withdraw: '撤回申请',
}

/** Where the bureau decides, nobody knows the day yet, so none is named but the one that is wished for. */
function whenItEnds({ step, words, lastDay }: UnbindLetterFacts): string {
  const { nextDay, ourReading } = words.unbinding
  const reading = ourReading ? OUR_READING : ''
  const last = lastDay === null ? null : dayText(lastDay)
  switch (step) {
    case 'end':
      return `${last ?? '今天'}${nextDay ? '是最后一天，当天仍有效，次日零点结束' : '确认解除后立即结束'}${reading}`
    case 'apply': {
      const wish = last === null ? '' : `；我希望用到${last}，那天以后才通过的，以通过那天为准`
      const end = nextDay ? '通过的当天仍有效，次日零点结束' : '通过后立即结束'
      return `这是一份申请，当地审核通过以前照旧有效${wish}；${end}${reading}`
    }
    case 'withdraw':
      return '当地还没有审核通过，所以还没有开始；确认以后，这份申请马上撤回，不再审核'
  }
}

function whatStops({ step, policyholderName }: UnbindLetterFacts, relatives: string): string {
  const money = `${policyholderName}医保个人账户里的钱`
  return step === 'withdraw'
    ? `撤回以后：${relatives}不能用${money}。`
    : `结束以后：${relatives}不能再用${money}。已经结算的不受影响，结束前已经开始的结算照常完成。`
}

function whereItGoes({ step }: UnbindLetterFacts): string {
  switch (step) {
    case 'end':
      return '这次解除会告诉另一方，会报给医保经办机构，用来停止结算和留底；解除的理由不会写进这份文书。'
    case 'apply':
      return '这次申请会告诉另一方，会交给医保经办机构审核；理由和材料只给审核的人看，不告诉另一方，也不会写进这份文书。'
    case 'withdraw':
      return '撤回会告诉另一方，会报给医保经办机构，用来停止审核和留底；撤回的理由不会写进这份文书。'
  }
}

function whoEnds(facts: UnbindLetterFacts, relatives: string): string {
  const { by, step, signerName, policyholderName } = facts
  const decides = { end: '我决定', apply: '我申请', withdraw: '我撤回申请，' }[step]
  switch (by) {
    case 'policyholder':
      return `我是${policyholderName}。${decides}不再让${relatives}使用我医保个人账户里的钱。`
    case 'relative':
      return `我是${relatives}。${decides}不再使用${policyholderName}医保个人账户里的钱。`
    case 'guardian': {
      const forChild = { end: '决定', apply: '申请', withdraw: '撤回申请' }[step]
      return `我是${signerName}，是${relatives}的监护人。我替${relatives}${forChild}，不再使用${policyholderName}医保个人账户里的钱。`
    }
  }
}

export interface WalletLetterFacts {
  readonly words: Pick<LetterWords, 'system' | 'penalty'> & {
    readonly consentTitle: string
    /** Times of day, Asia/Shanghai; null where nothing is published. */
    readonly hours: { readonly from: string; readonly to: string } | null
    readonly amountFen: Fen | null
    readonly countADay: number | null
    /** When money that was not accepted comes back on the next day, and whether only this product says so. */
    readonly returnAt: { readonly time: string; readonly ourReading: boolean }
  }
  readonly signerName: string
}

/** The letter that is signed to open a wallet (医保钱包): whose money, how much, when, what it is not, how it ends. */
export function walletLetterText({ words, signerName }: WalletLetterFacts): TypedLetter {
  const { hours, amountFen, countADay, returnAt, penalty } = words
  const limits = [
    ...(hours === null ? [] : [`每天${hours.from}到${hours.to}可以转`]),
    ...(amountFen === null ? [] : [`每笔最多${yuanText(amountFen)}`]),
    ...(countADay === null ? [] : [`每天最多${countADay}笔`]),
  ]
  const paragraphs = [
    `我是${signerName}。我自愿开通医保钱包，用来和参加基本医保的近亲属之间转医保个人账户里的钱。`,
    ...numbered([
      `是什么：医保钱包里的钱仍是医保基金的个人账户资金，只能用于看病、买药等医保允许的用途，不能取现，也不能转给近亲属以外的人。`,
      `怎么转：由转出的人本人输入密码或核验身份，${limits.length === 0 ? '时间和金额以转账页面显示的为准' : limits.join('，')}。`,
      `对方要接收：对方没有接收的，次日${returnAt.time}退回${returnAt.ourReading ? OUR_READING : ''}。`,
      `凭证：只用本人的身份、本人的密码和本人的医保码，不借给别人，也不冒用别人的。${penaltyText(penalty)}`,
      `怎么结束：随时可以不再转。要关闭的，在${words.system}或到当地医保窗口办理，办理前先问清余额怎么处理。`,
      `信息：姓名、证件号码、家庭关系和转账记录按敏感个人信息保护，交给两边的医保经办机构核对、记账和结算；对方只看得到是谁转来的、转了多少。`,
      `填写的身份和家庭关系是真实的，有变化会及时更正。`,
    ]),
    `签署人：${signerName}`,
  ]
  return {
    title: `医保钱包${words.consentTitle}`,
    text: paragraphs.join('\n'),
    version: WALLET_LETTER_VERSION,
    sentence: '我自愿开通医保钱包，只转给近亲属',
  }
}

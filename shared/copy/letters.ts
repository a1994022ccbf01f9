import type { Day } from '../values/day'
import type { Fen } from '../values/fen'
import type { Relation, Use } from '../values/relation'
import { dayText, yuanText } from './figures'
import { relationLabel, useLabel } from './labels'

/**
 * The first day on which these texts are used. A text is never edited under a version: a new wording is a new
 * version, and what was signed keeps the words that were read.
 */
export const LETTER_VERSION = '2025-11-01'

/** What the rules of a region give to its letters; `letterWords` of `shared/rules` asks for them. */
export interface LetterWords {
  /** The region's own name for the letter. */
  readonly consentTitle: string
  /** Where members are managed, in the region's words. */
  readonly pageTitle: string
  /** True where the day of unbinding still counts. */
  readonly endsNextDay: boolean
  /** True where a binding ends by itself when either side is no longer enrolled or has moved away. */
  readonly endsWithEnrolment: boolean
  /** What the use of somebody else's credential leads to; null where no rule is known for the day. */
  readonly penalty: {
    readonly suspensionMonths: { readonly from: number; readonly to: number }
    readonly fineTimes: { readonly from: number; readonly to: number }
  } | null
}

export interface LetterFacts {
  readonly purpose: 'invite' | 'accept' | 'guardian'
  /** Of the region whose rules apply: the policyholder's. */
  readonly words: LetterWords
  readonly policyholderName: string
  readonly relativeName: string
  readonly relation: Relation
  readonly uses: readonly Use[]
  readonly startDay: Day
  /** The last day, which counts. */
  readonly endDay?: Day
  readonly monthlyLimitFen?: Fen
  readonly perSettlementLimitFen?: Fen
  readonly signerName: string
}

/**
 * The letter (承诺书) that a person signs: who, what for, how long, how much, one's own credential only, how it ends,
 * where the data goes. `sentence` is what is typed where the letter is signed by typing.
 */
export function letterText(facts: LetterFacts): {
  title: string
  text: string
  version: string
  sentence: string
} {
  const paragraphs = [
    opening(facts),
    ...numbered([
      whatFor(facts),
      howLong(facts),
      howMuch(facts),
      ownCredential(facts),
      howToEnd(facts),
      whereDataGoes(facts),
      lastWords(facts),
    ]),
    `签署人：${facts.signerName}`,
  ]
  return {
    title: titleOf(facts),
    text: paragraphs.join('\n'),
    version: LETTER_VERSION,
    sentence: SENTENCES[facts.purpose],
  }
}

/** The notice (告知书) that stands before the letter: what it means, in short. */
export function noticeText(facts: LetterFacts): { title: string; text: string; version: string } {
  const { policyholderName, relativeName } = facts
  const whose = facts.purpose === 'accept' ? '您' : relativeName
  const text = [
    `${policyholderName}想让${facts.purpose === 'accept' ? '您' : relativeName}用自己医保个人账户里的钱${usesText(facts.uses)}。`,
    `同意以后：${howLong(facts)}`,
    `${whose}自己的账户先用，不够的部分才用${policyholderName}的。${whose}原有的医保待遇不变。`,
    `${whose}看病买药还是用自己的医保码或社保卡，不用也不能用别人的。`,
    '同不同意都由您决定。不同意不用说明理由，对方只会知道没有加入。',
    `以后想结束，随时可以在本小程序的“${facts.words.pageTitle}”里解除，${endText(facts.words)}。`,
  ]
  return { title: '家庭共济告知书', text: text.join('\n'), version: LETTER_VERSION }
}

const SENTENCES = {
  invite: '我愿意让家人使用我的医保个人账户',
  accept: '我愿意使用家人的医保个人账户',
  guardian: '我是监护人，我替孩子同意以上内容',
} as const

function titleOf(facts: LetterFacts): string {
  const whose = { invite: '授权人', accept: '家人', guardian: '监护人' }[facts.purpose]
  return `${facts.words.consentTitle}（${whose}签署）`
}

function numbered(paragraphs: readonly string[]): string[] {
  const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九']
  return paragraphs.map((paragraph, index) => `${numerals[index] ?? ''}、${paragraph}`)
}

function usesText(uses: readonly Use[]): string {
  return uses.map(useLabel).join('、')
}

function opening(facts: LetterFacts): string {
  const { policyholderName, relativeName } = facts
  const relation = relationLabel(facts.relation)
  switch (facts.purpose) {
    case 'invite':
      return `我是${policyholderName}，参加职工医保。${relativeName}是我的${relation}。我自愿让${relativeName}在下面写明的范围内，使用我医保个人账户里的钱。`
    case 'accept':
      return `我是${relativeName}，参加基本医保，是${policyholderName}的${relation}。我自愿在下面写明的范围内，使用${policyholderName}医保个人账户里的钱。`
    case 'guardian':
      return `我是${facts.signerName}，是${relativeName}的监护人。${relativeName}是${policyholderName}的${relation}，还未满签字的年龄。我替${relativeName}同意，在下面写明的范围内使用${policyholderName}医保个人账户里的钱。`
  }
}

function whatFor(facts: LetterFacts): string {
  return `用途：${usesText(facts.uses)}，限于${facts.relativeName}本人应当自己负担的部分。别的用途不能用，也不能取出现金。`
}

function howLong(facts: LetterFacts): string {
  const from = `从${dayText(facts.startDay)}起有效，家人晚于这一天同意的，从同意后的生效日起有效`
  return facts.endDay === undefined
    ? `${from}；没有约定结束日期，到解除为止。`
    : `${from}；${dayText(facts.endDay)}是最后一天，当天仍有效。`
}

function howMuch(facts: LetterFacts): string {
  const limits = [
    ...(facts.monthlyLimitFen === undefined ? [] : [`每月最多${yuanText(facts.monthlyLimitFen)}`]),
    ...(facts.perSettlementLimitFen === undefined
      ? []
      : [`每次最多${yuanText(facts.perSettlementLimitFen)}`]),
  ]
  const limit = limits.length === 0 ? '没有另设上限，以账户里的余额为限' : limits.join('，')
  return `金额：${limit}。先用${facts.relativeName}自己的个人账户，没有或不够的部分才用${facts.policyholderName}的。`
}

function ownCredential(facts: LetterFacts): string {
  const rule = `看病买药只用患者本人的医保码或社保卡。钱可以共用，凭证不能借给别人，也不能冒用别人的。`
  if (facts.words.penalty === null) return rule
  const { suspensionMonths, fineTimes } = facts.words.penalty
  return `${rule}冒用凭证骗取医保基金的，可能被暂停联网结算${suspensionMonths.from}至${suspensionMonths.to}个月，并处骗取金额${fineTimes.from}至${fineTimes.to}倍的罚款（医疗保障基金使用监督管理条例第四十一条）。`
}

function howToEnd(facts: LetterFacts): string {
  const { pageTitle, endsWithEnrolment } = facts.words
  const own = `双方都可以随时在本小程序的“${pageTitle}”里解除，${endText(facts.words)}。家庭关系有变化的，请及时解除`
  return endsWithEnrolment ? `${own}；任何一方停保或转走的，自动结束。` : `${own}。`
}

function endText(words: LetterWords): string {
  return words.endsNextDay ? '当天仍有效，次日零点结束' : '解除后立即结束'
}

function whereDataGoes(facts: LetterFacts): string {
  return `姓名、证件号码、家庭关系和使用记录属于敏感个人信息，只用来核对参保、记账和结算，交给医保经办机构和结算的医药机构。${facts.policyholderName}和${facts.relativeName}能看到彼此的共济记录，看不到病情。加入不成的原因只告诉${facts.relativeName}一方。`
}

function lastWords(facts: LetterFacts): string {
  const truth = '填写的身份和家庭关系是真实的。这份承诺书不改变任何人原有的医保待遇，也不保证账户里一直有钱。'
  return facts.purpose === 'invite' ? `${truth}家人或孩子的监护人也签字以后，绑定才成立。` : truth
}

import type { Day } from '../values/day'
import type { Fen } from '../values/fen'
import type { Sex } from '../values/id-document'
import type { Relation, Use } from '../values/relation'
import { dayText, yuanText } from './figures'
import { relationLabel, relationWord, useLabel } from './labels'

/**
 * The first day on which these texts are used. A text is never edited under a version: a new wording is a new
 * version, and what was signed keeps the words that were read.
 */
export const LETTER_VERSION = '2026-11-25'

/** A letter as it is written for one person. What is typed under it, where it is typed, is a rule of the region. */
export interface WrittenLetter {
  readonly title: string
  readonly text: string
  readonly version: string
}

/** What the rules of a region give to its letters; `letterWords` of `shared/rules` asks for them. */
export interface LetterWords {
  /** The region's own name for the letter. */
  readonly consentTitle: string
  /** The region's own mini-program or app. */
  readonly system: string
  /** True where a binding begins on the day after it was accepted, at the earliest. */
  readonly beginsNextDay: boolean
  /** Whether the day of unbinding still counts, and whether a source says so or this product takes it so. */
  readonly unbinding: { readonly nextDay: boolean; readonly ourReading: boolean }
  /** Whether the bureau decides on an unbinding, so that it is an application. */
  readonly unbindingReviewed: boolean
  /** Whether the sharing cannot be used further once either side is no longer enrolled or has moved away. */
  readonly withEnrolment: { readonly ends: boolean; readonly ourReading: boolean }
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
  /** True where the bureau decides on this binding before it begins. */
  readonly reviewed?: boolean
  readonly policyholderName: string
  readonly relativeName: string
  readonly relation: Relation
  /** Of the relative, so that she is called 母亲 and not 父母; null or missing where it is not known. */
  readonly relativeSex?: Sex | null
  /** Whether the relative is the older of the two: 姐姐 or 妹妹. */
  readonly relativeIsOlder?: boolean | null
  readonly uses: readonly Use[]
  readonly startDay: Day
  /** The last day, which counts. */
  readonly endDay?: Day
  readonly monthlyLimitFen?: Fen
  readonly perSettlementLimitFen?: Fen
  /** Empty for a parent who is not named yet. */
  readonly signerName: string
}

/**
 * The letter (承诺书) that a person signs: who, what for, how long, how much, one's own credential only, how it ends,
 * where the data goes.
 */
export function letterText(facts: LetterFacts): WrittenLetter {
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
    `签署人：${facts.signerName === '' ? parentOf(facts) : facts.signerName}`,
  ]
  return {
    title: titleOf(facts),
    text: paragraphs.join('\n'),
    version: LETTER_VERSION,
  }
}

/** The notice (告知书) that stands before the letter: what it means, in short. */
export function noticeText(facts: LetterFacts): { title: string; text: string; version: string } {
  const { policyholderName, relativeName } = facts
  const whose = facts.purpose === 'accept' ? '您' : relativeName
  const forChild = facts.purpose === 'guardian' ? '您是监护人，由您替孩子决定。' : ''
  const text = [
    `${policyholderName}想让${whose}${usesText(facts.uses)}时，用${policyholderName}医保个人账户里的钱。${forChild}`,
    `同意以后：${howLong(facts, '您')}`,
    `${whose}自己的账户先用，不够的部分才用${policyholderName}的。${whose}原有的医保待遇不变。`,
    `${whose}看病买药还是用自己的医保码或社保卡，不用也不能用别人的。`,
    `同不同意都由您决定。不同意可以不写理由：写了，会照原样给${policyholderName}看；不写，${policyholderName}只知道您没有同意。`,
    `以后想结束，${whereToEnd(facts.words)}`,
  ]
  return { title: '家庭共济告知书', text: text.join('\n'), version: LETTER_VERSION }
}

function titleOf(facts: LetterFacts): string {
  const whose = { invite: '授权人', accept: '家人', guardian: '监护人' }[facts.purpose]
  return `${facts.words.consentTitle}（${whose}签署）`
}

export function numbered(paragraphs: readonly string[]): string[] {
  const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九']
  return paragraphs.map((paragraph, index) => `${numerals[index] ?? ''}、${paragraph}`)
}

function usesText(uses: readonly Use[]): string {
  return uses.map(useLabel).join('、')
}

function opening(facts: LetterFacts): string {
  const { policyholderName, relativeName } = facts
  const kin = kinOf(facts)
  switch (facts.purpose) {
    case 'invite':
      return `我是${policyholderName}，参加职工医保。${relativeName}是我的${kin}。我自愿让${relativeName}在下面写明的范围内，使用我医保个人账户里的钱。`
    case 'accept':
      return `我是${relativeName}，参加基本医保，是${policyholderName}的${kin}。我自愿在下面写明的范围内，使用${policyholderName}医保个人账户里的钱。`
    case 'guardian':
      return `我是${guardianOf(facts)}。${relativeName}是${policyholderName}的${kin}，还没到自己签字的年龄。我替${relativeName}同意，在下面写明的范围内使用${policyholderName}医保个人账户里的钱。`
  }
}

function guardianOf(facts: LetterFacts): string {
  return facts.signerName === ''
    ? `${parentOf(facts)}，也是监护人`
    : `${facts.signerName}，是${facts.relativeName}的监护人`
}

/** What the relative is called. Where one word for one person is not known, the relation stands beside 家人. */
function kinOf(facts: LetterFacts): string {
  const word = relationWord(facts.relation, {
    sex: facts.relativeSex ?? null,
    olderThanOther: facts.relativeIsOlder ?? null,
  })
  return word ?? `家人（与${facts.policyholderName}的关系：${relationLabel(facts.relation)}）`
}

/** Which of the two parents signs is seen only when one of them does. */
function parentOf(facts: LetterFacts): string {
  return `${facts.relativeName}的父亲或母亲`
}

function whatFor(facts: LetterFacts): string {
  return `用途：${usesText(facts.uses)}，限于${facts.relativeName}本人应当自己负担的部分。别的用途不能用，也不能取出现金。`
}

function howLong(facts: LetterFacts, who = signingSide(facts)): string {
  const from = facts.reviewed === true ? beginsReviewed(facts) : beginsAccepted(facts, who)
  return facts.endDay === undefined
    ? `${from}；没有约定结束日期，到解除为止。`
    : `${from}；${dayText(facts.endDay)}是最后一天，当天仍有效。`
}

function beginsAccepted({ words, startDay }: LetterFacts, who: string): string {
  const first = words.beginsNextDay ? '同意的第二天' : '同意那天'
  return `从${dayText(startDay)}起有效，${who}同意得晚，就从${first}起算`
}

/** Whoever consents early waits for the bureau all the same. */
function beginsReviewed({ words, startDay }: LetterFacts): string {
  const first = words.beginsNextDay ? '通过的第二天' : '通过那天'
  return `当地审核通过以后才有效：从${dayText(startDay)}起，通过得晚，就从${first}起算`
}

/** Whose consent decides the first day, in the voice of the one who signs. */
function signingSide(facts: LetterFacts): string {
  return facts.purpose === 'invite' ? `${facts.relativeName}一方` : '我'
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
  return `${rule}${penaltyText(facts.words.penalty)}`
}

/** What the use of somebody else's credential leads to; nothing is said where no rule is known. */
export function penaltyText(penalty: LetterWords['penalty']): string {
  if (penalty === null) return ''
  const { suspensionMonths, fineTimes } = penalty
  return `冒用凭证骗取医保基金的，可能被暂停联网结算${suspensionMonths.from}至${suspensionMonths.to}个月，并处骗取金额${fineTimes.from}至${fineTimes.to}倍的罚款（医疗保障基金使用监督管理条例第四十一条）。`
}

function howToEnd(facts: LetterFacts): string {
  const { ends, ourReading } = facts.words.withEnrolment
  const moved = `任何一方停保或者把医保关系转走的，不能再用，双方都应当及时去解除${ourReading ? OUR_READING : ''}。`
  return `${whereToEnd(facts.words)}${ends ? moved : ''}家庭关系有变化的，也请及时解除。`
}

export const OUR_READING = '（这是我们的理解）'

/** An application is handed in where the region takes it; everywhere else it is ended here. */
function whereToEnd({ system, unbinding, unbindingReviewed }: LetterWords): string {
  const from = unbinding.nextDay ? '解除的当天仍有效，次日零点结束' : '解除后立即结束'
  const where = unbindingReviewed
    ? `双方都可以随时申请解除，在${system}或到当地医保窗口办理，当地审核通过以后才结束`
    : '双方都可以随时解除，在“我的家人”里点开这份共享就能办，也可以到当地医保窗口办理'
  return `${where}。${from}${unbinding.ourReading ? OUR_READING : ''}。`
}

function whereDataGoes(facts: LetterFacts): string {
  return `姓名、证件号码、家庭关系和使用记录都按敏感个人信息保护，只用来核对参保、记账和结算，交给医保经办机构和结算的医药机构。${facts.policyholderName}和${facts.relativeName}都能看到这份绑定的内容，看不到对方的病情。因为${facts.relativeName}的参保情况加入不成的，原因只告诉${facts.relativeName}一方。`
}

function lastWords(facts: LetterFacts): string {
  const truth = '填写的身份和家庭关系是真实的。这份承诺书不改变任何人原有的医保待遇，也不保证账户里一直有钱。'
  if (facts.purpose !== 'invite') return truth
  return facts.reviewed === true
    ? `${truth}家人或孩子的监护人也签字，当地审核也通过以后，绑定才成立。交去审核的材料是真实的。`
    : `${truth}家人或孩子的监护人也签字以后，绑定才成立。`
}

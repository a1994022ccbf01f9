import { dayText, relationLabel, schemeLabel, useLabel, yuanText } from '../../shared/copy'
import {
  DEFINITIONS,
  isParameterName,
  type ParameterName,
  type ParameterValues,
  type RELIABILITIES,
} from '../../shared/rules/parameters'
import { RELATIONS, type Relation } from '../../shared/values/relation'

/** What a rule is called. A name that this version does not know stands as it is. */
export function parameterTitle(parameter: string): string {
  return isParameterName(parameter) ? DEFINITIONS[parameter].title : parameter
}

/** The value of a rule in words. One that this version cannot read is shown as it came, never as nothing. */
export function ruleValueText(parameter: string, value: unknown): string {
  try {
    if (isParameterName(parameter)) return textOf(parameter, value)
  } catch {
    // A newer function may send a value of another form.
  }
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function textOf<Name extends ParameterName>(parameter: Name, value: unknown): string {
  return TEXTS[parameter](value as ParameterValues[Name])
}

const RELIABILITY_TEXTS: Readonly<
  Record<(typeof RELIABILITIES)[number] | 'our-reading' | 'unknown', string>
> = {
  official: '政府或医保部门发布',
  press: '新闻报道',
  'press-mirror': '新闻报道的转载',
  github: '公开的代码或数据',
  'third-party': '第三方网站',
  forum: '网友的说法',
  'machine-written': '机器生成的网文，只供参考',
  'our-reading': '我们采用的做法，不是原文',
  unknown: '不清楚',
}

export function reliabilityText(reliability: string): string {
  const known: Readonly<Record<string, string>> = RELIABILITY_TEXTS
  return known[reliability] ?? reliability
}

const plain = (text: string) => text
const inOrder = (texts: readonly string[]) => texts.join(' → ')
const listed = (texts: readonly string[]) => texts.join('、')
const yesOrNo = (yes: boolean) => (yes ? '是' : '否')
const people = (count: number | 'unlimited') => (count === 'unlimited' ? '不限' : `${count} 位`)
const years = (count: number) => `${count} 岁`
const relations = (values: readonly Relation[]) => listed(values.map(relationLabel))
const moment = (when: 'immediate' | 'next-day') => (when === 'immediate' ? '当天' : '次日零点')
const premiumYear = (year: number) => `${year} 年度`

const PAYERS = { 'own-account': '本人账户', 'policyholder-account': '授权人账户', cash: '现金' } as const
const SIGNING = { handwritten: '手写签名', tick: '阅读后勾选', typed: '照着输入一句话' } as const

const TEXTS: { readonly [Name in ParameterName]: (value: ParameterValues[Name]) => string } = {
  system: plain,
  channels: listed,
  'entry-path': inOrder,
  'entry-label': plain,
  'page-title': plain,
  'invite-label': plain,
  'first-timers-form': yesOrNo,
  'offline-desk': plain,

  'policyholder-scheme': (schemes) => listed(schemes.map((scheme) => `参加${schemeLabel(scheme)}的人`)),
  'policyholder-standing': () => '正常参保',
  'relative-insured': yesOrNo,
  'relative-standing': () => '正常参保',
  'relation-scope': relations,
  'relation-caps': (caps) =>
    RELATIONS.flatMap((relation) => {
      const cap = caps[relation]
      return cap === undefined ? [] : [`${relationLabel(relation)} ${cap} 位`]
    }).join('，'),
  'member-cap': people,
  'policyholder-cap': people,
  'pooling-scope': (scope) => (scope === 'province' ? '同一个省（自治区、直辖市）' : '同一个统筹区'),
  'cross-province': () => '可以用医保钱包转账',
  'parent-age-gap': years,
  'grandparent-age-gap': years,
  'spouse-age': years,

  'relative-confirms': yesOrNo,
  'guardian-age': years,
  'sensitive-data-child-age': years,
  'consent-title': plain,
  'consent-mode': (mode) => SIGNING[mode],
  'unbind-notice-title': plain,
  'letter-retention-years': (count) => `${count} 年`,
  proofs: (proofs) =>
    proofs
      .map(({ relation, documents, only }) => {
        const who = relation === 'any' ? '' : `${relationLabel(relation)}：`
        const where = only === 'window' ? '（只在窗口要）' : only === 'minor' ? '（未成年）' : ''
        return `${who}${documents.join('、')}${only === 'adult' ? '（成年）' : where}`
      })
      .join('；'),
  review: (review) => (review ? '要审核' : '不用审核'),

  'start-day': (start) => (start === 'today-only' ? '只能从当天起' : '当天或以后'),
  'start-ahead-days': (count) => `${count} 天`,
  'bind-effective': moment,
  'unbind-effective': moment,
  rebind: moment,
  'ends-with-enrolment': yesOrNo,
  mutual: (allowed) => (allowed ? '可以' : '不可以'),

  'allowed-uses': (uses) => listed(uses.map(useLabel)),
  'deduction-order': (payers) => inOrder(payers.map((payer) => PAYERS[payer])),
  'policyholder-floor-fen': yuanText,
  'per-settlement-limit-fen': (limit) =>
    limit === 'set-by-policyholder' ? '由授权人自己定' : yuanText(limit),
  'one-policyholder-per-settlement': yesOrNo,
  'own-credential': yesOrNo,
  'credential-penalty': ({ suspensionMonths, fineTimes }) =>
    `暂停医保联网结算 ${suspensionMonths.from} 到 ${suspensionMonths.to} 个月，` +
    `骗取的处 ${fineTimes.from} 到 ${fineTimes.to} 倍罚款`,

  'premium-fen': (premium) =>
    `${premiumYear(premium.premiumYear)}：` +
    premium.tiers.map(({ title, amountFen }) => `${title} ${yuanText(amountFen)}`).join('，'),
  'premium-window': (window) =>
    `${premiumYear(window.premiumYear)}：${dayText(window.from)}到${dayText(window.until)}`,
  'premium-pay-days': (days) =>
    `${premiumYear(days.premiumYear)}：` +
    days.months.map(({ month, from, until }) => `${month} 的 ${from} 到 ${until} 日`).join('，'),
  'premium-floor-fen': (floor) => `${premiumYear(floor.premiumYear)}：${yuanText(floor.amountFen)}`,
  'premium-subsidy-fen': (subsidy) => `${premiumYear(subsidy.premiumYear)}：${yuanText(subsidy.amountFen)}`,
  'premium-extra-fen': (extra) =>
    `${premiumYear(extra.premiumYear)}：` +
    extra.places.map(({ place, title, amountFen }) => `${place}${title} ${yuanText(amountFen)}`).join('，'),
  'premium-waivers': (waivers) =>
    `${premiumYear(waivers.premiumYear)}：` +
    waivers.groups.map(({ who, paysFen }) => `${who}缴 ${yuanText(paysFen)}`).join('，'),
  'premium-benefit': (benefit) =>
    `${premiumYear(benefit.premiumYear)}：` +
    benefit.steps
      .map(({ paidUntil, benefitFrom }) => {
        const paid = paidUntil === null ? '再晚缴的' : `${dayText(paidUntil)}前缴的`
        if (benefitFrom === 'day-paid') return `${paid}，缴费当天起`
        return `${paid}，${benefitFrom === 'after-waiting' ? '等待期满后' : `${dayText(benefitFrom)}起`}`
      })
      .join('；'),
  'premium-waiting': ({ fixedMonths, extraMonthsPerMissedYear }) =>
    `${fixedMonths} 个月，每多断一年加 ${extraMonthsPerMissedYear} 个月`,
  'premium-flow': inOrder,
  'premium-refund': ({ reasons }) => `待遇开始前，因${reasons.join('、')}可以退`,

  'wallet-live': dayText,
  'wallet-hours': ({ from, to }) => `每天 ${from} 到 ${to}`,
  'wallet-amount-fen': yuanText,
  'wallet-day-amount-fen': yuanText,
  'wallet-count': (count) => `每天 ${count} 笔`,
  'wallet-floor-fen': yuanText,
  'wallet-return-at': (time) => `次日 ${time}`,
  'wallet-pending-blocks': yesOrNo,
  'wallet-recipient-opens': yesOrNo,
}

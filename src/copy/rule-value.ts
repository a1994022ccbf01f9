import { dayText, relationLabel, schemeLabel, useLabel, yuanText } from '../../shared/copy'
import type { CapByArea, RELIABILITIES } from '../../shared/rules/parameters'
import {
  DEFINITIONS,
  isParameterName,
  type ParameterName,
  type ParameterValues,
} from '../../shared/rules/parameters/definitions'
import type { Fen } from '../../shared/values/fen'
import { RELATIONS, type Relation } from '../../shared/values/relation'
import { listed } from './list'

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
const yesOrNo = (yes: boolean) => (yes ? '是' : '否')
const people = (count: number | 'unlimited') => (count === 'unlimited' ? '不限' : `${count} 位`)
const years = (count: number) => `${count} 岁`
const relations = (values: readonly Relation[]) => listed(values.map(relationLabel))
const moment = (when: 'immediate' | 'next-day') => (when === 'immediate' ? '当天' : '次日零点')
const premiumYear = (year: number) => `${year} 年度`

const reviewed = (review: boolean) => (review ? '要审核' : '不用审核')
const limited = (limit: Fen | 'set-by-policyholder' | 'none') => {
  if (limit === 'none') return '不限'
  return limit === 'set-by-policyholder' ? '由授权人自己定' : yuanText(limit)
}
const capByArea = ({ sameArea, crossArea, crossProvince }: CapByArea) =>
  `同一统筹区 ${people(sameArea)}，省内其他统筹区 ${people(crossArea)}` +
  (crossProvince === undefined ? '' : `，其他省份 ${people(crossProvince)}`)

function proofsText(proofs: ParameterValues['proofs']): string {
  return proofs
    .map(({ relation, documents, only }) => {
      const who = relation === 'any' ? '' : `${relationLabel(relation)}：`
      const where = only === 'window' ? '（只在窗口要）' : only === 'minor' ? '（未成年）' : ''
      return `${who}${documents.join('、')}${only === 'adult' ? '（成年）' : where}`
    })
    .join('；')
}

const FIELDS: Readonly<Record<ParameterValues['form-fields'][number], string>> = {
  name: '姓名',
  'id-type': '证件类型',
  'id-number': '证件号码',
  relation: '与授权人的关系',
  area: '参保地',
  employer: '单位名称',
  mobile: '手机号',
  'start-day': '开始日期',
  'end-day': '结束日期',
  order: '支出顺位',
  amount: '可授权金额',
  limit: '可用限额',
}
const BESIDE = { 'family-code': '亲情账户', premium: '居民医保缴费', wallet: '医保钱包' } as const
const CONFIRMED = {
  nobody: '家人不用操作',
  'face-check': '家人本人人脸识别',
  'link-or-face': '家人点开邀请接受，或人脸识别',
  'spouse-only': '只有配偶要确认',
} as const
const ORDERS = {
  'binding-time': '先绑定的先扣',
  'local-first-then-binding-time': '先同一统筹区的，再按绑定先后',
  'balance-high-first': '余额多的先扣',
  'balance-high-first-then-name': '余额多的先扣，一样多的按姓名',
  'policyholder-set': '按填写的支出顺位',
} as const
const CONDITIONS = {
  'insured-last-year': '家人上一年度参加了当地居民医保',
  'enrolment-registered': '家人已办好居民参保登记',
  'balance-covers': '账户余额够缴',
  'limit-covers': '共济可用限额够缴',
} as const
const MODELS = {
  direct: '当场从个人账户缴',
  'tax-collects': '提交后由税务部门扣款',
  reimbursed: '先自己缴，再申请转到银行卡',
  'tax-app': '在税务部门的小程序里缴',
} as const

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
  steps: inOrder,
  'form-fields': (fields) => listed(fields.map((field) => FIELDS[field])),
  'other-paths': (paths) => paths.map(({ system, path }) => `${system}：${inOrder(path)}`).join('；'),
  'beside-binding': (others) => listed(others.map((other) => BESIDE[other])),
  'unbind-label': plain,
  'records-label': plain,
  'offline-desk': plain,
  hotline: plain,

  'policyholder-scheme': (schemes) => listed(schemes.map((scheme) => `参加${schemeLabel(scheme)}的人`)),
  'policyholder-standing': () => '正常参保',
  'relative-insured': yesOrNo,
  'relative-standing': () => '正常参保',
  'relation-scope': relations,
  'relation-caps': (caps) =>
    [
      ...(caps.father === undefined ? [] : [`父亲 ${caps.father} 位`]),
      ...(caps.mother === undefined ? [] : [`母亲 ${caps.mother} 位`]),
      ...RELATIONS.flatMap((relation) => {
        const cap = caps[relation]
        return cap === undefined ? [] : [`${relationLabel(relation)} ${cap} 位`]
      }),
    ].join('，'),
  'member-cap': people,
  'policyholder-cap': (cap) => (typeof cap === 'object' ? capByArea(cap) : people(cap)),
  'pooling-scope': (scope) => (scope === 'province' ? '同一个省（自治区、直辖市）' : '同一个统筹区'),
  'cross-province': () => '可以用医保钱包转账',
  'parent-age-gap': years,
  'grandparent-age-gap': years,
  'spouse-age': years,
  'family-established-first': yesOrNo,

  'relative-confirms': yesOrNo,
  'local-confirmation': ({ by, exemptBelowAge }) =>
    CONFIRMED[by] + (exemptBelowAge === undefined ? '' : `，未满 ${exemptBelowAge} 岁免`),
  'guardian-age': years,
  'sensitive-data-child-age': years,
  'adult-age': years,
  'bind-notice-title': plain,
  'tick-label': plain,
  'consent-title': plain,
  'consent-mode': (mode) => SIGNING[mode],
  'consent-sentence': plain,
  'consent-one-tap': yesOrNo,
  'unbind-notice-title': plain,
  proofs: proofsText,
  review: reviewed,
  'review-minutes': (minutes) => `约 ${minutes} 分钟`,
  'unbind-proofs': proofsText,
  'unbind-review': reviewed,
  'invitation-hours': (count) => `${count} 小时`,
  'invitation-resend-days': (count) => `${count} 天`,
  'review-by': () => '医保经办机构',
  'letter-retention-years': (count) => `${count} 年`,
  'proof-retention-days': (count) => `${count} 天`,

  'start-day': (start) => (start === 'today-only' ? '只能从当天起' : '当天或以后'),
  'start-ahead-days': (count) => `${count} 天`,
  'end-day': (end) =>
    ({ asked: '要填', optional: '可填可不填', 'open-ended': '不用填，解绑前一直有效' })[end],
  'end-after-start': yesOrNo,
  'bind-effective': moment,
  'unbind-effective': moment,
  'unbind-after-months': (count) => `${count} 个月`,
  'unbind-by': (sides) => listed(sides.map((side) => (side === 'policyholder' ? '授权人' : '家人'))),
  rebind: moment,
  'ends-with-enrolment': yesOrNo,
  'relation-change-duty': ({ lossIsTheirs }) => `授权人${lossIsTheirs ? '，没有解绑的损失自己承担' : ''}`,
  mutual: (allowed) => (allowed ? '可以' : '不可以'),

  'allowed-uses': (uses) => listed(uses.map(useLabel)),
  'care-kinds': listed,
  'further-uses': listed,
  'barred-uses': listed,
  'uses-chosen': yesOrNo,
  'settlement-area': (area) => (area === 'nationwide' ? '全国的定点医药机构' : '省内的定点医药机构'),
  'deduction-order': (payers) => inOrder(payers.map((payer) => PAYERS[payer])),
  'policyholder-order': (order) => ORDERS[order],
  'one-policyholder-per-settlement': yesOrNo,
  'account-part': (part) => (part === 'whole' ? '全部余额' : '历年结余'),
  'policyholder-floor-fen': yuanText,
  'per-settlement-limit-fen': limited,
  'month-limit-fen': limited,
  'account-limit-fen': limited,
  'pool-transfer': ({ timesAMonth }) => `每月 ${timesAMonth} 次`,
  'own-credential': yesOrNo,
  'credential-penalty': ({ suspensionMonths, fineTimes }) =>
    `暂停医保联网结算 ${suspensionMonths.from} 到 ${suspensionMonths.to} 个月，` +
    `骗取的处 ${fineTimes.from} 到 ${fineTimes.to} 倍罚款`,

  'premium-fen': (premium) =>
    `${premiumYear(premium.premiumYear)}：` +
    premium.tiers.map(({ title, amountFen }) => `${title} ${yuanText(amountFen)}`).join('，'),
  'premium-city-fen': (premium) =>
    `${premiumYear(premium.premiumYear)}：` +
    premium.cities
      .map(
        ({ city, tiers }) => city + tiers.map((one) => `${one.title} ${yuanText(one.amountFen)}`).join('，'),
      )
      .join('；'),
  'premium-city-window': (window) =>
    `${premiumYear(window.premiumYear)}：` +
    window.cities.map(({ city, from, until }) => `${city}${dayText(from)}到${dayText(until)}`).join('；'),
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
  'premium-newborn': ({ bornFrom, years: count, paysFen, confirmedAs }) =>
    `${dayText(bornFrom)}起出生的，连续 ${count} 个年度缴 ${yuanText(paysFen)}，每年要办${confirmedAs}`,
  'premium-conditions': (conditions) => listed(conditions.map((condition) => CONDITIONS[condition])),
  'premium-excluded': listed,
  'premium-payer': () => '授权人本人',
  'premium-model': (model) => MODELS[model],
  'premium-late': ({ premiumYear: year, from, amountFen, waiting }) =>
    `${premiumYear(year)}：${dayText(from)}起` +
    `${amountFen === undefined ? '' : `按 ${yuanText(amountFen)} 缴，`}等待 ` +
    `${'days' in waiting ? `${waiting.days} 天` : `${waiting.months} 个月`}`,
  'premium-refund-to': (where) => (where === 'original-way' ? '原来的缴费渠道' : '授权人的个人账户'),
  'premium-benefit': (benefit) =>
    `${premiumYear(benefit.premiumYear)}：` +
    benefit.steps
      .map(({ paidUntil, benefitFrom }) => {
        const paid = paidUntil === null ? '再晚缴的' : `${dayText(paidUntil)}前缴的`
        if (benefitFrom === 'day-after-paid') return `${paid}，缴费次日起`
        if (benefitFrom === 'day-paid') return `${paid}，缴费当天起`
        return `${paid}，${benefitFrom === 'after-waiting' ? '等待期满后' : `${dayText(benefitFrom)}起`}`
      })
      .join('；'),
  'premium-waiting': ({ fixedMonths, extraMonthsPerMissedYear }) =>
    `${fixedMonths} 个月，每多断一年加 ${extraMonthsPerMissedYear} 个月`,
  'premium-flow': inOrder,
  'premium-refund': ({ reasons }) => `待遇开始前，因${reasons.join('、')}可以退`,

  'wallet-live': dayText,
  'wallet-coverage': ({ whole, areas }) =>
    whole ? '全域' : areas === undefined ? '部分城市' : listed(areas),
  'wallet-model': (model) => (model === 'quota' ? '设定额度，不转钱' : '转账'),
  'wallet-quota': ({ frozenForPolicyholder, unusedReturns }) =>
    `${frozenForPolicyholder ? '授权人账户里同样的金额先冻结' : '不冻结'}，` +
    `${unusedReturns ? '没用完的返还' : '没用完的不返还'}`,
  'wallet-apply-label': plain,
  'wallet-hours': ({ from, to }) => `每天 ${from} 到 ${to}`,
  'wallet-amount-fen': yuanText,
  'wallet-day-amount-fen': yuanText,
  'wallet-count': (count) => `每天 ${count} 笔`,
  'wallet-floor-fen': yuanText,
  'wallet-return-at': (time) => `次日 ${time}`,
  'wallet-pending-blocks': yesOrNo,
  'wallet-recipient-opens': yesOrNo,
  'wallet-opened-for-relative': yesOrNo,
  'wallet-verified-by': (ways) =>
    ways.map((way) => (way === 'face-check' ? '人脸识别' : '医保码密码')).join('或'),
  'wallet-uses': listed,
  'wallet-spend-area': () => '参保地',
  'wallet-back-to-account': (back) => (back ? '可以' : '不可以'),

  'family-code-shares-money': () => '不能',
  'family-code-changes-a-month': people,
  'family-code-holders': people,
  'family-code-child-age': years,
  'family-code-child-proofs': listed,
  'family-code-removed-by': (sides) =>
    listed(sides.map((side) => (side === 'holder' ? '代为展示的人' : '被添加的人'))),
  'family-code-seconds': (count) => `${count} 秒`,
}

import {
  type EnrolmentFacts,
  explain,
  type FamilyCodeFacts,
  type JoinFacts,
  mayAddFamilyCode,
  mayInvite,
  mayJoin,
  mayPayPremium,
  mayRefundPremium,
  mayTransfer,
  mayUnbind,
  type PremiumFacts,
  type SettlementFacts,
  type SharedAccount,
  settlementPlan,
  type TransferFacts,
  type UnbindFacts,
} from '../../../shared/rules'
import { day, instant } from '../../../shared/values/day'
import { fen } from '../../../shared/values/fen'
import type { Refusal } from '../../../shared/values/refusal'
import { RELATIONS, type Relation, USES } from '../../../shared/values/relation'
import type { Result } from '../../../shared/values/result'
import { documentOf, employeeIn, personOf, residentIn, TODAY } from '../synthetic-people'

/** Questions in few words, so that a table of cases reads like a list of rules. Money is in yuan here. */

export const REGION = {
  西藏: '540000',
  河北: '130000',
  贵州: '520000',
  江西: '360000',
  河南: '410000',
  安徽: '340000',
  山东: '370000',
  陕西: '610000',
  广东: '440000',
  山西: '140000',
  大连: '210200',
  福建: '350000',
  江苏: '320000',
  湖北: '420000',
  上海: '310000',
  四川: '510000',
  天津: '120000',
  黑龙江: '230000',
  浙江: '330000',
} as const
export type RegionName = keyof typeof REGION

export function yuan(amount: number) {
  return fen(Math.round(amount * 100))
}

/** `allowed`, or the code of the refusal. */
export function answerOf(answer: Result<unknown, Refusal>): string {
  return answer.ok ? 'allowed' : answer.refusal.code
}

export function refusalOf(answer: Result<unknown, Refusal>): Refusal {
  if (answer.ok) throw new Error('it is allowed')
  return answer.refusal
}

export function grantedOf<Value>(answer: Result<Value, Refusal>): Value {
  if (!answer.ok) throw new Error(`refused: ${answer.refusal.code}`)
  return answer.value
}

/** What the list of rules says of a parameter. */
export function ruleIn(region: RegionName, parameter: string, on = '2025-11-05') {
  const explained = explain(REGION[region], day(on)).find((one) => one.parameter === parameter)
  if (explained === undefined) throw new Error(`no parameter ${parameter}`)
  return explained
}

const FITTING: Record<Relation, string> = {
  spouse: '1982-03-04',
  parent: '1955-03-04',
  child: '2012-03-04',
  sibling: '1984-03-04',
  'paternal-grandparent': '1930-03-04',
  'maternal-grandparent': '1931-03-04',
  'grandchild-via-son': '2024-03-04',
  'grandchild-via-daughter': '2024-03-04',
}

export function joinFacts(region: RegionName, relation: Relation, more: Partial<JoinFacts> = {}): JoinFacts {
  return {
    policyholder: { ...employeeIn(REGION[region]), ...personOf('1980-06-01') },
    relative: personOf(FITTING[relation], 2),
    relation,
    bound: [],
    today: TODAY,
    relativeEnrolment: residentIn(REGION[region], {
      poolingAreaCode: employeeIn(REGION[region]).poolingAreaCode,
    }),
    policyholdersOfRelative: 0,
    ...more,
  }
}

export function invite(region: RegionName, relation: Relation, more: Partial<JoinFacts> = {}) {
  return mayInvite(joinFacts(region, relation, more))
}

export function join(region: RegionName, relation: Relation, more: Partial<JoinFacts> = {}) {
  return mayJoin(joinFacts(region, relation, more))
}

/** The relations that may be invited on a day. */
export function relationsOn(region: RegionName, on: string): Relation[] {
  return RELATIONS.filter((relation) => invite(region, relation, { today: day(on) }).ok)
}

/** Somebody who is the policyholder with another enrolment than usual. */
export function policyholderIn(region: RegionName, more: Partial<EnrolmentFacts>) {
  return { ...employeeIn(REGION[region], more), ...personOf('1980-06-01') }
}

export function shared(
  region: RegionName,
  bindingId: string,
  balanceYuan: number,
  more: Partial<SharedAccount> = {},
): SharedAccount {
  return {
    bindingId,
    regionCode: REGION[region],
    state: 'active',
    effectiveFrom: day('2025-01-01'),
    lastDay: null,
    uses: USES,
    boundAt: instant('2025-01-01T00:00:00Z'),
    sameArea: true,
    place: null,
    policyholderName: bindingId,
    policyholderActive: true,
    balanceFen: yuan(balanceYuan),
    perSettlementLimitFen: null,
    monthLimitFen: null,
    usedThisMonthFen: fen(0),
    accountLimitFen: null,
    usedOfAccountLimitFen: fen(0),
    ...more,
  }
}

export function planOf(
  region: RegionName,
  billYuan: number,
  facts: {
    readonly own?: number | null
    readonly wallet?: number
    readonly shared?: readonly SharedAccount[]
    readonly use?: SettlementFacts['use']
    readonly on?: string
    readonly area?: string | null
  },
) {
  return settlementPlan({
    regionCode: REGION[region],
    poolingAreaCode: facts.area ?? null,
    billFen: yuan(billYuan),
    use: facts.use ?? 'hospital',
    on: day(facts.on ?? '2025-11-05'),
    ownAccountFen: facts.own === undefined || facts.own === null ? null : yuan(facts.own),
    walletFen: yuan(facts.wallet ?? 0),
    shared: facts.shared ?? [],
  })
}

/** The lines of a settlement in yuan: `['own 30', 'A 20', 'cash 5.50']`. */
export function settle(...asked: Parameters<typeof planOf>): string[] {
  return planOf(...asked).lines.map(({ from, bindingId, amountFen }) => {
    const who = from === 'own-account' ? 'own' : (bindingId ?? from)
    return `${who} ${amountFen / 100}`
  })
}

export function transferFacts(region: RegionName, more: Partial<TransferFacts> = {}): TransferFacts {
  return {
    sender: { ...employeeIn(REGION[region]), walletOpen: true },
    recipientWalletOpen: true,
    relation: 'parent',
    from: 'account',
    amountFen: yuan(500),
    accountFen: yuan(10_000),
    frozenFen: fen(0),
    walletFen: fen(0),
    sentToday: [],
    pending: false,
    now: instant('2025-11-05T10:00:00+08:00'),
    ...more,
  }
}

export function transfer(region: RegionName, more: Partial<TransferFacts> = {}) {
  return mayTransfer(transferFacts(region, more))
}

export function premium(
  region: RegionName,
  on: string,
  premiumYear: number,
  more: Partial<PremiumFacts['relative']> = {},
  account: Partial<SharedAccount> = {},
) {
  return mayPayPremium({
    account: { ...shared(region, 'A', 5_000, { effectiveFrom: day('2023-01-01') }), ...account },
    relative: { ...residentIn(REGION[region]), birthDay: day('1960-01-01'), paid: false, ...more },
    premiumYear,
    today: day(on),
  })
}

export function refund(
  region: RegionName,
  premiumYear: number,
  paidOn: string,
  on: string,
  reason: string,
  more: Partial<Parameters<typeof mayRefundPremium>[0]> = {},
) {
  return mayRefundPremium({
    regionCode: REGION[region],
    premiumYear,
    paidOn: day(paidOn),
    reason,
    today: day(on),
    ...more,
  })
}

export function unbind(region: RegionName, more: Partial<UnbindFacts> = {}) {
  return mayUnbind({
    regionCode: REGION[region],
    relation: 'spouse',
    relativeBirthDay: day('1982-03-04'),
    state: 'active',
    effectiveFrom: day('2025-01-01'),
    lastDay: null,
    by: 'policyholder',
    now: instant('2025-11-05T10:00:00+08:00'),
    ...more,
  })
}

export function familyCode(more: Partial<FamilyCodeFacts> = {}) {
  return mayAddFamilyCode({
    regionCode: REGION.西藏,
    holder: documentOf('1980-06-01'),
    relative: personOf('1950-03-04', 2),
    addedThisMonth: 0,
    holdersOfRelative: 0,
    held: false,
    today: TODAY,
    ...more,
  })
}

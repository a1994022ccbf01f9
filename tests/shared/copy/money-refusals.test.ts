import { refusalSentence } from '../../../shared/copy'
import { day, instant } from '../../../shared/values/day'
import type { Refusal } from '../../../shared/values/refusal'
import { familyCode, invite, join, premium, refund, refusalOf, transfer, unbind, yuan } from '../rules/asking'
import { documentOf } from '../synthetic-people'

const said = (refusal: Refusal) => refusalSentence(refusal)

describe('what a person reads where a question is refused', () => {
  it.each<[string, () => Refusal, RegExp]>([
    [
      'a year that is not published',
      () => refusalOf(premium('贵州', '2025-11-05', 2026)),
      /贵州2026年度居民医保的缴费.*没有查到.*不低于400元.*2025、2024年度.*12393/,
    ],
    [
      'a window that is over',
      () => refusalOf(premium('西藏', '2026-02-01', 2026)),
      /2026年度.*已经过了.*2025年11月1日到2026年1月31日/,
    ],
    [
      'days of settling',
      () => refusalOf(premium('河北', '2024-11-26', 2025)),
      /不办缴费。这个月1日到25日可以缴费。请2024年12月1日以后再来/,
    ],
    [
      'a region that takes it elsewhere, with the way there',
      () => refusalOf(premium('山东', '2025-11-05', 2026)),
      /山东.*税务部门的小程序.*依次是：山东税务社保费缴纳小程序、家庭共济缴费/,
    ],
    [
      'a region that pays back',
      () => refusalOf(premium('湖北', '2025-11-05', 2026)),
      /湖北要先自己缴费，再申请.*不能直接缴.*12393/,
    ],
    [
      'not registered',
      () => refusalOf(premium('西藏', '2025-11-05', 2026, { scheme: null, enrolment: 'none' })),
      /参保登记.*再来缴费/,
    ],
    [
      'the year before',
      () => refusalOf(premium('江西', '2025-11-05', 2026, { insuredLastYear: false })),
      /江西要求家人上一年度也参加/,
    ],
    [
      'a use that is closed',
      () => refusalOf(premium('西藏', '2025-11-05', 2026, {}, { uses: ['hospital'] })),
      /没有开通这个用途。请授权人/,
    ],
    [
      'a paused binding',
      () => refusalOf(premium('西藏', '2025-11-05', 2026, {}, { state: 'paused' })),
      /暂停了.*先恢复/,
    ],
    [
      'too little money because of a floor',
      () =>
        refusalOf(premium('西藏', '2025-11-05', 2026, {}, { regionCode: '140000', balanceFen: yuan(1_100) })),
      /需要240元，账户里有1,100元，按规定和设的限额现在能用100元/,
    ],
    [
      'a reason that is not listed',
      () =>
        refusalOf(
          refund('广东', 2026, '2025-12-01', '2025-12-02', '改了主意', { poolingAreaCode: '441500' }),
        ),
      /可以退的是：重复缴费/,
    ],
    [
      'the wallet is shut at night',
      () => refusalOf(transfer('陕西', { now: instant('2025-11-05T23:00:00+08:00') })),
      /每天06:00到22:00/,
    ],
    [
      'an own wallet that is not open',
      () => refusalOf(transfer('陕西', { sender: { ...SENDER, walletOpen: false } })),
      /^您还没有开通医保钱包/,
    ],
    [
      'a relative’s',
      () => refusalOf(transfer('陕西', { recipientWalletOpen: false })),
      /^这位家人还没有开通.*由您代为开通/,
    ],
    ['too much at once', () => refusalOf(transfer('陕西', { amountFen: yuan(2_001) })), /每笔最多2,000元/],
    [
      'the fourth',
      () => refusalOf(transfer('陕西', { sentToday: [yuan(1), yuan(1), yuan(1)] })),
      /每天最多3笔.*明天再转/,
    ],
    [
      'an empty wallet',
      () => refusalOf(transfer('陕西', { from: 'wallet' })),
      /^医保钱包里的钱不够。需要500元，钱包里有0元/,
    ],
    [
      'a wallet of which no day is known',
      () => refusalOf(transfer('广东')),
      /医保钱包的规定还没有可靠的资料/,
    ],
    ['too many codes', () => refusalOf(familyCode({ addedThisMonth: 5 })), /每个自然月最多5位.*下个月/],
    ['too many holders', () => refusalOf(familyCode({ holdersOfRelative: 2 })), /已经由2位家人代为展示/],
    ['a code that is held', () => refusalOf(familyCode({ held: true })), /亲情账户您已经添加过了/],
    [
      'a second father',
      () =>
        refusalOf(
          invite('山西', 'parent', { relative: FATHER, bound: [{ relation: 'parent', sex: 'male' }] }),
        ),
      /父亲最多添加1位，您现在已有1位/,
    ],
    [
      'the family first',
      () => refusalOf(invite('河南', 'spouse', { familyEstablished: false })),
      /河南要先建立共济家庭.*先完成建立家庭/,
    ],
    [
      'the family first, to the relative',
      () => refusalOf(join('河南', 'spouse', { familyEstablished: false })),
      /请让邀请人先建立家庭/,
    ],
    [
      'bound again too early',
      () => refusalOf(invite('西藏', 'spouse', { boundUntil: day('2025-11-05') })),
      /2025年11月6日起就可以重新绑定/,
    ],
    [
      'the same day',
      () => refusalOf(invite('江苏', 'spouse', { endDay: day('2025-11-05') })),
      /不能和开始日期是同一天。请把结束日期改晚/,
    ],
    [
      'a last day in the past',
      () => refusalOf(unbind('西藏', { wishedLastDay: day('2025-11-01') })),
      /2025年11月1日已经过去/,
    ],
    [
      'a last day after the end',
      () => refusalOf(unbind('西藏', { lastDay: day('2025-11-20'), wishedLastDay: day('2025-12-01') })),
      /到2025年11月20日就结束了/,
    ],
    ['what is over', () => refusalOf(unbind('西藏', { state: 'ended' })), /已经结束了，不用再解除/],
    [
      'proofs to leave',
      () => refusalOf(unbind('陕西', { proofsGiven: 0 })),
      /^解除这份共享还要交相关证明材料/,
    ],
  ])('%s', (_, ask, expected) => {
    expect(said(ask())).toMatch(expected)
  })

  it.each<[Refusal, RegExp]>([
    [
      { code: 'policyholder-cap-reached', facts: { cap: 1, distance: 'cross-area' } },
      /最多由省内其他统筹区的1个人添加/,
    ],
    [
      { code: 'transfer-amount-exceeded', facts: { per: 'day', limitFen: 200_000, leftFen: 50_000 } },
      /每天合计最多2,000元，今天还可以转500元/,
    ],
    [
      { code: 'dates-invalid', facts: { problem: 'unbind-too-soon', months: 3, from: '2026-02-01' } },
      /满3个月.*2026年2月1日以后.*先暂停/,
    ],
    [{ code: 'refund-too-late', facts: { benefitFrom: '2026-01-01' } }, /从2026年1月1日起开始/],
    [
      { code: 'not-allowed', facts: { reason: 'premium-excluded', who: '新生儿', regionName: '福建' } },
      /福建不能用家人的个人账户来缴新生儿/,
    ],
    [{ code: 'tier-unknown', facts: { titles: ['高档', '低档'] } }, /请在高档、低档里选一档/],
  ])('%j', (refusal, expected) => {
    expect(said(refusal)).toMatch(expected)
  })
})

const SENDER = {
  scheme: 'employee',
  enrolment: 'active',
  regionCode: '610000',
  poolingAreaCode: '610100',
} as const
const FATHER = { document: documentOf('1955-03-04', 1), birthDay: day('1955-03-04') }

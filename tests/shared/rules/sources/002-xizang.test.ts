import { consentNeeded, unbindConsentNeeded } from '../../../../shared/rules'
import { day, instant } from '../../../../shared/values/day'
import { USES } from '../../../../shared/values/relation'
import { residentIn } from '../../synthetic-people'
import {
  answerOf,
  familyCode,
  grantedOf,
  invite,
  join,
  planOf,
  premium,
  REGION,
  refusalOf,
  ruleIn,
  settle,
  shared,
  transfer,
  unbind,
  yuan,
} from '../asking'

/** `sources/002`, on 西藏, published 2025-03-12, with its sidebars on 深圳, 河北 and 陕西. One row a statement, in our words. */
const ON = day('2025-03-12')

describe('sources/002: binding in 西藏', () => {
  it.each([
    ['the menu of the mini-program', () => ruleIn('西藏', 'entry-label').value, '个人账号家庭共享'],
    [
      'the page is written otherwise than the entry',
      () => ruleIn('西藏', 'page-title').value,
      '个人账户家庭共享',
    ],
    ['the button at the lower right', () => ruleIn('西藏', 'invite-label').value, '邀请成员加入'],
    ['the first time leads straight to the form', () => ruleIn('西藏', 'first-timers-form').value, true],
    ['submitted is added: no review', () => grantedOf(invite('西藏', 'spouse')).review, false],
    [
      'spouse, parents, children and other close relatives',
      () => answerOf(invite('西藏', 'sibling', { today: ON })),
      'allowed',
    ],
    [
      'the relative must be insured; it is the first reason for a failure',
      () =>
        answerOf(
          join('西藏', 'spouse', {
            relativeEnrolment: residentIn('540000', { scheme: null, enrolment: 'none' }),
          }),
        ),
      'not-enrolled',
    ],
    [
      'another pooling area is a reason too; the region is one area, so it means elsewhere in the country',
      () => answerOf(join('西藏', 'spouse', { relativeEnrolment: residentIn('510000') })),
      'outside-area',
    ],
    [
      'too little money is given as a reason; it stops the use and never the binding',
      () => settle('西藏', 30, { own: null, shared: [shared('西藏', 'A', 0)] }),
      ['cash 30'],
    ],
    [
      'unbinding: tick the notice',
      () => {
        const needed = unbindConsentNeeded({ regionCode: REGION.西藏, by: 'policyholder', today: ON })
        return [needed.noticeTitle, needed.letters[0]?.mode]
      },
      ['解绑告知书', 'tick'],
    ],
    [
      'then the members are chosen, and it is done without review',
      () => grantedOf(unbind('西藏')).review,
      false,
    ],
  ])('%s', (_, ask, expected) => {
    expect(ask()).toEqual(expected)
  })
})

describe('sources/002: spending in 西藏', () => {
  const hundred = shared('西藏', 'A', 100)
  it.each([
    [
      'care and medicine, and the premium of the resident scheme',
      () => ruleIn('西藏', 'allowed-uses').value,
      USES,
    ],
    [
      'nothing that is not medical: there is no such use to choose',
      () => grantedOf(invite('西藏', 'spouse')).uses,
      USES,
    ],
    ['her own account first', () => settle('西藏', 80, { own: 80, shared: [hundred] }), ['own 80']],
    [
      'what is missing, from the policyholder',
      () => settle('西藏', 80, { own: 50, shared: [hundred] }),
      ['own 50', 'A 30'],
    ],
    [
      'sharing does not excuse from paying one’s own premium',
      () => grantedOf(premium('西藏', '2025-12-01', 2026)).state,
      'unpaid',
    ],
    [
      'and it can be paid from the account: the relative chooses between the two prices',
      () => grantedOf(premium('西藏', '2025-12-01', 2026)).tiers.map(({ amountFen }) => amountFen),
      [yuan(400), yuan(240)],
    ],
  ])('%s', (_, ask, expected) => {
    expect(ask()).toEqual(expected)
  })
})

describe('sources/002: the wallet', () => {
  const at = (time: string) => ({ now: instant(`2025-11-05T${time}+08:00`) })
  it.each([
    ['money goes to close relatives without any binding', () => answerOf(transfer('西藏')), 'allowed'],
    ['both in the region and across provinces', () => ruleIn('西藏', 'cross-province').value, 'wallet'],
    [
      'the wallet is opened first',
      () => answerOf(transfer('西藏', { sender: { ...transferSender(), walletOpen: false } })),
      'wallet-not-open',
    ],
    ['from 6:00: a second before', () => answerOf(transfer('西藏', at('05:59:59'))), 'outside-hours'],
    ['from 6:00: on the stroke', () => answerOf(transfer('西藏', at('06:00:00'))), 'allowed'],
    ['until 22:00: a second before', () => answerOf(transfer('西藏', at('21:59:59'))), 'allowed'],
    [
      'until 22:00: on the stroke the pause begins',
      () => answerOf(transfer('西藏', at('22:00:00'))),
      'outside-hours',
    ],
    ['at midnight', () => answerOf(transfer('西藏', at('00:00:00'))), 'outside-hours'],
    [
      'three times a day: the third',
      () => answerOf(transfer('西藏', { sentToday: [yuan(1), yuan(1)] })),
      'allowed',
    ],
    [
      'three times a day: the fourth',
      () => refusalOf(transfer('西藏', { sentToday: [yuan(1), yuan(1), yuan(1)] })),
      expect.objectContaining({ code: 'transfer-count-reached', facts: { limit: 3, sent: 3 } }),
    ],
    [
      '2,000 yuan a day in all: other sources say a transfer, so two of 1,500 pass',
      () => answerOf(transfer('西藏', { sentToday: [yuan(1_500)], amountFen: yuan(1_500) })),
      'allowed',
    ],
    ['one of 2,000 passes', () => answerOf(transfer('西藏', { amountFen: yuan(2_000) })), 'allowed'],
    [
      'one of 2,000.01 does not',
      () => refusalOf(transfer('西藏', { amountFen: yuan(2_000.01) })),
      expect.objectContaining({
        code: 'transfer-amount-exceeded',
        facts: { per: 'transfer', limitFen: yuan(2_000), amountFen: yuan(2_000.01) },
      }),
    ],
    [
      'the account must hold 3,000 before: machines alone say so, so 2,999.99 passes',
      () => answerOf(transfer('西藏', { accountFen: yuan(2_999.99) })),
      'allowed',
    ],
    [
      'and the reader is told that it rests on such text',
      () => grantedOf(transfer('西藏')).remarks.some((remark) => remark.includes('转账前个人账户至少有多少')),
      true,
    ],
    [
      'for care, medicine and the resident premium; the list that is held is that of the notice of 2026',
      () => String(ruleIn('西藏', 'wallet-uses', '2026-02-01').value).includes('居民医保'),
      true,
    ],
  ])('%s', (_, ask, expected) => {
    expect(ask()).toEqual(expected)
  })
})

function transferSender() {
  return { scheme: 'employee', enrolment: 'active', regionCode: '540000', poolingAreaCode: '540000' } as const
}

describe('sources/002: the family code', () => {
  it.each([
    ['the family holds a code for somebody without a phone', () => answerOf(familyCode()), 'allowed'],
    ['for a child as well', () => grantedOf(familyCode({ relative: childOf() })).confirmedBy, 'guardian'],
    ['it shows a code and shares no money', () => ruleIn('西藏', 'family-code-shares-money').value, false],
  ])('%s', (_, ask, expected) => {
    expect(ask()).toEqual(expected)
  })
})

function childOf() {
  return { document: { idType: '90' as const, idNumber: 'B1234567' }, birthDay: day('2015-05-06') }
}

describe('sources/002: what the sidebars say of other regions', () => {
  it.each([
    [
      '深圳 puts the family code into the pages of sharing',
      () => ruleIn('广东', 'beside-binding').value,
      ['family-code'],
    ],
    [
      '河北 makes a letter that is signed by hand',
      () =>
        consentNeeded({
          regionCode: REGION.河北,
          relation: 'spouse',
          relativeBirthDay: day('1982-03-04'),
          inPerson: false,
          today: ON,
        }).letters[0]?.mode,
      'handwritten',
    ],
    [
      '陕西: the notice is read and agreed to first',
      () => ruleIn('陕西', 'bind-notice-title').value,
      '个人账户共济绑定告知书',
    ],
    [
      '陕西: unbinding needs proofs',
      () => refusalOf(unbind('陕西', { proofsGiven: 0 })),
      expect.objectContaining({
        code: 'proof-required',
        facts: expect.objectContaining({ proofs: ['相关证明材料'], for: 'unbinding' }),
      }),
    ],
    [
      '陕西: and waits for a review',
      () => {
        const { review, reviewBy } = grantedOf(unbind('陕西', { proofsGiven: 1 }))
        return [review, reviewBy]
      },
      [true, 'agency'],
    ],
    ['陕西: binding itself is not reviewed', () => grantedOf(invite('陕西', 'spouse')).review, false],
    [
      'an unbinding with an end day still leaves that day',
      () => grantedOf(unbind('西藏')).endsAt,
      instant('2025-11-06T00:00:00+08:00'),
    ],
    [
      'to be bound again from the next day',
      () => refusalOf(invite('西藏', 'spouse', { boundUntil: day('2025-11-05') })).facts?.from,
      '2025-11-06',
    ],
    [
      'on the next day it is allowed',
      () => answerOf(invite('西藏', 'spouse', { boundUntil: day('2025-11-04') })),
      'allowed',
    ],
    [
      'nothing of a settlement is left unsaid: every line has its reason',
      () =>
        planOf('西藏', 80, { own: 10, shared: [shared('西藏', 'A', 20)] }).lines.every(({ reason }) =>
          reason.endsWith('。'),
        ),
      true,
    ],
  ])('%s', (_, ask, expected) => {
    expect(ask()).toEqual(expected)
  })
})

import { consentNeeded, premiumBenefit } from '../../../../shared/rules'
import { day } from '../../../../shared/values/day'
import { USES } from '../../../../shared/values/relation'
import { employeeIn, residentIn } from '../../synthetic-people'
import {
  answerOf,
  grantedOf,
  invite,
  join,
  planOf,
  policyholderIn,
  premium,
  REGION,
  refusalOf,
  relationsOn,
  ruleIn,
  settle,
  shared,
  transfer,
  unbind,
  yuan,
} from '../asking'

/** `sources/003`, on 河北 (石家庄), published 2025-03-12, with its sidebars. One row a statement, in our words. */
const inArea = (poolingAreaCode: string) => residentIn('130000', { poolingAreaCode })

describe('sources/003: who', () => {
  it.each([
    [
      'the relative is insured within 河北, in either scheme: resident',
      () => answerOf(join('河北', 'child', { relativeEnrolment: inArea('130100') })),
      'allowed',
    ],
    [
      'employee',
      () => answerOf(join('河北', 'spouse', { relativeEnrolment: employeeIn('130000') })),
      'allowed',
    ],
    [
      'in ordinary standing',
      () =>
        answerOf(
          join('河北', 'child', { relativeEnrolment: residentIn('130000', { enrolment: 'suspended' }) }),
        ),
      'enrolment-suspended',
    ],
    [
      'one employee binds at most eight: the eighth',
      () => answerOf(invite('河北', 'child', { bound: siblings(7) })),
      'allowed',
    ],
    ['the ninth', () => answerOf(invite('河北', 'child', { bound: siblings(8) })), 'member-cap-reached'],
    [
      'spouse, parents and children, says the page; that was so until late 2024',
      () => relationsOn('河北', '2024-11-25'),
      ['spouse', 'parent', 'child'],
    ],
    ['since then it is eight kinds', () => relationsOn('河北', '2025-03-12').length, 8],
    [
      'one pooling area, says the page twice; within the province, it says once, and so do the news',
      () => answerOf(join('河北', 'child', { relativeEnrolment: inArea('130200') })),
      'allowed',
    ],
    [
      'across provinces not yet; by wallet, in the meantime (河北 and 天津)',
      () => {
        const refusal = refusalOf(join('河北', 'child', { relativeEnrolment: residentIn('120000') }))
        return [refusal.code, refusal.facts?.instead]
      },
      ['outside-area', 'wallet'],
    ],
    [
      'who sets it up must be in the employee scheme',
      () =>
        answerOf(invite('河北', 'child', { policyholder: policyholderIn('河北', { scheme: 'resident' }) })),
      'not-employee-scheme',
    ],
    [
      'both of their own will: the relative says so herself',
      () =>
        consentNeeded({
          regionCode: REGION.河北,
          relation: 'parent',
          relativeBirthDay: day('1955-03-04'),
          inPerson: false,
          today: day('2025-03-12'),
        }).acceptance,
      'by-relative',
    ],
    [
      'cards, household book, birth certificate: at the window; the steps on the phone ask for none',
      () => grantedOf(invite('河北', 'child')).proofs,
      [],
    ],
    ['the button is 添加我的亲属', () => ruleIn('河北', 'invite-label').value, '添加我的亲属'],
    ['the hall helps the old', () => ruleIn('河北', 'offline-desk').value, '医保大厅'],
    ['a binding is ended in the same place', () => answerOf(unbind('河北')), 'allowed'],
    [
      'a family code alone lets nobody use the money',
      () => ruleIn('河北', 'family-code-shares-money').value,
      false,
    ],
  ])('%s', (_, ask, expected) => {
    expect(ask()).toEqual(expected)
  })
})

function siblings(count: number) {
  return Array.from({ length: count }, () => ({ relation: 'sibling' as const }))
}

describe('sources/003: spending', () => {
  it.each([
    [
      'outpatient, inpatient, special illnesses, medicines and devices, and the resident premium',
      () => ruleIn('河北', 'allowed-uses').value,
      USES,
    ],
    [
      'only when her own account is at zero, the page says once; where hers does not suffice, it says later',
      () => settle('河北', 100, { own: 30, shared: [shared('河北', 'A', 500)] }),
      ['own 30', 'A 70'],
    ],
    [
      'settled in designated hospitals of the whole country',
      () => ruleIn('河北', 'settlement-area').value,
      'nationwide',
    ],
    ['only her own credential', () => ruleIn('河北', 'own-credential').value, true],
    [
      'an account at zero pays nothing, and the reason is said',
      () => planOf('河北', 100, { shared: [shared('河北', 'A', 0)] }).passedOver[0],
      expect.objectContaining({ because: 'nothing-left', cut: 'balance' }),
    ],
  ])('%s', (_, ask, expected) => {
    expect(ask()).toEqual(expected)
  })
})

describe('sources/003: the premium', () => {
  it.each([
    [
      'the list shows only relatives in the resident scheme',
      () => answerOf(premium('河北', '2025-11-05', 2026, { scheme: 'employee' })),
      'not-resident-scheme',
    ],
    ['one chooses the year: 2026 is open', () => answerOf(premium('河北', '2025-11-05', 2026)), 'allowed'],
    ['2025 is over by then', () => answerOf(premium('河北', '2025-11-05', 2025)), 'window-closed'],
    [
      'a year nobody has published is not guessed',
      () => answerOf(premium('河北', '2025-11-05', 2027)),
      'rule-unknown',
    ],
    [
      'the steps end with the password and the records',
      () => ruleIn('河北', 'premium-flow').value,
      expect.arrayContaining(['输入支付密码', '缴费记录']),
    ],
    [
      'the account must have enough',
      () => refusalOf(premium('河北', '2025-11-05', 2026, {}, { balanceFen: yuan(399.99) })).facts,
      expect.objectContaining({ neededFen: yuan(400), balanceFen: yuan(399.99) }),
    ],
    [
      'with 400 it has',
      () => answerOf(premium('河北', '2025-11-05', 2026, {}, { balanceFen: yuan(400) })),
      'allowed',
    ],
    [
      'days 1 to 25 of a month: the 25th of November 2024',
      () => answerOf(premium('河北', '2024-11-25', 2025)),
      'allowed',
    ],
    [
      'from the 26th the office settles',
      () => refusalOf(premium('河北', '2024-11-26', 2025)),
      expect.objectContaining({
        code: 'window-closed',
        facts: expect.objectContaining({
          problem: 'closed-days',
          firstDate: 1,
          lastDate: 25,
          again: '2024-12-01',
        }),
      }),
    ],
    [
      'the wallet pays across provinces; opened first, then applied for with the code’s password or a face check',
      () => ruleIn('河北', 'wallet-verified-by').value,
      expect.arrayContaining(['face-check', 'password']),
    ],
    [
      'it asks whether the relative’s city has it: a relative without a wallet gets nothing',
      () => answerOf(transfer('河北', { recipientWalletOpen: false })),
      'wallet-not-open',
    ],
    [
      'sidebar: 河北 is among the first with the wallet, all of it',
      () => ruleIn('河北', 'wallet-live').value,
      '2025-02-04',
    ],
  ])('%s', (_, ask, expected) => {
    expect(ask()).toEqual(expected)
  })
})

describe('sources/003: what a sidebar says of 福州 in 2025', () => {
  const fuzhou = { city: '福州市', poolingAreaCode: '350100' }
  it.each([
    [
      '450 yuan',
      () => ruleIn('福建', 'premium-city-fen', '2024-11-05').value,
      expect.objectContaining({ premiumYear: 2025 }),
    ],
    [
      'paid in 福州 before the window of 2024-09-01',
      () => answerOf(premium('福建', '2024-08-31', 2025, fuzhou)),
      'rule-unknown',
    ],
    [
      'from 2024-09-01 to 2025-02-28; machines alone say so, so a day after it is not called closed',
      () => answerOf(premium('福建', '2025-03-01', 2025, fuzhou)),
      'allowed',
    ],
    [
      'inside the window the price is that of the city',
      () => grantedOf(premium('福建', '2025-01-10', 2025, fuzhou)).tiers.map(({ amountFen }) => amountFen),
      [yuan(450)],
    ],
    [
      'elsewhere in 福建 no price is known',
      () => answerOf(premium('福建', '2025-01-10', 2025)),
      'rule-unknown',
    ],
    [
      'cover from the day of payment in the prolonged window: not held for 福建, so it is not promised',
      () =>
        answerOf(
          premiumBenefit({
            regionCode: REGION.福建,
            premiumYear: 2025,
            paidOn: day('2025-02-10'),
            today: day('2025-02-10'),
          }),
        ),
      'rule-unknown',
    ],
  ])('%s', (_, ask, expected) => {
    expect(ask()).toEqual(expected)
  })
})

import { instant } from '../../../../shared/values/day'
import { USES } from '../../../../shared/values/relation'
import { employeeIn, personOf, residentIn } from '../../synthetic-people'
import {
  answerOf,
  grantedOf,
  invite,
  join,
  planOf,
  policyholderIn,
  refusalOf,
  relationsOn,
  ruleIn,
  settle,
  shared,
} from '../asking'

/**
 * `sources/004`, general, published 2025-04-22; it names 安徽, 河南 and 济南 for the channels. Its figures fit 安徽 and
 * are machine-written, so they are shown there and stop nobody. One row a statement, in our words.
 */
describe('sources/004: who', () => {
  const six = Array.from({ length: 6 }, () => ({ relation: 'sibling' as const }))
  it.each([
    [
      'two can bind each other: she shares with him',
      () => answerOf(join('安徽', 'spouse', { relativeEnrolment: employeeIn('340000') })),
      'allowed',
    ],
    [
      'and he with her, although she shares already',
      () =>
        answerOf(
          join('安徽', 'spouse', {
            policyholder: { ...employeeIn('340000'), ...personOf('1982-03-04', 2) },
            relative: personOf('1980-06-01'),
            relativeEnrolment: employeeIn('340000'),
          }),
        ),
      'allowed',
    ],
    ['mutual is told as allowed', () => ruleIn('安徽', 'mutual').value, true],
    [
      'the policyholder is in ordinary standing in the employee scheme',
      () =>
        answerOf(
          invite('安徽', 'spouse', { policyholder: policyholderIn('安徽', { enrolment: 'suspended' }) }),
        ),
      'enrolment-suspended',
    ],
    [
      'the relative is in ordinary standing within the province',
      () =>
        answerOf(
          join('安徽', 'spouse', { relativeEnrolment: residentIn('340000', { enrolment: 'suspended' }) }),
        ),
      'enrolment-suspended',
    ],
    [
      'every province shares within itself by now',
      () =>
        answerOf(
          join('安徽', 'spouse', { relativeEnrolment: residentIn('340000', { poolingAreaCode: '340800' }) }),
        ),
      'allowed',
    ],
    [
      'a sidebar: three kinds of relatives; so it was before the end of 2024',
      () => relationsOn('安徽', '2024-06-01'),
      ['spouse', 'parent', 'child'],
    ],
    [
      'seven in one account with the policyholder, so six relatives',
      () => ruleIn('安徽', 'member-cap').value,
      6,
    ],
    [
      'machines alone say so: the seventh is let in',
      () => answerOf(invite('安徽', 'child', { bound: six })),
      'allowed',
    ],
    [
      'and it is told',
      () =>
        grantedOf(invite('安徽', 'child', { bound: six })).remarks.some((one) =>
          one.includes('最多可以添加几位'),
        ),
      true,
    ],
    [
      'a relative is bound by one policyholder of another area only; of her own area by several',
      () => ruleIn('安徽', 'policyholder-cap').value,
      { sameArea: 'unlimited', crossArea: 1 },
    ],
    [
      'machines alone say so: a second one from another area is let in',
      () =>
        answerOf(
          join('安徽', 'spouse', {
            relativeEnrolment: residentIn('340000', { poolingAreaCode: '340800' }),
            policyholdersOfRelative: 1,
            policyholdersByArea: { 'same-area': 0, 'cross-area': 1, 'cross-province': 0 },
          }),
        ),
      'allowed',
    ],
    [
      'the resident scheme (农保) has no account: it cannot give',
      () =>
        answerOf(invite('安徽', 'spouse', { policyholder: policyholderIn('安徽', { scheme: 'resident' }) })),
      'not-employee-scheme',
    ],
    [
      'but it can receive',
      () => answerOf(join('安徽', 'spouse', { relativeEnrolment: residentIn('340000') })),
      'allowed',
    ],
    [
      '河南: the family is set up first',
      () => refusalOf(invite('河南', 'spouse', { familyEstablished: false })),
      expect.objectContaining({
        code: 'family-not-established',
        rule: expect.objectContaining({
          parameter: 'family-established-first',
          reliability: 'machine-written',
        }),
      }),
    ],
    [
      '河南: then members are bound',
      () => answerOf(invite('河南', 'spouse', { familyEstablished: true })),
      'allowed',
    ],
    [
      'no other region has that step',
      () => answerOf(invite('西藏', 'spouse', { familyEstablished: false })),
      'allowed',
    ],
    [
      '河南: the menu on the web',
      () => ruleIn('河南', 'entry-path').value,
      expect.arrayContaining(['共济家庭建立', '共济成员维护', '绑定']),
    ],
  ])('%s', (_, ask, expected) => {
    expect(ask()).toEqual(expected)
  })
})

describe('sources/004: spending', () => {
  const early = instant('2024-01-01T00:00:00Z')
  const late = instant('2025-06-01T00:00:00Z')
  const near = (bindingId: string, balance: number, boundAt = late) =>
    shared('安徽', bindingId, balance, { boundAt })
  const far = (bindingId: string, balance: number, boundAt = early) =>
    shared('安徽', bindingId, balance, { boundAt, sameArea: false })
  it.each([
    ['care of every kind, and the resident premium', () => ruleIn('安徽', 'allowed-uses').value, USES],
    [
      'inpatient, outpatient, special illness and birth are named one by one',
      () => ruleIn('安徽', 'care-kinds').value,
      ['住院', '普通门诊', '门诊特殊病', '职工生育'],
    ],
    [
      'who has no account of her own uses the shared one',
      () => settle('安徽', 50, { own: null, shared: [near('A', 80)] }),
      ['A 50'],
    ],
    [
      'who has too little in hers, for what is missing: first her own, then the shared one',
      () => settle('安徽', 50, { own: 20, shared: [near('A', 80)] }),
      ['own 20', 'A 30'],
    ],
    [
      'one of the own area goes before one of another, though bound later',
      () => settle('安徽', 50, { shared: [far('far', 80), near('near', 80)] }),
      ['near 50'],
    ],
    [
      'within the own area by the time of binding',
      () => settle('安徽', 50, { shared: [near('second', 80), near('first', 80, early)] }),
      ['first 50'],
    ],
    [
      'one policyholder a settlement, in general; in 安徽 machines alone say so, so the next one helps out',
      () => settle('安徽', 50, { shared: [near('first', 20, early), near('second', 80)] }),
      ['first 20', 'second 30'],
    ],
    [
      'in 山西, of which others say it too, the second is passed over and the reason said',
      () =>
        planOf('山西', 50, {
          shared: [
            shared('山西', 'first', 1_020, { boundAt: early }),
            shared('山西', 'second', 5_000, { boundAt: late }),
          ],
        }).passedOver,
      [expect.objectContaining({ bindingId: 'second', because: 'one-policyholder' })],
    ],
  ])('%s', (_, ask, expected) => {
    expect(ask()).toEqual(expected)
  })
})

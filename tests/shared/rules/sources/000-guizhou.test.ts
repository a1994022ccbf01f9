import { bindingBegins, consentNeeded, unbindingEnds } from '../../../../shared/rules'
import { day, instant } from '../../../../shared/values/day'
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
  ruleIn,
  settle,
  shared,
  transfer,
  unbind,
} from '../asking'

/**
 * `sources/000`, on 贵州 (贵阳), published 2025-03-12. One row a statement: what the page says in our words, what is
 * asked, the answer. What has no row stands in docs/decisions/readings.md.
 */
const ON = day('2025-03-12')
const at = (time: string) => instant(`2025-03-12T${time}:00+08:00`)

describe('sources/000: who shares with whom', () => {
  it.each([
    [
      'an employee binds relatives whom she names',
      () => answerOf(invite('贵州', 'child', { today: ON })),
      'allowed',
    ],
    [
      'close relatives beyond spouse, parents and children are meant too (section on the wallet)',
      () => answerOf(invite('贵州', 'sibling', { today: ON })),
      'allowed',
    ],
    [
      'only the employee scheme has a personal account, so only its members can share one',
      () =>
        answerOf(invite('贵州', 'spouse', { policyholder: policyholderIn('贵州', { scheme: 'resident' }) })),
      'not-employee-scheme',
    ],
    [
      'who is bound may herself be in the resident scheme',
      () => answerOf(join('贵州', 'spouse', { relativeEnrolment: residentIn('520000') })),
      'allowed',
    ],
    [
      'across provinces the money goes by wallet',
      () => refusalOf(join('贵州', 'spouse', { relativeEnrolment: employeeIn('510000') })).facts?.instead,
      'wallet',
    ],
    [
      'at the window: her own card and the relative’s card or household book; on the phone nothing is asked',
      () => grantedOf(invite('贵州', 'spouse')).proofs,
      [],
    ],
    [
      'the steps on the phone begin at 医疗服务 and end at 添加我的家庭成员',
      () => ruleIn('贵州', 'entry-path').value,
      ['医疗服务', '我的', '家庭账户共济', '添加我的家庭成员'],
    ],
    ['the window does it too', () => ruleIn('贵州', 'offline-desk').value, '医保经办窗口'],
  ])('%s', (_, ask, expected) => {
    expect(ask()).toEqual(expected)
  })
})

describe('sources/000: how the money is spent', () => {
  const fifty = shared('贵州', 'A', 50)
  it.each([
    ['the relative shows her own credential', () => ruleIn('贵州', 'own-credential').value, true],
    [
      'what is left for her to pay comes out of the policyholder’s account',
      () => settle('贵州', 40, { own: null, shared: [fifty] }),
      ['A 40'],
    ],
    [
      'her own account goes first',
      () => settle('贵州', 40, { own: 15, shared: [fifty] }),
      ['own 15', 'A 25'],
    ],
    ['hospital, pharmacy and the resident premium', () => ruleIn('贵州', 'allowed-uses').value, USES],
    [
      'the premium of a bound relative can be paid',
      () => answerOf(premium('贵州', '2024-12-01', 2025)),
      'allowed',
    ],
    [
      'money can be moved by wallet to a parent',
      () => answerOf(transfer('贵州', { relation: 'parent' })),
      'allowed',
    ],
    ['and to other close relatives', () => answerOf(transfer('贵州', { relation: 'sibling' })), 'allowed'],
    [
      'nothing comes back to a bank card next month: a settlement deducts, and every fen of it stands in a line',
      () => planOf('贵州', 40, { shared: [fifty] }).lines.map(({ from }) => from),
      ['binding'],
    ],
  ])('%s', (_, ask, expected) => {
    expect(ask()).toEqual(expected)
  })
})

describe('sources/000: from when and until when', () => {
  const begins = (startDay?: string) =>
    bindingBegins({
      regionCode: REGION.贵州,
      acceptedOn: ON,
      ...(startDay === undefined ? {} : { startDay: day(startDay) }),
    }).effectiveFrom
  const ends = (lastDay?: string) =>
    unbindingEnds({
      regionCode: REGION.贵州,
      confirmedAt: at('10:00'),
      ...(lastDay === undefined ? {} : { lastDay: day(lastDay) }),
    })
  it.each([
    ['start today, and it holds at once', () => begins('2025-03-12'), '2025-03-12'],
    ['no thirty days of waiting', () => begins(), '2025-03-12'],
    ['end day 2025-03-12: that day still counts', () => ends('2025-03-12').lastDay, '2025-03-12'],
    [
      'and it is over at 2025-03-13 00:00',
      () => ends('2025-03-12').endsAt,
      instant('2025-03-13T00:00:00+08:00'),
    ],
    [
      'an end day that was set ends it at the next 00:00',
      () => ends('2025-03-20').endsAt,
      instant('2025-03-21T00:00:00+08:00'),
    ],
    [
      'without an end day it still holds today and is over tomorrow',
      () => ends().endsAt,
      instant('2025-03-13T00:00:00+08:00'),
    ],
    ['to be bound again only from the next day', () => ends().rebindFrom, '2025-03-13'],
    [
      'not on the day itself; machines alone say so, and so does our reading, which stands in their place',
      () => refusalOf(invite('贵州', 'spouse', { today: ON, boundUntil: ON })),
      expect.objectContaining({
        code: 'rebind-too-early',
        facts: expect.objectContaining({ from: '2025-03-13' }),
        rule: expect.objectContaining({ ourReading: true }),
      }),
    ],
    [
      'the policyholder ends it',
      () => answerOf(unbind('贵州', { by: 'policyholder', now: at('10:00') })),
      'allowed',
    ],
    [
      'the relative may leave as well, which the page does not say: our reading',
      () => answerOf(unbind('贵州', { by: 'relative', now: at('10:00') })),
      'allowed',
    ],
    [
      'the letter is agreed to by ticking',
      () =>
        consentNeeded({
          regionCode: REGION.贵州,
          relation: 'spouse',
          relativeBirthDay: day('1982-03-04'),
          inPerson: false,
          today: ON,
        }).letters[0]?.mode,
      'tick',
    ],
  ])('%s', (_, ask, expected) => {
    expect(ask()).toEqual(expected)
  })
})

import {
  type BindingLife,
  bindingHoldsOn,
  consentNeeded,
  endsByItself,
  unbindConsentNeeded,
  unbindingEnds,
} from '../../../shared/rules'
import { day, instant } from '../../../shared/values/day'
import { employeeIn, residentIn, TODAY } from '../synthetic-people'
import { answerOf, grantedOf, REGION, type RegionName, refusalOf, unbind } from './asking'

describe('ending a binding', () => {
  it.each<[string, () => unknown, unknown]>([
    [
      'today, in the morning: it holds the whole day',
      () => grantedOf(unbind('西藏')).endsAt,
      instant('2025-11-06T00:00:00+08:00'),
    ],
    [
      'a minute before midnight: over a minute later',
      () => grantedOf(unbind('西藏', { now: instant('2025-11-05T23:59:00+08:00') })).endsAt,
      instant('2025-11-06T00:00:00+08:00'),
    ],
    [
      'at midnight: the new day is the last one',
      () => grantedOf(unbind('西藏', { now: instant('2025-11-06T00:00:00+08:00') })).lastDay,
      '2025-11-06',
    ],
    [
      'on a later day that she chose',
      () => grantedOf(unbind('西藏', { wishedLastDay: day('2025-12-31') })).endsAt,
      instant('2026-01-01T00:00:00+08:00'),
    ],
    [
      'on a day that has passed',
      () => refusalOf(unbind('西藏', { wishedLastDay: day('2025-11-04') })).facts?.problem,
      'last-day-in-past',
    ],
    [
      'later than it ends anyway',
      () =>
        refusalOf(unbind('西藏', { lastDay: day('2025-11-20'), wishedLastDay: day('2025-11-21') })).facts
          ?.problem,
      'last-day-after-end',
    ],
    ['one in review', () => answerOf(unbind('西藏', { state: 'in-review' })), 'in-review'],
    ['one that is over', () => answerOf(unbind('西藏', { lastDay: day('2025-11-04') })), 'not-allowed'],
    ['one that is paused', () => answerOf(unbind('西藏', { state: 'paused' })), 'allowed'],
    ['by the relative', () => answerOf(unbind('西藏', { by: 'relative' })), 'allowed'],
    ['by the guardian', () => grantedOf(unbind('西藏', { by: 'guardian' })).letters[0]?.signer, 'guardian'],
    [
      '湖北: three months are said to be asked for, by machines alone, and not held',
      () => answerOf(unbind('湖北', { effectiveFrom: day('2025-11-01') })),
      'allowed',
    ],
    ['西藏: no proof, no review', () => grantedOf(unbind('西藏')).proofs, []],
    ['陕西: what will be asked is told beforehand', () => grantedOf(unbind('陕西')).proofs, ['相关证明材料']],
    ['陕西: the agency reviews', () => grantedOf(unbind('陕西')).reviewBy, 'agency'],
    [
      '陕西: it is told that machines alone say so',
      () => grantedOf(unbind('陕西')).remarks.some((one) => one.includes('这一步谁都能办到')),
      true,
    ],
    [
      '陕西: approved two days later, it is over at the 00:00 after the approval',
      () =>
        unbindingEnds({ regionCode: REGION.陕西, confirmedAt: instant('2025-11-07T15:00:00+08:00') }).endsAt,
      instant('2025-11-08T00:00:00+08:00'),
    ],
    [
      '山西: who does not end it after a divorce bears the loss',
      () =>
        grantedOf(unbind('山西')).rules.find(({ parameter }) => parameter === 'relation-change-duty')?.value,
      { who: 'policyholder', lossIsTheirs: true },
    ],
    [
      'a region that nobody holds: our readings',
      () => unbindingEnds({ regionCode: '650000', confirmedAt: instant('2025-11-05T10:00:00Z') }).rebindFrom,
      '2025-11-06',
    ],
  ])('%s', (_, ask, expected) => {
    expect(ask()).toEqual(expected)
  })
})

describe('what ends it by itself', () => {
  const life: BindingLife = { state: 'active', effectiveFrom: day('2025-01-01'), lastDay: null }
  const ask = (more: Partial<Parameters<typeof endsByItself>[0]> & { region?: RegionName } = {}) =>
    endsByItself({
      regionCode: REGION[more.region ?? '山西'],
      binding: life,
      policyholder: { enrolment: employeeIn('140000') },
      relative: { enrolment: residentIn('140000') },
      today: TODAY,
      ...more,
    })
  const none = { scheme: null, enrolment: 'none' as const }
  it.each<[string, () => unknown, unknown]>([
    ['nothing', () => ask(), null],
    [
      'the day that was agreed on, the day after it',
      () => ask({ binding: { ...life, lastDay: day('2025-11-04') } }),
      expect.objectContaining({ because: 'end-day', endsAt: instant('2025-11-05T00:00:00+08:00') }),
    ],
    ['not on that day itself', () => ask({ binding: { ...life, lastDay: TODAY } }), null],
    [
      'the death of the policyholder',
      () => ask({ policyholder: { enrolment: employeeIn('140000'), diedOn: day('2025-10-30') } }),
      expect.objectContaining({ because: 'policyholder-died', lastDay: '2025-10-30' }),
    ],
    [
      'the death of the relative',
      () => ask({ relative: { enrolment: residentIn('140000'), diedOn: day('2025-10-30') } }),
      expect.objectContaining({ because: 'relative-died', lastDay: '2025-10-30' }),
    ],
    [
      'an enrolment that is over (山西 2022: by itself)',
      () => ask({ relative: { enrolment: residentIn('140000', none), enrolledUntil: day('2025-10-31') } }),
      expect.objectContaining({ because: 'enrolment-ended', lastDay: '2025-10-31' }),
    ],
    [
      'the policyholder is in the resident scheme now',
      () => ask({ policyholder: { enrolment: residentIn('140000') } }),
      expect.objectContaining({ because: 'policyholder-left-scheme', lastDay: TODAY }),
    ],
    [
      'the relative moved to another province',
      () => ask({ relative: { enrolment: residentIn('510000') } }),
      expect.objectContaining({ because: 'moved' }),
    ],
    [
      '大连: to another city',
      () =>
        ask({
          region: '大连',
          policyholder: { enrolment: employeeIn('210200') },
          relative: { enrolment: residentIn('210200', { poolingAreaCode: '210100' }) },
        }),
      expect.objectContaining({ because: 'moved' }),
    ],
    [
      'not a place that nobody knows',
      () => ask({ relative: { enrolment: residentIn('140000', { regionCode: null }) } }),
      null,
    ],
    [
      'not a suspended enrolment, which can be paid up',
      () => ask({ relative: { enrolment: residentIn('140000', { enrolment: 'suspended' }) } }),
      null,
    ],
    [
      'never later than the day that was agreed on',
      () =>
        ask({
          binding: { ...life, lastDay: TODAY },
          relative: { enrolment: residentIn('140000', none), enrolledUntil: day('2025-12-31') },
        }),
      expect.objectContaining({ lastDay: TODAY }),
    ],
  ])('%s', (_, question, expected) => {
    expect(question()).toEqual(expected)
  })

  it('says by which rule, and in a region that publishes none that it is our reading', () => {
    const left = { relative: { enrolment: residentIn('140000', none) } }
    expect(ask(left)?.rule).toMatchObject({ parameter: 'ends-with-enrolment', reliability: 'third-party' })
    expect(ask({ ...left, region: '西藏' })?.rule).toMatchObject({ ourReading: true })
    expect(ask({ ...left, region: '西藏' })?.remarks.join()).toMatch(/本产品的读法/)
  })

  it.each([
    ['2024-12-31', false],
    ['2025-01-01', true],
    ['2025-11-20', true],
    ['2025-11-21', false],
  ])('from its first to its last day money may flow: %s %s', (on, expected) => {
    expect(bindingHoldsOn({ ...life, lastDay: day('2025-11-20') }, day(on))).toBe(expected)
  })
})

describe('what is read and signed', () => {
  const needed = (region: RegionName) =>
    consentNeeded({
      regionCode: REGION[region],
      relation: 'spouse',
      relativeBirthDay: day('1982-03-04'),
      inPerson: false,
      today: TODAY,
    })
  it.each<[RegionName, string, string | null]>([
    ['安徽', 'tick', '安徽省职工医保个人账户家庭共济成员绑定告知书'],
    ['江西', 'tick', null],
    ['山西', 'handwritten', '家庭共济告知书'],
    ['陕西', 'handwritten', '个人账户共济绑定告知书'],
    ['江苏', 'handwritten', null],
    ['上海', 'handwritten', null],
    ['湖北', 'typed', null],
    ['贵州', 'tick', '知情同意书'],
    ['山东', 'tick', null],
  ])('%s: %s, notice %s', (region, mode, noticeTitle) => {
    const answer = needed(region)
    expect(answer.letters.map((letter) => letter.mode)).toEqual([mode, mode])
    expect(answer.noticeTitle).toBe(noticeTitle)
  })

  it('湖北: the sentence is typed, or filled in by one tap', () => {
    const [letter] = needed('湖北').letters
    expect(letter?.sentence).toBe('我已阅读承诺书，自愿办理家庭共济')
    expect(letter?.oneTap).toBe(true)
    expect(needed('西藏').letters[0]).not.toHaveProperty('sentence')
  })

  it('says where the way of signing is machine-written', () => {
    expect(needed('江西').remarks.join()).toMatch(/承诺书怎么签.*机器生成/)
  })

  it('leaving is ticked, also where joining is signed by hand', () => {
    const leave = unbindConsentNeeded({ regionCode: REGION.山西, by: 'relative', today: TODAY })
    expect(leave.letters).toEqual([{ signer: 'relative', purpose: 'unbind', mode: 'tick' }])
    expect(leave.remarks.join()).toMatch(/解绑告知书.*本产品的读法/)
  })
})

import { type JoinFacts, mayJoin } from '../../../shared/rules'
import { addDays } from '../../../shared/values/day'
import { employeeIn, personOf, residentIn, TODAY } from '../synthetic-people'

function facts(more: Partial<JoinFacts> = {}): JoinFacts {
  return {
    policyholder: { ...employeeIn('540000'), ...personOf('1980-06-01') },
    relative: personOf('1984-03-04', 2),
    relation: 'sibling',
    bound: [],
    today: TODAY,
    relativeEnrolment: residentIn('540000'),
    policyholdersOfRelative: 0,
    ...more,
  }
}

const refusalOf = (asked: JoinFacts) => {
  const answer = mayJoin(asked)
  return answer.ok ? null : answer.refusal
}

describe('who may join', () => {
  it.each([
    ['the resident scheme', residentIn('540000')],
    ['the employee scheme', employeeIn('540000')],
    ['another city of the region', residentIn('540000', { poolingAreaCode: '540200' })],
  ])('someone in %s', (_, relativeEnrolment) => {
    expect(refusalOf(facts({ relativeEnrolment }))).toBeNull()
  })

  it.each([
    ['not-enrolled', residentIn('540000', { scheme: null, enrolment: 'none' }), 'relative-insured'],
    ['enrolment-suspended', residentIn('540000', { enrolment: 'suspended' }), 'relative-standing'],
    ['outside-area', residentIn('510000'), 'pooling-scope'],
    ['outside-area', residentIn('540000', { regionCode: null }), 'pooling-scope'],
  ] as const)('is refused with %s and the rule', (code, relativeEnrolment, parameter) => {
    const refusal = refusalOf(facts({ relativeEnrolment }))
    expect(refusal).toMatchObject({
      code,
      facts: { side: 'relative', spokenTo: 'relative' },
      rule: { parameter },
    })
    expect(refusal?.rule?.source).toMatch(/https?:\/\//)
  })

  it('a suspended enrolment stops her by our own reading in 西藏, and by a source of its own in 河北', () => {
    const suspended = (regionCode: string) =>
      refusalOf(
        facts({
          policyholder: { ...employeeIn(regionCode), ...personOf('1980-06-01') },
          relativeEnrolment: residentIn(regionCode, { enrolment: 'suspended' }),
        }),
      )
    expect(suspended('540000')?.rule).toMatchObject({ ourReading: true, reliability: 'our-reading' })
    expect(suspended('540000')?.rule?.source).toContain('我们的理解')
    expect(suspended('130000')?.rule).toMatchObject({ parameter: 'relative-standing', reliability: 'press' })
    expect(suspended('130000')?.rule?.ourReading).toBeUndefined()
  })

  it('names both provinces and points to the wallet across provinces', () => {
    expect(refusalOf(facts({ relativeEnrolment: residentIn('510000') }))?.facts).toMatchObject({
      policyholderRegion: '西藏',
      relativeRegion: '四川',
      instead: 'wallet',
    })
  })

  it('two may be each other’s policyholder', () => {
    const [one, other] = [personOf('1980-06-01'), personOf('1984-03-04', 2)]
    const both = { relativeEnrolment: employeeIn('540000'), policyholdersOfRelative: 1 }
    const shares = (from: typeof one, to: typeof one) =>
      refusalOf(facts({ policyholder: { ...employeeIn('540000'), ...from }, relative: to, ...both }))
    expect([shares(one, other), shares(other, one)]).toEqual([null, null])
  })

  it('is not limited in how many share with her where no such cap is published', () => {
    expect(refusalOf(facts({ policyholdersOfRelative: 12 }))).toBeNull()
  })
})

describe('what was asked at the invitation is asked again', () => {
  const hebei = { ...employeeIn('130000'), ...personOf('1980-06-01') }
  const eight = Array.from({ length: 8 }, () => ({ relation: 'sibling' as const }))

  it('the cap', () => {
    const asked = facts({ policyholder: hebei, relativeEnrolment: residentIn('130000'), bound: eight })
    expect(refusalOf(asked)).toMatchObject({ code: 'member-cap-reached', facts: { cap: 8, bound: 8 } })
  })

  const troubles = [
    ['not-employee-scheme', { ...hebei, scheme: 'resident' as const }],
    ['not-enrolled', { ...hebei, scheme: null, enrolment: 'none' as const }],
    ['enrolment-suspended', { ...hebei, enrolment: 'suspended' as const }],
  ] as const

  it.each(troubles)('%s of the policyholder is for the policyholder alone', (code, policyholder) => {
    expect(refusalOf(facts({ policyholder, spokenTo: 'policyholder' }))).toMatchObject({
      code,
      facts: { side: 'policyholder', spokenTo: 'policyholder' },
    })
    for (const spokenTo of ['relative', 'guardian'] as const) {
      // Nothing else at all: neither scheme nor rule may tell what the trouble is.
      expect(refusalOf(facts({ policyholder, spokenTo }))).toEqual({
        code: 'not-allowed',
        facts: { reason: 'policyholder-cannot', side: 'policyholder', spokenTo },
      })
    }
  })

  it('a policyholder who answers for the own child is told of the child as of a child', () => {
    const child = personOf('2015-03-04', 2)
    const uninsured = residentIn('540000', { scheme: null, enrolment: 'none' })
    const asked = { relation: 'child' as const, relative: child, relativeEnrolment: uninsured }
    expect(refusalOf(facts({ ...asked, spokenTo: 'policyholder' }))?.facts).toEqual({
      side: 'relative',
      spokenTo: 'policyholder',
      forChild: true,
    })
    expect(refusalOf(facts({ relativeEnrolment: uninsured, spokenTo: 'policyholder' }))?.facts).toEqual({
      side: 'relative',
      spokenTo: 'policyholder',
    })
    expect(
      refusalOf(facts({ ...asked, relative: personOf('2005-03-04', 2), spokenTo: 'policyholder' }))?.facts,
    ).not.toHaveProperty('forChild')
  })

  it('a second spouse is not added, by our own reading; another relation is not limited', () => {
    const one = { relation: 'spouse' as const }
    const spouse = { relation: 'spouse' as const, relative: personOf('1982-03-04', 2) }
    const refusal = refusalOf(facts({ ...spouse, bound: [one] }))
    expect(refusal).toMatchObject({
      code: 'relation-cap-reached',
      facts: { relation: 'spouse', cap: 1, bound: 1, ourReading: true, spokenTo: 'relative' },
      rule: { parameter: 'relation-caps', ourReading: true },
    })
    expect(refusalOf(facts({ ...spouse, bound: [{ relation: 'parent' }] }))).toBeNull()
    expect(refusalOf(facts({ bound: [one, ...eight, ...eight] }))).toBeNull()
  })

  it('a start day that passed while the invitation was open is no fault; an end day that passed is', () => {
    const answer = mayJoin(facts({ startDay: addDays(TODAY, -2) }))
    expect(answer).toMatchObject({ ok: true, value: { effectiveFrom: TODAY } })
    expect(refusalOf(facts({ startDay: addDays(TODAY, -2), endDay: addDays(TODAY, -1) }))).toMatchObject({
      code: 'dates-invalid',
      facts: { problem: 'already-over' },
    })
  })
})

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
    ['not-enrolled', residentIn('540000', { scheme: null, enrolment: 'none' }), 'relative-standing'],
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

  it('the policyholder, said to whoever hears it', () => {
    const suspended = { ...hebei, enrolment: 'suspended' as const }
    expect(refusalOf(facts({ policyholder: suspended }))?.facts).toEqual({
      side: 'policyholder',
      spokenTo: 'relative',
    })
    expect(refusalOf(facts({ policyholder: suspended, spokenTo: 'guardian' }))?.facts).toEqual({
      side: 'policyholder',
      spokenTo: 'guardian',
    })
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

import { employeeIn, personOf, residentIn, TODAY } from '../synthetic-people'
import { PARENTS_CAPPED, STRICT_REGION } from './strict-region'

// A region that has every rule which 西藏 and 河北 lack: what comes later as one file must need no other change.
jest.mock('../../../shared/rules/parameters', () => {
  const actual = jest.requireActual('../../../shared/rules/parameters')
  const { PARENTS_CAPPED, STRICT_REGION } = jest.requireActual('./strict-region')
  return { ...actual, REGIONS: [...actual.REGIONS, STRICT_REGION, PARENTS_CAPPED] }
})

import {
  bindingBegins,
  consentNeeded,
  type JoinFacts,
  mayInvite,
  mayJoin,
  regions,
} from '../../../shared/rules'
import { addDays, day } from '../../../shared/values/day'

const code = STRICT_REGION.regionCode

function facts(more: Partial<JoinFacts> = {}): JoinFacts {
  return {
    policyholder: { ...employeeIn(code, { poolingAreaCode: '520100' }), ...personOf('1980-06-01') },
    relative: personOf('1982-03-04', 2),
    relation: 'spouse',
    bound: [],
    today: TODAY,
    relativeEnrolment: residentIn(code, { poolingAreaCode: '520100' }),
    policyholdersOfRelative: 0,
    ...more,
  }
}

const invited = (more: Partial<JoinFacts> = {}) => mayInvite(facts(more))
const joined = (more: Partial<JoinFacts> = {}) => mayJoin(facts(more))

describe('a region that is one file of data', () => {
  it('is held as soon as it is listed', () => {
    expect(regions().map((region) => region.regionCode)).toContain(code)
  })

  it('caps each relation', () => {
    const one = { relation: 'spouse' as const }
    expect(invited({ bound: [] }).ok).toBe(true)
    expect(invited({ bound: [{ relation: 'parent' }] }).ok).toBe(true)
    expect(invited({ bound: [one] })).toMatchObject({
      ok: false,
      refusal: { code: 'relation-cap-reached', facts: { relation: 'spouse', cap: 1, bound: 1 } },
    })
  })

  it('cites its own source where it caps a relation', () => {
    const full = invited({ bound: [{ relation: 'spouse' }] })
    if (full.ok) throw new Error('not refused')
    expect(full.refusal.rule?.ourReading).toBeUndefined()
    expect(full.refusal.facts).not.toHaveProperty('ourReading')
  })

  it('that caps parents alone leaves our reading of the spouse as it is', () => {
    const of = (relation: 'parent' | 'spouse', count: number) =>
      mayInvite({
        ...facts({ relation, bound: Array.from({ length: count }, () => ({ relation })) }),
        policyholder: { ...employeeIn(PARENTS_CAPPED.regionCode), ...personOf('1980-06-01') },
        relative: personOf(relation === 'parent' ? '1950-01-01' : '1982-03-04', 3),
      })
    expect(of('parent', 3).ok).toBe(true)
    expect(of('parent', 4)).toMatchObject({ refusal: { facts: { relation: 'parent', cap: 4, bound: 4 } } })
    expect(of('spouse', 1)).toMatchObject({
      refusal: { facts: { relation: 'spouse', cap: 1, ourReading: true }, rule: { ourReading: true } },
    })
  })

  it('does not let a cap stop anybody that only a machine-written text knows', () => {
    const bound = Array.from({ length: 9 }, () => ({ relation: 'parent' as const }))
    expect(invited({ bound })).toMatchObject({ ok: true, value: { placesLeft: null } })
  })

  it('says how many policyholders may share with one relative', () => {
    expect(joined({ policyholdersOfRelative: 0 }).ok).toBe(true)
    expect(joined({ policyholdersOfRelative: 1 })).toMatchObject({
      refusal: { code: 'policyholder-cap-reached', facts: { cap: 1, bound: 1 } },
    })
  })

  it('may keep families to one pooling area', () => {
    const elsewhere = residentIn(code, { poolingAreaCode: '520200' })
    expect(joined({ relativeEnrolment: elsewhere })).toMatchObject({
      refusal: { code: 'outside-area', facts: { scope: 'pooling-area', instead: null } },
    })
    expect(joined({ relativeEnrolment: residentIn(code, { poolingAreaCode: null }) }).ok).toBe(false)
  })

  it('may begin a binding on the next day only, and take no other start than today', () => {
    expect(bindingBegins({ regionCode: code, acceptedOn: TODAY }).effectiveFrom).toBe('2025-11-06')
    expect(bindingBegins({ regionCode: code, acceptedOn: TODAY, startDay: TODAY }).effectiveFrom).toBe(
      '2025-11-06',
    )
    expect(invited({ startDay: addDays(TODAY, 1) })).toMatchObject({
      refusal: { code: 'dates-invalid', facts: { problem: 'start-not-today' } },
    })
    expect(invited({ startDay: TODAY, endDay: TODAY })).toMatchObject({
      refusal: { code: 'dates-invalid', facts: { problem: 'end-before-start' } },
    })
  })

  it('asks for proofs by relation and age, and for those at the window never', () => {
    const proofs = (more: Partial<JoinFacts>) => {
      const answer = invited(more)
      return answer.ok ? answer.value.proofs : answer.refusal.code
    }
    expect(proofs({})).toEqual(['结婚证'])
    expect(proofs({ relation: 'parent', relative: personOf('1950-01-01', 3) })).toEqual([])
    expect(proofs({ relation: 'child', relative: personOf('2007-11-06', 3) })).toEqual(['出生证明'])
    expect(proofs({ relation: 'child', relative: personOf('2007-11-05', 3) })).toEqual([])
  })

  it('reviews, and lets people type their consent', () => {
    expect(invited()).toMatchObject({ ok: true, value: { review: true } })
    const consent = consentNeeded({
      regionCode: code,
      relation: 'spouse',
      relativeBirthDay: day('1982-03-04'),
      inPerson: false,
      today: TODAY,
    })
    expect(consent.letters.map((letter) => letter.mode)).toEqual(['typed', 'typed'])
  })

  it('takes from the national layer what it does not say', () => {
    expect(invited({ relation: 'sibling' }).ok).toBe(true)
    expect(invited({ relation: 'sibling', today: day('2024-06-01') })).toMatchObject({
      refusal: { code: 'relation-not-covered' },
    })
  })
})

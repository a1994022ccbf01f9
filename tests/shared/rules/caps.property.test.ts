import * as fc from 'fast-check'
import { type JoinFacts, mayInvite, mayJoin } from '../../../shared/rules'
import { type Day, parseDay } from '../../../shared/values/day'
import { REFUSAL_CODES } from '../../../shared/values/refusal'
import { RELATIONS, type Relation } from '../../../shared/values/relation'
import { holds } from '../property'
import { employeeIn, personOf, residentIn, TODAY } from '../synthetic-people'

const anyDay = fc
  .record({
    year: fc.integer({ min: 1920, max: 2024 }),
    month: fc.integer({ min: 1, max: 12 }),
    date: fc.integer({ min: 1, max: 28 }),
  })
  .map(
    ({ year, month, date }) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`,
  )
const anyRelation = fc.constantFrom(...RELATIONS)
const anyStep = fc.oneof(
  fc.record({ kind: fc.constant('join' as const), relation: anyRelation }),
  fc.record({ kind: fc.constant('leave' as const), at: fc.nat({ max: 20 }) }),
)

/** Fits a policyholder born in 1980 in every relation. */
const BIRTH: Record<Relation, string> = {
  spouse: '1980-01-01',
  parent: '1950-01-01',
  child: '2010-01-01',
  sibling: '1979-01-01',
  'paternal-grandparent': '1930-01-01',
  'maternal-grandparent': '1930-01-01',
  'grandchild-via-son': '2020-01-01',
  'grandchild-via-daughter': '2020-01-01',
}

function joining(
  regionCode: string,
  relation: Relation,
  bound: readonly { relation: Relation }[],
): JoinFacts {
  return {
    policyholder: { ...employeeIn(regionCode), ...personOf('1980-06-01') },
    relative: personOf(BIRTH[relation], 2),
    relation,
    bound,
    today: TODAY,
    relativeEnrolment: residentIn(regionCode),
    policyholdersOfRelative: 0,
  }
}

describe('the cap', () => {
  it('河北 never holds more than eight, whoever joins and leaves in whatever order', () => {
    holds(
      fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
        let bound: { relation: Relation }[] = []
        for (const step of steps) {
          if (step.kind === 'leave') {
            bound = bound.filter((_, index) => index !== step.at)
            continue
          }
          const answer = mayJoin(joining('130000', step.relation, bound))
          const married = bound.some(({ relation }) => relation === 'spouse')
          if (step.relation === 'spouse' && married) {
            expect(answer).toMatchObject({ ok: false, refusal: { code: 'relation-cap-reached' } })
            continue
          }
          expect(answer.ok).toBe(bound.length < 8)
          if (answer.ok) {
            expect(answer.value.placesLeft).toBe(8 - bound.length)
            bound = [...bound, { relation: step.relation }]
          } else {
            expect(answer.refusal).toMatchObject({ code: 'member-cap-reached', facts: { cap: 8, bound: 8 } })
          }
          expect(bound.length).toBeLessThanOrEqual(8)
        }
      }),
    )
  })

  it('the order in which the members came makes no difference', () => {
    holds(
      fc.property(fc.array(anyRelation, { maxLength: 12 }), anyRelation, (members, relation) => {
        const bound = members.map((one) => ({ relation: one }))
        expect(mayInvite(joining('130000', relation, [...bound].reverse()))).toEqual(
          mayInvite(joining('130000', relation, bound)),
        )
      }),
    )
  })
})

describe('every answer', () => {
  it('to any two birth days, relation and number of members is a value or a known refusal with its rule', () => {
    holds(
      fc.property(
        fc.constantFrom('540000', '130000', '650000'),
        anyDay,
        anyDay,
        anyRelation,
        fc.nat({ max: 12 }),
        (regionCode, policyholderBirth, relativeBirth, relation, count) => {
          const answer = mayInvite({
            ...joining(
              regionCode,
              relation,
              Array.from({ length: count }, () => ({ relation: 'child' as const })),
            ),
            policyholder: { ...employeeIn(regionCode), ...personOf(policyholderBirth) },
            relative: personOf(relativeBirth, 2),
          })
          if (answer.ok) {
            expect(answer.value.effectiveFrom).toBe(TODAY)
            expect(answer.value.placesLeft ?? 1).toBeGreaterThan(0)
            return
          }
          expect(REFUSAL_CODES).toContain(answer.refusal.code)
          if (answer.refusal.code !== 'rule-unknown' && answer.refusal.code !== 'id-number-invalid') {
            expect(answer.refusal.rule?.source).toBeTruthy()
          }
        },
      ),
    )
  })

  it('is the same from the other side: a parent may invite her child exactly when the child may invite her', () => {
    const inverse: Partial<Record<Relation, Relation>> = {
      parent: 'child',
      'paternal-grandparent': 'grandchild-via-son',
    }
    holds(
      fc.property(
        anyDay,
        anyDay,
        fc.constantFrom('parent' as const, 'paternal-grandparent' as const),
        (one, other, up) => {
          const down = inverse[up]
          if (down === undefined) throw new Error('no inverse')
          const asked = (mine: string, hers: string, relation: Relation) =>
            mayInvite({
              ...joining('540000', relation, []),
              policyholder: { ...employeeIn('540000'), ...personOf(mine) },
              relative: personOf(hers, 2),
            }).ok
          expect(asked(one, other, up)).toBe(asked(other, one, down))
        },
      ),
    )
  })

  it('an end day is refused exactly when it lies before the first day', () => {
    holds(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: -50, max: 400 }), (start, end) => {
        const on = (offset: number): Day => {
          const moved = parseDay(new Date(Date.UTC(2025, 10, 5 + offset)).toISOString().slice(0, 10))
          if (moved === null) throw new Error('no day')
          return moved
        }
        const answer = mayInvite({ ...joining('540000', 'spouse', []), startDay: on(start), endDay: on(end) })
        expect(answer.ok).toBe(end >= start)
      }),
    )
  })
})

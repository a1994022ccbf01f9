import { type InviteFacts, mayInvite } from '../../../shared/rules'
import { addDays, day } from '../../../shared/values/day'
import { RELATIONS, type Relation } from '../../../shared/values/relation'
import { documentOf, employeeIn, personOf, TODAY } from '../synthetic-people'

const POLICYHOLDER = personOf('1980-06-01')

/** Birth days that fit a policyholder who was born in 1980. */
const FITTING: Record<Relation, string> = {
  spouse: '1982-03-04',
  parent: '1955-03-04',
  child: '2012-03-04',
  sibling: '1984-03-04',
  'paternal-grandparent': '1930-03-04',
  'maternal-grandparent': '1931-03-04',
  'grandchild-via-son': '2024-03-04',
  'grandchild-via-daughter': '2024-03-04',
}

function facts(more: Partial<InviteFacts> & { relation?: Relation } = {}): InviteFacts {
  const relation = more.relation ?? 'spouse'
  return {
    policyholder: { ...employeeIn('130000'), ...POLICYHOLDER },
    relative: personOf(FITTING[relation], 2),
    relation,
    bound: [],
    today: TODAY,
    ...more,
  }
}

const inRegion = (regionCode: string) => ({ ...employeeIn(regionCode), ...POLICYHOLDER })
const bound = (count: number) => Array.from({ length: count }, () => ({ relation: 'sibling' as const }))
const refusalOf = (asked: InviteFacts) => {
  const answer = mayInvite(asked)
  return answer.ok ? null : answer.refusal
}
const allowedOf = (asked: InviteFacts) => {
  const answer = mayInvite(asked)
  if (!answer.ok) throw new Error(`refused: ${answer.refusal.code}`)
  return answer.value
}

describe.each(['540000', '130000'])('whom one may invite in %s', (regionCode) => {
  it.each(RELATIONS)('%s, on the day of the demo', (relation) => {
    expect(refusalOf(facts({ relation, policyholder: inRegion(regionCode) }))).toBeNull()
  })

  it.each([
    ['2024-06-01', 'spouse', true],
    ['2024-06-01', 'parent', true],
    ['2024-06-01', 'child', true],
    ['2024-06-01', 'sibling', false],
    ['2024-06-01', 'maternal-grandparent', false],
    ['2024-06-01', 'grandchild-via-son', false],
    ['2024-11-25', 'sibling', false],
    ['2024-11-26', 'sibling', true],
    ['2025-11-05', 'sibling', true],
  ] as const)('on %s: %s %s', (today, relation, covered) => {
    const refusal = refusalOf(facts({ relation, today: day(today), policyholder: inRegion(regionCode) }))
    expect(refusal?.code ?? null).toBe(covered ? null : 'relation-not-covered')
  })

  it('says which relations are covered, since when and by which source', () => {
    const refusal = refusalOf(
      facts({ relation: 'sibling', today: day('2024-06-01'), policyholder: inRegion(regionCode) }),
    )
    expect(refusal?.facts).toMatchObject({ relation: 'sibling', scope: ['spouse', 'parent', 'child'] })
    expect(refusal?.rule).toMatchObject({ parameter: 'relation-scope', from: '2021-01-01' })
    expect(refusal?.rule?.source).toContain('新华社')
  })

  it('is not known for a time before any rule that was found', () => {
    expect(refusalOf(facts({ today: day('2019-06-01'), policyholder: inRegion(regionCode) }))).toMatchObject({
      code: 'rule-unknown',
      facts: { parameter: 'relation-scope' },
    })
  })
})

describe('the number of members', () => {
  it.each([0, 1, 7])('河北 with %i bound lets another in', (count) => {
    expect(allowedOf(facts({ bound: bound(count) })).placesLeft).toBe(8 - count)
  })

  it.each([8, 9, 20])('河北 with %i bound refuses with the number and its source', (count) => {
    const refusal = refusalOf(facts({ bound: bound(count) }))
    expect(refusal).toMatchObject({
      code: 'member-cap-reached',
      facts: { cap: 8, bound: count },
      rule: { parameter: 'member-cap', value: 8, reliability: 'press' },
    })
    expect(refusal?.rule?.source).toMatch(/唐山本地宝.*https:\/\/m\.ts\.bendibao\.com/)
  })

  it('西藏 has no published cap: nobody is refused for it, and it is said', () => {
    const answer = allowedOf(facts({ policyholder: inRegion('540000'), bound: bound(40) }))
    expect(answer.placesLeft).toBeNull()
    expect(answer.remarks.join()).toContain('西藏没有公布人数上限')
  })
})

describe('what stands in the way on the own side', () => {
  const document = documentOf(FITTING.spouse, 2)
  it.each([
    ['self', facts({ relative: POLICYHOLDER }), {}],
    [
      'id-number-invalid',
      facts({
        relative: {
          document: { ...document, idNumber: `${document.idNumber.slice(0, 17)}Y` },
          birthDay: null,
        },
      }),
      { problem: 'characters' },
    ],
    [
      'id-number-invalid',
      facts({ relative: { document: { idType: '01', idNumber: '54' }, birthDay: null } }),
      { problem: 'length' },
    ],
    [
      'id-number-invalid',
      facts({ relative: personOf('2025-11-06'), relation: 'child' }),
      { problem: 'birth-day' },
    ],
    [
      'not-employee-scheme',
      facts({ policyholder: { ...employeeIn('130000', { scheme: 'resident' }), ...POLICYHOLDER } }),
      { side: 'policyholder', scheme: 'resident' },
    ],
    [
      'not-enrolled',
      facts({
        policyholder: { ...employeeIn('130000', { scheme: null, enrolment: 'none' }), ...POLICYHOLDER },
      }),
      { side: 'policyholder' },
    ],
    [
      'enrolment-suspended',
      facts({ policyholder: { ...employeeIn('130000', { enrolment: 'suspended' }), ...POLICYHOLDER } }),
      { side: 'policyholder' },
    ],
    ['rule-unknown', facts({ policyholder: inRegion('650000') }), { regionCode: '650000' }],
    [
      'rule-unknown',
      facts({ policyholder: { ...employeeIn('130000', { regionCode: null }), ...POLICYHOLDER } }),
      { regionCode: null },
    ],
  ] as const)('%s', (code, asked, shown) => {
    expect(refusalOf(asked)).toMatchObject({
      code,
      ...(Object.keys(shown).length === 0 ? {} : { facts: shown }),
    })
  })

  it('the first thing that stands in the way is told: oneself before the wrong scheme, the scheme before the cap', () => {
    const suspended = { ...employeeIn('130000', { enrolment: 'suspended' as const }), ...POLICYHOLDER }
    expect(refusalOf(facts({ policyholder: suspended, relative: POLICYHOLDER }))?.code).toBe('self')
    expect(refusalOf(facts({ policyholder: suspended, bound: bound(8) }))?.code).toBe('enrolment-suspended')
  })

  it('a document of another type with the same number is not oneself', () => {
    const passport = { idType: '99' as const, idNumber: POLICYHOLDER.document.idNumber }
    expect(refusalOf(facts({ relative: { document: passport, birthDay: null } }))).toBeNull()
  })
})

describe('ages that fit the relation: our own lenient reading', () => {
  it.each([
    // A mother ten years older may be a step-mother who raised her.
    ['parent', '1970-06-01', true],
    ['parent', '1970-06-02', false],
    ['parent', '1990-01-01', false],
    ['child', '1990-06-01', true],
    ['child', '1990-05-31', false],
    ['child', '1960-01-01', false],
    ['paternal-grandparent', '1960-06-01', true],
    ['maternal-grandparent', '1960-06-02', false],
    ['grandchild-via-son', '2000-06-01', true],
    ['grandchild-via-daughter', '2000-05-31', false],
    ['sibling', '1930-01-01', true],
    ['sibling', '2025-11-01', true],
    ['spouse', '1940-01-01', true],
    ['spouse', '2009-11-05', true],
    ['spouse', '2009-11-06', false],
  ] as const)('%s born on %s: %s', (relation, birthDay, fits) => {
    const refusal = refusalOf(facts({ relation, relative: personOf(birthDay, 3) }))
    expect(refusal?.code ?? null).toBe(fits ? null : 'age-relation-impossible')
    if (refusal !== null) expect(refusal.rule).toMatchObject({ ourReading: true, reliability: 'our-reading' })
  })

  it('says nothing where a birth day is not known', () => {
    const permit = { document: { idType: '08' as const, idNumber: 'H12345678' }, birthDay: null }
    expect(refusalOf(facts({ relation: 'parent', relative: permit }))).toBeNull()
    expect(
      refusalOf(facts({ relation: 'parent', policyholder: { ...employeeIn('130000'), ...permit } })),
    ).toBeNull()
  })
})

describe('the days', () => {
  const tomorrow = addDays(TODAY, 1)
  it.each([
    [{}, TODAY],
    [{ startDay: TODAY }, TODAY],
    [{ startDay: tomorrow }, tomorrow],
    [{ startDay: TODAY, endDay: TODAY }, TODAY],
    [{ endDay: day('2026-12-31') }, TODAY],
    [{ startDay: addDays(TODAY, 365) }, addDays(TODAY, 365)],
  ])('%j begins on %s', (days, begins) => {
    expect(allowedOf(facts(days)).effectiveFrom).toBe(begins)
  })

  it.each([
    [{ startDay: addDays(TODAY, -1) }, 'start-in-past'],
    [{ startDay: addDays(TODAY, 366) }, 'start-too-far'],
    [{ startDay: tomorrow, endDay: TODAY }, 'end-before-start'],
    [{ endDay: addDays(TODAY, -1) }, 'end-before-start'],
  ])('%j is refused: %s', (days, problem) => {
    expect(refusalOf(facts(days))).toMatchObject({ code: 'dates-invalid', facts: { problem } })
  })
})

describe('an allowed answer', () => {
  it('lists every rule that spoke, each with a source', () => {
    const answer = allowedOf(facts())
    expect(answer.rules.map((rule) => rule.parameter)).toEqual(
      expect.arrayContaining(['policyholder-scheme', 'relation-scope', 'member-cap', 'allowed-uses']),
    )
    for (const rule of answer.rules) {
      expect(rule.source).not.toBe('')
      expect(rule.value).not.toBeNull()
      expect(rule.reliability).toBeDefined()
    }
  })

  it('labels our own reading as ours', () => {
    const begins = allowedOf(facts()).rules.find((rule) => rule.parameter === 'bind-effective')
    expect(begins).toMatchObject({ ourReading: true, value: 'immediate' })
  })

  it('asks for no proof that only a machine-written text knows, and says so', () => {
    const answer = allowedOf(facts({ policyholder: inRegion('540000') }))
    expect(answer.proofs).toEqual([])
    expect(answer.remarks.join()).toContain('户口本照片')
    expect(answer.review).toBe(false)
  })

  it('allows hospital, pharmacy and premium in both regions', () => {
    for (const regionCode of ['540000', '130000']) {
      expect(allowedOf(facts({ policyholder: inRegion(regionCode) })).uses).toEqual([
        'hospital',
        'pharmacy',
        'premium',
      ])
    }
  })
})

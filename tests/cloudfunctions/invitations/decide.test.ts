import fc from 'fast-check'
import {
  decideCreate,
  inForce,
  notAnswerable,
  notResendable,
  notRevocable,
  type StoredState,
  stateAt,
} from '../../../cloudfunctions/invitations/decide'
import { decideJoin, isRelativeSide, type JoinFacts } from '../../../cloudfunctions/invitations/decide-join'
import { personByOpenid } from '../../../local/people'
import { day, instant } from '../../../shared/values/day'
import type { IdDocument } from '../../../shared/values/id-document'
import { type Relation, USES } from '../../../shared/values/relation'

const NOW = instant('2025-11-05T01:00:00.000Z')
const TODAY = day('2025-11-05')
const STATES: StoredState[] = ['draft', 'pending', 'accepted', 'in-review', 'declined', 'revoked', 'expired']
const OPEN: StoredState[] = ['draft', 'pending']

const documentOf = (openid: string): IdDocument => {
  const { idType, idNumber } = personByOpenid(openid)
  return { idType, idNumber }
}
const employee = (regionCode: string, poolingAreaCode: string) =>
  ({ scheme: 'employee', enrolment: 'active', regionCode, poolingAreaCode }) as const
const resident = (regionCode: string, poolingAreaCode: string) =>
  ({ scheme: 'resident', enrolment: 'active', regionCode, poolingAreaCode }) as const

function joinFacts(more: Partial<JoinFacts> = {}): JoinFacts {
  return {
    policyholder: {
      document: documentOf('o-hebei-wang-jianguo'),
      idIndex: 'policyholder',
      enrolment: employee('130000', '130100'),
      roster: [],
    },
    relative: { document: documentOf('o-hebei-wang-defu'), idIndex: 'relative' },
    relation: 'parent',
    invitation: {
      state: 'pending',
      expiresAt: instant('2025-11-06T00:00:00.000Z'),
      acceptance: 'by-relative',
      guardian: null,
      regionCode: '130000',
    },
    unsigned: [],
    policyholderIsParent: false,
    invitedName: '王德福',
    relativeName: '王德福',
    relativeEnrolment: resident('130000', '130100'),
    relativeRoster: [],
    now: NOW,
    today: TODAY,
    ...more,
  }
}

const bound = (count: number, relation: Relation = 'sibling') =>
  Array.from({ length: count }, (_, index) => ({ idIndex: `bound-${index}`, relation, lastDay: null }))

const stored = fc.record({
  state: fc.constantFrom(...STATES),
  expiresAt: fc
    .integer({ min: -5_000, max: 5_000 })
    .map((minutes) => instant(new Date(Date.parse(NOW) + minutes * 60_000).toISOString())),
})

describe('the states of an invitation', () => {
  it('is over from its end on, to the millisecond, and what was answered stays answered', () => {
    fc.assert(
      fc.property(stored, (invitation) => {
        const state = stateAt(invitation, NOW)
        const open = OPEN.includes(invitation.state)
        expect(state).toBe(open && invitation.expiresAt <= NOW ? 'expired' : invitation.state)
      }),
    )
    expect(stateAt({ state: 'pending', expiresAt: NOW }, NOW)).toBe('expired')
  })

  it('is answered only while it is pending; taken back while draft or pending; sent anew also when it ran out', () => {
    fc.assert(
      fc.property(stored, fc.boolean(), (invitation, signed) => {
        const state = stateAt(invitation, NOW)
        expect(notAnswerable(invitation, NOW, 'relative') === null).toBe(state === 'pending')
        expect(notRevocable(invitation, NOW) === null).toBe(state === 'pending' || state === 'draft')
        expect(
          notResendable({ ...invitation, signed, createdAt: NOW, regionCode: '130000' }, NOW) === null,
        ).toBe(signed && (state === 'pending' || state === 'expired'))
      }),
    )
  })

  it('is not sent anew for ever', () => {
    const invitation = { state: 'expired', expiresAt: NOW, signed: true, regionCode: '130000' } as const
    const madeOn = (text: string) => ({ ...invitation, createdAt: instant(text) })
    expect(notResendable(madeOn('2025-10-06T01:00:00Z'), NOW)).toBeNull()
    expect(notResendable(madeOn('2025-10-05T01:00:00Z'), NOW)).toMatchObject({ facts: { reason: 'too-old' } })
  })

  it.each([
    ['draft', 'letter-not-signed'],
    ['expired', 'invitation-expired'],
    ['accepted', 'invitation-closed'],
    ['in-review', 'invitation-closed'],
    ['declined', 'invitation-closed'],
    ['revoked', 'invitation-closed'],
  ] as const)('says of a %s one %s', (state, code) => {
    const expiresAt = instant('2025-11-06T00:00:00.000Z')
    expect(notAnswerable({ state, expiresAt }, NOW, 'relative')?.code).toBe(code)
  })
})

describe('joining', () => {
  it('begins on acceptance, or on the later day that was agreed', () => {
    expect(decideJoin(joinFacts())).toMatchObject({ ok: true, value: { effectiveFrom: TODAY } })
    expect(decideJoin(joinFacts({ startDay: day('2025-11-01') }))).toMatchObject({
      ok: true,
      value: { effectiveFrom: TODAY },
    })
    expect(decideJoin(joinFacts({ startDay: day('2025-12-01') }))).toMatchObject({
      ok: true,
      value: { effectiveFrom: '2025-12-01' },
    })
  })

  it('needs every letter signed, and says whose is missing', () => {
    expect(decideJoin(joinFacts({ unsigned: ['relative'] }))).toMatchObject({
      ok: false,
      refusal: { code: 'letter-not-signed', facts: { signer: 'relative' } },
    })
  })

  it('never exceeds the cap, whatever was bound before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), (count) => {
        const facts = joinFacts()
        const decided = decideJoin({
          ...facts,
          policyholder: { ...facts.policyholder, roster: bound(count) },
        })
        expect(decided.ok).toBe(count < 8)
        if (!decided.ok) expect(decided.refusal.code).toBe('member-cap-reached')
      }),
    )
  })

  it('does not count a binding after its last day, and counts it on that day', () => {
    const roster = bound(8).map((entry, index) =>
      index === 0 ? { ...entry, lastDay: day('2025-11-04') } : entry,
    )
    const facts = joinFacts()
    const decide = (lastDay: string) =>
      decideJoin({
        ...facts,
        policyholder: {
          ...facts.policyholder,
          roster: roster.map((entry, index) => (index === 0 ? { ...entry, lastDay: day(lastDay) } : entry)),
        },
      }).ok
    expect(inForce(roster, TODAY)).toHaveLength(7)
    expect(decide('2025-11-04')).toBe(true)
    expect(decide('2025-11-05')).toBe(false)
  })

  it.each([
    [
      'not-enrolled',
      { relativeEnrolment: { ...resident('130000', '130100'), scheme: null, enrolment: 'none' } },
    ],
    [
      'enrolment-suspended',
      { relativeEnrolment: { ...resident('130000', '130100'), enrolment: 'suspended' } },
    ],
    ['outside-area', { relativeEnrolment: resident('370000', '370100') }],
    ['name-mismatch', { relativeName: '王得福' }],
  ] as const)('refuses %s on the relative’s side', (code, more) => {
    const decided = decideJoin(joinFacts(more as Partial<JoinFacts>))
    if (decided.ok) throw new Error('not refused')
    expect(decided.refusal.code).toBe(code)
    expect(isRelativeSide(decided.refusal)).toBe(true)
  })

  it('tells a relative nothing of the policyholder’s own trouble, and does not take it for hers', () => {
    const facts = joinFacts()
    const enrolment = { ...facts.policyholder.enrolment, enrolment: 'suspended' as const }
    const decided = decideJoin({ ...facts, policyholder: { ...facts.policyholder, enrolment } })
    if (decided.ok) throw new Error('not refused')
    expect(decided.refusal).toMatchObject({ code: 'not-allowed', facts: { reason: 'policyholder-cannot' } })
    expect(JSON.stringify(decided.refusal)).not.toContain('suspended')
    expect(isRelativeSide(decided.refusal)).toBe(false)
  })

  describe('of a child', () => {
    const child = documentOf('o-hebei-chen-haoran')
    const childFacts = (more: Partial<JoinFacts['invitation']>, rest: Partial<JoinFacts> = {}) => {
      const facts = joinFacts({ relation: 'child', ...rest })
      return {
        ...facts,
        policyholder: { ...facts.policyholder, document: documentOf('o-hebei-chen-zhiqiang') },
        relative: { document: child, idIndex: 'relative' },
        invitation: {
          ...facts.invitation,
          acceptance: 'by-guardian' as const,
          guardian: 'policyholder' as const,
          ...more,
        },
      }
    }

    it('is for the parents whom the register names, and says the same to everybody else', () => {
      expect(decideJoin(childFacts({}, { policyholderIsParent: true })).ok).toBe(true)
      const strangers: Partial<JoinFacts>[] = [
        {},
        { relativeName: '别人' },
        { relativeEnrolment: { ...resident('130000', '130100'), enrolment: 'suspended' } },
        { relativeEnrolment: resident('370000', '370100') },
      ]
      const answers = strangers.map((more) => JSON.stringify(decideJoin(childFacts({}, more))))
      expect(new Set(answers).size).toBe(1)
      expect(answers[0]).toContain('not-own-child-under-age')
    })

    it('is asked anew when the child has come of age meanwhile', () => {
      const later = { policyholderIsParent: true, today: day('2034-01-01') }
      expect(decideJoin(childFacts({}, later))).toMatchObject({
        refusal: { code: 'letter-changed', facts: { reason: 'consent-differs' } },
      })
    })

    it('speaks to the guardian where a guardian answers', () => {
      const suspended = { ...resident('130000', '130100'), enrolment: 'suspended' as const }
      const facts = childFacts(
        { guardian: 'parent' },
        { relation: 'grandchild-via-son', relativeEnrolment: suspended },
      )
      const policyholder = { ...facts.policyholder, document: documentOf('o-hebei-chen-fusheng') }
      expect(decideJoin({ ...facts, policyholder })).toMatchObject({
        refusal: { facts: { spokenTo: 'guardian' } },
      })
    })
  })

  it('is asked anew when the policyholder is insured elsewhere by now', () => {
    const facts = joinFacts()
    const policyholder = { ...facts.policyholder, enrolment: employee('540000', '540100') }
    expect(decideJoin({ ...facts, policyholder })).toMatchObject({
      refusal: { code: 'invitation-closed', facts: { reason: 'region-changed' } },
    })
  })

  it('is not possible twice for one pair', () => {
    const facts = joinFacts()
    const roster = [{ idIndex: 'relative', relation: 'parent' as const, lastDay: null }]
    const decided = decideJoin({ ...facts, policyholder: { ...facts.policyholder, roster } })
    expect(decided).toMatchObject({ ok: false, refusal: { code: 'already-bound' } })
  })
})

describe('inviting', () => {
  const facts = () => {
    const { policyholder, relative, relation, today } = joinFacts()
    return { policyholder, relative, relation, today }
  }

  it('takes no use that the region does not have, and every one that it has', () => {
    fc.assert(
      fc.property(fc.subarray([...USES], { minLength: 1 }), (uses) => {
        expect(decideCreate({ ...facts(), uses }).ok).toBe(true)
      }),
    )
  })

  it('refuses oneself, the resident scheme, a suspended enrolment and days out of order', () => {
    const base = facts()
    const own = { document: base.policyholder.document, idIndex: 'policyholder' }
    const of = (more: object) => decideCreate({ ...base, ...more })
    expect(of({ relative: own })).toMatchObject({ refusal: { code: 'self' } })
    expect(
      of({ policyholder: { ...base.policyholder, enrolment: resident('130000', '130100') } }),
    ).toMatchObject({ refusal: { code: 'not-employee-scheme' } })
    expect(
      of({
        policyholder: {
          ...base.policyholder,
          enrolment: { ...employee('130000', '130100'), enrolment: 'suspended' },
        },
      }),
    ).toMatchObject({ refusal: { code: 'enrolment-suspended' } })
    expect(of({ startDay: day('2025-12-01'), endDay: day('2025-11-30') })).toMatchObject({
      refusal: { code: 'dates-invalid' },
    })
  })
})

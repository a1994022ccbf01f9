import { type CreateFacts, decideInvite, type RosterFacts } from '../../../cloudfunctions/invitations/decide'
import {
  decideJoin,
  type JoinFacts,
  policyholdersByArea,
} from '../../../cloudfunctions/invitations/decide-join'
import { personByOpenid } from '../../../local/people'
import { addDays, day, instant } from '../../../shared/values/day'
import type { IdDocument } from '../../../shared/values/id-document'

const TODAY = day('2025-11-05')
const YESTERDAY = addDays(TODAY, -1)
const TOMORROW = addDays(TODAY, 1)

const documentOf = (openid: string): IdDocument => {
  const { idType, idNumber } = personByOpenid(openid)
  return { idType, idNumber }
}
const FATHER = documentOf('o-hebei-wang-defu')

function inviting(regionCode: string, roster: readonly RosterFacts[], more: Partial<CreateFacts> = {}) {
  const facts: CreateFacts = {
    policyholder: {
      document: documentOf('o-hebei-wang-jianguo'),
      idIndex: 'policyholder',
      enrolment: {
        scheme: 'employee',
        enrolment: 'active',
        regionCode,
        poolingAreaCode: `${regionCode.slice(0, 2)}0100`,
      },
      roster,
    },
    relative: { document: FATHER, idIndex: 'relative' },
    relation: 'parent',
    today: TODAY,
    ...more,
  }
  return facts
}

function joining(roster: readonly RosterFacts[], more: Partial<JoinFacts> = {}): JoinFacts {
  const facts = inviting('130000', roster)
  return {
    ...facts,
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
    relativeEnrolment: {
      scheme: 'resident',
      enrolment: 'active',
      regionCode: '130000',
      poolingAreaCode: '130100',
    },
    relativeRoster: [],
    now: instant('2025-11-05T01:00:00.000Z'),
    ...more,
  }
}

const parent = (sex: 'male' | 'female' | null): RosterFacts => ({
  idIndex: `parent-${sex}`,
  relation: 'parent',
  lastDay: null,
  sex,
})

describe('one father, one mother (山西: 父亲、母亲、配偶各一位)', () => {
  it.each([
    ['山西', '140000'],
    ['大连', '210200'],
  ])('%s: a second father is refused, and a father beside the mother is not', (_, regionCode) => {
    expect(decideInvite(inviting(regionCode, [parent('male')]))).toMatchObject({
      refusal: { code: 'relation-cap-reached', facts: { relation: 'parent', sex: 'male', cap: 1, bound: 1 } },
    })
    expect(decideInvite(inviting(regionCode, [parent('female')])).ok).toBe(true)
  })

  it('a bound parent of whom no sex is known stops nobody', () => {
    expect(decideInvite(inviting('140000', [parent(null)])).ok).toBe(true)
    expect(decideInvite(inviting('140000', [{ idIndex: 'one', relation: 'parent', lastDay: null }])).ok).toBe(
      true,
    )
  })
})

describe('a pair whose binding ends', () => {
  const ending = (lastDay = TODAY): RosterFacts => ({ idIndex: 'relative', relation: 'parent', lastDay })

  it('is bound again from the day after its last one, and is told which day that is', () => {
    expect(decideInvite(inviting('130000', [ending()]))).toMatchObject({
      refusal: { code: 'rebind-too-early', facts: { from: TOMORROW, until: TODAY } },
    })
    expect(decideInvite(inviting('130000', [ending()], { startDay: TOMORROW })).ok).toBe(true)
    expect(decideInvite(inviting('130000', [ending(YESTERDAY)])).ok).toBe(true)
  })

  it('takes the place that it has: a spouse is no second spouse, a cap is not reached by herself', () => {
    const spouse: RosterFacts = { idIndex: 'relative', relation: 'spouse', lastDay: TODAY }
    const facts = inviting('130000', [spouse], {
      relation: 'spouse',
      startDay: TOMORROW,
      relative: { document: documentOf('o-hebei-li-xiuying'), idIndex: 'relative' },
    })
    expect(decideInvite(facts).ok).toBe(true)
  })

  it('is already bound where no end is agreed on', () => {
    const open = { ...ending(), lastDay: null }
    expect(decideInvite(inviting('130000', [open]))).toMatchObject({ refusal: { code: 'already-bound' } })
    expect(decideInvite(inviting('130000', [ending(), open], { startDay: TOMORROW }))).toMatchObject({
      refusal: { code: 'already-bound' },
    })
  })

  it('hears the same when the relative accepts', () => {
    expect(decideJoin(joining([ending()]))).toMatchObject({
      refusal: { code: 'rebind-too-early', facts: { from: TOMORROW, spokenTo: 'relative' } },
    })
    expect(decideJoin(joining([ending()], { startDay: TOMORROW }))).toMatchObject({
      ok: true,
      value: { effectiveFrom: TOMORROW },
    })
  })
})

describe('who shares with a relative already, by area (安徽: from another area, one)', () => {
  const from = (poolingAreaCode: string | null, regionCode = '340000'): RosterFacts => ({
    idIndex: `from-${poolingAreaCode}`,
    relation: 'child',
    lastDay: null,
    enrolledIn: { regionCode, poolingAreaCode },
  })
  const hers = { regionCode: '340000', poolingAreaCode: '340100' }

  it('is counted from where each was enrolled, and one whose place is not known in none', () => {
    expect(
      policyholdersByArea(
        [
          from('340100'),
          from('340200'),
          from('340800'),
          from('130100', '130000'),
          from(null),
          { idIndex: 'no place', relation: 'child', lastDay: null },
        ],
        hers,
      ),
    ).toEqual({ 'same-area': 1, 'cross-area': 2, 'cross-province': 1 })
  })
})

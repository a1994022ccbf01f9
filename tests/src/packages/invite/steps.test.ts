import fc from 'fast-check'
import { instant } from '../../../../shared/values/day'
import { RELATIONS } from '../../../../shared/values/relation'
import { timeLeft } from '../../../../src/components/share-invitation/time-left'
import { nextSteps } from '../../../../src/copy/invite'
import type { CheckAnswer } from '../../../../src/packages/invite/check/model'
import { createAfterCheck, usesAfterCheck, wayAfterCheck } from '../../../../src/packages/invite/check/model'
import { mayResend, shareViewOf } from '../../../../src/packages/invite/share/model'
import {
  invitationIn,
  letterCount,
  type SentInvitation,
  sexInMask,
  stepOf,
  wayOf,
} from '../../../../src/packages/invite/sign/model'

type Letters = readonly { signer: 'policyholder' | 'guardian' | 'relative'; signed: boolean }[]

function sent(more: Partial<SentInvitation>, letters: Letters): SentInvitation {
  const text = {
    invitationId: '01K9AAAAAAAAAAAAAAAAAAAAAA',
    relative: { name: '央*', idNumber: '540***********0029' },
    relation: 'parent',
    state: 'draft',
    acceptance: 'by-relative',
    createdAt: '2025-11-05T01:00:00.000Z',
    expiresAt: '2025-11-08T01:00:00.000Z',
    uses: ['hospital'],
    startDay: '2025-11-05',
    letters: letters.map((letter, index) => ({ ...letter, letterId: `letter-${index}` })),
    ...more,
  }
  return text as SentInvitation
}

const PAIR = [
  { signer: 'policyholder', signed: false },
  { signer: 'relative', signed: false },
] as const

describe('the step at which the policyholder stands', () => {
  it('for a relative with a phone: her own letter, then the card; the relative’s letter is never shown here', () => {
    expect(stepOf(sent({}, PAIR))).toEqual({ kind: 'sign', letterId: 'letter-0', who: 'policyholder' })
    const signed = sent({ state: 'pending' }, [{ ...PAIR[0], signed: true }, PAIR[1]])
    expect(stepOf(signed)).toEqual({ kind: 'share' })
  })

  it('for her own young child: her letter, the guardian’s letter, and the child is added', () => {
    const letters = (own: boolean, guardian: boolean) =>
      sent({ relation: 'child', acceptance: 'by-guardian', state: own ? 'pending' : 'draft' }, [
        { signer: 'policyholder', signed: own },
        { signer: 'guardian', signed: guardian },
      ])
    expect(stepOf(letters(false, false))).toMatchObject({ kind: 'sign', who: 'policyholder' })
    expect(stepOf(letters(true, false))).toEqual({ kind: 'sign', letterId: 'letter-1', who: 'guardian' })
    expect(stepOf(letters(true, true))).toEqual({ kind: 'add-child' })
  })

  it('for somebody else’s young child: the card, for a parent', () => {
    const invitation = sent({ relation: 'grandchild-via-son', acceptance: 'by-guardian', state: 'pending' }, [
      { signer: 'policyholder', signed: true },
      { signer: 'guardian', signed: false },
    ])
    expect(wayOf(invitation)).toBe('parent-of-child')
    expect(stepOf(invitation)).toEqual({ kind: 'share' })
  })

  it('in person: both letters on this phone, then she joins', () => {
    const letters = (relative: boolean) =>
      sent({ acceptance: 'in-person', state: 'pending' }, [
        { signer: 'policyholder', signed: true },
        { signer: 'relative', signed: relative },
      ])
    expect(stepOf(letters(false))).toEqual({ kind: 'sign-in-person', letterId: 'letter-1' })
    expect(stepOf(letters(true))).toEqual({ kind: 'join-in-person' })
  })

  it('comes to an end: each signature takes away one step, and nothing is signed in a closed invitation', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...RELATIONS),
        fc.constantFrom('by-relative' as const, 'by-guardian' as const, 'in-person' as const),
        (relation, acceptance) => {
          const signer = acceptance === 'by-guardian' ? 'guardian' : 'relative'
          let invitation = sent({ relation, acceptance }, [PAIR[0], { signer, signed: false }])
          for (let count = 0; count < 3; count++) {
            const step = stepOf(invitation)
            if (step.kind !== 'sign' && step.kind !== 'sign-in-person') break
            expect(count).toBeLessThan(2)
            const letters = invitation.letters.map((letter) =>
              letter.letterId === step.letterId ? { ...letter, signed: true } : letter,
            )
            invitation = { ...invitation, letters, state: 'pending' }
          }
          expect(['share', 'add-child', 'join-in-person']).toContain(stepOf(invitation).kind)
          for (const state of [
            'accepted',
            'declined',
            'revoked',
            'expired',
            'could-not-join',
            'in-review',
          ] as const) {
            expect(stepOf({ ...invitation, state })).toEqual({ kind: 'over' })
          }
        },
      ),
    )
  })

  it('counts the letters that are signed on this phone, and says nothing of one alone', () => {
    expect(letterCount(sent({ acceptance: 'in-person' }, PAIR), 'letter-1')).toEqual({ index: 2, count: 2 })
    expect(letterCount(sent({}, PAIR), 'letter-0')).toBeNull()
    expect(letterCount(sent({ acceptance: 'in-person' }, PAIR), 'letter-9')).toBeNull()
  })

  it('finds an invitation by its id alone', () => {
    const invitation = sent({}, PAIR)
    expect(invitationIn([invitation], invitation.invitationId)).toBe(invitation)
    expect(invitationIn([invitation], 'another')).toBeNull()
  })

  it.each([
    ['540***********0029', 'female'],
    ['540***********0011', 'male'],
    ['540***********001X', 'male'],
    ['H***3', null],
    [undefined, null],
  ])('reads the sex out of the masked number %s: %s', (masked, sex) => {
    expect(sexInMask(masked)).toBe(sex)
  })
})

describe('the share page', () => {
  it('has a card only for an invitation that somebody else answers', () => {
    expect(shareViewOf(sent({ state: 'pending' }, PAIR))).toBe('share')
    expect(shareViewOf(sent({ state: 'pending', acceptance: 'in-person' }, PAIR))).toBe('here')
    expect(shareViewOf(sent({ state: 'pending', acceptance: 'by-guardian', relation: 'child' }, PAIR))).toBe(
      'here',
    )
    expect(shareViewOf(sent({ state: 'declined' }, PAIR))).toBe('declined')
    expect(shareViewOf(null)).toBe('missing')
  })

  it('offers a new card for one that waits or has run out, and for nothing else', () => {
    const views = [
      'draft',
      'here',
      'accepted',
      'in-review',
      'declined',
      'could-not-join',
      'revoked',
      'missing',
    ] as const
    expect(views.filter(mayResend)).toEqual([])
    expect(mayResend('share') && mayResend('expired')).toBe(true)
  })

  it('rounds the time that is left down', () => {
    const now = instant('2025-11-05T01:00:00.000Z')
    expect(timeLeft('2025-11-08T01:00:00.000Z', now)).toEqual({ hours: 72, minutes: 0 })
    expect(timeLeft('2025-11-05T01:59:59.999Z', now)).toEqual({ hours: 0, minutes: 59 })
    expect(timeLeft('2025-11-05T01:00:30.000Z', now)).toBeNull()
    expect(timeLeft('2025-11-04T01:00:00.000Z', now)).toBeNull()
    expect(timeLeft('soon', now)).toBeNull()
  })
})

describe('after the check', () => {
  const input = {
    relative: { name: '央金', idNumber: '540099195803080022', relation: 'child' as const },
    acceptance: 'in-person' as const,
    uses: ['hospital' as const, 'premium' as const],
  }
  const answer = (more: Partial<CheckAnswer>): CheckAnswer =>
    ({
      acceptance: 'by-relative',
      placesLeft: null,
      uses: ['hospital', 'pharmacy'],
      effectiveFrom: '2025-11-05',
      letters: [],
      proofs: [],
      rules: [],
      remarks: [],
      ...more,
    }) as CheckAnswer

  it('the function’s word on the guardian comes before the form’s', () => {
    expect(wayAfterCheck(input, answer({}))).toBe('in-person')
    expect(wayAfterCheck(input, answer({ acceptance: 'by-guardian' }))).toBe('own-child')
    const sibling = { ...input, relative: { ...input.relative, relation: 'sibling' as const } }
    expect(wayAfterCheck(sibling, answer({ acceptance: 'by-guardian' }))).toBe('parent-of-child')
    expect(createAfterCheck(input, answer({ acceptance: 'by-guardian' }))).not.toHaveProperty('acceptance')
    expect(createAfterCheck(input, answer({}))).toMatchObject({ acceptance: 'in-person' })
  })

  it('keeps the uses that the region has, and says which of the chosen ones fall away', () => {
    expect(usesAfterCheck(input, answer({}))).toEqual({ kept: ['hospital'], dropped: ['premium'] })
    expect(createAfterCheck(input, answer({}))).toMatchObject({ uses: ['hospital'] })
    const { uses: _uses, ...open } = input
    expect(usesAfterCheck(open, answer({}))).toEqual({ kept: ['hospital', 'pharmacy'], dropped: [] })
    expect(createAfterCheck(open, answer({}))).not.toHaveProperty('uses')
  })
})

describe('what lies ahead after the check', () => {
  const ahead = { who: '爸爸', effectiveFrom: '2025-11-05', mode: 'tick', proofs: [], review: false } as const

  it.each(['own-child', 'in-person', 'parent-of-child', 'by-relative'] as const)(
    '%s: names the day where nobody decides, and none where the bureau does',
    (way) => {
      expect(nextSteps({ ...ahead, way }).at(-1)).toContain('2025年11月5日起')
      const reviewed = nextSteps({ ...ahead, way, proofs: ['户口簿', '结婚证'], review: true })
      expect(reviewed[0]).toBe('拍下户口簿、结婚证，传上来')
      expect(reviewed.at(-1)).toContain('交给当地审核，通过了爸爸才能用')
      expect(reviewed.join()).not.toMatch(/11月5日|马上加好|当场加好/)
    },
  )
})

import fc from 'fast-check'
import { landingPath, landingScene } from '../../../../shared/contract/landing'
import { REFUSAL_CODES } from '../../../../shared/values/refusal'
import { landingLink } from '../../../../src/components/share-invitation/link'
import { DECLINE_SENTENCES } from '../../../../src/copy/join'
import {
  DECLINE_CHOICES,
  declineReason,
  type OpenedInvitation,
  tokenOf,
  viewOfInvitation,
  viewOfRefusal,
} from '../../../../src/pages/join/model'

const token = fc.string({
  unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_'),
  minLength: 22,
  maxLength: 22,
})

function opened(more: Partial<OpenedInvitation>): OpenedInvitation {
  return { role: 'relative', state: 'pending', letterSigned: false, ...more } as OpenedInvitation
}

describe('the relative’s landing', () => {
  it('finds the token in a card’s path and in a code’s scene', () => {
    fc.assert(
      fc.property(token, (text) => {
        const query = landingPath(text).split('?')[1] ?? ''
        expect(tokenOf(Object.fromEntries(new URLSearchParams(query)))).toBe(text)
        expect(tokenOf({ scene: encodeURIComponent(landingScene(text)) })).toBe(text)
        const scanned = landingLink(landingPath(text), null, 'https://example.org/invite') ?? ''
        expect(tokenOf({ q: encodeURIComponent(scanned), scancode_time: '1762300800' })).toBe(text)
      }),
    )
  })

  it('fits a code’s scene of 32 characters without another character', () => {
    fc.assert(
      fc.property(token, (text) => {
        expect(landingScene(text)).toMatch(/^[\w-]{1,32}$/)
      }),
    )
  })

  it('takes no token where there is none, and does not fall over a broken escape', () => {
    expect(tokenOf({})).toBeNull()
    expect(tokenOf({ token: '  ' })).toBeNull()
    expect(tokenOf({ token: 'x'.repeat(65) })).toBeNull()
    expect(tokenOf({ q: encodeURIComponent('https://example.org/invite') })).toBeNull()
    expect(tokenOf({ scene: '%E0%A4%A' })).toBe('%E0%A4%A')
  })

  it('shows a stranger, a wrong token and a token that nobody made the same page', () => {
    expect(viewOfRefusal('not-found')).toBe('unknown')
    expect(viewOfRefusal('invalid-request')).toBe('unknown')
  })

  it('has a page for every refusal', () => {
    const views = REFUSAL_CODES.map(viewOfRefusal)
    expect(new Set(views)).toEqual(
      new Set(['link-first', 'unknown', 'expired', 'revoked', 'too-many-attempts', 'refused']),
    )
  })

  it('shows the inviter that it is her own, whatever became of it', () => {
    expect(viewOfInvitation(opened({ role: 'policyholder' }))).toBe('own')
    expect(viewOfInvitation(opened({ role: 'policyholder', state: 'declined' }))).toBe('own')
  })

  it('tells an obstacle before she reads and signs, and goes on where she stopped', () => {
    const obstacle = { code: 'not-enrolled', message: '还没有参保' } as const
    expect(viewOfInvitation(opened({ obstacle }))).toBe('obstacle')
    expect(viewOfInvitation(opened({ obstacle, state: 'accepted' }))).toBe('accepted')
    expect(viewOfInvitation(opened({ letterSigned: true }))).toBe('signed')
    expect(viewOfInvitation(opened({}))).toBe('pending')
    expect(viewOfInvitation(opened({ role: 'guardian', state: 'expired' }))).toBe('expired')
  })
})

describe('the reason for declining', () => {
  it('is a sentence, her own words, or nothing at all', () => {
    for (const choice of DECLINE_CHOICES) {
      if (choice !== 'other')
        expect(declineReason(choice, '', DECLINE_SENTENCES)).toBe(DECLINE_SENTENCES[choice])
    }
    expect(declineReason('other', '  以后再说 ', DECLINE_SENTENCES)).toBe('以后再说')
    expect(declineReason('other', '   ', DECLINE_SENTENCES)).toBeUndefined()
    expect(declineReason(null, '没选', DECLINE_SENTENCES)).toBeUndefined()
  })

  it('is never longer than the contract takes', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 500 }), (words) => {
        expect((declineReason('other', words, DECLINE_SENTENCES) ?? '').length).toBeLessThanOrEqual(200)
      }),
    )
  })
})

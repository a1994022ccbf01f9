import { INVITATION_LIFE_MS, INVITATION_RESEND_DAYS } from '../../../shared/rules'

describe('how long an invitation lives', () => {
  it('72 hours, and to be sent anew for thirty days', () => {
    expect(INVITATION_LIFE_MS).toBe(259_200_000)
    expect(INVITATION_RESEND_DAYS).toBe(30)
    expect(INVITATION_RESEND_DAYS * 86_400_000).toBeGreaterThan(INVITATION_LIFE_MS)
  })
})

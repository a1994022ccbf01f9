import { invitationExpires, invitationOverBy, invitationResendableUntil } from '../../../shared/rules'
import { day, instant } from '../../../shared/values/day'

const regionCode = '130000'

describe('how long an invitation lives', () => {
  it('72 hours from the signature, to the millisecond', () => {
    const sentAt = instant('2025-11-05T01:00:00.123Z')
    expect(invitationExpires({ regionCode, sentAt })).toBe('2025-11-08T01:00:00.123Z')
  })

  it('and may be sent anew for thirty days, so that the last one is over three days later', () => {
    const madeOn = day('2025-11-05')
    expect(invitationResendableUntil({ regionCode, madeOn })).toBe('2025-12-05')
    expect(invitationOverBy({ regionCode, madeOn })).toBe('2025-12-08')
  })

  it('the same where the region is not held', () => {
    expect(invitationOverBy({ regionCode: '650000', madeOn: day('2025-11-05') })).toBe('2025-12-08')
  })
})

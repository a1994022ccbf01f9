import type { Revealing } from '../../platform/handler'
import type { identity } from '../../shared/contract/identity'
import { ok, refuse } from '../../shared/values/result'

type SignIn = (typeof identity)['actions']['sign-in-staff']

interface Kept {
  readonly staffId: string
  readonly name: string
  readonly role: 'reviewer' | 'clerk'
}

/** Kept is whose sign-in it was; the ticket is made anew for a repeated request, and never lies in the store. */
export const signingInStaff: Revealing<SignIn, Kept> = {
  async execute(call, { code }) {
    const { staffSignIn } = call
    const notAllowed = (reason: string) => refuse({ code: 'not-allowed' as const, facts: { reason } })
    if (staffSignIn === null) return notAllowed('staff-sign-in-not-set-up')
    const answer = await staffSignIn.redeem(code, call.requestKey)
    if (answer.outcome === 'unknown') {
      return refuse({ code: 'verification-failed', facts: { outcome: 'staff-code' } })
    }
    return call.commit(async (transaction) => {
      const staff = await transaction.get('staff', answer.account)
      if (staff?.active !== true) return notAllowed('no-staff-account')
      const { _id: staffId, name, role } = staff
      return ok({ staffId, name, role })
    })
  },
  reveal({ staffSignIn }, { staffId, name, role }) {
    // A request that was answered before the sign-in was taken away is repeated: there is no ticket any more.
    if (staffSignIn === null) throw new Error('the sign-in of the bureau is no longer configured')
    return { ticket: staffSignIn.ticketFor(staffId), staff: { name, role } }
  },
}

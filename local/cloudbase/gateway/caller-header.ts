import type { CallerIdentity } from '../functions/identity'
import { type GatewayRefusal, invalidRequest, refusalReply } from './refusals'
import { SENTENCES } from './sentences'

/** Visible ASCII, as WeChat's openids are. */
const SOUND = /^[\x21-\x7e]{1,128}$/
/** A ticket of the custom login is longer than a name. */
const SOUND_TICKET = /^[\x21-\x7e]{1,2048}$/
const HEADERS = ['x-openid', 'x-staff', 'x-staff-ticket', 'x-institution'] as const

export interface KnownParties {
  readonly staffIds: ReadonlySet<string>
  readonly institutionIds: ReadonlySet<string>
  /** Whose ticket of the custom login it is, or null. */
  readonly accountIn: (ticket: string) => string | null
}

/**
 * Who calls, from the one header that says so here. In a deployment there is no such header: the platform signs people
 * in. Staff and institutions sign in with accounts that somebody gave them, so that an unknown one does not get in.
 */
export function callerFromHeaders(
  header: (name: string) => string | undefined,
  known: KnownParties,
): CallerIdentity | GatewayRefusal {
  const given = HEADERS.flatMap((name) => {
    const value = header(name)
    return value === undefined ? [] : [{ name, value }]
  })
  const [only, second] = given
  if (only === undefined) return { kind: 'anonymous' }
  if (second !== undefined) {
    return invalidRequest(SENTENCES.headerWrong, [
      { path: second.name, message: `not together with ${only.name}` },
    ])
  }
  if (!(only.name === 'x-staff-ticket' ? SOUND_TICKET : SOUND).test(only.value)) {
    return invalidRequest(SENTENCES.headerWrong, [
      { path: only.name, message: '1 to 128 visible ASCII characters' },
    ])
  }
  switch (only.name) {
    case 'x-openid':
      return { kind: 'user', openid: only.value }
    case 'x-staff':
      return known.staffIds.has(only.value)
        ? { kind: 'staff', staffId: only.value }
        : refusalReply('not-allowed', SENTENCES.staffUnknown)
    case 'x-staff-ticket': {
      const staffId = known.accountIn(only.value)
      // Signed in or not is all that the platform knows; whether the account is in use, the function asks.
      return staffId === null ? refusalReply('not-allowed', SENTENCES.ticketOver) : { kind: 'staff', staffId }
    }
    case 'x-institution':
      return known.institutionIds.has(only.value)
        ? { kind: 'institution', institutionId: only.value }
        : refusalReply('institution-unknown', SENTENCES.institutionUnknown)
  }
}

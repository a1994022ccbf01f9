import { createHash } from 'node:crypto'

/** Who calls a function, as the platform knows it. A request never says so itself. */
export type CallerIdentity =
  | { readonly kind: 'user'; readonly openid: string }
  | { readonly kind: 'staff'; readonly staffId: string }
  | { readonly kind: 'institution'; readonly institutionId: string }
  | { readonly kind: 'timer'; readonly timerName: string }
  | { readonly kind: 'anonymous' }

/** The mini-program that every local user comes from. No such app exists at WeChat. */
export const LOCAL_APPID = 'wx0000000000000000'

/** The platform's number for a user of WeChat, made from the openid so that it is the same after a restart. */
export function platformUserId(openid: string): string {
  return createHash('sha256').update(`local-user\0${openid}`).digest('hex').slice(0, 32)
}

/** The variables that the platform sets for one call, with the two lists that name them. */
export function variablesOf(identity: CallerIdentity): Record<string, string> {
  switch (identity.kind) {
    case 'user':
      return {
        WX_OPENID: identity.openid,
        WX_APPID: LOCAL_APPID,
        TCB_UUID: platformUserId(identity.openid),
        WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID',
        TCB_CONTEXT_KEYS: 'TCB_UUID',
      }
    case 'staff':
      return customUser(`staff:${identity.staffId}`)
    case 'institution':
      return customUser(`institution:${identity.institutionId}`)
    case 'timer':
      return { TRIGGER_SRC: 'timer', WX_CONTEXT_KEYS: '', TCB_CONTEXT_KEYS: '' }
    case 'anonymous':
      return { WX_CONTEXT_KEYS: '', TCB_CONTEXT_KEYS: '' }
  }
}

/** Staff and institutions sign in with the platform's custom login. */
function customUser(customUserId: string): Record<string, string> {
  return { TCB_CUSTOM_USER_ID: customUserId, WX_CONTEXT_KEYS: '', TCB_CONTEXT_KEYS: 'TCB_CUSTOM_USER_ID' }
}

/** One waiting line for each caller, so that somebody who sends much waits behind herself alone. */
export function callerKey(identity: CallerIdentity): string {
  switch (identity.kind) {
    case 'user':
      return `user:${identity.openid}`
    case 'staff':
      return `staff:${identity.staffId}`
    case 'institution':
      return `institution:${identity.institutionId}`
    case 'timer':
      return 'timer'
    case 'anonymous':
      return 'anonymous'
  }
}

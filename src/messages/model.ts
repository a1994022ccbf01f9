/** What a message may tell; each has its own template at WeChat. */
export type Template = 'invitation-answered' | 'sharing-changed'

/** When a person is asked: her invitation has gone out, or she has joined. */
export type Moment = 'invitation-sent' | 'joined'

const TOLD: Readonly<Record<Moment, readonly Template[]>> = {
  'invitation-sent': ['invitation-answered', 'sharing-changed'],
  joined: ['sharing-changed'],
}

/** WeChat takes three templates a call at most, and refuses the whole call for a fourth. */
const MOST_A_CALL = 3

/** The templates to ask for at this moment, each once; empty where the deployment has set none. */
export function templatesAt(moment: Moment, ids: Readonly<Record<Template, string>>): readonly string[] {
  const set = TOLD[moment].map((template) => ids[template].trim()).filter((id) => id !== '')
  return [...new Set(set)].slice(0, MOST_A_CALL)
}

export type Subscribed = 'will-be-told' | 'refused' | 'not-possible'

/** What came of asking. WeChat names each template with `accept`, `reject`, `ban` or `filter`. */
export function subscribedIn(answer: object, ids: readonly string[]): Subscribed {
  const accepted = Object.entries(answer).some(([id, said]) => ids.includes(id) && said === 'accept')
  return accepted ? 'will-be-told' : 'refused'
}

// In WeChat's list of errors of `wx.requestSubscribeMessage`: the main switch for messages is off.
const MAIN_SWITCH_OFF = 20004

/** Why it could not be asked: she has switched all messages off, which is a refusal, or it failed. */
export function subscribedAfterFailure(error: unknown): Subscribed {
  const code = typeof error === 'object' && error !== null && 'errCode' in error ? error.errCode : null
  return code === MAIN_SWITCH_OFF ? 'refused' : 'not-possible'
}

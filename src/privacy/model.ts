/** What is known of a person's consent to the privacy text on this phone. */
export interface PrivacyState {
  /** The version of the text that she agreed to; null where she has agreed to none, or has withdrawn. */
  readonly agreedVersion: string | null
  /** WeChat says that she has not agreed to the guideline that the operator registered there. */
  readonly wechatAsks: boolean
  /** A call of WeChat waits for her answer. */
  readonly callWaits: boolean
  /** She said no since the app was opened. It is not kept: who comes back is asked once more. */
  readonly refused: boolean
}

export type Consent = 'agreed' | 'open' | 'refused'

/** Agreed means: to this version of our text and, where WeChat asks, to WeChat's guideline as well. */
export function consentIn(state: PrivacyState, version: string): Consent {
  if (state.agreedVersion === version && !state.wechatAsks) return 'agreed'
  return state.refused ? 'refused' : 'open'
}

/** The sheet is shown on a page that asks for personal data, and wherever a call of WeChat waits for the answer. */
export function sheetIsOpen(state: PrivacyState, version: string, pageAsks: boolean): boolean {
  return state.callWaits || (pageAsks && consentIn(state, version) === 'open')
}

export function agreed(state: PrivacyState, version: string): PrivacyState {
  return { ...state, agreedVersion: version, wechatAsks: false, callWaits: false, refused: false }
}

/** A consent given before stays: a call of WeChat that is refused takes nothing back. */
export function refused(state: PrivacyState): PrivacyState {
  return { ...state, callWaits: false, refused: true }
}

export function askedAgain(state: PrivacyState): PrivacyState {
  return { ...state, refused: false }
}

export function withdrawn(state: PrivacyState): PrivacyState {
  return { ...state, agreedVersion: null, refused: false }
}

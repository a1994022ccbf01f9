import type { RefusalCode } from '../../../shared/values/refusal'

/** A refusal that the gateway gives itself, in the form in which functions give theirs. */
export interface GatewayRefusal {
  readonly ok: false
  readonly refusal: {
    readonly code: RefusalCode
    readonly message: string
    readonly facts?: Readonly<Record<string, unknown>>
  }
}

export interface Issue {
  readonly path: string
  readonly message: string
}

export function refusalReply(code: RefusalCode, message: string): GatewayRefusal {
  return { ok: false, refusal: { code, message } }
}

export function invalidRequest(message: string, issues: readonly Issue[]): GatewayRefusal {
  return { ok: false, refusal: { code: 'invalid-request', message, facts: { issues } } }
}

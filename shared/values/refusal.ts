import type { Day } from './day'

/** Every reason for which a request is refused. The names are the contract's and do not change. */
export const REFUSAL_CODES = [
  'invalid-request',
  'not-linked',
  'not-found',
  'not-allowed',
  'request-reused',
  'rule-unknown',
  'too-many-attempts',
  'name-mismatch',
  'verification-failed',
  'not-employee-scheme',
  'not-enrolled',
  'enrolment-suspended',
  'outside-area',
  'relation-not-covered',
  'relation-cap-reached',
  'member-cap-reached',
  'policyholder-cap-reached',
  'already-bound',
  'self',
  'id-number-invalid',
  'age-relation-impossible',
  'dates-invalid',
  'proof-required',
  'family-not-established',
  'invitation-expired',
  'invitation-closed',
  'letter-not-signed',
  'letter-changed',
  'signature-empty',
  'rebind-too-early',
  'in-review',
  'window-closed',
  'already-paid',
  'not-resident-scheme',
  'tier-unknown',
  'quote-expired',
  'price-changed',
  'balance-too-low',
  'password-wrong',
  'password-locked',
  'password-not-set',
  'refund-too-late',
  'wallet-not-open',
  'outside-hours',
  'transfer-count-reached',
  'transfer-amount-exceeded',
  'balance-floor',
  'transfer-pending',
  'code-expired',
  'institution-unknown',
  'use-not-allowed',
  'limit-reached',
] as const
export type RefusalCode = (typeof REFUSAL_CODES)[number]

/** The rule behind a refusal, as a person can check it. */
export interface RuleCited {
  readonly parameter: string
  readonly value: unknown
  readonly from?: Day
  /** Where the value comes from: title and address, in one line. */
  readonly source: string
  readonly reliability?: string
  /** True where the value is our own reading and not a law's. */
  readonly ourReading?: boolean
}

/** A fact that stands in the way. The sentence for the person is made from it in `shared/copy`. */
export interface Refusal {
  readonly code: RefusalCode
  readonly facts?: Readonly<Record<string, unknown>>
  readonly rule?: RuleCited
}

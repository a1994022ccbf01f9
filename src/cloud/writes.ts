import type { Action, InputOf, ValueOf } from '../../shared/contract/action'
import type { ActionsOf, FunctionName } from '../../shared/contract/functions'

export type ActionName<Name extends FunctionName> = keyof ActionsOf<Name> & string

export type WriteName<Name extends FunctionName> = {
  [Action in ActionName<Name>]: ActionsOf<Name>[Action] extends { readonly kind: 'write' } ? Action : never
}[ActionName<Name>]

type ContractAction<Name extends FunctionName, Its extends ActionName<Name>> = Extract<
  ActionsOf<Name>[Its],
  Action
>
/** What an action is sent. */
export type InputFor<Name extends FunctionName, Its extends ActionName<Name>> = InputOf<
  ContractAction<Name, Its>
>
/** What an action answers. */
export type ValueFor<Name extends FunctionName, Its extends ActionName<Name>> = ValueOf<
  ContractAction<Name, Its>
>

/**
 * Every write of the contract, with the dotted paths in its input that never enter a fingerprint. The contract's
 * schemas are not shipped to the phone for the sake of weight; the type makes this list complete, and a test compares
 * it with the contract.
 */
export const WRITES: {
  readonly [Name in FunctionName]: { readonly [Action in WriteName<Name>]: readonly string[] }
} = {
  identity: {
    link: ['verificationToken'],
    'sign-in-staff': ['code'],
    'choose-region': [],
    'set-payment-password': ['password', 'verificationToken'],
    'update-settings': [],
  },
  invitations: {
    create: [],
    send: [],
    accept: [],
    'accept-for-child': [],
    'accept-in-person': ['verificationToken'],
    'accept-at-window': [],
    decline: [],
    revoke: [],
    resend: [],
  },
  'consent-letters': {
    sign: ['verificationToken', 'signature.strokes'],
    'sign-at-window': ['identification.verificationToken', 'signature.strokes'],
  },
  bindings: {
    establish: [],
    unbind: [],
    'undo-unbind': [],
    pause: [],
    resume: [],
    'set-limits': [],
    'propose-end-day': [],
    'answer-end-day': [],
    'set-account-limit': [],
    'set-order': [],
    'give-own-consent': [],
    'decline-own-consent': [],
  },
  records: { 'mark-read': [], withdraw: ['verificationToken'] },
  premiums: { pay: ['password'], refund: [] },
  'family-codes': {},
  reviews: {
    approve: [],
    reject: [],
    'propose-reversal': [],
    'confirm-reversal': [],
    'decline-reversal': [],
    resubmit: [],
  },
  rules: {},
  clock: {},
}

/**
 * Whether a write is another one each time it is sent. What a new payment password is stands in its secret alone: were
 * a lost answer asked for again under the same number, she would be told that her second password is set, while it is
 * the first that counts.
 */
export function isNewEachTime(functionName: FunctionName, action: string): boolean {
  return functionName === 'identity' && action === 'set-payment-password'
}

/** The secret paths of a write, or null where the action is a read. */
export function secretPathsOf(functionName: FunctionName, action: string): readonly string[] | null {
  return (
    Object.entries<readonly string[]>(WRITES[functionName]).find(([name]) => name === action)?.[1] ?? null
  )
}

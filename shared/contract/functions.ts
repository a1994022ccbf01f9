import type { Action } from './action'
import { bindings } from './bindings'
import { clock } from './clock'
import { consentLetters } from './consent-letters'
import { familyCodes } from './family-codes'
import { identity } from './identity'
import { invitations } from './invitations'
import { premiums } from './premiums'
import { records } from './records'
import { reviews } from './reviews'
import { rules } from './rules'
import { settlements } from './settlements'

/** Every deployable function, under the name by which clients call it. */
export const FUNCTIONS = {
  identity,
  invitations,
  'consent-letters': consentLetters,
  bindings,
  premiums,
  settlements,
  'family-codes': familyCodes,
  reviews,
  records,
  rules,
  clock,
} as const
export type FunctionName = keyof typeof FUNCTIONS
export type ActionsOf<Name extends FunctionName> = (typeof FUNCTIONS)[Name]['actions']
/** One action of a function, by both their names. */
export type ActionOf<
  Name extends FunctionName,
  Named extends keyof ActionsOf<Name>,
> = ActionsOf<Name>[Named] extends Action ? ActionsOf<Name>[Named] : never

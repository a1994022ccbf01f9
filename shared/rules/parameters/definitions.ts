import { BINDING_DEFINITIONS, type BindingValues } from './definitions/binding'
import { CONSENT_DEFINITIONS, type ConsentValues } from './definitions/consent'
import type { Definitions } from './definitions/definition'
import { FAMILY_CODE_DEFINITIONS, type FamilyCodeValues } from './definitions/family-code'
import { FLOW_DEFINITIONS, type FlowValues } from './definitions/flow'
import { PEOPLE_DEFINITIONS, type PeopleValues } from './definitions/people'
import { PREMIUM_DEFINITIONS, type PremiumValues } from './definitions/premium'
import { SPENDING_DEFINITIONS, type SpendingValues } from './definitions/spending'
import { WALLET_DEFINITIONS, type WalletValues } from './definitions/wallet'

export type { WhenUnknown } from './definitions/definition'

/** The value that each parameter takes. A parameter is one line in the values of its topic and one in its definitions. */
export interface ParameterValues
  extends FlowValues,
    PeopleValues,
    ConsentValues,
    BindingValues,
    SpendingValues,
    PremiumValues,
    WalletValues,
    FamilyCodeValues {}

export type ParameterName = keyof ParameterValues

/** Every parameter there is. Order is the order in which people read them. */
export const DEFINITIONS: Definitions<ParameterValues> = {
  ...FLOW_DEFINITIONS,
  ...PEOPLE_DEFINITIONS,
  ...CONSENT_DEFINITIONS,
  ...BINDING_DEFINITIONS,
  ...SPENDING_DEFINITIONS,
  ...PREMIUM_DEFINITIONS,
  ...WALLET_DEFINITIONS,
  ...FAMILY_CODE_DEFINITIONS,
}

export const PARAMETER_NAMES = Object.keys(DEFINITIONS) as ParameterName[]

export function isParameterName(text: string): text is ParameterName {
  // A phone of some years ago has no Object.hasOwn, and this runs on phones too.
  return (PARAMETER_NAMES as readonly string[]).includes(text)
}

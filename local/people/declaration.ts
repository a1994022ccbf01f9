import type { IdDocument, Sex } from '../../shared/values/id-document'
import type { Scheme } from '../../shared/values/relation'
import type { AreaName } from './areas'

/**
 * A person as a family file declares her. Everything else (ID number, region, relations) is worked out, so that it
 * cannot be wrong.
 */
export interface PersonDeclared {
  /** One of a kind among all families: relations are declared by name. */
  readonly name: string
  readonly sex: Sex
  /** The birth day, `YYYY-MM-DD`. */
  readonly born: string
  /** The WeChat user, or null for a person without a phone. */
  readonly openid: string | null
  /** Null for a person who is not insured. */
  readonly scheme: Scheme | null
  /** Only where the enrolment is not in force. */
  readonly enrolment?: 'suspended'
  /** What is in the personal account; the employee scheme alone has one. `8_000_00` is 8,000 yuan. */
  readonly balanceFen?: number
  /** Where she is enrolled, if not where the family is. */
  readonly area?: AreaName
  /** Only where the document is not a resident ID card. */
  readonly document?: IdDocument
  readonly father?: string
  readonly mother?: string
  /** Declared by one of the two. */
  readonly spouse?: string
  /** What this person is good for in the demo: one short Chinese sentence. */
  readonly note: string
}

export interface FamilyDeclared {
  readonly family: string
  readonly area: AreaName
  readonly people: readonly PersonDeclared[]
}

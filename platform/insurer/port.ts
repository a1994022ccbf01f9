import type { Day } from '../../shared/values/day'
import type { Fen } from '../../shared/values/fen'
import type { IdDocument, Sex } from '../../shared/values/id-document'
import type { EnrolmentState, Scheme } from '../../shared/values/relation'

/** The area whose fund a person is insured with (统筹区), by its six-digit code (NHSA `insu_admdvs`). */
export interface PoolingArea {
  readonly code: string
  readonly name: string
}

/** A person as the insurance core system knows her. */
export interface InsuredPerson {
  readonly name: string
  readonly document: IdDocument
  /** From the insurer's register, because only a resident ID number carries one. */
  readonly birthDay: Day
  readonly sex: Sex
  readonly scheme: Scheme | null
  readonly enrolment: EnrolmentState
  readonly poolingArea: PoolingArea | null
  /** The six-digit code of the province, or of an area with rules of its own, whose rules apply to this person. */
  readonly regionCode: string | null
  /** The registered parents of a person under 18; empty for everybody else. */
  readonly parents: readonly IdDocument[]
}

/**
 * The insurance core system: who is enrolled where, and what is in a personal account. Another bureau's system is
 * connected by writing an adapter with these methods; see docs/insurer-interface.md.
 *
 * Both methods only read. They throw `PortOutage` when the system gives no usable answer.
 */
export interface Insurer {
  /** The insured person with this document, or null where none is: also for one who lives but is not insured. */
  findPerson(document: IdDocument): Promise<InsuredPerson | null>

  /** What is in the person's personal account, or null where there is none (resident scheme, not insured). */
  balanceOf(document: IdDocument): Promise<Fen | null>
}

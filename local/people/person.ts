import type { Day } from '../../shared/values/day'
import type { Fen } from '../../shared/values/fen'
import { checkDigitOf, type IdType, type Sex } from '../../shared/values/id-document'
import type { EnrolmentState, Relation, Scheme } from '../../shared/values/relation'

export interface FamilyMember {
  readonly idNumber: string
  /** What this family member is to the person who has the list. */
  readonly relation: Relation
}

/** A person who does not exist: what `GET /people` shows, and what the insurer is first filled with. */
export interface SyntheticPerson {
  /** Null for a person without a phone. */
  readonly openid: string | null
  readonly name: string
  readonly idNumber: string
  readonly idType: IdType
  readonly birthDay: Day
  readonly sex: Sex
  /** Null, as are the area and the region, for a person who is not insured. */
  readonly scheme: Scheme | null
  readonly poolingArea: { readonly code: string; readonly name: string } | null
  readonly regionCode: string | null
  readonly enrolment: EnrolmentState
  /** Null where there is no personal account: only the employee scheme has one. */
  readonly balanceFen: Fen | null
  /** What of the balance came in since the year began; all of it is from the years before unless said. */
  readonly thisYearsFen?: Fen
  readonly family: readonly FamilyMember[]
  /** What the person is good for in the demo, in Chinese. */
  readonly note: string
}

/**
 * Hands out resident ID numbers of people who do not exist. The address code is two digits of the region and `0099`,
 * which is assigned to no place, so no number can be that of a living person; the check digit is right.
 */
export class SyntheticIdNumbers {
  readonly #used = new Map<string, number>()

  /** @param firstSerial where the numbers within a day begin; even, so that males stay odd. */
  constructor(readonly firstSerial: number) {}

  /** @throws RangeError when every number of that region, day and sex is used up. */
  next(regionCode: string, birthDay: Day, sex: Sex): string {
    const stem = `${regionCode.slice(0, 2)}0099${birthDay.replaceAll('-', '')}`
    const used = this.#used.get(stem + sex) ?? 0
    const serial = this.firstSerial + used * 2 + (sex === 'male' ? 1 : 2)
    if (serial > 999) throw new RangeError('no ID number is left for that region, day and sex')
    this.#used.set(stem + sex, used + 1)
    const first17 = stem + String(serial).padStart(3, '0')
    return first17 + checkDigitOf(first17)
  }
}

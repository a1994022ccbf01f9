import type { EnrolmentFacts } from '../../shared/rules'
import { type Day, day } from '../../shared/values/day'
import { checkDigitOf, type IdDocument } from '../../shared/values/id-document'

/** The day of the demo. */
export const TODAY = day('2025-11-05')

/** A resident ID with a right check digit and an address code that is assigned to no place. */
export function documentOf(birthDay: string, sequence = 1, province = '54'): IdDocument {
  const first17 = `${province}0099${birthDay.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
  return { idType: '01', idNumber: first17 + checkDigitOf(first17) }
}

export function personOf(birthDay: string, sequence = 1): { document: IdDocument; birthDay: Day } {
  return { document: documentOf(birthDay, sequence), birthDay: day(birthDay) }
}

export function employeeIn(regionCode: string, more: Partial<EnrolmentFacts> = {}): EnrolmentFacts {
  return {
    scheme: 'employee',
    enrolment: 'active',
    regionCode,
    poolingAreaCode: regionCode === '130000' ? '130100' : regionCode,
    ...more,
  }
}

export function residentIn(regionCode: string, more: Partial<EnrolmentFacts> = {}): EnrolmentFacts {
  return employeeIn(regionCode, { scheme: 'resident', ...more })
}

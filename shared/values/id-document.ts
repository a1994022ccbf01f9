import { type Day, parseDay } from './day'

/** NHSA `psn_cert_type`. Source of the list: public code, see `policy/notes.md` D; labels are in `src/copy`. */
export const ID_TYPES = ['01', '04', '05', '06', '07', '08', '16', '17', '90', '99'] as const
export type IdType = (typeof ID_TYPES)[number]

export interface IdDocument {
  readonly idType: IdType
  readonly idNumber: string
}

export type Sex = 'male' | 'female'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_DIGITS = '10X98765432'

/** The check digit of the first 17 digits of a resident ID number (GB 11643-1999, ISO 7064 MOD 11-2). */
export function checkDigitOf(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0)
  return CHECK_DIGITS.charAt(sum % 11)
}

/** A resident ID number as written by people: without blanks, full-width characters folded, with a capital X. */
export function normaliseIdNumber(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/\s/g, '')
    .toUpperCase()
}

/**
 * What is wrong with an ID number, or null where nothing is. A resident ID number (type 01) needs 18
 * characters, a birth day on the calendar and the right check digit; of other documents only the
 * characters and the length can be said (5 to 20 letters and digits).
 */
export function idNumberProblem(
  document: IdDocument,
): 'length' | 'characters' | 'birth-day' | 'check-digit' | null {
  const { idNumber } = document
  if (document.idType !== '01') {
    if (idNumber.length < 5 || idNumber.length > 20) return 'length'
    return /^[0-9A-Z()-]+$/.test(idNumber) ? null : 'characters'
  }
  if (idNumber.length !== 18) return 'length'
  if (!/^\d{17}[\dX]$/.test(idNumber)) return 'characters'
  if (birthDayOf(document) === null) return 'birth-day'
  return checkDigitOf(idNumber) === idNumber.charAt(17) ? null : 'check-digit'
}

/** The birth day in a resident ID number; null for other documents, which do not carry one. */
export function birthDayOf(document: IdDocument): Day | null {
  if (document.idType !== '01') return null
  const digits = document.idNumber.slice(6, 14)
  return parseDay(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`)
}

/** The 17th digit of a resident ID number is odd for a male and even for a female; null for other documents. */
export function sexOf(document: IdDocument): Sex | null {
  if (document.idType !== '01') return null
  return Number(document.idNumber.charAt(16)) % 2 === 1 ? 'male' : 'female'
}

/** Three characters, stars, four characters; a short number shows one character at each end. */
export function maskIdNumber(idNumber: string): string {
  const [head, tail] = idNumber.length >= 12 ? [3, 4] : [1, 1]
  return (
    idNumber.slice(0, head) + '*'.repeat(Math.max(idNumber.length - head - tail, 1)) + idNumber.slice(-tail)
  )
}

/** The first character and a star for each further one, counted by code point so that a rare character stays whole. */
export function maskName(name: string): string {
  const [first = '', ...rest] = [...name]
  return first + '*'.repeat(Math.max(rest.length, 1))
}

/** Names are equal when they differ only in blanks, the kind of middle dot or the form of a letter. */
export function sameName(left: string, right: string): boolean {
  return folded(left) === folded(right)
}

function folded(name: string): string {
  return name
    .normalize('NFC')
    .replace(/\s/gu, '')
    .replace(/[·•・‧∙.]/gu, '·')
    .toUpperCase()
}

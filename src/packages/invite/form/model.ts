import type { InputOf } from '../../../../shared/contract/action'
import type { invitations } from '../../../../shared/contract/invitations'
import { ageOn, type Day, parseDay } from '../../../../shared/values/day'
import {
  birthDayOf,
  type IdType,
  idNumberProblem,
  normaliseIdNumber,
  type Sex,
  sexOf,
} from '../../../../shared/values/id-document'
import { RELATIONS, type Relation, USES, type Use } from '../../../../shared/values/relation'
import { fenFromYuan } from '../../../copy/yuan'

/** The form as it stands, each field as it was typed. */
export interface InviteForm {
  readonly relation: Relation | null
  readonly name: string
  readonly idType: IdType
  readonly idNumber: string
  /** Null until she has said whether the relative has a phone of her own. */
  readonly hasPhone: boolean | null
  /** Empty: from the first day on which it may hold. */
  readonly startDay: string
  /** Empty: until somebody ends it. */
  readonly endDay: string
  readonly uses: readonly Use[]
  readonly monthlyLimitYuan: string
  readonly perSettlementLimitYuan: string
}

export const BLANK_FORM: InviteForm = {
  relation: null,
  name: '',
  idType: '01',
  idNumber: '',
  hasPhone: null,
  startDay: '',
  endDay: '',
  uses: USES,
  monthlyLimitYuan: '',
  perSettlementLimitYuan: '',
}

/** The form as it begins: with the relation from the page's address, where that names one. */
export function formAtFirst(relation: string | undefined): InviteForm {
  return { ...BLANK_FORM, relation: RELATIONS.find((one) => one === relation) ?? null }
}

/** The three that nearly everybody chooses; the others unfold below them. */
export const NEAR_RELATIONS = ['spouse', 'parent', 'child'] as const satisfies readonly Relation[]
export const FURTHER_RELATIONS = RELATIONS.filter(
  (relation) => !(NEAR_RELATIONS as readonly Relation[]).includes(relation),
)

export type FormField =
  | 'relation'
  | 'name'
  | 'idNumber'
  | 'hasPhone'
  | 'startDay'
  | 'endDay'
  | 'uses'
  | 'monthlyLimitYuan'
  | 'perSettlementLimitYuan'

/** In the order in which they stand on the page: the first with a problem is shown. */
export const FORM_FIELDS: readonly FormField[] = [
  'relation',
  'name',
  'idNumber',
  'hasPhone',
  'startDay',
  'endDay',
  'uses',
  'monthlyLimitYuan',
  'perSettlementLimitYuan',
]

/** The fields under 更多设置. A problem in one of them unfolds it. */
export const FURTHER_FIELDS: readonly FormField[] = FORM_FIELDS.slice(4)

export type FieldProblem =
  | 'missing'
  | 'name-characters'
  | 'id-length'
  | 'id-characters'
  | 'id-birth-day'
  | 'id-check-digit'
  | 'id-in-the-future'
  | 'not-a-day'
  | 'end-before-start'
  | 'no-use'
  | 'not-an-amount'
  | 'limits-crossed'

// Below 16 a guardian signs for a child. The function decides it; here it is only said ahead of the answer.
const AGE_OF_OWN_ACCEPTANCE = 16

// As the contract has it (`nameField`), whose schemas are not shipped to the phone; a test holds the two together.
const NAME = /^[\p{L}\p{M}]+(?:[ ·•・.'’-][\p{L}\p{M}]+)*\.?$/u
const LONGEST_NAME = 50

function nameOf(form: InviteForm): string {
  return form.name.normalize('NFC').trim().replace(/\s+/gu, ' ')
}

/** The ID number as it is sent and checked, or null while it is not one yet. */
export function idNumberOf(form: InviteForm): string | null {
  const document = { idType: form.idType, idNumber: normaliseIdNumber(form.idNumber) }
  return idNumberProblem(document) === null ? document.idNumber : null
}

/** What a right resident ID number says of the person, to be read back as a check; null where it says nothing. */
export function personIn(form: InviteForm, today: Day): { birthDay: Day; sex: Sex; age: number } | null {
  const idNumber = idNumberOf(form)
  if (idNumber === null) return null
  const document = { idType: form.idType, idNumber }
  const birthDay = birthDayOf(document)
  const sex = sexOf(document)
  if (birthDay === null || sex === null || birthDay > today) return null
  return { birthDay, sex, age: ageOn(birthDay, today) }
}

/** A child for whom the guardian signs: then the question for a phone is not asked. */
export function isYoungChild(form: InviteForm, today: Day): boolean {
  const person = personIn(form, today)
  return person !== null && person.age < AGE_OF_OWN_ACCEPTANCE
}

/** The guardian is the policyholder herself: everything is signed in one sitting. */
export function signsForOwnChild(form: InviteForm, today: Day): boolean {
  return form.relation === 'child' && isYoungChild(form, today)
}

function idProblem(form: InviteForm, today: Day): FieldProblem | null {
  const idNumber = normaliseIdNumber(form.idNumber)
  if (idNumber === '') return 'missing'
  const document = { idType: form.idType, idNumber }
  const problem = idNumberProblem(document)
  if (problem !== null) return `id-${problem}`
  const birthDay = birthDayOf(document)
  return birthDay !== null && birthDay > today ? 'id-in-the-future' : null
}

function amountProblem(text: string): FieldProblem | null {
  return text.trim() === '' || fenFromYuan(text) !== null ? null : 'not-an-amount'
}

function limitsCrossed(form: InviteForm): boolean {
  const monthly = fenFromYuan(form.monthlyLimitYuan)
  const perSettlement = fenFromYuan(form.perSettlementLimitYuan)
  return monthly !== null && perSettlement !== null && perSettlement > monthly
}

function problemOf(form: InviteForm, field: FormField, today: Day): FieldProblem | null {
  switch (field) {
    case 'relation':
      return form.relation === null ? 'missing' : null
    case 'name': {
      const name = nameOf(form)
      if (name === '') return 'missing'
      return name.length <= LONGEST_NAME && NAME.test(name) ? null : 'name-characters'
    }
    case 'idNumber':
      return idProblem(form, today)
    case 'hasPhone':
      return form.hasPhone === null && !isYoungChild(form, today) ? 'missing' : null
    case 'startDay':
      return form.startDay === '' || parseDay(form.startDay) !== null ? null : 'not-a-day'
    case 'endDay': {
      if (form.endDay === '') return null
      if (parseDay(form.endDay) === null) return 'not-a-day'
      return form.endDay < (form.startDay === '' ? today : form.startDay) ? 'end-before-start' : null
    }
    case 'uses':
      return form.uses.length === 0 ? 'no-use' : null
    case 'monthlyLimitYuan':
      return amountProblem(form.monthlyLimitYuan)
    case 'perSettlementLimitYuan':
      return amountProblem(form.perSettlementLimitYuan) ?? (limitsCrossed(form) ? 'limits-crossed' : null)
  }
}

/** Every field that cannot be sent as it stands, and why. Empty: the form can be sent. */
export function problemsIn(form: InviteForm, today: Day): Partial<Record<FormField, FieldProblem>> {
  const problems: Partial<Record<FormField, FieldProblem>> = {}
  for (const field of FORM_FIELDS) {
    const problem = problemOf(form, field, today)
    if (problem !== null) problems[field] = problem
  }
  return problems
}

/**
 * What is said about the ID number while it is typed: nothing until it has its 18 characters or the field is
 * left, because a number that is not finished is not wrong.
 */
export function idNumberHint(form: InviteForm, left: boolean, today: Day): FieldProblem | null {
  const problem = idProblem(form, today)
  if (problem === 'missing') return null
  if (problem === 'id-length') {
    const isTooLong = form.idType === '01' && normaliseIdNumber(form.idNumber).length > 18
    return left || isTooLong ? problem : null
  }
  return problem
}

export type CheckInput = InputOf<(typeof invitations.actions)['check']>
export type CreateInput = InputOf<(typeof invitations.actions)['create']>

/** Everything of the form that is sent, or null while something is missing. */
export function createInputOf(form: InviteForm, today: Day): CreateInput | null {
  const idNumber = idNumberOf(form)
  if (form.relation === null || idNumber === null || Object.keys(problemsIn(form, today)).length > 0) {
    return null
  }
  const monthlyLimitFen = fenFromYuan(form.monthlyLimitYuan)
  const perSettlementLimitFen = fenFromYuan(form.perSettlementLimitYuan)
  return {
    relative: { name: nameOf(form), idNumber, idType: form.idType, relation: form.relation },
    ...(isYoungChild(form, today)
      ? {}
      : { acceptance: form.hasPhone === false ? ('in-person' as const) : ('by-relative' as const) }),
    ...(form.startDay === '' ? {} : { startDay: form.startDay }),
    ...(form.endDay === '' ? {} : { endDay: form.endDay }),
    // All of them is what the region gives anyway; it is named only where she took one away.
    ...(form.uses.length === USES.length ? {} : { uses: [...form.uses] }),
    ...(monthlyLimitFen === null ? {} : { monthlyLimitFen }),
    ...(perSettlementLimitFen === null ? {} : { perSettlementLimitFen }),
  }
}

/** What is asked before anything is made. */
export function checkInputOf(input: CreateInput): CheckInput {
  return {
    relative: input.relative,
    ...(input.startDay === undefined ? {} : { startDay: input.startDay }),
    ...(input.endDay === undefined ? {} : { endDay: input.endDay }),
  }
}

export function toggledUse(form: InviteForm, use: Use): InviteForm {
  const uses = USES.filter((each) => (each === use ? !form.uses.includes(use) : form.uses.includes(each)))
  return { ...form, uses }
}

import { type IdType, idNumberProblem, normaliseIdNumber } from '../../../../shared/values/id-document'
import type { VerificationMethod } from '../../../cloud/verification'
import { ID_NUMBER_PROBLEMS, IDENTITY } from '../../../copy/identity'

export interface LinkForm {
  readonly name: string
  readonly idType: IdType
  readonly idNumber: string
  readonly method: VerificationMethod
  readonly agreed: boolean
}

export const EMPTY_FORM: LinkForm = { name: '', idType: '01', idNumber: '', method: 'face', agreed: false }

export interface LinkProblems {
  readonly name: string | null
  readonly idNumber: string | null
  readonly agreed: string | null
}

/** What is still wrong with the form, each in its own words; all null where it can be sent. */
export function linkProblems(form: LinkForm): LinkProblems {
  return {
    name: nameWrong(form.name),
    idNumber: idNumberWrong(form),
    agreed: form.agreed ? null : IDENTITY.agree.missing,
  }
}

// Slips of the finger only. The contract has the last word; its pattern knows every script and would weigh more than
// this whole page.
const NO_PART_OF_A_NAME = /[\d<>()[\]{}@#$%^&*_+=|\\/~`"!?,;:，。；：！？、（）【】《》“”]/

function nameWrong(name: string): string | null {
  if (name.trim() === '') return IDENTITY.name.missing
  return NO_PART_OF_A_NAME.test(name) ? IDENTITY.name.wrong : null
}

function idNumberWrong({ idType, idNumber }: LinkForm): string | null {
  const normalised = normaliseIdNumber(idNumber)
  if (normalised === '') return ID_NUMBER_PROBLEMS.missing
  const problem = idNumberProblem({ idType, idNumber: normalised })
  return problem === null ? null : ID_NUMBER_PROBLEMS[problem]
}

export function isComplete(problems: LinkProblems): boolean {
  return problems.name === null && problems.idNumber === null && problems.agreed === null
}

/** As it is sent: without blanks around the name, the number in the form in which the register has it. */
export function linkInput(form: LinkForm) {
  return { name: form.name.trim(), idType: form.idType, idNumber: normaliseIdNumber(form.idNumber) }
}

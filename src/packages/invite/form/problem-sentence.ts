import type { IdType } from '../../../../shared/values/id-document'
import { FIELD_PROBLEMS, OTHER_ID_CHARACTERS, OTHER_ID_LENGTH } from '../../../copy/invite'
import type { FieldProblem, FormField } from './model'

/** What is wrong with a field and how to mend it, or null where nothing is. */
export function problemSentence(
  field: FormField,
  problem: FieldProblem | null | undefined,
  idType: IdType,
): string | null {
  if (problem === null || problem === undefined) return null
  if (field === 'idNumber' && idType !== '01') {
    if (problem === 'id-length') return OTHER_ID_LENGTH
    if (problem === 'id-characters') return OTHER_ID_CHARACTERS
  }
  return FIELD_PROBLEMS[field][problem] ?? null
}

import { ACCOUNT_LIMIT } from '../../../copy/together'
import { fenFromYuan } from '../../../copy/yuan'

/** What stands in the way of saving: nothing typed yet, no amount, or the limit that holds already. */
export function limitProblem(typed: string, limitFen: number | null): string | null {
  if (typed.trim() === '') return ACCOUNT_LIMIT.missing
  const wished = fenFromYuan(typed)
  if (wished === null) return ACCOUNT_LIMIT.notAnAmount
  return wished === limitFen ? ACCOUNT_LIMIT.unchanged : null
}

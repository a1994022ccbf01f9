import { useLabel } from '../../shared/copy'
import { USES } from '../../shared/values/relation'

/** 甲、乙、丙 */
export const listed = (texts: readonly string[]) => texts.join('、')

/** 看病、买药: always in the order in which the product names them. */
export function usesInWords(uses: readonly string[]): string {
  return listed(USES.filter((use) => uses.includes(use)).map(useLabel))
}

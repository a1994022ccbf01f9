import type { EnrolmentFacts } from './answer'
import { sameProvince } from './parameters'

/** Where somebody is enrolled. */
type Place = Pick<EnrolmentFacts, 'regionCode' | 'poolingAreaCode'>

/** How the places of two enrolments lie to each other; null where one of them is not known. */
export type Distance = 'same-area' | 'cross-area' | 'cross-province'

export function distanceBetween(one: Place, other: Place): Distance | null {
  if (one.regionCode === null || other.regionCode === null) return null
  if (!sameProvince(one.regionCode, other.regionCode)) return 'cross-province'
  if (one.poolingAreaCode === null || other.poolingAreaCode === null) return null
  return one.poolingAreaCode === other.poolingAreaCode ? 'same-area' : 'cross-area'
}

/** Whether two people are enrolled within the scope in which a region lets them share. */
export function inPoolingScope(
  scope: 'province' | 'pooling-area',
  policyholder: EnrolmentFacts,
  relative: EnrolmentFacts,
): boolean {
  if (scope === 'pooling-area') {
    return relative.poolingAreaCode !== null && relative.poolingAreaCode === policyholder.poolingAreaCode
  }
  if (policyholder.regionCode === null || relative.regionCode === null) return false
  return sameProvince(policyholder.regionCode, relative.regionCode)
}

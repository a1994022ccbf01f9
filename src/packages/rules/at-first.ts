import type { Me } from '../../cloud/me'
import type { HeldRegion } from '../../components/region-picker/areas'

export interface RegionsAndMe {
  readonly regions: readonly HeldRegion[]
  /** Whose words the pages use; null while nobody has chosen. */
  readonly inUse: string | null
  readonly enrolled: string | null
  readonly person: Me['person'] | null
}

/** The region that is open when the page appears: the one asked for, in use, of the enrolment, or the first. */
export function regionAtFirst(
  { regions, inUse, enrolled }: Pick<RegionsAndMe, 'regions' | 'inUse' | 'enrolled'>,
  asked?: string | null,
): string | null {
  const held = [asked, inUse, enrolled].find((code) => regions.some(({ regionCode }) => regionCode === code))
  return held ?? regions[0]?.regionCode ?? null
}

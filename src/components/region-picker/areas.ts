import { REGION } from '../../copy/region'

export interface HeldRegion {
  readonly regionCode: string
  readonly name: string
  readonly shortName: string
}

export interface AreaOfRegions {
  readonly title: string
  readonly regions: readonly HeldRegion[]
}

/** The regions by the great areas of GB/T 2260, whose codes begin with the area's digit: 华北 1, 东北 2 and so on. */
export function byArea(regions: readonly HeldRegion[]): readonly AreaOfRegions[] {
  const inOrder = [...regions].sort((a, b) => (a.regionCode < b.regionCode ? -1 : 1))
  const digits = [...new Set(inOrder.map(({ regionCode }) => regionCode.slice(0, 1)))]
  return digits.map((digit) => ({
    title: REGION.areas[digit] ?? REGION.otherArea,
    regions: inOrder.filter(({ regionCode }) => regionCode.startsWith(digit)),
  }))
}

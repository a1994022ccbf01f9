import { day } from '../values/day'
import { REGIONS, type Region } from './parameters'
import { regionOf } from './rule'

/** Stands in where a region is not held: nothing is known of it, so the national layer and our readings answer. */
export const FALLBACK_REGION: Region = {
  regionCode: '000000',
  name: '您所在的地区',
  shortName: '当地',
  parameters: {},
  notFound: [],
  lastChecked: day('2026-11-21'),
}

export function regions(): { readonly regionCode: string; readonly name: string }[] {
  return REGIONS.map(({ regionCode, name }) => ({ regionCode, name }))
}

export function isRegionHeld(regionCode: string): boolean {
  return regionOf(regionCode) !== null
}

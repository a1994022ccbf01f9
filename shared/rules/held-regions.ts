import { type Day, day } from '../values/day'
import type { RegionWords } from './answer'
import { provinceOf, REGIONS, type Region } from './parameters'
import { regionOf, settledRule } from './rule'

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

// Words are not law: they are those of the newest entry, whatever the day.
const WORDS_DAY: Day = day('9999-12-31')

/** The words of a region, or general ones, with the province's name, for a region that is not held. */
export function regionWords(regionCode: string): RegionWords {
  const region = regionOf(regionCode) ?? { ...FALLBACK_REGION, ...(provinceOf(regionCode) ?? {}) }
  const word = <Name extends 'system' | 'entry-label' | 'page-title' | 'invite-label'>(name: Name) =>
    settledRule(region, name, WORDS_DAY).value
  return {
    regionCode,
    name: region.name,
    shortName: region.shortName,
    system: word('system'),
    entryPath: settledRule(region, 'entry-path', WORDS_DAY).value,
    entryLabel: word('entry-label'),
    pageTitle: word('page-title'),
    inviteLabel: word('invite-label'),
    firstTimersGoStraightToForm: settledRule(region, 'first-timers-form', WORDS_DAY).value,
  }
}

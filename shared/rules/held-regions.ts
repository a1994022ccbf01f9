import { type Day, day } from '../values/day'
import type { RegionWords } from './answer'
import {
  type Dated,
  inForce,
  type ParameterValues,
  productDefault,
  provinceOf,
  REGIONS,
  type Region,
} from './parameters'
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

// Words are not law: they are those of the newest entry, whatever the day.
const WORDS_DAY: Day = day('9999-12-31')

type WordName = 'system' | 'entry-path' | 'entry-label' | 'page-title' | 'invite-label' | 'first-timers-form'

type OwnWordName = 'steps' | 'other-paths' | 'form-fields' | 'beside-binding' | 'tick-label'

/** What the region itself says, or null: of its own screens nothing general can be said. */
function ownWordOf<Name extends OwnWordName>(region: Region, name: Name): ParameterValues[Name] | null {
  const held: readonly Dated<ParameterValues[Name]>[] | undefined = region.parameters[name]
  return held === undefined ? null : (inForce(held, WORDS_DAY)?.value ?? null)
}

/**
 * A word of the region or our own, and no citation: the phone carries the words of every region, and the list of
 * sources, which is several times as long, must not follow them there. No word is national.
 */
function wordOf<Name extends WordName>(region: Region, name: Name): ParameterValues[Name] {
  const held: readonly Dated<ParameterValues[Name]>[] | undefined = region.parameters[name]
  const word = (held === undefined ? null : inForce(held, WORDS_DAY)) ?? productDefault(name)
  if (word === null) throw new Error(`no word of ours stands behind ${name}`)
  return word.value
}

/** The words of a region, or general ones, with the province's name, for a region that is not held. */
export function regionWords(regionCode: string): RegionWords {
  const region = regionOf(regionCode) ?? { ...FALLBACK_REGION, ...(provinceOf(regionCode) ?? {}) }
  return {
    regionCode,
    name: region.name,
    shortName: region.shortName,
    system: wordOf(region, 'system'),
    entryPath: wordOf(region, 'entry-path'),
    entryLabel: wordOf(region, 'entry-label'),
    pageTitle: wordOf(region, 'page-title'),
    inviteLabel: wordOf(region, 'invite-label'),
    firstTimersGoStraightToForm: wordOf(region, 'first-timers-form'),
    steps: ownWordOf(region, 'steps') ?? [],
    otherPaths: ownWordOf(region, 'other-paths') ?? [],
    formFields: ownWordOf(region, 'form-fields') ?? [],
    besideBinding: ownWordOf(region, 'beside-binding') ?? [],
    tickLabel: ownWordOf(region, 'tick-label'),
  }
}

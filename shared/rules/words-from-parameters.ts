import { type Day, day } from '../values/day'
import type { RegionWords } from './answer'
import { FALLBACK_REGION } from './held-regions'
import {
  type Dated,
  inForce,
  type ParameterName,
  type ParameterValues,
  productDefault,
  REGIONS,
  type Region,
} from './parameters'

// Words are not law: they are those of the newest entry, whatever the day.
const WORDS_DAY: Day = day('9999-12-31')

/** The region's own value; no word is national, and the word of one city is not the region's. */
function own<Name extends ParameterName>(region: Region, name: Name): ParameterValues[Name] | undefined {
  const held: readonly Dated<ParameterValues[Name]>[] | undefined = region.parameters[name]
  const entry = held === undefined ? null : inForce(held, WORDS_DAY)
  return entry === null || entry.city !== undefined ? undefined : entry.value
}

function word<Name extends ParameterName>(region: Region, name: Name): ParameterValues[Name] {
  const value = own(region, name) ?? productDefault(name)?.value
  if (value === undefined) throw new Error(`no word of ours stands behind ${name}`)
  return value
}

function wordsOf(region: Region): RegionWords {
  return {
    regionCode: region.regionCode,
    name: region.name,
    shortName: region.shortName,
    system: word(region, 'system'),
    entryPath: word(region, 'entry-path'),
    entryLabel: word(region, 'entry-label'),
    inviteLabel: word(region, 'invite-label'),
    pageTitle: word(region, 'page-title'),
    firstTimersGoStraightToForm: word(region, 'first-timers-form'),
    steps: word(region, 'steps'),
    formFields: own(region, 'form-fields') ?? [],
    otherPaths: own(region, 'other-paths') ?? [],
    besideBinding: own(region, 'beside-binding') ?? [],
    premiumFlow: own(region, 'premium-flow') ?? [],
    familyEstablishedFirst: own(region, 'family-established-first') ?? false,
    bindNoticeTitle: own(region, 'bind-notice-title') ?? null,
    tickLabel: word(region, 'tick-label'),
    consentTitle: word(region, 'consent-title'),
    unbindLabel: word(region, 'unbind-label'),
    recordsLabel: word(region, 'records-label'),
    offlineDesk: word(region, 'offline-desk'),
  }
}

export interface WordsTable {
  readonly general: RegionWords
  /** Of each region what differs from the general words. */
  readonly regions: readonly (Partial<RegionWords> & { readonly regionCode: string })[]
}

/** The table that a phone carries, made anew from the parameters by `scripts/words-of-regions.mjs`. */
export function wordsTable(): WordsTable {
  const general = wordsOf(FALLBACK_REGION)
  const differing = (words: RegionWords): WordsTable['regions'][number] => {
    const differs = Object.entries(words).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(general[name as keyof RegionWords]),
    )
    return { regionCode: words.regionCode, ...Object.fromEntries(differs) }
  }
  return { general, regions: REGIONS.map((region) => differing(wordsOf(region))) }
}

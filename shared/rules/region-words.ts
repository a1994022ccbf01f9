import type { RegionWords } from './answer'
import { provinceOf } from './parameters/provinces'
import { GENERAL_WORDS, WORDS_OF_REGIONS } from './words-of-regions'

/**
 * The words of a region, or general ones, with the province's name, for a region that is not held. They come from a
 * table without sources and history, which is all that a phone carries of the regions (docs/decisions/0009).
 */
export function regionWords(regionCode: string): RegionWords {
  const held = WORDS_OF_REGIONS.find((words) => words.regionCode === regionCode)
  return { ...GENERAL_WORDS, ...provinceOf(regionCode), regionCode, ...held }
}

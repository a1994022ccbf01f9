import type { RegionWords } from '../shared/rules'
import { regionWords } from '../shared/rules/region-words'

/** A code that no region has: the general words answer. */
const NOWHERE = '000000'

/** What comes after the entry in the region's own system; empty where it is not known and the words are ours. */
export function ownSteps(words: RegionWords): readonly string[] {
  return words.steps === regionWords(NOWHERE).steps ? [] : words.steps
}

/** The words of the region that a person looks at; general ones while she has none. */
export function wordsFor(regionCode: string | null): RegionWords {
  return regionWords(regionCode ?? NOWHERE)
}

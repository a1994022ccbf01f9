import type { ValueFor } from '../../../cloud/writes'
import { type Compared, inTopics, type KnownView, knownView, type Topic } from '../rows'

/** More than three do not fit beside each other on a phone, nor in a head. */
export const MOST_ON_A_PHONE = 3

export interface ComparedRow {
  readonly parameter: string
  readonly title: string
  readonly same: boolean
  readonly cells: readonly {
    readonly regionCode: string
    readonly shortName: string
    readonly known: KnownView
  }[]
}

export interface ComparisonView {
  readonly topics: readonly Topic<ComparedRow>[]
  /** How many are the same everywhere and were left out. */
  readonly leftOut: number
}

export function comparisonView(
  compared: ValueFor<'rules', 'compare'>,
  onlyDifferent: boolean,
): ComparisonView {
  const rows = compared.parameters.map((parameter) => rowOf(parameter, compared.regions))
  const shown = onlyDifferent ? rows.filter(({ same }) => !same) : rows
  return { topics: inTopics(shown), leftOut: rows.length - shown.length }
}

function rowOf(parameter: Compared, regions: ValueFor<'rules', 'compare'>['regions']): ComparedRow {
  return {
    parameter: parameter.parameter,
    title: parameter.title,
    same: parameter.same,
    cells: regions.flatMap(({ regionCode, shortName }, index) => {
      const known = parameter.values[index]
      return known === undefined ? [] : [{ regionCode, shortName, known: knownView(parameter, known) }]
    }),
  }
}

/** What is chosen after a tap: a chosen one goes, another comes while there is room. */
export function toggledRegion(chosen: readonly string[], regionCode: string): readonly string[] {
  if (chosen.includes(regionCode)) return chosen.filter((one) => one !== regionCode)
  return chosen.length < MOST_ON_A_PHONE ? [...chosen, regionCode] : chosen
}

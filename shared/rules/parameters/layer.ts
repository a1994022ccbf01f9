import type { Day } from '../../values/day'
import type { Dated } from './dated'
import type { ParameterName, ParameterValues } from './definitions'

/** Values by name, each a list of dated entries: today's and the history. */
export type Layer = { readonly [Name in ParameterName]?: readonly Dated<ParameterValues[Name]>[] }

/**
 * A region that has rules of its own. The code is the six-digit one of GB/T 2260: a province's, or a city's where
 * the city's rules differ from the province's.
 */
export interface Region {
  readonly regionCode: string
  readonly name: string
  readonly shortName: string
  readonly parameters: Layer
  /**
   * What was looked for and not found, on the day of `lastChecked`. A parameter that is neither here nor among
   * `parameters` follows the national layer.
   */
  readonly notFound: readonly ParameterName[]
  readonly lastChecked: Day
}

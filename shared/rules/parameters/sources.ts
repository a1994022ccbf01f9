import { COUNTRY_SOURCES } from './sources/country'
import { STARTING_DOCUMENTS } from './sources/documents'
import { MONEY_SOURCES } from './sources/money'
import { NORTH_SOURCES } from './sources/north'
import { RELIABILITIES, type Reliability, type Source } from './sources/source'
import { SOUTH_SOURCES } from './sources/south'
import { WEST_SOURCES } from './sources/west'

export { RELIABILITIES, type Reliability, type Source }

/** Every source that a value may cite. A new one is one more entry in one of the files of `sources/`. */
export const SOURCES = {
  ...STARTING_DOCUMENTS,
  ...COUNTRY_SOURCES,
  ...MONEY_SOURCES,
  ...NORTH_SOURCES,
  ...WEST_SOURCES,
  ...SOUTH_SOURCES,
} as const satisfies Record<string, Source>

export type SourceId = keyof typeof SOURCES

/** The best reliability among the sources: a value is as good as its best witness. */
export function bestReliability(sources: readonly SourceId[]): Reliability | null {
  return RELIABILITIES.find((one) => sources.some((id) => SOURCES[id].reliability === one)) ?? null
}

/** Title and address of each source in one line, the most reliable first. */
export function sourceLine(sources: readonly SourceId[]): string {
  return [...sources]
    .sort(
      (a, b) => RELIABILITIES.indexOf(SOURCES[a].reliability) - RELIABILITIES.indexOf(SOURCES[b].reliability),
    )
    .map((id) => `${SOURCES[id].title} ${SOURCES[id].address}`)
    .join('；')
}

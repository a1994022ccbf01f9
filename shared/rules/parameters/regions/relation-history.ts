import { addDays, type Day, day } from '../../../values/day'
import { RELATIONS, type Relation } from '../../../values/relation'
import type { Dated } from '../dated'
import type { SourceId } from '../sources'

const lastChecked = day('2026-11-21')

interface Since {
  readonly from: Day
  readonly fromIs?: 'at-latest' | 'month' | 'year'
  readonly sources: readonly SourceId[]
  readonly note?: string
}

const NATIONAL_THREE: Since = {
  from: day('2021-01-01'),
  fromIs: 'year',
  sources: ['xinhua20241126'],
  note: '2021年的全国口径。',
}

/** Spouse, parents and children first, all close relatives from a later day: how every region came to its scope. */
export function threeThenEight(
  eight: Since,
  three: Since = NATIONAL_THREE,
): readonly Dated<readonly Relation[]>[] {
  return [
    { ...three, value: ['spouse', 'parent', 'child'], until: addDays(eight.from, -1), lastChecked },
    { ...eight, value: RELATIONS, lastChecked },
  ]
}

/** The day on which CCTV listed 23 provinces as having widened the scope; perhaps they had before. */
export const LISTED_BY_CCTV: Since = {
  from: day('2024-11-26'),
  fromIs: 'at-latest',
  sources: ['cctv20241126'],
}

/** The day by which every province had. */
export const BY_THE_END: Since = { from: day('2024-12-09'), fromIs: 'at-latest', sources: ['wxrb20241227'] }

/** What happens where no value is known; see `WHEN_UNKNOWN_MEANS` for the sentence that a person reads. */
export type WhenUnknown = 'refuse' | 'unrestricted' | 'product-default'

export interface Definition {
  /** Chinese, as it stands in the list of rules. */
  readonly title: string
  /** Units of the value, where it has some. */
  readonly unit?:
    | 'people'
    | 'years'
    | 'months'
    | 'days'
    | 'hours'
    | 'seconds'
    | 'fen'
    | 'times a day'
    | 'HH:MM'
  readonly whenUnknown: WhenUnknown
}

/** One definition for each value of a topic. */
export type Definitions<Values> = { readonly [Name in keyof Values]: Definition }

/** A word of the region: where it is not known, a general one stands in. */
export function words(title: string): Definition {
  return { title, whenUnknown: 'product-default' }
}

/** Something that a region may ask or limit: where nothing is known, nothing is asked and nothing is limited. */
export function unlessPublished(title: string, unit?: Definition['unit']): Definition {
  return { title, ...(unit === undefined ? {} : { unit }), whenUnknown: 'unrestricted' }
}

/** Something that must be settled one way or the other: where nothing is known, our own reading holds. */
export function settled(title: string, unit?: Definition['unit']): Definition {
  return { title, ...(unit === undefined ? {} : { unit }), whenUnknown: 'product-default' }
}

/** Something without which nothing may be done. */
export function needed(title: string, unit?: Definition['unit']): Definition {
  return { title, ...(unit === undefined ? {} : { unit }), whenUnknown: 'refuse' }
}

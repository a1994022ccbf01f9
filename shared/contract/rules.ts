import * as v from 'valibot'
import { contractOf, read } from './action'
import { dayField, noInput, regionCodeField } from './fields'

/** The rules as anyone may read them: each value with its dates and its source. */
export const rules = contractOf('rules', {
  regions: read({
    access: 'anyone',
    input: noInput,
    value: v.array(v.object({ regionCode: v.string(), name: v.string() })),
  }),
  /** Refusal: `rule-unknown` for a region that is not held. */
  explain: read({
    access: 'anyone',
    input: v.object({ regionCode: regionCodeField, day: v.optional(dayField) }),
    value: v.object({
      regionCode: v.string(),
      name: v.string(),
      day: dayField,
      parameters: v.array(
        v.object({
          parameter: v.string(),
          title: v.string(),
          value: v.unknown(),
          from: v.optional(v.string()),
          until: v.optional(v.string()),
          source: v.string(),
          reliability: v.string(),
          lastChecked: v.string(),
          whenUnknown: v.picklist(['refuse', 'unrestricted', 'product-default']),
          ourReading: v.boolean(),
          /** Where the value was found; `none` where nothing is known. */
          level: v.picklist(['region', 'national', 'product', 'none']),
          unit: v.optional(v.string()),
          /** How the value is meant, or what happens where nothing is known. */
          note: v.optional(v.string()),
        }),
      ),
    }),
  }),
})

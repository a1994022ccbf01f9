import * as v from 'valibot'
import { RELATIONS } from '../values/relation'
import { contractOf, read } from './action'
import { dayField, noInput, refusalField, regionCodeField, ruleField } from './fields'

/** What is known of one parameter, and how well. */
const knownValue = {
  value: v.unknown(),
  from: v.optional(v.string()),
  until: v.optional(v.string()),
  source: v.string(),
  reliability: v.string(),
  lastChecked: v.string(),
  ourReading: v.boolean(),
  /** Where the value was found; `none` where nothing is known. */
  level: v.picklist(['region', 'national', 'product', 'none']),
  /** How the value is meant, or what happens where nothing is known. */
  note: v.optional(v.string()),
}

const known = {
  ...knownValue,
  /** The one pooling area in which the value holds; missing where it holds in the whole region. */
  poolingArea: v.optional(v.object({ code: v.string(), name: v.string() })),
  /** What holds in the rest of the region, where the value holds in one pooling area alone. */
  elsewhere: v.optional(v.object(knownValue)),
}

const asked = {
  parameter: v.string(),
  title: v.string(),
  unit: v.optional(v.string()),
  whenUnknown: v.picklist(['refuse', 'unrestricted', 'product-default']),
}

/** A screen shows three side by side; what more than that a table for a clerk may hold. */
const MOST_COMPARED = 6

/** Whom people ask for: the eight near relatives, and two answers that are none of them. */
const BEYOND_FAMILY = ['parent-in-law', 'other'] as const
export type BeyondFamily = (typeof BEYOND_FAMILY)[number]

const howMany = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99))
const standing = v.optional(v.picklist(['active', 'suspended']), 'active')
const scheme = v.picklist(['employee', 'resident', 'none'])

/** The rules as anyone may read them: each value with its dates and its source. No identity is asked or used. */
export const rules = contractOf('rules', {
  regions: read({
    access: 'anyone',
    input: noInput,
    value: v.array(v.object({ regionCode: v.string(), name: v.string(), shortName: v.string() })),
  }),
  /** Refusal: `rule-unknown` for a region that is not held. */
  explain: read({
    access: 'anyone',
    input: v.object({ regionCode: regionCodeField, day: v.optional(dayField) }),
    value: v.object({
      regionCode: v.string(),
      name: v.string(),
      day: dayField,
      parameters: v.array(v.object({ ...asked, ...known })),
    }),
  }),
  /** Two to six different regions side by side. Refusal: `rule-unknown` where one of them is not held. */
  compare: read({
    access: 'anyone',
    input: v.object({
      regionCodes: v.pipe(
        v.array(regionCodeField),
        v.minLength(2),
        v.maxLength(MOST_COMPARED),
        v.check((codes) => new Set(codes).size === codes.length, 'each region once'),
      ),
      day: v.optional(dayField),
    }),
    value: v.object({
      day: dayField,
      /** In the order in which they were asked for. */
      regions: v.array(v.object({ regionCode: v.string(), name: v.string(), shortName: v.string() })),
      parameters: v.array(
        v.object({
          ...asked,
          /** Whether the same is known, or equally nothing, in all of them and in the whole of each. */
          same: v.boolean(),
          /** One for each region, in the order of `regions`. */
          values: v.array(v.object(known)),
        }),
      ),
    }),
  }),
  /**
   * 能不能加她? Answered before anything is filed, out of what the person says herself: nobody is named and nothing is
   * looked up. What is left out is taken at its best and comes back as an open question. Refusal: `rule-unknown` for a
   * region that is not held.
   */
  'may-invite': read({
    access: 'anyone',
    input: v.object({
      /** Where the policyholder is insured. */
      regionCode: regionCodeField,
      day: v.optional(dayField),
      relation: v.picklist([...RELATIONS, ...BEYOND_FAMILY]),
      policyholder: v.object({ scheme, enrolment: standing }),
      relative: v.optional(
        v.object({
          scheme: v.optional(scheme),
          enrolment: standing,
          /** Where she is insured, seen from the policyholder. */
          area: v.optional(v.picklist(['same', 'other-area', 'other-province'])),
          /** In full years. */
          age: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(120))),
        }),
        {},
      ),
      already: v.optional(
        v.object({
          /** How many relatives the policyholder shares with. */
          members: v.optional(howMany),
          /** How many of them stand in this same relation. */
          ofRelation: v.optional(howMany),
          /** How many people share with this relative. */
          policyholders: v.optional(howMany),
        }),
        {},
      ),
    }),
    value: v.object({
      regionCode: v.string(),
      name: v.string(),
      day: dayField,
      /** Nothing that was said stands in the way; with open questions it is a yes on their condition. */
      allowed: v.boolean(),
      /** Everything that stands in the way, each with its rule and what to do next. Empty where it is allowed. */
      reasons: v.array(refusalField),
      /** What was not said and may still stand in the way. */
      open: v.array(
        v.object({
          about: v.picklist(['insurance', 'area', 'age', 'policyholders']),
          message: v.string(),
          rule: v.optional(ruleField),
        }),
      ),
      /** Every rule that spoke. */
      rules: v.array(ruleField),
      remarks: v.array(v.string()),
      /** How it would be, where it is allowed. */
      terms: v.optional(
        v.object({
          acceptance: v.picklist(['by-relative', 'by-guardian']),
          /** Null where no cap is published or nobody said how many there are already. */
          placesLeft: v.nullable(v.number()),
          effectiveFrom: dayField,
          uses: v.array(v.string()),
          proofs: v.array(v.string()),
          review: v.boolean(),
        }),
      ),
    }),
  }),
})

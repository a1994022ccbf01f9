import type { Day } from '../values/day'
import type { RuleCited } from '../values/refusal'
import {
  type Dated,
  DEFINITIONS,
  inForce,
  type Layer,
  NATIONAL,
  type ParameterName,
  type ParameterValues,
  productDefault,
  REGIONS,
  type Region,
  reliabilityOf,
  sourceLine,
} from './parameters'

/** What is known of one parameter in one region on one day. */
export interface Rule<Value> {
  readonly parameter: ParameterName
  readonly level: 'region' | 'national' | 'product'
  readonly value: Value
  readonly entry: Dated<Value>
  readonly cited: RuleCited
  /**
   * False where machine-written text alone speaks for the value, or where it is that of another city: it may be shown
   * and must not stop anybody.
   */
  readonly mayBlock: boolean
  /** Whether it may ask people for a step: like `mayBlock`, and where the region's way is followed all the same. */
  readonly mayAsk: boolean
  /** The city whose value it is, where the question is asked for another place of the region; else null. */
  readonly ofOtherCity: string | null
}

export function regionOf(regionCode: string | null): Region | null {
  return REGIONS.find((region) => region.regionCode === regionCode) ?? null
}

function fromLayer<Name extends ParameterName>(
  layer: Layer,
  name: Name,
  on: Day,
): Dated<ParameterValues[Name]> | null {
  const entries: readonly Dated<ParameterValues[Name]>[] | undefined = layer[name]
  return entries === undefined ? null : inForce(entries, on)
}

function found<Name extends ParameterName>(
  parameter: Name,
  level: Rule<unknown>['level'],
  entry: Dated<ParameterValues[Name]>,
  source: string,
  areaCode: string | null = null,
): Rule<ParameterValues[Name]> {
  const ourReading = entry.ourReading === true
  const reliability = reliabilityOf(entry)
  const ofOtherCity = entry.city === undefined || entry.city.code === areaCode ? null : entry.city.name
  const proven = ourReading || (reliability !== null && reliability !== 'machine-written')
  const mayBlock = proven && ofOtherCity === null
  return {
    parameter,
    level,
    value: entry.value,
    entry,
    cited: {
      parameter,
      value: entry.value,
      ...(entry.from === undefined ? {} : { from: entry.from }),
      source,
      reliability: ourReading ? 'our-reading' : (reliability ?? 'unknown'),
      ...(ourReading ? { ourReading } : {}),
    },
    mayBlock,
    mayAsk: mayBlock || (entry.followed === true && ofOtherCity === null),
    ofOtherCity,
  }
}

/**
 * The rule of a region on a day: the region's own, else the national one, else what this product takes, else null.
 * A value whose last day has passed is as unknown as one that was never found.
 *
 * @param areaCode the pooling area of the person who is asked about, where it is known: a value that holds in one city
 * takes effect for those enrolled there alone.
 */
export function ruleOf<Name extends ParameterName>(
  region: Region,
  name: Name,
  on: Day,
  areaCode: string | null = null,
): Rule<ParameterValues[Name]> | null {
  const regional = fromLayer(region.parameters, name, on)
  if (regional !== null) return found(name, 'region', regional, sourceLine(regional.sources), areaCode)
  return beyondRegion(name, on)
}

function beyondRegion<Name extends ParameterName>(name: Name, on: Day): Rule<ParameterValues[Name]> | null {
  const national = fromLayer(NATIONAL, name, on)
  if (national !== null) return found(name, 'national', national, sourceLine(national.sources))
  return DEFINITIONS[name].whenUnknown === 'product-default' ? readingOf(name) : null
}

/**
 * The rule that holds for somebody who is enrolled in a pooling area: like `ruleOf`, which also tells what is known of
 * another city, but for her such a value is as unknown as one that was never found.
 *
 * @param areaCode null where nobody says: then what holds in the region outside of the one city
 */
export function ruleHolding<Name extends ParameterName>(
  region: Region,
  name: Name,
  on: Day,
  areaCode: string | null,
): Rule<ParameterValues[Name]> | null {
  const rule = ruleOf(region, name, on, areaCode)
  return rule === null || rule.ofOtherCity === null ? rule : beyondRegion(name, on)
}

/** Parameters of which each value is that of one premium year. */
export type PremiumYearName = {
  [Name in ParameterName]: ParameterValues[Name] extends { readonly premiumYear: number } ? Name : never
}[ParameterName]

/**
 * The value of one premium year, as it was known on a day: a year's price stays a fact after the next one is set.
 * Null where none had been published by then.
 */
export function ruleForYear<Name extends PremiumYearName>(
  region: Region,
  name: Name,
  premiumYear: number,
  on: Day,
): Rule<ParameterValues[Name]> | null {
  for (const [level, layer] of [
    ['region', region.parameters],
    ['national', NATIONAL],
  ] as const) {
    const entries: readonly Dated<ParameterValues[Name]>[] = layer[name] ?? []
    const known = entries.filter(
      ({ value, from }) => value.premiumYear === premiumYear && (from === undefined || from <= on),
    )
    const latest = known.at(-1)
    if (latest !== undefined) return found(name, level, latest, sourceLine(latest.sources))
  }
  return null
}

/** What this product takes of its own, whatever a region says; null where it takes nothing. */
export function readingOf<Name extends ParameterName>(name: Name): Rule<ParameterValues[Name]> | null {
  const ours = productDefault(name)
  if (ours === null) return null
  const line = sourceLine(ours.sources)
  return found(name, 'product', ours, `本产品的读法：${ours.why}${line === '' ? '' : `参考：${line}`}`)
}

/**
 * The rule that may stop somebody. What machine-written text alone says is here as unknown as what was never found, and
 * so is what is known of another city, so our reading stands in its place where there is one.
 */
export function decidingRule<Name extends ParameterName>(
  region: Region,
  name: Name,
  on: Day,
  areaCode: string | null = null,
): Rule<ParameterValues[Name]> | null {
  const rule = ruleHolding(region, name, on, areaCode)
  return rule?.mayBlock === true ? rule : readingOf(name)
}

/** The same for a rule behind which a default stands: what takes effect, whoever wrote of it. */
export function settledDecision<Name extends ParameterName>(
  region: Region,
  name: Name,
  on: Day,
  areaCode: string | null = null,
): Rule<ParameterValues[Name]> {
  const rule = decidingRule(region, name, on, areaCode)
  if (rule === null) throw new Error(`no default stands behind the parameter ${name}`)
  return rule
}

/** A rule that this product always has an answer for, because a default stands behind it. */
export function settledRule<Name extends ParameterName>(
  region: Region,
  name: Name,
  on: Day,
  areaCode: string | null = null,
): Rule<ParameterValues[Name]> {
  const rule = ruleHolding(region, name, on, areaCode)
  if (rule === null) throw new Error(`no default stands behind the parameter ${name}`)
  return rule
}

import { meaningWhenUnknown, remarkOnFrom } from '../copy/remarks'
import type { Day } from '../values/day'
import type { ExplainedParameter, ExplainedValue } from './answer'
import { FALLBACK_REGION } from './held-regions'
import { DEFINITIONS, PARAMETER_NAMES, type ParameterName, type Region } from './parameters'
import { type Rule, regionOf, ruleHolding, ruleOf } from './rule'

/**
 * Every parameter of a region on a day: its own value, else the national one, else our reading, else null with what
 * happens then. A value that holds in one pooling area alone names it, and says what holds in the rest of the region.
 * Of a region that is not held the national layer and our readings are what is known.
 */
export function explain(regionCode: string, day: Day): ExplainedParameter[] {
  const region = regionOf(regionCode) ?? FALLBACK_REGION
  return PARAMETER_NAMES.map((name) => explainOne(region, name, day))
}

function explainOne(region: Region, parameter: ParameterName, on: Day): ExplainedParameter {
  const { title, whenUnknown, unit } = DEFINITIONS[parameter]
  const rule = ruleOf(region, parameter, on)
  const city = rule?.entry.city
  return {
    parameter,
    title,
    whenUnknown,
    ...(unit === undefined ? {} : { unit }),
    ...explainedValue(region, parameter, rule),
    ...(city === undefined
      ? {}
      : {
          poolingArea: city,
          elsewhere: explainedValue(region, parameter, ruleHolding(region, parameter, on, null)),
        }),
  }
}

function explainedValue(
  region: Region,
  parameter: ParameterName,
  rule: Rule<unknown> | null,
): ExplainedValue {
  if (rule === null) {
    return {
      value: null,
      source: '没有查到公布的规定',
      reliability: 'unknown',
      lastChecked: region.lastChecked,
      ourReading: false,
      level: 'none',
      note: meaningWhenUnknown(DEFINITIONS[parameter].whenUnknown),
    }
  }
  const { entry, cited, level } = rule
  const note = (entry.note ?? '') + (entry.fromIs === undefined ? '' : remarkOnFrom(entry.fromIs))
  return {
    value: rule.value,
    ...(entry.from === undefined ? {} : { from: entry.from }),
    ...(entry.until === undefined ? {} : { until: entry.until }),
    source: cited.source,
    reliability: cited.reliability ?? 'unknown',
    lastChecked: entry.lastChecked,
    ourReading: cited.ourReading === true,
    level,
    ...(note === '' ? {} : { note }),
  }
}

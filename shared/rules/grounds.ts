import {
  remarkOnFollowed,
  remarkOnMachineWritten,
  remarkOnOtherCity,
  remarkOnOurReading,
  remarkOnReading,
  remarkOnUnknown,
} from '../copy/remarks'
import type { Day } from '../values/day'
import type { Refusal, RuleCited } from '../values/refusal'
import { ok, type Result, refuse } from '../values/result'
import type { SpokenTo } from './answer'
import { DEFINITIONS, type ParameterName, type ParameterValues, type Region } from './parameters'
import { type Rule, ruleOf } from './rule'

/** What an answer rests on: every rule that spoke, and what has to be said about how sure it is. */
export interface Grounds {
  readonly rules: readonly RuleCited[]
  /** Chinese sentences: what is not published here, what machines wrote, what is our own reading. */
  readonly remarks: readonly string[]
}

/** The rules of these names on a day, those that are not known included as a remark. */
export function groundsOf(
  region: Region,
  names: readonly ParameterName[],
  on: Day,
  areaCode: string | null = null,
): Grounds {
  const rules: RuleCited[] = []
  const remarks: string[] = []
  for (const name of names) {
    const rule = ruleOf(region, name, on, areaCode)
    if (rule !== null) rules.push(rule.cited)
    const remark =
      rule === null
        ? remarkOnUnknown(region.shortName, { parameter: name, ...DEFINITIONS[name] })
        : remarkOn(rule)
    if (remark !== null) remarks.push(remark)
  }
  return { rules, remarks }
}

/** The same for rules that the question has found already, a premium year's for instance. */
export function groundsOfRules(found: readonly (Rule<unknown> | null)[]): Grounds {
  const rules = found.filter((rule): rule is Rule<unknown> => rule !== null)
  return {
    rules: rules.map(({ cited }) => cited),
    remarks: rules.map(remarkOn).filter((remark): remark is string => remark !== null),
  }
}

export function together(...grounds: readonly Grounds[]): Grounds {
  return {
    rules: grounds.flatMap(({ rules }) => rules),
    remarks: [...new Set(grounds.flatMap(({ remarks }) => remarks))],
  }
}

function remarkOn(rule: Rule<unknown>): string | null {
  const { title } = DEFINITIONS[rule.parameter]
  if (rule.cited.ourReading === true)
    return remarkOnReading(rule.parameter, rule.value) ?? remarkOnOurReading(title)
  if (rule.ofOtherCity !== null) return remarkOnOtherCity(title, rule.ofOtherCity)
  if (rule.mayBlock) return null
  return rule.mayAsk ? remarkOnFollowed(title) : remarkOnMachineWritten(title)
}

/** A rule without which nothing may be decided, or the refusal `rule-unknown` that names it. */
export function neededRule<Name extends ParameterName>(
  region: Region,
  name: Name,
  on: Day,
  spokenTo: SpokenTo = 'policyholder',
): Result<Rule<ParameterValues[Name]>, Refusal> {
  const rule = ruleOf(region, name, on)
  return rule === null ? refuse(unknown(region, name, spokenTo)) : ok(rule)
}

/** A refusal because a rule without which nothing may be decided was not found. */
export function unknown(region: Region, parameter: ParameterName, spokenTo: SpokenTo): Refusal {
  return {
    code: 'rule-unknown',
    facts: { regionCode: region.regionCode, regionName: region.shortName, parameter, spokenTo },
  }
}

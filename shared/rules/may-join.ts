import { ageOn } from '../values/day'
import type { Refusal } from '../values/refusal'
import { ok, refuse } from '../values/result'
import type { EnrolmentFacts, JoinFacts, MayJoin, SpokenTo } from './answer'
import { inviteAllowed, unknown } from './may-invite'
import { provinceOf, type Region, sameProvince } from './parameters'
import { regionOf, ruleOf, settledRule } from './rule'

/**
 * Whether the relative may join now: everything that was asked when she was invited, asked again as things are, and
 * her own side. What concerns her is for her alone; the functions tell the policyholder no more than that it failed.
 *
 * Refusals: those of `mayInvite` (of the policyholder's own insurance anybody else hears no more than `not-allowed`,
 * `policyholder-cannot`), and for the relative `not-enrolled`, `enrolment-suspended`, `outside-area`,
 * `policyholder-cap-reached`.
 */
export const mayJoin: MayJoin = (facts) => {
  const spokenTo = facts.spokenTo ?? 'relative'
  const invited = inviteAllowed(facts, spokenTo, true)
  if (!invited.ok) return invited
  const region = regionOf(facts.policyholder.regionCode)
  if (region === null) return refuse({ code: 'rule-unknown', facts: { spokenTo } })
  const refusal =
    standingRefused(region, facts, spokenTo) ??
    areaRefused(region, facts, spokenTo) ??
    policyholdersRefused(region, facts, spokenTo)
  if (refusal !== null) return refuse(refusal)
  const cited = (
    ['relative-insured', 'relative-standing', 'pooling-scope', 'policyholder-cap'] as const
  ).flatMap((name) => {
    const rule = ruleOf(region, name, facts.today)
    return rule === null ? [] : [rule.cited]
  })
  return ok({ ...invited.value, rules: [...invited.value.rules, ...cited] })
}

/** The relative's side, said to whoever hears it; to a policyholder who answers for the own child it is 孩子. */
function relativeSide(region: Region, facts: JoinFacts, spokenTo: SpokenTo) {
  const { birthDay } = facts.relative
  const ownChild =
    spokenTo === 'policyholder' &&
    facts.relation === 'child' &&
    birthDay !== null &&
    ageOn(birthDay, facts.today) < settledRule(region, 'guardian-age', facts.today).value
  return { side: 'relative', spokenTo, ...(ownChild ? { forChild: true } : {}) }
}

function standingRefused(region: Region, facts: JoinFacts, spokenTo: SpokenTo): Refusal | null {
  const insured = ruleOf(region, 'relative-insured', facts.today)
  if (insured === null) return unknown(region, 'relative-insured', spokenTo)
  const standing = settledRule(region, 'relative-standing', facts.today)
  const { scheme, enrolment } = facts.relativeEnrolment
  const who = relativeSide(region, facts, spokenTo)
  if (insured.mayBlock && (enrolment === 'none' || scheme === null)) {
    return { code: 'not-enrolled', facts: who, rule: insured.cited }
  }
  if (standing.mayBlock && enrolment === 'suspended') {
    return { code: 'enrolment-suspended', facts: who, rule: standing.cited }
  }
  return null
}

function areaRefused(region: Region, facts: JoinFacts, spokenTo: SpokenTo): Refusal | null {
  const rule = ruleOf(region, 'pooling-scope', facts.today)
  if (rule === null) return unknown(region, 'pooling-scope', spokenTo)
  if (!rule.mayBlock || inScope(rule.value, facts.policyholder, facts.relativeEnrolment)) return null
  const theirs = facts.relativeEnrolment.regionCode
  const crossProvince = theirs !== null && !sameProvince(region.regionCode, theirs)
  return {
    code: 'outside-area',
    facts: {
      ...relativeSide(region, facts, spokenTo),
      scope: rule.value,
      policyholderRegion: region.shortName,
      relativeRegion: theirs === null ? null : (provinceOf(theirs)?.shortName ?? null),
      // Across provinces money goes through the wallet; within one the scope alone is narrower.
      instead: crossProvince ? (ruleOf(region, 'cross-province', facts.today)?.value ?? null) : null,
    },
    rule: rule.cited,
  }
}

function inScope(
  scope: 'province' | 'pooling-area',
  policyholder: EnrolmentFacts,
  relative: EnrolmentFacts,
): boolean {
  if (scope === 'pooling-area') {
    return relative.poolingAreaCode !== null && relative.poolingAreaCode === policyholder.poolingAreaCode
  }
  if (policyholder.regionCode === null || relative.regionCode === null) return false
  return sameProvince(policyholder.regionCode, relative.regionCode)
}

function policyholdersRefused(region: Region, facts: JoinFacts, spokenTo: SpokenTo): Refusal | null {
  const rule = ruleOf(region, 'policyholder-cap', facts.today)
  if (rule === null || !rule.mayBlock || typeof rule.value !== 'number') return null
  if (facts.policyholdersOfRelative < rule.value) return null
  return {
    code: 'policyholder-cap-reached',
    facts: {
      ...relativeSide(region, facts, spokenTo),
      regionName: region.shortName,
      cap: rule.value,
      bound: facts.policyholdersOfRelative,
    },
    rule: rule.cited,
  }
}

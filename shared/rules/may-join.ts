import { ageOn } from '../values/day'
import type { Refusal } from '../values/refusal'
import { ok, refuse } from '../values/result'
import type { JoinFacts, MayJoin, SpokenTo } from './answer'
import { type Distance, distanceBetween, inPoolingScope } from './area'
import { groundsOf, unknown } from './grounds'
import { inviteAllowed } from './may-invite'
import { type CapByArea, provinceOf, type Region, sameProvince } from './parameters'
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
  const hers = groundsOf(
    region,
    ['relative-insured', 'relative-standing', 'pooling-scope', 'policyholder-cap'],
    facts.today,
    facts.policyholder.poolingAreaCode,
  )
  return ok({
    ...invited.value,
    rules: [...invited.value.rules, ...hers.rules],
    remarks: [...invited.value.remarks, ...hers.remarks],
  })
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
  if (!rule.mayBlock || inPoolingScope(rule.value, facts.policyholder, facts.relativeEnrolment)) return null
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

/** How many may share with one relative: in all, or by where they are enrolled (安徽: from another area, one). */
function policyholdersRefused(region: Region, facts: JoinFacts, spokenTo: SpokenTo): Refusal | null {
  const rule = ruleOf(region, 'policyholder-cap', facts.today, facts.policyholder.poolingAreaCode)
  if (rule === null || !rule.mayBlock || rule.value === 'unlimited') return null
  const counted =
    typeof rule.value === 'number'
      ? { cap: rule.value, bound: facts.policyholdersOfRelative }
      : countedByArea(rule.value, facts)
  if (counted === null || counted.bound < counted.cap) return null
  return {
    code: 'policyholder-cap-reached',
    facts: { ...relativeSide(region, facts, spokenTo), regionName: region.shortName, ...counted },
    rule: rule.cited,
  }
}

/** The cap for policyholders who are enrolled as far away as this one, and how many of those there are; null without. */
function countedByArea(
  caps: CapByArea,
  facts: JoinFacts,
): { cap: number; bound: number; distance: Distance } | null {
  const distance = distanceBetween(facts.policyholder, facts.relativeEnrolment)
  if (distance === null || facts.policyholdersByArea === undefined) return null
  const cap = {
    'same-area': caps.sameArea,
    'cross-area': caps.crossArea,
    'cross-province': caps.crossProvince,
  }[distance]
  if (cap === undefined || cap === 'unlimited') return null
  return { cap, bound: facts.policyholdersByArea[distance], distance }
}

import type { Me } from '../../../cloud/me'
import type { ValueFor } from '../../../cloud/writes'
import type { Choice } from '../../../components/choice-list'
import { dayText } from '../../../copy/app'
import { REGION } from '../../../copy/region'
import { reliabilityText, ruleValueText } from '../../../copy/rule-value'
import { wordsFor } from '../../../region-words'

/** Where the person is insured, in a sentence; whether its rules are held is said too. */
export function enrolmentSentence(me: Me, regions: Regions): string {
  const enrolled = me.person?.regionCode ?? null
  if (enrolled === null) return me.linked ? REGION.noEnrolment : REGION.unlinked
  const name = wordsFor(enrolled).name
  return regions.some(({ regionCode }) => regionCode === enrolled)
    ? REGION.yours(name)
    : REGION.yoursNotHeld(name)
}

type Regions = ValueFor<'rules', 'regions'>
type Explained = ValueFor<'rules', 'explain'>['parameters'][number]

/** The regions to look at; the one where the person is insured stands first and says so. */
export function regionChoices(regions: Regions, enrolled: string | null): readonly Choice<string>[] {
  const choices = regions.map(({ regionCode, name }) => ({
    value: regionCode,
    label: name,
    ...(regionCode === enrolled ? { note: REGION.enrolled } : {}),
  }))
  return [...choices].sort((a, b) => Number(b.value === enrolled) - Number(a.value === enrolled))
}

/** The region that is open when the page appears: the one in use, else that of the enrolment, else the first. */
export function regionAtFirst(
  regions: Regions,
  inUse: string | null,
  enrolled: string | null,
): string | null {
  const held = (regionCode: string | null) => regions.some((one) => one.regionCode === regionCode)
  if (held(inUse)) return inUse
  if (held(enrolled)) return enrolled
  return regions[0]?.regionCode ?? null
}

export interface RuleRow {
  readonly parameter: string
  readonly title: string
  readonly value: string
  /** From when until when, and whether it is our own reading. */
  readonly remarks: readonly string[]
  readonly sources: readonly string[]
}

/** A rule as a person reads it: what, how much, since when, who says so. */
export function ruleRow(rule: Explained): RuleRow {
  const unknown = rule.level === 'none' || rule.value === null || rule.value === undefined
  return {
    parameter: rule.parameter,
    title: rule.title,
    value: unknown ? REGION.unknown[rule.whenUnknown] : ruleValueText(rule.parameter, rule.value),
    remarks: [
      ...(rule.from === undefined ? [] : [REGION.from(dayText(rule.from))]),
      ...(rule.until === undefined ? [] : [REGION.until(dayText(rule.until))]),
      ...(rule.ourReading ? [REGION.ourReading] : []),
      ...(rule.note === undefined || unknown ? [] : [rule.note]),
    ],
    sources: unknown
      ? [REGION.checked(dayText(rule.lastChecked))]
      : [
          REGION.source(rule.source),
          REGION.reliability(reliabilityText(rule.reliability)),
          REGION.checked(dayText(rule.lastChecked)),
        ],
  }
}

export interface RuleGroup {
  readonly title: string
  readonly rules: readonly RuleRow[]
}

const GROUPS: readonly { readonly title: string; readonly has: (parameter: string) => boolean }[] = [
  {
    title: REGION.groups.who,
    has: oneOf(
      'policyholder-scheme policyholder-standing relative-insured relative-standing relation-scope relation-caps',
      'member-cap policyholder-cap pooling-scope cross-province parent-age-gap grandparent-age-gap spouse-age',
      'family-established-first',
    ),
  },
  {
    title: REGION.groups.consent,
    has: oneOf(
      'relative-confirms local-confirmation guardian-age sensitive-data-child-age bind-notice-title tick-label',
      'consent-title consent-mode consent-sentence consent-one-tap unbind-notice-title proofs review review-minutes',
      'unbind-proofs unbind-review review-by letter-retention-years',
    ),
  },
  {
    title: REGION.groups.days,
    has: oneOf(
      'start-day start-ahead-days end-day end-after-start bind-effective unbind-effective unbind-after-months',
      'unbind-by rebind ends-with-enrolment relation-change-duty mutual',
    ),
  },
  {
    title: REGION.groups.use,
    has: oneOf(
      'allowed-uses care-kinds further-uses barred-uses uses-chosen settlement-area deduction-order',
      'policyholder-order one-policyholder-per-settlement account-part policyholder-floor-fen',
      'per-settlement-limit-fen month-limit-fen account-limit-fen pool-transfer own-credential credential-penalty',
    ),
  },
  { title: REGION.groups.premium, has: (parameter) => parameter.startsWith('premium-') },
  { title: REGION.groups.wallet, has: (parameter) => parameter.startsWith('wallet-') },
  { title: REGION.groups.familyCode, has: (parameter) => parameter.startsWith('family-code-') },
  // Words and channels, and whatever is added later and has no group yet.
  { title: REGION.groups.where, has: () => true },
]

function oneOf(...lines: readonly string[]): (parameter: string) => boolean {
  const names = lines.flatMap((line) => line.split(' '))
  return (parameter) => names.includes(parameter)
}

/** The rules in groups that a person looks for; each rule is in the first group that has it. */
export function ruleGroups(rules: readonly Explained[]): readonly RuleGroup[] {
  return GROUPS.map((group) => ({
    title: group.title,
    rules: rules.filter((rule) => GROUPS.find((one) => one.has(rule.parameter)) === group).map(ruleRow),
  })).filter((group) => group.rules.length > 0)
}

import type { ValueFor } from '../../cloud/writes'
import type { StatusTone } from '../../components/status-tag'
import { reliabilityText, ruleValueText } from '../../copy/rule-value'
import { RULES } from '../../copy/rules'

export type Explained = ValueFor<'rules', 'explain'>['parameters'][number]
export type Compared = ValueFor<'rules', 'compare'>['parameters'][number]
type Asked = Pick<Explained, 'parameter' | 'whenUnknown'>
type Known = Compared['values'][number]

/** How sure we are of a value, in words, and the sign that goes with them. */
export interface Sureness {
  readonly text: string
  readonly tone: StatusTone
}

export interface KnownView {
  readonly value: string
  /** What holds in the rest of the region, where the value is that of one city; else null. */
  readonly elsewhere: string | null
  readonly sure: Sureness
  /** From when until when; null where nothing is known or the value is our own reading. */
  readonly days: string | null
  readonly note: string | null
  /** Who says so, one source a line, or why we read it so; empty where nothing is known. */
  readonly sources: readonly string[]
  readonly checked: string
}

export interface RuleRow extends KnownView {
  readonly parameter: string
  readonly title: string
}

const TONES: Readonly<Record<string, StatusTone>> = {
  official: 'going-well',
  press: 'going-well',
  'press-mirror': 'going-well',
  'machine-written': 'attention',
}

export function isUnknown({ level, value }: Pick<Known, 'level' | 'value'>): boolean {
  return level === 'none' || value === null || value === undefined
}

/** A value as a person reads it: how much, how sure, since when, who says so. */
export function knownView({ parameter, whenUnknown }: Asked, known: Known): KnownView {
  const checked = RULES.checked(known.lastChecked)
  if (isUnknown(known)) {
    const sure: Sureness = { text: RULES.unknownTag, tone: 'over' }
    const value = RULES.unknown[whenUnknown]
    return { value, elsewhere: null, sure, days: null, note: null, sources: [], checked }
  }
  const value = ruleValueText(parameter, known.value)
  const { poolingArea, elsewhere } = known
  return {
    value: poolingArea === undefined ? value : RULES.inCity(poolingArea.name, value),
    elsewhere:
      elsewhere === undefined ? null : RULES.elsewhere(elsewhereText({ parameter, whenUnknown }, elsewhere)),
    sure: { text: reliabilityText(known.reliability), tone: TONES[known.reliability] ?? 'waiting' },
    days: daysText(known),
    note: known.note ?? null,
    sources: known.level === 'product' ? reasonOf(known.source) : linesOf(RULES.source(known.source)),
    checked,
  }
}

/** The rest of the region: what is not known there, or our own reading, is said to be that. */
function elsewhereText(
  { parameter, whenUnknown }: Asked,
  known: Pick<Known, 'level' | 'value' | 'ourReading' | 'reliability'>,
): string {
  if (isUnknown(known)) return RULES.unknownElsewhere[whenUnknown]
  const value = ruleValueText(parameter, known.value)
  return known.ourReading ? `${value}（${reliabilityText(known.reliability)}）` : value
}

/** Sources come in one text, with this mark between them. */
function linesOf(source: string): readonly string[] {
  return source.split(/(?<=；)/u).map((line) => line.replace(/；$/u, ''))
}

/** Our reason is a sentence with marks of its own; what it leans on comes after it. */
function reasonOf(source: string): readonly string[] {
  const at = source.indexOf(RULES.leansOn)
  return at < 0 ? [source] : [source.slice(0, at), ...linesOf(source.slice(at))]
}

function daysText({ from, until, level, ourReading }: Known): string | null {
  const days = [
    ...(from === undefined ? [] : [RULES.from(from)]),
    ...(until === undefined ? [] : [RULES.until(until)]),
  ]
  if (days.length === 0 && !ourReading) days.push(RULES.fromUnknown)
  if (level === 'national') days.unshift(RULES.national)
  return days.length === 0 ? null : days.join('，')
}

export function ruleRow(rule: Explained): RuleRow {
  return { parameter: rule.parameter, title: rule.title, ...knownView(rule, rule) }
}

/** Everything that a person reads of it, an element each. */
export function ruleTexts({ title, ...known }: RuleRow): readonly string[] {
  const texts = [title, known.value, known.elsewhere, known.sure.text, known.note, known.days, known.checked]
  return [...texts, known.sources.join('\n')].filter((text) => text !== null)
}

/** How many values are published, our own reading, or not known. */
export function sureCounts(rules: readonly Explained[]): {
  published: number
  ours: number
  unknown: number
} {
  const unknown = rules.filter(isUnknown).length
  const ours = rules.filter((rule) => !isUnknown(rule) && rule.ourReading).length
  return { published: rules.length - ours - unknown, ours, unknown }
}

export interface Topic<Rule> {
  readonly title: string
  readonly rules: readonly Rule[]
}

const TOPICS: readonly { readonly title: string; readonly has: (parameter: string) => boolean }[] = [
  {
    title: RULES.topics.who,
    has: oneOf(
      'policyholder-scheme policyholder-standing relative-insured relative-standing relation-scope relation-caps',
      'member-cap policyholder-cap pooling-scope cross-province parent-age-gap grandparent-age-gap spouse-age',
      'family-established-first',
    ),
  },
  {
    title: RULES.topics.consent,
    has: oneOf(
      'relative-confirms local-confirmation guardian-age sensitive-data-child-age adult-age bind-notice-title',
      'tick-label consent-title consent-mode consent-sentence consent-one-tap unbind-notice-title proofs review review-minutes',
      'unbind-proofs unbind-review invitation-hours invitation-resend-days review-by letter-retention-years',
      'proof-retention-days',
    ),
  },
  {
    title: RULES.topics.days,
    has: oneOf(
      'start-day start-ahead-days end-day end-after-start bind-effective unbind-effective unbind-after-months',
      'unbind-by rebind ends-with-enrolment relation-change-duty mutual',
    ),
  },
  {
    title: RULES.topics.where,
    has: oneOf(
      'system channels entry-path entry-label page-title invite-label first-timers-form steps form-fields',
      'other-paths beside-binding unbind-label records-label offline-desk hotline',
    ),
  },
  { title: RULES.topics.premium, has: (parameter) => parameter.startsWith('premium-') },
  { title: RULES.topics.wallet, has: (parameter) => parameter.startsWith('wallet-') },
  { title: RULES.topics.familyCode, has: (parameter) => parameter.startsWith('family-code-') },
  // What is paid, in which order and up to what; and whatever is added later and has no topic yet.
  { title: RULES.topics.use, has: () => true },
]

const READING_ORDER = Object.values(RULES.topics)

function oneOf(...lines: readonly string[]): (parameter: string) => boolean {
  const names = lines.flatMap((line) => line.split(' '))
  return (parameter) => names.includes(parameter)
}

/** Rules in the topics that a person looks for; each is in the first topic that has it. The order is that of reading. */
export function inTopics<Rule extends { readonly parameter: string }>(
  rules: readonly Rule[],
): readonly Topic<Rule>[] {
  return READING_ORDER.map((title) => ({
    title,
    rules: rules.filter(({ parameter }) => TOPICS.find((topic) => topic.has(parameter))?.title === title),
  })).filter(({ rules: found }) => found.length > 0)
}

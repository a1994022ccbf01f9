import { type Instant, parseDay, parseInstant } from '../values/day'
import { fen } from '../values/fen'
import { EXPORT_PARTS, EXPORT_PRINT, FIELD_NAMES, VALUE_WORDS } from './export-words'
import { dayText, yuanText } from './figures'
import { momentText } from './letter-print'

type Part = keyof typeof EXPORT_PARTS

interface Section {
  readonly title: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly lines: readonly string[]
}

/** All that is stored of a person, as the parts of a printed report. No document is left out. */
export function exportSections(
  gathered: Readonly<Record<Part, readonly object[]>>,
  madeAt: Instant,
): {
  readonly title: string
  readonly above: { readonly left: string; readonly right: string }
  readonly footer: string
  readonly sections: readonly Section[]
} {
  const { title, left, right, footer } = EXPORT_PRINT
  return {
    title,
    above: { left, right: right(momentText(madeAt)) },
    footer,
    sections: (Object.keys(EXPORT_PARTS) as Part[]).map((part) => sectionOf(part, gathered[part])),
  }
}

function sectionOf(part: Part, documents: readonly object[]): Section {
  const title = EXPORT_PARTS[part]
  const [only] = documents
  if (only === undefined) return { title, facts: [], lines: [EXPORT_PRINT.none] }
  if (part === 'persons') {
    return { title, facts: pairsOf(only).map(([label, value]) => ({ label, value })), lines: [] }
  }
  return {
    title,
    facts: [],
    lines: documents.map((document, index) => {
      const said = pairsOf(document).map(([label, value]) => `${label}：${value}`)
      return `${EXPORT_PRINT.nth(index + 1)}　${said.join('；')}`
    }),
  }
}

/** What a document says, field by field; what is nested stands beside the rest. */
function pairsOf(document: object): [label: string, value: string][] {
  return Object.entries(document).flatMap(([field, value]): [string, string][] => {
    const label = FIELD_NAMES[field]
    if (value === null || value === undefined) return []
    if (typeof value === 'object' && !Array.isArray(value)) return pairsOf(value)
    if (label === undefined) return []
    const text = Array.isArray(value)
      ? value.map((each) => partOf(field, each)).join('、')
      : wordOf(field, value)
    return text === '' ? [] : [[label, text]]
  })
}

/** One of several: a word, or in brackets what is said of it. */
function partOf(field: string, value: unknown): string {
  if (typeof value !== 'object' || value === null) return wordOf(field, value)
  return `（${pairsOf(value)
    .map(([label, text]) => `${label}：${text}`)
    .join('，')}）`
}

function wordOf(field: string, value: unknown): string {
  if (typeof value === 'boolean') return value ? EXPORT_PRINT.yes : EXPORT_PRINT.no
  if (typeof value === 'number') return field.endsWith('Fen') ? yuanText(fen(value)) : String(value)
  if (typeof value !== 'string') return ''
  const [day, moment] = [parseDay(value), parseInstant(value)]
  if (day !== null) return dayText(day)
  if (moment !== null && /T/.test(value)) return momentText(moment)
  return VALUE_WORDS[value] ?? value.replace(/\s*\n\s*/gu, ' ')
}

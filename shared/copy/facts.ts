import { parseDay } from '../values/day'
import { fen } from '../values/fen'
import { RELATIONS, USES } from '../values/relation'
import { dayText, yuanText } from './figures'
import { relationLabel, useLabel } from './labels'

/** The facts of a refusal, read with care: each may be missing or of another kind, and no sentence shows `undefined`. */
export class Facts {
  constructor(private readonly facts: Readonly<Record<string, unknown>>) {}

  text(name: string): string | null {
    const fact = this.facts[name]
    return typeof fact === 'string' && fact !== '' ? fact : null
  }

  count(name: string): number | null {
    const fact = this.facts[name]
    return typeof fact === 'number' && Number.isFinite(fact) ? fact : null
  }

  /** Fen as 2,000元. */
  yuan(name: string): string | null {
    const amount = this.count(name)
    return amount !== null && Number.isSafeInteger(amount) ? yuanText(fen(amount)) : null
  }

  day(name: string): string | null {
    const parsed = parseDay(this.text(name) ?? '')
    return parsed === null ? null : dayText(parsed)
  }

  relation(name: string): string | null {
    const relation = RELATIONS.find((one) => one === this.facts[name])
    return relation === undefined ? null : relationLabel(relation)
  }

  relations(name: string): string | null {
    const listed = this.facts[name]
    if (!Array.isArray(listed)) return null
    const labels = RELATIONS.filter((one) => listed.includes(one)).map(relationLabel)
    return labels.length === 0 ? null : labels.join('、')
  }

  uses(name: string): string | null {
    const listed = this.facts[name]
    if (!Array.isArray(listed)) return null
    const labels = USES.filter((one) => listed.includes(one)).map(useLabel)
    return labels.length === 0 ? null : labels.join('、')
  }

  list(name: string): string | null {
    const listed = this.facts[name]
    if (!Array.isArray(listed)) return null
    const texts = listed.filter((one): one is string => typeof one === 'string' && one !== '')
    return texts.length === 0 ? null : texts.join('、')
  }

  /** 您 for the person who reads, another word for one who does not. */
  person(): string {
    const side = this.text('side')
    const spokenTo = this.text('spokenTo')
    if (side === null || spokenTo === null || side === spokenTo) return '您'
    if (side === 'policyholder') return '邀请人'
    return spokenTo === 'guardian' ? '孩子' : '这位家人'
  }
}

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

  /** Whole numbers, 2026、2025. */
  counts(name: string): string | null {
    const listed = this.facts[name]
    if (!Array.isArray(listed)) return null
    const whole = listed.filter((one): one is number => Number.isSafeInteger(one))
    return whole.length === 0 ? null : whole.join('、')
  }

  flag(name: string): boolean {
    return this.facts[name] === true
  }

  /** Who reads the sentence; null where the one who acts speaks for herself alone. */
  listener(): 'policyholder' | 'relative' | 'guardian' | null {
    const spokenTo = this.facts.spokenTo
    return spokenTo === 'policyholder' || spokenTo === 'relative' || spokenTo === 'guardian' ? spokenTo : null
  }

  /** The policyholder, as the listener calls her. Without a listener it is she who reads, unless said otherwise. */
  policyholder(otherwise: 'policyholder' | 'relative' = 'policyholder'): string {
    return (this.listener() ?? otherwise) === 'policyholder' ? '您' : '邀请人'
  }

  /** The relative, as the listener calls her. Without a listener it is she who reads, unless said otherwise. */
  relative(otherwise: 'policyholder' | 'relative' = 'relative'): string {
    switch (this.listener() ?? otherwise) {
      case 'relative':
        return '您'
      case 'guardian':
        return '孩子'
      case 'policyholder':
        return this.flag('forChild') ? '孩子' : '这位家人'
    }
  }
}

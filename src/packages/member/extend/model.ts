import { mayChange } from '../../../../shared/rules/binding-changes'
import { addDays, dayOf, type Instant, parseDay } from '../../../../shared/values/day'
import { EXTEND } from '../../../copy/change'
import type { BindingDetail } from '../detail/model'

export interface ExtendForm {
  readonly how: 'day' | 'open' | null
  /** `YYYY-MM-DD`, or empty. */
  readonly endDay: string
}

/** The end that she proposes: a day, null for none at all, or the sentence that says what is missing. */
export function proposedIn(
  form: ExtendForm,
): { readonly endDay: string | null } | { readonly missing: string } {
  if (form.how === null) return { missing: EXTEND.missing }
  if (form.how === 'open') return { endDay: null }
  return form.endDay === '' ? { missing: EXTEND.dayMissing } : { endDay: form.endDay }
}

/** The first day that is later than the end that holds now. */
export function firstLaterDay({ lastDay }: Pick<BindingDetail, 'lastDay'>, now: Instant): string {
  return addDays(parseDay(lastDay ?? '') ?? dayOf(now), 1)
}

/** Why no later end can be proposed, or null. */
export function whyNot(binding: Pick<BindingDetail, 'state' | 'side' | 'lastDay'>): string | null {
  if (mayChange('propose-end-day', binding.state, binding.side) !== 'yes') return EXTEND.notNow
  return binding.lastDay === undefined ? EXTEND.notNeeded : null
}

import { addDays, type Day } from '../../../../shared/values/day'
import { DayChoice } from '../../../components/day-choice'
import { FORM_COPY } from '../../../copy/invite'
import type { FormField, InviteForm } from './model'

// Nobody plans a start further ahead than a year; an end may be far.
const LATEST_START_DAYS = 365
const LATEST_END_DAYS = 365 * 30

export interface DayFieldsProps {
  readonly form: InviteForm
  readonly today: Day
  readonly problemOf: (field: FormField) => string | null
  readonly onChange: (changed: Partial<InviteForm>) => void
}

/** From which day to which; both may stay open. */
export function DayFields({ form, today, problemOf, onChange }: DayFieldsProps) {
  return (
    <>
      <DayChoice
        id='field-startDay'
        label={FORM_COPY.startLabel}
        value={form.startDay}
        whenEmpty={FORM_COPY.startDefault}
        first={today}
        last={addDays(today, LATEST_START_DAYS)}
        problem={problemOf('startDay')}
        onChange={(startDay) => onChange({ startDay })}
      />
      <DayChoice
        id='field-endDay'
        label={FORM_COPY.endLabel}
        hint={FORM_COPY.endHint}
        value={form.endDay}
        whenEmpty={FORM_COPY.endDefault}
        first={form.startDay === '' ? today : form.startDay}
        last={addDays(today, LATEST_END_DAYS)}
        problem={problemOf('endDay')}
        onChange={(endDay) => onChange({ endDay })}
      />
    </>
  )
}

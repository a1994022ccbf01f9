import { Picker, Text, View } from '@tarojs/components'
import { addDays, type Day } from '../../../../shared/values/day'
import { Pressable } from '../../../components/pressable'
import { dayText } from '../../../copy/app'
import { FORM_COPY } from '../../../copy/invite'
import { accessible } from '../../../theme/accessible'
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

interface DayChoiceProps {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly whenEmpty: string
  readonly first: string
  readonly last: string
  readonly problem: string | null
  readonly onChange: (day: string) => void
}

function DayChoice(props: DayChoiceProps) {
  const { id, label, hint, value, whenEmpty, first, last, problem, onChange } = props
  const words = value === '' ? whenEmpty : dayText(value)
  return (
    <View id={id} className='fs-day-choice'>
      <Text className='fs-day-choice__label'>{label}</Text>
      {hint === undefined ? null : <Text className='fs-day-choice__hint'>{hint}</Text>}
      <Picker
        mode='date'
        value={value === '' ? first : value}
        start={first}
        end={last}
        onChange={(event) => onChange(event.detail.value)}
      >
        <View
          className='fs-day-choice__value'
          {...accessible({
            role: 'button',
            label: `${words}${FORM_COPY.chooseDay}，${label}`,
            focusable: true,
          })}
        >
          <Text>{words}</Text>
          <Text className='fs-day-choice__sign'>{FORM_COPY.chooseDay}</Text>
        </View>
      </Picker>
      {value === '' ? null : (
        <Pressable
          className='fs-invite-form__link'
          label={`${FORM_COPY.clearDay}，${label}`}
          onPress={() => onChange('')}
        >
          <Text>{FORM_COPY.clearDay}</Text>
        </Pressable>
      )}
      {problem === null ? null : <View className='fs-invite-form__problem'>{problem}</View>}
    </View>
  )
}

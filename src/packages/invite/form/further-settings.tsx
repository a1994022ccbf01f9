import { Picker, Text, View } from '@tarojs/components'
import { addDays, type Day } from '../../../../shared/values/day'
import { USES } from '../../../../shared/values/relation'
import { Card } from '../../../components/card'
import { SomeOf } from '../../../components/choice-list'
import { Pressable } from '../../../components/pressable'
import { TextField } from '../../../components/text-field'
import { dayText } from '../../../copy/app'
import { FORM_COPY, USE_CHOICES } from '../../../copy/invite'
import { accessible } from '../../../theme/accessible'
import { BLANK_FORM, type FormField, FURTHER_FIELDS, type InviteForm } from './model'

export interface FurtherSettingsProps {
  readonly form: InviteForm
  readonly today: Day
  readonly unfolded: boolean
  readonly problemOf: (field: FormField) => string | null
  readonly onUnfold: (unfolded: boolean) => void
  readonly onChange: (changed: Partial<InviteForm>) => void
}

// Nobody plans a start further ahead than a year; an end may be far.
const LATEST_START_DAYS = 365
const LATEST_END_DAYS = 365 * 30

/** Days, uses and limits. Each has a default that most people want, so they are folded away. */
export function FurtherSettings(props: FurtherSettingsProps) {
  const { form, today, unfolded, problemOf, onUnfold, onChange } = props
  const changed = FURTHER_FIELDS.some((field) => isChanged(form, field))
  return (
    <Card className='fs-further'>
      <Pressable id='further-settings' className='fs-further__head' onPress={() => onUnfold(!unfolded)}>
        <View className='fs-further__words'>
          <Text className='fs-further__title'>{FORM_COPY.furtherTitle}</Text>
          <Text className='fs-further__hint'>
            {changed ? FORM_COPY.furtherChanged : FORM_COPY.furtherHint}
          </Text>
        </View>
        <Text className='fs-further__sign'>{unfolded ? FORM_COPY.fold : FORM_COPY.unfold}</Text>
      </Pressable>
      {!unfolded ? null : (
        <View className='fs-further__fields'>
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
          <View id='field-uses'>
            <SomeOf
              label={FORM_COPY.usesLabel}
              choices={USES.map((use) => ({
                value: use,
                label: USE_CHOICES[use].label,
                note: USE_CHOICES[use].hint,
              }))}
              chosen={form.uses}
              onChange={(uses) => onChange({ uses: USES.filter((use) => uses.includes(use)) })}
            />
            {problemOf('uses') === null ? null : (
              <View className='fs-invite-form__problem'>{problemOf('uses')}</View>
            )}
          </View>
          <View id='field-monthlyLimitYuan'>
            <TextField
              id='invite-monthly-limit'
              label={FORM_COPY.monthlyLabel}
              placeholder={FORM_COPY.limitPlaceholder}
              value={form.monthlyLimitYuan}
              type='digit'
              maxLength={12}
              onChange={(monthlyLimitYuan) => onChange({ monthlyLimitYuan })}
              problem={problemOf('monthlyLimitYuan')}
            />
          </View>
          <View id='field-perSettlementLimitYuan'>
            <TextField
              id='invite-settlement-limit'
              label={FORM_COPY.perSettlementLabel}
              placeholder={FORM_COPY.limitPlaceholder}
              value={form.perSettlementLimitYuan}
              type='digit'
              maxLength={12}
              onChange={(perSettlementLimitYuan) => onChange({ perSettlementLimitYuan })}
              problem={problemOf('perSettlementLimitYuan')}
            />
          </View>
        </View>
      )}
    </Card>
  )
}

function isChanged(form: InviteForm, field: FormField): boolean {
  return JSON.stringify(form[field]) !== JSON.stringify(BLANK_FORM[field])
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

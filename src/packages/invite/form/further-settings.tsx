import { Text, View } from '@tarojs/components'
import type { Day } from '../../../../shared/values/day'
import { USES } from '../../../../shared/values/relation'
import { Card } from '../../../components/card'
import { SomeOf } from '../../../components/choice-list'
import { Pressable } from '../../../components/pressable'
import { TextField } from '../../../components/text-field'
import { FORM_COPY, USE_CHOICES } from '../../../copy/invite'
import { DayFields } from './day-fields'
import { BLANK_FORM, type FormField, FURTHER_FIELDS, type InviteForm } from './model'

export interface FurtherSettingsProps {
  readonly form: InviteForm
  readonly today: Day
  readonly unfolded: boolean
  /** False where the days stand in the form itself. */
  readonly withDays: boolean
  readonly problemOf: (field: FormField) => string | null
  readonly onUnfold: (unfolded: boolean) => void
  readonly onChange: (changed: Partial<InviteForm>) => void
}

/** Days, uses and limits. Each has a default that most people want, so they are folded away. */
export function FurtherSettings(props: FurtherSettingsProps) {
  const { form, today, unfolded, withDays, problemOf, onUnfold, onChange } = props
  const changed = FURTHER_FIELDS.some(
    (field) => (withDays || (field !== 'startDay' && field !== 'endDay')) && isChanged(form, field),
  )
  const hint = withDays ? FORM_COPY.furtherHint : FORM_COPY.furtherHintWithoutDays
  return (
    <Card className='fs-further'>
      <Pressable id='further-settings' className='fs-further__head' onPress={() => onUnfold(!unfolded)}>
        <View className='fs-further__words'>
          <Text className='fs-further__title'>{FORM_COPY.furtherTitle}</Text>
          <Text className='fs-further__hint'>{changed ? FORM_COPY.furtherChanged : hint}</Text>
        </View>
        <Text className='fs-further__sign'>{unfolded ? FORM_COPY.fold : FORM_COPY.unfold}</Text>
      </Pressable>
      {!unfolded ? null : (
        <View className='fs-further__fields'>
          {withDays ? (
            <DayFields form={form} today={today} problemOf={problemOf} onChange={onChange} />
          ) : null}
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
